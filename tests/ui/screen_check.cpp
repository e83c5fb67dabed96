#include "screen_check.hpp"

#include <map>
#include <set>

#include <imgui_internal.h>

namespace rancang::testing {
namespace {

using probe::ProbeItem;
using probe::Role;

bool is_seen(ProbeItem const& item) { return (item.state & probe::State::offscreen) == 0; }

// What ImGui makes itself and nobody has to name: windows, their scroll bars and children.
bool is_furniture(ProbeItem const& item) {
  if (item.role == Role::window || item.role == Role::group) return true;
  if (item.role != Role::button || !item.label.empty()) return false;
  for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
    if (!window->Active && item.window == window->ID) return true;  // ImGui's own window for what stands outside of any
    if (item.id == window->ID || item.id == window->ChildId || item.id == window->MoveId) return true;
    if (item.id == ImGui::GetWindowScrollbarID(window, ImGuiAxis_X) || item.id == ImGui::GetWindowScrollbarID(window, ImGuiAxis_Y)) return true;
  }
  return false;
}

std::string where(ProbeItem const& item) {
  return std::string(probe::role_name(item.role)) + " at " + std::to_string(static_cast<int>(item.rect.x)) + "," + std::to_string(static_cast<int>(item.rect.y)) + " " +
         std::to_string(static_cast<int>(item.rect.width)) + "x" + std::to_string(static_cast<int>(item.rect.height));
}

bool is_glyph(ImDrawVert const& vertex, ImFontAtlas const& atlas) {
  if (vertex.uv.x == atlas.TexUvWhitePixel.x && vertex.uv.y == atlas.TexUvWhitePixel.y) return false;
  for (ImVec4 const& line : atlas.TexUvLines)
    if (vertex.uv.y >= std::min(line.y, line.w) && vertex.uv.y <= std::max(line.y, line.w) && vertex.uv.x >= line.x && vertex.uv.x <= line.z) return false;
  return true;
}

// Two triangles over one picture of the font's texture.
bool is_letter(ImDrawIdx const* index, ImDrawVert const* vertices, ImFontAtlas const& atlas) {
  ImDrawIdx const first = index[0];
  if (index[1] != first + 1 || index[2] != first + 2 || index[3] != first || index[4] != first + 2 || index[5] != first + 3) return false;
  return is_glyph(vertices[index[0]], atlas) && is_glyph(vertices[index[2]], atlas);
}

// Places of letters that the edge of their window cuts through. A window that scrolls may cut in the direction in which it scrolls.
void cut_letters(ImGuiWindow const& window, std::set<std::string>& found) {
  constexpr float slack = 2.5f;  // blank rim of a letter's picture
  ImDrawList const& list = *window.DrawList;
  ImFontAtlas const& atlas = *ImGui::GetIO().Fonts;
  for (ImDrawCmd const& command : list.CmdBuffer) {
    for (unsigned i = 0; i + 2 < command.ElemCount;) {
      ImDrawIdx const* const index = &list.IdxBuffer[static_cast<int>(command.IdxOffset + i)];
      bool const quad = i + 5 < command.ElemCount && is_letter(index, &list.VtxBuffer[static_cast<int>(command.VtxOffset)], atlas);
      i += quad ? 6 : 3;
      if (!quad) continue;
      ImDrawVert const& a = list.VtxBuffer[static_cast<int>(index[0] + command.VtxOffset)];
      ImDrawVert const& b = list.VtxBuffer[static_cast<int>(index[2] + command.VtxOffset)];
      ImVec4 const& clip = command.ClipRect;
      bool const outside = b.pos.x <= clip.x || a.pos.x >= clip.z || b.pos.y <= clip.y || a.pos.y >= clip.w;
      if (outside) continue;
      bool const across = a.pos.x < clip.x - slack || b.pos.x > clip.z + slack, down = a.pos.y < clip.y - slack - 2 || b.pos.y > clip.w + slack + 2;
      if (across) found.insert("letters are cut across in " + std::string(window.Name) + " near " + std::to_string(static_cast<int>(a.pos.x)) + "," + std::to_string(static_cast<int>(a.pos.y)));
      if (down && window.ScrollMax.y == 0) found.insert("letters are cut in their height in " + std::string(window.Name) + " near " + std::to_string(static_cast<int>(a.pos.x)) + "," + std::to_string(static_cast<int>(a.pos.y)));
      if (found.size() > 5) return;
    }
  }
}

}  // namespace

bool is_raw_key(std::string_view text) {
  bool separator = false, letter = false;
  char last = '.';
  for (char const c : text) {
    bool const joint = c == '.' || c == '_';
    if (joint && (last == '.' || last == '_')) return false;
    if (!joint && !(c >= 'a' && c <= 'z')) return false;
    separator = separator || joint;
    letter = letter || !joint;
    last = c;
  }
  return separator && letter && last != '.' && last != '_';
}

void find_nameless(UiDriver const& ui, std::vector<std::string>& faults) {
  for (ProbeItem const& item : ui.items())
    if (is_seen(item) && item.label.empty() && !is_furniture(item)) faults.push_back("nameless " + where(item));
}

void find_raw_keys(UiDriver const& ui, std::vector<std::string>& faults) {
  for (ProbeItem const& item : ui.items()) {
    if (!is_seen(item) || item.role == Role::window) continue;
    if (is_raw_key(item.label)) faults.push_back("raw key " + item.label);
    if (item.label.find("record.") != std::string::npos || item.label.find("enum.") != std::string::npos) faults.push_back("raw key in " + item.label);
    if (Strings{}.find(item.value)) faults.push_back("raw key as value of " + item.label + ": " + item.value);
  }
}

void find_equal_ids(UiDriver const& ui, std::vector<std::string>& faults) {
  static std::set<Role> const pressed{Role::button, Role::checkbox, Role::radio, Role::switch_, Role::menu_item, Role::tab, Role::link, Role::tree_item, Role::text_field, Role::option, Role::cell, Role::row};
  std::map<std::uint32_t, ProbeItem const*> known;
  for (ProbeItem const& item : ui.items()) {
    if (!is_seen(item) || item.label.empty() || pressed.count(item.role) == 0) continue;
    auto const [at, fresh] = known.emplace(item.id, &item);
    if (!fresh) faults.push_back("one id for \"" + at->second->label + "\" (" + where(*at->second) + ") and \"" + item.label + "\" (" + where(item) + ")");
  }
}

void find_cut_text(std::vector<std::string>& faults) {
  for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
    if (!window->Active || window->Hidden) continue;
    std::set<std::string> found;
    if (std::string_view(window->Name).find("/table_") != std::string_view::npos) continue;  // a table scrolls sideways by its own means
    cut_letters(*window, found);
    faults.insert(faults.end(), found.begin(), found.end());
  }
}

std::vector<std::string> screen_faults(UiDriver const& ui, Edges edges) {
  std::vector<std::string> faults;
  find_nameless(ui, faults);
  find_raw_keys(ui, faults);
  find_equal_ids(ui, faults);
  if (edges == Edges::checked) find_cut_text(faults);
  return faults;
}

}  // namespace rancang::testing
