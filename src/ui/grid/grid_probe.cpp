#include "ui/grid/grid_probe.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "model/merge.hpp"
#include "ui/grid/grid_columns.hpp"
#include "ui/grid/grid_layout.hpp"
#include "ui/grid/grid_paint.hpp"
#include "ui/grid/grid_rows.hpp"

namespace rancang {
namespace {
constexpr std::string_view total_suffix = "total", mark_key = "mark", number_key = "number";

// "budget.2024" → the field's key and what follows the point.
struct ColumnKey {
  int field = -1;
  Year year = 0;
  ColumnPart part = ColumnPart::value;
};
std::optional<ColumnKey> parse_column(GridState const& state, std::string_view text) {
  std::size_t const point = text.find('.');
  std::string_view const rest = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  ColumnKey key{record_info(state.type).index_of(text.substr(0, point))};
  if (key.field < 0) return std::nullopt;
  if (rest == total_suffix) {
    key.part = ColumnPart::total;
    if (is_level(record_info(state.type).fields[static_cast<std::size_t>(key.field)])) key.year = by_level;
  }
  else
    for (char c : rest) key.year = static_cast<Year>(key.year * 10 + (c - '0'));
  return key;
}

int column_named(GridState const& state, std::string_view text) {
  if (text == mark_key || text == number_key) return text == mark_key ? 0 : 1;
  auto const key = parse_column(state, text);
  return key ? column_of(state.geometry, {{}, key->field, key->year, key->part}) : -1;
}

std::optional<Rect> visible_rect(GridState const& state, int column, Box const& box) {
  Box const part = visible_part(state, column, box);
  return part.empty() ? std::nullopt : std::optional<Rect>(part.rect());
}

void report_heads(Ui const& ui, PlanView const& plan, GridState const& state) {
  for (int i = first_cell_column; i < static_cast<int>(state.geometry.columns.size()); ++i) {
    GridColumnView const& column = state.geometry.columns[static_cast<std::size_t>(i)];
    Box const box = visible_part(state, i, head_cell_box(state, i));
    if (!box.empty() && is_head_shown(state, i)) probe::item(column_name(ui, plan, state, column), probe::Role::column_header, box.rect(), probe::State::none, head_text(ui, plan, state, column).below);
  }
}

std::uint32_t cell_state(GridState const& state, std::optional<GridBlock> const& block, std::size_t row, int column, CellLook const& cell, RowLook const& look) {
  Ulid const id = look.node->id;
  std::uint32_t out = probe::State::none;
  CellKey const key = cell_key(state.geometry.columns[static_cast<std::size_t>(column)], id);
  if (block && block->contains(row, column)) out |= probe::State::selected;
  if (state.focused && key == state.selection.anchor) out |= probe::State::focused;
  if (cell.corner != CellCorner::none) out |= probe::State::invalid;
  if (look.foreign || is_computed(state.geometry.columns[static_cast<std::size_t>(column)])) out |= probe::State::read_only;
  if (state.edit.mode == EditMode::text && state.edit.cell == key) out |= probe::State::editing;
  if (cell.shape == CellShape::check) out |= probe::State::checkable | (cell.entry ? probe::State::checked : probe::State::none);
  return out;
}

void report_record(Ui const& ui, PlanView const& plan, GridState const& state, std::optional<GridBlock> const& block, std::size_t row) {
  RowLook const& look = state.cells->row(ui, plan, state, row);
  std::string const number = " " + std::to_string(state.cells->number_of(state, row));
  for (int i = first_cell_column; i < static_cast<int>(state.geometry.columns.size()); ++i) {
    Box const box = visible_part(state, i, cell_box(state, row, i)).intersect(state.geometry.body);
    if (box.empty()) continue;
    GridColumnView const& column = state.geometry.columns[static_cast<std::size_t>(i)];
    CellLook const& cell = look.cells[static_cast<std::size_t>(i)];
    probe::item(column_name(ui, plan, state, column) + number, probe::Role::cell, box.rect(), cell_state(state, block, row, i, cell, look), cell.text);
  }
}

// The index among records, heads aside.
std::size_t record_index(GridState const& state, std::size_t row) {
  std::size_t heads = 0;
  for (GridGroup const& group : state.table.groups()) heads += group.first < row ? 1 : 0;
  return row - heads;
}
std::size_t head_count(GridState const& state) { return state.table.groups().size(); }
}  // namespace

void report_cells(Ui const& ui, PlanView const& plan, GridState const& state) {
  if (!probe::wanted()) return;
  report_heads(ui, plan, state);
  auto const block = selected_block(state);
  for (std::size_t row = state.geometry.first; row < state.geometry.last; ++row) {
    GridRow const line = state.table.row(row);
    if (line.kind == GridRowKind::record) {
      report_record(ui, plan, state, block, row);
      continue;
    }
    GridGroup const& group = state.table.groups()[line.group];
    std::uint32_t const open = probe::State::openable | (group.collapsed ? probe::State::none : probe::State::open);
    probe::item(group_name(ui, plan, state, group), probe::Role::row_header, row_box(state, row).intersect(state.geometry.body).rect(), open,
                count_text(ui, plan, record_info(state.type), group.totals.count));
  }
}

namespace {
// What stands in a field that two sides have changed: "A / B".
std::string versions_text(PlanView const& plan, Node const& node, std::uint8_t field) {
  std::string out;
  for (auto const& one : different_values(node, field)) {
    std::string const text = value_text(plan.document, node.info().fields[field], one.value, plan.style);
    out += (out.empty() ? "" : " / ") + (text.empty() ? std::string("\xE2\x80\x93") : std::string(utf8::cut(text, 120)));
  }
  return out;
}
}  // namespace

std::string hover_text(Ui const& ui, PlanView const& plan, GridState const& state, std::size_t row, int column) {
  Node const& node = *state.table.row(row).node;
  GridColumnView const& view = state.geometry.columns[static_cast<std::size_t>(column)];
  RowLook const& look = state.cells->row(ui, plan, state, row);
  std::string out;
  if (view.field >= 0) {
    CellLook const& cell = look.cells[static_cast<std::size_t>(column)];
    bool const cut = cell.shape != CellShape::text || cell.width > view.width - 2 * cell_padding(ui, state);
    if (cut) out = cell_text(plan, node, view, plan.style);
    if (cell.corner == CellCorner::conflict) out += (out.empty() ? "" : "\n") + ui.s.merge_mark(versions_text(plan, node, static_cast<std::uint8_t>(view.field)));
  }
  if (look.foreign) out += (out.empty() ? "" : "\n") + foreign_note(plan, ui.s, node);
  for (Finding const& finding : plan.findings.of(node.id)) {
    bool const told = finding.rule == RuleId::record_conflict && finding.field == view.field;  // with its versions
    if (!told && (view.kind == ColumnKind::mark || finding.field == view.field)) out += (out.empty() ? "" : "\n") + finding_sentence(plan, ui.s, finding);
  }
  return out;
}

std::string row_id_at(GridState const& state, std::size_t index) {
  std::size_t row = index;
  for (GridGroup const& group : state.table.groups()) row += group.first <= row ? 1 : 0;
  if (row >= state.table.size()) return {};
  Node const* const node = state.table.row(row).node;
  return node ? ulid_text(node->id) : std::string();
}

std::optional<Rect> cell_rect(GridState const& state, std::string_view id, std::string_view column) {
  auto const record = parse_ulid(id);
  auto const row = record ? state.table.row_of(*record) : std::nullopt;
  int const index = column_named(state, column);
  if (!row || index < 0 || *row < state.geometry.first || *row >= state.geometry.last) return std::nullopt;
  return visible_rect(state, index, cell_box(state, *row, index).intersect(state.geometry.body));
}
std::optional<Rect> header_rect(GridState const& state, std::string_view column) {
  int const index = column_named(state, column);
  return index < 0 ? std::nullopt : visible_rect(state, index, head_cell_box(state, index));
}

std::string read_cell(PlanView const& plan, GridState const& state, std::string_view id, std::string_view column) {
  auto const record = parse_ulid(id);
  auto const key = parse_column(state, column);
  Node const* const node = record ? plan.document.find(state.type, *record) : nullptr;
  if (!node || !key) return {};
  GridColumnView view{.kind = ColumnKind::value, .field = key->field, .year = key->year};
  if (key->part == ColumnPart::total) view.kind = ColumnKind::total;
  else if (key->year != 0) view.kind = ColumnKind::year;
  return cell_text(plan, *node, view, plan.style);
}

GridViewport grid_viewport(GridState const& state) {
  GridViewport out;
  out.count = static_cast<int>(state.table.size() - head_count(state));
  std::size_t first = state.geometry.first, last = state.geometry.last;
  while (first < last && state.table.row(first).kind == GridRowKind::group_head) ++first;
  while (last > first && state.table.row(last - 1).kind == GridRowKind::group_head) --last;
  if (first < last) out.first = static_cast<int>(record_index(state, first)), out.last = static_cast<int>(record_index(state, last - 1));
  return out;
}

void scroll_grid(GridState& state, bool vertical, float fraction) { scroll_to_fraction(state, vertical, fraction); }

bool sort_grid(PlanView const& plan, GridState& state, std::string_view column, bool descending) {
  auto const key = parse_column(state, column);
  if (!key) return false;
  state.query.sort = {key->field, key->year, descending};
  apply_query(plan, state);
  return true;
}
bool filter_grid(PlanView const& plan, GridState& state, std::string_view column, std::string_view contains) {
  auto const key = column.empty() ? std::optional<ColumnKey>(ColumnKey{}) : parse_column(state, column);
  if (!key) return false;
  state.query.filter.text = std::string(contains);
  state.query.filter.text_field = key->field;
  apply_query(plan, state);
  return true;
}
void clear_grid(PlanView const& plan, GridState& state) {
  clear_filter(state);
  state.query.sort = {};
  state.query.group = {};
  apply_query(plan, state);
}

}  // namespace rancang
