#include "ui/grid/grid_view.hpp"

#include <imgui_internal.h>

#include "ui/grid/grid_cells.hpp"
#include "ui/grid/grid_clipboard.hpp"
#include "ui/grid/grid_columns.hpp"
#include "ui/grid/grid_input.hpp"
#include "ui/grid/grid_layout.hpp"
#include "ui/grid/grid_probe.hpp"
#include "ui/grid/grid_rows.hpp"

namespace rancang {
namespace {
constexpr ImGuiWindowFlags table_flags = ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoNavInputs | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings;

// The window scrolls by itself under wheel and finger; keys, bars and jumps move it here.
void begin_scroll(GridState& state) {
  ImGuiWindow* const window = ImGui::GetCurrentWindow();
  bool const moved = window->Scroll.x != state.window_scroll.x || window->Scroll.y != state.window_scroll.y;
  if (moved && !window->Appearing) state.scroll_x = window->Scroll.x, state.scroll_y = window->Scroll.y;
  place_rows(state);
}
void end_scroll(GridState& state) {
  ImGuiWindow* const window = ImGui::GetCurrentWindow();
  window->Scroll = state.window_scroll = {state.scroll_x, state.scroll_y};
}

void update_focus(GridState& state) {
  bool const popup = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
  if (ImGui::IsWindowAppearing()) state.wants_focus = true;  // who comes to a table goes on in it
  if (state.wants_focus && !popup) {
    ImGui::SetWindowFocus();
    state.wants_focus = false;
  }
  state.focused = ImGui::IsWindowFocused() || state.edit.mode == EditMode::picker;
}

void reveal_selection(GridState& state) {
  if (!std::exchange(state.reveal, false)) return;
  auto const row = state.table.row_of(state.selection.head.record);
  if (row) reveal_cell(state, *row, column_of(state.geometry, state.selection.head));
}

// What the pointer rests on, told in full where the cell had to shorten it.
void cell_tooltip(Ui const& ui, PlanView const& plan, GridState const& state, GridHover const& hover) {
  if (!ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal) || hover.column < 0 || state.pointer.drag != GridDrag::none) return;
  GridColumnView const& column = state.geometry.columns[static_cast<std::size_t>(hover.column)];
  if (hover.on_head) {
    FieldInfo const* const field = field_of(state, column);
    if (!field) return;
    std::string text = column_name(ui, plan, state, column);
    std::string_view const help = field_help(ui.s, record_info(state.type), *field);
    if (!help.empty()) text += ". " + std::string(help);
    return tooltip(ui, text);
  }
  if (!hover.row || state.table.row(*hover.row).kind != GridRowKind::record) return;
  tooltip(ui, hover_text(ui, plan, state, *hover.row, hover.column));
}
// Rows, places and wishes of a frame, before anything is drawn.
void prepare(Ui const& ui, PlanView const& plan, GridState& state, Box const& area) {
  sync_rows(ui, plan, state);
  lay_out(ui, plan, state, area);
  answer_wishes(ui, plan, state);
  follow_route(ui, plan, state);
}
}  // namespace

void grid_unseen(Ui const& ui, PlanView const& plan, GridState& state, Box const& area) { prepare(ui, plan, state, area); }

void grid_view(Ui const& ui, PlanView const& plan, RecordType type, GridState& state, Box const& area) {
  prepare(ui, plan, state, area);
  lay_out(ui, plan, state, area);  // a jump may have shown a column or opened a group
  GridGeometry const& g = state.geometry;
  ImGui::SetCursorScreenPos(area.min());
  ImGui::SetNextWindowContentSize({g.content_w + area.w - g.scrolled.w, g.content_h + area.h - g.body.h});
  ImGui::PushID(static_cast<int>(index_of(type)));
  if (ImGui::BeginChild("table", {area.w, area.h}, ImGuiChildFlags_None, table_flags)) {
    begin_scroll(state);
    update_focus(state);
    GridHover const hover = pointer_frame(ui, plan, state);
    cell_tooltip(ui, plan, state, hover);
    keys_frame(ui, plan, state);
    reveal_selection(state);
    lay_out(ui, plan, state, area);
    paint_body(ui, plan, state, hover);
    paint_head(ui, plan, state, hover);
    edit_frame(ui, plan, state);
    paint_bars(ui, state, hover);
    clipboard_frame(ui, plan, state);
    row_menu_frame(ui, plan, state);
    report_cells(ui, plan, state);
    end_scroll(state);
  }
  ImGui::EndChild();
  ImGui::PopID();
}

}  // namespace rancang
