#pragma once
// One description per field: Schema<R> stands next to the struct R and lists its members once. Everything else is read off it.
// arity<R>() counts the members of the struct; schema_is_complete<R> refuses to compile when a row is missing.
// Must not know: particular records, languages, files.
#include <array>
#include <cstring>
#include <tuple>

#include "schema/adapter.hpp"
#include "schema/arity.hpp"

namespace rancang {

// Schema<R> has static constexpr name, fields (and `single = true` where a plan has one, `template_rows = true` where a new plan is born with rows).
template <class R>
struct RecordTypeOf;  // defined in model/records.hpp, where all records are known

struct FieldRow {
  std::string_view key;
  Rules rules;
};
template <auto Member>
struct Field : FieldRow {};
template <auto Member>
constexpr Field<Member> field(std::string_view key, Rules rules = {}) {
  return {{key, rules}};
}

namespace detail {
template <auto M>
struct MemberOf;
template <class R, class T, T R::* M>
struct MemberOf<M> {
  using Record = R;
  using Type = T;
};
}  // namespace detail

template <class R>
constexpr std::size_t field_count = std::tuple_size_v<std::remove_cvref_t<decltype(Schema<R>::fields)>>;
template <class R>
constexpr bool schema_is_complete = arity<R>() == field_count<R>;

// Calls visit(name, member pointer constant) for every field: the typed layer (equality, diff, merge).
template <class R, class Visit>
constexpr void for_each_field(Visit&& visit) {
  std::apply([&](auto const&... f) { (visit(f), ...); }, Schema<R>::fields);
}

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

// One table for each member type, whatever field has it: the page carries some forty of these instead of four functions for each of its fields.
template <class T>
TypeInfo make_type_info() {
  TypeInfo type;
  type.type = Adapter<T>::type;
  type.optional = IsOptional<T>::value || type.type == ValueType::year;
  if constexpr (requires { typename IsOptional<T>::Inner; }) {
    if constexpr (std::is_enum_v<typename IsOptional<T>::Inner>) type.enumeration = &enum_info<typename IsOptional<T>::Inner>();
  } else if constexpr (std::is_enum_v<T>) {
    type.enumeration = &enum_info<T>();
  } else if constexpr (requires { typename ReferenceTarget<T>::Record; }) {
    type.target = RecordTypeOf<typename ReferenceTarget<T>::Record>::value;
    if constexpr (Adapter<T>::type == ValueType::references) {
      type.row_count = [](void const* member) { return static_cast<T const*>(member)->size(); };
      type.row = [](void const* member, std::size_t index) { return static_cast<void const*>(&(*static_cast<T const*>(member))[index].value); };
    }
  } else if constexpr (requires { typename SeriesOf<T>::Item; }) {
    type.element = Adapter<T>::element;
    if constexpr (std::is_enum_v<typename SeriesOf<T>::Item>) type.enumeration = &enum_info<typename SeriesOf<T>::Item>();
  } else if constexpr (Adapter<T>::type == ValueType::list) {
    type.nested = &nested_info<typename T::value_type>();
    type.row_count = [](void const* member) { return static_cast<T const*>(member)->size(); };
    type.row = [](void const* member, std::size_t index) { return static_cast<void const*>(&(*static_cast<T const*>(member))[index]); };
    type.append_row = [](void* member) { return static_cast<void*>(&static_cast<T*>(member)->emplace_back()); };
  }
  type.get = [](void const* member) -> Value { return Adapter<T>::get(*static_cast<T const*>(member)); };
  type.set = [](void* member, Value const& value) { return Adapter<T>::set(*static_cast<T*>(member), value); };
  type.equal = [](void const* a, void const* b) { return *static_cast<T const*>(a) == *static_cast<T const*>(b); };
  return type;
}

template <class T>
TypeInfo const& type_info() {
  static TypeInfo const info = make_type_info<T>();
  return info;
}

// Called once for each field of the product: kept out of line and with constants only, for the size of the page.
void append_field(std::vector<FieldInfo>& out, FieldRow const& row, TypeInfo const& (*type)(), std::size_t offset);

template <class R>
R const& blank_record() {
  static R const record{};
  return record;
}
// A pointer to a data member is the member's offset (Itanium C++ ABI, which clang and gcc follow everywhere we build): a constant, where asking a record costs code.
template <class R, class T>
std::size_t offset_of(T R::* member) {
  std::ptrdiff_t offset;
  static_assert(sizeof offset == sizeof member);
  std::memcpy(&offset, &member, sizeof offset);
  return static_cast<std::size_t>(offset);
}

template <class R>
std::vector<FieldInfo> make_field_infos() {
  static_assert(schema_is_complete<R>, "a member of the record has no row in its Schema");
  std::vector<FieldInfo> out;
  out.reserve(field_count<R>);
  for_each_field<R>([&]<auto Member>(Field<Member> const& row) { append_field(out, row, type_info<typename MemberOf<Member>::Type>, offset_of(Member)); });
  return out;
}
}  // namespace detail

template <class R>
RecordInfo const& nested_info() {
  static std::vector<FieldInfo> const fields = detail::make_field_infos<R>();
  static RecordInfo const info{Schema<R>::name, RecordType::none, fields, false, &detail::blank_record<R>()};
  return info;
}

}  // namespace rancang
