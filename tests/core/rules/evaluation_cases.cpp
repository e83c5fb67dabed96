// Cases of the rules about what runs beside and after the plan: workshops, meetings, monitoring, surveys, assessment, commitment, books.
#include "core/rules/rule_case.hpp"

namespace rancang::test {
namespace {
template <class Change>
std::function<void(CleanPlan&)> entry(Change change) {
  return of_first<MonitoringEntry>(change);
}

void spends_all(CleanPlan& plan) {
  plan.edit(plan.first<MonitoringEntry>(), [](MonitoringEntry& r) { r.year = 2024, r.realised = Money{100'000'000}; });
}

void asks_them_again(CleanPlan& plan) {
  auto const dimension = plan.create(Dimension{.code = "soc", .name = "Smart Society"});
  auto const part = plan.create(SubDimension{.dimension = dimension, .code = "soc.learning", .name = "Ekosistem belajar"});
  auto other = *plan.document.get(plan.first<ImpactSurvey>());
  other.service = "Perpustakaan kelurahan";
  other.sub_dimension = part;
  other.respondent_kind = "  " + other.respondent_kind;
  plan.create(std::move(other));
}

void attends(CleanPlan& plan) {
  auto const other = plan.create(Person{.name = "Staf baru", .body = Body::team});
  plan.edit(plan.first<Attendance>(), [&](Attendance& r) { r.replaces = r.person, r.person = other; });
}
}  // namespace

std::vector<RuleCase> evaluation_cases() {
  return {
      {RuleId::attendance_replaced, "somebody else came", attends},
      {RuleId::workshop_backwards, "dates swapped", of_first<Workshop>([](Workshop& r) { r.start_date = Date{19'002}, r.end_date = Date{19'001}; })},
      {RuleId::stage_output_done_no_proof, "done without proof", of_first<StageOutput>([](StageOutput& r) { r.state = OutputState::done; })},
      {RuleId::meeting_no_minutes, "the minutes are emptied", of_first<Meeting>([](Meeting& r) { r.minutes.clear(); })},
      {RuleId::meeting_no_outsiders, "the forum without outsiders",
       [](CleanPlan& p) {
         p.document.table_of<Meeting>().for_each([&p](NodePtr const& node) {
           if (node->as<Meeting>().body == Body::forum) p.edit(Id<Meeting>{node->id}, [](Meeting& r) { r.outsiders = false; });
         });
       }},
      {RuleId::decision_no_reason, "the reason is emptied", of_first<Decision>([](Decision& r) { r.reason.clear(); })},
      {RuleId::monitoring_entry_no_follow_up, "late, and no word why", entry([](MonitoringEntry& r) { r.state = MonitoringState::late; })},
      {RuleId::monitoring_entry_no_follow_up, "cancelled, and nothing follows", entry([](MonitoringEntry& r) { r.state = MonitoringState::cancelled, r.obstacle = "Lelang gagal"; })},
      {RuleId::monitoring_entry_done_no_proof, "done without proof", entry([](MonitoringEntry& r) { r.state = MonitoringState::done; })},
      {RuleId::monitoring_entry_done_not_whole, "done at 99.5 %", entry([](MonitoringEntry& r) { r.state = MonitoringState::done, r.physical = Decimal{99'500'000}, r.proof = some_proof(); })},
      {RuleId::monitoring_entry_over_budget, "a rupiah more than the budget", entry([](MonitoringEntry& r) { r.realised = Money{100'000'001}; })},
      {RuleId::monitoring_entry_over_budget, "the budget is cut afterwards",
       [](CleanPlan& p) {
         spends_all(p);
         p.edit(p.action_item, [](ActionItem& r) { r.budget.values[1].second.rupiah -= 1; });
       }},
      {RuleId::monitoring_entry_over_budget, "the year's budget is emptied afterwards",
       [](CleanPlan& p) {
         spends_all(p);
         p.edit(p.action_item, [](ActionItem& r) { r.budget.values.erase(r.budget.values.begin() + 1); });
       }},
      {RuleId::monitoring_entry_outside_plan, "a year before the plan", entry([](MonitoringEntry& r) { r.year = 2022; })},
      {RuleId::monitoring_entry_outside_plan, "the plan is moved", [](CleanPlan& p) { p.edit(p.plan, [](Plan& r) { r.plan_start = 2024; }); }},
      {RuleId::impact_survey_few_respondents, "49 respondents", of_first<ImpactSurvey>([](ImpactSurvey& r) { r.respondents = 49; })},
      {RuleId::impact_survey_more_than_users, "more answers than users", of_first<ImpactSurvey>([](ImpactSurvey& r) { r.users = 60, r.respondents = 61; })},
      {RuleId::impact_survey_same_respondents, "another survey asks the same people for another dimension", asks_them_again},
      {RuleId::impact_survey_same_respondents, "the part of the other survey moves to another dimension",
       [](CleanPlan& p) {
         auto const part = p.create(SubDimension{.dimension = p.dimension, .code = "gov.policy", .name = "Kebijakan"});
         auto other = *p.document.get(p.first<ImpactSurvey>());
         other.service = "Layanan lain";
         other.sub_dimension = part;
         p.create(std::move(other));
         auto const elsewhere = p.create(Dimension{.code = "liv", .name = "Smart Living"});
         p.edit(part, [elsewhere](SubDimension& r) { r.dimension = elsewhere; });
       }},
      {RuleId::collaboration_no_agreement, "agreed without an agreement", of_first<Collaboration>([](Collaboration& r) { r.state = CollaborationState::agreed; })},
      {RuleId::collaboration_no_agreement, "running without an agreement", of_first<Collaboration>([](Collaboration& r) { r.state = CollaborationState::running; })},
      {RuleId::collaboration_no_partner, "the partners are emptied", of_first<Collaboration>([](Collaboration& r) { r.partner_regions.clear(); })},
      {RuleId::commitment_no_signatures, "the signatures are emptied", of_first<Commitment>([](Commitment& r) { r.signatures.clear(); })},
      {RuleId::chapter_not_reviewed, "still under review", of_first<Chapter>([](Chapter& r) { r.state = ChapterState::review; })},
      {RuleId::chapter_not_reviewed, "a new chapter", [](CleanPlan& p) { p.create(Chapter{.book = p.first<Book>(), .code = "II", .name = "Analisis", .state = ChapterState::empty}); }},
  };
}

std::vector<RuleCase> assessment_cases() {
  return {
      {RuleId::instrument_weights_not_whole, "99 %", of_first<Instrument>([](Instrument& r) { r.weights[0].weight = Decimal{59'000'000}; })},
      {RuleId::instrument_weights_not_whole, "one weight is emptied", of_first<Instrument>([](Instrument& r) { r.weights[1].weight.reset(); })},
      {RuleId::question_not_answered, "its only answer is deleted", remove_first<SelfAssessment>},
      {RuleId::question_not_answered, "its answer moves to another question",
       [](CleanPlan& p) {
         auto const other = p.create(Question{.code = "B-2", .statement = "Apakah ada peta jalan", .block = EvaluationBlock::output, .instruments = {p.first<Instrument>()}});
         p.edit(p.first<SelfAssessment>(), [other](SelfAssessment& r) { r.question = other; });
       }},
      {RuleId::question_not_answered, "its instrument comes into use",
       [](CleanPlan& p) {
         p.edit(p.first<Instrument>(), [](Instrument& r) { r.is_used = false; });
         remove_first<SelfAssessment>(p);
         p.edit(p.first<Instrument>(), [](Instrument& r) { r.is_used = true; });
       }},
      {RuleId::self_assessment_no_proof, "a score without proof", of_first<SelfAssessment>([](SelfAssessment& r) { r.self_score = 3, r.answer = "Ada"; })},
      {RuleId::self_assessment_no_answer, "a score without an answer", of_first<SelfAssessment>([](SelfAssessment& r) { r.self_score = 1, r.proof = some_proof(); })},
  };
}

}  // namespace rancang::test
