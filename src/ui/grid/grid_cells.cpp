#include "ui/grid/grid_cells.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "model/merge.hpp"
#include "ui/grid/grid_chips.hpp"
#include "ui/grid/grid_columns.hpp"
#include "ui/grid/grid_layout.hpp"
#include "ui/icons_generated.hpp"
#include "ui/record_look.hpp"

namespace rancang {
namespace {
constexpr std::string_view dash = "\xE2\x80\x93";
constexpr std::size_t longest_shown = 240;  // characters; more never fits a cell

std::size_t hash_of(std::vector<GridColumnView> const& columns) {
  std::uint64_t hash = columns.size();
  for (GridColumnView const& c : columns) hash = hash * 1099511628211ULL + static_cast<std::uint64_t>(c.field + 1) * 8191 + static_cast<std::uint64_t>(c.year) * 7 + static_cast<std::uint64_t>(c.kind);
  return static_cast<std::size_t>(hash);
}

bool is_empty_cell(Node const& node, FieldInfo const& field, GridColumnView const& column) {
  if (column.kind == ColumnKind::total && is_level(field)) return !node.info().level(static_cast<std::size_t>(column.field), node.data());
  if (column.kind == ColumnKind::year) return !series_value(field, node.data(), column.year);
  if (field.type == ValueType::text) return peek_text(field, node.data()).empty();
  if (field.type == ValueType::reference) return !peek_reference(field, node.data());
  if (field.type == ValueType::list) return field.row_count(node.data()) == 0;
  Value const value = field.get(node.data());
  if (EnumIndex const* const entry = value.as<EnumIndex>()) return entry->index == 0 && field.enumeration->names[0].empty();
  return is_empty(value);
}

// A word about a whole series stands on its total; on its first year while nothing is given, or where there is no total.
bool stands_here(PlanView const& plan, Node const& node, FieldInfo const& field, GridColumnView const& column, Year year) {
  if (field.type != ValueType::series) return column.kind != ColumnKind::total;
  if (year != 0) return column.kind == ColumnKind::year && column.year == year;
  if (field.element == Element::money && !is_empty(field.get(node.data()))) return column.kind == ColumnKind::total;
  auto const& years = plan.years_of(field);
  return column.kind == ColumnKind::year && !years.empty() && column.year == years.front();
}

// The worst thing that is said about one cell.
CellCorner corner_of(PlanView const& plan, Node const& node, FieldInfo const& field, GridColumnView const& column) {
  if (!node.causal->others.empty() && field_state(node, static_cast<std::uint8_t>(column.field)) == FieldState::conflict && stands_here(plan, node, field, column, 0)) return CellCorner::conflict;
  CellCorner corner = CellCorner::none;
  for (Finding const& finding : plan.findings.of(node.id)) {
    if (finding.field != column.field || finding.severity == Severity::info || !stands_here(plan, node, field, column, finding.year)) continue;
    if (finding.severity == Severity::error) return CellCorner::invalid;
    corner = CellCorner::missing;
  }
  return corner;
}

void write_text(Ui const& ui, CellLook& cell, std::string_view text, Step step) {
  cell.text.assign(utf8::cut(text, longest_shown));
  std::replace(cell.text.begin(), cell.text.end(), '\n', ' ');
  cell.width = draw::width(ui, cell.text, {step, cell.bold ? Weight::bold : Weight::regular});
}

void write_empty(Ui const& ui, CellLook& cell, Step step) {
  bool const owed = cell.corner == CellCorner::missing || cell.corner == CellCorner::invalid;
  cell.color = owed ? Token::text_secondary : Token::text_muted;
  cell.bold = false;
  write_text(ui, cell, owed ? ui.s.grid_fill_in() : dash, step);
}

Token text_color(FieldInfo const& field, GridColumnView const& column) {
  if (column.kind == ColumnKind::title || is_right_aligned(field)) return Token::text_primary;
  return field.type == ValueType::reference || field.rules.role == Role::code ? Token::text_secondary : Token::text_primary;
}

// Fields that are shown by a sign; false: by their text.
bool write_sign(Ui const& ui, PlanView const& plan, CellLook& cell, Node const& node, FieldInfo const& field, Step step) {
  if (field.type == ValueType::boolean) {
    bool const* const on = static_cast<bool const*>(field.peek(node.data()));
    cell.shape = CellShape::check;
    cell.entry = *on ? 1 : 0;
    cell.text = *on ? plan.style.yes : plan.style.no;
    return true;
  }
  if (field.rules.role == Role::status && field.enumeration) {
    Value const value = field.get(node.data());
    EnumIndex const* const entry = value.as<EnumIndex>();
    cell.shape = CellShape::status;
    cell.entry = entry ? entry->index : 0;
    cell.text = enum_label(ui.s, *field.enumeration, cell.entry);
    return true;
  }
  if (field.type == ValueType::list || field.type == ValueType::references) return write_chips(ui, plan, cell, node, field);
  if (field.type != ValueType::reference || field.target != record_type<Dimension>) return false;
  int const index = dimension_index(plan.document, peek_reference(field, node.data()));
  if (index < 0) return false;
  cell.shape = CellShape::dimension;
  cell.entry = static_cast<std::uint8_t>(index + 1);
  write_text(ui, cell, dimension_short(index), step);
  return true;
}

// Figures of one row stand under each other by place: 0,310 beside 0,312.
void even_out_row(std::string& text, FieldInfo const& field, void const* record, Year year, NumberStyle style) {
  int most = 0, own = 0;
  for (auto const& [at, value] : static_cast<YearSeries<Decimal> const*>(field.peek(record))->values) {
    most = std::max(most, decimals_of(value));
    if (at == year) own = decimals_of(value);
  }
  add_zeros(text, own, most, style);
}

// As narrow as a cell is: months in three letters.
std::string shown_text(Ui const& ui, PlanView const& plan, GridPlaces& places, Node const& node, FieldInfo const& field, GridColumnView const& column) {
  if (is_spoken(node.type, field)) return spoken_text(ui.s, plan, node, field);
  if (field.type == ValueType::date) {
    Value const value = field.get(node.data());
    if (Date const* const date = value.as<Date>()) return format_date_short(*date, plan.style.numbers);
  }
  std::string text = cell_text(plan, node, column, plan.style);
  if (column.kind == ColumnKind::year && field.element == Element::decimal && !text.empty()) even_out_row(text, field, node.data(), column.year, plan.style.numbers);
  if (field.type == ValueType::decimal) {
    Value const value = field.get(node.data());
    if (Decimal const* const figure = value.as<Decimal>()) places.even_out(text, plan, node, column.field, *figure);
  }
  return text;
}

void write_cell(Ui const& ui, PlanView const& plan, GridPlaces& places, CellLook& cell, Node const& node, FieldInfo const& field, GridColumnView const& column, Step step) {
  cell.shape = CellShape::text;
  cell.bold = column.kind == ColumnKind::total;
  cell.right = is_right_aligned(field) || (cell.bold && is_level(field));
  cell.color = text_color(field, column);
  cell.fitted_to = -1;
  cell.chips.clear();
  bool const empty = is_spoken(node.type, field) ? false : column.kind == ColumnKind::total && !is_level(field) ? is_empty(field.get(node.data())) : is_empty_cell(node, field, column);
  cell.corner = corner_of(plan, node, field, column);
  if (field.type != ValueType::boolean && field.type != ValueType::list && empty) return write_empty(ui, cell, step);
  if (column.kind != ColumnKind::title && write_sign(ui, plan, cell, node, field, step)) return;
  std::string const text = shown_text(ui, plan, places, node, field, column);
  if (text.empty()) write_empty(ui, cell, step);
  else write_text(ui, cell, text, step);
}
}  // namespace

std::optional<std::int64_t> series_value(FieldInfo const& field, void const* record, Year year) {
  auto const find = [year](auto const& series, auto raw) -> std::optional<std::int64_t> {
    for (auto const& [at, value] : series.values)
      if (at == year) return raw(value);
    return std::nullopt;
  };
  void const* const member = field.peek(record);
  switch (field.element) {
    case Element::money: return find(*static_cast<YearSeries<Money> const*>(member), [](Money m) { return m.rupiah; });
    case Element::decimal: return find(*static_cast<YearSeries<Decimal> const*>(member), [](Decimal d) { return d.micros; });
    case Element::integer: return find(*static_cast<YearSeries<std::int64_t> const*>(member), [](std::int64_t v) { return v; });
    case Element::enumeration: {
      Value const value = field.get(record);
      if (SeriesValue const* const series = value.as<SeriesValue>()) return find(*series, [](std::int64_t v) { return v; });
      return std::nullopt;
    }
    case Element::none: break;
  }
  return std::nullopt;
}

std::int64_t series_sum(FieldInfo const& field, void const* record) {
  std::int64_t sum = 0;
  if (field.element != Element::money) return sum;
  for (auto const& [year, money] : static_cast<YearSeries<Money> const*>(field.peek(record))->values) sum += money.rupiah;
  return sum;
}

std::string cell_text(PlanView const& plan, Node const& node, GridColumnView const& column, ValueStyle const& style) {
  if (column.field < 0) return {};
  FieldInfo const& field = node.info().fields[static_cast<std::size_t>(column.field)];
  if (column.kind == ColumnKind::year) {
    auto const raw = series_value(field, node.data(), column.year);
    return raw ? series_cell_text(field, *raw, style) : std::string();
  }
  if (column.kind == ColumnKind::total && is_level(field)) {
    auto const level = node.info().level(static_cast<std::size_t>(column.field), node.data());
    return level ? format_integer(*level, style.numbers) : std::string();
  }
  if (column.kind == ColumnKind::total) return is_empty(field.get(node.data())) ? std::string() : format_money({series_sum(field, node.data())}, style.money_unit, style.numbers, style.money_places);
  std::string out;
  append_value_text(out, plan.document, field, node.data(), style);
  return out;
}

void GridCells::begin_frame(Ui const& ui, PlanView const& plan, GridState const& state) {
  Inputs const now{plan.editor.revision(), plan.findings.revision(), hash_of(state.geometry.columns), ui.look.scale, static_cast<int>(cell_step(ui, state)),
                   static_cast<int>(plan.style.numbers) * 16 + static_cast<int>(plan.style.money_unit), wording_of(ui.s)};
  places_.begin_frame(plan, state.type);
  if (!(now == inputs_)) ++stamp_;
  inputs_ = now;
  if (counted_ == state.table.revision() && !records_before_.empty()) return;
  counted_ = state.table.revision();
  records_before_.assign(1, 0);
  for (GridGroup const& group : state.table.groups()) records_before_.push_back(records_before_.back() + group.totals.count);
}

std::size_t GridCells::number_of(GridState const& state, std::size_t row) const {
  auto const& groups = state.table.groups();
  if (groups.empty()) return row + 1;
  std::size_t const group = state.table.row(row).group;
  return records_before_[group] + row - groups[group].first;
}

RowLook const& GridCells::row(Ui const& ui, PlanView const& plan, GridState const& state, std::size_t row) {
  Node const& node = *state.table.row(row).node;
  RowLook& slot = slots_[row % slot_count];
  if (slot.node == &node && slot.stamp == stamp_) return slot;
  slot.node = &node;
  slot.stamp = stamp_;
  RecordMark const mark = record_mark(plan.findings, node);
  slot.mark = mark.icon;
  slot.mark_color = mark.color;
  slot.highlight = highlight_icon(node);
  slot.dropped = is_struck_out(node);
  slot.foreign = !is_writable_in_scope(plan.document, node);
  if (slot.foreign) slot.mark = icon::lock;
  slot.cells.resize(state.geometry.columns.size());
  Step const step = cell_step(ui, state);
  for (std::size_t i = 0; i < slot.cells.size(); ++i) {
    GridColumnView const& column = state.geometry.columns[i];
    if (FieldInfo const* const field = field_of(state, column)) write_cell(ui, plan, places_, slot.cells[i], node, *field, column, step);
    if (slot.foreign) slot.cells[i].color = Token::text_muted;
  }
  return slot;
}

}  // namespace rancang
