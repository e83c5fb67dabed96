// Records that nobody uses yet: the set-level checks of domain.md 2.3.
#include "rules/check.hpp"

namespace rancang {

void check_rpjmd_mission(RuleContext const& context, Node const& node, Report& report) {
  if (context.usage.count(Use::rpjmd_mission_link, node.id) == 0) report.add(RuleId::rpjmd_mission_not_mapped);
}

void check_agency(RuleContext const& context, Node const& node, Report& report) {
  if (context.usage.count(Use::agency_action_item, node.id) == 0) report.add(RuleId::agency_no_action_item);
}

namespace {
constexpr std::size_t most_phases = 50;  // a roadmap has a handful

// A roadmap is balanced when in each of its phases something of each dimension runs.
void check_phases(RuleContext const& context, Node const& dimension, Report& report) {
  std::size_t left = most_phases;
  context.document.table_of<RoadmapPhase>().walk({}, [&](NodePtr const& node) {
    auto const& phase = node->as<RoadmapPhase>();
    bool runs = phase.from_year == 0 || phase.to_year < phase.from_year;  // that is told of the phase
    for (Year year = phase.from_year; !runs && year <= std::min(phase.to_year, year_max); ++year) runs = context.usage.count(Use::dimension_year, in_year(dimension.id, year)) > 0;
    if (!runs) report.add(RuleId::dimension_empty_phase, -1, phase.from_year, node->id);
    return --left > 0;
  });
}
}  // namespace

void check_dimension(RuleContext const& context, Node const& node, Report& report) {
  if (context.usage.count(Use::dimension_issue, node.id) == 0) report.add(RuleId::dimension_no_strategic_issue);
  if (context.usage.count(Use::dimension_program, node.id) == 0) report.add(RuleId::dimension_no_program);
  if (context.usage.count(Use::dimension_quick_win, node.id) == 0) report.add(RuleId::dimension_no_quick_win);
  check_phases(context, node, report);
}

void check_sub_dimension(RuleContext const& context, Node const& node, Report& report) {
  if (context.usage.count(Use::sub_dimension_objective, node.id) == 0) report.add(RuleId::sub_dimension_no_objective);
  if (context.usage.count(Use::sub_dimension_strategy, node.id) == 0) report.add(RuleId::sub_dimension_no_strategy);
  if (context.usage.count(Use::sub_dimension_indicator, node.id) == 0) report.add(RuleId::sub_dimension_no_indicator);
}

namespace {
struct SetRule {
  RuleId rule;
  RecordType type;  // where it is mended
  Use use;
  std::uint32_t least;
};
constexpr SetRule set_rules[] = {
    {RuleId::agency_none, record_type<Agency>, Use::any_agency, 1},
    {RuleId::person_no_council, record_type<Person>, Use::council_decree, 1},
    {RuleId::person_no_team, record_type<Person>, Use::team_decree, 1},
    {RuleId::swot_item_few_strengths, record_type<SwotItem>, Use::swot_strength, 3},
    {RuleId::swot_item_few_weaknesses, record_type<SwotItem>, Use::swot_weakness, 3},
    {RuleId::swot_item_few_opportunities, record_type<SwotItem>, Use::swot_opportunity, 3},
    {RuleId::swot_item_few_threats, record_type<SwotItem>, Use::swot_threat, 3},
    {RuleId::vision_keyword_few, record_type<VisionKeyword>, Use::any_keyword, 3},
    {RuleId::quick_win_none_presented, record_type<QuickWin>, Use::presented_quick_win, 1},
    {RuleId::action_item_no_legal_umbrella, record_type<ActionItem>, Use::legal_umbrella, 1},
    {RuleId::commitment_none, record_type<Commitment>, Use::any_commitment, 1},
    {RuleId::meeting_no_council, record_type<Meeting>, Use::council_meeting, 1},
    {RuleId::meeting_no_team, record_type<Meeting>, Use::team_meeting, 1},
    {RuleId::meeting_no_forum, record_type<Meeting>, Use::forum_meeting, 1},
    {RuleId::impact_survey_none, record_type<ImpactSurvey>, Use::any_survey, 1},
};
}  // namespace

void check_whole_plan(RuleContext const& context, Report& report) {
  for (SetRule const& set : set_rules)
    if (context.usage.count(set.use, whole_plan) < set.least) report.add_missing(set.rule, set.type);
}

}  // namespace rancang
