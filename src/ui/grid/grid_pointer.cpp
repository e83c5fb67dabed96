// The pointer over a table: hovering, selecting, drawing a block, dragging bars, borders and heads.
#include <algorithm>
#include <cmath>

#include "ui/grid/grid_columns.hpp"
#include "ui/grid/grid_input.hpp"
#include "ui/grid/grid_layout.hpp"
#include "ui/grid/grid_rows.hpp"
#include "ui/narrow.hpp"

namespace rancang {
namespace {
constexpr float border_reach = 4, drag_slop = 5;

bool can_resize(GridColumnView const& column) { return column.kind != ColumnKind::mark && column.kind != ColumnKind::number; }

// The column whose right edge is within reach, −1 = none.
int border_at(Ui const& ui, GridState const& state, float x) {
  for (int i = static_cast<int>(state.geometry.columns.size()) - 1; i >= 0; --i) {
    GridColumnView const& column = state.geometry.columns[static_cast<std::size_t>(i)];
    float const edge = column_box(state, i).right();
    bool const hidden = !column.frozen && edge < state.geometry.scrolled.x + 1;
    if (can_resize(column) && !hidden && std::abs(x - edge) <= ui.px(border_reach)) return i;
  }
  return -1;
}

GridHover hover_at(Ui const& ui, GridState const& state, ImVec2 at) {
  GridGeometry const& g = state.geometry;
  GridHover hover;
  if (g.head.contains(at)) {
    hover.on_head = true;
    int const border = ui.touch ? -1 : border_at(ui, state, at.x);
    hover.on_border = border >= 0;
    hover.column = hover.on_border ? border : column_at(state, at.x);
    return hover;
  }
  hover.on_bar_y = g.bar_y.contains(at);
  hover.on_bar_x = g.bar_x.contains(at);
  if (!g.body.contains(at)) return hover;
  auto const row = row_at(state, at.y);
  if (row && row_box(state, *row).contains({g.body.x, at.y})) hover.row = row;
  hover.column = column_at(state, at.x);
  return hover;
}

void press_bar(GridState& state, bool vertical, ImVec2 at) {
  Box const thumb = thumb_box(state, vertical);
  float const place = vertical ? at.y : at.x;
  if (!thumb.contains(at)) {
    float const page = vertical ? state.geometry.body.h : state.geometry.scrolled.w;
    bool const back = place < (vertical ? thumb.y : thumb.x);
    return scroll_by(state, vertical ? 0 : (back ? -page : page), vertical ? (back ? -page : page) : 0);
  }
  state.pointer = {vertical ? GridDrag::scroll_y : GridDrag::scroll_x, -1, -1, place, vertical ? state.scroll_y : state.scroll_x, false};
}

void drag_bar(GridState& state, bool vertical, ImVec2 at) {
  GridGeometry const& g = state.geometry;
  Box const thumb = thumb_box(state, vertical), track = vertical ? g.bar_y : g.bar_x;
  float const room = vertical ? track.h - thumb.h : track.w - thumb.w;
  float const range = vertical ? g.content_h - g.body.h : g.content_w - g.scrolled.w;
  if (room <= 0) return;
  float const offset = state.pointer.origin_value + ((vertical ? at.y : at.x) - state.pointer.origin) * range / room;
  (vertical ? state.scroll_y : state.scroll_x) = offset;
  place_rows(state);
}

void press_head(Ui const& ui, PlanView const& plan, GridState& state, GridHover const& hover, ImVec2 at) {
  if (hover.on_border) {
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) return fit_column(ui, plan, state, hover.column);
    return begin_width_drag(ui, state, hover.column, at.x);
  }
  if (hover.column < 0) return;
  if (hover.column < first_cell_column) return select_all(state);
  state.pointer = {GridDrag::reorder, hover.column, -1, at.x, 0, false};
}

bool on_check(Ui const& ui, GridState const& state, std::size_t row, int column, ImVec2 at) {
  FieldInfo const* const field = field_of(state, state.geometry.columns[static_cast<std::size_t>(column)]);
  if (!field || field->type != ValueType::boolean) return false;
  Box const cell = cell_box(state, row, column);
  return at.x < cell.x + cell_padding(ui, state) + ui.px(18);
}

void press_record(Ui const& ui, PlanView const& plan, GridState& state, std::size_t row, int column, ImVec2 at) {
  ImGuiIO const& io = ImGui::GetIO();
  state.tab_column = -1;
  if (io.KeyCtrl) return add_row(state, state.table.row(row).node->id);
  Extend const extend = io.KeyShift ? Extend::yes : Extend::no;
  bool const twice = ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
  if (column >= 0 && column < first_cell_column) {
    if (twice) return open_in_pane(ui, plan, state);
    select_row(state, row, extend);
    if (is_narrow(ui) && extend == Extend::no) return open_in_pane(ui, plan, state);
    state.pointer.drag = GridDrag::rows;
    return;
  }
  int const cell = column < 0 ? last_cell_column(state) : column;
  select_cell(state, row, cell, extend);
  if (on_check(ui, state, row, cell, at)) return toggle_cell(ui, plan, state, state.selection.anchor);
  if (is_narrow(ui) && extend == Extend::no) return open_in_pane(ui, plan, state);
  if (twice) return begin_edit(ui, plan, state, EditStart::append);
  state.pointer = {GridDrag::cells, cell, -1, at.x, 0, false};
}

void press_left(Ui const& ui, PlanView const& plan, GridState& state, GridHover const& hover, ImVec2 at) {
  state.wants_focus = true;
  if (hover.on_bar_y || hover.on_bar_x) return press_bar(state, hover.on_bar_y, at);
  if (hover.on_head) return press_head(ui, plan, state, hover, at);
  // A cell whose text can't be read stays open until it can, or Esc.
  if (!hover.row || (state.edit.mode == EditMode::text && state.edit.problem)) return;
  GridRow const row = state.table.row(*hover.row);
  if (row.kind == GridRowKind::group_head) return toggle_group(plan, state, row.group);
  press_record(ui, plan, state, *hover.row, hover.column, at);
}

void press_right(GridState& state, GridHover const& hover, ImVec2 at) {
  if (!hover.row || state.table.row(*hover.row).kind != GridRowKind::record || is_writing(state)) return;
  Ulid const id = state.table.row(*hover.row).node->id;
  if (!is_selected(state, selected_block(state), *hover.row, id)) select_cell(state, *hover.row, std::max(hover.column, first_cell_column));
  state.wants_focus = true;
  open_row_menu(state, {at.x, at.y, 1, 1});
}

// The block follows the pointer; past an edge the table scrolls, the further the faster.
void drag_block(Ui const& ui, GridState& state, ImVec2 at) {
  GridGeometry const& g = state.geometry;
  float const dy = at.y < g.body.y ? at.y - g.body.y : at.y > g.body.bottom() ? at.y - g.body.bottom() : 0;
  float const dx = at.x < g.scrolled.x && state.scroll_x > 0 && state.pointer.origin > g.scrolled.x ? at.x - g.scrolled.x : at.x > g.scrolled.right() ? at.x - g.scrolled.right() : 0;
  if (dx != 0 || dy != 0) scroll_by(state, std::clamp(dx * 0.3f, -ui.px(40), ui.px(40)), std::clamp(dy * 0.3f, -ui.px(60), ui.px(60)));
  state.pointer.beyond = (dy < 0 && state.scroll_y > 0) || (dy > 0 && state.scroll_y < g.content_h - g.body.h) || (dx > 0 && state.scroll_x < g.content_w - g.scrolled.w) || dx < 0;
  auto row = row_at(state, at.y);
  if (!row) return;
  *row = row_after(state, *row, 0);
  if (state.pointer.drag == GridDrag::rows) return select_row(state, *row, Extend::yes);
  int const column = column_at(state, std::clamp(at.x, g.body.x, g.body.right() - 1));
  select_cell(state, *row, column < 0 ? last_cell_column(state) : column, Extend::yes);
}

void drag(Ui const& ui, GridState& state, ImVec2 at) {
  switch (state.pointer.drag) {
    case GridDrag::cells:
    case GridDrag::rows: return drag_block(ui, state, at);
    case GridDrag::resize: return drag_width(ui, state, at.x);
    case GridDrag::scroll_x: return drag_bar(state, false, at);
    case GridDrag::scroll_y: return drag_bar(state, true, at);
    case GridDrag::reorder: {
      bool const moved = std::abs(at.x - state.pointer.origin) > ui.px(drag_slop);
      bool const movable = state.geometry.columns[static_cast<std::size_t>(state.pointer.column)].setting >= 0;
      if ((moved || state.pointer.drop >= 0) && movable) state.pointer.drop = drop_place(state, at.x);
      return;
    }
    case GridDrag::none: return;
  }
}
}  // namespace

