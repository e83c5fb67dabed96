#include <algorithm>

#include "base/utf8.hpp"
#include "model/field_check.hpp"
#include "model/value_text.hpp"

namespace rancang {
namespace {
constexpr std::size_t quoted_points = 60;
constexpr std::size_t most_parts = 8;  // of a name that holds semicolons
using Limits = std::numeric_limits<std::int64_t>;

Error misread(char const* id, std::string_view text) { return error(id, {std::string(utf8::cut(text, quoted_points))}); }

// Without blanks at the ends, in the wide sense of white space.
std::string trimmed(std::string_view text) { return utf8::clean_name(text); }

// Nothing, or the dash that stands for it in tables.
bool says_nothing(std::string_view text) { return text.empty() || text == "-" || text == "\u2013" || text == "\u2014" || text == "\u2212"; }

Value empty_value(FieldInfo const& field) {
  switch (field.type) {
    case ValueType::text: return std::string();
    case ValueType::boolean: return field.optional ? Value() : Value(false);
    case ValueType::integer: return field.optional ? Value() : Value(std::int64_t{0});
    case ValueType::decimal: return field.optional ? Value() : Value(Decimal{});
    case ValueType::money: return field.optional ? Value() : Value(Money{});
    case ValueType::date: return field.optional ? Value() : Value(Date{});
    case ValueType::enumeration: return field.optional ? Value() : Value(EnumIndex{});
    case ValueType::references: return std::vector<Ulid>();
    case ValueType::series: return SeriesValue{field.element, {}};
    case ValueType::list: return ListValue();
    case ValueType::year:
    case ValueType::reference: break;
  }
  return {};
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0; start <= text.size();) {
    std::size_t const end = std::min(text.find(at, start), text.size());
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

template <class T>
Result<Value> as_value(std::optional<T> const& parsed, char const* failure, std::string_view text) {
  if (!parsed) return misread(failure, text);
  return Value(*parsed);
}

std::optional<Year> parse_year(std::string_view text) {
  std::string const digits = trimmed(text);
  if (digits.size() != 4 || digits.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  int year = 0;
  for (char c : digits) year = year * 10 + (c - '0');
  return year >= year_min && year <= year_max ? std::optional(static_cast<Year>(year)) : std::nullopt;
}

std::optional<std::size_t> parse_entry(EnumInfo const& enumeration, std::string_view text, ValueStyle const& style) {
  std::string const wanted = utf8::fold(text);
  for (std::size_t i = 0; i < enumeration.names.size(); ++i) {
    if (enumeration.names[i].empty()) continue;
    if (wanted == enumeration.names[i]) return i;
    if (style.enum_label && wanted == utf8::fold(style.enum_label(style.context, enumeration, i))) return i;
  }
  return std::nullopt;
}

std::optional<bool> parse_yes_no(std::string_view text, ValueStyle const& style) {
  std::string const word = utf8::fold(text);
  if (!style.yes.empty() && word == utf8::fold(style.yes)) return true;
  if (!style.no.empty() && word == utf8::fold(style.no)) return false;
  for (auto const* yes : {"ya", "y", "yes", "true", "x", "v", "1", "\u2713", "\u2714"})
    if (word == yes) return true;
  for (auto const* no : {"tidak", "tdk", "no", "n", "false", "0"})
    if (word == no) return false;
  return std::nullopt;
}

std::optional<Decimal> parse_share(std::string_view text, NumberStyle style) {  // "60" and "60%"
  std::string number = trimmed(text);
  if (!number.empty() && number.back() == '%') number.pop_back();
  return parse_decimal(number, style);
}

Result<std::int64_t> parse_raw(FieldInfo const& field, std::string_view text, ValueStyle const& style) {
  auto const result = [&](std::optional<std::int64_t> raw, char const* failure) -> Result<std::int64_t> {
    if (!raw) return misread(failure, text);
    return *raw;
  };
  auto const raw_of = [](auto const& parsed, auto member) { return parsed ? std::optional((*parsed).*member) : std::nullopt; };
  switch (field.element) {
    case Element::money: return result(raw_of(parse_money(text, style.money_unit, style.numbers), &Money::rupiah), "value.not_money");
    case Element::decimal: return result(raw_of(parse_share(text, style.numbers), &Decimal::micros), "value.not_number");
    case Element::integer: return result(parse_integer(text, style.numbers), "value.not_number");
    case Element::enumeration: return result(parse_entry(*field.enumeration, text, style), "value.unknown_choice");
    case Element::none: break;
  }
  return misread("value.not_number", text);
}

class Parser {
 public:
  Parser(ReferenceLookup& lookup, ValueStyle const& style) : lookup_(lookup), style_(style) {}

  Result<Value> parse(FieldInfo const& field, std::string_view given) {
    if (field.type == ValueType::text) return Value(field.rules.prose ? utf8::clean_prose(given) : utf8::clean_name(given));
    std::string const text = trimmed(given);
    if (says_nothing(text)) return empty_value(field);
    switch (field.type) {
      case ValueType::boolean: return as_value(parse_yes_no(text, style_), "value.unknown_choice", text);
      case ValueType::integer: return as_value(parse_integer(text, style_.numbers), "value.not_number", text);
      case ValueType::decimal: return as_value(parse_share(text, style_.numbers), "value.not_number", text);
      case ValueType::money: return as_value(parse_money(text, style_.money_unit, style_.numbers), "value.not_money", text);
      case ValueType::year: return as_value(parse_year(text), "value.not_year", text);
      case ValueType::date: return as_value(parse_date(text), "value.not_date", text);
      case ValueType::enumeration: return entry(field, text);
      case ValueType::reference: return reference(field, text);
      case ValueType::references: return references(field, text);
      case ValueType::series: return series(field, text, ';');
      case ValueType::list: return list(*field.nested, text);
      case ValueType::text: break;
    }
    return Value();
  }

 private:
  Result<Value> entry(FieldInfo const& field, std::string_view text) {
    auto const index = parse_entry(*field.enumeration, text, style_);
    if (!index) return misread("value.unknown_choice", text);
    return Value(EnumIndex{static_cast<std::uint8_t>(*index)});
  }

  Result<Value> reference(FieldInfo const& field, std::string_view text) {
    auto const id = lookup_.find(field.target, text);
    if (!id) return id.error();
    return Value(*id);
  }

  // Names may hold semicolons themselves: the longest run of parts that is somebody's whole name wins.
  Result<Value> references(FieldInfo const& field, std::string_view text) {
    std::vector<Ulid> ids;
    auto const parts = split(text, ';');
    for (std::size_t i = 0; i < parts.size();) {
      std::size_t end = std::min(parts.size(), i + most_parts);
      Ulid id;
      for (; end > i + 1 && !id; --end) id = lookup_.find_whole(field.target, joined(parts, i, end));
      if (id) ++end;
      else if (std::string const name = trimmed(parts[i]); !name.empty()) {
        auto const found = lookup_.find(field.target, name);
        if (!found) return found.error();
        id = *found;
      }
      if (id && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
      i = end;
    }
    return Value(std::move(ids));
  }
  static std::string_view joined(std::vector<std::string_view> const& parts, std::size_t first, std::size_t end) {
    return {parts[first].data(), static_cast<std::size_t>(parts[end - 1].data() + parts[end - 1].size() - parts[first].data())};
  }

  // "2023: 350; 2024: 250", or with commas inside a row of a list, where only a comma before "2024:" parts.
  Result<Value> series(FieldInfo const& field, std::string_view text, char joint) {
    SeriesValue out{field.element, {}};
    for (std::size_t start = 0; start < text.size();) {
      std::size_t end = std::min(text.find(joint, start), text.size());
      while (joint == ',' && end < text.size() && !starts_with_year(text.substr(end + 1))) end = std::min(text.find(joint, end + 1), text.size());
      std::string const part = trimmed(text.substr(start, end - start));
      start = end + 1;
      if (part.empty()) continue;
      std::size_t const colon = part.find(':');
      auto const year = colon == std::string::npos ? std::nullopt : parse_year(std::string_view(part).substr(0, colon));
      if (!year) return misread("value.not_year", part);
      auto const raw = parse_raw(field, trimmed(std::string_view(part).substr(colon + 1)), style_);
      if (!raw) return raw.error();
      auto const at = std::lower_bound(out.values.begin(), out.values.end(), *year, [](auto const& pair, Year key) { return pair.first < key; });
      if (at != out.values.end() && at->first == *year) return misread("value.not_year", part);  // given twice
      out.values.insert(at, {*year, *raw});
    }
    return Value(std::move(out));
  }
  static bool starts_with_year(std::string_view text) {
    std::size_t const colon = text.find(':');
    return colon != std::string_view::npos && parse_year(text.substr(0, colon));
  }

  Result<Value> list(RecordInfo const& nested, std::string_view text) {
    ListValue out;
    for (std::string_view part : split(text, ';')) {
      std::string const row = trimmed(part);
      if (row.empty()) continue;
      auto parsed = list_row(nested, row);
      if (!parsed) return parsed.error();
      out.rows.push_back(std::move(*parsed));
    }
    return Value(std::move(out));
  }

  using Row = std::vector<Value>;
  static int first_field(RecordInfo const& nested, bool (*fits)(ValueType)) {
    for (std::size_t i = 0; i < nested.fields.size(); ++i)
      if (static_cast<int>(i) != nested.title_field() && fits(nested.fields[i].type)) return static_cast<int>(i);
    return -1;
  }

  Result<Row> list_row(RecordInfo const& nested, std::string text) {
    Row row;
    for (FieldInfo const& field : nested.fields) row.push_back(field.get(nested.blank));
    FieldInfo const& title = nested.fields[static_cast<std::size_t>(nested.title_field())];
    bool const by_reference = title.type == ValueType::reference;
    int const number = first_field(nested, [](ValueType type) { return type == ValueType::integer || type == ValueType::decimal || type == ValueType::money || type == ValueType::year; });
    take_brackets(nested, by_reference ? first_field(nested, [](ValueType type) { return type == ValueType::series; }) : number, text, row);
    if (by_reference && number >= 0 && !lookup_.find_whole(title.target, text)) take_number(nested, number, text, row);
    auto name = parse(title, text);
    if (!name) return name.error();
    row[static_cast<std::size_t>(nested.title_field())] = std::move(*name);
    return row;
  }
  // "… (2023: 350)" or "… (2023)": what stands in brackets at the end, if it is a value of that field; otherwise it belongs to the name.
  void take_brackets(RecordInfo const& nested, int index, std::string& text, Row& row) {
    std::size_t const open = text.rfind('(');
    if (index < 0 || open == std::string::npos || open == 0 || text.back() != ')') return;
    FieldInfo const& field = nested.fields[static_cast<std::size_t>(index)];
    std::string const inside = text.substr(open + 1, text.size() - open - 2);
    auto value = field.type == ValueType::series ? series(field, inside, ',') : parse(field, inside);
    if (!value || is_empty(*value)) return;
    row[static_cast<std::size_t>(index)] = std::move(*value);
    text = trimmed(std::string_view(text).substr(0, open));
  }
  void take_number(RecordInfo const& nested, int index, std::string& text, Row& row) {
    std::size_t const blank = text.rfind(' ');
    if (blank == std::string::npos) return;
    auto value = parse(nested.fields[static_cast<std::size_t>(index)], std::string_view(text).substr(blank + 1));
    if (!value || is_empty(*value)) return;
    row[static_cast<std::size_t>(index)] = std::move(*value);
    text = trimmed(std::string_view(text).substr(0, blank));
  }

  ReferenceLookup& lookup_;
  ValueStyle const& style_;
};

// Limits as people write them; what is checked stays the business of check_value.
Error in_words(Error failure, FieldInfo const& field, std::string_view text, ValueStyle const& style) {
  if (failure.id == "value.wrong_type") return misread("value.not_number", text);
  if (failure.id != "value.out_of_range") return failure;
  if (field.type == ValueType::list) return failure;  // the number inside says more than the whole list
  failure.args[0] = utf8::cut(text, quoted_points);
  bool const money = field.type == ValueType::money || (field.type == ValueType::series && field.element == Element::money);
  for (std::size_t i = 1; i < failure.args.size(); ++i) {
    auto const limit = parse_decimal_plain(failure.args[i]);
    if (!limit || field.type == ValueType::year) continue;
    failure.args[i] = money ? format_rupiah({limit->micros / micros_per_unit}, style.numbers) : format_decimal(*limit, style.numbers);
  }
  return failure;
}
}  // namespace

Result<std::optional<std::int64_t>> parse_series_cell(FieldInfo const& field, std::string_view given, ValueStyle const& style) {
  std::string const text = trimmed(given);
  if (says_nothing(text)) return std::optional<std::int64_t>();
  auto const raw = parse_raw(field, text, style);
  if (!raw) return raw.error();
  if (auto failure = check_value(field, SeriesValue{field.element, {{year_min, *raw}}})) return in_words(std::move(*failure), field, text, style);
  return std::optional(*raw);
}

Result<Value> parse_value(ReferenceLookup& lookup, FieldInfo const& field, std::string_view text, ValueStyle const& style) {
  auto value = Parser(lookup, style).parse(field, text);
  if (!value) return value;
  // An emptied number is no number out of range: what is owed is found elsewhere.
  bool const emptied = field.type != ValueType::text && says_nothing(trimmed(text));
  if (auto failure = emptied ? std::nullopt : check_value(field, *value)) return in_words(std::move(*failure), field, text, style);
  return value;
}

Result<Value> parse_value(Document const& document, FieldInfo const& field, std::string_view text, ValueStyle const& style) {
  ReferenceLookup lookup(document);
  return parse_value(lookup, field, text, style);
}

}  // namespace rancang
