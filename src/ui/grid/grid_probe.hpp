#pragma once
// What is on the screen of a table, for those who don't look at it: tests, the accessible mirror, the benchmark's hook.
// Must not know: who asks.
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "ui/grid/grid_state.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

// Heads, rows and cells of the frame that was just drawn, when somebody wants them.
void report_cells(Ui const& ui, PlanView const& plan, GridState const& state);
// What a cell says in full: its value, the sentences of its findings.
std::string hover_text(Ui const& ui, PlanView const& plan, GridState const& state, std::size_t row, int column);

// ---- for the benchmark's hook. Columns by key: "name", "budget.2024", "budget.total", "mark", "number"; rows count records only. ----
std::string row_id_at(GridState const& state, std::size_t index);  // "" when there is none
std::optional<Rect> cell_rect(GridState const& state, std::string_view id, std::string_view column);  // visible part; nullopt = not on the screen
std::optional<Rect> header_rect(GridState const& state, std::string_view column);
std::string read_cell(PlanView const& plan, GridState const& state, std::string_view id, std::string_view column);
struct GridViewport {
  int first = 0, last = -1;  // records on the screen, both inclusive
  int count = 0;
};
GridViewport grid_viewport(GridState const& state);
void scroll_grid(GridState& state, bool vertical, float fraction);
bool sort_grid(PlanView const& plan, GridState& state, std::string_view column, bool descending);  // false: no such column
bool filter_grid(PlanView const& plan, GridState& state, std::string_view column, std::string_view contains);  // column "": every text
void clear_grid(PlanView const& plan, GridState& state);  // no filter, no sorting, no grouping

}  // namespace rancang
