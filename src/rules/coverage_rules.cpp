// Records that nobody uses yet: the set-level checks of domain.md 2.3.
#include "rules/check.hpp"

namespace rancang {

void check_rpjmd_mission(RuleContext const& context, Node const& node, Report& report) {
  if (context.usage.count(Use::rpjmd_mission_link, node.id) == 0) report.add(RuleId::rpjmd_mission_not_mapped);
}

void check_agency(RuleContext const& context, Node const& node, Report& report) {
  if (context.usage.count(Use::agency_action_item, node.id) == 0) report.add(RuleId::agency_no_action_item);
}

void check_dimension(RuleContext const& context, Node const& node, Report& report) {
  if (context.usage.count(Use::dimension_issue, node.id) == 0) report.add(RuleId::dimension_no_strategic_issue);
  if (context.usage.count(Use::dimension_program, node.id) == 0) report.add(RuleId::dimension_no_program);
  if (context.usage.count(Use::dimension_quick_win, node.id) == 0) report.add(RuleId::dimension_no_quick_win);
}

void check_sub_dimension(RuleContext const& context, Node const& node, Report& report) {
  if (context.usage.count(Use::sub_dimension_objective, node.id) == 0) report.add(RuleId::sub_dimension_no_objective);
  if (context.usage.count(Use::sub_dimension_strategy, node.id) == 0) report.add(RuleId::sub_dimension_no_strategy);
}

}  // namespace rancang
