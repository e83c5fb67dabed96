// Settings of a table view: what it is grouped by, which columns it shows, the unit of money, how dense it is.
#include <algorithm>
#include <array>

#include "ui/grid/grid_choices.hpp"
#include "ui/grid/grid_columns.hpp"
#include "ui/grid/grid_input.hpp"
#include "ui/grid/grid_layout.hpp"
#include "ui/grid/grid_rows.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/records_parts.hpp"
#include "ui/widgets/field_box.hpp"

namespace rancang {
namespace {
constexpr float chip_gap = 4;
constexpr std::string_view unit_menu = "records.unit", density_menu = "records.density";
constexpr std::array densities{Density::dense, Density::compact, Density::normal};
constexpr std::array units{MoneyUnit::rupiah, MoneyUnit::thousand, MoneyUnit::million, MoneyUnit::billion};

FieldInfo const& field_at(GridState const& state, int field) { return record_info(state.type).fields[static_cast<std::size_t>(field)]; }
std::string field_name(Ui const& ui, GridState const& state, int field) { return std::string(field_label(ui.s, record_info(state.type), field_at(state, field))); }

std::string_view density_label(Strings const& s, Density density) {
  switch (density) {
    case Density::dense: return s.grid_density_dense();
    case Density::compact: return s.grid_density_compact();
    case Density::normal: return s.grid_density_normal();
    case Density::touch: return s.grid_density_touch();
  }
  return {};
}
std::string density_text(Strings const& s, Density density) { return std::string(density_label(s, density)) + " " + std::to_string(static_cast<int>(density_row_height(density))); }

// "juta", or "jt" where room is short.
std::string unit_name(Strings const& s, MoneyUnit unit, std::string_view keys) {
  return std::string(s.find(std::string(keys) + std::to_string(static_cast<int>(unit))).value_or(money_unit_label(s, unit)));
}

struct Chips {
  std::string group, columns, unit, density;
  ChipLook group_look, columns_look, unit_look, density_look;
};
Chips chips_of(Ui const& ui, PlanView const& plan, GridState const& state, int level) {
  Chips out;
  int const grouped = state.query.group.field;
  if (level < 2) out.group = grouped >= 0 ? field_name(ui, state, grouped) : std::string(ui.s.grid_group());
  out.group_look = {.icon = icon::group, .on = grouped >= 0, .chevron = true, .tooltip = ui.s.grid_group_by()};
  out.columns = std::to_string(1 + std::count_if(state.columns.begin(), state.columns.end(), [&](ColumnSetting const& setting) { return is_shown(state, setting); }));  // the title and what was chosen
  out.columns_look = {.icon = icon::columns_3, .tooltip = ui.s.grid_columns()};
  if (has_money(record_info(state.type))) {
    out.unit = unit_name(ui.s, plan.style.money_unit, level == 0 ? "grid.unit_name." : "grid.unit_short.");
    out.unit_look = {.chevron = true, .tooltip = ui.s.grid_unit()};
  }
  Density const density = effective_density(ui, state);
  if (level == 0) out.density = density_text(ui.s, density);
  out.density_look = {.icon = icon::rows_3, .chevron = true, .tooltip = ui.s.grid_density()};
  return out;
}

void set_grouping(Ui const& ui, PlanView const& plan, GridState& state, int field) {
  state.query.group = {field, {}};
  apply_query(plan, state);
  state.reveal = true;
  remember_settings(ui, state);
}

// Fields to group by, and opening or closing all groups at the end.
void group_picker(Ui const& ui, PlanView const& plan, GridState& state, std::uint64_t owner, Box const& anchor) {
  if (state.picker.owner != owner) return;
  int const grouped = state.query.group.field;
  std::vector<Choice> choices{{std::string(ui.s.grid_no_group()), {}, grouped < 0}};
  std::vector<int> fields{-1};
  for (int i = 0; i < static_cast<int>(record_info(state.type).fields.size()); ++i) {
    ValueType const type = field_at(state, i).type;
    if (type != ValueType::reference && type != ValueType::references && type != ValueType::enumeration && type != ValueType::boolean) continue;
    choices.push_back({field_name(ui, state, i), {}, i == grouped});
    fields.push_back(i);
  }
  if (grouped >= 0) choices.push_back({std::string(ui.s.grid_collapse_all()), {}}), choices.push_back({std::string(ui.s.grid_expand_all()), {}});
  PickerResult const result = picker(ui, state.picker, owner, anchor, choices, {.width = 240});
  if (result.chosen < 0) return;
  std::size_t const index = static_cast<std::size_t>(result.chosen);
  if (index < fields.size()) set_grouping(ui, plan, state, fields[index]);
  else collapse_groups(plan, state, index == fields.size());
}

std::string setting_name(Ui const& ui, GridState const& state, ColumnSetting const& setting) {
  std::string name = field_name(ui, state, setting.field);
  if (setting.part == ColumnPart::total) return name + ", " + std::string(is_level(field_at(state, setting.field)) ? ui.s.grid_level() : ui.s.grid_total());
  return field_at(state, setting.field).type == ValueType::series ? ui.s.grid_by_year(name) : name;
}

void columns_picker(Ui const& ui, GridState& state, std::uint64_t owner, Box const& anchor) {
  if (state.picker.owner != owner) return;
  std::vector<Choice> choices;
  for (ColumnSetting const& setting : state.columns) {
    bool const grouped = setting.field == state.query.group.field;
    choices.push_back({setting_name(ui, state, setting), grouped ? std::string(ui.s.grid_grouped()) : std::string(), !setting.hidden});
  }
  PickerLook look{.several = true, .width = 280};
  if (state.picker.search.empty()) look.create_label = ui.s.grid_reset_columns();
  PickerResult const result = picker(ui, state.picker, owner, anchor, choices, look);
  if (result.chosen >= 0) state.columns[static_cast<std::size_t>(result.chosen)].hidden = !state.columns[static_cast<std::size_t>(result.chosen)].hidden;
  if (result.create) state.columns = default_columns(record_info(state.type), state.kind), state.title_width = 0;
  if (result.chosen >= 0 || result.create) remember_settings(ui, state);
}

// The unit belongs to the plan, so that everybody sees the same figures.
void choose_unit(Ui const& ui, PlanView const& plan, MoneyUnit unit) {
  Node const* const node = plan.document.single(record_type<Plan>);
  RecordInfo const& info = record_info(record_type<Plan>);
  for (std::size_t i = 0; node && i < info.fields.size(); ++i) {
    if (info.fields[i].enumeration != &enum_info<CurrencyUnit>()) continue;
    ui.send.edit(SetField{{node->type, node->id, static_cast<std::uint8_t>(i), EnumIndex{static_cast<std::uint8_t>(unit)}}});
  }
}

void unit_popup(Ui const& ui, PlanView const& plan, Box const& anchor) {
  Box box;
  if (!popup_begin(ui, unit_menu, anchor, ui.px(160), static_cast<float>(units.size()) * menu_row_height(ui) + ui.px(8), box)) return;
  Box rows = box.inset(0, ui.px(4));
  std::string_view const locked = plan.read_only ? ui.s.grid_read_only() : std::string_view();
  for (MoneyUnit unit : units)
    if (menu_row(ui, rows, money_unit_label(ui.s, unit), {.checked = unit == plan.style.money_unit, .disabled = locked})) choose_unit(ui, plan, unit);
  popup_end();
}

void density_popup(Ui const& ui, GridState& state, Box const& anchor) {
  Box box;
  if (!popup_begin(ui, density_menu, anchor, ui.px(180), static_cast<float>(densities.size()) * menu_row_height(ui) + ui.px(8), box)) return;
  Box rows = box.inset(0, ui.px(4));
  for (Density density : densities) {
    if (!menu_row(ui, rows, density_text(ui.s, density), {.checked = density == state.density, .disabled = ui.touch ? ui.s.grid_density_after_touch() : std::string_view()})) continue;
    state.density = density;
    state.reveal = true;
    remember_settings(ui, state);
  }
  popup_end();
}
}  // namespace

float settings_width(Ui const& ui, PlanView const& plan, GridState const& state, int level) {
  Chips const chips = chips_of(ui, plan, state, level);
  float width = chip_width(ui, chips.group, chips.group_look) + chip_width(ui, chips.columns, chips.columns_look) + chip_width(ui, chips.density, chips.density_look) + 2 * ui.px(chip_gap);
  if (!chips.unit.empty()) width += chip_width(ui, chips.unit, chips.unit_look) + ui.px(chip_gap);
  return width;
}

void records_settings(Ui const& ui, PlanView const& plan, GridState& state, Box area, int level) {
  Chips const chips = chips_of(ui, plan, state, level);
  auto const cut = [&](std::string const& label, ChipLook const& look) { return area.cut_left(chip_width(ui, label, look), ui.px(chip_gap)); };
  std::uint64_t const group_owner = field_key("records.group", index_of(state.type)), columns_owner = field_key("records.columns", index_of(state.type));
  Box const group = cut(chips.group, chips.group_look);
  if (filter_chip(ui, group, chips.group + "##" + std::string(ui.s.grid_group_by()), chips.group_look)) picker_open(state.picker, group_owner);
  group_picker(ui, plan, state, group_owner, group);
  Box const columns = cut(chips.columns, chips.columns_look);
  if (filter_chip(ui, columns, chips.columns + "##" + std::string(ui.s.grid_columns()), chips.columns_look)) picker_open(state.picker, columns_owner);
  columns_picker(ui, state, columns_owner, columns);
  if (!chips.unit.empty()) {
    Box const unit = cut(chips.unit, chips.unit_look);
    if (filter_chip(ui, unit, chips.unit + "##" + std::string(ui.s.grid_unit()), chips.unit_look)) popup_open(unit_menu);
    unit_popup(ui, plan, unit);
  }
  Box const density = cut(chips.density, chips.density_look);
  if (filter_chip(ui, density, chips.density + "##" + std::string(ui.s.grid_density()), chips.density_look)) popup_open(density_menu);
  density_popup(ui, state, density);
}

}  // namespace rancang
