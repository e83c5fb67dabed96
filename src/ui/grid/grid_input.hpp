#pragma once
// Pointer and keys of a table: what is selected, dragged, sorted, resized, opened.
// Must not know: drawing, how commands are run.
#include "ui/grid/grid_edit.hpp"
#include "ui/grid/grid_paint.hpp"

namespace rancang {

// Inside the table's window, before it is painted. Says what the pointer is over.
GridHover pointer_frame(Ui const& ui, PlanView const& plan, GridState& state);
void keys_frame(Ui const& ui, PlanView const& plan, GridState& state);

// grid_heads.cpp: what can be done with a column's head.
void sort_by(Ui const& ui, PlanView const& plan, GridState& state, GridColumnView const& column);  // up, down, the plan's own order
void fit_column(Ui const& ui, PlanView const& plan, GridState& state, int column);                 // as wide as the rows on the screen need
void drag_width(Ui const& ui, GridState& state, float x);
void begin_width_drag(Ui const& ui, GridState& state, int column, float x);
int drop_place(GridState const& state, float x);
void move_column(Ui const& ui, GridState& state, int column, int before);
void toggle_group(PlanView const& plan, GridState& state, std::size_t group);
void collapse_groups(PlanView const& plan, GridState& state, bool collapsed);

// grid_menu.cpp: everything that can be done with the selected rows; opened by the right button, a resting finger, or a button of the host.
void open_row_menu(GridState& state, Box const& anchor);
void row_menu_frame(Ui const& ui, PlanView const& plan, GridState& state);
void open_in_pane(Ui const& ui, PlanView const& plan, GridState& state);

}  // namespace rancang
