#include "ui/grid/grid_widths.hpp"

#include <algorithm>
#include <cmath>

#include "ui/draw.hpp"
#include "ui/grid/grid_columns.hpp"
#include "ui/grid/grid_layout.hpp"
#include "ui/grid/grid_places.hpp"
#include "ui/grid/grid_selection.hpp"

namespace rancang {
namespace {
constexpr float narrowest_choice = 72, widest_choice = 190, widest_need = 480;
constexpr float title_tight = 200, title_least = 120;
constexpr float title_by_figures = 280, title_by_words = 480;  // at most, where something has to be scrolled
constexpr float narrowest_blank = 64;                          // a column that holds nothing yet
constexpr std::size_t measured_rows = 64, measured_bytes = 160, rows_begun = 8;

FieldInfo const& field_at(RecordInfo const& info, int field) { return info.fields[static_cast<std::size_t>(field)]; }

float text_width(FieldInfo const& field) {
  if (field.rules.prose) return 220;
  if (field.rules.role == Role::code) return field.rules.max_length <= 24 ? 72 : 104;
  if (field.rules.max_length <= 40) return 96;
  return field.rules.max_length <= 120 ? 150 : 190;
}
float reference_width(FieldInfo const& field) {
  if (field.target == record_type<Dimension>) return 66;
  return record_info(field.target).find("short_name") ? 82 : 150;
}
float series_width(FieldInfo const& field) {
  if (field.element == Element::enumeration) return 72;
  if (field.rules.span == Span::before_plan) return 66;  // figures as they were counted: 172.853
  return field.element == Element::money ? 52 : 56;
}

constexpr draw::Type head_type{Step::caption, Weight::bold};

// Narrowest column whose head shows the name on two lines, cut only between words.
float name_width(Ui const& ui, std::string_view name) {
  float best = draw::width(ui, name, head_type);
  for (std::size_t at = name.find(' '); at != std::string_view::npos; at = name.find(' ', at + 1))
    best = std::min(best, std::max(draw::width(ui, name.substr(0, at), head_type), draw::width(ui, name.substr(at + 1), head_type)));
  return best;
}

// Wide enough for the largest amount of the column, which is at most its total.
float money_width(Ui const& ui, PlanView const& plan, GridState const& state, ColumnSetting const& setting) {
  float widest = 0;
  for (SeriesTotal const& series : state.table.totals().series) {
    if (series.field != setting.field) continue;
    auto const measure = [&](std::int64_t rupiah) {
      widest = std::max(widest, draw::width(ui, format_money({rupiah}, plan.style.money_unit, plan.style.numbers, plan.style.money_places), {cell_step(ui, state), Weight::bold}));
    };
    if (setting.part == ColumnPart::total) measure(series.total);
    else
      for (auto const& [year, sum] : series.years) measure(sum);
  }
  return widest + ui.px(7);
}

// Entries of an enumeration; else what the first rows of the plan hold.
float measure(Ui const& ui, PlanView const& plan, GridState const& state, FieldInfo const& field) {
  draw::Type const type{cell_step(ui, state)};
  float widest = 0;
  if (field.type == ValueType::enumeration) {
    for (std::size_t i = 0; i < field.enumeration->names.size(); ++i)
      if (!field.enumeration->names[i].empty()) widest = std::max(widest, draw::width(ui, enum_label(ui.s, *field.enumeration, i), type));
    return widest;
  }
  RecordInfo const& info = record_info(state.type);
  std::size_t rows = 0;
  std::string text;
  GridPlaces places;  // figures are shown with as many decimals as that of the column that has most
  places.begin_frame(plan, state.type);
  plan.document.table(state.type).walk({}, [&](NodePtr const& node) {
    if (state.kind != 0 && info.kind_of(node->data()) != state.kind) return true;
    text.clear();
    append_value_text(text, plan.document, field, node->data(), plan.style);
    Value const value = field.get(node->data());
    if (Decimal const* const figure = value.as<Decimal>()) places.even_out(text, plan, *node, info.index_of(field.key), *figure);
    widest = std::max(widest, text.size() > measured_bytes ? ui.px(widest_need) : draw::width(ui, text, type));
    return ++rows < measured_rows;
  });
  return std::min(widest, ui.px(widest_need));
}

// What is written in words or by name profits from room; numbers and signs don't.
bool takes_room(FieldInfo const& field) {
  if (field.type == ValueType::reference || field.type == ValueType::references) return field.target != record_type<Dimension>;
  return field.type == ValueType::text || field.type == ValueType::list;
}
bool is_prose(FieldInfo const& field) { return field.type == ValueType::text && (field.rules.prose || field.rules.max_length > 300); }

// Nothing stands in it, in a table that has more than a few rows.
bool measure_blank(PlanView const& plan, GridState const& state, FieldInfo const& field) {
  RecordInfo const& info = record_info(state.type);
  std::size_t rows = 0;
  std::string text;
  plan.document.table(state.type).walk({}, [&](NodePtr const& node) {
    if (state.kind != 0 && info.kind_of(node->data()) != state.kind) return true;
    append_value_text(text, plan.document, field, node->data(), plan.style);
    return text.empty() && ++rows < measured_rows;
  });
  return text.empty() && rows >= rows_begun;
}

// Kept while a cell is written: the columns stay where they are.
GridNeeds& needs_of(Ui const& ui, PlanView const& plan, GridState const& state) {
  GridNeeds& needs = state.needs;
  GridNeeds const now{plan.editor.revision(), ui.look.scale, static_cast<int>(cell_step(ui, state)), static_cast<int>(ui.s.language), {}, {}};
  if (!needs.same_as(now) && (state.edit.mode != EditMode::text || needs.of_field.empty())) {
    needs = now;
    needs.of_field.assign(record_info(state.type).fields.size(), -1.0f);
    needs.blank.assign(record_info(state.type).fields.size(), std::nullopt);
  }
  return needs;
}
bool is_blank(Ui const& ui, PlanView const& plan, GridState const& state, int field) {
  auto& blank = needs_of(ui, plan, state).blank[static_cast<std::size_t>(field)];
  if (!blank) blank = measure_blank(plan, state, field_at(record_info(state.type), field));
  return *blank;
}

// With its margins, pixels.
float need_of(Ui const& ui, PlanView const& plan, GridState const& state, int field) {
  float& need = needs_of(ui, plan, state).of_field[static_cast<std::size_t>(field)];
  if (need < 0) need = std::ceil(measure(ui, plan, state, field_at(record_info(state.type), field)) + 2 * cell_padding(ui, state) + 1);
  return need;
}

// The head's second line is a unit: the name has only the first.
bool has_unit_line(Ui const& ui, RecordInfo const& info, FieldInfo const& field) {
  return field.type == ValueType::money || (field.type == ValueType::list && !list_unit(ui.s, info, field).empty());
}
float head_width(Ui const& ui, GridState const& state, FieldInfo const& field) {
  std::string_view const name = field_label(ui.s, record_info(state.type), field);
  return (has_unit_line(ui, record_info(state.type), field) ? draw::width(ui, name, head_type) : name_width(ui, name)) + 2 * cell_padding(ui, state) + 1;
}

// Of one of the scrolled columns; null: a figure, or the person has set its width.
FieldInfo const* stretched_field(GridState const& state, GridColumnView const& column) {
  if (column.kind != ColumnKind::value || state.columns[static_cast<std::size_t>(column.setting)].width > 0) return nullptr;
  FieldInfo const& field = field_at(record_info(state.type), column.field);
  return takes_room(field) ? &field : nullptr;
}
// How much further a column would reach if it had the room.
float wish_of(Ui const& ui, PlanView const& plan, GridState const& state, GridColumnView const& column) {
  if (!stretched_field(state, column)) return 0;
  return std::max(0.0f, need_of(ui, plan, state, column.field) + column.lead - column.width);
}

// Figures of years are read along with the name: the first of them should be in view.
bool has_series(GridState const& state) {
  return std::any_of(state.columns.begin(), state.columns.end(), [&](ColumnSetting const& setting) { return is_shown(state, setting) && field_at(record_info(state.type), setting.field).type == ValueType::series; });
}

// As much as its longest words need; less where everything fits by that, more only where something has to be scrolled anyway.
float title_width(Ui const& ui, PlanView const& plan, GridState const& state, FieldInfo const& title, float room, float left_over) {
  if (state.title_width > 0) return ui.px(state.title_width);
  bool const known = state.table.record_count() > 0;
  float const need = known ? std::max({need_of(ui, plan, state, static_cast<int>(&title - record_info(state.type).fields.data())) + ui.px(16), head_width(ui, state, title), ui.px(title_least)}) : ui.px(title_by_figures);
  bool const figures = has_series(state);
  float const tight = ui.px(title_tight), roomy = std::clamp(room * (figures ? 0.4f : 0.5f), tight, ui.px(figures ? title_by_figures : title_by_words));
  return left_over >= std::min(need, tight) ? std::min(left_over, need) : std::min(need, roomy);
}

// Room that nobody needs yet: first to columns whose words are cut, then to prose, else to the title.
void share_out(Ui const& ui, PlanView const& plan, GridState const& state, std::vector<GridColumnView>& columns, float spare) {
  auto const takes_rest = [&](GridColumnView const& column) {
    FieldInfo const* const field = stretched_field(state, column);
    return field && is_prose(*field) && !is_blank(ui, plan, state, column.field);
  };
  float wishes = 0;
  std::size_t prose = 0;
  for (GridColumnView const& column : columns) {
    if (column.frozen) continue;
    wishes += wish_of(ui, plan, state, column);
    prose += takes_rest(column) ? 1 : 0;
  }
  float const granted = wishes > 0 ? std::min(1.0f, spare / wishes) : 0;
  float const rest = std::max(0.0f, spare - wishes), each = prose > 0 ? rest / static_cast<float>(prose) : 0;
  float x = 0;
  for (GridColumnView& column : columns) {
    if (column.frozen) continue;
    column.x = x;
    column.width += std::floor(granted * wish_of(ui, plan, state, column));
    if (takes_rest(column)) column.width += std::floor(each);
    x += column.width;
  }
  if (prose == 0 && state.title_width <= 0) columns[first_cell_column].width += rest;
}
}  // namespace

float default_width(RecordInfo const& info, ColumnSetting const& setting) {
  FieldInfo const& field = field_at(info, setting.field);
  if (setting.part == ColumnPart::total) return 57;
  if (field.rules.role == Role::status) return 32;
  switch (field.type) {
    case ValueType::text: return text_width(field);
    case ValueType::boolean: return 72;
    case ValueType::integer: return 64;
    case ValueType::decimal: return 72;
    case ValueType::money: return 92;
    case ValueType::year: return 56;
    case ValueType::date: return 92;
    case ValueType::enumeration: return narrowest_choice;  // or its longest entry
    case ValueType::reference: return reference_width(field);
    case ValueType::references: return 150;
    case ValueType::series: return series_width(field);
    case ValueType::list: return 134;
  }
  return 100;
}

float column_width(Ui const& ui, PlanView const& plan, GridState const& state, ColumnSetting const& setting) {
  if (setting.width > 0) return ui.px(setting.width);
  RecordInfo const& info = record_info(state.type);
  float const suggested = ui.px(default_width(info, setting));
  FieldInfo const& field = field_at(info, setting.field);
  if (field.element == Element::money) return std::max(suggested, money_width(ui, plan, state, setting));
  if (field.rules.role == Role::status || field.type == ValueType::series || setting.part == ColumnPart::total) return suggested;
  if (is_blank(ui, plan, state, setting.field)) return std::max(ui.px(narrowest_blank), head_width(ui, state, field));
  float const entries = field.type == ValueType::enumeration ? std::min(need_of(ui, plan, state, setting.field), ui.px(widest_choice)) : 0;
  return std::max({suggested, entries, head_width(ui, state, field)});
}

void fit_columns(Ui const& ui, PlanView const& plan, GridState const& state, std::vector<GridColumnView>& columns, float width) {
  GridColumnView& title = columns[first_cell_column];
  float scrolled = 0;
  for (GridColumnView const& column : columns)
    if (!column.frozen) scrolled += column.width;
  float const room = width - title.x, left_over = room - scrolled;
  title.width = title_width(ui, plan, state, field_at(record_info(state.type), title.field), room, left_over);
  title.width = std::max(ui.px(60), std::min(title.width, room - ui.px(40)));  // something of the others stays in view
  if (title.width < left_over) share_out(ui, plan, state, columns, left_over - title.width);
}

}  // namespace rancang
