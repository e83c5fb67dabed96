#include "ui/actions.hpp"

#include <array>

#include "ui/icons_generated.hpp"

namespace rancang {
namespace {
struct Entry {
  Action action = Action::count;
  std::string_view (Strings::*label)() const = nullptr;
  char const* icon = "";
  bool needs_plan = false;
  Shortcut shortcut = {};  // without a key: none
};
constexpr std::size_t action_count = static_cast<std::size_t>(Action::count);
constexpr std::array<Entry, action_count> entries{{
    {Action::undo, &Strings::action_undo, icon::undo_2, true, {'Z', true}},
    {Action::redo, &Strings::action_redo, icon::redo_2, true, {'Y', true}},
    {Action::save_file, &Strings::action_save_file, icon::save, true, {'S', true}},
    {Action::save_in_place, &Strings::action_save_in_place, icon::file_down, true},
    {Action::open_files, &Strings::action_open_files, icon::folder_open, false, {'O', true}},
    {Action::new_plan, &Strings::action_new_plan, icon::plus},
    {Action::open_sample, &Strings::action_open_sample, icon::book_open},
    {Action::open_small_sample, &Strings::action_open_small_sample, icon::book_open},
    {Action::go_home, &Strings::action_go_home, icon::layout_dashboard},
    {Action::open_palette, &Strings::action_open_palette, icon::search, false, {'K', true}},
    {Action::find_here, &Strings::action_find_here, icon::list_filter, true, {'F', true}},
    {Action::show_help, &Strings::action_show_help, icon::circle_question_mark, false, {function_key(1)}},
    {Action::toggle_pane, &Strings::action_toggle_pane, icon::panel_right, true},
    {Action::toggle_theme, &Strings::action_toggle_theme, icon::contrast},
    {Action::toggle_language, &Strings::action_toggle_language, icon::message_square},
    {Action::text_larger, &Strings::action_text_larger, icon::plus},
    {Action::text_smaller, &Strings::action_text_smaller, icon::minus},
    {Action::text_normal, &Strings::action_text_normal, icon::equal},
    {Action::show_stages, &Strings::action_show_stages, icon::calendar_days, true},
    {Action::show_owed, &Strings::action_show_owed, icon::building_2, true},
    {Action::show_attendance, &Strings::action_show_attendance, icon::clipboard_check, true},
    {Action::show_changes, &Strings::action_show_changes, icon::git_compare_arrows, true},
    {Action::show_history, &Strings::action_show_history, icon::history, true},
    {Action::show_trash, &Strings::action_show_trash, icon::trash_2, true},
    {Action::show_findings, &Strings::action_show_findings, icon::list_checks, true},
    {Action::next_finding, &Strings::action_next_finding, icon::arrow_down, true, {function_key(4)}},
    {Action::paste_outline, &Strings::action_paste_outline, icon::list_tree, true},
    {Action::previous_finding, &Strings::action_previous_finding, icon::arrow_up, true, {function_key(4), false, true}},
    {Action::sign_plan, &Strings::action_sign_plan, icon::signature, true},
    {Action::export_csv, &Strings::action_export_csv, icon::file_spreadsheet, true},
    {Action::take_over, &Strings::action_take_over, icon::lock_open, true},
    {Action::about, &Strings::action_about, icon::info},
    {Action::show_merge, &Strings::action_show_merge, icon::git_merge, true},
    {Action::show_conflicts, &Strings::action_show_conflicts, icon::split, true},
    {Action::show_slices, &Strings::action_show_slices, icon::share_2, true},
    {Action::show_folder, &Strings::action_show_folder, icon::hard_drive, true},
}};

constexpr bool is_whole() {
  for (std::size_t i = 0; i < action_count; ++i)
    if (entries[i].action != static_cast<Action>(i)) return false;
  return true;
}
static_assert(is_whole(), "every action, in the order of the list");

Entry const& entry(Action action) { return entries[static_cast<std::size_t>(action)]; }
}  // namespace

std::string_view action_label(Action action, Strings const& s) { return (s.*entry(action).label)(); }
char const* action_icon(Action action) { return entry(action).icon; }
bool needs_plan(Action action) { return entry(action).needs_plan; }
std::optional<Shortcut> action_shortcut(Action action) {
  Shortcut const& shortcut = entry(action).shortcut;
  return shortcut.key == 0 ? std::nullopt : std::optional(shortcut);
}

std::string shortcut_text(Shortcut const& shortcut) {
  std::string out;
  if (shortcut.ctrl) out += "Ctrl+";
  if (shortcut.shift) out += "Shift+";
  if (shortcut.alt) out += "Alt+";
  auto const key = static_cast<unsigned char>(shortcut.key);
  if (key > 0x80) out += "F" + std::to_string(key - 0x80);
  else out += shortcut.key;
  return out;
}

}  // namespace rancang
