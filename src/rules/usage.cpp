#include "rules/usage.hpp"

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
}

template <class Visit>
void uses(Objective const& objective, Visit&& visit) {
  visit(Use::sub_dimension_objective, objective.sub_dimension.value);
  for (auto const& indicator : objective.indicators) visit(Use::indicator_user, indicator.value);
}

// Calls visit(use, target) for everything the record uses; null targets are skipped.
template <class Visit>
void for_each_use(Node const& node, Visit&& visit_given) {
  auto const visit = [&](Use use, Ulid target) {
    if (target) visit_given(use, target);
  };
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
  } else if (node.type == record_type<MissionAlignment>) {
    auto const& cell = node.as<MissionAlignment>();
    if (cell.degree != Alignment::none) visit(Use::rpjmd_mission_link, cell.rpjmd_mission.value);
  }
}
}  // namespace

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
  }
  return RecordType::none;
}

bool is_dropped(Node const& node) {
  using Peek = void const* (*)(void const*);
  static std::array<Peek, record_type_count> const status_of = [] {
    std::array<Peek, record_type_count> out{};
    for (auto const& info : record_infos())
      if (int const field = info.role_field(Role::status); field >= 0) {
        auto const& status = info.fields[static_cast<std::size_t>(field)];
        if (status.enumeration == &enum_info<RowStatus>()) out[index_of(info.type)] = status.peek;
      }
    return out;
  }();
  Peek const peek = status_of[index_of(node.type)];
  return peek && *static_cast<RowStatus const*>(peek(node.data())) == RowStatus::dropped;
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
      if (++counts_[static_cast<std::size_t>(use)][target] == 1) touched.emplace_back(used_type(use), target);
    });
  if (is_checked(before))
    for_each_use(*before, [&](Use use, Ulid target) {
      auto& counts = counts_[static_cast<std::size_t>(use)];
      auto const at = counts.find(target);
      if (at == counts.end() || --at->second > 0) return;
      counts.erase(at);
      touched.emplace_back(used_type(use), target);
    });
}

std::uint32_t Usage::count(Use use, Ulid target) const {
  auto const& counts = counts_[static_cast<std::size_t>(use)];
  auto const at = counts.find(target);
  return at == counts.end() ? 0 : at->second;
}

}  // namespace rancang
