#pragma once
// Names of keys as browsers tell them (KeyboardEvent.code) → ImGui's keys.
// Must not know: what a key does.
#include <string_view>

#include <imgui.h>

namespace rancang::web {

ImGuiKey key_of(std::string_view code);  // ImGuiKey_None for keys that the interface never asks for

}  // namespace rancang::web
