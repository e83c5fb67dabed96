#include "ui/views/folder_view.hpp"

#include "ui/icons_generated.hpp"
#include "ui/views/home_view.hpp"
#include "ui/widgets/button.hpp"

namespace rancang {
namespace {
constexpr float row_height = 44, widest_text = 760;

void wish(Ui const& ui, FolderRequest::Wish wish, std::string label = {}) { ui.send.put(FolderRequest{wish, std::move(label)}); }

char const* row_icon(FolderMark mark) {
  switch (mark) {
    case FolderMark::busy: return icon::refresh_cw;
    case FolderMark::problem: return icon::triangle_alert;
    case FolderMark::merged: break;
  }
  return icon::circle_check;
}
Token row_color(FolderMark mark) { return mark == FolderMark::merged ? Token::save_ok : mark == FolderMark::busy ? Token::save_busy : Token::sev_warn_mark; }

void file_row(Ui const& ui, FolderRow const& row, Box const& box) {
  std::string const who = row.own ? ui.s.folder_row_own(row.who) : row.who;
  std::string const count = row.own ? std::string() : ui.s.folder_row_changes(format_integer(static_cast<std::int64_t>(row.changes), ui.numbers));
  Press const p = press(ui, box, who + "##" + row.file, {.role = probe::Role::row, .value = row.state});
  if (p.hovered) draw::fill(ui, box, Token::surface_hover);
  draw::hline(ui, box.x, box.right(), box.bottom() - 1, Token::border_subtle);
  Box line = box.inset(ui.px(12), 0);
  draw::icon_in(ui, line.cut_left(ui.px(16), ui.px(10)), row_icon(row.mark), row_color(row.mark), 16);
  draw::text_in(ui, line.cut_right(ui.px(130)), count, Token::text_secondary, {Step::dense, Weight::regular, draw::Align::right});
  Box lines = line.middle(ui.px(36));
  draw::text_in(ui, lines.cut_top(ui.px(18)), who, Token::text_primary, {Step::dense, Weight::bold});
  Token const color = row.mark == FolderMark::problem ? Token::sev_warn : Token::text_muted;
  if (draw::text_in(ui, lines, row.file + " \xC2\xB7 " + row.state, color, {Step::caption}) && p.hovered) tooltip(ui, row.state);
}

void rows_view(Ui const& ui, FolderFacts const& facts, Box area) {
  if (facts.rows.empty()) return draw::text_in(ui, area.cut_top(ui.px(40)).inset(ui.px(12), 0), ui.s.folder_no_rows(), Token::text_muted, {Step::dense}), void();
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("folder", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  Box row{area.x, area.y - ImGui::GetScrollY(), area.w, ui.px(row_height)};
  for (FolderRow const& one : facts.rows) {
    file_row(ui, one, row);
    row.y += row.h;
  }
  ImGui::SetCursorScreenPos(row.min());
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

// What state the folder is in, in one line; at its right what can be done about it.
void state_line(Ui const& ui, FolderFacts const& facts, Box row) {
  if (facts.sign == FolderSign::waiting) {
    if (button_right(ui, row, ui.s.folder_allow(), {.kind = ButtonKind::primary, .icon = icon::lock_open})) wish(ui, FolderRequest::Wish::allow);
  }
  if (button_right(ui, row, ui.s.folder_stop(), {.icon = icon::x})) wish(ui, FolderRequest::Wish::stop);
  if (button_right(ui, row, ui.s.folder_pick_other(), {.icon = icon::folder_open})) wish(ui, FolderRequest::Wish::pick);
  bool const bad = !facts.problem.empty();
  char const* const sign = bad ? icon::triangle_alert : facts.sign == FolderSign::waiting ? icon::lock : facts.sign == FolderSign::working ? icon::refresh_cw : icon::folder;
  draw::icon_in(ui, row.cut_left(ui.px(16), ui.px(8)), sign, bad ? Token::sev_warn_mark : Token::text_secondary, 16);
  std::string text = facts.sign == FolderSign::waiting ? ui.s.folder_waiting(facts.name) : facts.name;
  if (bad) text = facts.problem;
  else if (facts.sign == FolderSign::working) (text += " \xC2\xB7 ") += ui.s.folder_working();
  else if (facts.sign == FolderSign::current) (text += " \xC2\xB7 ") += ui.s.folder_current();
  if (draw::text_in(ui, row, text, Token::text_primary, {Step::dense, Weight::bold}) && ImGui::IsMouseHoveringRect(row.min(), row.max())) tooltip(ui, text);
  if (probe::wanted()) probe::item(text, probe::Role::status, row.rect());
}
}  // namespace

void folder_view(Ui const& ui, FolderFacts const& facts, FolderViewState& state, Box area) {
  Box const head = area.cut_top(ui.px(layout_view_header)).inset(ui.px(12), 0);
  heading(ui, head, ui.s.action_show_folder(), Step::lead);
  draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
  if (!ui.shares_folders) return void(empty_state(ui, area, icon::folder, ui.s.action_show_folder(), ui.s.folder_unsupported(), {}));
  if (facts.reads_only) return void(empty_state(ui, area, icon::lock, ui.s.action_show_folder(), ui.s.folder_reading_tab(), {}));
  Box text = area.inset(ui.px(12), ui.px(8));
  text.w = std::min(text.w, ui.px(widest_text));
  float const height = read_paragraph(ui, text, ui.s.folder_what(), Token::text_secondary, {Step::dense});
  area.cut_top(height + ui.px(16));
  Box name = area.cut_top(ui.px(36)).inset(ui.px(12), 0);
  laptop_name_line(ui, facts.label, state.label_before, name);
  if (facts.sign == FolderSign::off || (facts.sign == FolderSign::problem && facts.name.empty())) {
    Box row = area.cut_top(ui.px(40)).inset(ui.px(12), 0);
    if (button_left(ui, row, ui.s.folder_pick(), {.kind = ButtonKind::primary, .icon = icon::folder_open})) wish(ui, FolderRequest::Wish::pick);
    std::string_view const state = facts.problem.empty() ? ui.s.folder_none() : std::string_view(facts.problem);
    draw::text_in(ui, row, state, facts.problem.empty() ? Token::text_muted : Token::sev_warn, {Step::dense});
    if (probe::wanted()) probe::item(state, probe::Role::status, row.rect());
    return;
  }
  state_line(ui, facts, area.cut_top(ui.px(40)).inset(ui.px(12), 0));
  draw::hline(ui, area.x, area.right(), area.y, Token::border_default);
  area.cut_top(1);
  rows_view(ui, facts, area);
}

}  // namespace rancang
