#include "persist/record_encode.hpp"

#include <algorithm>

#include "base/number_text.hpp"
#include "persist/json_text.hpp"
#include "persist/record_decode.hpp"
#include "persist/stamps.hpp"

namespace rancang {
namespace {
template <class T>
YearSeries<T> const& series_of(FieldInfo const& field, void const* record) {
  return *static_cast<YearSeries<T> const*>(field.peek(record));
}

void append_id(std::string& out, Ulid id) {
  out += '"';
  append_ulid(out, id);
  out += '"';
}

// Nothing, false, 0 or the first choice. An optional that holds 0 is something.
bool is_zero(FieldInfo const& field, void const* record) {
  switch (field.type) {
    case ValueType::text: return peek_text(field, record).empty();
    case ValueType::reference: return !peek_reference(field, record);
    case ValueType::list: return field.row_count(record) == 0;
    case ValueType::series:
      if (field.element == Element::money) return series_of<Money>(field, record).values.empty();
      if (field.element == Element::decimal) return series_of<Decimal>(field, record).values.empty();
      break;
    default: break;
  }
  Value const value = field.get(record);
  if (is_empty(value)) return true;
  if (field.optional) return false;
  if (auto const* on = value.as<bool>()) return !*on;
  if (auto const* count = value.as<std::int64_t>()) return *count == 0;
  if (auto const* decimal = value.as<Decimal>()) return decimal->micros == 0;
  if (auto const* money = value.as<Money>()) return money->rupiah == 0;
  if (auto const* choice = value.as<EnumIndex>()) return choice->index == 0;
  return false;
}

// A field is left out when reading a record without it gives the same.
bool is_left_out(FieldInfo const& field, void const* record, void const* blank) { return is_zero(field, record) && is_zero(field, blank); }

void append_key(std::string& out, std::string_view key) {
  out += ",\"";
  out += key;
  out += "\":";
}

void append_series_number(std::string& out, FieldInfo const& field, std::int64_t raw) {
  if (field.element == Element::decimal) append_decimal(out, Decimal{raw});
  else if (field.element == Element::enumeration) json::append_string(out, field.enumeration->names[static_cast<std::size_t>(raw)]);
  else json::append_integer(out, raw);
}

template <class Series, class Append>
void append_series(std::string& out, Series const& values, Append&& append) {
  char before = '{';
  for (auto const& [year, value] : values) {
    out += before;
    out += '"';
    json::append_integer(out, year);
    out += "\":";
    append(value);
    before = ',';
  }
  out += before == '{' ? "{}" : "}";
}

void append_series(std::string& out, FieldInfo const& field, void const* record) {
  if (field.element == Element::money) return append_series(out, series_of<Money>(field, record).values, [&](Money money) { json::append_integer(out, money.rupiah); });
  if (field.element == Element::decimal) return append_series(out, series_of<Decimal>(field, record).values, [&](Decimal decimal) { append_decimal(out, decimal); });
  Value const value = field.get(record);
  append_series(out, value.as<SeriesValue>()->values, [&](std::int64_t raw) { append_series_number(out, field, raw); });
}

void append_members(std::string& out, RecordInfo const& info, void const* record) {
  for (auto const& field : info.fields) {
    if (is_left_out(field, record, info.blank)) continue;
    append_key(out, field.key);
    append_field(out, field, record);
  }
}

void append_list(std::string& out, FieldInfo const& field, void const* record) {
  out += '[';
  for (std::size_t i = 0, count = field.row_count(record); i < count; ++i) {
    std::size_t const start = out.size();
    append_members(out, *field.nested, field.row(record, i));
    if (out.size() == start) out += '{';
    else out[start] = '{';  // in place of the first comma
    out += i + 1 == count ? "}" : "},";
  }
  out += ']';
}

void append_scalar(std::string& out, FieldInfo const& field, Value const& value) {
  if (auto const* on = value.as<bool>()) out += *on ? "true" : "false";
  else if (auto const* count = value.as<std::int64_t>()) json::append_integer(out, *count);
  else if (auto const* decimal = value.as<Decimal>()) append_decimal(out, *decimal);
  else if (auto const* money = value.as<Money>()) json::append_integer(out, money->rupiah);
  else if (auto const* year = value.as<Year>()) json::append_integer(out, *year);
  else if (auto const* date = value.as<Date>()) json::append_string(out, iso_date(*date));
  else if (auto const* choice = value.as<EnumIndex>()) json::append_string(out, field.enumeration->names[choice->index]);
  else out += "null";
}

void append_references(std::string& out, std::vector<Ulid> const& ids) {
  out += '[';
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i > 0) out += ',';
    append_id(out, ids[i]);
  }
  out += ']';
}

// What an extra says about a field of ours (a value of another type, a list whose rows hold more than we know) is the truth until somebody edits the field.
bool extra_holds(Node const& node, FieldInfo const& field, std::string const& raw) { return field.get(node.data()) == known_part(field, node.type, raw); }

void append_with_extras(std::string& out, Node const& node) {
  auto const& extras = *node.extras;
  for (auto const& field : node.info().fields) {
    auto const extra = std::find_if(extras.begin(), extras.end(), [&](auto const& member) { return member.first == field.key; });
    if (extra != extras.end() && extra_holds(node, field, extra->second)) {
      append_key(out, field.key);
      out += extra->second;
    } else if (!is_left_out(field, node.data(), node.info().blank)) {
      append_key(out, field.key);
      append_field(out, field, node.data());
    }
  }
  for (auto const& [key, raw] : extras) {
    if (node.info().find(key) || key == extra_stamps || key == extra_others) continue;
    out += ',';
    json::append_string(out, key);
    out += ':';
    out += raw;
  }
}
}  // namespace

void append_decimal(std::string& out, Decimal value) {
  if (value.micros % micros_per_unit == 0) json::append_integer(out, value.micros / micros_per_unit);
  else out += decimal_plain(value);
}

void append_field(std::string& out, FieldInfo const& field, void const* record) {
  switch (field.type) {
    case ValueType::text: return json::append_string(out, peek_text(field, record));
    case ValueType::reference: {
      Ulid const id = peek_reference(field, record);
      if (id) append_id(out, id);
      else out += "null";
      return;
    }
    case ValueType::references: return append_references(out, *field.get(record).as<std::vector<Ulid>>());
    case ValueType::series: return append_series(out, field, record);
    case ValueType::list: return append_list(out, field, record);
    default: return append_scalar(out, field, field.get(record));
  }
}

void append_record(std::string& out, Node const& node) {
  out += "{\"id\":";
  append_id(out, node.id);
  if (node.extras) append_with_extras(out, node);
  else append_members(out, node.info(), node.data());
  out += '}';
}

}  // namespace rancang
