#include "platform/web/keys_web.hpp"

#include <algorithm>
#include <iterator>

namespace rancang::web {
namespace {

struct KeyName {
  std::string_view code;
  ImGuiKey key;
};

constexpr KeyName names[] = {
    {"AltLeft", ImGuiKey_LeftAlt},         {"AltRight", ImGuiKey_RightAlt},       {"ArrowDown", ImGuiKey_DownArrow},     {"ArrowLeft", ImGuiKey_LeftArrow},
    {"ArrowRight", ImGuiKey_RightArrow},   {"ArrowUp", ImGuiKey_UpArrow},         {"Backquote", ImGuiKey_GraveAccent},   {"Backslash", ImGuiKey_Backslash},
    {"Backspace", ImGuiKey_Backspace},     {"BracketLeft", ImGuiKey_LeftBracket}, {"BracketRight", ImGuiKey_RightBracket}, {"Comma", ImGuiKey_Comma},
    {"ContextMenu", ImGuiKey_Menu},        {"ControlLeft", ImGuiKey_LeftCtrl},    {"ControlRight", ImGuiKey_RightCtrl},  {"Delete", ImGuiKey_Delete},
    {"End", ImGuiKey_End},                 {"Enter", ImGuiKey_Enter},             {"Equal", ImGuiKey_Equal},             {"Escape", ImGuiKey_Escape},
    {"Home", ImGuiKey_Home},               {"Insert", ImGuiKey_Insert},           {"MetaLeft", ImGuiKey_LeftSuper},      {"MetaRight", ImGuiKey_RightSuper},
    {"Minus", ImGuiKey_Minus},             {"NumpadAdd", ImGuiKey_KeypadAdd},     {"NumpadDecimal", ImGuiKey_KeypadDecimal}, {"NumpadDivide", ImGuiKey_KeypadDivide},
    {"NumpadEnter", ImGuiKey_KeypadEnter}, {"NumpadMultiply", ImGuiKey_KeypadMultiply}, {"NumpadSubtract", ImGuiKey_KeypadSubtract},
    {"PageDown", ImGuiKey_PageDown},       {"PageUp", ImGuiKey_PageUp},           {"Period", ImGuiKey_Period},           {"Quote", ImGuiKey_Apostrophe},
    {"Semicolon", ImGuiKey_Semicolon},     {"ShiftLeft", ImGuiKey_LeftShift},     {"ShiftRight", ImGuiKey_RightShift},   {"Slash", ImGuiKey_Slash},
    {"Space", ImGuiKey_Space},             {"Tab", ImGuiKey_Tab},
};

}  // namespace

ImGuiKey key_of(std::string_view code) {
  char const last = code.empty() ? '\0' : code.back();
  bool const digit = last >= '0' && last <= '9';
  if (code.size() == 4 && code.starts_with("Key") && last >= 'A' && last <= 'Z') return static_cast<ImGuiKey>(ImGuiKey_A + (last - 'A'));
  if (code.size() == 6 && code.starts_with("Digit") && digit) return static_cast<ImGuiKey>(ImGuiKey_0 + (last - '0'));
  if (code.size() == 7 && code.starts_with("Numpad") && digit) return static_cast<ImGuiKey>(ImGuiKey_Keypad0 + (last - '0'));
  if (code.size() == 2 && code[0] == 'F' && last >= '1' && last <= '9') return static_cast<ImGuiKey>(ImGuiKey_F1 + (last - '1'));
  if (code.size() == 3 && code.starts_with("F1") && last >= '0' && last <= '2') return static_cast<ImGuiKey>(ImGuiKey_F10 + (last - '0'));
  auto const* const found = std::find_if(std::begin(names), std::end(names), [code](KeyName const& name) { return name.code == code; });
  return found == std::end(names) ? ImGuiKey_None : found->key;
}

}  // namespace rancang::web
