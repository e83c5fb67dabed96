#pragma once
// The six dimensions and their sub-dimensions (domain.md 5): a template seeded into each plan, editable there.
// Must not know: other records, files, screens.
#include "model/common.hpp"

namespace rancang {

struct Dimension {
  std::string code;  // "gov", "brand", "eco", "liv", "soc", "env": also picks colour and icon
  std::string name;
  std::string description;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
};
template <>
struct Schema<Dimension> {
  static constexpr auto name = "dimension"sv;
  static constexpr bool template_rows = true;
  static constexpr auto fields = std::tuple{
      field<&Dimension::code>("code", {.required = true, .max_length = 20, .role = Role::code, .initially_hidden = true}),
      field<&Dimension::name>("name", {.required = true, .max_length = 120, .role = Role::title}),
      field<&Dimension::description>("description", {.prose = true, .max_length = 2000}),
      field<&Dimension::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Dimension::certainty>("certainty", {.section = "origin"}),
      field<&Dimension::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
  };
};

struct SubDimension {
  Id<Dimension> dimension;
  std::string code;  // "gov.service"
  std::string name;
  std::string description;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
};
template <>
struct Schema<SubDimension> {
  static constexpr auto name = "sub_dimension"sv;
  static constexpr bool template_rows = true;
  static constexpr auto fields = std::tuple{
      field<&SubDimension::dimension>("dimension", {.required = true}),
      field<&SubDimension::code>("code", {.required = true, .max_length = 40, .role = Role::code, .initially_hidden = true}),
      field<&SubDimension::name>("name", {.required = true, .max_length = 120, .role = Role::title}),
      field<&SubDimension::description>("description", {.prose = true, .max_length = 2000}),
      field<&SubDimension::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&SubDimension::certainty>("certainty", {.section = "origin"}),
      field<&SubDimension::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
