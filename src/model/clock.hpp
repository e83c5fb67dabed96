#pragma once
// The clock of the four workshops: their dates and agenda, what each of them owes, meetings with their decisions (domain.md 2.2, 2.3; F-30).
// Must not know: files, screens.
#include "model/people.hpp"

namespace rancang {

// Before the first workshop, the four, and the time after (domain.md 2).
enum class WorkshopPhase : std::uint8_t { unset, before, i, ii, iii, iv, after };
template <>
struct EnumTable<WorkshopPhase> {
  static constexpr auto name = "workshop_phase"sv;
  static constexpr std::array names{""sv, "before"sv, "i"sv, "ii"sv, "iii"sv, "iv"sv, "after"sv};
};

struct Workshop {
  std::string name;
  WorkshopPhase phase = WorkshopPhase::unset;
  std::optional<Date> start_date;
  std::optional<Date> end_date;
  std::string place;
  std::string agenda;
  std::string goal;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Workshop> {
  static constexpr auto name = "workshop"sv;
  static constexpr bool template_rows = true;
  static constexpr auto fields = std::tuple{
      field<&Workshop::name>("name", {.required = true, .max_length = 120, .role = Role::title}),
      field<&Workshop::phase>("phase", {.required = true}),
      field<&Workshop::start_date>("start_date"),
      field<&Workshop::end_date>("end_date"),
      field<&Workshop::place>("place", {.max_length = 160}),
      field<&Workshop::agenda>("agenda", {.prose = true, .max_length = 4000}),
      field<&Workshop::goal>("goal", {.prose = true, .max_length = 1000}),
      field<&Workshop::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Workshop::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Workshop::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&Workshop::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

enum class OutputState : std::uint8_t { unset, owed, begun, done };
template <>
struct EnumTable<OutputState> {
  static constexpr auto name = "output_state"sv;
  static constexpr std::array names{""sv, "owed"sv, "begun"sv, "done"sv};
};

struct StageOutput {
  std::string name;
  WorkshopPhase phase = WorkshopPhase::unset;
  std::optional<Date> due;
  OutputState state = OutputState::unset;
  Id<Agency> agency;
  std::vector<Evidence> proof;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<StageOutput> {
  static constexpr auto name = "stage_output"sv;
  static constexpr bool template_rows = true;
  static constexpr auto fields = std::tuple{
      field<&StageOutput::name>("name", {.required = true, .role = Role::title}),
      field<&StageOutput::phase>("phase", {.required = true}),
      field<&StageOutput::due>("due"),
      field<&StageOutput::state>("state", {.required = true}),
      field<&StageOutput::agency>("agency"),
      field<&StageOutput::proof>("proof"),
      field<&StageOutput::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&StageOutput::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&StageOutput::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&StageOutput::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

struct Meeting {
  std::string name;
  std::optional<Date> date;
  Body body = Body::unset;
  WorkshopPhase phase = WorkshopPhase::unset;
  std::string place;
  std::optional<std::int64_t> participants;
  bool outsiders = false;  // were partners from outside the government invited?
  std::string minutes;
  std::vector<Evidence> proof;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Meeting> {
  static constexpr auto name = "meeting"sv;
  static constexpr auto fields = std::tuple{
      field<&Meeting::name>("name", {.required = true, .role = Role::title}),
      field<&Meeting::date>("date", {.required = true}),
      field<&Meeting::body>("body", {.required = true}),
      field<&Meeting::phase>("phase"),
      field<&Meeting::place>("place", {.max_length = 160}),
      field<&Meeting::participants>("participants", {.min = 0, .max = 100000}),
      field<&Meeting::outsiders>("outsiders"),
      field<&Meeting::minutes>("minutes", {.prose = true, .max_length = 20000}),
      field<&Meeting::proof>("proof"),
      field<&Meeting::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Meeting::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&Meeting::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Meeting::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&Meeting::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

struct Decision {
  std::string statement;
  std::optional<Date> date;
  WorkshopPhase phase = WorkshopPhase::unset;
  Id<Meeting> meeting;
  std::string subject;  // what was changed: a row, a chapter, a figure
  std::string change;
  std::string decided_by;
  std::string reason;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Decision> {
  static constexpr auto name = "decision"sv;
  static constexpr auto fields = std::tuple{
      field<&Decision::statement>("statement", {.required = true, .max_length = 600, .role = Role::title}),
      field<&Decision::date>("date", {.required = true}),
      field<&Decision::phase>("phase"),
      field<&Decision::meeting>("meeting"),
      field<&Decision::subject>("subject", {.max_length = 300}),
      field<&Decision::change>("change", {.prose = true, .max_length = 2000}),
      field<&Decision::decided_by>("decided_by", {.max_length = 300}),
      field<&Decision::reason>("reason", {.prose = true, .max_length = 2000}),
      field<&Decision::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Decision::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&Decision::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Decision::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&Decision::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
