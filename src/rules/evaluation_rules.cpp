// What runs beside and after the plan: workshops, meetings, monitoring, surveys, self-assessment, commitment, books (domain.md 2, 3, 4.10, 7).
// Most of it asks for what assessors keep missing (domain.md 7.5).
#include "base/utf8.hpp"
#include "rules/check.hpp"
#include "rules/money.hpp"

namespace rancang {
namespace {
constexpr std::int64_t least_respondents = 50;
constexpr Decimal whole{100 * micros_per_unit};
}  // namespace

void check_workshop(RuleContext const&, Node const& node, Report& report) {
  auto const& workshop = node.as<Workshop>();
  if (workshop.start_date && workshop.end_date && *workshop.end_date < *workshop.start_date) report.add(RuleId::workshop_backwards, field_of<&Workshop::end_date>);
}

void check_stage_output(RuleContext const&, Node const& node, Report& report) {
  auto const& output = node.as<StageOutput>();
  if (output.state == OutputState::done && output.proof.empty()) report.add(RuleId::stage_output_done_no_proof, field_of<&StageOutput::proof>);
}

void check_meeting(RuleContext const&, Node const& node, Report& report) {
  auto const& meeting = node.as<Meeting>();
  if (meeting.minutes.empty() && meeting.proof.empty()) report.add(RuleId::meeting_no_minutes, field_of<&Meeting::minutes>);
  if (meeting.body == Body::forum && !meeting.outsiders) report.add(RuleId::meeting_no_outsiders, field_of<&Meeting::outsiders>);
}

void check_decision(RuleContext const&, Node const& node, Report& report) {
  if (node.as<Decision>().reason.empty()) report.add(RuleId::decision_no_reason, field_of<&Decision::reason>);
}

void check_monitoring_entry(RuleContext const& context, Node const& node, Report& report) {
  auto const& entry = node.as<MonitoringEntry>();
  bool const in_trouble = entry.state == MonitoringState::late || entry.state == MonitoringState::cancelled;
  if (in_trouble && (entry.obstacle.empty() || entry.follow_up.empty()))
    report.add(RuleId::monitoring_entry_no_follow_up, entry.obstacle.empty() ? field_of<&MonitoringEntry::obstacle> : field_of<&MonitoringEntry::follow_up>);
  if (entry.state == MonitoringState::done) {
    if (entry.proof.empty()) report.add(RuleId::monitoring_entry_done_no_proof, field_of<&MonitoringEntry::proof>);
    if (entry.physical && *entry.physical < whole) report.add(RuleId::monitoring_entry_done_not_whole, field_of<&MonitoringEntry::physical>);
  }
  if (entry.year != 0 && context.period.is_known() && !context.period.covers(entry.year)) report.add(RuleId::monitoring_entry_outside_plan, field_of<&MonitoringEntry::year>);
  auto const* const item = context.document.get(entry.action_item);
  if (item && entry.realised && entry.realised->rupiah > budget_of(*item, entry.year)) report.add(RuleId::monitoring_entry_over_budget, field_of<&MonitoringEntry::realised>);
}

namespace {
constexpr std::size_t most_surveys = 500;  // a plan has tens

Ulid dimension_of(Document const& document, ImpactSurvey const& survey) {
  auto const* const part = document.get(survey.sub_dimension);
  return part ? part->dimension.value : Ulid{};
}

// The same people for two dimensions (domain.md 7.5).
void check_panel(RuleContext const& context, Node const& node, Report& report) {
  auto const& survey = node.as<ImpactSurvey>();
  Ulid const dimension = dimension_of(context.document, survey);
  std::string const people = utf8::fold(survey.respondent_kind);
  if (!dimension || people.empty()) return;
  std::size_t left = most_surveys;
  context.document.table_of<ImpactSurvey>().walk({}, [&](NodePtr const& one) {
    auto const& other = one->as<ImpactSurvey>();
    Ulid const elsewhere = other.year == survey.year ? dimension_of(context.document, other) : Ulid{};
    bool const same = elsewhere && elsewhere != dimension && utf8::fold(other.respondent_kind) == people;
    if (same) report.add(RuleId::impact_survey_same_respondents, field_of<&ImpactSurvey::respondent_kind>, 0, one->id);
    return !same && --left > 0;
  });
}
}  // namespace

void check_impact_survey(RuleContext const& context, Node const& node, Report& report) {
  auto const& survey = node.as<ImpactSurvey>();
  check_panel(context, node, report);
  if (!survey.respondents) return;
  if (*survey.respondents < least_respondents) report.add(RuleId::impact_survey_few_respondents, field_of<&ImpactSurvey::respondents>);
  if (survey.users && *survey.users < *survey.respondents) report.add(RuleId::impact_survey_more_than_users, field_of<&ImpactSurvey::respondents>);
}

void check_instrument(RuleContext const&, Node const& node, Report& report) {
  Decimal sum{};
  for (auto const& weight : node.as<Instrument>().weights)
    if (weight.weight) sum.micros += std::clamp<std::int64_t>(weight.weight->micros, 0, whole.micros);  // the rest is beyond its limits anyway, and could wrap
  if (!node.as<Instrument>().weights.empty() && sum != whole) report.add(RuleId::instrument_weights_not_whole, field_of<&Instrument::weights>);
}

void check_question(RuleContext const& context, Node const& node, Report& report) {
  if (context.usage.count(Use::question_answer, node.id) > 0) return;
  for (auto const& id : node.as<Question>().instruments)
    if (auto const* const instrument = context.document.get(id); instrument && instrument->is_used) return report.add(RuleId::question_not_answered);
}

void check_self_assessment(RuleContext const&, Node const& node, Report& report) {
  auto const& answer = node.as<SelfAssessment>();
  if (!answer.self_score || *answer.self_score == 0) return;
  if (answer.proof.empty()) report.add(RuleId::self_assessment_no_proof, field_of<&SelfAssessment::proof>);
  if (answer.answer.empty()) report.add(RuleId::self_assessment_no_answer, field_of<&SelfAssessment::answer>);
}

void check_collaboration(RuleContext const&, Node const& node, Report& report) {
  auto const& collaboration = node.as<Collaboration>();
  if (collaboration.kind != CollaborationKind::joint) return;
  bool const agreed = collaboration.state == CollaborationState::agreed || collaboration.state == CollaborationState::running;
  if (agreed && collaboration.agreement_number.empty()) report.add(RuleId::collaboration_no_agreement, field_of<&Collaboration::agreement_number>);
  if (collaboration.partner_regions.empty()) report.add(RuleId::collaboration_no_partner, field_of<&Collaboration::partner_regions>);
}

void check_chapter(RuleContext const&, Node const& node, Report& report) {
  if (node.as<Chapter>().state != ChapterState::final) report.add(RuleId::chapter_not_reviewed, field_of<&Chapter::state>);
}

}  // namespace rancang
