#pragma once
// One description per field: Schema<R> stands next to the struct R and lists its members once. Everything else is read off it.
// arity<R>() counts the members of the struct; schema_is_complete<R> refuses to compile when a row is missing.
// Must not know: particular records, languages, files.
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "schema/field.hpp"

namespace rancang {

template <class R>
struct Schema;  // specialised beside each record: static constexpr name, fields (and `single = true` where a plan has one, `template_rows = true` where a new plan is born with rows)
template <class R>
struct RecordTypeOf;  // defined in model/records.hpp, where all records are known
template <class E>
struct EnumTable;  // specialised beside each enumeration: static constexpr name, names (std::array of std::string_view)

template <auto Member>
struct Field {
  std::string_view key;
  Rules rules;
};
template <auto Member>
constexpr Field<Member> field(std::string_view key, Rules rules = {}) {
  return {key, rules};
}

// ---- arity: how many members an aggregate has (aggregates with containers and optionals; no C arrays, no bases) ----
namespace detail {
struct AnyMember {
  template <class T>
  operator T() const;  // NOLINT(google-explicit-constructor): only named in unevaluated operands
};
template <class R, std::size_t... I>
constexpr bool braces_with(std::index_sequence<I...>) {
  return requires { R{((void)I, AnyMember{})...}; };
}
template <class R, std::size_t N>
constexpr std::size_t arity_from() {
  if constexpr (N == 0) {
    return 0;
  } else if constexpr (braces_with<R>(std::make_index_sequence<N>{})) {
    return N;
  } else {
    return arity_from<R, N - 1>();
  }
}
template <auto M>
struct MemberOf;
template <class R, class T, T R::* M>
struct MemberOf<M> {
  using Record = R;
  using Type = T;
};
}  // namespace detail

constexpr std::size_t most_members = 64;
template <class R>
constexpr std::size_t arity() {
  return detail::arity_from<R, most_members>();
}
template <class R>
constexpr std::size_t field_count = std::tuple_size_v<std::remove_cvref_t<decltype(Schema<R>::fields)>>;
template <class R>
constexpr bool schema_is_complete = arity<R>() == field_count<R>;

// Calls visit(name, member pointer constant) for every field: the typed layer (equality, diff, merge).
template <class R, class Visit>
constexpr void for_each_field(Visit&& visit) {
  std::apply([&](auto const&... f) { (visit(f), ...); }, Schema<R>::fields);
}

// ---- how each C++ type is seen as a Value: one Adapter per value type ----
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

// ---- building the erased layer from the typed one ----
namespace detail {
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {
  using Inner = T;
};
template <class T>
struct ReferenceTarget {};
template <class R>
struct ReferenceTarget<Id<R>> {
  using Record = R;
};
template <class R>
struct ReferenceTarget<std::vector<Id<R>>> {
  using Record = R;
};
template <class T>
struct SeriesOf {};
template <class T>
struct SeriesOf<YearSeries<T>> {
  using Item = T;
};

template <auto Member>
FieldInfo make_field_info(Field<Member> const& row) {
  using Record = typename MemberOf<Member>::Record;
  using Type = typename MemberOf<Member>::Type;
  FieldInfo info;
  info.key = row.key;
  info.rules = row.rules;
  info.type = Adapter<Type>::type;
  info.optional = IsOptional<Type>::value || info.type == ValueType::year;
  if constexpr (requires { typename IsOptional<Type>::Inner; }) {
    if constexpr (std::is_enum_v<typename IsOptional<Type>::Inner>) info.enumeration = &enum_info<typename IsOptional<Type>::Inner>();
  } else if constexpr (std::is_enum_v<Type>) {
    info.enumeration = &enum_info<Type>();
  } else if constexpr (requires { typename ReferenceTarget<Type>::Record; }) {
    info.target = RecordTypeOf<typename ReferenceTarget<Type>::Record>::value;
    if constexpr (Adapter<Type>::type == ValueType::references) {
      info.row_count = [](void const* record) { return (static_cast<Record const*>(record)->*Member).size(); };
      info.row = [](void const* record, std::size_t index) { return static_cast<void const*>(&(static_cast<Record const*>(record)->*Member)[index].value); };
    }
  } else if constexpr (requires { typename SeriesOf<Type>::Item; }) {
    info.element = Adapter<Type>::element;
    if constexpr (std::is_enum_v<typename SeriesOf<Type>::Item>) info.enumeration = &enum_info<typename SeriesOf<Type>::Item>();
  } else if constexpr (Adapter<Type>::type == ValueType::list) {
    info.nested = &nested_info<typename Type::value_type>();
    info.row_count = [](void const* record) { return (static_cast<Record const*>(record)->*Member).size(); };
    info.row = [](void const* record, std::size_t index) { return static_cast<void const*>(&(static_cast<Record const*>(record)->*Member)[index]); };
    info.append_row = [](void* record) { return static_cast<void*>(&(static_cast<Record*>(record)->*Member).emplace_back()); };
  }
  info.get = [](void const* record) { return Adapter<Type>::get(static_cast<Record const*>(record)->*Member); };
  info.set = [](void* record, Value const& value) { return Adapter<Type>::set(static_cast<Record*>(record)->*Member, value); };
  info.equal = [](void const* a, void const* b) { return static_cast<Record const*>(a)->*Member == static_cast<Record const*>(b)->*Member; };
  info.peek = [](void const* record) { return static_cast<void const*>(&(static_cast<Record const*>(record)->*Member)); };
  return info;
}

template <class R>
std::vector<FieldInfo> make_field_infos() {
  static_assert(schema_is_complete<R>, "a member of the record has no row in its Schema");
  std::vector<FieldInfo> out;
  for_each_field<R>([&](auto const& row) { out.push_back(make_field_info(row)); });
  return out;
}
}  // namespace detail

template <class R>
RecordInfo const& nested_info() {
  static std::vector<FieldInfo> const fields = detail::make_field_infos<R>();
  static R const blank{};
  static RecordInfo const info{Schema<R>::name, RecordType::none, fields, false, &blank};
  return info;
}

}  // namespace rancang
