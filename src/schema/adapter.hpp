#pragma once
// Adapter<T>: how a C++ member type is seen as a Value, one for each type a record may have: text, numbers, enumerations, references, series, lists.
// Must not know: particular records, field tables beyond the names of their types.
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "schema/field.hpp"

namespace rancang {

template <class R>
struct Schema;  // specialised beside each record: see schema.hpp
template <class E>
struct EnumTable;  // specialised beside each enumeration: static constexpr name, names (std::array of std::string_view)

template <class T, class Enable = void>
struct Adapter;

template <class E>
EnumInfo const& enum_info() {
  static constexpr EnumInfo info{EnumTable<E>::name, EnumTable<E>::names};
  return info;
}
template <class R>
RecordInfo const& nested_info();

namespace detail {
template <class T, ValueType Kind>
struct PlainAdapter {  // the Value alternative is the member type itself
  static constexpr ValueType type = Kind;
  static Value get(T const& member) { return member; }
  static bool set(T& member, Value const& value) {
    auto const* given = value.as<T>();
    if (given) member = *given;
    return given != nullptr;
  }
};
}  // namespace detail

template <>
struct Adapter<std::string> : detail::PlainAdapter<std::string, ValueType::text> {
  static bool set(std::string& member, Value const& value) {
    if (value.as<std::monostate>()) {
      member.clear();
      return true;
    }
    return PlainAdapter::set(member, value);
  }
};
template <>
struct Adapter<bool> : detail::PlainAdapter<bool, ValueType::boolean> {};
template <>
struct Adapter<std::int64_t> : detail::PlainAdapter<std::int64_t, ValueType::integer> {};
template <>
struct Adapter<Decimal> : detail::PlainAdapter<Decimal, ValueType::decimal> {};
template <>
struct Adapter<Money> : detail::PlainAdapter<Money, ValueType::money> {};
template <>
struct Adapter<Date> : detail::PlainAdapter<Date, ValueType::date> {};

template <>
struct Adapter<Year> {  // year 0 = empty
  static constexpr ValueType type = ValueType::year;
  static Value get(Year member) { return member == 0 ? Value() : Value(member); }
  static bool set(Year& member, Value const& value) {
    if (value.as<std::monostate>()) member = 0;
    else if (auto const* given = value.as<Year>()) member = *given;
    else return false;
    return true;
  }
};

template <class T>
struct Adapter<std::optional<T>> {
  static constexpr ValueType type = Adapter<T>::type;
  static Value get(std::optional<T> const& member) { return member ? Adapter<T>::get(*member) : Value(); }
  static bool set(std::optional<T>& member, Value const& value) {
    if (value.as<std::monostate>()) {
      member.reset();
      return true;
    }
    T inner{};
    if (!Adapter<T>::set(inner, value)) return false;
    member = std::move(inner);
    return true;
  }
};

template <class E>
struct Adapter<E, std::enable_if_t<std::is_enum_v<E>>> {
  static constexpr ValueType type = ValueType::enumeration;
  static Value get(E member) { return EnumIndex{static_cast<std::uint8_t>(member)}; }
  static bool set(E& member, Value const& value) {
    if (value.as<std::monostate>()) member = E{};
    else if (auto const* given = value.as<EnumIndex>(); given && given->index < EnumTable<E>::names.size()) member = static_cast<E>(given->index);
    else return false;
    return true;
  }
};

template <class R>
struct Adapter<Id<R>> {
  static constexpr ValueType type = ValueType::reference;
  static Value get(Id<R> const& member) { return member ? Value(member.value) : Value(); }
  static bool set(Id<R>& member, Value const& value) {
    if (value.as<std::monostate>()) member = {};
    else if (auto const* given = value.as<Ulid>()) member.value = *given;
    else return false;
    return true;
  }
};

template <class R>
struct Adapter<std::vector<Id<R>>> {
  static constexpr ValueType type = ValueType::references;
  static Value get(std::vector<Id<R>> const& member) {
    std::vector<Ulid> ids;
    for (auto const& id : member) ids.push_back(id.value);
    return ids;
  }
  static bool set(std::vector<Id<R>>& member, Value const& value) {
    if (value.as<std::monostate>()) {
      member.clear();
      return true;
    }
    auto const* given = value.as<std::vector<Ulid>>();
    if (!given) return false;
    member.clear();
    member.reserve(given->size());
    for (Ulid id : *given) member.push_back({id});
    return true;
  }
};

namespace detail {
template <class T>
struct Raw;  // one year of a series as a whole number
template <>
struct Raw<Money> {
  static constexpr Element element = Element::money;
  static std::int64_t to(Money v) { return v.rupiah; }
  static Money from(std::int64_t v) { return {v}; }
};
template <>
struct Raw<Decimal> {
  static constexpr Element element = Element::decimal;
  static std::int64_t to(Decimal v) { return v.micros; }
  static Decimal from(std::int64_t v) { return {v}; }
};
template <>
struct Raw<std::int64_t> {
  static constexpr Element element = Element::integer;
  static std::int64_t to(std::int64_t v) { return v; }
  static std::int64_t from(std::int64_t v) { return v; }
};
template <class E>
  requires std::is_enum_v<E>
struct Raw<E> {
  static constexpr Element element = Element::enumeration;
  static std::int64_t to(E v) { return static_cast<std::int64_t>(v); }
  static E from(std::int64_t v) { return static_cast<E>(v); }
};
}  // namespace detail

template <class T>
struct Adapter<YearSeries<T>> {
  static constexpr ValueType type = ValueType::series;
  static constexpr Element element = detail::Raw<T>::element;
  static Value get(YearSeries<T> const& member) {
    SeriesValue out{element, {}};
    for (auto const& [year, v] : member.values) out.values.emplace_back(year, detail::Raw<T>::to(v));
    return out;
  }
  static bool set(YearSeries<T>& member, Value const& value) {
    if (value.as<std::monostate>()) {
      member.values.clear();
      return true;
    }
    auto const* given = value.as<SeriesValue>();
    if (!given || (given->element != element && !given->values.empty())) return false;
    member.values.clear();
    member.values.reserve(given->values.size());
    for (auto const& [year, raw] : given->values) member.values.emplace_back(year, detail::Raw<T>::from(raw));
    return true;
  }
};

template <class N>
struct Adapter<std::vector<N>, std::void_t<decltype(Schema<N>::fields)>> {
  static constexpr ValueType type = ValueType::list;
  static Value get(std::vector<N> const& member) {
    ListValue out;
    for (auto const& row : member) {
      auto& values = out.rows.emplace_back();
      for (auto const& f : nested_info<N>().fields) values.push_back(f.get(&row));
    }
    return out;
  }
  static bool set(std::vector<N>& member, Value const& value) {
    if (value.as<std::monostate>()) {
      member.clear();
      return true;
    }
    auto const* given = value.as<ListValue>();
    if (!given) return false;
    std::vector<N> rows;
    auto const fields = nested_info<N>().fields;
    for (auto const& values : given->rows) {
      if (values.size() != fields.size()) return false;
      N row{};
      for (std::size_t i = 0; i < fields.size(); ++i)
        if (!fields[i].set(&row, values[i])) return false;
      rows.push_back(std::move(row));
    }
    member = std::move(rows);
    return true;
  }
};

}  // namespace rancang
