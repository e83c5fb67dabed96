#include "books/labels.hpp"

#include <array>

namespace rancang {
namespace {
std::string_view look_up(Strings const& s, std::string const& key, std::string_view otherwise) { return s.find(key).value_or(otherwise); }

std::string_view label_for_style(void const* context, EnumInfo const& info, std::size_t index) { return enum_label(*static_cast<Strings const*>(context), info, index); }
}  // namespace

EnumInfo const* kinds_of(RecordInfo const& info) {
  int const field = info.role_field(Role::kind);
  return field < 0 ? nullptr : info.fields[static_cast<std::size_t>(field)].enumeration;
}
std::string_view kind_name(RecordInfo const& info, std::uint8_t kind) {
  EnumInfo const* const kinds = kinds_of(info);
  return kinds && kind < kinds->names.size() ? kinds->names[kind] : std::string_view();
}
std::string_view record_label(Strings const& s, RecordInfo const& info) { return look_up(s, "record." + std::string(info.name), info.name); }
std::string_view record_many(Strings const& s, RecordInfo const& info) { return look_up(s, "record." + std::string(info.name) + ".many", info.name); }
std::string_view table_title(Strings const& s, RecordInfo const& info, std::uint8_t kind) {
  int const field = info.role_field(Role::kind);
  if (kind == 0 || field < 0) return record_many(s, info);
  return look_up(s, "nav." + std::string(info.fields[static_cast<std::size_t>(field)].key) + "_" + std::string(kind_name(info, kind)), record_many(s, info));
}
std::string_view field_label(Strings const& s, RecordInfo const& info, FieldInfo const& field) {
  return look_up(s, "record." + std::string(info.name) + "." + std::string(field.key), field.key);
}
std::string_view field_help(Strings const& s, RecordInfo const& info, FieldInfo const& field) {
  return look_up(s, "record." + std::string(info.name) + "." + std::string(field.key) + ".help", {});
}
std::string_view enum_label(Strings const& s, EnumInfo const& info, std::size_t index) {
  if (index >= info.names.size()) return {};
  std::string_view const entry = info.names[index].empty() ? "unset" : info.names[index];
  return look_up(s, "enum." + std::string(info.name) + "." + std::string(entry), info.names[index]);
}
std::string_view section_label(Strings const& s, std::string_view section) { return look_up(s, "section." + std::string(section), section); }

std::string_view money_unit_label(Strings const& s, MoneyUnit unit) {
  static constexpr std::array entries{"rupiah", "ribu", "juta", "miliar"};
  return look_up(s, std::string("enum.currency_unit.") + entries[static_cast<std::size_t>(unit)], entries[static_cast<std::size_t>(unit)]);
}

ValueStyle value_style(Strings const& s, NumberStyle numbers, MoneyUnit unit) {
  ValueStyle style;
  style.numbers = numbers;
  style.money_unit = unit;
  style.enum_label = label_for_style;
  style.context = &s;
  style.yes = s.ui_yes();
  style.no = s.ui_no();
  return style;
}

}  // namespace rancang
