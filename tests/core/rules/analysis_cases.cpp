// Cases of the rules about the analysis of Bimtek I.
#include "core/rules/rule_case.hpp"

namespace rancang::test {

std::vector<RuleCase> analysis_cases() {
  return {
      {RuleId::dimension_no_strategic_issue, "its only issue is deleted", [](CleanPlan& p) { p.remove(p.first<StrategicIssue>()); }},
      {RuleId::legal_basis_no_number, "a law in force without its number",
       [](CleanPlan& p) { p.edit(p.first<LegalBasis>(), [](LegalBasis& r) { r.validity = LegalValidity::in_force, r.number.clear(); }); }},
      {RuleId::attendance_replaces_self, "the same person twice", [](CleanPlan& p) { p.edit(p.first<Attendance>(), [](Attendance& r) { r.replaces = r.person; }); }},
      {RuleId::data_request_no_value, "delivered without a figure", [](CleanPlan& p) { p.edit(p.first<DataRequest>(), [](DataRequest& r) { r.state = RequestState::delivered, r.value.reset(); }); }},
      {RuleId::data_request_no_obstacle, "refused without a reason", [](CleanPlan& p) { p.edit(p.first<DataRequest>(), [](DataRequest& r) { r.state = RequestState::refused, r.obstacle.clear(); }); }},
      {RuleId::data_request_not_in_profile, "delivered, with year and figure, but the profile has no value of that year",
       [](CleanPlan& p) {
         auto const figure = p.first<ProfileFigure>();
         p.edit(p.first<DataRequest>(), [=](DataRequest& r) { r.state = RequestState::delivered, r.figure = figure, r.value = Decimal{2'000'000}, r.value_year = 1999; });
       }},
      {RuleId::data_request_other_in_profile, "the profile says something else about that year",
       [](CleanPlan& p) {
         auto const figure = p.first<ProfileFigure>();
         p.edit(p.first<DataRequest>(), [=](DataRequest& r) { r.state = RequestState::confirmed, r.figure = figure, r.value = Decimal{2'000'000}, r.value_year = 2022; });
       }},
      {RuleId::trend_no_response, "a high impact that nobody answers", [](CleanPlan& p) { p.edit(p.first<Trend>(), [](Trend& r) { r.impact = Grade::high, r.response.clear(); }); }},
      {RuleId::readiness_sub_element_not_assessed, "its element is used, its only row deleted",
       [](CleanPlan& p) {
         p.remove(p.first<Readiness>());
         p.edit(p.first<ReadinessElement>(), [](ReadinessElement& r) { r.is_used = true; });
       }},
      {RuleId::readiness_no_evidence, "full marks without proof", [](CleanPlan& p) { p.edit(p.first<Readiness>(), [](Readiness& r) { r.score = ReadinessScore::full, r.evidence.clear(); }); }},
      {RuleId::gap_no_difference, "what is wished for is what there is", [](CleanPlan& p) { p.edit(p.first<Gap>(), [](Gap& r) { r.target = r.condition; }); }},
      {RuleId::swot_item_no_rating, "a weight alone", [](CleanPlan& p) { p.edit(p.first<SwotItem>(), [](SwotItem& r) { r.weight = Decimal{250'000}, r.rating.reset(); }); }},
      {RuleId::cross_strategy_other_quadrant, "a strategy of strengths that names a weakness",
       [](CleanPlan& p) {
         p.edit(p.first<CrossStrategy>(), [](CrossStrategy& r) { r.kind = CrossKind::so; });
         p.edit(p.first<SwotItem>(), [](SwotItem& r) { r.quadrant = Quadrant::weakness; });
       }},
  };
}

}  // namespace rancang::test
