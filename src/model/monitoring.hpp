#pragma once
// F-24 Monev: what ran, what it cost, what came of it (domain.md 4.10).
// Must not know: files, screens.
#include "model/common.hpp"

namespace rancang {

enum class MonitoringPeriod : std::uint8_t { unset, q1, q2, q3, q4, half_1, half_2, whole_year };
template <>
struct EnumTable<MonitoringPeriod> {
  static constexpr auto name = "monitoring_period"sv;
  static constexpr std::array names{""sv, "q1"sv, "q2"sv, "q3"sv, "q4"sv, "half_1"sv, "half_2"sv, "whole_year"sv};
};

enum class MonitoringState : std::uint8_t { unset, not_started, running, done, late, cancelled };
template <>
struct EnumTable<MonitoringState> {
  static constexpr auto name = "monitoring_state"sv;
  static constexpr std::array names{""sv, "not_started"sv, "running"sv, "done"sv, "late"sv, "cancelled"sv};
};

struct MonitoringEntry {
  Id<ActionItem> action_item;
  Year year = 0;
  MonitoringPeriod period = MonitoringPeriod::unset;
  MonitoringState state = MonitoringState::unset;
  std::optional<Decimal> physical;  // percent
  std::optional<Money> realised;
  std::optional<Decimal> actual;  // of the indicator
  std::string obstacle;
  std::string follow_up;
  std::vector<Evidence> proof;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Certainty certainty = Certainty::unset;
  std::string note;
};
template <>
struct Schema<MonitoringEntry> {
  static constexpr auto name = "monitoring_entry"sv;
  static constexpr auto fields = std::tuple{
      field<&MonitoringEntry::action_item>("action_item", {.required = true}),
      field<&MonitoringEntry::year>("year", {.required = true, .min = 2000, .max = 2100}),
      field<&MonitoringEntry::period>("period", {.required = true}),
      field<&MonitoringEntry::state>("state", {.required = true}),
      field<&MonitoringEntry::physical>("physical", {.min = 0, .max = 100}),
      field<&MonitoringEntry::realised>("realised", {.min = 0}),
      field<&MonitoringEntry::actual>("actual"),
      field<&MonitoringEntry::obstacle>("obstacle", {.prose = true, .max_length = 2000}),
      field<&MonitoringEntry::follow_up>("follow_up", {.prose = true, .max_length = 2000}),
      field<&MonitoringEntry::proof>("proof"),
      field<&MonitoringEntry::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&MonitoringEntry::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&MonitoringEntry::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&MonitoringEntry::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

struct ImpactSurvey {
  std::string service;
  Id<SubDimension> sub_dimension;
  Id<QuickWin> quick_win;
  Year year = 0;
  std::optional<std::int64_t> users;  // how many use the service at all
  std::optional<std::int64_t> respondents;
  std::string respondent_kind;
  std::optional<Decimal> mean_1;
  std::optional<Decimal> mean_2;
  std::optional<Decimal> mean_3;
  std::vector<Evidence> proof;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<ImpactSurvey> {
  static constexpr auto name = "impact_survey"sv;
  static constexpr auto fields = std::tuple{
      field<&ImpactSurvey::service>("service", {.required = true, .max_length = 160, .role = Role::title}),
      field<&ImpactSurvey::sub_dimension>("sub_dimension", {.required = true}),
      field<&ImpactSurvey::quick_win>("quick_win"),
      field<&ImpactSurvey::year>("year", {.required = true, .min = 2000, .max = 2100}),
      field<&ImpactSurvey::users>("users", {.min = 0, .max = 300000000}),
      field<&ImpactSurvey::respondents>("respondents", {.required = true, .min = 0, .max = 100000}),
      field<&ImpactSurvey::respondent_kind>("respondent_kind", {.required = true, .max_length = 200}),
      field<&ImpactSurvey::mean_1>("mean_1", {.min = 0, .max = 4}),
      field<&ImpactSurvey::mean_2>("mean_2", {.min = 0, .max = 4}),
      field<&ImpactSurvey::mean_3>("mean_3", {.min = 0, .max = 4}),
      field<&ImpactSurvey::proof>("proof"),
      field<&ImpactSurvey::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&ImpactSurvey::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&ImpactSurvey::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&ImpactSurvey::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&ImpactSurvey::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
