#pragma once
// press(): the one clickable area under every hand-drawn control. Reports itself to the probe under its accessible name.
// Must not know: how the control looks.
#include <string_view>

#include "ui/ui.hpp"

namespace rancang {

constexpr std::uint32_t state_if(bool on, std::uint32_t state) { return on ? state : probe::State::none; }

struct Press {
  bool clicked = false, hovered = false, held = false, focused = false, double_clicked = false;
  explicit operator bool() const { return clicked; }
};
struct PressLook {
  probe::Role role = probe::Role::button;
  std::uint32_t state = 0;      // probe::State
  std::string_view tooltip;     // shown after half a second
  std::string_view value;
  bool disabled = false;
  bool focus_ring = true;
};
// `label` is the accessible name and must be unique within its window; add "##x" to tell equal ones apart.
Press press(Ui const& ui, Box const& box, std::string_view label, PressLook const& look = {});
// Tooltip of at most a few words beside the pointer.
void tooltip(Ui const& ui, std::string_view text);

}  // namespace rancang
