#pragma once
// The columns of a table, read off the field table of its record type: what exists, how wide it is, what stands in its head.
// Must not know: particular records, how cells are drawn.
#include <string>

#include "ui/grid/grid_state.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

// Every field but the title and the ordering key, in table order, lists behind the figures; money series are followed by their total.
// Of a table of one kind: the fields of that kind are shown, those of other kinds are not among its columns.
std::vector<ColumnSetting> default_columns(RecordInfo const& info, std::uint8_t kind = 0);
// The field by which a new table is grouped: the dimension, where records are also told apart within it; −1 = none.
int default_grouping(RecordInfo const& info);

constexpr float mark_width = 24, number_width = 28;

// The columns on the screen with their places, fitted to `width` (pixels).
std::vector<GridColumnView> visible_columns(Ui const& ui, PlanView const& plan, GridState const& state, float width);
// Hidden by the person, by default, or because the table is grouped by it.
bool is_shown(GridState const& state, ColumnSetting const& setting);

inline bool is_level(FieldInfo const& field) { return !field.rules.times.empty(); }
bool is_computed(GridColumnView const& column);                  // a total: can't be written
FieldInfo const* field_of(GridState const& state, GridColumnView const& column);  // null: mark, number
CellKey cell_key(GridColumnView const& column, Ulid record);
int column_of(GridGeometry const& geometry, CellKey const& cell);  // −1: not on the screen
bool is_right_aligned(FieldInfo const& field);

std::string_view list_unit(Strings const& s, RecordInfo const& info, FieldInfo const& field);  // of a list's rows: what their numbers mean, as far as its name doesn't say it
struct HeadText {
  std::string name, below;  // two lines
  bool bold_below = false;  // a total
};
HeadText head_text(Ui const& ui, PlanView const& plan, GridState const& state, GridColumnView const& column);
// "Pagu 2024": the name of the column where its head is not at hand.
std::string column_name(Ui const& ui, PlanView const& plan, GridState const& state, GridColumnView const& column);

}  // namespace rancang
