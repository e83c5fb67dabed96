#pragma once
// How wide the columns of a table are: what their type suggests, what their contents need, who gets the room that is left over.
// Must not know: particular records, how cells are drawn.
#include <vector>

#include "ui/grid/grid_state.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

// Width in CSS px, before the text scale.
float default_width(RecordInfo const& info, ColumnSetting const& setting);
// What stands in it and its head, pixels.
float column_width(Ui const& ui, PlanView const& plan, GridState const& state, ColumnSetting const& setting);
// Gives the title its width, then shares out what is left of `width` (pixels). The columns have their own widths already.
void fit_columns(Ui const& ui, PlanView const& plan, GridState const& state, std::vector<GridColumnView>& columns, float width);

}  // namespace rancang
