#include "persist/csv_columns.hpp"

#include <algorithm>
#include <set>

namespace rancang {
namespace {
void add_years(Document const& document, RecordInfo const& info, std::size_t field, std::set<Year>& years) {
  document.table(info.type).for_each([&](NodePtr const& node) {
    Value const value = node->get(field);
    for (auto const& [year, raw] : value.as<SeriesValue>()->values) years.insert(year);
  });
}
}  // namespace

std::vector<CsvColumn> csv_columns(Document const& document, RecordType type) {
  RecordInfo const& info = record_info(type);
  std::vector<CsvColumn> columns{{}};
  for (std::size_t i = 0; i < info.fields.size(); ++i) {
    int const field = static_cast<int>(i);
    if (info.fields[i].type != ValueType::series) {
      columns.push_back({field, 0});
      continue;
    }
    auto const expected = span_years(document, info.fields[i].rules.span);
    std::set<Year> years(expected.begin(), expected.end());
    add_years(document, info, i, years);
    for (Year year : years) columns.push_back({field, year});
  }
  return columns;
}

std::string csv_head(RecordInfo const& info, CsvColumn column, CsvStyle const& style, bool with_label) {
  if (column.field < 0) return "id";
  FieldInfo const& field = info.fields[static_cast<std::size_t>(column.field)];
  bool const label = with_label && style.label;
  std::string head = label ? style.label(info, field) : std::string(field.key);
  if (column.year != 0) head += (label ? " " : ".") + std::to_string(column.year);
  return head;
}

bool is_text_column(RecordInfo const& info, CsvColumn column) {
  if (column.field < 0) return true;
  FieldInfo const& field = info.fields[static_cast<std::size_t>(column.field)];
  switch (field.type) {
    case ValueType::integer:
    case ValueType::decimal:
    case ValueType::money:
    case ValueType::year:
    case ValueType::date: return false;
    case ValueType::series: return field.element == Element::enumeration;
    default: return true;
  }
}

std::string CsvCells::text(Node const& node, CsvColumn column) {
  if (column.field < 0) return ulid_text(node.id);
  FieldInfo const& field = info_.fields[static_cast<std::size_t>(column.field)];
  switch (field.type) {
    case ValueType::text: return std::string(peek_text(field, node.data()));
    case ValueType::reference: return reference(field.target, peek_reference(field, node.data()));
    case ValueType::series: return series_cell(field, node, column.year);
    case ValueType::references: {
      std::string out;
      Value const value = field.get(node.data());
      for (Ulid id : *value.as<std::vector<Ulid>>()) (out += out.empty() ? "" : "; ") += reference(field.target, id);
      return out;
    }
    case ValueType::list: return value_text(document_, field, field.get(node.data()), style_.values);
    default: return scalar(field, field.get(node.data()));
  }
}

std::string CsvCells::reference(RecordType target, Ulid id) {
  if (!id) return {};
  std::string name = reference_text(document_, target, id);
  bool const clear = name.find(';') == std::string::npos && lookup_.find_whole(target, name) == id;
  return clear ? name : ulid_text(id);
}

std::string CsvCells::decimal(Decimal value) const {
  std::string text = decimal_plain(value);
  if (style_.values.numbers == NumberStyle::indonesian) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string CsvCells::series_cell(FieldInfo const& field, Node const& node, Year year) const {
  Value const value = field.get(node.data());
  auto const& values = value.as<SeriesValue>()->values;
  auto const at = std::find_if(values.begin(), values.end(), [&](auto const& one) { return one.first == year; });
  if (at == values.end()) return {};
  if (field.element == Element::decimal) return decimal({at->second});
  if (field.element == Element::enumeration) return series_cell_text(field, at->second, style_.values);
  return std::to_string(at->second);
}

std::string CsvCells::scalar(FieldInfo const& field, Value const& value) const {
  if (auto const* count = value.as<std::int64_t>()) return std::to_string(*count);
  if (auto const* money = value.as<Money>()) return std::to_string(money->rupiah);
  if (auto const* number = value.as<Decimal>()) return decimal(*number);
  if (auto const* date = value.as<Date>()) return iso_date(*date);
  return value_text(document_, field, value, style_.values);
}

}  // namespace rancang
