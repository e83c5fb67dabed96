// Cases of the rules about the plan as a whole, its programmes and its indicators.
#include "core/rules/rule_case.hpp"

namespace rancang::test {

std::vector<RuleCase> plan_cases() {
  return {
      {RuleId::plan_missing, "the identity is deleted", [](CleanPlan& p) { p.remove(p.plan); }},
      {RuleId::plan_no_start, "the first year is emptied", [](CleanPlan& p) { p.edit(p.plan, [](Plan& r) { r.plan_start = 0; }); }},
      {RuleId::plan_years_count, "four years", [](CleanPlan& p) { p.edit(p.plan, [](Plan& r) { r.plan_years = 4; }); }},
      {RuleId::plan_years_count, "twelve years", [](CleanPlan& p) { p.edit(p.plan, [](Plan& r) { r.plan_years = 12; }); }},
      {RuleId::plan_region_code_form, "a code without its point", [](CleanPlan& p) { p.edit(p.plan, [](Plan& r) { r.region_code = "1276"; }); }},
      {RuleId::plan_bps_code_form, "a code with a point", [](CleanPlan& p) { p.edit(p.plan, [](Plan& r) { r.bps_code = "12.7"; }); }},
      {RuleId::plan_no_rpjmd_period, "the RPJMD's first year is emptied", [](CleanPlan& p) { p.edit(p.plan, [](Plan& r) { r.rpjmd_start = 0; }); }},
      {RuleId::plan_rpjmd_end_before_start, "the RPJMD ends first", [](CleanPlan& p) { p.edit(p.plan, [](Plan& r) { r.rpjmd_end = 2020; }); }},
      {RuleId::plan_rpjmd_ends_early, "the RPJMD ends before the plan starts", [](CleanPlan& p) { p.edit(p.plan, [](Plan& r) { r.rpjmd_end = 2022; }); }},
      {RuleId::rpjmd_vision_missing, "the vision is emptied", [](CleanPlan& p) { p.edit(p.rpjmd_vision, [](RpjmdVision& r) { r.statement.clear(); }); }},
      {RuleId::rpjmd_vision_missing, "the vision is deleted", [](CleanPlan& p) { p.remove(p.rpjmd_vision); }},
      {RuleId::vision_missing, "the vision is emptied", [](CleanPlan& p) { p.edit(p.vision, [](Vision& r) { r.statement.clear(); }); }},
      {RuleId::vision_missing, "the vision is deleted", [](CleanPlan& p) { p.remove(p.vision); }},
      {RuleId::objective_no_indicator, "the indicators are emptied", [](CleanPlan& p) { p.edit(p.objective, [](Objective& r) { r.indicators.clear(); }); }},
  };
}

std::vector<RuleCase> program_cases() {
  return {
      {RuleId::program_no_mission, "the mission is emptied", [](CleanPlan& p) { p.edit(p.program, [](Program& r) { r.mission = {}; }); }},
      {RuleId::program_no_strategy, "the strategy is emptied", [](CleanPlan& p) { p.edit(p.program, [](Program& r) { r.strategy = {}; }); }},
      {RuleId::program_not_in_rpjmd, "the RPJMD programme is emptied", [](CleanPlan& p) { p.edit(p.program, [](Program& r) { r.rpjmd_program = {}; }); }},
      {RuleId::program_no_action_item, "its only action item is deleted", [](CleanPlan& p) { p.remove(p.action_item); }},
      {RuleId::program_no_action_item, "its only action item moves away",
       [](CleanPlan& p) {
         auto const other = p.copy(p.program);
         p.edit(p.action_item, [&](ActionItem& r) { r.program = other; });
       }},
      {RuleId::program_only_application, "all its action items are applications", [](CleanPlan& p) { p.edit(p.action_item, [](ActionItem& r) { r.family = ActionFamily::application; }); }},
      {RuleId::program_only_application, "a programme of the kind application without action items",
       [](CleanPlan& p) {
         p.remove(p.action_item);
         p.edit(p.program, [](Program& r) { r.kind = ProgramKind::application; });
       }},
  };
}

std::vector<RuleCase> indicator_cases() {
  return {
      {RuleId::indicator_no_source, "the sources are emptied", [](CleanPlan& p) { p.edit(p.indicator, [](Indicator& r) { r.data_sources.clear(); }); }},
      {RuleId::indicator_no_baseline, "the baseline is emptied", [](CleanPlan& p) { p.edit(p.indicator, [](Indicator& r) { r.baseline.reset(); }); }},
      {RuleId::indicator_no_targets, "the targets are emptied", [](CleanPlan& p) { p.edit(p.indicator, [](Indicator& r) { r.targets.values.clear(); }); }},
      {RuleId::indicator_no_polarity, "the direction is not chosen", [](CleanPlan& p) { p.edit(p.indicator, [](Indicator& r) { r.polarity = Polarity::unset; }); }},
      {RuleId::indicator_targets_against_polarity, "targets fall where more is better", [](CleanPlan& p) { p.edit(p.indicator, [](Indicator& r) { r.polarity = Polarity::higher_is_better; }); }},
      {RuleId::indicator_targets_against_polarity, "a later target is worse", [](CleanPlan& p) { p.edit(p.indicator, [](Indicator& r) { r.targets.values.push_back({2025, {7'000'000}}); }); }},
      {RuleId::indicator_targets_outside_plan, "a target before the plan", [](CleanPlan& p) { p.edit(p.indicator, [](Indicator& r) { r.targets.values.insert(r.targets.values.begin(), {2022, {7'000'000}}); }); }},
      {RuleId::indicator_targets_outside_plan, "the plan starts later", [](CleanPlan& p) { p.edit(p.plan, [](Plan& r) { r.plan_start = 2024; }); }},
      {RuleId::indicator_verifiable_no_formula, "the formula is emptied", [](CleanPlan& p) { p.edit(p.indicator, [](Indicator& r) { r.formula.clear(); }); }},
      {RuleId::indicator_verifiable_no_source, "the sources are emptied", [](CleanPlan& p) { p.edit(p.indicator, [](Indicator& r) { r.data_sources.clear(); }); }},
      {RuleId::indicator_available_no_baseline, "the baseline is emptied", [](CleanPlan& p) { p.edit(p.indicator, [](Indicator& r) { r.baseline.reset(); }); }},
      {RuleId::indicator_tech_wording, "it counts applications", [](CleanPlan& p) { p.edit(p.indicator, [](Indicator& r) { r.name = "Jumlah aplikasi layanan"; }); }},
      {RuleId::indicator_tech_wording, "it counts hotspots, spelt with a hyphen", [](CleanPlan& p) { p.edit(p.indicator, [](Indicator& r) { r.name = "Titik Wi-Fi"; }); }},
      {RuleId::indicator_unused, "a new indicator", [](CleanPlan& p) { p.create(Indicator{.name = "Baru", .unit = "%"}); }},
  };
}

}  // namespace rancang::test
