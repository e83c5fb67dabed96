#pragma once
// What a table asks to have changed: cells of a block, rows made, moved, copied, deleted. Every wish becomes one command, one step of undo.
// Must not know: drawing, input devices.
#include "ui/grid/grid_selection.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

// Cells collected for one command; years of one series become one value.
class CellWrites {
 public:
  void set(Node const& node, int field, Value value);
  void set_year(Node const& node, int field, Year year, std::optional<std::int64_t> raw);
  // Writes what stands in `column` of `from` into the same column of `to`.
  void copy(Node const& from, Node const& to, GridColumnView const& column);
  void clear(Node const& node, GridColumnView const& column);
  bool empty() const { return writes_.empty(); }
  std::vector<CellWrite> take() { return std::move(writes_); }

 private:
  Value& slot(Node const& node, int field);
  std::vector<CellWrite> writes_;
};
// A series with one year changed; nullopt takes the year out.
SeriesValue series_with(FieldInfo const& field, Value const& now, Year year, std::optional<std::int64_t> raw);

// A new id that no other copy of the plan makes.
Ulid fresh_id(Ui const& ui, PlanView const& plan, std::uint64_t salt = 0);
// What a row made here starts with: the group around it and whatever the filter asks for.
std::vector<std::pair<std::uint8_t, Value>> new_row_values(GridState const& state);

void create_row(Ui const& ui, PlanView const& plan, GridState& state);  // below the selected one; its title is written next
void fill_down(Ui const& ui, PlanView const& plan, GridState& state);   // first row of the block into the others; of one cell: the row above into it
void clear_cells(Ui const& ui, PlanView const& plan, GridState& state);
void duplicate_rows(Ui const& ui, GridState& state);
void delete_rows(Ui const& ui, GridState& state);
void move_rows(Ui const& ui, GridState& state, int direction);          // −1 up, +1 down among the rows shown
void set_column(Ui const& ui, PlanView const& plan, GridState const& state, int field, Value const& value);  // for all selected rows
void toggle_cell(Ui const& ui, PlanView const& plan, GridState const& state, CellKey const& cell);           // yes and no
bool is_writable(PlanView const& plan, GridState const& state, GridColumnView const& column);
bool told_foreign(Ui const& ui, PlanView const& plan, Node const& node);  // in a slice: the row belongs to others, which was said

}  // namespace rancang
