#include "ui/actions.hpp"

#include "ui/icons_generated.hpp"

namespace rancang {

std::string_view action_label(Action action, Strings const& s) {
  switch (action) {
    case Action::undo: return s.action_undo();
    case Action::redo: return s.action_redo();
    case Action::save_file: return s.action_save_file();
    case Action::save_in_place: return s.action_save_in_place();
    case Action::open_files: return s.action_open_files();
    case Action::new_plan: return s.action_new_plan();
    case Action::open_sample: return s.action_open_sample();
    case Action::open_small_sample: return s.action_open_small_sample();
    case Action::go_home: return s.action_go_home();
    case Action::open_palette: return s.action_open_palette();
    case Action::find_here: return s.action_find_here();
    case Action::show_help: return s.action_show_help();
    case Action::toggle_pane: return s.action_toggle_pane();
    case Action::toggle_theme: return s.action_toggle_theme();
    case Action::toggle_language: return s.action_toggle_language();
    case Action::text_larger: return s.action_text_larger();
    case Action::text_smaller: return s.action_text_smaller();
    case Action::text_normal: return s.action_text_normal();
    case Action::show_stages: return s.action_show_stages();
    case Action::show_owed: return s.action_show_owed();
    case Action::show_changes: return s.action_show_changes();
    case Action::show_attendance: return s.action_show_attendance();
    case Action::show_history: return s.action_show_history();
    case Action::show_trash: return s.action_show_trash();
    case Action::show_findings: return s.action_show_findings();
    case Action::next_finding: return s.action_next_finding();
    case Action::previous_finding: return s.action_previous_finding();
    case Action::paste_outline: return s.action_paste_outline();
    case Action::sign_plan: return s.action_sign_plan();
    case Action::export_csv: return s.action_export_csv();
    case Action::take_over: return s.action_take_over();
    case Action::about: return s.action_about();
    case Action::show_merge: return s.action_show_merge();
    case Action::show_conflicts: return s.action_show_conflicts();
    case Action::show_slices: return s.action_show_slices();
    case Action::show_folder: return s.action_show_folder();
    case Action::count: break;
  }
  return {};
}

char const* action_icon(Action action) {
  switch (action) {
    case Action::undo: return icon::undo_2;
    case Action::redo: return icon::redo_2;
    case Action::save_file: return icon::save;
    case Action::save_in_place: return icon::file_down;
    case Action::open_files: return icon::folder_open;
    case Action::new_plan: return icon::plus;
    case Action::open_sample: return icon::book_open;
    case Action::open_small_sample: return icon::book_open;
    case Action::go_home: return icon::layout_dashboard;
    case Action::open_palette: return icon::search;
    case Action::find_here: return icon::list_filter;
    case Action::show_help: return icon::circle_question_mark;
    case Action::toggle_pane: return icon::panel_right;
    case Action::toggle_theme: return icon::contrast;
    case Action::toggle_language: return icon::message_square;
    case Action::text_larger: return icon::plus;
    case Action::text_smaller: return icon::minus;
    case Action::text_normal: return icon::equal;
    case Action::show_stages: return icon::calendar_days;
    case Action::show_owed: return icon::building_2;
    case Action::show_changes: return icon::git_compare_arrows;
    case Action::show_attendance: return icon::clipboard_check;
    case Action::show_history: return icon::history;
    case Action::show_trash: return icon::trash_2;
    case Action::show_findings: return icon::list_checks;
    case Action::next_finding: return icon::arrow_down;
    case Action::previous_finding: return icon::arrow_up;
    case Action::paste_outline: return icon::list_tree;
    case Action::sign_plan: return icon::signature;
    case Action::export_csv: return icon::file_spreadsheet;
    case Action::take_over: return icon::lock_open;
    case Action::about: return icon::info;
    case Action::show_merge: return icon::git_merge;
    case Action::show_conflicts: return icon::split;
    case Action::show_slices: return icon::share_2;
    case Action::show_folder: return icon::hard_drive;
    case Action::count: break;
  }
  return "";
}

std::optional<Shortcut> action_shortcut(Action action) {
  switch (action) {
    case Action::undo: return Shortcut{'Z', true};
    case Action::redo: return Shortcut{'Y', true};
    case Action::save_file: return Shortcut{'S', true};
    case Action::open_files: return Shortcut{'O', true};
    case Action::open_palette: return Shortcut{'K', true};
    case Action::find_here: return Shortcut{'F', true};
    case Action::show_help: return Shortcut{function_key(1)};
    case Action::next_finding: return Shortcut{function_key(4)};
    case Action::previous_finding: return Shortcut{function_key(4), false, true};
    case Action::save_in_place:
    case Action::new_plan:
    case Action::open_sample:
    case Action::open_small_sample:
    case Action::go_home:
    case Action::toggle_pane:
    case Action::toggle_theme:
    case Action::toggle_language:
    case Action::text_larger:
    case Action::text_smaller:
    case Action::text_normal:
    case Action::show_stages:
    case Action::show_owed:
    case Action::show_changes:
    case Action::show_attendance:
    case Action::show_history:
    case Action::show_trash:
    case Action::show_findings:
    case Action::paste_outline:
    case Action::sign_plan:
    case Action::export_csv:
    case Action::take_over:
    case Action::about:
    case Action::show_merge:
    case Action::show_conflicts:
    case Action::show_slices:
    case Action::show_folder:
    case Action::count: break;
  }
  return std::nullopt;
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

bool needs_plan(Action action) {
  switch (action) {
    case Action::undo:
    case Action::redo:
    case Action::save_file:
    case Action::save_in_place:
    case Action::find_here:
    case Action::toggle_pane:
    case Action::show_stages:
    case Action::show_owed:
    case Action::show_changes:
    case Action::show_attendance:
    case Action::show_history:
    case Action::show_trash:
    case Action::show_findings:
    case Action::show_merge:
    case Action::show_conflicts:
    case Action::next_finding:
    case Action::previous_finding:
    case Action::paste_outline:
    case Action::sign_plan:
    case Action::export_csv:
    case Action::show_slices:
    case Action::show_folder:
    case Action::take_over: return true;
    default: return false;
  }
}

}  // namespace rancang
