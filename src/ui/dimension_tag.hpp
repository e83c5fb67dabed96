#pragma once
// The chip of a dimension: its tint, icon and code, wherever records are listed.
// Must not know: where it is drawn.
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

float dimension_tag_width(Ui const& ui, int index);
void dimension_tag(Ui const& ui, Box const& box, int index);

}  // namespace rancang
