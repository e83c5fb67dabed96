// Cases of the rules about what a plan owes as a whole: three of these, one of those.
#include "core/rules/rule_case.hpp"

namespace rancang::test {
namespace {
// Changes one record of a type, the first that fits.
template <class R, class Fits, class Change>
std::function<void(CleanPlan&)> one_of(Fits fits, Change change) {
  return [fits, change](CleanPlan& plan) {
    for (auto const& node : plan.document.table_of<R>().stored())
      if (fits(node->template as<R>())) return change(plan, Id<R>{node->id});
  };
}
template <class R, class Fits>
std::function<void(CleanPlan&)> without(Fits fits) {
  return one_of<R>(fits, [](CleanPlan& plan, Id<R> id) { plan.remove(id); });
}

auto of_quadrant(Quadrant quadrant) {
  return [quadrant](SwotItem const& r) { return r.quadrant == quadrant; };
}
auto held_by(Body body) {
  return [body](Meeting const& r) { return r.body == body; };
}
std::function<void(CleanPlan&)> without_decree(Body body) {
  return one_of<Person>([body](Person const& r) { return r.body == body; }, [](CleanPlan& p, Id<Person> id) { p.edit(id, [](Person& r) { r.decree_number.clear(); }); });
}
}  // namespace

std::vector<RuleCase> set_cases() {
  return {
      {RuleId::plan_no_mou, "the date is emptied", [](CleanPlan& p) { p.edit(p.plan, [](Plan& r) { r.mou_date.reset(); }); }},
      {RuleId::agency_none, "the only agency is deleted", [](CleanPlan& p) { p.remove(p.agency); }},
      {RuleId::person_no_council, "the only decree is emptied", without_decree(Body::council)},
      {RuleId::person_no_council, "the only member joins the team", of_first<Person>([](Person& r) { r.body = Body::team; })},
      {RuleId::person_no_team, "the only decree is emptied", without_decree(Body::team)},
      {RuleId::swot_item_few_strengths, "one of three is deleted", without<SwotItem>(of_quadrant(Quadrant::strength))},
      {RuleId::swot_item_few_strengths, "one of three is dropped", of_first<SwotItem>([](SwotItem& r) { r.status = RowStatus::dropped; })},
      {RuleId::swot_item_few_strengths, "one of three turns into a weakness", of_first<SwotItem>([](SwotItem& r) { r.quadrant = Quadrant::weakness; })},
      {RuleId::swot_item_few_weaknesses, "one of three is deleted", without<SwotItem>(of_quadrant(Quadrant::weakness))},
      {RuleId::swot_item_few_opportunities, "one of three is deleted", without<SwotItem>(of_quadrant(Quadrant::opportunity))},
      {RuleId::swot_item_few_threats, "one of three is deleted", without<SwotItem>(of_quadrant(Quadrant::threat))},
      {RuleId::vision_keyword_few, "one of three is deleted", remove_first<VisionKeyword>},
      {RuleId::quick_win_none_presented, "it is unticked", of_first<QuickWin>([](QuickWin& r) { r.is_presented = false; })},
      {RuleId::quick_win_none_presented, "it is deleted", remove_first<QuickWin>},
      {RuleId::action_item_no_legal_umbrella, "it is unticked", [](CleanPlan& p) { p.edit(p.action_item, [](ActionItem& r) { r.legal_umbrella = false; }); }},
      {RuleId::action_item_no_legal_umbrella, "the tick is left on a row that is no longer a policy",
       [](CleanPlan& p) { p.edit(p.action_item, [](ActionItem& r) { r.family = ActionFamily::service; }); }},
      {RuleId::commitment_none, "it is deleted", remove_first<Commitment>},
      {RuleId::meeting_no_council, "it is deleted", without<Meeting>(held_by(Body::council))},
      {RuleId::meeting_no_team, "it is deleted", without<Meeting>(held_by(Body::team))},
      {RuleId::meeting_no_forum, "it is deleted", without<Meeting>(held_by(Body::forum))},
      {RuleId::impact_survey_none, "it is deleted", remove_first<ImpactSurvey>},
      {RuleId::sub_dimension_no_indicator, "its only indicator moves away", [](CleanPlan& p) { p.edit(p.indicator, [](Indicator& r) { r.sub_dimension = {}; }); }},
      {RuleId::sub_dimension_no_indicator, "its only indicator is deleted", [](CleanPlan& p) { p.remove(p.indicator); }},
  };
}

}  // namespace rancang::test
