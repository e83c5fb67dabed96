#pragma once
// The one grid, for every record type: columns from the field table, rows from GridTable, drawn by hand on a draw list.
// Must not know: particular records, storage.
#include "ui/grid/grid_state.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

// Draws the table of `type` into `area` (head 34 px, virtual rows, frozen mark, number and title columns) and turns keys and clicks into requests.
void grid_view(Ui const& ui, PlanView const& plan, RecordType type, GridState& state, Box const& area);
// Its part of a frame in which a record lies over it: rows, selection and wishes go on.
void grid_unseen(Ui const& ui, PlanView const& plan, GridState& state, Box const& area);

}  // namespace rancang
