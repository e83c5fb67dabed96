#include "schema/schema.hpp"

namespace rancang {

void detail::append_field(std::vector<FieldInfo>& out, FieldRow const& row, TypeInfo const& (*type)(), std::size_t offset) { out.emplace_back(row.key, row.rules, type(), offset); }

int RecordInfo::index_of(std::string_view key) const {
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].key == key) return static_cast<int>(i);
  return -1;
}

FieldInfo const* RecordInfo::find(std::string_view key) const {
  int const index = index_of(key);
  return index < 0 ? nullptr : &fields[static_cast<std::size_t>(index)];
}

int RecordInfo::role_field(Role role) const {
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].rules.role == role) return static_cast<int>(i);
  return -1;
}

std::uint8_t RecordInfo::kind_of(void const* record) const {
  int const index = role_field(Role::kind);
  if (index < 0) return 0;
  Value const value = fields[static_cast<std::size_t>(index)].get(record);
  auto const* const entry = value.as<EnumIndex>();
  return entry ? entry->index : 0;
}

std::optional<std::int64_t> RecordInfo::level(std::size_t index, void const* record) const {
  auto const grade = [&](int field) -> std::int64_t {
    Value const value = fields[static_cast<std::size_t>(field)].get(record);
    auto const* const entry = value.as<EnumIndex>();
    return entry ? entry->index : 0;
  };
  int const other = index_of(fields[index].rules.times);
  std::int64_t const level = other < 0 ? 0 : grade(static_cast<int>(index)) * grade(other);
  return level == 0 ? std::nullopt : std::optional(level);
}

int RecordInfo::title_field() const {
  int const index = role_field(Role::title);
  return index < 0 ? 0 : index;
}

}  // namespace rancang
