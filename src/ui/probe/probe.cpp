#include "ui/probe/probe.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "imgui.h"
#include "imgui_internal.h"

namespace rancang::probe {
namespace {

struct Collector {
  std::vector<ProbeItem> items;      // of the frame being drawn
  std::vector<ProbeItem> last;       // of the last whole frame
  std::size_t count = 0;             // items[0, count) are valid: the strings of older frames keep their memory
  std::uint32_t readers = 0;
  std::uint32_t generation = 0;
  bool collecting = false;
};

Collector& collector() {
  static Collector instance;
  return instance;
}

// The label as a person reads it: without "##…" and without icons, which live in Unicode's private use area (EE 80 80 … EF A3 BF).
void assign_shown(std::string& out, char const* label) {
  out.clear();
  if (!label) return;
  char const* const end = ImGui::FindRenderedTextEnd(label);
  for (char const* at = label; at < end; ++at) {
    auto const byte = static_cast<unsigned char>(*at), second = static_cast<unsigned char>(at + 1 < end ? at[1] : 0);
    bool const icon = end - at >= 3 && (byte == 0xEE || (byte == 0xEF && second < 0xA4));
    if (icon) at += 2;
    else if (*at != ' ' || !out.empty()) out += *at;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
}

Rect visible_part(ImRect box) {
  ImGuiWindow const* window = GImGui->CurrentWindow;
  if (window) box.ClipWith(window->ClipRect);
  return {box.Min.x, box.Min.y, std::max(0.0f, box.GetWidth()), std::max(0.0f, box.GetHeight())};
}

ProbeItem& append() {
  Collector& c = collector();
  if (c.count == c.items.size()) c.items.emplace_back();
  ProbeItem& item = c.items[c.count++];
  item.id = item.window = item.state = 0;
  item.role = Role::button;
  item.label.clear();
  item.value.clear();
  return item;
}

// ImGui tells an item's label right after the item; a few items of the same widget may come between.
ProbeItem* recent(std::uint32_t id) {
  Collector& c = collector();
  std::size_t const oldest = c.count > 8 ? c.count - 8 : 0;
  for (std::size_t i = c.count; i > oldest; --i) {
    if (c.items[i - 1].id == id) return &c.items[i - 1];
  }
  return nullptr;
}

std::uint32_t state_of(ImGuiContext const& g, ImGuiID id, ImGuiLastItemData const* data) {
  std::uint32_t state = State::none;
  if (data && (data->ItemFlags & ImGuiItemFlags_Disabled)) state |= State::disabled;
  if (g.ActiveId == id || (g.NavId == id && g.NavCursorVisible)) state |= State::focused;
  if (g.HoveredId == id) state |= State::hovered;
  return state;
}

void apply_flags(ProbeItem& item, ImGuiItemStatusFlags flags) {
  if (flags & ImGuiItemStatusFlags_Checkable) {
    item.role = Role::checkbox;
    item.state |= State::checkable | ((flags & ImGuiItemStatusFlags_Checked) ? State::checked : State::none);
  }
  if (flags & ImGuiItemStatusFlags_Openable) {
    item.role = Role::tree_item;
    item.state |= State::openable | ((flags & ImGuiItemStatusFlags_Opened) ? State::open : State::none);
  }
  if (flags & ImGuiItemStatusFlags_Inputable) item.role = Role::text_field;
}

bool same(ProbeItem const& a, ProbeItem const& b) {
  return a.id == b.id && a.window == b.window && a.state == b.state && a.role == b.role && a.rect == b.rect && a.label == b.label && a.value == b.value;
}

constexpr std::array<std::string_view, 25> role_names = {
    "button", "checkbox", "radio", "switch", "menuitem", "tab", "link", "treeitem", "textbox", "option", "slider", "grid",
    "row", "gridcell", "columnheader", "rowheader", "heading", "note", "status", "alert", "img", "dialog", "navigation", "group", "region"};

}  // namespace

void want(Reader reader, bool wanted_now) {
  std::uint32_t const bit = 1u << static_cast<std::uint32_t>(reader);
  std::uint32_t& readers = collector().readers;
  readers = wanted_now ? readers | bit : readers & ~bit;
}

bool wanted() { return collector().readers != 0; }

void begin_frame() {
  Collector& c = collector();
  c.collecting = c.readers != 0;
  c.count = 0;
  GImGui->TestEngineHookItems = c.collecting;
}

void end_frame() {
  Collector& c = collector();
  if (!c.collecting) return;
  c.collecting = false;
  GImGui->TestEngineHookItems = false;
  c.items.resize(c.count);
  bool const equal = c.items.size() == c.last.size() && std::equal(c.items.begin(), c.items.end(), c.last.begin(), same);
  if (!equal) ++c.generation;
  std::swap(c.items, c.last);
}

std::vector<ProbeItem> const& items() { return collector().last; }

std::uint32_t generation() { return collector().generation; }

void item(std::string_view label, Role role, Rect rect, std::uint32_t state, std::string_view value) {
  if (!collector().collecting) return;
  ProbeItem& added = append();
  ImGuiWindow const* window = GImGui->CurrentWindow;
  added.window = window ? window->RootWindow->ID : 0;
  added.id = ImHashData(label.data(), label.size(), added.window ^ (static_cast<std::uint32_t>(role) << 24));
  added.label = label;
  added.role = role;
  added.rect = visible_part(ImRect(rect.x, rect.y, rect.x + rect.width, rect.y + rect.height));
  added.state = state | (added.rect.width <= 0 || added.rect.height <= 0 ? State::offscreen : State::none);
  added.value = value;
}

void describe(Role role, std::uint32_t state, std::string_view value) { describe_as({}, role, state, value); }

void describe_as(std::string_view label, Role role, std::uint32_t state, std::string_view value) {
  if (!collector().collecting) return;
  ProbeItem* found = recent(GImGui->LastItemData.ID);
  if (!found) return;
  found->role = role;
  found->state |= state;
  found->value = value;
  if (!label.empty()) found->label = label;
}

ProbeItem const* find(std::string_view label) {
  ProbeItem const* second = nullptr;
  for (ProbeItem const& candidate : items()) {
    if (candidate.label != label || candidate.role == Role::window) continue;
    if (!(candidate.state & (State::offscreen | State::disabled))) return &candidate;
    if (!second) second = &candidate;
  }
  return second;
}

ProbeItem const* find(std::string_view label, Role role) {
  for (ProbeItem const& candidate : items()) {
    if (candidate.label == label && candidate.role == role) return &candidate;
  }
  return nullptr;
}

std::string_view role_name(Role role) { return role_names[static_cast<std::size_t>(role)]; }

}  // namespace rancang::probe

// ---- what ImGui calls while TestEngineHookItems is set ----
using namespace rancang::probe;  // NOLINT(google-build-using-namespace): the hooks are global by ImGui's contract

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* ctx, ImGuiID id, ImRect const& box, ImGuiLastItemData const* data) {
  if (!collector().collecting) return;
  ProbeItem& added = append();
  added.id = id;
  added.window = ctx->CurrentWindow ? ctx->CurrentWindow->RootWindow->ID : 0;
  added.rect = visible_part(box);
  added.state = state_of(*ctx, id, data) | (added.rect.width <= 0 || added.rect.height <= 0 ? State::offscreen : State::none);
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext* ctx, ImGuiID id, char const* label, ImGuiItemStatusFlags flags) {
  if (!collector().collecting) return;
  ProbeItem* found = recent(id);
  if (!found) return;
  assign_shown(found->label, label);
  bool const is_window = ctx->CurrentWindow && ctx->CurrentWindow->ID == id;
  if (is_window) found->role = Role::window;
  apply_flags(*found, flags);
}

void ImGuiTestEngineHook_Log(ImGuiContext*, char const*, ...) {}

char const* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
