#include "ui/widgets/popup.hpp"

#include <cmath>

#include <imgui_internal.h>

#include "ui/icons_generated.hpp"

namespace rancang {
namespace {
ImGuiID popup_id(std::string_view id) { return ImHashStr(id.data(), id.size()); }
constexpr ImGuiWindowFlags popup_flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
}  // namespace

void popup_open(std::string_view id) { ImGui::OpenPopupEx(popup_id(id)); }
bool popup_is_open(std::string_view id) { return ImGui::IsPopupOpen(popup_id(id), ImGuiPopupFlags_AnyPopupLevel); }
void popup_close() { ImGui::CloseCurrentPopup(); }

bool popup_begin(Ui const& ui, std::string_view id, Box const& anchor, float width, float height, Box& box) {
  ImGuiID const number = popup_id(id);
  if (!ImGui::IsPopupOpen(number, ImGuiPopupFlags_None)) return false;
  float const gap = ui.px(2);
  bool const below = anchor.bottom() + gap + height <= ui.screen.bottom() || anchor.y - ui.screen.y < height;
  float const x = std::clamp(anchor.x, ui.screen.x + gap, std::max(ui.screen.x + gap, ui.screen.right() - width - gap));
  float const wanted = below ? anchor.bottom() + gap : anchor.y - gap - height;
  float const y = std::clamp(wanted, ui.screen.y, std::max(ui.screen.y, ui.screen.bottom() - height));
  ImGui::SetNextWindowPos({x, y});
  ImGui::SetNextWindowSize({width, height});
  ImGui::PushStyleColor(ImGuiCol_Border, ui.color(Token::border_strong));
  bool const open = ImGui::BeginPopupEx(number, popup_flags);
  ImGui::PopStyleColor();
  if (open) box = {x, y, width, height};
  return open;
}
void popup_end() { ImGui::EndPopup(); }

float menu_row_height(Ui const& ui) { return ui.px(ui.touch ? size_control_touch : size_control); }

bool menu_row(Ui const& ui, Box& rows, std::string_view label, MenuRow const& look) {
  Box const box = rows.cut_top(menu_row_height(ui));
  std::uint32_t const state = state_if(look.checked, probe::State::checkable | probe::State::checked);
  Press const p = press(ui, box, label, {.role = probe::Role::menu_item, .state = state, .tooltip = look.disabled, .disabled = !look.disabled.empty(), .focus_ring = false});
  if ((p.hovered || p.focused) && look.disabled.empty()) draw::fill(ui, box.inset(ui.px(2), 0), Token::surface_hover, radius_chip);
  Token const color = !look.disabled.empty() ? Token::text_disabled : look.danger ? Token::sev_error : Token::text_primary;
  Box row = box.inset(ui.px(10), 0);
  if (look.icon) draw::icon_in(ui, row.cut_left(ui.px(16), ui.px(8)), look.icon, look.danger ? color : Token::text_muted, 16);
  if (look.checked) draw::icon_in(ui, row.cut_right(ui.px(14), ui.px(6)), icon::check, Token::accent_text, 14);
  if (!look.note.empty()) draw::text_in(ui, row.cut_right(draw::width(ui, look.note, {Step::caption}), ui.px(8)), look.note, Token::text_muted, {Step::caption});
  draw::text_in(ui, row, label.substr(0, label.find("##")), color, {Step::dense});
  if (p.clicked) ImGui::CloseCurrentPopup();
  return p.clicked;
}

bool dialog_begin(Ui const& ui, std::string_view id, std::string_view title, float width, float height, DialogFrame& frame) {
  ImGuiID const number = popup_id(id);
  if (!ImGui::IsPopupOpen(number, ImGuiPopupFlags_None)) return false;
  float const w = std::min(width, ui.screen.w - ui.px(16)), h = std::min(height, ui.screen.h - ui.px(16));
  Box const box{ui.screen.x + std::floor((ui.screen.w - w) / 2), ui.screen.y + std::floor((ui.screen.h - h) * 0.4f), w, h};
  ImGui::SetNextWindowPos(box.min());
  ImGui::SetNextWindowSize({w, h});
  ImGui::PushStyleColor(ImGuiCol_Border, ui.color(Token::border_strong));
  ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, ui.px(radius_dialog));
  bool const open = ImGui::BeginPopupEx(number, popup_flags | ImGuiWindowFlags_Modal);
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  if (!open) return false;
  if (probe::wanted()) probe::item(title, probe::Role::dialog, box.rect());
  Box inner = box.inset(ui.px(16));
  Box head = inner.cut_top(ui.look.size(Step::title), ui.px(12));
  bool const closed = icon_button(ui, head.cut_right(ui.px(24)).middle(ui.px(24)), icon::x, ui.s.ui_close());
  draw::text_in(ui, head, title, Token::text_primary, {Step::lead, Weight::bold});
  frame.buttons = inner.cut_bottom(ui.px(size_control), ui.px(12));
  frame.content = inner;
  if (closed || ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ImGui::CloseCurrentPopup();
  return true;
}
void dialog_end() { ImGui::EndPopup(); }

}  // namespace rancang
