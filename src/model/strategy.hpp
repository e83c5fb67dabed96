#pragma once
// F-11 Sasaran and F-12 Strategi per sub-dimension (domain.md 4.6).
// Must not know: files, screens.
#include "model/common.hpp"

namespace rancang {

struct Objective {
  Id<Dimension> dimension;
  Id<SubDimension> sub_dimension;
  std::string statement;
  std::vector<Id<Indicator>> indicators;
  Id<RpjmdObjective> rpjmd_objective;
  std::string sdg;  // numbers of sustainable development goals: "9, 16"
  Id<Agency> coordinator;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Objective> {
  static constexpr auto name = "objective"sv;
  static constexpr auto fields = std::tuple{
      field<&Objective::dimension>("dimension", {.required = true, .gate = Gate::ii}),
      field<&Objective::sub_dimension>("sub_dimension", {.required = true, .gate = Gate::ii}),
      field<&Objective::statement>("statement", {.required = true, .max_length = 600, .role = Role::title}),
      field<&Objective::indicators>("indicators", {.required = true, .gate = Gate::iii, .merge = Merge::unite}),
      field<&Objective::rpjmd_objective>("rpjmd_objective", {.section = "alignment"}),
      field<&Objective::sdg>("sdg", {.max_length = 60, .section = "alignment", .initially_hidden = true}),
      field<&Objective::coordinator>("coordinator", {.section = "alignment"}),
      field<&Objective::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Objective::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&Objective::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&Objective::status>("status", {.role = Role::status, .section = "work"}),
      field<&Objective::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Objective::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&Objective::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

struct Strategy {
  Id<Dimension> dimension;
  Id<SubDimension> sub_dimension;
  std::string text;
  Id<Objective> objective;
  std::vector<Id<StrategicIssue>> issues;  // what it answers
  std::vector<Id<CrossStrategy>> crosses;
  std::vector<Id<Gap>> gaps;
  std::string addresses;  // the same in words, where no record says it
  std::string explanation;
  Horizon horizon = Horizon::unset;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Strategy> {
  static constexpr auto name = "strategy"sv;
  static constexpr auto fields = std::tuple{
      field<&Strategy::dimension>("dimension", {.required = true, .gate = Gate::ii}),
      field<&Strategy::sub_dimension>("sub_dimension", {.required = true, .gate = Gate::ii}),
      field<&Strategy::text>("text", {.required = true, .max_length = 600, .role = Role::title}),
      field<&Strategy::objective>("objective"),
      field<&Strategy::issues>("issues", {.merge = Merge::unite, .section = "alignment"}),
      field<&Strategy::crosses>("crosses", {.merge = Merge::unite, .section = "alignment"}),
      field<&Strategy::gaps>("gaps", {.merge = Merge::unite, .section = "alignment", .initially_hidden = true}),
      field<&Strategy::addresses>("addresses", {.max_length = 600, .section = "alignment", .initially_hidden = true}),
      field<&Strategy::explanation>("explanation", {.prose = true, .max_length = 4000}),
      field<&Strategy::horizon>("horizon"),
      field<&Strategy::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Strategy::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&Strategy::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&Strategy::status>("status", {.role = Role::status, .section = "work"}),
      field<&Strategy::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Strategy::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&Strategy::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
