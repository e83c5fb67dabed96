#include "ui/widgets/press.hpp"

#include <imgui_internal.h>

#include "ui/draw.hpp"

namespace rancang {

void tooltip(Ui const& ui, std::string_view text) {
  if (text.empty()) return;
  float const wrap = std::min(draw::width(ui, text, {Step::dense}) + 1, ui.px(360));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(8), ui.px(5)));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1.0f);
  ImGui::PushStyleColor(ImGuiCol_Border, ui.color(Token::border_strong));
  if (ImGui::BeginTooltip()) {
    ImVec2 const at = ImGui::GetCursorScreenPos();
    float const height = draw::paragraph(ui, at, wrap, text, Token::text_primary, {Step::dense});
    ImGui::Dummy({wrap, height});
    ImGui::EndTooltip();
  }
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
}

Press press(Ui const& ui, Box const& box, std::string_view label, PressLook const& look) {
  Press out;
  if (box.empty()) return out;
  ImGui::SetCursorScreenPos(box.min());
  ImGui::PushID(label.data(), label.data() + label.size());
  ImGui::BeginDisabled(look.disabled);
  out.clicked = ImGui::InvisibleButton("press", {box.w, box.h}, ImGuiButtonFlags_EnableNav);
  ImGui::EndDisabled();
  std::string_view const name = label.substr(0, label.find("##"));
  std::uint32_t const state = look.state | state_if(look.disabled, probe::State::disabled);
  if (probe::wanted()) probe::describe_as(name, look.role, state, look.value);
  out.hovered = ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled) && !ui.touch;
  out.held = ImGui::IsItemActive();
  out.focused = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;
  out.double_clicked = out.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
  if (out.hovered && !look.disabled) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (!look.tooltip.empty() && !ui.touch && ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal | ImGuiHoveredFlags_AllowWhenDisabled)) tooltip(ui, look.tooltip);
  ImGui::PopID();
  if (out.focused && look.focus_ring) draw::outline(ui, box.inset(-2), Token::focus_ring, radius_control + 2, 2);
  return out;
}

}  // namespace rancang
