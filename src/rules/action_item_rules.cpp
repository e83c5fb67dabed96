// Action items (domain.md 4.7, F-14; hard checks of G3 in 2.3): measure, time, people. Money is in money_rules.cpp, codes in code_rules.cpp.
#include "rules/check.hpp"

namespace rancang {
namespace {
// The row's own figures, or those of the indicator that it points to.
void check_measure(RuleContext const& context, ActionItem const& item, Report& report) {
  Indicator const* const linked = context.document.get(item.indicator);
  if (!item.indicator && item.output_indicator.empty()) return report.add(RuleId::action_item_no_indicator, field_of<&ActionItem::indicator>);
  if (!item.indicator && item.unit.empty()) report.add(RuleId::action_item_no_unit, field_of<&ActionItem::unit>);
  if (!item.baseline && !(linked && linked->baseline)) report.add(RuleId::action_item_no_baseline, field_of<&ActionItem::baseline>);
  if (item.targets.values.empty() && !(linked && !linked->targets.values.empty())) report.add(RuleId::action_item_no_targets, field_of<&ActionItem::targets>);
}

void check_targets(PlanPeriod const& period, ActionItem const& item, Report& report) {
  for (auto const& [year, target] : item.targets.values)
    if (period.is_known() && !period.covers(year)) report.add(RuleId::action_item_targets_outside_plan, field_of<&ActionItem::targets>, year);
}

bool ends_before_start(ActionItem const& item) {
  if (item.start_year == 0 || item.end_year == 0) return false;
  if (item.start_year != item.end_year) return item.end_year < item.start_year;
  return item.start_quarter != Quarter::unset && item.end_quarter != Quarter::unset && item.end_quarter < item.start_quarter;
}

void check_time(PlanPeriod const& period, ActionItem const& item, Report& report) {
  if (ends_before_start(item)) report.add(RuleId::action_item_end_before_start, field_of<&ActionItem::end_year>);
  if (!period.is_known()) return;
  if (item.start_year != 0 && !period.covers(item.start_year)) report.add(RuleId::action_item_time_outside_plan, field_of<&ActionItem::start_year>);
  if (item.end_year != 0 && !period.covers(item.end_year)) report.add(RuleId::action_item_time_outside_plan, field_of<&ActionItem::end_year>);
}

void check_people(ActionItem const& item, Report& report) {
  auto const& support = item.support_agencies;
  if (item.lead_agency && std::find(support.begin(), support.end(), item.lead_agency) != support.end())
    report.add(RuleId::action_item_lead_supports, field_of<&ActionItem::support_agencies>);
}
}  // namespace

void check_action_item(RuleContext const& context, Node const& node, Report& report) {
  auto const& item = node.as<ActionItem>();
  check_measure(context, item, report);
  check_targets(context.period, item, report);
  check_time(context.period, item, report);
  check_people(item, report);
  check_action_item_money(context, item, report);
  check_action_item_code(context, item, report);
  check_action_item_family(context, item, node.id, report);
}

}  // namespace rancang
