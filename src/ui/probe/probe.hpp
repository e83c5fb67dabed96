#pragma once
// The list of named things on the screen, collected while a frame is drawn: for headless tests, the accessible mirror and `?bench`.
// Dear ImGui's own widgets report themselves through its test hooks; what is drawn by hand calls probe::item().
// Must not know: what the items mean to a plan, who reads the list.
// While nobody wants the list every call returns at once and ImGui's hooks stay off.
#include <cstdint>
#include <string>
#include <string_view>
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

// Readers. Several may want the list; it is collected while any of them does.
enum class Reader : std::uint8_t { tests, mirror, bench };
void want(Reader reader, bool wanted);
bool wanted();

// The host calls these around ImGui::NewFrame and ImGui::Render; items() is the last whole frame.
void begin_frame();
void end_frame();
std::vector<ProbeItem> const& items();
std::uint32_t generation();  // grows when a frame's list differs from the one before

// ---- for everything that draws ----
// A hand-drawn item at `rect` of the current window.
void item(std::string_view label, Role role, Rect rect, std::uint32_t state = State::none, std::string_view value = {});
// Says more about the ImGui item submitted last: a Selectable that is a tab, a Button with a value.
void describe(Role role, std::uint32_t state = State::none, std::string_view value = {});
// The same, with a name: for icon buttons, whose ImGui label is a glyph.
void describe_as(std::string_view label, Role role, std::uint32_t state = State::none, std::string_view value = {});

// ---- for readers ----
// First exact match of the label that is on the screen and enabled; else any exact match; else nullptr.
ProbeItem const* find(std::string_view label);
ProbeItem const* find(std::string_view label, Role role);
std::string_view role_name(Role role);  // the ARIA role
}  // namespace rancang::probe
