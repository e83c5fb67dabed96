#pragma once
// Lays a table out: columns, head, body, scroll bars, the rows on the screen; turns places into rows and columns and back; scrolls.
// Must not know: drawing, what is in the cells.
#include "ui/grid/grid_state.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

constexpr float head_height = 34;
Density effective_density(Ui const& ui, GridState const& state);  // fingers get 44
float density_row_height(Density density);                        // CSS px
Step cell_step(Ui const& ui, GridState const& state);
float cell_padding(Ui const& ui, GridState const& state);

void lay_out(Ui const& ui, PlanView const& plan, GridState& state, Box const& area);
// After scrolling: keeps the offsets in range and finds the rows on the screen.
void place_rows(GridState& state);
void scroll_by(GridState& state, float dx, float dy);
void scroll_to_fraction(GridState& state, bool vertical, float fraction);
// Scrolls just as far as needed to show a cell.
void reveal_cell(GridState& state, std::size_t row, int column);

Box row_box(GridState const& state, std::size_t row);                  // over the whole width
Box column_box(GridState const& state, int column);                    // over the height of head and body
Box cell_box(GridState const& state, std::size_t row, int column);
Box head_cell_box(GridState const& state, int column);
bool is_head_shown(GridState const& state, int column);                // without rows nothing scrolls: only what fits as a whole
Box visible_part(GridState const& state, int column, Box const& box);  // frozen columns lie over the scrolled ones

// What lies at a place.
std::optional<std::size_t> row_at(GridState const& state, float y);   // rows above and below count as the nearest one on the screen
int column_at(GridState const& state, float x);                       // −1: right of the last column

}  // namespace rancang
