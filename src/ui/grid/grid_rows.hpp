#pragma once
// Keeps the rows of a table in step with the document, and carries out what the host wished: jumps, steps, the row just created.
// Must not know: drawing, input devices.
#include "ui/grid/grid_state.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

// Once a frame, before anything is laid out.
void sync_rows(Ui const& ui, PlanView const& plan, GridState& state);
void answer_wishes(Ui const& ui, PlanView const& plan, GridState& state);
// The route follows the selection while the pane stands open, and the selection follows a route from outside.
void follow_route(Ui const& ui, PlanView const& plan, GridState& state);

// The query was changed: rows anew, at once.
void apply_query(PlanView const& plan, GridState& state);
void clear_filter(GridState& state);  // without applying it
bool has_filter(GridState const& state);
// Columns, sorting, grouping or density were changed: the host keeps them.
void remember_settings(Ui const& ui, GridState& state);

}  // namespace rancang
