#pragma once
// F-06 Analisis kesiapan: elements and sub-elements as a template, and what is found in the region, scored 0 to 4 (domain.md 4.4).
// Must not know: files, screens.
#include "model/common.hpp"

namespace rancang {

struct ReadinessElement {
  std::string code;
  std::string name;
  std::string description;
  bool is_used = false;  // nature and culture are optional
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
};
template <>
struct Schema<ReadinessElement> {
  static constexpr auto name = "readiness_element"sv;
  static constexpr bool template_rows = true;
  static constexpr auto fields = std::tuple{
      field<&ReadinessElement::code>("code", {.required = true, .max_length = 40, .role = Role::code, .initially_hidden = true}),
      field<&ReadinessElement::name>("name", {.required = true, .max_length = 120, .role = Role::title}),
      field<&ReadinessElement::description>("description", {.prose = true, .max_length = 1000}),
      field<&ReadinessElement::is_used>("is_used"),
      field<&ReadinessElement::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&ReadinessElement::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&ReadinessElement::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
  };
};

struct ReadinessSubElement {
  Id<ReadinessElement> element;
  std::string code;
  std::string name;
  std::string description;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
};
template <>
struct Schema<ReadinessSubElement> {
  static constexpr auto name = "readiness_sub_element"sv;
  static constexpr bool template_rows = true;
  static constexpr auto fields = std::tuple{
      field<&ReadinessSubElement::element>("element", {.required = true}),
      field<&ReadinessSubElement::code>("code", {.required = true, .max_length = 40, .role = Role::code, .initially_hidden = true}),
      field<&ReadinessSubElement::name>("name", {.required = true, .max_length = 160, .role = Role::title}),
      field<&ReadinessSubElement::description>("description", {.prose = true, .max_length = 1000}),
      field<&ReadinessSubElement::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&ReadinessSubElement::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&ReadinessSubElement::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
  };
};

enum class ReadinessScore : std::uint8_t { unset, none, initial, partial, mostly, full };
template <>
struct EnumTable<ReadinessScore> {
  static constexpr auto name = "readiness_score"sv;
  static constexpr std::array names{""sv, "none"sv, "initial"sv, "partial"sv, "mostly"sv, "full"sv};
};

struct Readiness {
  Id<ReadinessElement> element;
  Id<ReadinessSubElement> sub_element;
  Id<Dimension> dimension;
  std::string aspect;
  std::string current_state;
  ReadinessScore score = ReadinessScore::unset;
  Id<Agency> agency;
  std::optional<Decimal> quantity;
  std::string unit;
  Year year = 0;
  std::vector<Source> evidence;
  std::string ideal_state;
  std::string gap;
  std::string need;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Readiness> {
  static constexpr auto name = "readiness"sv;
  static constexpr auto fields = std::tuple{
      field<&Readiness::element>("element", {.required = true, .gate = Gate::i}),
      field<&Readiness::sub_element>("sub_element", {.required = true, .gate = Gate::i}),
      field<&Readiness::dimension>("dimension", {.initially_hidden = true}),
      field<&Readiness::aspect>("aspect", {.required = true, .role = Role::title}),
      field<&Readiness::current_state>("current_state", {.required = true, .prose = true, .max_length = 2000, .gate = Gate::i}),
      field<&Readiness::score>("score", {.required = true, .gate = Gate::i}),
      field<&Readiness::agency>("agency", {.required = true, .gate = Gate::i}),
      field<&Readiness::quantity>("quantity", {.section = "figures", .initially_hidden = true}),
      field<&Readiness::unit>("unit", {.max_length = 40, .section = "figures", .initially_hidden = true}),
      field<&Readiness::year>("year", {.min = 1900, .max = 2100, .section = "figures", .initially_hidden = true}),
      field<&Readiness::evidence>("evidence", {.section = "figures"}),
      field<&Readiness::ideal_state>("ideal_state", {.prose = true, .max_length = 2000, .section = "gap", .initially_hidden = true}),
      field<&Readiness::gap>("gap", {.prose = true, .max_length = 2000, .section = "gap"}),
      field<&Readiness::need>("need", {.prose = true, .max_length = 2000, .section = "gap", .initially_hidden = true}),
      field<&Readiness::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Readiness::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&Readiness::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&Readiness::status>("status", {.role = Role::status, .section = "work"}),
      field<&Readiness::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Readiness::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&Readiness::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
