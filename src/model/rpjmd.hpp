#pragma once
// F-09 Telaah RPJMD (domain.md 4.6): visi → misi → tujuan → sasaran → program of the region's medium-term plan (or RPD).
// Must not know: the smart city records that refer to it, files, screens.
#include "model/common.hpp"

namespace rancang {

struct RpjmdVision {
  std::string statement;
  std::string explanation;
  Certainty certainty = Certainty::unset;
  std::string source;
};
template <>
struct Schema<RpjmdVision> {
  static constexpr auto name = "rpjmd_vision"sv;
  static constexpr bool single = true;
  static constexpr auto fields = std::tuple{
      field<&RpjmdVision::statement>("statement", {.prose = true, .max_length = 1000, .role = Role::title, .gate = Gate::i}),
      field<&RpjmdVision::explanation>("explanation", {.prose = true, .max_length = 8000}),
      field<&RpjmdVision::certainty>("certainty", {.section = "origin"}),
      field<&RpjmdVision::source>("source", {.max_length = 600, .section = "origin"}),
  };
};

struct RpjmdMission {
  std::int64_t number = 0;
  std::string text;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
};
template <>
struct Schema<RpjmdMission> {
  static constexpr auto name = "rpjmd_mission"sv;
  static constexpr auto fields = std::tuple{
      field<&RpjmdMission::number>("number", {.required = true, .role = Role::code, .min = 1, .max = 99}),
      field<&RpjmdMission::text>("text", {.required = true, .max_length = 600, .role = Role::title}),
      field<&RpjmdMission::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&RpjmdMission::certainty>("certainty", {.section = "origin"}),
      field<&RpjmdMission::source>("source", {.max_length = 600, .section = "origin"}),
  };
};

struct RpjmdGoal {
  Id<RpjmdMission> mission;
  std::string text;
  std::string indicator;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
};
template <>
struct Schema<RpjmdGoal> {
  static constexpr auto name = "rpjmd_goal"sv;
  static constexpr auto fields = std::tuple{
      field<&RpjmdGoal::mission>("mission", {.required = true}),
      field<&RpjmdGoal::text>("text", {.required = true, .max_length = 600, .role = Role::title}),
      field<&RpjmdGoal::indicator>("indicator"),
      field<&RpjmdGoal::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&RpjmdGoal::certainty>("certainty", {.section = "origin"}),
      field<&RpjmdGoal::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
  };
};

struct RpjmdObjective {
  Id<RpjmdGoal> goal;
  std::string text;
  std::string indicator;
  std::string unit;
  std::optional<Decimal> baseline;
  YearSeries<Decimal> targets;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
};
template <>
struct Schema<RpjmdObjective> {
  static constexpr auto name = "rpjmd_objective"sv;
  static constexpr auto fields = std::tuple{
      field<&RpjmdObjective::goal>("goal", {.required = true}),
      field<&RpjmdObjective::text>("text", {.required = true, .max_length = 600, .role = Role::title}),
      field<&RpjmdObjective::indicator>("indicator", {.section = "measure"}),
      field<&RpjmdObjective::unit>("unit", {.max_length = 40, .section = "measure"}),
      field<&RpjmdObjective::baseline>("baseline", {.section = "measure"}),
      field<&RpjmdObjective::targets>("targets", {.section = "measure", .span = Span::region_plan}),
      field<&RpjmdObjective::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&RpjmdObjective::certainty>("certainty", {.section = "origin"}),
      field<&RpjmdObjective::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
  };
};

struct RpjmdProgram {
  Id<RpjmdObjective> objective;
  std::string code;
  std::string name;
  Id<Agency> agency;
  YearSeries<Money> budget;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
};
template <>
struct Schema<RpjmdProgram> {
  static constexpr auto name = "rpjmd_program"sv;
  static constexpr auto fields = std::tuple{
      field<&RpjmdProgram::objective>("objective", {.required = true}),
      field<&RpjmdProgram::code>("code", {.max_length = 40, .role = Role::code}),
      field<&RpjmdProgram::name>("name", {.required = true, .role = Role::title}),
      field<&RpjmdProgram::agency>("agency"),
      field<&RpjmdProgram::budget>("budget", {.min = 0, .section = "money", .span = Span::region_plan}),
      field<&RpjmdProgram::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&RpjmdProgram::certainty>("certainty", {.section = "origin"}),
      field<&RpjmdProgram::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
