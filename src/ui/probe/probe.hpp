#pragma once
// The list of named things on the screen, collected while a frame is drawn: for headless tests, the accessible mirror and `?bench`.
// Dear ImGui's own widgets report themselves through its test hooks; what is drawn by hand calls probe::item().
// Must not know: what the items mean to a plan, who reads the list.
// While nobody wants the list every call returns at once and ImGui's hooks stay off.
#include <cstdint>
#include <string_view>
#include <vector>

#include "platform/probe_item.hpp"

namespace rancang::probe {

// Several readers may want the list; it is collected while any of them does.
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
