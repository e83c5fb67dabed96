#pragma once
// F-20 Peta jalan: phases and milestones; the rest of the roadmap is read off the action plan (domain.md 4.8).
// Must not know: files, screens.
#include "model/action_item.hpp"

namespace rancang {

struct RoadmapPhase {
  std::string name;
  Year from_year = 0;
  Year to_year = 0;
  std::string theme;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<RoadmapPhase> {
  static constexpr auto name = "roadmap_phase"sv;
  static constexpr bool template_rows = true;
  static constexpr auto fields = std::tuple{
      field<&RoadmapPhase::name>("name", {.required = true, .max_length = 120, .role = Role::title}),
      field<&RoadmapPhase::from_year>("from_year", {.required = true, .gate = Gate::iii, .min = 2000, .max = 2100}),
      field<&RoadmapPhase::to_year>("to_year", {.required = true, .gate = Gate::iii, .min = 2000, .max = 2100}),
      field<&RoadmapPhase::theme>("theme", {.prose = true, .max_length = 1000}),
      field<&RoadmapPhase::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&RoadmapPhase::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&RoadmapPhase::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&RoadmapPhase::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

struct Milestone {
  std::string statement;
  Year year = 0;
  Quarter quarter = Quarter::unset;
  Id<Dimension> dimension;
  Id<Agency> agency;
  std::vector<Id<ActionItem>> action_items;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Milestone> {
  static constexpr auto name = "milestone"sv;
  static constexpr auto fields = std::tuple{
      field<&Milestone::statement>("statement", {.required = true, .role = Role::title}),
      field<&Milestone::year>("year", {.required = true, .gate = Gate::iii, .min = 2000, .max = 2100}),
      field<&Milestone::quarter>("quarter"),
      field<&Milestone::dimension>("dimension"),
      field<&Milestone::agency>("agency"),
      field<&Milestone::action_items>("action_items", {.merge = Merge::unite}),
      field<&Milestone::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Milestone::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&Milestone::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&Milestone::status>("status", {.role = Role::status, .section = "work"}),
      field<&Milestone::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Milestone::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&Milestone::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
