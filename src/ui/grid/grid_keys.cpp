// The keyboard over a table, as in a spreadsheet.
#include <imgui_internal.h>

#include "ui/grid/grid_columns.hpp"
#include "ui/grid/grid_input.hpp"
#include "ui/grid/grid_layout.hpp"
#include "ui/widgets/popup.hpp"

namespace rancang {
namespace {
constexpr double one_try_ms = 2000;

bool pressed(ImGuiKey key) { return ImGui::IsKeyPressed(key, true); }
bool pressed_once(ImGuiKey key) { return ImGui::IsKeyPressed(key, false); }

int page_rows(GridState const& state) { return std::max(1, static_cast<int>(state.geometry.body.h / state.geometry.row_height) - 1); }

void go_to_row(GridState& state, std::optional<std::size_t> row, Extend extend) {
  CellKey const& from = extend == Extend::yes ? state.selection.head : state.selection.anchor;
  if (row) select_cell(state, *row, std::max(first_cell_column, column_of(state.geometry, from)), extend);
  state.reveal = true;
}
void go_to_column(GridState& state, int column, Extend extend) {
  CellKey const& from = extend == Extend::yes ? state.selection.head : state.selection.anchor;
  if (auto const row = state.table.row_of(from.record)) select_cell(state, *row, column, extend);
  state.reveal = true;
}

// Arrows, Home, End, pages: true when one of them was pressed.
bool movement(Ui const& ui, GridState& state) {
  ImGuiIO const& io = ImGui::GetIO();
  Extend const extend = io.KeyShift ? Extend::yes : Extend::no;
  bool const up = pressed(ImGuiKey_UpArrow), down = pressed(ImGuiKey_DownArrow), left = pressed(ImGuiKey_LeftArrow), right = pressed(ImGuiKey_RightArrow);
  bool const home = pressed(ImGuiKey_Home), end = pressed(ImGuiKey_End);
  if (io.KeyAlt) {
    if (up || down) move_rows(ui, state, up ? -1 : 1);
    return up || down;
  }
  if (io.KeyCtrl && (up || home)) go_to_row(state, first_record_row(state), extend);
  else if (io.KeyCtrl && (down || end)) go_to_row(state, last_record_row(state), extend);
  else if (home || (io.KeyCtrl && left)) go_to_column(state, first_cell_column, extend);
  else if (end || (io.KeyCtrl && right)) go_to_column(state, last_cell_column(state), extend);
  else if (up || down) move_anchor(state, up ? -1 : 1, 0, extend);
  else if (left || right) go_to_column(state, std::max(first_cell_column, column_of(state.geometry, io.KeyShift ? state.selection.head : state.selection.anchor)) + (left ? -1 : 1), extend);
  else if (pressed(ImGuiKey_PageUp)) move_anchor(state, -page_rows(state), 0, extend);
  else if (pressed(ImGuiKey_PageDown)) move_anchor(state, page_rows(state), 0, extend);
  else return false;
  return true;
}

// Space: yes and no. Several rows follow the one that is typed into.
void toggle(Ui const& ui, PlanView const& plan, GridState& state) {
  CellKey const cell = state.selection.anchor;
  Node const* const node = plan.document.find(state.type, cell.record);
  if (!node || cell.field < 0 || plan.read_only) return;
  FieldInfo const& field = record_info(state.type).fields[static_cast<std::size_t>(cell.field)];
  if (field.type != ValueType::boolean) return;
  if (selected_count(state) <= 1) return toggle_cell(ui, plan, state, cell);
  set_column(ui, plan, state, cell.field, Value(!*static_cast<bool const*>(field.peek(node->data()))));
}

// A letter or figure where no field waits for it: the row belongs to others. One word typed is one try, which is answered once.
void refuse_typing(Ui const& ui, PlanView const& plan, GridState& state) {
  ImGuiIO const& io = ImGui::GetIO();
  if (!plan.document.scope || io.KeyCtrl || io.KeyAlt || io.KeySuper || plan.read_only) return;
  bool typed = false;
  for (int key = ImGuiKey_0; key <= ImGuiKey_Z; ++key) typed |= pressed_once(static_cast<ImGuiKey>(key));
  for (int key = ImGuiKey_Keypad0; key <= ImGuiKey_Keypad9; ++key) typed |= pressed_once(static_cast<ImGuiKey>(key));
  CellKey const& cell = state.selection.anchor;
  Node const* const node = typed ? plan.document.find(state.type, cell.record) : nullptr;
  if (!node) return;
  bool const same_try = state.refused_cell == cell && ui.steady_ms < state.refused_ms + one_try_ms;
  if (same_try || told_foreign(ui, plan, *node)) state.refused_cell = cell, state.refused_ms = ui.steady_ms;
}

void edit_keys(Ui const& ui, PlanView const& plan, GridState& state) {
  ImGuiIO const& io = ImGui::GetIO();
  bool const enter = pressed(ImGuiKey_Enter) || pressed(ImGuiKey_KeypadEnter);
  if (enter && io.KeyCtrl) return create_row(ui, plan, state);
  if (enter && io.KeyAlt) return open_in_pane(ui, plan, state);
  if (enter && io.KeyShift) return move_anchor(state, -1, 0);
  if (enter) return begin_edit(ui, plan, state, EditStart::replace);
  if (pressed_once(ImGuiKey_F2)) return begin_edit(ui, plan, state, EditStart::append);
  if (pressed_once(ImGuiKey_Delete) || pressed_once(ImGuiKey_Backspace)) return clear_cells(ui, plan, state);
  if (io.KeyCtrl && pressed_once(ImGuiKey_D)) return fill_down(ui, plan, state);
  if (io.KeyCtrl && pressed_once(ImGuiKey_A)) return select_all(state);
  bool const space = pressed_once(ImGuiKey_Space);
  auto const row = anchor_row(state);
  if (space && io.KeyCtrl && row && !state.table.groups().empty()) return toggle_group(plan, state, state.table.row(*row).group);
  if (space) return toggle(ui, plan, state);
  bool const menu = pressed_once(ImGuiKey_Menu) || (io.KeyShift && pressed_once(ImGuiKey_F10));
  if (menu && row) return open_row_menu(state, cell_box(state, *row, anchor_column(state)));
  refuse_typing(ui, plan, state);
  if (pressed_once(ImGuiKey_Escape)) state.selection.head = state.selection.anchor, state.selection.added.clear();
}
}  // namespace

void keys_frame(Ui const& ui, PlanView const& plan, GridState& state) {
  bool const popup = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
  if (!state.focused || is_writing(state) || popup || state.table.size() == 0) return;
  ImGuiIO const& io = ImGui::GetIO();
  if (pressed(ImGuiKey_Tab) && !io.KeyCtrl && !io.KeyAlt) {
    if (state.tab_column < 0) state.tab_column = anchor_column(state);
    return move_anchor(state, 0, io.KeyShift ? -1 : 1);
  }
  if (movement(ui, state)) {
    state.tab_column = -1;
    return;
  }
  edit_keys(ui, plan, state);
}

}  // namespace rancang
