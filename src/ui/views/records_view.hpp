#pragma once
// The screen of a record type: view header, filter bar, grid; the detail pane stands beside it.
// Must not know: particular records beyond what their tables say.
#include "ui/grid/grid_state.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

void records_view(Ui const& ui, PlanView const& plan, RecordType type, GridState& state, Box area);

}  // namespace rancang
