#include "ui/views/outline_view.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "ui/error_text.hpp"
#include "ui/grid/grid_write.hpp"
#include "ui/icons_generated.hpp"
#include "ui/widgets/field_box.hpp"
#include "ui/widgets/notes.hpp"
#include "ui/widgets/popup.hpp"

namespace rancang {
namespace {
constexpr std::string_view dialog_id = "outline";
constexpr float dialog_width = 980, dialog_height = 640, row_height = 22;
constexpr std::size_t drawn_most = 20'000;  // bytes of the text that are drawn while nobody writes

std::string count_of(Ui const& ui, std::size_t count) { return format_integer(static_cast<std::int64_t>(count), ui.numbers); }

void read(PlanView const& plan, OutlineState& state) {
  state.plan = plan_outline(plan.document, state.text, state.base);
  state.seen_revision = plan.editor.revision();
  state.is_foreign = plan.document.scope && std::any_of(state.plan.items.begin(), state.plan.items.end(), [](OutlineItem const& item) { return !item.known && !is_agency_work(outline_type(static_cast<OutlineLevel>(item.from.level))); });
}

// What the outermost lines are, where they don't say it.
void base_part(Ui const& ui, PlanView const& plan, OutlineState& state, Box row) {
  draw::text_in(ui, row.cut_left(draw::width(ui, ui.s.outline_base(), {Step::dense}), ui.px(8)), ui.s.outline_base(), Token::text_secondary, {Step::dense});
  std::string_view labels[outline_level_count];
  float width = 0;
  for (int i = 0; i < outline_level_count; ++i) {
    labels[i] = record_label(ui.s, record_info(outline_type(static_cast<OutlineLevel>(i))));
    width += draw::width(ui, labels[i], {Step::dense}) + ui.px(24);
  }
  int const chosen = segmented(ui, row.cut_left(width), labels, static_cast<int>(state.base));
  if (chosen < 0) return;
  state.base = static_cast<OutlineLevel>(chosen);
  read(plan, state);
}

void text_part(Ui const& ui, PlanView const& plan, OutlineState& state, Box const& box) {
  std::uint64_t const key = field_key("outline.text");
  std::string_view const shown = utf8::cut(std::string_view(state.text).substr(0, drawn_most), drawn_most);
  FieldResult const typed = field_box(ui, box, key, ui.s.outline_text(), shown, {.kind = TextKind::prose, .placeholder = ui.s.outline_example(), .read_only = plan.read_only, .select_all = false});
  if (typed.began && shown.size() < state.text.size()) ui.edit.begin(key, state.text, false);
  if (!typed.changed) return;
  state.text = std::string(typed.text);
  read(plan, state);
}

void problem_row(Ui const& ui, OutlineProblem const& problem, Box row, std::size_t index) {
  std::string const place = ui.s.outline_line(count_of(ui, problem.line)), sentence = error_text(ui.s, problem.problem);
  std::string const text = place + ": " + sentence + (problem.text.empty() ? std::string() : " \xE2\x80\x9C" + std::string(utf8::cut(problem.text, 60)) + "\xE2\x80\x9D");
  Press const p = press(ui, row, text + "##problem" + std::to_string(index), {.role = probe::Role::row, .focus_ring = false});
  draw::icon_in(ui, row.cut_left(ui.px(16), ui.px(6)), icon::triangle_alert, Token::sev_warn_mark, 14);
  if (draw::text_in(ui, row, text, Token::text_primary, {Step::dense}) && p.hovered) tooltip(ui, text);
}

void item_row(Ui const& ui, OutlineItem const& item, Box row, std::size_t index) {
  std::string_view const verdict = item.known ? ui.s.outline_known() : ui.s.outline_new(), kind = record_label(ui.s, record_info(outline_type(static_cast<OutlineLevel>(item.from.level))));
  Press const p = press(ui, row, item.from.text + "##item" + std::to_string(index), {.role = probe::Role::row, .value = verdict, .focus_ring = false});
  row.cut_left(ui.px(16) * static_cast<float>(item.from.level));
  draw::icon_in(ui, row.cut_left(ui.px(14), ui.px(6)), item.known ? icon::check : icon::plus, item.known ? Token::text_muted : Token::accent_text, 14);
  draw::text_in(ui, row.cut_right(draw::width(ui, verdict, {Step::caption}), ui.px(8)), verdict, item.known ? Token::text_muted : Token::accent_text, {Step::caption});
  draw::text_in(ui, row.cut_left(draw::width(ui, kind, {Step::caption}), ui.px(6)), kind, Token::text_muted, {Step::caption});
  if (draw::text_in(ui, row, item.from.text, item.known ? Token::text_muted : Token::text_primary, {Step::dense}) && p.hovered) tooltip(ui, item.from.text);
}

// What cannot be read first, then the tree; only the rows in sight are drawn.
void preview_part(Ui const& ui, OutlineState const& state, Box const& area) {
  draw::outline(ui, area, Token::border_default, radius_control);
  Box const inner = area.inset(ui.px(8), ui.px(4));
  std::size_t const problems = state.plan.problems.size(), count = problems + state.plan.items.size();
  if (count == 0) return void(draw::paragraph(ui, inner.inset(0, ui.px(4)).min(), inner.w, ui.s.outline_preview_empty(), Token::text_muted, {Step::dense}));
  ImGui::SetCursorScreenPos(inner.min());
  ImGui::BeginChild("outline.preview", {inner.w, inner.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  float const height = ui.px(row_height), top = inner.y - ImGui::GetScrollY();
  for (auto i = static_cast<std::size_t>(ImGui::GetScrollY() / height); i < count; ++i) {
    Box const row{inner.x, top + static_cast<float>(i) * height, inner.w - ui.px(12), height};
    if (row.y > inner.bottom()) break;
    if (i < problems) problem_row(ui, state.plan.problems[i], row, i);
    else item_row(ui, state.plan.items[i - problems], row, i - problems);
  }
  ImGui::SetCursorScreenPos({inner.x, top + static_cast<float>(count) * height});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

void take_over(Ui const& ui, PlanView const& plan, OutlineState& state) {
  std::uint64_t made = 0;
  ui.send.edit(outline_command(plan.document, state.plan, [&] { return fresh_id(ui, plan, ++made); }));
  ui.send.notice(ui.s.outline_added(count_of(ui, state.plan.created)));
  if (!outline_level(plan.route.type)) ui.send.go(record_route(plan.document.plan_id, outline_type(OutlineLevel::mission)));
  state.text.clear();
  state.plan = {};
}

// True when the dialog is done.
bool buttons_part(Ui const& ui, PlanView const& plan, OutlineState& state, Box buttons) {
  std::string_view const blocked = plan.read_only ? ui.s.grid_read_only() : state.plan.created == 0 ? ui.s.outline_nothing() : state.is_foreign ? ui.s.slice_common() : std::string_view();
  bool const wanted = button_right(ui, buttons, ui.s.outline_add(count_of(ui, state.plan.created)), {.kind = ButtonKind::primary, .icon = icon::plus, .disabled = blocked});
  if (wanted) take_over(ui, plan, state);
  bool const cancelled = button_right(ui, buttons, ui.s.ui_cancel());
  std::string const summary = ui.s.outline_summary(count_of(ui, state.plan.created), count_of(ui, state.plan.known), count_of(ui, state.plan.problems.size()));
  draw::text_in(ui, buttons, summary, Token::text_secondary, {Step::dense});
  if (probe::wanted()) probe::item(summary, probe::Role::status, buttons.rect());
  return wanted || cancelled;
}
}  // namespace

void outline_view(Ui const& ui, PlanView const& plan, OutlineState& state) {
  bool const fresh = std::exchange(state.wanted, false);
  if (fresh) {
    state.open = true;
    popup_open(dialog_id);
    if (!plan.read_only) ui.edit.begin(field_key("outline.text"), state.text, false);
  }
  if (!state.open) return;
  if (fresh || state.seen_revision != plan.editor.revision()) read(plan, state);
  DialogFrame frame;
  if (!dialog_begin(ui, dialog_id, ui.s.outline_title(), ui.px(dialog_width), ui.px(dialog_height), frame)) {
    state.open = false;
    return;
  }
  Box content = frame.content;
  content.cut_top(read_paragraph(ui, content, ui.s.outline_hint(), Token::text_secondary, {Step::dense}), ui.px(8));
  base_part(ui, plan, state, content.cut_top(ui.px(size_control), ui.px(8)));
  bool const beside = content.w >= ui.px(640);
  Box const left = beside ? content.cut_left((content.w - ui.px(12)) / 2, ui.px(12)) : content.cut_top((content.h - ui.px(8)) / 2, ui.px(8));
  text_part(ui, plan, state, left);
  preview_part(ui, state, content);
  if (buttons_part(ui, plan, state, frame.buttons)) popup_close();
  dialog_end();
}

}  // namespace rancang
