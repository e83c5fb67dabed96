#include <array>

#include "ui/icons_generated.hpp"
#include "ui/views/overlay_views.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {
struct Key {
  std::string_view keys, text;
};

// Title, one sentence per row; returns the height used.
void keys_part(Ui const& ui, Box& column, std::span<Key const> rows) {
  for (auto const& [keys, text] : rows) {
    Box row = column.cut_top(ui.px(22));
    draw::text_in(ui, row.cut_left(ui.px(118), ui.px(8)), keys, Token::text_primary, {Step::dense, Weight::bold});
    draw::text_in(ui, row, text, Token::text_secondary, {Step::dense});
  }
}

void paragraph_part(Ui const& ui, Box& column, std::string_view text, Token color = Token::text_primary) {
  if (text.empty()) return;
  float const used = read_paragraph(ui, column, text, color, {Step::dense});
  column.cut_top(used, ui.px(8));
}
}  // namespace

void help_view(Ui const& ui, PlanView const* plan, HelpState& state) {
  if (!state.open) return;
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false) && ui.edit.key() == 0) state.open = false;
  float const width = ui.px(380), top = ui.px(layout_app_bar), height = ui.screen.h - top - ui.px(layout_strip);
  Box const box{ui.screen.right() - width, ui.screen.y + top, width, height};
  ImGui::SetNextWindowPos(box.min());
  ImGui::SetNextWindowSize({box.w, box.h});
  ImGui::Begin("help", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
  draw::vline(ui, box.x, box.y, box.bottom(), Token::border_strong);
  Box column = box.inset(ui.px(16), ui.px(10));
  Box head = column.cut_top(ui.px(28), ui.px(8));
  if (icon_button(ui, head.cut_right(ui.px(28)), icon::x, ui.s.ui_close())) state.open = false;
  RecordInfo const* const info = plan && plan->route.screen == Screen::records ? &record_info(plan->route.type) : nullptr;
  heading(ui, head, info ? record_many(ui.s, *info) : ui.s.action_show_help(), Step::lead);
  if (info) {
    paragraph_part(ui, column, ui.s.find("record." + std::string(info->name) + ".why").value_or(std::string_view()));
    FieldInfo const& title = info->fields[static_cast<std::size_t>(info->title_field())];
    paragraph_part(ui, column, field_help(ui.s, *info, title), Token::text_secondary);
  }
  draw::hline(ui, column.x, column.right(), column.y, Token::border_subtle);
  column.cut_top(ui.px(10));
  draw::text_in(ui, column.cut_top(ui.px(18), ui.px(4)), ui.s.keys_title(), Token::text_primary, {Step::body, Weight::bold});
  std::array const rows{Key{"Enter · F2", ui.s.keys_edit()},       Key{"Tab · Shift+Tab", ui.s.keys_tab()},      Key{"Esc", ui.s.keys_escape()},
                        Key{"Ctrl+C · Ctrl+V", ui.s.keys_copy()},  Key{"Ctrl+D", ui.s.keys_fill()},              Key{"Ctrl+Enter", ui.s.keys_new_row()},
                        Key{"Alt+\xE2\x86\x91 \xE2\x86\x93", ui.s.keys_move()}, Key{"Delete", ui.s.keys_clear()}, Key{"Ctrl+Z · Ctrl+Y", ui.s.keys_undo()},
                        Key{"Ctrl+F", ui.s.action_find_here()},    Key{"Ctrl+K", ui.s.action_open_palette()},    Key{"F4 · Shift+F4", ui.s.keys_findings()},
                        Key{"M", ui.s.keys_mute()},                Key{"Ctrl+S", ui.s.action_save_file()},    Key{"F1", ui.s.action_show_help()}};
  keys_part(ui, column, rows);
  column.cut_top(ui.px(10));
  paragraph_part(ui, column, ui.s.keys_certainty(), Token::text_muted);
  if (link(ui, column.min(), ui.s.action_about())) ui.send.act(Action::about);
  ImGui::End();
}

}  // namespace rancang
