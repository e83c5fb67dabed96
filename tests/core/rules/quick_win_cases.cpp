// Cases of the rules about quick wins, the roadmap, risks, and what each family of activities asks for.
#include "core/rules/rule_case.hpp"

namespace rancang::test {
namespace {
// A change to the clean action item.
template <class Change>
std::function<void(CleanPlan&)> item(Change change) {
  return [change](CleanPlan& plan) { plan.edit(plan.action_item, change); };
}

// A second activity that starts at the same time and on which the first one depends.
Id<ActionItem> waits_for(CleanPlan& plan) {
  auto const other = plan.copy(plan.action_item);
  plan.edit(other, [](ActionItem& r) { r.name = "Pelatihan petugas"; });
  plan.edit(plan.action_item, [other](ActionItem& r) { r.depends_on = {other}; });
  return other;
}
}  // namespace

std::vector<RuleCase> quick_win_cases() {
  return {
      {RuleId::quick_win_no_steps, "the steps are emptied", of_first<QuickWin>([](QuickWin& r) { r.steps.clear(); })},
      {RuleId::quick_win_no_measures, "the measures are emptied", of_first<QuickWin>([](QuickWin& r) { r.measures.clear(); })},
      {RuleId::quick_win_no_budget, "the cost is emptied", of_first<QuickWin>([](QuickWin& r) { r.budget.reset(); })},
      {RuleId::quick_win_step_backwards, "a step ends a month before it starts", of_first<QuickWin>([](QuickWin& r) { r.steps[0].from_month = 6, r.steps[0].to_month = 5; })},
      {RuleId::quick_win_issue_not_rpjmd, "its issue is no longer in the RPJMD", of_first<StrategicIssue>([](StrategicIssue& r) { r.in_rpjmd = false; })},
      {RuleId::quick_win_issue_not_rpjmd, "another issue is chosen",
       [](CleanPlan& p) {
         auto const other = p.create(StrategicIssue{.title = "Parkir liar", .dimensions = {p.dimension}});
         p.edit(p.first<QuickWin>(), [other](QuickWin& r) { r.issue = other; });
       }},
      {RuleId::quick_win_no_risk, "its only risk is deleted", remove_first<Risk>},
      {RuleId::quick_win_no_risk, "its only risk moves to a programme", [](CleanPlan& p) { p.edit(p.first<Risk>(), [&p](Risk& r) { r.quick_win = {}, r.program = p.program; }); }},
      {RuleId::quick_win_no_risk, "its only risk is dropped", of_first<Risk>([](Risk& r) { r.status = RowStatus::dropped; })},
      {RuleId::quick_win_running_no_proof, "it runs without proof", of_first<QuickWin>([](QuickWin& r) { r.state = QuickWinState::running; })},
      {RuleId::quick_win_running_no_proof, "it spreads without proof", of_first<QuickWin>([](QuickWin& r) { r.state = QuickWinState::scaled; })},
      {RuleId::quick_win_same_dimension, "its dimension is listed as another one, too", of_first<QuickWin>([](QuickWin& r) { r.other_dimensions = {r.dimension}; })},
  };
}

std::vector<RuleCase> roadmap_cases() {
  return {
      {RuleId::roadmap_phase_backwards, "years swapped", of_first<RoadmapPhase>([](RoadmapPhase& r) { r.from_year = 2025, r.to_year = 2024; })},
      {RuleId::roadmap_phase_outside_plan, "it starts before the plan", of_first<RoadmapPhase>([](RoadmapPhase& r) { r.from_year = 2022; })},
      {RuleId::roadmap_phase_outside_plan, "it ends after the plan", of_first<RoadmapPhase>([](RoadmapPhase& r) { r.to_year = 2028; })},
      {RuleId::roadmap_phase_outside_plan, "the plan is moved", [](CleanPlan& p) { p.edit(p.plan, [](Plan& r) { r.plan_start = 2024; }); }},
      {RuleId::dimension_empty_phase, "the only activity starts after the phase", [](CleanPlan& p) { p.edit(p.action_item, [](ActionItem& r) { r.start_year = 2024; }); }},
      {RuleId::dimension_empty_phase, "the only activity is dropped", [](CleanPlan& p) { p.edit(p.action_item, [](ActionItem& r) { r.status = RowStatus::dropped; }); }},
      {RuleId::dimension_empty_phase, "the only activity is deleted", [](CleanPlan& p) { p.remove(p.action_item); }},
      {RuleId::dimension_empty_phase, "the only activity moves to another dimension",
       [](CleanPlan& p) {
         auto const other = p.create(Dimension{.code = "liv", .name = "Smart Living"});
         p.edit(p.action_item, [other](ActionItem& r) { r.dimension = other; });
       }},
      {RuleId::dimension_empty_phase, "a phase comes that nothing runs in",
       [](CleanPlan& p) {
         p.edit(p.action_item, [](ActionItem& r) { r.end_year = 2025; });
         p.create(RoadmapPhase{.name = "Pemantapan", .from_year = 2026, .to_year = 2027});
       }},
      {RuleId::milestone_outside_plan, "a year after the plan", of_first<Milestone>([](Milestone& r) { r.year = 2028; })},
      {RuleId::milestone_outside_plan, "the plan is moved", [](CleanPlan& p) { p.edit(p.plan, [](Plan& r) { r.plan_start = 2024; }); }},
      {RuleId::risk_no_mitigation, "a high risk without mitigation", of_first<Risk>([](Risk& r) { r.likelihood = Grade::medium, r.impact = Grade::high; })},
      {RuleId::risk_no_owner, "a mitigation that is nobody's", of_first<Risk>([](Risk& r) { r.mitigation = "Cadangan listrik", r.agency = {}; })},
      {RuleId::risk_no_object, "of no quick win and no programme", of_first<Risk>([](Risk& r) { r.quick_win = {}; })},
  };
}

std::vector<RuleCase> family_cases() {
  return {
      {RuleId::action_item_depends_on_self, "it waits for itself", [](CleanPlan& p) { p.edit(p.action_item, [&p](ActionItem& r) { r.depends_on = {p.action_item}; }); }},
      {RuleId::action_item_starts_too_early, "the other is put off", [](CleanPlan& p) { p.edit(waits_for(p), [](ActionItem& r) { r.start_year = 2024; }); }},
      {RuleId::action_item_starts_too_early, "it is moved before the start of the other",
       [](CleanPlan& p) {
         auto const other = waits_for(p);
         p.edit(p.action_item, [](ActionItem& r) { r.start_year = 2025; });
         p.edit(other, [](ActionItem& r) { r.start_year = 2024; });
         p.edit(p.action_item, [](ActionItem& r) { r.start_year = 2023; });
       }},
      {RuleId::action_item_replaces_self, "an application that replaces itself",
       [](CleanPlan& p) { p.edit(p.action_item, [&p](ActionItem& r) { r.family = ActionFamily::application, r.replaces = p.action_item; }); }},
      {RuleId::action_item_silo, "an application alone", item([](ActionItem& r) { r.family = ActionFamily::application, r.app_state = AppState::planned; })},
      {RuleId::action_item_no_app_state, "an application without a state", item([](ActionItem& r) { r.family = ActionFamily::application; })},
      {RuleId::action_item_no_policy_form, "the form is emptied", item([](ActionItem& r) { r.policy_form = PolicyForm::unset; })},
      {RuleId::action_item_enacted_no_number, "enacted without a number", item([](ActionItem& r) { r.policy_stage = PolicyStage::enacted; })},
      {RuleId::action_item_umbrella_form, "a circular as the legal umbrella", item([](ActionItem& r) { r.policy_form = PolicyForm::se; })},
      {RuleId::action_item_no_target_group, "training for nobody", item([](ActionItem& r) { r.family = ActionFamily::people; })},
      {RuleId::action_item_no_target_group, "literacy for nobody", item([](ActionItem& r) { r.family = ActionFamily::literacy; })},
      {RuleId::action_item_no_class, "infrastructure without a class", item([](ActionItem& r) { r.family = ActionFamily::infrastructure; })},
      {RuleId::action_item_not_in_renja, "the first year is emptied", item([](ActionItem& r) { r.in_renja.values.clear(); })},
      {RuleId::action_item_not_in_renja, "the first year says not yet", item([](ActionItem& r) { r.in_renja.values[0].second = BudgetState::not_yet; })},
      {RuleId::action_item_not_in_renja, "the plan starts a year later", [](CleanPlan& p) { p.edit(p.plan, [](Plan& r) { r.plan_start = 2024; }); }},
  };
}

}  // namespace rancang::test
