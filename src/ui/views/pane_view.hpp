#pragma once
// The detail pane at the right of a grid: head (number, dimension, status, previous / next / close), tabs, form, buttons.
// Must not know: particular records beyond what their tables say.
#include "ui/forms/form_state.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

// Wishes of the pane that its host answers.
struct PaneResult {
  bool close = false;
  int step = 0;  // −1 previous row, +1 next row of the grid
};
PaneResult pane_view(Ui const& ui, PlanView const& plan, RecordKey key, FormState& state, Box area);

}  // namespace rancang
