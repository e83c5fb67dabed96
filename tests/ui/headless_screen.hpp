#pragma once
// Dear ImGui without a screen: a context of its own with the fonts of the product, and a stand-in for the graphics card.
// Must not know: what is drawn, who is tested.
#include <functional>

#include <imgui.h>

#include "ui/look.hpp"

namespace rancang {

// Current from its beginning on; of several that live at once the one that was used last is.
class HeadlessScreen {
 public:
  explicit HeadlessScreen(ImVec2 size);
  ~HeadlessScreen();
  HeadlessScreen(HeadlessScreen const&) = delete;
  HeadlessScreen& operator=(HeadlessScreen const&) = delete;

  ImGuiIO& use();              // makes it the current one
  void resize(ImVec2 size);
  bool has_input() const;      // events that no frame has seen yet
  ImDrawData& drawn();         // of the last frame, with every texture in place

 private:
  ImGuiContext* context_;
};

// The baked fonts, read once. Throws when they are missing.
FontFiles const& baked_fonts();

// All keys of a chord go down, or up again.
void press_keys(ImGuiKeyChord chord, bool down);

// The mouse goes there and presses; `frame` draws one between each of its events.
void click_mouse(ImVec2 at, int clicks, ImGuiMouseButton button, std::function<void()> const& frame);

}  // namespace rancang
