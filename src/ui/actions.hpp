#pragma once
// Actions: what a person can ask of the program itself (not of a record). Menu, palette, toolbar and keyboard are made from this one list;
// a new entry does not compile until it has a label, an icon and a shortcut (which may be none).
// Must not know: how an action is carried out (app/ does), screens.
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/strings_generated.hpp"

namespace rancang {

enum class Action : std::uint8_t {
  undo, redo, save_file, save_in_place, open_files, new_plan, open_sample, open_small_sample, go_home, open_palette, find_here, show_help, toggle_pane, toggle_theme, toggle_language,
  text_larger, text_smaller, text_normal, show_stages, show_owed, show_attendance, show_changes, show_history, show_trash, show_findings, next_finding, paste_outline, previous_finding, sign_plan, export_csv, take_over, about, show_merge, show_conflicts, show_slices, show_folder, count
};

struct Shortcut {
  char key = 0;  // upper-case letter, digit, or 0x81… for F1…F12
  bool ctrl = false, shift = false, alt = false;
};
constexpr char function_key(int n) { return static_cast<char>(0x80 + n); }

std::string_view action_label(Action action, Strings const& s);
char const* action_icon(Action action);
std::optional<Shortcut> action_shortcut(Action action);
std::string shortcut_text(Shortcut const& shortcut);  // "Ctrl+Shift+Z", "F1"
bool needs_plan(Action action);                       // available only while a plan is open

}  // namespace rancang
