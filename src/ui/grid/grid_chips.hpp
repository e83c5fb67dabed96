#pragma once
// Lists as chips: "APBD 60", "tanpa sumber"; references as chips; what is drawn of them where room is short.
// Must not know: particular records (a percentage is a number between 0 and 100 by its rules).
#include "ui/grid/grid_cells.hpp"

namespace rancang {

// Fills cell.chips and cell.text; false when nothing is given and nothing is owed: the cell shows its dash.
bool write_chips(Ui const& ui, PlanView const& plan, CellLook& cell, Node const& node, FieldInfo const& field);
// As many as fit, then "+2". `row_height` decides how high they are.
void draw_chips(Ui const& ui, Box const& box, std::span<CellChip const> chips);

}  // namespace rancang
