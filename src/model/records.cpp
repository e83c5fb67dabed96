#include "model/records.hpp"

namespace rancang {
namespace {
template <class R>
constexpr bool is_single() {
  if constexpr (requires { Schema<R>::single; }) return Schema<R>::single;
  else return false;
}

template <class R>
constexpr bool has_template_rows() {
  if constexpr (requires { Schema<R>::template_rows; }) return Schema<R>::template_rows;
  else return false;
}

template <class R>
RecordInfo make_record_info() {
  static std::vector<FieldInfo> const fields = detail::make_field_infos<R>();
  return {Schema<R>::name, record_type<R>, fields, is_single<R>(), &detail::blank_record<R>(), has_template_rows<R>()};
}

template <class... R>
std::array<RecordInfo, sizeof...(R)> make_record_infos(TypeList<R...>) {
  return {make_record_info<R>()...};
}

std::array<RecordInfo, record_type_count> const& all_infos() {
  static auto const infos = make_record_infos(Records{});
  return infos;
}
}  // namespace

RecordInfo const& record_info(RecordType type) { return all_infos()[index_of(type)]; }
std::span<RecordInfo const> record_infos() { return all_infos(); }

RecordInfo const* find_record_info(std::string_view name) {
  for (auto const& info : all_infos())
    if (info.name == name) return &info;
  return nullptr;
}

}  // namespace rancang
