#include "headless_screen.hpp"

#include "support/source_dir.hpp"
#include "text/help_texts.hpp"
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include <imgui_internal.h>

namespace rancang {
namespace {

std::string font_file(char const* name) {
  std::ifstream in(test::source_path(std::string(".deps/fonts/") + name), std::ios::binary);
  if (!in) throw std::runtime_error("The baked fonts are missing: run `python3 serve.py --setup` first.");
  return {std::istreambuf_iterator<char>(in), {}};
}

std::span<unsigned char const> bytes(std::string const& text) { return {reinterpret_cast<unsigned char const*>(text.data()), text.size()}; }

// What a graphics card does: says that every texture is there.
void accept_textures(ImDrawData& data) {
  if (!data.Textures) return;
  for (ImTextureData* texture : *data.Textures) {
    bool const gone = texture->Status == ImTextureStatus_WantDestroy;
    texture->SetTexID(gone ? ImTextureID_Invalid : static_cast<ImTextureID>(texture->UniqueID + 1));
    texture->SetStatus(gone ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
  }
}

}  // namespace

HeadlessScreen::HeadlessScreen(ImVec2 size) : context_(ImGui::CreateContext()) {
  ImGuiIO& io = use();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.DisplaySize = size;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
}

HeadlessScreen::~HeadlessScreen() {
  use();
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
  ImGui::DestroyContext(context_);
  ImGui::SetCurrentContext(nullptr);
}

ImGuiIO& HeadlessScreen::use() {
  ImGui::SetCurrentContext(context_);
  return context_->IO;
}

void HeadlessScreen::resize(ImVec2 size) { context_->IO.DisplaySize = size; }

bool HeadlessScreen::has_input() const { return context_->InputEventsQueue.Size > 0; }

ImDrawData& HeadlessScreen::drawn() {
  use();
  ImDrawData& data = *ImGui::GetDrawData();
  accept_textures(data);
  return data;
}

FontFiles const& baked_fonts() {
  static std::string const regular = font_file("inter-400.ttf"), bold = font_file("inter-600.ttf"), icons = font_file("icons.ttf");
  static FontFiles const files{bytes(regular), bytes(bold), bytes(icons)};
  return files;
}

void press_keys(ImGuiKeyChord chord, bool down) {
  ImGuiIO& io = ImGui::GetIO();
  for (int const mod : {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt, ImGuiMod_Super})
    if (chord & mod) io.AddKeyEvent(static_cast<ImGuiKey>(mod), down);
  if (auto const key = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_); key != ImGuiKey_None) io.AddKeyEvent(key, down);
}

void click_mouse(ImVec2 at, int clicks, ImGuiMouseButton button, std::function<void()> const& frame) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(at.x, at.y);
  frame();
  for (int i = 0; i < clicks; ++i)
    for (bool const down : {true, false}) {
      io.AddMouseButtonEvent(button, down);
      frame();
    }
}

}  // namespace rancang

// As in the page: texts that are not compiled in are fetched.
rancang::HelpTexts const* rancang::embedded_texts(Language) { return nullptr; }
