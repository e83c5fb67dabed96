// Quick wins, risks, roadmap (domain.md 4.8–4.10, F-20, F-21, F-25), and what the families of action items ask for beyond the common columns (F-15 … F-18b).
#include "rules/check.hpp"
#include "rules/money.hpp"

namespace rancang {
namespace {
template <class Ids>
bool names(Ids const& ids, Ulid id) {
  return std::any_of(ids.begin(), ids.end(), [&](auto const& other) { return other.value == id; });
}

bool is_high(Risk const& risk) { return static_cast<int>(risk.likelihood) * static_cast<int>(risk.impact) >= 12; }  // of 25

void check_policy(ActionItem const& item, Report& report) {
  if (item.policy_form == PolicyForm::unset) report.add(RuleId::action_item_no_policy_form, field_of<&ActionItem::policy_form>);
  if (item.policy_stage == PolicyStage::enacted && item.policy_number.empty()) report.add(RuleId::action_item_enacted_no_number, field_of<&ActionItem::policy_number>);
  bool const accepted = item.policy_form == PolicyForm::perda || item.policy_form == PolicyForm::perkada || item.policy_form == PolicyForm::unset;
  if (item.legal_umbrella && !accepted) report.add(RuleId::action_item_umbrella_form, field_of<&ActionItem::policy_form>);
}

void check_application(ActionItem const& item, Ulid id, Report& report) {
  if (item.app_state == AppState::unset) report.add(RuleId::action_item_no_app_state, field_of<&ActionItem::app_state>);
  if (item.app_state != AppState::inactive && item.integrates_with.empty()) report.add(RuleId::action_item_silo, field_of<&ActionItem::integrates_with>);
  if (item.replaces.value == id) report.add(RuleId::action_item_replaces_self, field_of<&ActionItem::replaces>);
}
// What costs money in the first year has to be in the agency's Renja by then (domain.md 8.1).
void check_first_year(PlanPeriod const& period, ActionItem const& item, Report& report) {
  if (!period.is_known() || budget_of(item, period.years.front()) == 0) return;
  for (auto const& [year, state] : item.in_renja.values)
    if (year == period.years.front() && state != BudgetState::not_yet) return;
  report.add(RuleId::action_item_not_in_renja, field_of<&ActionItem::in_renja>, period.years.front());
}
}  // namespace

void check_action_item_family(RuleContext const& context, ActionItem const& item, Ulid id, Report& report) {
  switch (item.family) {
    case ActionFamily::policy: check_policy(item, report); break;
    case ActionFamily::application: check_application(item, id, report); break;
    case ActionFamily::infrastructure:
      if (item.infrastructure_class == InfrastructureClass::unset) report.add(RuleId::action_item_no_class, field_of<&ActionItem::infrastructure_class>);
      break;
    case ActionFamily::people:
    case ActionFamily::literacy:
      if (item.target_group.empty()) report.add(RuleId::action_item_no_target_group, field_of<&ActionItem::target_group>);
      break;
    default: break;
  }
  check_first_year(context.period, item, report);
  if (names(item.depends_on, id)) report.add(RuleId::action_item_depends_on_self, field_of<&ActionItem::depends_on>);
  for (auto const& before : item.depends_on) {
    auto const* const other = before.value == id ? nullptr : context.document.get(before);
    if (other && other->start_year != 0 && item.start_year != 0 && item.start_year < other->start_year) report.add(RuleId::action_item_starts_too_early, field_of<&ActionItem::start_year>, 0, before.value);
  }
}

void check_quick_win(RuleContext const& context, Node const& node, Report& report) {
  auto const& win = node.as<QuickWin>();
  for (auto const& step : win.steps)
    if (step.from_month && step.to_month && *step.to_month < *step.from_month) report.add(RuleId::quick_win_step_backwards, field_of<&QuickWin::steps>);
  auto const* const issue = context.document.get(win.issue);
  if (issue && !issue->in_rpjmd) report.add(RuleId::quick_win_issue_not_rpjmd, field_of<&QuickWin::issue>, 0, win.issue.value);
  if (context.usage.count(Use::quick_win_risk, node.id) == 0) report.add(RuleId::quick_win_no_risk);
  bool const runs = win.state == QuickWinState::running || win.state == QuickWinState::scaled;
  if (runs && win.proof.empty()) report.add(RuleId::quick_win_running_no_proof, field_of<&QuickWin::proof>);
  if (win.dimension && names(win.other_dimensions, win.dimension.value)) report.add(RuleId::quick_win_same_dimension, field_of<&QuickWin::other_dimensions>);
}

void check_risk(RuleContext const&, Node const& node, Report& report) {
  auto const& risk = node.as<Risk>();
  if (is_high(risk) && risk.mitigation.empty()) report.add(RuleId::risk_no_mitigation, field_of<&Risk::mitigation>);
  if (!risk.mitigation.empty() && !risk.agency) report.add(RuleId::risk_no_owner, field_of<&Risk::agency>);
  if (!risk.quick_win && !risk.program) report.add(RuleId::risk_no_object, field_of<&Risk::quick_win>);
}

void check_roadmap_phase(RuleContext const& context, Node const& node, Report& report) {
  auto const& phase = node.as<RoadmapPhase>();
  if (phase.from_year == 0 || phase.to_year == 0) return;
  if (phase.to_year < phase.from_year) return report.add(RuleId::roadmap_phase_backwards, field_of<&RoadmapPhase::to_year>);
  if (context.period.is_known() && !(context.period.covers(phase.from_year) && context.period.covers(phase.to_year)))
    report.add(RuleId::roadmap_phase_outside_plan, field_of<&RoadmapPhase::from_year>);
}

void check_milestone(RuleContext const& context, Node const& node, Report& report) {
  Year const year = node.as<Milestone>().year;
  if (year != 0 && context.period.is_known() && !context.period.covers(year)) report.add(RuleId::milestone_outside_plan, field_of<&Milestone::year>);
}

}  // namespace rancang
