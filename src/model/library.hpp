#pragma once
// Libraries to look things up in: the official names of programmes with their codes (domain.md 8.2) and the themes of the smart city standard (domain.md 6.2).
// Must not know: files, screens.
#include "model/action_item.hpp"

namespace rancang {

enum class CodeLevel : std::uint8_t { unset, function_group, function, program, activity, sub_activity };
template <>
struct EnumTable<CodeLevel> {
  static constexpr auto name = "code_level"sv;
  static constexpr std::array names{""sv, "function_group"sv, "function"sv, "program"sv, "activity"sv, "sub_activity"sv};
};

struct Nomenclature {
  std::string code;
  std::string name;
  CodeLevel level = CodeLevel::unset;
  CodeEdition edition = CodeEdition::unset;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
};
template <>
struct Schema<Nomenclature> {
  static constexpr auto name = "nomenclature"sv;
  static constexpr bool template_rows = true;
  static constexpr auto fields = std::tuple{
      field<&Nomenclature::code>("code", {.required = true, .max_length = 24, .role = Role::code}),
      field<&Nomenclature::name>("name", {.required = true, .max_length = 300, .role = Role::title}),
      field<&Nomenclature::level>("level"),
      field<&Nomenclature::edition>("edition"),
      field<&Nomenclature::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Nomenclature::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Nomenclature::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
  };
};

struct SniIndicator {
  std::string code;
  std::string name;
  std::string theme;
  std::string unit;
  std::vector<Id<Dimension>> dimensions;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
};
template <>
struct Schema<SniIndicator> {
  static constexpr auto name = "sni_indicator"sv;
  static constexpr bool template_rows = true;
  static constexpr auto fields = std::tuple{
      field<&SniIndicator::code>("code", {.required = true, .max_length = 16, .role = Role::code}),
      field<&SniIndicator::name>("name", {.required = true, .max_length = 300, .role = Role::title}),
      field<&SniIndicator::theme>("theme", {.max_length = 120}),
      field<&SniIndicator::unit>("unit", {.max_length = 60}),
      field<&SniIndicator::dimensions>("dimensions", {.merge = Merge::unite}),
      field<&SniIndicator::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&SniIndicator::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&SniIndicator::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
