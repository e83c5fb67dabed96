#pragma once
// F-13 Program per dimensi (domain.md 4.7).
// Must not know: files, screens.
#include "model/common.hpp"

namespace rancang {

enum class ProgramKind : std::uint8_t { unset, program, innovation, application, infrastructure, policy, people, literacy };
template <>
struct EnumTable<ProgramKind> {
  static constexpr auto name = "program_kind"sv;
  static constexpr std::array names{""sv, "program"sv, "innovation"sv, "application"sv, "infrastructure"sv, "policy"sv, "people"sv, "literacy"sv};
};
enum class ProgramOrigin : std::uint8_t { unset, rpjmd, renstra, new_proposal, council };
template <>
struct EnumTable<ProgramOrigin> {
  static constexpr auto name = "program_origin"sv;
  static constexpr std::array names{""sv, "rpjmd"sv, "renstra"sv, "new_proposal"sv, "council"sv};
};

struct Program {
  Id<Dimension> dimension;
  Id<SubDimension> sub_dimension;
  Id<Mission> mission;
  Id<Strategy> strategy;
  std::string name;
  std::string description;
  ProgramKind kind = ProgramKind::unset;
  bool is_new = false;
  ProgramOrigin origin = ProgramOrigin::unset;
  Id<RpjmdProgram> rpjmd_program;
  std::string innovation;
  Horizon horizon = Horizon::unset;
  Id<Agency> lead_agency;
  std::vector<Id<Agency>> support_agencies;
  std::string partners;
  std::string beneficiary;
  std::string location;
  std::string output;
  std::string outcome;
  std::optional<Decimal> priority_score;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Program> {
  static constexpr auto name = "program"sv;
  static constexpr auto fields = std::tuple{
      field<&Program::dimension>("dimension", {.required = true, .gate = Gate::ii}),
      field<&Program::sub_dimension>("sub_dimension", {.required = true, .gate = Gate::ii}),
      field<&Program::mission>("mission", {.gate = Gate::ii}),
      field<&Program::strategy>("strategy", {.gate = Gate::ii}),
      field<&Program::name>("name", {.required = true, .role = Role::title}),
      field<&Program::description>("description", {.required = true, .prose = true, .max_length = 4000, .gate = Gate::iii}),
      field<&Program::kind>("kind", {.section = "nature"}),
      field<&Program::is_new>("is_new", {.section = "nature"}),
      field<&Program::origin>("origin", {.section = "nature"}),
      field<&Program::rpjmd_program>("rpjmd_program", {.section = "nature"}),
      field<&Program::innovation>("innovation", {.prose = true, .max_length = 2000, .section = "nature", .initially_hidden = true}),
      field<&Program::horizon>("horizon", {.required = true, .gate = Gate::ii, .section = "nature"}),
      field<&Program::lead_agency>("lead_agency", {.required = true, .gate = Gate::ii, .section = "people"}),
      field<&Program::support_agencies>("support_agencies", {.merge = Merge::unite, .section = "people"}),
      field<&Program::partners>("partners", {.section = "people", .initially_hidden = true}),
      field<&Program::beneficiary>("beneficiary", {.section = "people", .initially_hidden = true}),
      field<&Program::location>("location", {.section = "people", .initially_hidden = true}),
      field<&Program::output>("output", {.prose = true, .max_length = 2000, .section = "result", .initially_hidden = true}),
      field<&Program::outcome>("outcome", {.prose = true, .max_length = 2000, .section = "result", .initially_hidden = true}),
      field<&Program::priority_score>("priority_score", {.min = 0, .max = 100, .section = "result", .initially_hidden = true}),
      field<&Program::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Program::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&Program::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&Program::status>("status", {.role = Role::status, .section = "work"}),
      field<&Program::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Program::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&Program::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
