#include "ui/views/choice_list.hpp"

#include "ui/views/version_cards.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {

ChoiceKeys choice_keys(Ui const& ui) {
  ChoiceKeys out;
  ImGuiIO const& io = ImGui::GetIO();
  if (ui.edit.key() != 0 || io.KeyCtrl || io.KeyAlt || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) return out;
  auto const way = [](ImGuiKey forth, ImGuiKey back) { return ImGui::IsKeyPressed(forth, true) ? 1 : ImGui::IsKeyPressed(back, true) ? -1 : 0; };
  out.step = way(ImGuiKey_DownArrow, ImGuiKey_UpArrow);
  out.side = way(ImGuiKey_RightArrow, ImGuiKey_LeftArrow);
  for (int i = 0; i < version_segments; ++i)
    if (ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_1 + i), false) || ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_Keypad1 + i), false)) out.digit = i + 1;
  return out;
}

void choice_list(Ui const& ui, ChoiceList const& list, Box const& area, std::function<void(std::size_t, Box const&)> const& row) {
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild(list.name, {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNavInputs);
  float const height = ui.px(list.row_height);
  if (std::exchange(list.reveal, false)) {
    float const top = static_cast<float>(list.current) * height;
    if (top < ImGui::GetScrollY()) ImGui::SetScrollY(top);
    if (top + height > ImGui::GetScrollY() + area.h) ImGui::SetScrollY(top + height - area.h);
  }
  float const origin = area.y - ImGui::GetScrollY();
  for (auto i = static_cast<std::size_t>(ImGui::GetScrollY() / height); i < list.count; ++i) {
    Box const box{area.x, origin + static_cast<float>(i) * height, area.w, height};
    if (box.y >= area.bottom()) break;
    row(i, box);
  }
  Box hint{area.x + ui.px(12), origin + static_cast<float>(list.count) * height + ui.px(12), area.w - ui.px(24), 0};
  hint.h = list.count == 0 ? 0 : read_paragraph(ui, hint, list.hint, Token::text_secondary, {Step::dense});
  ImGui::SetCursorScreenPos({area.x, hint.bottom() + ui.px(12)});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

}  // namespace rancang
