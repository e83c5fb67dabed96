// Budget codes of action items (domain.md 8.2).
#include "rules/budget_code.hpp"
#include "rules/check.hpp"

namespace rancang {
namespace {
constexpr int code = field_of<&ActionItem::budget_code>;

// Rows of the plan's first year need a code before they can enter the agency's budget (domain.md 2.3, soft check of G3).
bool runs_in_first_year(PlanPeriod const& period, ActionItem const& item) {
  if (!period.is_known()) return false;
  if (item.start_year == period.years[0]) return true;
  return std::any_of(item.budget.values.begin(), item.budget.values.end(), [&](auto const& row) { return row.first == period.years[0] && row.second.rupiah > 0; });
}

// A row that has entered the agency's yearly plan or budget stands there under its whole code.
bool is_in_yearly_plan(ActionItem const& item) {
  auto const entered = [](auto const& row) { return row.second != BudgetState::not_yet; };
  return std::any_of(item.in_renja.values.begin(), item.in_renja.values.end(), entered) || std::any_of(item.in_dpa.values.begin(), item.in_dpa.values.end(), entered);
}
}  // namespace

void check_action_item_code(RuleContext const& context, ActionItem const& item, Report& report) {
  if (item.budget_code.empty()) {
    if (runs_in_first_year(context.period, item)) report.add(RuleId::action_item_no_code, code);
    return;
  }
  auto const parsed = parse_budget_code(item.budget_code, item.code_edition);
  if (!parsed) return report.add(RuleId::action_item_code_unreadable, code);
  if (parsed->text != item.budget_code) report.add(RuleId::action_item_code_form, code);
  if (parsed->levels < sub_activity_level && is_in_yearly_plan(item)) report.add(RuleId::action_item_code_too_short, code);
  if (parsed->is_province) report.add(RuleId::action_item_code_province, code);
  bool const declared = item.code_edition != CodeEdition::unset && parsed->edition != CodeEdition::unset;
  if (declared && parsed->edition != item.code_edition) report.add(RuleId::action_item_code_edition, field_of<&ActionItem::code_edition>);
}

}  // namespace rancang
