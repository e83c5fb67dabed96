#pragma once
// Boards about the clock and the people of a plan: stages with their outputs and gates; what each agency owes.
// Must not know: how wishes are carried out, how the figures are counted (rules/gates.hpp, rules/owed.hpp).
#include "rules/owed.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

// A phase with its workshop and outputs, as of one state of the plan.
struct StagePhase {
  WorkshopPhase phase = WorkshopPhase::unset;
  Node const* workshop = nullptr;  // null: the plan has none
  std::vector<Node const*> outputs;
  std::size_t done = 0, late = 0;  // late: not done and due before today
};
std::string_view duty_label(Strings const& s, Duty duty);  // "Pagu, dana"
// "lewat 12 hari"
std::string late_text(Strings const& s, NumberStyle numbers, std::int32_t days);

struct StagesState {
  std::uint64_t seen_revision = ~0ULL;
  Date seen_today;
  Document seen;                    // keeps what the phases point to
  std::vector<StagePhase> phases;  // before, I … IV, after
};
void stages_view(Ui const& ui, PlanView const& plan, StagesState& state, Box area);

struct OwedState {
  int sorted = -1;  // by what is open of this duty; −1 = the plan's order, duty_count = by all together
  std::uint64_t seen_revision = ~0ULL, seen_findings = ~0ULL;
  Ulid seen_plan;
  Date seen_today;
  std::vector<AgencyDuties> rows;
  std::vector<LateRequest> late;  // of all agencies
};
void owed_view(Ui const& ui, PlanView const& plan, OwedState& state, Box area);
// Message to one agency: what it still owes, row by row; requests with the day they were due.
std::string reminder_text(PlanView const& plan, Strings const& s, NumberStyle numbers, Ulid agency, Date today);

}  // namespace rancang
