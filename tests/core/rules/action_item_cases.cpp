// Cases of the rules about action items, their money and their codes.
#include "core/rules/rule_case.hpp"

namespace rancang::test {
namespace {
// A change to the clean action item.
template <class Change>
std::function<void(CleanPlan&)> item(Change change) {
  return [change](CleanPlan& plan) { plan.edit(plan.action_item, change); };
}

// Its own output indicator instead of a linked one.
void measure_by_itself(ActionItem& r) {
  r.indicator = {};
  r.output_indicator = "Loket dibuka";
  r.unit = "loket";
  r.baseline = Decimal{0};
  r.targets.values = {{2023, {1'000'000}}};
}
}  // namespace

std::vector<RuleCase> action_item_cases() {
  return {
      {RuleId::action_item_no_family, "not chosen", item([](ActionItem& r) { r.family = ActionFamily::unset; })},
      {RuleId::action_item_no_agency, "emptied", item([](ActionItem& r) { r.lead_agency = {}; })},
      {RuleId::action_item_lead_supports, "listed twice", item([](ActionItem& r) { r.support_agencies = {r.lead_agency}; })},
      {RuleId::action_item_no_indicator, "neither linked nor written", item([](ActionItem& r) { r.indicator = {}; })},
      {RuleId::action_item_no_unit, "an output without a unit", item([](ActionItem& r) { measure_by_itself(r), r.unit.clear(); })},
      {RuleId::action_item_no_baseline, "an output without a baseline", item([](ActionItem& r) { measure_by_itself(r), r.baseline.reset(); })},
      {RuleId::action_item_no_baseline, "the linked indicator loses its own", [](CleanPlan& p) { p.edit(p.indicator, [](Indicator& r) { r.baseline.reset(); }); }},
      {RuleId::action_item_no_targets, "an output without targets", item([](ActionItem& r) { measure_by_itself(r), r.targets.values.clear(); })},
      {RuleId::action_item_no_targets, "the linked indicator loses its own", [](CleanPlan& p) { p.edit(p.indicator, [](Indicator& r) { r.targets.values.clear(); }); }},
      {RuleId::action_item_targets_outside_plan, "a target after the plan", item([](ActionItem& r) { r.targets.values = {{2028, {1}}}; })},
      {RuleId::action_item_no_start, "emptied", item([](ActionItem& r) { r.start_year = 0; })},
      {RuleId::action_item_no_end, "emptied", item([](ActionItem& r) { r.end_year = 0; })},
      {RuleId::action_item_end_before_start, "years swapped", item([](ActionItem& r) { std::swap(r.start_year, r.end_year); })},
      {RuleId::action_item_end_before_start, "quarters of one year swapped",
       item([](ActionItem& r) { r.end_year = r.start_year, r.start_quarter = Quarter::q3, r.end_quarter = Quarter::q2; })},
      {RuleId::action_item_time_outside_plan, "it ends after the plan", item([](ActionItem& r) { r.end_year = 2028; })},
      {RuleId::action_item_time_outside_plan, "the plan is moved", [](CleanPlan& p) { p.edit(p.plan, [](Plan& r) { r.plan_start = 2024; }); }},
      {RuleId::action_item_code_unreadable, "words instead of a code", item([](ActionItem& r) { r.budget_code = "belum ada"; })},
      {RuleId::action_item_code_form, "zeros lost in a spreadsheet", item([](ActionItem& r) { r.budget_code = "2.18.4.2.1.1"; })},
      {RuleId::action_item_code_form, "the level digit with a zero", item([](ActionItem& r) { r.budget_code = "2.18.04.02.01.0001"; })},
      {RuleId::action_item_code_edition, "two digits where four are declared", item([](ActionItem& r) { r.budget_code = "2.18.04.2.01.01"; })},
      {RuleId::action_item_code_too_short, "only up to the programme, in a row of the agency's budget", item([](ActionItem& r) { r.budget_code = "2.18.04", r.in_dpa.values = {{2023, BudgetState::included}}; })},
      {RuleId::action_item_code_province, "a code of the province", item([](ActionItem& r) { r.budget_code = "2.18.04.1.01.0001"; })},
      {RuleId::action_item_no_code, "no code although it starts in the first year", item([](ActionItem& r) { r.budget_code.clear(); })},
      {RuleId::action_item_no_code, "no code although it has money in the first year", item([](ActionItem& r) { r.budget_code.clear(), r.start_year = 2024; })},
  };
}

std::vector<RuleCase> money_cases() {
  return {
      {RuleId::action_item_no_budget, "emptied", item([](ActionItem& r) { r.budget.values.clear(); })},
      {RuleId::action_item_zero_budget, "zeros only", item([](ActionItem& r) { r.budget.values = {{2023, {0}}, {2024, {0}}}; })},
      {RuleId::action_item_negative_budget, "below zero", item([](ActionItem& r) { r.budget.values[2].second = {-1}; })},
      {RuleId::action_item_budget_outside_plan, "a year before the plan", item([](ActionItem& r) { r.budget.values.insert(r.budget.values.begin(), {2022, {5}}); })},
      {RuleId::action_item_budget_outside_plan, "the plan is cut short from the front", [](CleanPlan& p) { p.edit(p.plan, [](Plan& r) { r.plan_start = 2024; }); }},
      {RuleId::action_item_budget_outside_time, "it ends earlier than its money", item([](ActionItem& r) { r.end_year = 2026; })},
      {RuleId::action_item_no_funding, "emptied", item([](ActionItem& r) { r.funding.clear(); })},
      {RuleId::action_item_funding_not_whole, "a share of 60", item([](ActionItem& r) { r.funding[0].share = Decimal{60'000'000}; })},
      {RuleId::action_item_funding_not_whole, "two rows, one without a share", item([](ActionItem& r) { r.funding[0].share = Decimal{60'000'000}, r.funding.push_back({r.funding[0].funding_source, {}, {}}); })},
      {RuleId::action_item_funding_not_budget, "amounts that miss years", item([](ActionItem& r) { r.funding[0].amounts.values = {{2023, {100'000'000}}}; })},
      {RuleId::action_item_funding_not_budget, "an amount in a year without a budget", item([](ActionItem& r) {
         r.funding[0].amounts = r.budget;
         r.funding[0].amounts.values.push_back({2028, {1}});
       })},
      {RuleId::action_item_quick_win_late, "money only from the third year", item([](ActionItem& r) { r.budget.values.erase(r.budget.values.begin(), r.budget.values.begin() + 2); })},
  };
}

}  // namespace rancang::test
