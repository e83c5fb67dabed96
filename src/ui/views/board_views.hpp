#pragma once
// Boards about the clock and the people of a plan: stages with their outputs and gates; what each agency owes.
// Must not know: how wishes are carried out, how the figures are counted (rules/gates.hpp, rules/owed.hpp).
#include "rules/owed.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

struct StagesState {
  float height = 0;  // of everything, as of the last frame
};
void stages_view(Ui const& ui, PlanView const& plan, StagesState& state, Box area);

struct OwedState {
  int sorted = -1;  // by what is open of this duty; −1 = the plan's order, duty_count = by all together
  std::uint64_t seen_revision = ~0ULL, seen_findings = ~0ULL;
  Ulid seen_plan;
  std::vector<AgencyDuties> rows;
};
void owed_view(Ui const& ui, PlanView const& plan, OwedState& state, Box area);
// Message to one agency: what it still owes, row by row.
std::string reminder_text(PlanView const& plan, Strings const& s, NumberStyle numbers, Ulid agency);

}  // namespace rancang
