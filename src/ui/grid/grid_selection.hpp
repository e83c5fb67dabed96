#pragma once
// What is selected in a table, as rows and columns of the moment, and how the selection moves.
// Must not know: drawing, input devices, commands.
#include "ui/grid/grid_state.hpp"

namespace rancang {

// Inclusive; rows are indexes of GridTable (heads of groups may lie between), columns indexes of GridGeometry::columns.
struct GridBlock {
  std::size_t row0 = 0, row1 = 0;
  int column0 = 0, column1 = 0;
  bool is_one_cell() const { return row0 == row1 && column0 == column1; }
  bool contains(std::size_t row, int column) const { return row >= row0 && row <= row1 && column >= column0 && column <= column1; }
};
// nullopt while nothing is selected or the selected row is filtered out.
std::optional<GridBlock> selected_block(GridState const& state);
std::optional<std::size_t> anchor_row(GridState const& state);
int anchor_column(GridState const& state);  // of the last frame's columns; the title when its own column is hidden

std::vector<Ulid> selected_records(GridState const& state);  // in row order, with those added by Ctrl
std::size_t selected_count(GridState const& state);
bool is_selected(GridState const& state, std::optional<GridBlock> const& block, std::size_t row, Ulid record);
bool is_whole_row(GridState const& state, GridBlock const& block);

enum class Extend : std::uint8_t { no, yes };
void select_cell(GridState& state, std::size_t row, int column, Extend extend = Extend::no);
void select_row(GridState& state, std::size_t row, Extend extend = Extend::no);
void add_row(GridState& state, Ulid record);  // Ctrl + click: in or out
void select_all(GridState& state);
void clear_selection(GridState& state);

// The record rows around `row`: heads are skipped; stays where it is at the ends.
std::size_t row_after(GridState const& state, std::size_t row, std::ptrdiff_t steps);
std::optional<std::size_t> first_record_row(GridState const& state);
std::optional<std::size_t> last_record_row(GridState const& state);

constexpr int first_cell_column = 2;  // the title; mark and number before it are no cells
int last_cell_column(GridState const& state);

}  // namespace rancang
