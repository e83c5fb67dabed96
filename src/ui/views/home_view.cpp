#include "ui/views/home_view.hpp"

#include "base/utf8.hpp"
#include "ui/grid/grid_choices.hpp"
#include "ui/icons_generated.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field_box.hpp"
#include "ui/widgets/notes.hpp"
#include "ui/widgets/popup.hpp"

namespace rancang {
namespace {

constexpr draw::Type bold{Step::body, Weight::bold};

// A card at the left: title, sentence, one button at its foot. Returns the button's press.
bool start_card(Ui const& ui, Box& column, std::string_view title, std::string_view sentence, std::string_view label, ButtonLook const& look, bool sample = false) {
  float const pad = ui.px(14), width = column.w - 2 * pad;
  float const text_height = draw::paragraph(ui, {}, width, sentence, Token::text_secondary, {}, 0, draw::Mode::measure);
  Box const card = column.cut_top(pad + ui.px(16 + 6) + text_height + ui.px(10 + 32) + pad, ui.px(12));
  draw::card(ui, card);
  Box inner = card.inset(pad);
  Box head = inner.cut_top(ui.px(16), ui.px(6));
  if (sample) tag(ui, head.cut_right(tag_width(ui, ui.s.shell_sample())).middle(ui.px(18)), ui.s.shell_sample());
  draw::text_in(ui, head, title, Token::text_primary, bold);
  draw::paragraph(ui, inner.cut_top(text_height, ui.px(10)).min(), width, sentence, Token::text_secondary);
  return button(ui, {inner.x, inner.y, button_width(ui, label, look), ui.px(32)}, label, look);
}

void drop_card(Ui const& ui, HomeState const& state, Box& column) {
  Box const card = column.cut_top(ui.px(178), ui.px(12));
  draw::fill(ui, card, state.drop_hover ? Token::accent_tint : Token::surface_panel, radius_card);
  if (state.drop_hover) draw::outline(ui, card, Token::accent_base, radius_card, 2);
  else draw::dashed(ui, card, Token::border_strong, radius_card);
  Box inner = card.inset(ui.px(14));
  draw::icon_in(ui, inner.cut_top(ui.px(30), ui.px(6)), icon::file_down, Token::text_secondary, 24);
  draw::text_in(ui, inner.cut_top(ui.px(16), ui.px(6)), ui.s.home_drop_title(), Token::text_primary, {Step::body, Weight::bold, draw::Align::center});
  float const used = draw::paragraph(ui, inner.min(), inner.w, ui.s.home_drop_text(), Token::text_secondary);
  inner.cut_top(used, ui.px(10));
  ButtonLook const look{.icon = icon::folder_open};
  float const width = button_width(ui, ui.s.action_open_files(), look);
  if (button(ui, {inner.x + (inner.w - width) / 2, inner.y, width, ui.px(28)}, ui.s.action_open_files(), look)) ui.send.act(Action::open_files);
}

void start_column(Ui const& ui, HomeState const& state, Box column) {
  if (start_card(ui, column, ui.s.home_new_title(), ui.s.home_new_text(), ui.s.action_new_plan(), {.kind = ButtonKind::primary, .icon = icon::plus})) ui.send.act(Action::new_plan);
  drop_card(ui, state, column);
  if (start_card(ui, column, ui.s.home_sample_title(), ui.s.home_sample_text(), ui.s.action_open_sample(), {.icon = icon::book_open}, true)) ui.send.act(Action::open_sample);
}

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
  out.completeness = row.cut_right(ui.px(110), ui.px(16));
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

void plan_row(Ui const& ui, HomePlan const& plan, HomeState& state, Box const& row) {
  bool const chosen = state.chosen == plan.id;
  Columns const c = columns_of(ui, row);
  bool const menu = icon_button(ui, c.menu.middle(ui.px(28)), icon::ellipsis_vertical, std::string(ui.s.home_more()) + "##" + ulid_text(plan.id), {});
  Press const p = press(ui, {row.x, row.y, c.menu.x - row.x, row.h}, plan.name + "##" + ulid_text(plan.id), {.role = probe::Role::row, .state = state_if(chosen, probe::State::selected)});
  if (chosen || p.hovered) draw::fill(ui, row, chosen ? Token::surface_selected : Token::surface_hover);
  if (chosen || p.hovered) draw::icon_in(ui, c.menu, icon::ellipsis_vertical, Token::text_secondary, 16);
  draw::hline(ui, row.x, row.right(), row.bottom() - 1, Token::border_subtle);
  float const line = ui.px(18);
  Box name = c.name.middle(2 * line);
  draw::text_in(ui, name.cut_top(line), plan.name + " " + plan.years, Token::text_primary, bold);
  if (plan.is_sample) tag(ui, name.cut_left(tag_width(ui, ui.s.shell_sample()), ui.px(8)).middle(ui.px(16)), ui.s.shell_sample());
  draw::text_in(ui, name, plan.readable ? size_text(ui, plan.size_bytes) : std::string(ui.s.home_unreadable()), plan.readable ? Token::text_secondary : Token::sev_error, {Step::dense});
  Box bar = c.completeness.middle(ui.px(18));
  std::string const percent = format_integer(plan.completeness, ui.numbers) + "%";
  draw::text_in(ui, bar.cut_right(ui.px(40), ui.px(6)), percent, Token::text_primary, {Step::dense, Weight::regular, draw::Align::right});
  progress_bar(ui, bar.middle(ui.px(6)), static_cast<float>(plan.completeness) / 100);
  draw::text_in(ui, c.changed, when_text(ui, plan.changed_unix_ms), Token::text_primary, {Step::dense});
  int const age = plan.file_age_days.value_or(-1);
  bool const old = age < 0 || age >= 2;
  std::string const file = age < 0 ? std::string(ui.s.home_file_never()) : age == 0 ? std::string(ui.s.home_file_today()) : ui.s.home_file_days(format_integer(age, ui.numbers));
  two_lines(ui, c.file, file, old ? Token::sev_warn : Token::text_primary, old ? ui.s.home_file_advice() : std::string_view(), {Step::dense});
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

// Plans in the trash, below the others: they come back from here at any time.
void trash_row(Ui const& ui, HomePlan const& plan, HomeState& state, Box row) {
  std::string const id = "##" + ulid_text(plan.id);
  draw::hline(ui, row.x, row.right(), row.bottom() - 1, Token::border_subtle);
  row = row.inset(ui.px(12), 0);
  if (button_right(ui, row, std::string(ui.s.home_erase()) + id, {.kind = ButtonKind::quiet, .icon = icon::trash_2, .small = true}, 8)) state.deleting = plan.id;
  if (button_right(ui, row, std::string(ui.s.home_restore()) + id, {.icon = icon::undo_2, .small = true}, 12)) ui.send.put(RestorePlanRequest{plan.id});
  std::string const when = ui.s.home_trash_when(lower_first(when_text(ui, plan.trashed_unix_ms)));
  draw::text_in(ui, row.cut_right(draw::width(ui, when, {Step::dense}), ui.px(12)), when, Token::text_muted, {Step::dense});
  draw::text_in(ui, row, plan.name + " " + plan.years, Token::text_secondary);
}
void trash_part(Ui const& ui, HomeFacts const& facts, HomeState& state, Box& rows) {
  bool head = true;
  for (auto const& plan : facts.plans) {
    if (plan.trashed_unix_ms == 0) continue;
    if (std::exchange(head, false)) {
      rows.cut_top(ui.px(12));
      draw::text_in(ui, rows.cut_top(ui.px(26)).inset(ui.px(12), 0), ui.s.home_trash_title(), Token::text_secondary, {Step::caption, Weight::bold});
    }
    trash_row(ui, plan, state, rows.cut_top(ui.px(40)));
  }
}

// The same where there is no other plan.
void trash_list(Ui const& ui, HomeFacts const& facts, HomeState& state, Box const& area) {
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("trash", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  Box rows{area.x, area.y - ImGui::GetScrollY(), area.w, 100000};
  trash_part(ui, facts, state, rows);
  ImGui::SetCursorScreenPos({area.x, rows.y});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

void delete_question(Ui const& ui, HomeFacts const& facts, HomeState& state) {
  if (!state.deleting) return;
  if (!popup_is_open("home.delete")) popup_open("home.delete");
  std::string name;
  bool for_good = false;
  for (auto const& plan : facts.plans)
    if (plan.id == state.deleting) name = plan.name + " " + plan.years, for_good = plan.trashed_unix_ms != 0;
  DialogFrame frame;
  if (!dialog_begin(ui, "home.delete", for_good ? ui.s.home_erase_title() : ui.s.home_delete_title(), ui.px(440), ui.px(180), frame)) {
    state.deleting = {};
    return;
  }
  draw::paragraph(ui, frame.content.min(), frame.content.w, for_good ? ui.s.home_erase_text(name) : ui.s.home_delete_text(name), Token::text_secondary);
  bool const yes = button_right(ui, frame.buttons, for_good ? ui.s.home_erase() : ui.s.home_delete(), {.kind = ButtonKind::danger, .icon = icon::trash_2});
  bool const no = button_right(ui, frame.buttons, ui.s.ui_cancel());
  if (yes && for_good) ui.send.put(ErasePlanRequest{state.deleting});
  if (yes && !for_good) ui.send.put(DeletePlanRequest{state.deleting});
  if (yes || no) {
    popup_close();
    state.deleting = {};
  }
  dialog_end();
}

void storage_card(Ui const& ui, HomeFacts const& facts, Box const& card) {
  draw::fill(ui, card, Token::surface_sunken, radius_card);
  draw::outline(ui, card, Token::border_default, radius_card);
  Box inner = card.inset(ui.px(14), ui.px(12));
  Box right = inner.cut_right(std::min(ui.px(300), inner.w * 0.45f), ui.px(20));
  Box head = inner.cut_top(ui.px(18), ui.px(4));
  draw::icon_in(ui, head.cut_left(ui.px(16), ui.px(6)), icon::hard_drive, Token::text_secondary, 16);
  draw::text_in(ui, head, ui.s.home_storage_title(), Token::text_primary, bold);
  draw::paragraph(ui, inner.min(), inner.w, ui.s.home_storage_text(), Token::text_secondary, {Step::dense}, 3);
  Box line = right.cut_top(ui.px(18), ui.px(4));
  std::string const used = facts.storage.quota_bytes > 0 ? ui.s.home_storage_used(size_text(ui, facts.storage.used_bytes), size_text(ui, facts.storage.quota_bytes)) : size_text(ui, facts.storage.used_bytes);
  draw::text_in(ui, line.cut_right(draw::width(ui, used, {Step::dense})), used, Token::text_primary, {Step::dense});
  draw::text_in(ui, line, ui.s.home_storage_label(), Token::text_secondary, {Step::dense});
  float const fraction = facts.storage.quota_bytes > 0 ? static_cast<float>(static_cast<double>(facts.storage.used_bytes) / static_cast<double>(facts.storage.quota_bytes)) : 0;
  Box const bar = right.cut_top(ui.px(6), ui.px(8));
  draw::fill(ui, bar, Token::surface_canvas, 2);
  draw::fill(ui, {bar.x, bar.y, std::max(2.0f, bar.w * fraction), bar.h}, Token::accent_base, 2);
  bool const kept = facts.storage.persistent;
  Box note = right.cut_top(ui.px(18));
  draw::icon_in(ui, note.cut_left(ui.px(14), ui.px(5)), kept ? icon::circle_check : icon::info, kept ? Token::save_ok : Token::text_muted, 14);
  draw::text_in(ui, note, kept ? ui.s.home_storage_persistent() : ui.s.home_storage_evictable(), kept ? Token::save_ok : Token::text_secondary, {Step::dense});
}

// Sentences about plans that the browser has lost, and about a store that can't be read. Returns the height used.
void troubles(Ui const& ui, HomeFacts const& facts, Box& area) {
  auto const row = [&](Tone tone, std::string const& sentence, std::string_view verb) {
    float const height = finding_height(ui, area.w - ui.px(24), sentence, verb);
    if (finding_row(ui, area.cut_top(height, ui.px(8)).inset(ui.px(12), 0), tone, sentence, verb)) ui.send.act(Action::open_files);
  };
  if (!facts.load_failure.empty()) row(Tone::error, facts.load_failure, {});
  for (auto const& lost : facts.lost) row(Tone::error, ui.s.home_lost(lost.name), ui.s.action_open_files());
}

void plan_list(Ui const& ui, HomeFacts const& facts, HomeState& state, Box area) {
  draw::card(ui, area);
  Box head = area.cut_top(ui.px(44)).inset(ui.px(12), 0);
  std::size_t shown = 0;
  for (auto const& plan : facts.plans) shown += plan.trashed_unix_ms == 0;
  Box const search = head.cut_right(ui.px(170), ui.px(12)).middle(ui.px(24));
  heading(ui, head.cut_left(draw::width(ui, ui.s.home_plans_title(), {Step::lead, Weight::bold}), ui.px(8)), ui.s.home_plans_title(), Step::lead);
  if (facts.load_failure.empty()) draw::text_in(ui, head, ui.s.home_plans_count(format_integer(static_cast<std::int64_t>(shown), ui.numbers)), Token::text_muted, {Step::dense});
  if (shown > 3) {
    FieldResult const typed = field_box(ui, search, field_key("home.search"), ui.s.home_search(), state.search, {.icon = icon::search, .placeholder = ui.s.home_search(), .small = true, .clear_button = true});
    if (typed.changed) state.search = std::string(typed.text);
  }
  troubles(ui, facts, area);
  area.cut_bottom(ui.px(12));
  if (area.h > ui.px(230)) storage_card(ui, facts, area.cut_bottom(ui.px(96), ui.px(12)).inset(ui.px(12), 0));
  area.cut_bottom(ui.px(4));
  if (facts.loading) return void(draw::text_in(ui, area.cut_top(ui.px(60)).inset(ui.px(12), 0), ui.s.home_loading(), Token::text_secondary));
  if (shown == 0) {
    // What could not be read or is gone is never greeted as a first visit.
    if (!facts.load_failure.empty() || !facts.lost.empty()) return;
    float const trash_height = ui.px(12 + 26 + 40 * static_cast<float>(facts.plans.size()));
    if (!facts.plans.empty()) trash_list(ui, facts, state, area.cut_bottom(std::min(trash_height, area.h / 2)));
    int const step = empty_state(ui, area, icon::map, ui.s.home_empty_title(), ui.s.home_empty_text(), ui.s.action_new_plan(), ui.s.action_open_sample());
    if (step != 0) ui.send.act(step == 1 ? Action::new_plan : Action::open_sample);
    return;
  }
  head_row(ui, area.cut_top(ui.px(26)));
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("plans", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  std::string const wanted = utf8::fold(state.search);
  Box rows{area.x, area.y - ImGui::GetScrollY(), area.w, 100000};
  for (auto const& plan : facts.plans) {
    if (plan.trashed_unix_ms != 0 || (!wanted.empty() && utf8::fold(plan.name).find(wanted) == std::string::npos)) continue;
    plan_row(ui, plan, state, rows.cut_top(ui.px(56)));
  }
  if (wanted.empty()) trash_part(ui, facts, state, rows);
  ImGui::SetCursorScreenPos({area.x, rows.y});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
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
  plan_list(ui, facts, state, list);
  delete_question(ui, facts, state);
}

std::string size_text(Ui const& ui, std::uint64_t bytes) {
  auto const scaled = [&](std::uint64_t unit, char const* name) {
    Decimal const value{static_cast<std::int64_t>(bytes * 10 / unit) * (micros_per_unit / 10)};
    return format_decimal(value, ui.numbers, 1) + " " + name;
  };
  if (bytes >= 1'000'000'000) return scaled(1'000'000'000, "GB");
  if (bytes >= 1'000'000) return scaled(1'000'000, "MB");
  return format_integer(static_cast<std::int64_t>((bytes + 999) / 1000), ui.numbers) + " kB";
}

std::string when_text(Ui const& ui, std::uint64_t unix_ms) {
  if (unix_ms == 0) return "\xE2\x80\x93";
  constexpr std::int64_t minute_ms = 60'000;
  std::int64_t const local_minutes = static_cast<std::int64_t>(unix_ms) / minute_ms + ui.now.utc_offset_minutes;
  Date const date{static_cast<std::int32_t>(local_minutes / 1440)};
  int const minute = static_cast<int>(local_minutes % 1440);
  auto const two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  std::string const clock = two(minute / 60) + (ui.numbers == NumberStyle::indonesian ? "." : ":") + two(minute % 60);
  int const days = ui.now.date.days - date.days;
  if (days <= 0) return ui.s.when_today(clock);
  if (days == 1) return ui.s.when_yesterday(clock);
  if (days <= 30) return ui.s.when_days(format_integer(days, ui.numbers));
  return format_date_short(date, ui.numbers);
}

}  // namespace rancang
