#include "model/value_text.hpp"

#include "model/field_check.hpp"

namespace rancang {
namespace {
std::string_view entry_text(EnumInfo const& enumeration, std::size_t index, ValueStyle const& style) {
  if (index >= enumeration.names.size() || enumeration.names[index].empty()) return {};
  return style.enum_label ? style.enum_label(style.context, enumeration, index) : enumeration.names[index];
}

std::string money_text(Money value, ValueStyle const& style) { return format_money(value, style.money_unit, style.numbers, style.money_places); }

void append_cell(std::string& out, FieldInfo const& field, std::int64_t raw, ValueStyle const& style) {
  switch (field.element) {
    case Element::money: out += money_text({raw}, style); break;
    case Element::decimal: out += format_decimal({raw}, style.numbers); break;
    case Element::integer: out += format_integer(raw, style.numbers); break;
    case Element::enumeration: out += entry_text(*field.enumeration, static_cast<std::size_t>(raw), style); break;
    case Element::none: break;
  }
}

class YearWriter {  // "2023: 350; 2024: 250"
 public:
  YearWriter(std::string& out, FieldInfo const& field, ValueStyle const& style, std::string_view joint = "; ") : out_(out), field_(field), style_(style), joint_(joint) {}
  void add(Year year, std::int64_t raw) {
    if (std::exchange(started_, true)) out_ += joint_;
    (out_ += std::to_string(year)) += ": ";
    append_cell(out_, field_, raw, style_);
  }

 private:
  std::string& out_;
  FieldInfo const& field_;
  ValueStyle const& style_;
  std::string_view joint_;
  bool started_ = false;
};

void append_series(std::string& out, FieldInfo const& field, SeriesValue const& series, ValueStyle const& style, std::string_view joint) {
  YearWriter writer(out, field, style, joint);
  for (auto const& [year, raw] : series.values) writer.add(year, raw);
}

bool is_number(ValueType type) { return type == ValueType::integer || type == ValueType::decimal || type == ValueType::money || type == ValueType::year; }

// One row of a list; get(i) gives the value of its i-th field.
template <class Get>
void append_row(std::string& out, Document const& document, RecordInfo const& nested, ValueStyle const& style, Get get) {
  auto const title_index = static_cast<std::size_t>(nested.title_field());
  bool const by_reference = nested.fields[title_index].type == ValueType::reference;
  out += value_text(document, nested.fields[title_index], get(title_index), style);
  bool number_shown = false, series_shown = !by_reference;
  for (std::size_t i = 0; i < nested.fields.size(); ++i) {
    FieldInfo const& field = nested.fields[i];
    if (i == title_index || !(is_number(field.type) ? !number_shown : field.type == ValueType::series && !series_shown)) continue;
    Value const value = get(i);
    if (is_empty(value)) continue;
    bool const bare = by_reference && field.type != ValueType::series;
    out += bare ? " " : " (";
    if (auto const* series = value.as<SeriesValue>()) append_series(out, field, *series, style, ", ");
    else out += value_text(document, field, value, style);
    if (!bare) out += ')';
    (field.type == ValueType::series ? series_shown : number_shown) = true;
  }
}

struct Writer {
  std::string& out;
  Document const& document;
  FieldInfo const& field;
  ValueStyle const& style;

  void operator()(std::monostate) const {}
  void operator()(std::string const& text) const { out += text; }
  void operator()(bool value) const { out += value ? style.yes : style.no; }
  void operator()(std::int64_t value) const {
    if (!stands_for_nothing(field, value)) out += format_integer(value, style.numbers);
  }
  void operator()(Decimal value) const { out += format_decimal(value, style.numbers); }
  void operator()(Money value) const { out += money_text(value, style); }
  void operator()(Year year) const {
    if (year != 0) out += std::to_string(year);
  }
  void operator()(Date date) const { out += format_date(date, style.numbers); }
  void operator()(EnumIndex entry) const {
    if (field.enumeration) out += entry_text(*field.enumeration, entry.index, style);
  }
  void operator()(Ulid id) const { append_reference_text(out, document, field.target, id); }
  void operator()(std::vector<Ulid> const& ids) const {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (i > 0) out += "; ";
      append_reference_text(out, document, field.target, ids[i]);
    }
  }
  void operator()(SeriesValue const& series) const { append_series(out, field, series, style, "; "); }
  void operator()(ListValue const& list) const {
    for (std::size_t i = 0; i < list.rows.size(); ++i) {
      if (i > 0) out += "; ";
      auto const& row = list.rows[i];
      append_row(out, document, *field.nested, style, [&](std::size_t index) -> Value const& { return row[index]; });
    }
  }
};

template <class T, class Raw>
void append_years(std::string& out, FieldInfo const& field, void const* record, ValueStyle const& style, Raw raw) {
  YearWriter writer(out, field, style);
  for (auto const& [year, value] : static_cast<YearSeries<T> const*>(field.peek(record))->values) writer.add(year, raw(value));
}
}  // namespace

std::string value_text(Document const& document, FieldInfo const& field, Value const& value, ValueStyle const& style) {
  std::string out;
  std::visit(Writer{out, document, field, style}, value.data);
  return out;
}

void append_value_text(std::string& out, Document const& document, FieldInfo const& field, void const* record, ValueStyle const& style) {
  switch (field.type) {
    case ValueType::text: out += peek_text(field, record); return;
    case ValueType::reference: append_reference_text(out, document, field.target, peek_reference(field, record)); return;
    case ValueType::references:
      for (std::size_t i = 0, count = field.row_count(record); i < count; ++i) {
        if (i > 0) out += "; ";
        append_reference_text(out, document, field.target, *static_cast<Ulid const*>(field.row(record, i)));
      }
      return;
    case ValueType::list:
      for (std::size_t i = 0, count = field.row_count(record); i < count; ++i) {
        if (i > 0) out += "; ";
        void const* const row = field.row(record, i);
        append_row(out, document, *field.nested, style, [&](std::size_t index) { return field.nested->fields[index].get(row); });
      }
      return;
    case ValueType::series:
      if (field.element == Element::money) return append_years<Money>(out, field, record, style, [](Money value) { return value.rupiah; });
      if (field.element == Element::decimal) return append_years<Decimal>(out, field, record, style, [](Decimal value) { return value.micros; });
      break;
    default: break;
  }
  std::visit(Writer{out, document, field, style}, field.get(record).data);
}

std::string series_cell_text(FieldInfo const& field, std::int64_t raw, ValueStyle const& style) {
  std::string out;
  append_cell(out, field, raw, style);
  return out;
}

}  // namespace rancang
