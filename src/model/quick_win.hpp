#pragma once
// F-21 Kanvas quick win and F-22 its selection: criteria and scores of several raters (domain.md 4.9).
// Must not know: files, screens.
#include "model/funding.hpp"

namespace rancang {

struct QuickWinStep {
  std::string activity;
  std::optional<std::int64_t> from_month;
  std::optional<std::int64_t> to_month;
  Id<Agency> agency;
  friend bool operator==(QuickWinStep const&, QuickWinStep const&) = default;
};
template <>
struct Schema<QuickWinStep> {
  static constexpr auto name = "quick_win_step"sv;
  static constexpr auto fields = std::tuple{
      field<&QuickWinStep::activity>("activity", {.required = true, .role = Role::title}),
      field<&QuickWinStep::from_month>("from_month", {.required = true, .min = 1, .max = 12}),
      field<&QuickWinStep::to_month>("to_month", {.min = 1, .max = 12}),
      field<&QuickWinStep::agency>("agency"),
  };
};

struct QuickWinMeasure {
  std::string indicator;
  std::string unit;
  std::optional<Decimal> before;
  std::optional<Decimal> target;
  friend bool operator==(QuickWinMeasure const&, QuickWinMeasure const&) = default;
};
template <>
struct Schema<QuickWinMeasure> {
  static constexpr auto name = "quick_win_measure"sv;
  static constexpr auto fields = std::tuple{
      field<&QuickWinMeasure::indicator>("indicator", {.required = true, .role = Role::title}),
      field<&QuickWinMeasure::unit>("unit", {.max_length = 40}),
      field<&QuickWinMeasure::before>("before"),
      field<&QuickWinMeasure::target>("target"),
  };
};

enum class ResourceKind : std::uint8_t { unset, people, money, ict, facility };
template <>
struct EnumTable<ResourceKind> {
  static constexpr auto name = "resource_kind"sv;
  static constexpr std::array names{""sv, "people"sv, "money"sv, "ict"sv, "facility"sv};
};

struct QuickWinResource {
  std::string name;
  ResourceKind kind = ResourceKind::unset;
  bool is_available = false;
  friend bool operator==(QuickWinResource const&, QuickWinResource const&) = default;
};
template <>
struct Schema<QuickWinResource> {
  static constexpr auto name = "quick_win_resource"sv;
  static constexpr auto fields = std::tuple{
      field<&QuickWinResource::name>("name", {.required = true, .role = Role::title}),
      field<&QuickWinResource::kind>("kind"),
      field<&QuickWinResource::is_available>("is_available"),
  };
};

enum class QuickWinState : std::uint8_t { unset, proposed, selected, prepared, running, scaled, stopped };
template <>
struct EnumTable<QuickWinState> {
  static constexpr auto name = "quick_win_state"sv;
  static constexpr std::array names{""sv, "proposed"sv, "selected"sv, "prepared"sv, "running"sv, "scaled"sv, "stopped"sv};
};

struct QuickWin {
  std::string name;
  std::string acronym;  // what the name stands for
  Id<Dimension> dimension;
  std::vector<Id<Dimension>> other_dimensions;
  Id<ActionItem> action_item;
  bool is_presented = false;  // one of those that the head of the region pitches
  QuickWinState state = QuickWinState::unset;
  Id<Agency> lead_agency;
  std::string problem;
  Id<StrategicIssue> issue;
  std::string solution;
  std::string uniqueness;
  std::string attraction;
  std::string beneficiaries;
  std::optional<std::int64_t> beneficiary_count;
  std::string benefit;
  std::string team;
  std::string partners;
  std::vector<QuickWinResource> resources;
  std::string regulation_needed;
  std::vector<QuickWinStep> steps;
  std::optional<Money> budget;
  std::vector<FundingShare> funding;
  std::vector<QuickWinMeasure> measures;
  std::string sustainability;
  std::string scale_up;
  std::vector<Evidence> proof;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<QuickWin> {
  static constexpr auto name = "quick_win"sv;
  static constexpr auto fields = std::tuple{
      field<&QuickWin::name>("name", {.required = true, .max_length = 120, .role = Role::title}),
      field<&QuickWin::acronym>("acronym", {.max_length = 300}),
      field<&QuickWin::dimension>("dimension", {.required = true, .gate = Gate::iii}),
      field<&QuickWin::other_dimensions>("other_dimensions", {.merge = Merge::unite, .initially_hidden = true}),
      field<&QuickWin::action_item>("action_item"),
      field<&QuickWin::is_presented>("is_presented"),
      field<&QuickWin::state>("state"),
      field<&QuickWin::lead_agency>("lead_agency", {.required = true, .gate = Gate::iii}),
      field<&QuickWin::problem>("problem", {.required = true, .prose = true, .max_length = 2000, .gate = Gate::iii, .section = "idea"}),
      field<&QuickWin::issue>("issue", {.required = true, .gate = Gate::iii, .section = "idea"}),
      field<&QuickWin::solution>("solution", {.required = true, .prose = true, .max_length = 2000, .gate = Gate::iii, .section = "idea"}),
      field<&QuickWin::uniqueness>("uniqueness", {.required = true, .prose = true, .max_length = 2000, .gate = Gate::iii, .section = "idea"}),
      field<&QuickWin::attraction>("attraction", {.prose = true, .max_length = 2000, .section = "idea", .initially_hidden = true}),
      field<&QuickWin::beneficiaries>("beneficiaries", {.required = true, .max_length = 300, .gate = Gate::iii, .section = "benefit"}),
      field<&QuickWin::beneficiary_count>("beneficiary_count", {.min = 0, .max = 300000000, .section = "benefit"}),
      field<&QuickWin::benefit>("benefit", {.prose = true, .max_length = 2000, .section = "benefit", .initially_hidden = true}),
      field<&QuickWin::team>("team", {.max_length = 600, .section = "people", .initially_hidden = true}),
      field<&QuickWin::partners>("partners", {.required = true, .max_length = 600, .gate = Gate::iii, .section = "people"}),
      field<&QuickWin::resources>("resources", {.section = "people", .initially_hidden = true}),
      field<&QuickWin::regulation_needed>("regulation_needed", {.prose = true, .max_length = 1000, .section = "people", .initially_hidden = true}),
      field<&QuickWin::steps>("steps", {.gate = Gate::iii, .section = "time", .initially_hidden = true}),
      field<&QuickWin::budget>("budget", {.min = 0, .section = "money"}),
      field<&QuickWin::funding>("funding", {.section = "money", .initially_hidden = true}),
      field<&QuickWin::measures>("measures", {.gate = Gate::iii, .section = "measure"}),
      field<&QuickWin::sustainability>("sustainability", {.required = true, .prose = true, .max_length = 2000, .gate = Gate::iii, .section = "future"}),
      field<&QuickWin::scale_up>("scale_up", {.prose = true, .max_length = 2000, .section = "future", .initially_hidden = true}),
      field<&QuickWin::proof>("proof", {.section = "future", .initially_hidden = true}),
      field<&QuickWin::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&QuickWin::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&QuickWin::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&QuickWin::status>("status", {.role = Role::status, .section = "work"}),
      field<&QuickWin::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&QuickWin::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&QuickWin::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

struct QuickWinCriterion {
  std::string code;
  std::string name;
  std::string question;
  std::optional<Decimal> weight;
  bool later_years = false;  // only asked from the second year on
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
};
template <>
struct Schema<QuickWinCriterion> {
  static constexpr auto name = "quick_win_criterion"sv;
  static constexpr bool template_rows = true;
  static constexpr auto fields = std::tuple{
      field<&QuickWinCriterion::code>("code", {.required = true, .max_length = 8, .role = Role::code}),
      field<&QuickWinCriterion::name>("name", {.required = true, .max_length = 120, .role = Role::title}),
      field<&QuickWinCriterion::question>("question", {.prose = true, .max_length = 600}),
      field<&QuickWinCriterion::weight>("weight", {.required = true, .min = 0, .max = 100}),
      field<&QuickWinCriterion::later_years>("later_years"),
      field<&QuickWinCriterion::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&QuickWinCriterion::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&QuickWinCriterion::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
  };
};

struct QuickWinScore {
  Id<QuickWin> quick_win;
  Id<QuickWinCriterion> criterion;
  std::string rater;
  std::optional<std::int64_t> score;
  std::string reason;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string note;
};
template <>
struct Schema<QuickWinScore> {
  static constexpr auto name = "quick_win_score"sv;
  static constexpr auto fields = std::tuple{
      field<&QuickWinScore::quick_win>("quick_win", {.required = true}),
      field<&QuickWinScore::criterion>("criterion", {.required = true}),
      field<&QuickWinScore::rater>("rater", {.required = true, .max_length = 120}),
      field<&QuickWinScore::score>("score", {.required = true, .min = 0, .max = 4}),
      field<&QuickWinScore::reason>("reason", {.prose = true, .max_length = 1000}),
      field<&QuickWinScore::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&QuickWinScore::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&QuickWinScore::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
