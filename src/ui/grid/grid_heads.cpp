// Heads of columns: sorting, widths, order; heads of groups: open and closed.
#include <algorithm>
#include <cmath>

#include "ui/grid/grid_columns.hpp"
#include "ui/grid/grid_input.hpp"
#include "ui/grid/grid_layout.hpp"
#include "ui/grid/grid_rows.hpp"

namespace rancang {
namespace {
constexpr float narrowest = 28;

GridColumnView const& view(GridState const& state, int column) { return state.geometry.columns[static_cast<std::size_t>(column)]; }

// Position among the year columns of its series: a border further right moves by several widths at once.
int place_in_series(GridState const& state, int column) {
  int place = 0;
  while (column - place > 0 && view(state, column - place - 1).setting == view(state, column).setting && view(state, column).setting >= 0) ++place;
  return place;
}

void set_width(GridState& state, int column, float css_px) {
  GridColumnView const& target = view(state, column);
  float const width = std::max(narrowest, std::round(css_px));
  if (target.kind == ColumnKind::title) state.title_width = std::max(width, 80.0f);
  else if (target.setting >= 0) state.columns[static_cast<std::size_t>(target.setting)].width = width;
}
}  // namespace

void sort_by(Ui const& ui, PlanView const& plan, GridState& state, GridColumnView const& column) {
  if (column.field < 0) return;
  GridSort& sort = state.query.sort;
  bool const same = sort.field == column.field && sort.year == column.year;
  if (!same) sort = {column.field, column.year, false};
  else if (!sort.descending) sort.descending = true;
  else sort = {};
  apply_query(plan, state);
  state.reveal = true;
  remember_settings(ui, state);
}

void fit_column(Ui const& ui, PlanView const& plan, GridState& state, int column) {
  GridColumnView const& target = view(state, column);
  if (target.kind == ColumnKind::title) {
    state.title_width = 0;
    return remember_settings(ui, state);
  }
  if (target.setting < 0) return;
  HeadText const head = head_text(ui, plan, state, target);
  float widest = std::max(draw::width(ui, head.name, {Step::caption, Weight::bold}), draw::width(ui, head.below, {Step::caption, Weight::bold}));
  for (std::size_t row = state.geometry.first; row < state.geometry.last; ++row) {
    if (state.table.row(row).kind != GridRowKind::record) continue;
    CellLook const& cell = state.cells->row(ui, plan, state, row).cells[static_cast<std::size_t>(column)];
    float chips = 0;
    for (CellChip const& chip : cell.chips) chips += chip.width + ui.px(2);
    widest = std::max({widest, cell.width, chips});
  }
  set_width(state, column, std::min(600.0f, (widest + target.lead + 2 * cell_padding(ui, state) + 2) / ui.look.scale));
  remember_settings(ui, state);
}

void begin_width_drag(Ui const& ui, GridState& state, int column, float x) {
  state.pointer = {GridDrag::resize, column, -1, x, view(state, column).width / ui.look.scale, false};
}
void drag_width(Ui const& ui, GridState& state, float x) {
  int const column = state.pointer.column;
  if (column >= static_cast<int>(state.geometry.columns.size())) return;
  float const moved = (x - state.pointer.origin) / ui.look.scale / static_cast<float>(place_in_series(state, column) + 1);
  set_width(state, column, state.pointer.origin_value + moved);
}

int drop_place(GridState const& state, float x) {
  int const count = static_cast<int>(state.geometry.columns.size());
  for (int i = first_cell_column + 1; i < count; ++i) {
    if (place_in_series(state, i) > 0) continue;  // a series moves as a whole
    int last = i;
    while (last + 1 < count && place_in_series(state, last + 1) > 0) ++last;
    float const left = column_box(state, i).x, right = column_box(state, last).right();
    if (x < (left + right) / 2) return i;
  }
  return count;
}

void move_column(Ui const& ui, GridState& state, int column, int before) {
  int const from = view(state, column).setting;
  if (from < 0) return;
  int const count = static_cast<int>(state.geometry.columns.size());
  ColumnSetting const moved = state.columns[static_cast<std::size_t>(from)];
  std::size_t to = before < count ? static_cast<std::size_t>(std::max(0, view(state, before).setting)) : static_cast<std::size_t>(view(state, count - 1).setting) + 1;
  state.columns.erase(state.columns.begin() + from);
  if (to > static_cast<std::size_t>(from)) --to;
  state.columns.insert(state.columns.begin() + static_cast<std::ptrdiff_t>(std::min(to, state.columns.size())), moved);
  remember_settings(ui, state);
}

void toggle_group(PlanView const& plan, GridState& state, std::size_t group) {
  GroupKey const key = state.table.groups()[group].key;
  auto& collapsed = state.query.group.collapsed;
  auto const at = std::find(collapsed.begin(), collapsed.end(), key);
  if (at == collapsed.end()) collapsed.push_back(key);
  else collapsed.erase(at);
  apply_query(plan, state);
}

void collapse_groups(PlanView const& plan, GridState& state, bool collapsed) {
  state.query.group.collapsed.clear();
  if (collapsed)
    for (GridGroup const& group : state.table.groups()) state.query.group.collapsed.push_back(group.key);
  apply_query(plan, state);
}

}  // namespace rancang
