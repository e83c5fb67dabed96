// The keyboard over the attendance grid: arrows move, Space ticks, letters go into the filter.
#include <imgui_internal.h>

#include "ui/views/attendance_parts.hpp"

namespace rancang {
namespace {
bool pressed(ImGuiKey key) { return ImGui::IsKeyPressed(key, true); }

bool movement(AttendanceState& state, int page_rows) {
  bool const ctrl = ImGui::GetIO().KeyCtrl;
  int const all = static_cast<int>(state.rows.size());
  if (pressed(ImGuiKey_UpArrow)) move_cursor(state, ctrl ? -all : -1, 0);
  else if (pressed(ImGuiKey_DownArrow)) move_cursor(state, ctrl ? all : 1, 0);
  else if (pressed(ImGuiKey_LeftArrow)) move_cursor(state, 0, -1);
  else if (pressed(ImGuiKey_RightArrow)) move_cursor(state, 0, 1);
  else if (pressed(ImGuiKey_PageUp)) move_cursor(state, -page_rows, 0);
  else if (pressed(ImGuiKey_PageDown)) move_cursor(state, page_rows, 0);
  else if (pressed(ImGuiKey_Home)) move_cursor(state, ctrl ? -all : 0, ctrl ? 0 : -replaces_column);
  else if (pressed(ImGuiKey_End)) move_cursor(state, ctrl ? all : 0, ctrl ? 0 : replaces_column);
  else return false;
  return true;
}

// A letter begins a new search; the rest of the word goes into the field itself.
void search_by_letter(Ui const& ui, AttendanceState& state) {
  for (int key = ImGuiKey_A; key <= ImGuiKey_Z; ++key) {
    if (!ImGui::IsKeyPressed(static_cast<ImGuiKey>(key), false)) continue;
    state.search = std::string(1, static_cast<char>('a' + (key - ImGuiKey_A)));
    state.changed();
    state.begun_by_letter = true;
    return ui.send.act(Action::find_here);
  }
}
}  // namespace

void attendance_keys(Ui const& ui, PlanView const& plan, AttendanceState& state, int page_rows) {
  bool const popup = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
  if (popup || ui.edit.key() != 0 || movement(state, page_rows)) return;
  ImGuiIO const& io = ImGui::GetIO();
  if (ImGui::IsKeyPressed(ImGuiKey_Space, false)) {
    if (io.KeyCtrl && state.column != replaces_column) return tick_column(ui, plan, state, static_cast<std::size_t>(state.column));
    return tick_cursor(ui, plan, state);
  }
  if (ImGui::IsKeyPressed(ImGuiKey_Delete, false) || ImGui::IsKeyPressed(ImGuiKey_Backspace, false)) return clear_cursor(ui, plan, state);
  bool const enter = ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
  if (enter && state.column == replaces_column) return open_replacement(ui, plan, state);
  if (enter && person_at_cursor(state)) return ui.send.go(record_route(plan.document.plan_id, record_type<Person>, state.person));
  if (!io.KeyCtrl && !io.KeyAlt) search_by_letter(ui, state);
}

}  // namespace rancang
