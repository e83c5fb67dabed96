#include "ui/views/stage_sign.hpp"

#include <array>

#include "rules/gates.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/navigation_items.hpp"

namespace rancang {
namespace {
struct StageGroup {
  std::string_view group;
  WorkshopPhase phase;
};
constexpr std::array stage_groups{StageGroup{"preparation", WorkshopPhase::before}, StageGroup{"bimtek_i", WorkshopPhase::i}, StageGroup{"bimtek_ii", WorkshopPhase::ii},
                                  StageGroup{"bimtek_iii", WorkshopPhase::iii}, StageGroup{"bimtek_iv", WorkshopPhase::iv}};

NavigationGroup const* group_of(WorkshopPhase phase) {
  for (StageGroup const& stage : stage_groups)
    for (NavigationGroup const& group : navigation::groups)
      if (stage.phase == phase && stage.group == group.key) return &group;
  return nullptr;
}
}  // namespace

WorkshopPhase stage_of_group(std::string_view group) {
  for (StageGroup const& stage : stage_groups)
    if (stage.group == group) return stage.phase;
  return WorkshopPhase::unset;
}

StageSign stage_sign(bool complete, bool begun) {
  if (complete) return {icon::circle_check, Token::status_agreed};
  return begun ? StageSign{icon::circle_dot, Token::status_review} : StageSign{icon::circle_dashed, Token::text_muted};
}

StageSign stage_sign(PlanView const& plan, WorkshopPhase phase) {
  std::size_t outputs = 0, done = 0;
  bool begun = false, wrong = false;
  plan.document.table_of<StageOutput>().for_each([&](NodePtr const& node) {
    auto const& output = node->as<StageOutput>();
    if (output.phase != phase) return;
    ++outputs;
    done += output.state == OutputState::done;
    begun = begun || output.state == OutputState::begun || output.state == OutputState::done;
  });
  if (NavigationGroup const* const group = group_of(phase)) {
    for (NavigationItem const& item : group->items) {
      if (item.screen != Screen::records || item.kind != 0) continue;
      wrong = wrong || plan.findings.counts(item.type).of(Severity::error) > 0;
      begun = begun || (plan.document.table(item.type).size() > 0 && !record_info(item.type).template_rows);
    }
  }
  auto const gate = static_cast<std::size_t>(phase) - 1;
  bool const open = gate >= gate_count || gate_state(plan.findings, static_cast<std::uint8_t>(gate)).is_open();
  return stage_sign(outputs > 0 && done == outputs && open && !wrong, begun);
}

}  // namespace rancang
