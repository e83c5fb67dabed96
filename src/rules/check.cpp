#include "rules/check.hpp"

#include <array>

#include "base/order.hpp"

namespace rancang {
namespace {
using TypeRules = void (*)(RuleContext const&, Node const&, Report&);

// Rules of a single record type, beyond those that its schema brings along.
TypeRules rules_of(RecordType type) {
  static auto const all = [] {
    std::array<TypeRules, record_type_count> out{};
    out[index_of(record_type<Plan>)] = check_plan;
    out[index_of(record_type<RpjmdVision>)] = check_rpjmd_vision;
    out[index_of(record_type<RpjmdMission>)] = check_rpjmd_mission;
    out[index_of(record_type<Agency>)] = check_agency;
    out[index_of(record_type<Dimension>)] = check_dimension;
    out[index_of(record_type<SubDimension>)] = check_sub_dimension;
    out[index_of(record_type<Indicator>)] = check_indicator;
    out[index_of(record_type<Program>)] = check_program;
    out[index_of(record_type<ActionItem>)] = check_action_item;
    out[index_of(record_type<LegalBasis>)] = check_legal_basis;
    out[index_of(record_type<Attendance>)] = check_attendance;
    out[index_of(record_type<DataRequest>)] = check_data_request;
    out[index_of(record_type<Trend>)] = check_trend;
    out[index_of(record_type<ReadinessSubElement>)] = check_readiness_sub_element;
    out[index_of(record_type<Readiness>)] = check_readiness;
    out[index_of(record_type<Gap>)] = check_gap;
    out[index_of(record_type<SwotItem>)] = check_swot_item;
    out[index_of(record_type<CrossStrategy>)] = check_cross_strategy;
    out[index_of(record_type<Workshop>)] = check_workshop;
    out[index_of(record_type<StageOutput>)] = check_stage_output;
    out[index_of(record_type<Meeting>)] = check_meeting;
    out[index_of(record_type<Decision>)] = check_decision;
    out[index_of(record_type<MonitoringEntry>)] = check_monitoring_entry;
    out[index_of(record_type<ImpactSurvey>)] = check_impact_survey;
    out[index_of(record_type<Instrument>)] = check_instrument;
    out[index_of(record_type<Question>)] = check_question;
    out[index_of(record_type<SelfAssessment>)] = check_self_assessment;
    out[index_of(record_type<Collaboration>)] = check_collaboration;
    out[index_of(record_type<Chapter>)] = check_chapter;
    out[index_of(record_type<QuickWin>)] = check_quick_win;
    out[index_of(record_type<Risk>)] = check_risk;
    out[index_of(record_type<RoadmapPhase>)] = check_roadmap_phase;
    out[index_of(record_type<Milestone>)] = check_milestone;
    return out;
  }();
  return all[index_of(type)];
}

bool same_place(Finding const& a, Finding const& b) { return a.rule == b.rule && a.type == b.type && a.field == b.field && a.inner == b.inner && a.year == b.year; }

bool comes_before(Finding const& a, Finding const& b) {
  if (a.severity != b.severity) return a.severity < b.severity;
  if (a.field != b.field) return a.field < b.field;
  if (a.rule != b.rule) return a.rule < b.rule;
  return a.inner != b.inner ? a.inner < b.inner : a.year < b.year;
}
}  // namespace

std::span<Finding const> Report::sorted() {
  if (findings_.size() > 1) {
    sort_list_stably(findings_, comes_before);
    findings_.erase(std::unique(findings_.begin(), findings_.end(), same_place), findings_.end());
  }
  return findings_;
}

void check_record(RuleContext const& context, Node const& node, Report& report) {
  report.begin(node);
  check_conflicts(node, report);
  if (is_dropped(node)) return;  // struck out: nothing is owed any more
  check_fields(node, report);
  check_references(context, node, report);
  check_names(context, node, report);
  if (node.info().single) check_single(context, node, report);
  if (TypeRules const rules = rules_of(node.type)) rules(context, node, report);
}

}  // namespace rancang
