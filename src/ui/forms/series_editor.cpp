#include <algorithm>

#include "base/order.hpp"
#include "ui/forms/field_editor.hpp"
#include "ui/widgets/button.hpp"

namespace rancang {
namespace {
constexpr std::size_t years_per_row = 5;
constexpr float narrowest_box = 44;

std::optional<std::int64_t> raw_of(SeriesValue const& series, Year year) {
  for (auto const& [y, raw] : series.values)
    if (y == year) return raw;
  return std::nullopt;
}

SeriesValue with_year(SeriesValue series, Year year, std::optional<std::int64_t> raw) {
  auto at = std::lower_bound(series.values.begin(), series.values.end(), year, [](auto const& row, Year y) { return row.first < y; });
  bool const there = at != series.values.end() && at->first == year;
  if (there && !raw) series.values.erase(at);
  else if (there) at->second = *raw;
  else if (raw) series.values.insert(at, {year, *raw});
  return series;
}

std::uint64_t year_key(FieldSlot const& slot, Year year) { return field_key("series", slot.key, static_cast<std::uint64_t>(year)); }

// As many boxes abreast as the widest value allows, in rows of even length.
std::size_t boxes_abreast(FormContext& context, FieldSlot const& slot, SeriesValue const& series, std::vector<Year> const& years, float width, float gap) {
  Ui const& ui = context.ui;
  FormState& state = context.state;
  bool const number = slot.field.element != Element::enumeration;
  bool const writing = std::any_of(years.begin(), years.end(), [&](Year year) { return ui.edit.is_editing(year_key(slot, year)); });
  float widest = ui.px(narrowest_box);
  if (number)
    for (auto const& [year, raw] : series.values) widest = std::max(widest, draw::width(ui, series_cell_text(slot.field, raw, context.plan.style), {Step::dense}) + ui.px(17));
  else
    for (std::size_t i = 0; i < slot.field.enumeration->names.size(); ++i) widest = std::max(widest, draw::width(ui, enum_label(ui.s, *slot.field.enumeration, i), {Step::caption}) + ui.px(9));
  if (writing && state.series_key == slot.key) return state.series_columns;
  float const room = (width + gap) / (widest + gap);
  std::size_t const most = std::min(years_per_row, std::max<std::size_t>(1, static_cast<std::size_t>(room)));
  std::size_t const count = std::max<std::size_t>(1, years.size()), rows = (count + most - 1) / most, columns = (count + rows - 1) / rows;
  if (writing) state.series_key = slot.key, state.series_columns = columns;
  else if (state.series_key == slot.key) state.series_key = 0;
  return columns;
}

// A state per year (Renja, DPA): each press takes the next entry.
void state_cell(FormContext& context, FieldSlot const& slot, SeriesValue const& series, Year year, Box const& cell, std::string const& name) {
  Ui const& ui = context.ui;
  auto const raw = raw_of(series, year);
  std::string_view const label = enum_label(ui.s, *slot.field.enumeration, static_cast<std::size_t>(raw.value_or(0)));
  Press const p = press(ui, cell, name, {.tooltip = label, .value = label, .disabled = context.plan.read_only});
  draw::fill(ui, cell, p.hovered ? Token::surface_hover : Token::surface_panel, radius_control);
  draw::outline(ui, cell, Token::border_default, radius_control);
  draw::text_in(ui, cell.inset(ui.px(4), 0), label, raw && *raw > 0 ? Token::text_primary : Token::text_muted, {Step::caption, Weight::regular, draw::Align::center});
  std::int64_t const next = (raw.value_or(0) + 1) % static_cast<std::int64_t>(slot.field.enumeration->names.size());
  if (p.clicked) slot.write(with_year(series, year, next == 0 ? std::nullopt : std::optional<std::int64_t>(next)));
}

void number_cell(FormContext& context, FieldSlot const& slot, SeriesValue const& series, Year year, Box const& cell, std::string const& name) {
  auto const raw = raw_of(series, year);
  ParsedLook look;
  look.label = name;
  look.kind = TextKind::number;
  look.small = true;
  look.shown = raw ? series_cell_text(slot.field, *raw, context.plan.style) : std::string();
  look.placeholder = "\xE2\x80\x93";
  look.max_length = 40;
  FieldSlot cell_slot{slot.info, slot.field, year_key(slot, year), slot.value, slot.write, slot.invalid, false};
  // Every year writes under its own key, so that each visit is one step of undo.
  parsed_field(context, cell_slot, cell, look, [&](std::string_view text) -> Result<Value> {
    auto parsed = parse_series_cell(slot.field, text, context.plan.style);
    if (!parsed) return parsed.error();
    return Value(with_year(series, year, *parsed));
  });
}

std::vector<Year> years_of(std::vector<Year> const& expected, SeriesValue const& series) {
  std::vector<Year> years = expected;
  for (auto const& [year, raw] : series.values)
    if (std::find(years.begin(), years.end(), year) == years.end()) years.push_back(year);
  sort_list(years);
  return years;
}

}  // namespace

float series_editor(FormContext& context, FieldSlot const& slot, Box const& at) {
  Ui const& ui = context.ui;
  SeriesValue const series = slot.value.as<SeriesValue>() ? *slot.value.as<SeriesValue>() : SeriesValue{slot.field.element, {}};
  std::vector<Year> const& expected = context.plan.years_of(slot.field);
  std::vector<Year> const years = years_of(expected, series);
  float const gap = ui.px(4), cell_height = ui.px(size_control_dense), head = ui.px(16);
  std::size_t const columns = boxes_abreast(context, slot, series, years, at.w, gap);
  float const width = (at.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  float y = at.y;
  if (years.empty()) {
    draw::text_in(ui, {at.x, y, at.w, head}, ui.s.form_no_years(), Token::text_muted, {Step::caption});
    return head;
  }
  std::string const label(field_label(ui.s, slot.info, slot.field));
  for (std::size_t i = 0; i < years.size(); ++i) {
    std::size_t const column = i % columns;
    if (i > 0 && column == 0) y += head + cell_height + gap;
    float const x = at.x + static_cast<float>(column) * (width + gap);
    std::string const year = std::to_string(years[i]);
    bool const outside = slot.field.rules.span == Span::plan && std::find(expected.begin(), expected.end(), years[i]) == expected.end();
    draw::text_in(ui, {x, y, width - ui.px(4), head}, year, outside ? Token::sev_error : Token::text_muted, {Step::caption, Weight::regular, draw::Align::right});
    Box const cell{x, y + head, width, cell_height};
    std::string const name = label + " " + year + "##" + std::to_string(slot.key);
    if (slot.field.element == Element::enumeration) state_cell(context, slot, series, years[i], cell, name);
    else number_cell(context, slot, series, years[i], cell, label + " " + year);
  }
  y += head + cell_height;
  if (slot.field.element == Element::money) {
    Money total;
    for (auto const& [year, raw] : series.values) total.rupiah += raw;
    std::string const sum = ui.s.form_total(format_rupiah(total, ui.numbers));
    draw::text_in(ui, {at.x, y + ui.px(2), at.w, ui.px(16)}, sum, Token::text_muted, {Step::caption});
    std::string const unit(money_unit_label(ui.s, context.plan.style.money_unit));
    draw::text_in(ui, {at.x, y + ui.px(2), at.w, ui.px(16)}, unit, Token::text_muted, {Step::caption, Weight::regular, draw::Align::right});
    y += ui.px(18);
  }
  return y - at.y;
}

}  // namespace rancang
