#include "ui/grid/grid_selection.hpp"

#include <algorithm>

#include "base/order.hpp"
#include "ui/grid/grid_columns.hpp"

namespace rancang {
namespace {
CellKey key_at(GridState const& state, std::size_t row, int column) {
  Node const* const node = state.table.row(row).node;
  return cell_key(state.geometry.columns[static_cast<std::size_t>(column)], node ? node->id : Ulid{});
}
bool is_record(GridState const& state, std::size_t row) { return state.table.row(row).kind == GridRowKind::record; }
int column_or_title(GridState const& state, CellKey const& cell) {
  int const column = column_of(state.geometry, cell);
  return column < first_cell_column ? first_cell_column : column;
}
}  // namespace

int last_cell_column(GridState const& state) { return std::max(first_cell_column, static_cast<int>(state.geometry.columns.size()) - 1); }

std::optional<std::size_t> anchor_row(GridState const& state) {
  if (!state.selection.anchor.record) return std::nullopt;
  return state.table.row_of(state.selection.anchor.record);
}
int anchor_column(GridState const& state) { return column_or_title(state, state.selection.anchor); }

std::optional<GridBlock> selected_block(GridState const& state) {
  auto const from = anchor_row(state);
  if (!from) return std::nullopt;
  std::size_t const to = state.table.row_of(state.selection.head.record).value_or(*from);
  int const a = anchor_column(state), b = column_or_title(state, state.selection.head);
  return GridBlock{std::min(*from, to), std::max(*from, to), std::min(a, b), std::max(a, b)};
}

std::vector<Ulid> selected_records(GridState const& state) {
  std::vector<Ulid> out;
  auto const block = selected_block(state);
  if (block)
    for (std::size_t row = block->row0; row <= block->row1; ++row)
      if (Node const* const node = state.table.row(row).node) out.push_back(node->id);
  if (state.selection.added.empty()) return out;
  std::vector<std::size_t> rows;
  for (Ulid id : state.selection.added)
    if (auto const row = state.table.row_of(id); row && !(block && *row >= block->row0 && *row <= block->row1)) rows.push_back(*row);
  sort_list(rows);
  std::size_t const before = static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [&](std::size_t row) { return block && row < block->row0; }));
  std::vector<Ulid> sorted;
  for (std::size_t i = 0; i < before; ++i) sorted.push_back(state.table.row(rows[i]).node->id);
  sorted.insert(sorted.end(), out.begin(), out.end());
  for (std::size_t i = before; i < rows.size(); ++i) sorted.push_back(state.table.row(rows[i]).node->id);
  return sorted;
}

std::size_t selected_count(GridState const& state) {
  auto const block = selected_block(state);
  std::size_t count = 0;
  if (block) {
    count = block->row1 - block->row0 + 1;
    for (GridGroup const& group : state.table.groups()) count -= group.first > block->row0 && group.first < block->row1 ? 1 : 0;
  }
  for (Ulid id : state.selection.added)
    if (auto const row = state.table.row_of(id); row && !(block && *row >= block->row0 && *row <= block->row1)) ++count;
  return count;
}

bool is_selected(GridState const& state, std::optional<GridBlock> const& block, std::size_t row, Ulid record) {
  if (block && row >= block->row0 && row <= block->row1) return true;
  return std::binary_search(state.selection.added.begin(), state.selection.added.end(), record);
}
bool is_whole_row(GridState const& state, GridBlock const& block) { return block.column0 <= first_cell_column && block.column1 == last_cell_column(state) && block.column1 > block.column0; }

void select_cell(GridState& state, std::size_t row, int column, Extend extend) {
  if (row >= state.table.size() || !is_record(state, row) || static_cast<int>(state.geometry.columns.size()) <= first_cell_column) return;
  CellKey const key = key_at(state, row, std::clamp(column, first_cell_column, last_cell_column(state)));
  state.selection.head = key;
  if (extend == Extend::no || !state.selection.anchor.record) {
    state.selection.anchor = key;
    state.selection.added.clear();
  }
}

void select_row(GridState& state, std::size_t row, Extend extend) {
  select_cell(state, row, first_cell_column, extend);
  if (row < state.table.size() && is_record(state, row)) {
    if (extend == Extend::yes && state.selection.anchor.record) {
      auto const title = state.geometry.columns[static_cast<std::size_t>(first_cell_column)];
      state.selection.anchor = cell_key(title, state.selection.anchor.record);
    }
    state.selection.head = key_at(state, row, last_cell_column(state));
  }
}

void add_row(GridState& state, Ulid record) {
  auto& added = state.selection.added;
  auto const row = state.table.row_of(record);
  if (!row) return;
  if (!state.selection.anchor.record) return select_row(state, *row);
  auto const block = selected_block(state);
  if (block && *row >= block->row0 && *row <= block->row1) {  // out of the block: what stays becomes single rows
    std::vector<Ulid> rest = selected_records(state);
    rest.erase(std::remove(rest.begin(), rest.end(), record), rest.end());
    if (rest.empty()) return;
    select_cell(state, *state.table.row_of(rest.front()), anchor_column(state));
    added.assign(rest.begin() + 1, rest.end());
    sort_list(added);
    return;
  }
  auto const at = std::lower_bound(added.begin(), added.end(), record);
  if (at != added.end() && *at == record) added.erase(at);
  else added.insert(at, record);
}

void select_all(GridState& state) {
  auto const first = first_record_row(state), last = last_record_row(state);
  if (!first) return;
  select_cell(state, *first, first_cell_column);
  select_cell(state, *last, last_cell_column(state), Extend::yes);
}
void clear_selection(GridState& state) { state.selection = {}; }

std::size_t row_after(GridState const& state, std::size_t row, std::ptrdiff_t steps) {
  std::ptrdiff_t const size = static_cast<std::ptrdiff_t>(state.table.size()), direction = steps < 0 ? -1 : 1;
  std::ptrdiff_t at = static_cast<std::ptrdiff_t>(row), found = at;
  // Whole pages are taken at once; only heads next to the goal are walked over.
  std::ptrdiff_t wanted = std::clamp<std::ptrdiff_t>(at + steps, 0, size - 1);
  for (at = wanted; at >= 0 && at < size; at += direction)
    if (is_record(state, static_cast<std::size_t>(at))) return static_cast<std::size_t>(at);
  for (at = wanted; at != found && at >= 0 && at < size; at -= direction)
    if (is_record(state, static_cast<std::size_t>(at))) return static_cast<std::size_t>(at);
  return row;
}

std::optional<std::size_t> first_record_row(GridState const& state) {
  for (std::size_t row = 0; row < state.table.size(); ++row)
    if (is_record(state, row)) return row;
  return std::nullopt;
}
std::optional<std::size_t> last_record_row(GridState const& state) {
  for (std::size_t row = state.table.size(); row-- > 0;)
    if (is_record(state, row)) return row;
  return std::nullopt;
}

}  // namespace rancang
