#pragma once
// F-14 Rencana aksi (domain.md 4.7), the central table: one row is one kegiatan with agency, indicator, budget, funding and years.
// Must not know: files, screens.
#include "model/common.hpp"
#include "model/funding.hpp"

namespace rancang {

// Families of the action plan; four of them are scored later (domain.md 4.7).
enum class ActionFamily : std::uint8_t { unset, service, policy, institution, people, infrastructure, application, literacy };
template <>
struct EnumTable<ActionFamily> {
  static constexpr auto name = "action_family"sv;
  static constexpr std::array names{""sv, "service"sv, "policy"sv, "institution"sv, "people"sv, "infrastructure"sv, "application"sv, "literacy"sv};
};
enum class Quarter : std::uint8_t { unset, q1, q2, q3, q4 };
template <>
struct EnumTable<Quarter> {
  static constexpr auto name = "quarter"sv;
  static constexpr std::array names{""sv, "q1"sv, "q2"sv, "q3"sv, "q4"sv};
};
// Where the row stands in the agency's yearly plan (Renja) or budget document (DPA).
enum class BudgetState : std::uint8_t { not_yet, proposed, included, realised };
template <>
struct EnumTable<BudgetState> {
  static constexpr auto name = "budget_state"sv;
  static constexpr std::array names{"not_yet"sv, "proposed"sv, "included"sv, "realised"sv};
};
// Editions of the nomenclature; codes of different editions are never compared (domain.md 8.2).
enum class CodeEdition : std::uint8_t { unset, two_digit, four_digit };
template <>
struct EnumTable<CodeEdition> {
  static constexpr auto name = "code_edition"sv;
  static constexpr std::array names{""sv, "two_digit"sv, "four_digit"sv};
};

enum class PolicyForm : std::uint8_t { unset, perda, perkada, kepkada, se, sop };
template <>
struct EnumTable<PolicyForm> {
  static constexpr auto name = "policy_form"sv;
  static constexpr std::array names{""sv, "perda"sv, "perkada"sv, "kepkada"sv, "se"sv, "sop"sv};
};

enum class PolicyStage : std::uint8_t { unset, not_begun, academic_paper, draft, harmonisation, dprd, province, enacted };
template <>
struct EnumTable<PolicyStage> {
  static constexpr auto name = "policy_stage"sv;
  static constexpr std::array names{""sv, "not_begun"sv, "academic_paper"sv, "draft"sv, "harmonisation"sv, "dprd"sv, "province"sv, "enacted"sv};
};

enum class InfrastructureClass : std::uint8_t { unset, physical, ict, social };
template <>
struct EnumTable<InfrastructureClass> {
  static constexpr auto name = "infrastructure_class"sv;
  static constexpr std::array names{""sv, "physical"sv, "ict"sv, "social"sv};
};

enum class AppKind : std::uint8_t { unset, general, special };
template <>
struct EnumTable<AppKind> {
  static constexpr auto name = "app_kind"sv;
  static constexpr std::array names{""sv, "general"sv, "special"sv};
};

enum class AppState : std::uint8_t { unset, planned, development, operational, inactive };
template <>
struct EnumTable<AppState> {
  static constexpr auto name = "app_state"sv;
  static constexpr std::array names{""sv, "planned"sv, "development"sv, "operational"sv, "inactive"sv};
};

struct ActionItem {
  Id<Dimension> dimension;
  Id<SubDimension> sub_dimension;
  Id<Objective> objective;
  Id<Strategy> strategy;
  Id<Program> program;
  std::string name;
  ActionFamily family = ActionFamily::unset;
  std::string budget_code;
  CodeEdition code_edition = CodeEdition::unset;
  std::string nomenclature;
  Id<Agency> lead_agency;
  std::vector<Id<Agency>> support_agencies;
  std::string partners;
  Id<Indicator> indicator;
  std::string output_indicator;
  std::string unit;
  std::optional<Decimal> baseline;
  YearSeries<Decimal> targets;
  YearSeries<Money> budget;
  std::vector<FundingShare> funding;
  std::string location;
  Year start_year = 0;
  Quarter start_quarter = Quarter::unset;
  Year end_year = 0;
  Quarter end_quarter = Quarter::unset;
  bool quick_win = false;
  Id<RpjmdProgram> rpjmd_program;
  YearSeries<BudgetState> in_renja;
  YearSeries<BudgetState> in_dpa;
  std::vector<Id<ActionItem>> depends_on;
  std::string rationale;
  PolicyForm policy_form = PolicyForm::unset;
  PolicyStage policy_stage = PolicyStage::unset;
  std::string policy_number;
  std::optional<Date> policy_date;
  bool legal_umbrella = false;  // gives the masterplan its legal force
  std::string institution;
  std::optional<std::int64_t> meetings_per_year;
  std::string target_group;
  std::string competence;
  std::string training;
  std::string topic;
  std::string channel;
  InfrastructureClass infrastructure_class = InfrastructureClass::unset;
  std::optional<Decimal> needed;
  std::string purpose;
  AppKind app_kind = AppKind::unset;
  AppState app_state = AppState::unset;
  std::vector<Id<ActionItem>> integrates_with;
  std::string data_owned;
  std::string platform;
  std::optional<std::int64_t> users;
  Id<ActionItem> replaces;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<ActionItem> {
  static constexpr auto name = "action_item"sv;
  static constexpr auto fields = std::tuple{
      field<&ActionItem::dimension>("dimension", {.required = true, .gate = Gate::iii, .section = "chain"}),
      field<&ActionItem::sub_dimension>("sub_dimension", {.required = true, .gate = Gate::iii, .section = "chain", .initially_hidden = true}),
      field<&ActionItem::objective>("objective", {.section = "chain", .initially_hidden = true}),
      field<&ActionItem::strategy>("strategy", {.section = "chain", .initially_hidden = true}),
      field<&ActionItem::program>("program", {.required = true, .gate = Gate::iii, .section = "chain", .initially_hidden = true}),
      field<&ActionItem::name>("name", {.required = true, .role = Role::title}),
      field<&ActionItem::family>("family", {.required = true, .role = Role::kind, .gate = Gate::iii, .initially_hidden = true}),
      field<&ActionItem::budget_code>("budget_code", {.max_length = 24, .role = Role::code, .initially_hidden = true}),
      field<&ActionItem::code_edition>("code_edition", {.initially_hidden = true}),
      field<&ActionItem::nomenclature>("nomenclature", {.initially_hidden = true}),
      field<&ActionItem::lead_agency>("lead_agency", {.required = true, .gate = Gate::iii, .section = "people"}),
      field<&ActionItem::support_agencies>("support_agencies", {.merge = Merge::unite, .section = "people", .initially_hidden = true}),
      field<&ActionItem::partners>("partners", {.section = "people", .initially_hidden = true}),
      field<&ActionItem::indicator>("indicator", {.section = "measure", .initially_hidden = true}),
      field<&ActionItem::output_indicator>("output_indicator", {.section = "measure", .initially_hidden = true}),
      field<&ActionItem::unit>("unit", {.max_length = 40, .section = "measure", .initially_hidden = true}),
      field<&ActionItem::baseline>("baseline", {.section = "measure", .initially_hidden = true}),
      field<&ActionItem::targets>("targets", {.section = "measure", .initially_hidden = true}),
      field<&ActionItem::budget>("budget", {.gate = Gate::iii, .min = 0, .section = "money"}),
      field<&ActionItem::funding>("funding", {.gate = Gate::iii, .section = "money"}),
      field<&ActionItem::location>("location", {.section = "time", .initially_hidden = true}),
      field<&ActionItem::start_year>("start_year", {.required = true, .gate = Gate::iii, .merge = Merge::group, .min = 2000, .max = 2100, .section = "time", .initially_hidden = true}),
      field<&ActionItem::start_quarter>("start_quarter", {.merge = Merge::group, .section = "time", .initially_hidden = true}),
      field<&ActionItem::end_year>("end_year", {.required = true, .gate = Gate::iii, .merge = Merge::group, .min = 2000, .max = 2100, .section = "time", .initially_hidden = true}),
      field<&ActionItem::end_quarter>("end_quarter", {.merge = Merge::group, .section = "time", .initially_hidden = true}),
      field<&ActionItem::quick_win>("quick_win", {.section = "time", .initially_hidden = true}),
      field<&ActionItem::rpjmd_program>("rpjmd_program", {.section = "chain", .initially_hidden = true}),
      field<&ActionItem::in_renja>("in_renja", {.section = "money", .initially_hidden = true}),
      field<&ActionItem::in_dpa>("in_dpa", {.section = "money", .initially_hidden = true}),
      field<&ActionItem::depends_on>("depends_on", {.merge = Merge::unite, .section = "time", .initially_hidden = true}),
      field<&ActionItem::rationale>("rationale", {.prose = true, .max_length = 2000, .section = "policy", .kinds = kind_bit(ActionFamily::policy), .initially_hidden = true}),
      field<&ActionItem::policy_form>("policy_form", {.section = "policy", .kinds = kind_bit(ActionFamily::policy), .initially_hidden = true}),
      field<&ActionItem::policy_stage>("policy_stage", {.section = "policy", .kinds = kind_bit(ActionFamily::policy), .initially_hidden = true}),
      field<&ActionItem::policy_number>("policy_number", {.max_length = 80, .section = "policy", .kinds = kind_bit(ActionFamily::policy), .initially_hidden = true}),
      field<&ActionItem::policy_date>("policy_date", {.section = "policy", .kinds = kind_bit(ActionFamily::policy), .initially_hidden = true}),
      field<&ActionItem::legal_umbrella>("legal_umbrella", {.section = "policy", .kinds = kind_bit(ActionFamily::policy), .initially_hidden = true}),
      field<&ActionItem::institution>("institution", {.max_length = 160, .section = "institution", .kinds = kind_bit(ActionFamily::institution), .initially_hidden = true}),
      field<&ActionItem::meetings_per_year>("meetings_per_year", {.min = 0, .max = 366, .section = "institution", .kinds = kind_bit(ActionFamily::institution), .initially_hidden = true}),
      field<&ActionItem::target_group>("target_group", {.max_length = 200, .section = "people_plan", .kinds = kind_bit(ActionFamily::people) | kind_bit(ActionFamily::literacy), .initially_hidden = true}),
      field<&ActionItem::competence>("competence", {.max_length = 200, .section = "people_plan", .kinds = kind_bit(ActionFamily::people), .initially_hidden = true}),
      field<&ActionItem::training>("training", {.max_length = 200, .section = "people_plan", .kinds = kind_bit(ActionFamily::people), .initially_hidden = true}),
      field<&ActionItem::topic>("topic", {.max_length = 200, .section = "people_plan", .kinds = kind_bit(ActionFamily::literacy), .initially_hidden = true}),
      field<&ActionItem::channel>("channel", {.max_length = 200, .section = "people_plan", .kinds = kind_bit(ActionFamily::literacy), .initially_hidden = true}),
      field<&ActionItem::infrastructure_class>("infrastructure_class", {.section = "infrastructure", .kinds = kind_bit(ActionFamily::infrastructure), .initially_hidden = true}),
      field<&ActionItem::needed>("needed", {.section = "infrastructure", .kinds = kind_bit(ActionFamily::infrastructure), .initially_hidden = true}),
      field<&ActionItem::purpose>("purpose", {.prose = true, .max_length = 1000, .section = "application", .kinds = kind_bit(ActionFamily::application), .initially_hidden = true}),
      field<&ActionItem::app_kind>("app_kind", {.section = "application", .kinds = kind_bit(ActionFamily::application), .initially_hidden = true}),
      field<&ActionItem::app_state>("app_state", {.section = "application", .kinds = kind_bit(ActionFamily::application), .initially_hidden = true}),
      field<&ActionItem::integrates_with>("integrates_with", {.merge = Merge::unite, .section = "application", .kinds = kind_bit(ActionFamily::application), .initially_hidden = true}),
      field<&ActionItem::data_owned>("data_owned", {.section = "application", .kinds = kind_bit(ActionFamily::application), .initially_hidden = true}),
      field<&ActionItem::platform>("platform", {.max_length = 120, .section = "application", .kinds = kind_bit(ActionFamily::application), .initially_hidden = true}),
      field<&ActionItem::users>("users", {.min = 0, .max = 300000000, .section = "application", .kinds = kind_bit(ActionFamily::application), .initially_hidden = true}),
      field<&ActionItem::replaces>("replaces", {.section = "application", .kinds = kind_bit(ActionFamily::application), .initially_hidden = true}),
      field<&ActionItem::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&ActionItem::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&ActionItem::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&ActionItem::status>("status", {.role = Role::status, .section = "work"}),
      field<&ActionItem::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&ActionItem::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&ActionItem::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
