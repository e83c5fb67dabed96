#include "ui/views/home_view.hpp"

#include "base/utf8.hpp"
#include "ui/error_text.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/home_parts.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field_box.hpp"
#include "ui/widgets/popup.hpp"

namespace rancang {
namespace {

struct Columns {
  Box name, completeness, changed, file, menu;
};
Columns columns_of(Ui const& ui, Box row) {
  Columns out;
  row.cut_left(ui.px(12));
  row.cut_right(ui.px(6));
  out.menu = row.cut_right(ui.px(28));
  out.file = row.cut_right(ui.px(150), ui.px(8));
  out.changed = row.cut_right(ui.px(120), ui.px(8));
  out.completeness = row.cut_right(ui.px(120), ui.px(16));
  out.name = row;
  return out;
}

void head_row(Ui const& ui, Box const& row) {
  draw::fill(ui, row, Token::surface_header);
  draw::hline(ui, row.x, row.right(), row.bottom() - 1, Token::border_default);
  Columns const c = columns_of(ui, row);
  draw::Type const type{Step::caption, Weight::bold};
  draw::text_in(ui, c.name, ui.s.home_column_plan(), Token::text_secondary, type);
  draw::text_in(ui, c.completeness, ui.s.home_column_filled(), Token::text_secondary, type);
  draw::text_in(ui, c.changed, ui.s.home_column_changed(), Token::text_secondary, type);
  draw::text_in(ui, c.file, ui.s.home_column_file(), Token::text_secondary, type);
}

void two_lines(Ui const& ui, Box box, std::string_view first, Token first_color, std::string_view second, draw::Type type = {}) {
  float const line = ui.px(18);
  box = box.middle(2 * line);
  draw::text_in(ui, box.cut_top(line), first, first_color, type);
  draw::text_in(ui, box, second, Token::text_secondary, {Step::dense});
}

void plan_menu(Ui const& ui, HomePlan const& plan, HomeState& state, Box const& anchor) {
  if (state.menu_of != plan.id) return;
  Box rows;
  if (!popup_begin(ui, "home.plan", anchor, ui.px(220), ui.px(8) + 4 * menu_row_height(ui), rows)) {
    state.menu_of = {};
    return;
  }
  rows = rows.inset(0, ui.px(4));
  if (menu_row(ui, rows, ui.s.ui_open(), {.icon = icon::arrow_right})) ui.send.put(OpenPlanRequest{plan.id});
  if (menu_row(ui, rows, ui.s.action_save_file(), {.icon = icon::save})) ui.send.put(DownloadPlanRequest{plan.id});
  if (menu_row(ui, rows, ui.s.home_duplicate(), {.icon = icon::copy})) ui.send.put(DuplicatePlanRequest{plan.id});
  if (menu_row(ui, rows, ui.s.home_delete(), {.icon = icon::trash_2, .danger = true})) state.deleting = plan.id;
  popup_end();
}

// How much is filled in, and below it the findings.
void state_part(Ui const& ui, HomePlan const& plan, Box box) {
  Box bar = box.cut_top(ui.px(18));
  std::string const percent = format_integer(plan.completeness, ui.numbers) + "%";
  draw::text_in(ui, bar.cut_right(ui.px(40), ui.px(6)), percent, Token::text_primary, {Step::dense, Weight::regular, draw::Align::right});
  progress_bar(ui, bar.middle(ui.px(6)), static_cast<float>(plan.completeness) / 100);
  auto const count = [&](char const* name, Token mark, Token color, std::string const& text) {
    draw::icon_in(ui, box.cut_left(ui.px(14), ui.px(5)), name, mark, 14);
    draw::text_in(ui, box.cut_left(draw::width(ui, text, {Step::dense}), ui.px(10)), text, color, {Step::dense});
  };
  if (plan.errors == 0 && plan.warnings == 0) return count(icon::circle_check, Token::save_ok, Token::save_ok, std::string(ui.s.home_clean()));
  if (plan.errors > 0) count(icon::octagon_x, Token::sev_error, Token::sev_error, format_integer(plan.errors, ui.numbers));
  count(icon::triangle_alert, Token::sev_warn_mark, Token::sev_warn, format_integer(plan.warnings, ui.numbers));
}

// When it was saved as a file, and what is the matter with that.
void file_part(Ui const& ui, HomePlan const& plan, Box const& box) {
  int const age = plan.file_age_days.value_or(-1);
  bool const old = age < 0 || age >= 2;
  std::string const file = age < 0 ? std::string(ui.s.home_file_never()) : day_text(ui, Date{ui.now.date.days - age});
  std::string_view const note = plan.unsent ? ui.s.home_slice_unsent() : old ? ui.s.home_file_advice() : std::string_view();
  two_lines(ui, box, file, old ? Token::sev_warn : Token::text_primary, note, {Step::dense});
  if (probe::wanted()) probe::item(note.empty() ? file : file + ". " + std::string(note), probe::Role::text, box.rect());
}

void mark(Ui const& ui, Box& row, std::string_view text) {
  Box const box = row.cut_left(std::min(tag_width(ui, text), row.w), ui.px(8)).middle(ui.px(16));
  tag(ui, box, text);
  if (probe::wanted()) probe::item(text, probe::Role::text, box.rect());
}

void plan_row(Ui const& ui, HomePlan const& plan, HomeState& state, bool is_chosen, Box const& row) {
  bool const chosen = is_chosen;
  Columns const c = columns_of(ui, row);
  bool const menu = icon_button(ui, c.menu.middle(ui.px(28)), icon::ellipsis_vertical, std::string(ui.s.home_more()) + "##" + ulid_text(plan.id), {});
  Press const p = press(ui, {row.x, row.y, c.menu.x - row.x, row.h}, plan.name + "##" + ulid_text(plan.id), {.role = probe::Role::row, .state = state_if(chosen, probe::State::selected)});
  if (chosen || p.hovered) draw::fill(ui, row, chosen ? Token::surface_selected : Token::surface_hover);
  if (chosen || p.hovered) draw::icon_in(ui, c.menu, icon::ellipsis_vertical, Token::text_secondary, 16);
  draw::hline(ui, row.x, row.right(), row.bottom() - 1, Token::border_subtle);
  float const line = ui.px(18);
  Box name = c.name.middle(2 * line);
  draw::text_in(ui, name.cut_top(line), plan.name + " " + plan.years, Token::text_primary, home_bold);
  if (plan.is_sample) mark(ui, name, ui.s.shell_sample());
  if (!plan.agency.empty()) mark(ui, name, ui.s.home_slice(plan.agency));
  draw::text_in(ui, name, !plan.readable ? std::string(ui.s.home_unreadable()) : plan.size_bytes > 0 ? size_text(ui, plan.size_bytes) : std::string(), plan.readable ? Token::text_secondary : Token::sev_error, {Step::dense});
  state_part(ui, plan, c.completeness.middle(2 * line));
  draw::text_in(ui, c.changed, when_text(ui, plan.changed_unix_ms), Token::text_primary, {Step::dense});
  file_part(ui, plan, c.file);
  if (menu) {
    state.menu_of = plan.id;
    popup_open("home.plan");
  }
  plan_menu(ui, plan, state, c.menu);
  if (p.clicked) {
    if (chosen || p.double_clicked || ui.touch) ui.send.put(OpenPlanRequest{plan.id});
    state.chosen = plan.id;
  }
}

// Sentences about plans that the browser has lost, and about a store that can't be read. Returns the height used.
void troubles(Ui const& ui, HomeFacts const& facts, Box& area) {
  auto const row = [&](Tone tone, std::string const& sentence, std::string_view verb) {
    float const height = finding_height(ui, area.w - ui.px(24), sentence, verb);
    if (finding_row(ui, area.cut_top(height, ui.px(8)).inset(ui.px(12), 0), tone, sentence, verb)) ui.send.act(Action::open_files);
  };
  if (!facts.load_failure.id.empty()) row(Tone::error, error_text(ui.s, facts.load_failure), {});
  for (auto const& lost : facts.lost) row(Tone::error, ui.s.home_lost(lost.name), ui.s.action_open_files());
}

HomePlan const* chosen_plan(HomeFacts const& facts, HomeState const& state) {
  HomePlan const* first = nullptr;
  for (auto const& plan : facts.plans) {
    if (plan.trashed_unix_ms != 0) continue;
    if (plan.id == state.chosen) return &plan;
    if (!first) first = &plan;
  }
  return first;
}

void continue_row(Ui const& ui, HomePlan const& plan, Box row) {
  row = row.inset(ui.px(12), 0).middle(ui.px(size_control));
  ButtonLook const go{.kind = ButtonKind::primary, .icon = icon::arrow_right}, save{.icon = icon::save};
  std::string const label = ui.s.home_continue(plan.name);
  float const width = std::min(button_width(ui, label, go), row.w);
  if (button(ui, row.cut_left(width, ui.px(8)), label, go)) ui.send.put(OpenPlanRequest{plan.id});
  float const second = button_width(ui, ui.s.action_save_file(), save);
  if (row.w >= second && button(ui, row.cut_left(second), ui.s.action_save_file(), save)) ui.send.put(DownloadPlanRequest{plan.id});
}

// Below the rows, where there is room: how to go on with the chosen plan, and what was done in it last.
void chosen_part(Ui const& ui, HomeFacts const& facts, HomePlan const& plan, std::size_t shown, Box& area) {
  float const height = ui.px(52) + changes_height(ui, plan);
  if (area.h <= ui.px(26 + 56 * static_cast<float>(std::min<std::size_t>(shown, 3))) + height) return;
  Box foot = area;
  foot.cut_top(ui.px(30 + 56 * static_cast<float>(facts.plans.size()) + (facts.plans.size() > shown ? 38 : 0)));
  if (foot.h < height) foot = {area.x, area.bottom() - height, area.w, height};
  area.h = foot.y - area.y;
  continue_row(ui, plan, foot.cut_top(ui.px(52)));
  changes_part(ui, plan, foot);
}

void rows_part(Ui const& ui, HomeFacts const& facts, HomeState& state, HomePlan const* chosen, Box area) {
  head_row(ui, area.cut_top(ui.px(26)));
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("plans", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  std::string const wanted = utf8::fold(state.search);
  Box rows{area.x, area.y - ImGui::GetScrollY(), area.w, 100000};
  for (auto const& plan : facts.plans) {
    if (plan.trashed_unix_ms != 0 || (!wanted.empty() && utf8::fold(plan.name).find(wanted) == std::string::npos)) continue;
    plan_row(ui, plan, state, &plan == chosen, rows.cut_top(ui.px(56)));
  }
  if (wanted.empty()) trash_part(ui, facts, state, rows);
  ImGui::SetCursorScreenPos({area.x, rows.y});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

void plan_list(Ui const& ui, HomeFacts const& facts, HomeState& state, Box area) {
  draw::card(ui, area);
  Box head = area.cut_top(ui.px(44)).inset(ui.px(12), 0);
  std::size_t shown = 0;
  for (auto const& plan : facts.plans) shown += plan.trashed_unix_ms == 0;
  Box const search = head.cut_right(ui.px(170), ui.px(12)).middle(ui.px(24));
  heading(ui, head.cut_left(draw::width(ui, ui.s.home_plans_title(), {Step::lead, Weight::bold}), ui.px(8)), ui.s.home_plans_title(), Step::lead);
  if (facts.load_failure.id.empty()) draw::text_in(ui, head, ui.s.home_plans_count(format_integer(static_cast<std::int64_t>(shown), ui.numbers)), Token::text_muted, {Step::dense});
  if (shown > 3) {
    FieldResult const typed = field_box(ui, search, field_key("home.search"), ui.s.home_search(), state.search, {.icon = icon::search, .placeholder = ui.s.home_search(), .small = true, .clear_button = true});
    if (typed.changed) state.search = std::string(typed.text);
  }
  troubles(ui, facts, area);
  area.cut_bottom(ui.px(12));
  HomePlan const* const chosen = chosen_plan(facts, state);
  if (area.h > ui.px(276)) storage_card(ui, facts, state, area.cut_bottom(ui.px(142), ui.px(12)).inset(ui.px(12), 0));
  area.cut_bottom(ui.px(4));
  if (facts.loading) return void(draw::text_in(ui, area.cut_top(ui.px(60)).inset(ui.px(12), 0), ui.s.home_loading(), Token::text_secondary));
  if (shown == 0) {
    // What could not be read or is gone is never greeted as a first visit.
    if (!facts.load_failure.id.empty() || !facts.lost.empty()) return;
    float const trash_height = ui.px(12 + 26 + 40 * static_cast<float>(facts.plans.size()));
    if (!facts.plans.empty()) trash_list(ui, facts, state, area.cut_bottom(std::min(trash_height, area.h / 2)));
    int const step = empty_state(ui, area, icon::map, ui.s.home_empty_title(), ui.s.home_empty_text(), ui.s.action_new_plan(), ui.s.action_open_sample());
    if (step != 0) ui.send.act(step == 1 ? Action::new_plan : Action::open_sample);
    return;
  }
  if (chosen) chosen_part(ui, facts, *chosen, shown, area);
  rows_part(ui, facts, state, chosen, area);
}

}  // namespace

void home_view(Ui const& ui, HomeFacts const& facts, HomeState& state, Box area) {
  draw::fill(ui, area, Token::surface_canvas);
  Box inner = area.inset(ui.px(16));
  bool const narrow = area.w / ui.look.scale < 900;
  if (!narrow) start_column(ui, state, inner.cut_left(ui.px(276), ui.px(12)));
  Box list = inner;
  if (narrow) {
    Box row = list.cut_bottom(ui.px(28), ui.px(12));
    if (button_left(ui, row, ui.s.action_new_plan(), {.kind = ButtonKind::primary, .icon = icon::plus})) ui.send.act(Action::new_plan);
    if (button_left(ui, row, ui.s.action_open_files(), {.icon = icon::folder_open})) ui.send.act(Action::open_files);
    if (button_left(ui, row, ui.s.action_open_sample(), {.icon = icon::book_open})) ui.send.act(Action::open_sample);
  }
  HomePlan const* const chosen = chosen_plan(facts, state);
  if (chosen && area.w / ui.look.scale >= 1200) debts_column(ui, *chosen, list.cut_right(ui.px(310), ui.px(12)));
  plan_list(ui, facts, state, list);
  delete_question(ui, facts, state);
}

}  // namespace rancang
