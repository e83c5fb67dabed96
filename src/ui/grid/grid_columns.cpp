#include "ui/grid/grid_columns.hpp"

#include <algorithm>

#include "ui/draw.hpp"
#include "ui/grid/grid_selection.hpp"
#include "ui/grid/grid_widths.hpp"

namespace rancang {
namespace {
constexpr float gutter = 10;  // beside the padding of both cells

FieldInfo const& field_at(RecordInfo const& info, int field) { return info.fields[static_cast<std::size_t>(field)]; }

void add(std::vector<GridColumnView>& out, GridColumnView column, float& x) {
  column.x = x;
  x += column.width;
  out.push_back(column);
}

void add_setting(std::vector<GridColumnView>& out, Ui const& ui, PlanView const& plan, GridState const& state, int index, float& x) {
  ColumnSetting const& setting = state.columns[static_cast<std::size_t>(index)];
  FieldInfo const& field = field_at(record_info(state.type), setting.field);
  GridColumnView column{.kind = ColumnKind::value, .field = setting.field, .setting = index, .width = column_width(ui, plan, state, setting)};
  if (setting.part == ColumnPart::total) column.kind = ColumnKind::total;
  if (column.kind == ColumnKind::total && is_level(field)) column.year = by_level;  // sorted by it
  if (field.type != ValueType::series || setting.part == ColumnPart::total) return add(out, column, x);
  column.kind = ColumnKind::year;
  for (Year year : plan.years_of(field)) {
    column.year = year;
    add(out, column, x);
  }
}

bool ends_right(GridState const& state, GridColumnView const& column) {
  FieldInfo const* const field = field_of(state, column);
  return field && (column.kind == ColumnKind::total || is_right_aligned(*field));
}

// Words that follow figures keep a distance; a width that a person has set stays as it is.
void add_gutters(Ui const& ui, GridState const& state, std::vector<GridColumnView>& columns) {
  float moved = 0;
  for (std::size_t i = first_cell_column + 1; i < columns.size(); ++i) {
    GridColumnView& column = columns[i];
    column.x += moved;
    bool const sign = field_of(state, column)->rules.role == Role::status;
    if (ends_right(state, column) || sign || !ends_right(state, columns[i - 1])) continue;
    column.lead = ui.px(gutter);
    if (state.columns[static_cast<std::size_t>(column.setting)].width > 0) continue;
    column.width += column.lead;
    moved += column.lead;
  }
}

// "dari 25": the highest grade by itself.
std::string highest_level(Ui const& ui, PlanView const& plan, FieldInfo const& field) {
  auto const grades = static_cast<std::int64_t>(field.enumeration->names.size()) - 1;
  return ui.s.grid_level_of(format_integer(grades * grades, plan.style.numbers));
}

std::string head_total(PlanView const& plan, GridState const& state, int field, Year year) {
  return format_money({state.table.totals().of(field, year)}, plan.style.money_unit, plan.style.numbers, plan.style.money_places);
}

HeadText title_head(Ui const& ui, PlanView const& plan, GridState const& state, std::string_view name) {
  std::size_t const shown = state.table.totals().count, all = state.table.record_count();
  std::string const count = format_integer(static_cast<std::int64_t>(shown), plan.style.numbers);
  if (shown == all) return {std::string(name), ui.s.grid_rows(count)};
  return {std::string(name), ui.s.grid_rows_of(count, format_integer(static_cast<std::int64_t>(all), plan.style.numbers))};
}
}  // namespace

std::vector<ColumnSetting> default_columns(RecordInfo const& info, std::uint8_t kind) {
  std::vector<ColumnSetting> out, lists;
  int const title = info.title_field();
  for (int i = 0; i < static_cast<int>(info.fields.size()); ++i) {
    FieldInfo const& field = field_at(info, i);
    if (i == title || field.rules.role == Role::order) continue;
    if (kind != 0 && !info.has_field(static_cast<std::size_t>(i), kind)) continue;
    bool const own = kind != 0 && field.rules.kinds != 0;
    if (field.rules.role == Role::status) out.insert(out.end(), lists.begin(), lists.end()), lists.clear();
    (field.type == ValueType::list ? lists : out).push_back({i, ColumnPart::value, field.rules.initially_hidden && !own});
    if (is_level(field) || (field.type == ValueType::series && field.element == Element::money)) out.push_back({i, ColumnPart::total, field.rules.initially_hidden});
  }
  out.insert(out.end(), lists.begin(), lists.end());
  return out;
}

int default_grouping(RecordInfo const& info) {
  int dimension = -1;
  bool told_apart = info.type == record_type<SubDimension>;
  for (int i = 0; i < static_cast<int>(info.fields.size()); ++i) {
    FieldInfo const& field = field_at(info, i);
    if (field.type != ValueType::reference) continue;
    if (field.target == record_type<Dimension>) dimension = i;
    if (field.target == record_type<SubDimension>) told_apart = true;
  }
  return told_apart ? dimension : -1;
}

bool is_shown(GridState const& state, ColumnSetting const& setting) { return !setting.hidden && setting.field != state.query.group.field; }

std::vector<GridColumnView> visible_columns(Ui const& ui, PlanView const& plan, GridState const& state, float width) {
  std::vector<GridColumnView> out;
  RecordInfo const& info = record_info(state.type);
  float x = 0;
  float const number = std::max(ui.px(number_width), draw::width(ui, format_integer(static_cast<std::int64_t>(state.table.totals().count), plan.style.numbers), {Step::dense}) + ui.px(10));
  add(out, {.kind = ColumnKind::mark, .frozen = true, .width = ui.px(mark_width)}, x);
  add(out, {.kind = ColumnKind::number, .frozen = true, .width = number}, x);
  add(out, {.kind = ColumnKind::title, .field = info.title_field(), .frozen = true}, x);
  float scrolled = 0;
  for (int i = 0; i < static_cast<int>(state.columns.size()); ++i)
    if (is_shown(state, state.columns[static_cast<std::size_t>(i)])) add_setting(out, ui, plan, state, i, scrolled);
  add_gutters(ui, state, out);
  fit_columns(ui, plan, state, out, width);
  return out;
}

bool is_computed(GridColumnView const& column) { return column.kind == ColumnKind::total; }

FieldInfo const* field_of(GridState const& state, GridColumnView const& column) { return column.field < 0 ? nullptr : &field_at(record_info(state.type), column.field); }

CellKey cell_key(GridColumnView const& column, Ulid record) {
  return {record, column.field, column.year, column.kind == ColumnKind::total ? ColumnPart::total : ColumnPart::value};
}

int column_of(GridGeometry const& geometry, CellKey const& cell) {
  for (std::size_t i = 0; i < geometry.columns.size(); ++i) {
    GridColumnView const& column = geometry.columns[i];
    if (column.field >= 0 && cell_key(column, cell.record) == cell) return static_cast<int>(i);
  }
  return -1;
}

bool is_right_aligned(FieldInfo const& field) {
  switch (field.type) {
    case ValueType::integer:
    case ValueType::decimal:
    case ValueType::money:
    case ValueType::year: return true;
    case ValueType::series: return field.element != Element::enumeration;
    default: return false;
  }
}

std::string_view list_unit(Strings const& s, RecordInfo const& info, FieldInfo const& field) {
  std::string_view const name = field_label(s, info, field);
  for (FieldInfo const& inner : field.nested->fields) {
    if (inner.type != ValueType::decimal && inner.type != ValueType::integer) continue;
    std::string_view unit = field_label(s, *field.nested, inner);
    if (name.starts_with(unit)) return {};                                                   // "Nilai asesor": "Nilai"
    if (unit.starts_with(name) && unit.substr(name.size()).starts_with(", ")) unit.remove_prefix(name.size() + 2);  // "Bobot": "Bobot, %"
    return unit;
  }
  return {};
}

HeadText head_text(Ui const& ui, PlanView const& plan, GridState const& state, GridColumnView const& column) {
  if (column.kind == ColumnKind::mark) return {};
  if (column.kind == ColumnKind::number) return {std::string(ui.s.grid_number()), {}};
  RecordInfo const& info = record_info(state.type);
  FieldInfo const& field = field_at(info, column.field);
  std::string_view const name = field_label(ui.s, info, field);
  if (column.kind == ColumnKind::title) return title_head(ui, plan, state, name);
  bool const money = field.element == Element::money;
  if (column.kind == ColumnKind::total && is_level(field)) return {std::string(ui.s.grid_level()), highest_level(ui, plan, field)};
  if (column.kind == ColumnKind::total) return {std::string(ui.s.grid_total()), head_total(plan, state, column.field, 0), true};
  if (column.kind == ColumnKind::year) return {std::to_string(column.year), money ? head_total(plan, state, column.field, column.year) : std::string(name), money};
  if (field.type == ValueType::list) return {std::string(name), std::string(list_unit(ui.s, info, field))};
  if (field.type == ValueType::money) return {std::string(name), std::string(money_unit_label(ui.s, plan.style.money_unit))};
  return {std::string(name), {}};
}

std::string column_name(Ui const& ui, PlanView const& plan, GridState const& state, GridColumnView const& column) {
  if (column.field < 0) return head_text(ui, plan, state, column).name;
  RecordInfo const& info = record_info(state.type);
  FieldInfo const& field = field_at(info, column.field);
  std::string const name(field_label(ui.s, info, field));
  if (column.kind == ColumnKind::year) return name + " " + std::to_string(column.year);
  if (column.kind == ColumnKind::total) return name + ", " + std::string(is_level(field) ? ui.s.grid_level() : ui.s.grid_total());
  return name;
}

}  // namespace rancang
