#include "rules/usage.hpp"

#include <algorithm>

namespace rancang {
namespace {
template <class Visit>
void uses(ActionItem const& item, Visit&& visit) {
  if (item.quick_win) visit(Use::dimension_quick_win, item.dimension.value);
  visit(Use::program_action_item, item.program.value);
  if (item.family != ActionFamily::application) visit(Use::program_beyond_application, item.program.value);
  visit(Use::agency_action_item, item.lead_agency.value);
  for (auto const& agency : item.support_agencies) visit(Use::agency_action_item, agency.value);
  visit(Use::indicator_user, item.indicator.value);
  if (item.legal_umbrella && item.family == ActionFamily::policy) visit(Use::legal_umbrella, whole_plan);  // other families do not show the tick
  for (auto const& other : item.depends_on) visit(Use::action_item_reader, other.value);
  if (item.dimension && item.start_year != 0)
    for (Year year = item.start_year; year <= std::min(std::max(item.start_year, item.end_year), year_max); ++year) visit(Use::dimension_year, in_year(item.dimension.value, year));
}

template <class Visit>
void uses(SwotItem const& item, Visit&& visit) {
  switch (item.quadrant) {
    case Quadrant::strength: return visit(Use::swot_strength, whole_plan);
    case Quadrant::weakness: return visit(Use::swot_weakness, whole_plan);
    case Quadrant::opportunity: return visit(Use::swot_opportunity, whole_plan);
    case Quadrant::threat: return visit(Use::swot_threat, whole_plan);
    case Quadrant::unset: return;
  }
}

template <class Visit>
void uses(Meeting const& meeting, Visit&& visit) {
  if (meeting.body == Body::council) visit(Use::council_meeting, whole_plan);
  if (meeting.body == Body::team) visit(Use::team_meeting, whole_plan);
  if (meeting.body == Body::forum) visit(Use::forum_meeting, whole_plan);
}

template <class Visit>
void uses(Person const& person, Visit&& visit) {
  if (person.decree_number.empty()) return;
  if (person.body == Body::council) visit(Use::council_decree, whole_plan);
  if (person.body == Body::team) visit(Use::team_decree, whole_plan);
}

template <class Visit>
void uses(QuickWin const& win, Visit&& visit) {
  visit(Use::dimension_quick_win, win.dimension.value);
  if (win.is_presented) visit(Use::presented_quick_win, whole_plan);
}

template <class Visit>
void uses(Objective const& objective, Visit&& visit) {
  visit(Use::sub_dimension_objective, objective.sub_dimension.value);
  for (auto const& indicator : objective.indicators) visit(Use::indicator_user, indicator.value);
}

// Of types that only have to be there.
template <class Visit>
void uses_of_plan(RecordType type, Visit&& visit) {
  if (type == record_type<Agency>) visit(Use::any_agency, whole_plan);
  if (type == record_type<VisionKeyword>) visit(Use::any_keyword, whole_plan);
  if (type == record_type<Commitment>) visit(Use::any_commitment, whole_plan);
  if (type == record_type<ImpactSurvey>) visit(Use::any_survey, whole_plan);
}

// Calls visit(use, target) for everything the record uses; null targets are skipped.
template <class Visit>
void for_each_use(Node const& node, Visit&& visit_given) {
  auto const visit = [&](Use use, Ulid target) {
    if (target) visit_given(use, target);
  };
  uses_of_plan(node.type, visit);
  if (node.type == record_type<ActionItem>) {
    uses(node.as<ActionItem>(), visit);
  } else if (node.type == record_type<Program>) {
    visit(Use::dimension_program, node.as<Program>().dimension.value);
  } else if (node.type == record_type<Objective>) {
    uses(node.as<Objective>(), visit);
  } else if (node.type == record_type<Strategy>) {
    visit(Use::sub_dimension_strategy, node.as<Strategy>().sub_dimension.value);
  } else if (node.type == record_type<Mission>) {
    for (auto const& mission : node.as<Mission>().from_rpjmd_missions) visit(Use::rpjmd_mission_link, mission.value);
  } else if (node.type == record_type<StrategicIssue>) {
    for (auto const& dimension : node.as<StrategicIssue>().dimensions) visit(Use::dimension_issue, dimension.value);
  } else if (node.type == record_type<Readiness>) {
    visit(Use::sub_element_readiness, node.as<Readiness>().sub_element.value);
  } else if (node.type == record_type<SwotItem>) {
    uses(node.as<SwotItem>(), visit);
  } else if (node.type == record_type<Meeting>) {
    uses(node.as<Meeting>(), visit);
  } else if (node.type == record_type<Person>) {
    uses(node.as<Person>(), visit);
  } else if (node.type == record_type<QuickWin>) {
    uses(node.as<QuickWin>(), visit);
  } else if (node.type == record_type<Indicator>) {
    visit(Use::sub_dimension_indicator, node.as<Indicator>().sub_dimension.value);
  } else if (node.type == record_type<Risk>) {
    visit(Use::quick_win_risk, node.as<Risk>().quick_win.value);
  } else if (node.type == record_type<SelfAssessment>) {
    visit(Use::question_answer, node.as<SelfAssessment>().question.value);
  } else if (node.type == record_type<MonitoringEntry>) {
    visit(Use::action_item_reader, node.as<MonitoringEntry>().action_item.value);
  } else if (node.type == record_type<MissionAlignment>) {
    auto const& cell = node.as<MissionAlignment>();
    if (cell.degree != Alignment::none) visit(Use::rpjmd_mission_link, cell.rpjmd_mission.value);
  }
}
}  // namespace

// The ids of two dimensions do not differ by their first bits alone: behind the time stand eighty bits of chance.
Ulid in_year(Ulid dimension, Year year) { return {dimension.high ^ (static_cast<std::uint64_t>(year) << 52), dimension.low}; }

RecordType used_type(Use use) {
  switch (use) {
    case Use::dimension_program:
    case Use::dimension_issue:
    case Use::dimension_quick_win: return record_type<Dimension>;
    case Use::sub_dimension_objective:
    case Use::sub_dimension_strategy: return record_type<SubDimension>;
    case Use::rpjmd_mission_link: return record_type<RpjmdMission>;
    case Use::program_action_item:
    case Use::program_beyond_application: return record_type<Program>;
    case Use::agency_action_item: return record_type<Agency>;
    case Use::indicator_user: return record_type<Indicator>;
    case Use::sub_element_readiness: return record_type<ReadinessSubElement>;
    case Use::sub_dimension_indicator: return record_type<SubDimension>;
    case Use::quick_win_risk: return record_type<QuickWin>;
    case Use::question_answer: return record_type<Question>;
    default: return RecordType::none;  // the whole plan is looked at after every edit; action_item_reader changes no finding
  }
}

bool is_dropped(Node const& node) {
  static std::array<FieldInfo const*, record_type_count> const status_of = [] {
    std::array<FieldInfo const*, record_type_count> out{};
    for (auto const& info : record_infos())
      if (int const field = info.role_field(Role::status); field >= 0) {
        auto const& status = info.fields[static_cast<std::size_t>(field)];
        if (status.enumeration == &enum_info<RowStatus>()) out[index_of(info.type)] = &status;
      }
    return out;
  }();
  FieldInfo const* const status = status_of[index_of(node.type)];
  return status && *static_cast<RowStatus const*>(status->peek(node.data())) == RowStatus::dropped;
}

bool is_checked(Node const* node) { return node && node->is_alive() && !is_dropped(*node); }

void Usage::clear() {
  for (auto& counts : counts_) counts.clear();
}

void Usage::add(Node const& node) {
  for_each_use(node, [&](Use use, Ulid target) { ++counts_[static_cast<std::size_t>(use)][target]; });
}

void Usage::replace(Node const* before, Node const* after, Touched& touched) {
  if (is_checked(after))
    for_each_use(*after, [&](Use use, Ulid target) {
      if (++counts_[static_cast<std::size_t>(use)][target] == 1 && used_type(use) != RecordType::none) touched.emplace_back(used_type(use), target);
    });
  if (is_checked(before))
    for_each_use(*before, [&](Use use, Ulid target) {
      auto& counts = counts_[static_cast<std::size_t>(use)];
      auto const at = counts.find(target);
      if (at == counts.end() || --at->second > 0) return;
      counts.erase(at);
      if (used_type(use) != RecordType::none) touched.emplace_back(used_type(use), target);
    });
}

std::uint32_t Usage::count(Use use, Ulid target) const {
  auto const& counts = counts_[static_cast<std::size_t>(use)];
  auto const at = counts.find(target);
  return at == counts.end() ? 0 : at->second;
}

}  // namespace rancang
