#pragma once
// Value: the closed set of things a field can hold, for code that handles every record alike (forms, grid, JSON, CSV, paste, search).
// Must not know: particular records, languages, JSON.
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/quantity.hpp"
#include "base/ulid.hpp"

namespace rancang {

// What a field holds. Each type has exactly one editor, one JSON form, one text form.
enum class ValueType : std::uint8_t { text, boolean, integer, decimal, money, year, date, enumeration, reference, references, series, list };
// What a series holds per year.
enum class Element : std::uint8_t { none, money, decimal, integer, enumeration };

struct EnumIndex {
  std::uint8_t index = 0;  // position in EnumInfo::names; 0 is "not chosen" where the enumeration has an `unset` entry
  friend bool operator==(EnumIndex a, EnumIndex b) { return a.index == b.index; }
};

// Raw number of one year: Money → rupiah, Decimal → micros, integer → itself, enumeration → index.
struct SeriesValue {
  Element element = Element::none;
  std::vector<std::pair<Year, std::int64_t>> values;  // sorted by year, unique
  friend bool operator==(SeriesValue const& a, SeriesValue const& b) { return a.element == b.element && a.values == b.values; }
};

struct Value;
// Rows of a nested list, each with one Value per field of the nested record, in table order.
struct ListValue {
  std::vector<std::vector<Value>> rows;
  friend bool operator==(ListValue const& a, ListValue const& b);
};

// monostate = empty: an optional without value, a null reference, year 0. Text, lists and series are empty by being empty.
struct Value {
  using Variant = std::variant<std::monostate, std::string, bool, std::int64_t, Decimal, Money, Year, Date, EnumIndex, Ulid, std::vector<Ulid>, SeriesValue, ListValue>;
  Variant data;

  Value() = default;
  template <class T>
    requires(!std::is_same_v<std::decay_t<T>, Value>)
  Value(T&& value) : data(std::forward<T>(value)) {}  // NOLINT(google-explicit-constructor): any alternative is a Value

  template <class T>
  T const* as() const { return std::get_if<T>(&data); }
  friend bool operator==(Value const& a, Value const& b) { return a.data == b.data; }
  friend bool operator!=(Value const& a, Value const& b) { return !(a == b); }
};

inline bool operator==(ListValue const& a, ListValue const& b) { return a.rows == b.rows; }

bool is_empty(Value const& value);  // nothing given: empty text, no reference, no year in the series, no row

}  // namespace rancang
