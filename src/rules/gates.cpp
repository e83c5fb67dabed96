#include "rules/gates.hpp"

#include <array>

#include "model/records.hpp"

namespace rancang {
namespace {
template <RuleId... R>
inline constexpr std::array<RuleId, sizeof...(R)> rules_of{R...};

template <class R, RuleId... Rules>
constexpr GateCheck hard(std::uint8_t gate, std::string_view key) {
  return {gate, true, key, record_type<R>, rules_of<Rules...>};
}
template <class R, RuleId... Rules>
constexpr GateCheck soft(std::uint8_t gate, std::string_view key) {
  return {gate, false, key, record_type<R>, rules_of<Rules...>};
}
template <class R>
constexpr GateCheck filled(std::uint8_t gate, std::string_view key) {
  return {gate, false, key, record_type<R>, {}, true};
}

using I = RuleId;
constexpr std::array checks{
    hard<Plan, I::plan_no_mou>(0, "mou"),
    hard<Person, I::person_no_council>(0, "council"),
    hard<Person, I::person_no_team>(0, "team"),
    hard<Agency, I::agency_none>(0, "agencies"),
    hard<RpjmdVision, I::plan_no_rpjmd_period, I::rpjmd_vision_missing>(0, "rpjmd"),
    soft<Agency, I::agency_no_contact>(0, "contacts"),
    hard<Readiness, I::readiness_sub_element_not_assessed>(1, "readiness"),
    hard<SwotItem, I::swot_item_few_strengths, I::swot_item_few_weaknesses, I::swot_item_few_opportunities, I::swot_item_few_threats>(1, "swot"),
    hard<StrategicIssue, I::dimension_no_strategic_issue>(1, "issues"),
    hard<VisionKeyword, I::vision_keyword_few>(1, "keywords"),
    filled<ProfileFigure>(1, "profile"),
    hard<Vision, I::vision_missing>(2, "vision"),
    hard<MissionAlignment, I::rpjmd_mission_not_mapped>(2, "missions"),
    hard<Objective, I::sub_dimension_no_objective>(2, "objectives"),
    hard<Strategy, I::sub_dimension_no_strategy>(2, "strategies"),
    hard<Program, I::dimension_no_program>(2, "programs"),
    soft<Program, I::program_not_in_rpjmd>(2, "programs_in_rpjmd"),
    hard<ActionItem, I::action_item_no_agency>(3, "leads"),
    hard<ActionItem, I::action_item_no_indicator, I::action_item_no_baseline, I::action_item_no_targets>(3, "measures"),
    hard<ActionItem, I::action_item_no_start, I::action_item_no_end>(3, "years"),
    hard<ActionItem, I::action_item_no_budget, I::action_item_no_funding>(3, "money"),
    hard<QuickWin, I::dimension_no_quick_win>(3, "quick_wins"),
    hard<QuickWin, I::quick_win_none_presented>(3, "presented"),
    soft<ActionItem, I::action_item_no_code>(3, "codes"),
    soft<Agency, I::agency_no_action_item>(3, "agencies_in_plan"),
    hard<Chapter, I::chapter_not_reviewed>(4, "chapters"),
    hard<Commitment, I::commitment_none, I::commitment_no_signatures>(4, "commitment"),
    hard<ActionItem, I::dimension_empty_phase>(4, "roadmap"),
    hard<ActionItem, I::action_item_no_legal_umbrella>(4, "legal"),
    soft<Risk, I::quick_win_no_risk, I::risk_no_mitigation>(4, "risks"),
    soft<ImpactSurvey, I::impact_survey_none>(4, "survey"),
};
}  // namespace

std::span<GateCheck const> gate_checks() { return checks; }

std::uint8_t stage_of(RuleId rule) {
  static auto const all = [] {
    std::array<std::uint8_t, rule_count> out{};
    for (std::size_t i = 0; i < rule_count; ++i) {
      Gate const gate = rule_info(static_cast<RuleId>(i)).gate;
      out[i] = gate == Gate::none ? any_time : static_cast<std::uint8_t>(gate);
    }
    for (GateCheck const& check : checks)
      for (RuleId const named : check.rules) out[static_cast<std::size_t>(named)] = check.gate;
    return out;
  }();
  return all[static_cast<std::size_t>(rule)];
}

std::uint8_t stage_of(Finding const& finding) { return finding.rule == RuleId::field_owed ? static_cast<std::uint8_t>(gate_of(finding)) : stage_of(finding.rule); }

std::uint32_t open_findings(Findings const& findings, GateCheck const& check) {
  std::uint32_t open = check.all_fields ? findings.missing(check.type) : 0;
  for (RuleId const rule : check.rules) open += findings.count(rule);
  return open;
}

bool is_unasked(Document const& document, Findings const& findings, GateCheck const& check) {
  return document.table(check.type).size() == 0 && open_findings(findings, check) == 0;
}

std::uint32_t muted_findings(Findings const& findings, GateCheck const& check) {
  std::uint32_t muted = check.all_fields ? findings.muted_missing(check.type) : 0;
  for (RuleId const rule : check.rules) muted += findings.muted(rule);
  return muted;
}

std::optional<RuleId> first_open_rule(Findings const& findings, GateCheck const& check) {
  for (RuleId const rule : check.rules)
    if (findings.count(rule) > 0) return rule;
  return std::nullopt;
}

GateState gate_state(Findings const& findings, std::uint8_t gate) {
  GateState state;
  for (GateCheck const& check : checks) {
    if (check.gate != gate) continue;
    bool const met = open_findings(findings, check) == 0;
    (check.hard ? state.hard : state.soft) += 1;
    (check.hard ? state.hard_met : state.soft_met) += met ? 1u : 0u;
  }
  return state;
}

std::uint8_t current_gate(Findings const& findings) {
  std::uint8_t gate = 0;
  while (gate + 1u < gate_count && gate_state(findings, gate).is_open()) ++gate;
  return gate;
}

namespace {
bool is_due(Severity severity, std::uint8_t stage, std::uint8_t gate) { return severity == Severity::error || stage == any_time || stage <= gate; }
}  // namespace

bool is_due(Finding const& finding, std::uint8_t gate) { return is_due(finding.severity, stage_of(finding), gate); }

std::uint32_t due_count(Findings const& findings, RuleId rule, std::uint8_t gate) {
  if (rule != RuleId::field_owed) return is_due(rule_info(rule).severity, stage_of(rule), gate) ? findings.count(rule) : 0;
  std::uint32_t count = findings.owed_at(any_time);
  for (std::uint8_t stage = 0; stage <= gate; ++stage) count += findings.owed_at(stage);
  return count;
}

FindingCounts due_counts(Findings const& findings, std::uint8_t gate) {
  FindingCounts due;
  for (std::uint8_t stage = 0; stage < stage_count; ++stage)
    for (std::size_t severity = 0; severity < severity_count; ++severity)
      if (is_due(static_cast<Severity>(severity), stage, gate)) due.by_severity[severity] += findings.counts_at(stage).by_severity[severity];
  return due;
}

}  // namespace rancang
