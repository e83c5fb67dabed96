#pragma once
// F-07 Analisis kesenjangan (domain.md 4.5).
// Must not know: files, screens.
#include "model/common.hpp"

namespace rancang {

enum class GapScope : std::uint8_t { unset, element, dimension };
template <>
struct EnumTable<GapScope> {
  static constexpr auto name = "gap_scope"sv;
  static constexpr std::array names{""sv, "element"sv, "dimension"sv};
};

enum class Priority : std::uint8_t { unset, high, medium, low };
template <>
struct EnumTable<Priority> {
  static constexpr auto name = "priority"sv;
  static constexpr std::array names{""sv, "high"sv, "medium"sv, "low"sv};
};

struct Gap {
  GapScope scope = GapScope::unset;
  Id<ReadinessElement> element;
  Id<Dimension> dimension;
  Id<SubDimension> sub_dimension;
  std::string statement;
  std::string condition;
  std::string target;
  std::optional<Decimal> quantity;
  std::string unit;
  std::string cause;
  Priority priority = Priority::unset;
  std::string direction;
  std::vector<Id<Readiness>> readiness;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Gap> {
  static constexpr auto name = "gap"sv;
  static constexpr auto fields = std::tuple{
      field<&Gap::scope>("scope"),
      field<&Gap::element>("element"),
      field<&Gap::dimension>("dimension"),
      field<&Gap::sub_dimension>("sub_dimension", {.initially_hidden = true}),
      field<&Gap::statement>("statement", {.required = true, .max_length = 600, .role = Role::title}),
      field<&Gap::condition>("condition", {.required = true, .prose = true, .max_length = 2000, .gate = Gate::i}),
      field<&Gap::target>("target", {.required = true, .prose = true, .max_length = 2000, .gate = Gate::i}),
      field<&Gap::quantity>("quantity", {.section = "figures", .initially_hidden = true}),
      field<&Gap::unit>("unit", {.max_length = 40, .section = "figures", .initially_hidden = true}),
      field<&Gap::cause>("cause", {.prose = true, .max_length = 2000, .initially_hidden = true}),
      field<&Gap::priority>("priority", {.required = true, .gate = Gate::i}),
      field<&Gap::direction>("direction", {.prose = true, .max_length = 2000}),
      field<&Gap::readiness>("readiness", {.merge = Merge::unite, .initially_hidden = true}),
      field<&Gap::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Gap::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&Gap::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&Gap::status>("status", {.role = Role::status, .section = "work"}),
      field<&Gap::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Gap::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&Gap::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
