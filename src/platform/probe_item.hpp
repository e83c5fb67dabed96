#pragma once
// What the screen is made of, as a list of named things: the words that ui/probe, the accessible mirror and tests share.
// Must not know: ImGui, what the items mean to a plan.
#include <cstdint>
#include <string>
#include <vector>

#include "platform/platform.hpp"

namespace rancang::probe {

enum class Role : std::uint8_t {
  button, checkbox, radio, switch_, menu_item, tab, link, tree_item, text_field, option, slider,
  grid, row, cell, column_header, row_header, heading, text, status, alert, image, dialog, navigation, group, window,
};

// What a person would call the state of the item; combined by |.
struct State {
  enum : std::uint32_t {
    none = 0,
    checkable = 1u << 0, checked = 1u << 1,       // box, switch, pressed button, chosen option
    openable = 1u << 2, open = 1u << 3,           // tree row, menu, dropdown
    focused = 1u << 4,                            // where the keyboard is; one item of a frame at most
    disabled = 1u << 5, selected = 1u << 6, invalid = 1u << 7, required = 1u << 8,
    read_only = 1u << 9, editing = 1u << 10,      // the real text field lies over it
    hovered = 1u << 11, offscreen = 1u << 12,     // drawn but wholly clipped away
  };
};

struct ProbeItem {
  std::uint32_t id = 0;       // ImGui id, or a hash of the label for items drawn by hand
  std::uint32_t window = 0;   // id of the window that it lies in
  std::string label;          // as shown, without "##…"
  Role role = Role::button;
  Rect rect;                  // visible part, CSS pixels
  std::uint32_t state = State::none;
  std::string value;          // "" = none
};

enum class Reader : std::uint8_t { tests, mirror, bench };

// How the platform reaches the list without knowing who collects it (ui/probe does).
struct Access {
  void (*want)(Reader, bool) = nullptr;
  void (*begin_frame)() = nullptr;
  void (*end_frame)() = nullptr;
  std::vector<ProbeItem> const& (*items)() = nullptr;
  std::uint32_t (*generation)() = nullptr;
  std::string_view (*role_name)(Role) = nullptr;
};

}  // namespace rancang::probe
