#include "model/field_check.hpp"

#include "base/number_text.hpp"
#include "base/utf8.hpp"

namespace rancang {
namespace {
using Limits = std::numeric_limits<std::int64_t>;
constexpr std::size_t quoted_points = 60;  // of a long text in an error

Error wrong_type() { return error("value.wrong_type"); }

// Lower and upper limit in the raw unit of a number: the rules' own ones where they are narrower than what the type can hold.
struct Range {
  std::int64_t min, max;
};
Range narrowed(Range held, Rules const& rules, std::int64_t unit) {
  std::int64_t raw = 0;
  if (rules.min != Limits::min() && !__builtin_mul_overflow(rules.min, unit, &raw) && raw > held.min) held.min = raw;
  if (rules.max != Limits::max() && !__builtin_mul_overflow(rules.max, unit, &raw) && raw < held.max) held.max = raw;
  return held;
}
Range range_of(ValueType type, Rules const& rules) {
  if (type == ValueType::decimal) return narrowed({-decimal_limit_micros, decimal_limit_micros}, rules, micros_per_unit);
  if (type == ValueType::money) return narrowed({-money_limit, money_limit}, rules, 1);
  if (type == ValueType::year) return narrowed({year_min, year_max}, rules, 1);
  return narrowed({Limits::min(), Limits::max()}, rules, 1);
}

std::string plain(ValueType type, std::int64_t raw) { return type == ValueType::decimal ? decimal_plain({raw}) : std::to_string(raw); }

std::optional<Error> check_number(ValueType type, Rules const& rules, std::int64_t raw) {
  Range const range = range_of(type, rules);
  if (raw >= range.min && raw <= range.max) return std::nullopt;
  auto const limit = [&](std::int64_t value, std::int64_t none) { return value == none ? std::string() : plain(type, value); };
  return error("value.out_of_range", {plain(type, raw), limit(range.min, Limits::min()), limit(range.max, Limits::max())});
}

std::optional<Error> check_text(Rules const& rules, std::string const& text) {
  if (!utf8::is_valid(text)) return error("value.not_text");
  std::size_t const length = text.size() <= rules.max_length ? 0 : utf8::length(text);
  if (length <= rules.max_length) return std::nullopt;
  return error("value.too_long", {std::string(utf8::cut(text, quoted_points)), std::to_string(rules.max_length), std::to_string(length)});
}

std::optional<Error> check_entry(FieldInfo const& field, std::int64_t index) {
  if (index < 0 || static_cast<std::size_t>(index) >= field.enumeration->names.size()) return wrong_type();
  return std::nullopt;
}

std::optional<Error> check_series(FieldInfo const& field, SeriesValue const& series) {
  if (series.element != field.element && !series.values.empty()) return wrong_type();
  Year previous = 0;
  for (auto const& [year, raw] : series.values) {
    if (auto failure = check_number(ValueType::year, {}, year)) return failure;
    if (year <= previous) return wrong_type();  // sorted, each year once
    previous = year;
    if (field.element == Element::enumeration) {
      if (auto failure = check_entry(field, raw)) return failure;
      continue;
    }
    auto const type = field.element == Element::money ? ValueType::money : field.element == Element::decimal ? ValueType::decimal : ValueType::integer;
    if (auto failure = check_number(type, field.rules, raw)) return failure;
  }
  return std::nullopt;
}

std::optional<Error> check_list(FieldInfo const& field, ListValue const& list, Missing missing) {
  auto const fields = field.nested->fields;
  for (auto const& row : list.rows) {
    if (row.size() != fields.size()) return wrong_type();
    for (std::size_t i = 0; i < fields.size(); ++i)
      if (auto failure = check_value(fields[i], row[i], missing)) return failure;
  }
  return std::nullopt;
}

bool may_be_empty(FieldInfo const& field) {
  bool const always_holds = field.type == ValueType::boolean || field.type == ValueType::integer || field.type == ValueType::decimal ||
                            field.type == ValueType::money || field.type == ValueType::date;
  return field.optional || !always_holds;
}

bool is_not_given(FieldInfo const& field, Value const& value) {
  if (is_empty(value)) return true;
  if (auto const* number = value.as<std::int64_t>()) return stands_for_nothing(field, *number);
  auto const* entry = value.as<EnumIndex>();
  return entry && entry->index == 0 && field.enumeration->names[0].empty();
}

template <class T, class Check>
std::optional<Error> check_as(Value const& value, Check check) {
  auto const* held = value.as<T>();
  return held ? check(*held) : std::optional(wrong_type());
}

std::optional<Error> check_given(FieldInfo const& field, Value const& value, Missing missing) {
  auto const number = [&](std::int64_t raw) { return check_number(field.type, field.rules, raw); };
  auto const fine = [](auto const&) { return std::optional<Error>(); };
  switch (field.type) {
    case ValueType::text: return check_as<std::string>(value, [&](std::string const& text) { return check_text(field.rules, text); });
    case ValueType::boolean: return check_as<bool>(value, fine);
    case ValueType::integer: return check_as<std::int64_t>(value, [&](std::int64_t held) { return stands_for_nothing(field, held) ? std::nullopt : number(held); });
    case ValueType::decimal: return check_as<Decimal>(value, [&](Decimal held) { return number(held.micros); });
    case ValueType::money: return check_as<Money>(value, [&](Money held) { return number(held.rupiah); });
    case ValueType::year: return check_as<Year>(value, [&](Year year) { return year == 0 ? std::nullopt : number(year); });
    case ValueType::date: return check_as<Date>(value, fine);
    case ValueType::enumeration: return check_as<EnumIndex>(value, [&](EnumIndex entry) { return check_entry(field, entry.index); });
    case ValueType::reference: return check_as<Ulid>(value, fine);
    case ValueType::references: return check_as<std::vector<Ulid>>(value, fine);
    case ValueType::series: return check_as<SeriesValue>(value, [&](SeriesValue const& series) { return check_series(field, series); });
    case ValueType::list: return check_as<ListValue>(value, [&](ListValue const& list) { return check_list(field, list, missing); });
  }
  return wrong_type();
}
}  // namespace

std::optional<Error> check_value(FieldInfo const& field, Value const& value, Missing missing) {
  if (value.as<std::monostate>()) {
    if (!may_be_empty(field)) return wrong_type();
  } else if (auto failure = check_given(field, value, missing)) {
    return failure;
  }
  if (missing == Missing::refused && field.rules.required && is_not_given(field, value)) return error("value.required");
  return std::nullopt;
}

}  // namespace rancang
