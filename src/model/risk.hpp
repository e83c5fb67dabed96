#pragma once
// F-25 Register risiko (domain.md 4.10).
// Must not know: files, screens.
#include "model/future.hpp"

namespace rancang {

enum class RiskCategory : std::uint8_t { unset, budget, people, regulation, technology, data, social, politics, disaster };
template <>
struct EnumTable<RiskCategory> {
  static constexpr auto name = "risk_category"sv;
  static constexpr std::array names{""sv, "budget"sv, "people"sv, "regulation"sv, "technology"sv, "data"sv, "social"sv, "politics"sv, "disaster"sv};
};

enum class RiskState : std::uint8_t { unset, open, watched, handled, occurred };
template <>
struct EnumTable<RiskState> {
  static constexpr auto name = "risk_state"sv;
  static constexpr std::array names{""sv, "open"sv, "watched"sv, "handled"sv, "occurred"sv};
};

struct Risk {
  std::string statement;
  Id<QuickWin> quick_win;
  Id<Program> program;
  std::string cause;
  RiskCategory category = RiskCategory::unset;
  Grade likelihood = Grade::unset;
  Grade impact = Grade::unset;
  std::string mitigation;
  Id<Agency> agency;
  RiskState state = RiskState::unset;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Risk> {
  static constexpr auto name = "risk"sv;
  static constexpr auto fields = std::tuple{
      field<&Risk::statement>("statement", {.required = true, .max_length = 600, .role = Role::title}),
      field<&Risk::quick_win>("quick_win"),
      field<&Risk::program>("program"),
      field<&Risk::cause>("cause", {.prose = true, .max_length = 1000}),
      field<&Risk::category>("category", {.required = true}),
      field<&Risk::likelihood>("likelihood", {.required = true, .gate = Gate::iv}),
      field<&Risk::impact>("impact", {.required = true, .gate = Gate::iv, .times = "likelihood"}),
      field<&Risk::mitigation>("mitigation", {.prose = true, .max_length = 2000}),
      field<&Risk::agency>("agency"),
      field<&Risk::state>("state"),
      field<&Risk::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Risk::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&Risk::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&Risk::status>("status", {.role = Role::status, .section = "work"}),
      field<&Risk::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Risk::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&Risk::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
