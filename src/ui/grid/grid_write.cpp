#include "ui/grid/grid_write.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/hash.hpp"
#include "model/reference_lookup.hpp"
#include "ui/error_text.hpp"
#include "ui/grid/grid_cells.hpp"
#include "ui/grid/grid_columns.hpp"
#include "ui/record_look.hpp"

namespace rancang {
namespace {
FieldInfo const& field_at(RecordInfo const& info, int field) { return info.fields[static_cast<std::size_t>(field)]; }

std::vector<Node const*> selected_nodes(PlanView const& plan, GridState const& state) {
  std::vector<Node const*> out;
  for (Ulid id : selected_records(state))
    if (Node const* const node = plan.document.find(state.type, id)) out.push_back(node);
  return out;
}

void send_cells(Ui const& ui, CellWrites& writes, SetCells::Cause cause) {
  if (!writes.empty()) ui.send.edit(SetCells{cause, writes.take(), {}});
}

Value value_of_group(FieldInfo const& field, GroupKey const& key) {
  switch (field.type) {
    case ValueType::reference: return key.record ? Value(key.record) : Value();
    case ValueType::references: return key.record ? Value(std::vector<Ulid>{key.record}) : Value();
    case ValueType::boolean: return key.entry != 0;
    default: return EnumIndex{key.entry};
  }
}

// A filter with one choice is what the new row has to be, or it would vanish at once.
std::optional<Value> value_of_choice(FieldInfo const& field, FieldChoice const& choice) {
  if (choice.records.size() + choice.entries.size() != 1) return std::nullopt;
  if (!choice.entries.empty()) return value_of_group(field, {{}, choice.entries.front()});
  if (!choice.records.front() || field.type == ValueType::list) return std::nullopt;
  return value_of_group(field, {choice.records.front(), 0});
}
}  // namespace

SeriesValue series_with(FieldInfo const& field, Value const& now, Year year, std::optional<std::int64_t> raw) {
  SeriesValue const* const before = now.as<SeriesValue>();
  SeriesValue series = before ? *before : SeriesValue{};
  series.element = field.element;
  auto const at = std::lower_bound(series.values.begin(), series.values.end(), year, [](auto const& entry, Year wanted) { return entry.first < wanted; });
  bool const there = at != series.values.end() && at->first == year;
  if (there && raw) at->second = *raw;
  else if (there) series.values.erase(at);
  else if (raw) series.values.insert(at, {year, *raw});
  return series;
}

Value& CellWrites::slot(Node const& node, int field) {
  // Writes of one record stand together.
  for (std::size_t i = writes_.size(); i > 0 && writes_[i - 1].id == node.id; --i)
    if (writes_[i - 1].field == field) return writes_[i - 1].value;
  writes_.push_back({node.type, node.id, static_cast<std::uint8_t>(field), node.get(static_cast<std::size_t>(field))});
  return writes_.back().value;
}
void CellWrites::set(Node const& node, int field, Value value) { slot(node, field) = std::move(value); }

void CellWrites::set_year(Node const& node, int field, Year year, std::optional<std::int64_t> raw) {
  Value& value = slot(node, field);
  value = series_with(field_at(node.info(), field), value, year, raw);
}

void CellWrites::copy(Node const& from, Node const& to, GridColumnView const& column) {
  if (column.kind == ColumnKind::year) return set_year(to, column.field, column.year, series_value(field_at(from.info(), column.field), from.data(), column.year));
  set(to, column.field, from.get(static_cast<std::size_t>(column.field)));
}

void CellWrites::clear(Node const& node, GridColumnView const& column) {
  if (column.kind == ColumnKind::year) return set_year(node, column.field, column.year, std::nullopt);
  FieldInfo const& field = field_at(node.info(), column.field);
  set(node, column.field, field.get(node.info().blank));
}

Ulid fresh_id(Ui const& ui, PlanView const& plan, std::uint64_t salt) {
  std::array<std::uint64_t, 5> facts{plan.editor.replica().packed, plan.editor.revision(), ui.unix_ms, 0, salt};
  std::memcpy(&facts[3], &ui.steady_ms, sizeof(ui.steady_ms));
  std::string_view const bytes(reinterpret_cast<char const*>(facts.data()), sizeof(facts));
  return make_ulid(ui.unix_ms, hash64(bytes, 1), hash64(bytes, 2));
}

std::vector<std::pair<std::uint8_t, Value>> new_row_values(GridState const& state) {
  std::vector<std::pair<std::uint8_t, Value>> out;
  RecordInfo const& info = record_info(state.type);
  for (FieldChoice const& choice : state.query.filter.choices)
    if (auto value = value_of_choice(field_at(info, choice.field), choice)) out.emplace_back(static_cast<std::uint8_t>(choice.field), std::move(*value));
  if (state.kind != 0) out.emplace_back(static_cast<std::uint8_t>(info.role_field(Role::kind)), Value(EnumIndex{state.kind}));
  auto const row = anchor_row(state);
  int const grouped = state.query.group.field;
  bool const chosen = std::any_of(out.begin(), out.end(), [&](auto const& entry) { return entry.first == grouped; });
  if (grouped < 0 || !row || chosen || state.table.groups().empty()) return out;
  out.emplace_back(static_cast<std::uint8_t>(grouped), value_of_group(field_at(info, grouped), state.table.groups()[state.table.row(*row).group].key));
  return out;
}

void create_row(Ui const& ui, PlanView const& plan, GridState& state) {
  if (plan.read_only) return;
  state.created = fresh_id(ui, plan);
  ui.send.edit(CreateRecord{{state.type, state.created, new_row_values(state)}, state.selected_record()});
}

bool is_writable(PlanView const& plan, GridState const& state, GridColumnView const& column) {
  FieldInfo const* const field = field_of(state, column);
  return !plan.read_only && !is_computed(column) && field && !is_spoken(state.type, *field) && !is_inner_code(record_info(state.type), *field);
}

bool told_foreign(Ui const& ui, PlanView const& plan, Node const& node) {
  if (is_writable_in_scope(plan.document, node)) return false;
  ui.send.put(NoticeRequest{error_text(ui.s, error("edit.outside_scope", {record_title(plan.document, node)})), true});
  return true;
}

void fill_down(Ui const& ui, PlanView const& plan, GridState& state) {
  auto const block = selected_block(state);
  if (!block || plan.read_only) return;
  bool const single = block->row0 == block->row1;
  std::size_t const source = single ? row_after(state, block->row0, -1) : block->row0;
  std::size_t const first = single ? block->row0 : block->row0 + 1;
  Node const* const from = state.table.row(source).node;
  if (!from || source == first) return;
  CellWrites writes;
  for (std::size_t row = first; row <= block->row1; ++row) {
    Node const* const to = state.table.row(row).node;
    for (int i = block->column0; to && i <= block->column1; ++i) {
      GridColumnView const& column = state.geometry.columns[static_cast<std::size_t>(i)];
      if (is_writable(plan, state, column)) writes.copy(*from, *to, column);
    }
  }
  send_cells(ui, writes, SetCells::Cause::fill);
}

void clear_cells(Ui const& ui, PlanView const& plan, GridState& state) {
  auto const block = selected_block(state);
  if (!block || plan.read_only) return;
  CellWrites writes;
  for (Node const* node : selected_nodes(plan, state)) {
    if (told_foreign(ui, plan, *node)) return;
    for (int i = block->column0; i <= block->column1; ++i) {
      GridColumnView const& column = state.geometry.columns[static_cast<std::size_t>(i)];
      if (is_writable(plan, state, column)) writes.clear(*node, column);
    }
  }
  send_cells(ui, writes, SetCells::Cause::clear);
}

void duplicate_rows(Ui const& ui, GridState& state) {
  std::vector<Ulid> ids = selected_records(state);
  if (!ids.empty()) ui.send.edit(DuplicateRecords{state.type, std::move(ids), std::string(ui.s.grid_copy_suffix())});
}

void delete_rows(Ui const& ui, GridState& state) {
  DeleteRecords command;
  for (Ulid id : selected_records(state)) command.records.push_back({state.type, id});
  if (!command.records.empty()) ui.send.edit(std::move(command));
}

void move_rows(Ui const& ui, GridState& state, int direction) {
  auto const block = selected_block(state);
  if (!block) return;
  if (state.query.sort.field >= 0) return ui.send.notice(std::string(ui.s.grid_move_needs_order()));
  std::size_t const edge = direction < 0 ? block->row0 : block->row1;
  std::size_t const neighbour = row_after(state, edge, direction);
  if (neighbour == edge || state.table.row(neighbour).group != state.table.row(edge).group) return;
  // Down: the neighbour goes above the block, so that rows of other groups between the two don't matter.
  MoveRecords command{state.type, {}, state.table.row(direction < 0 ? neighbour : block->row0).node->id};
  if (direction > 0) command.ids.push_back(state.table.row(neighbour).node->id);
  for (std::size_t row = block->row0; direction < 0 && row <= block->row1; ++row)
    if (Node const* const node = state.table.row(row).node) command.ids.push_back(node->id);
  ui.send.edit(std::move(command));
  state.reveal = true;
}

void set_column(Ui const& ui, PlanView const& plan, GridState const& state, int field, Value const& value) {
  CellWrites writes;
  for (Node const* node : selected_nodes(plan, state)) writes.set(*node, field, value);
  send_cells(ui, writes, SetCells::Cause::bulk);
}

void toggle_cell(Ui const& ui, PlanView const& plan, GridState const& state, CellKey const& cell) {
  Node const* const node = plan.document.find(state.type, cell.record);
  FieldInfo const& field = field_at(record_info(state.type), cell.field);
  if (!node || plan.read_only || field.type != ValueType::boolean) return;
  bool const on = *static_cast<bool const*>(field.peek(node->data()));
  ui.send.edit(SetField{{state.type, cell.record, static_cast<std::uint8_t>(cell.field), !on}});
}

}  // namespace rancang
