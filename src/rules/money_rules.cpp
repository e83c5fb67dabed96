// Budget and funding of action items: money in the right years, and funding that adds up to it (domain.md 4.7, F-14 and F-19).
#include "rules/check.hpp"
#include "rules/money.hpp"

namespace rancang {
namespace {
void check_budget_years(PlanPeriod const& period, ActionItem const& item, Report& report) {
  bool const has_time = item.start_year != 0 && item.end_year != 0 && item.start_year <= item.end_year;
  for (auto const& [year, money] : item.budget.values) {
    if (money.rupiah == 0) continue;
    if (period.is_known() && !period.covers(year)) report.add(RuleId::action_item_budget_outside_plan, field_of<&ActionItem::budget>, year);
    else if (has_time && (year < item.start_year || year > item.end_year)) report.add(RuleId::action_item_budget_outside_time, field_of<&ActionItem::budget>, year);
  }
}

// A quick win is felt within 6 to 12 months (domain.md 4.9): money in the third year comes too late.
void check_quick_win(PlanPeriod const& period, ActionItem const& item, Report& report) {
  if (!item.quick_win || period.years.size() < 2 || item.budget.values.empty()) return;
  for (auto const& [year, money] : item.budget.values)
    if (money.rupiah > 0 && (year == period.years[0] || year == period.years[1])) return;
  report.add(RuleId::action_item_quick_win_late, field_of<&ActionItem::budget>);
}

void check_funding(ActionItem const& item, Report& report) {
  if (item.funding.empty()) {
    if (total_of(item.budget) > 0) report.add(RuleId::action_item_no_funding, field_of<&ActionItem::funding>);
  } else if (has_amounts(item.funding)) {
    for (Year year : money_years(item))
      if (!is_funded(item, year)) report.add(RuleId::action_item_funding_not_budget, field_of<&ActionItem::funding>, year);
  } else if (share_sum(item.funding) != Decimal{100 * micros_per_unit}) {
    report.add(RuleId::action_item_funding_not_whole, field_of<&ActionItem::funding>);
  }
}
}  // namespace

void check_action_item_money(RuleContext const& context, ActionItem const& item, Report& report) {
  if (!item.budget.values.empty() && total_of(item.budget) == 0) report.add(RuleId::action_item_zero_budget, field_of<&ActionItem::budget>);
  check_budget_years(context.period, item, report);
  check_quick_win(context.period, item, report);
  check_funding(item, report);
}

}  // namespace rancang