GridHover pointer_frame(Ui const& ui, PlanView const& plan, GridState& state) {
  GridGeometry const& g = state.geometry;
  ImGui::SetCursorScreenPos(g.area.min());
  // Scrolling must not move the item: it always covers what is seen.
  ImGui::InvisibleButton("cells", {g.area.w, g.area.h}, ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight);
  if (probe::wanted()) probe::describe_as(record_many(ui.s, record_info(state.type)), probe::Role::grid, state.focused ? probe::State::focused : probe::State::none);
  ImVec2 const at = ImGui::GetIO().MousePos;
  bool const over = ImGui::IsItemHovered();
  GridHover const hover = over ? hover_at(ui, state, at) : GridHover{};
  if (over && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) press_left(ui, plan, state, hover, at);
  else if (over && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) press_right(state, hover, at);
  else if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) drag(ui, state, at);
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left) && state.pointer.drag != GridDrag::none) {
    GridPointer const done = std::exchange(state.pointer, {});
    bool const exists = done.column >= 0 && done.column < static_cast<int>(g.columns.size());
    if (done.drag == GridDrag::resize) remember_settings(ui, state);
    if (done.drag == GridDrag::reorder && exists && done.drop >= 0) move_column(ui, state, done.column, done.drop);
    else if (done.drag == GridDrag::reorder && exists) sort_by(ui, plan, state, GridColumnView(g.columns[static_cast<std::size_t>(done.column)]));
  }
  if (hover.on_border || state.pointer.drag == GridDrag::resize) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  else if (hover.on_head && hover.column >= first_cell_column) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (ui.touch) return {};
  return hover;
}

}  // namespace rancang
