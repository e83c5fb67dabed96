#pragma once
// How far a stage is, in one sign: on its card of the stage board and at its group in the menu alike.
// Must not know: where the sign is drawn.
#include "model/clock.hpp"
#include "ui/look.hpp"
#include "ui/plan_view.hpp"

namespace rancang {

struct StageSign {
  char const* icon = nullptr;
  Token color = Token::text_muted;
};
// Complete: every output is handed in, the gate is open, no row of its forms is wrong. Begun: some output or row is there that the plan was not born with.
StageSign stage_sign(PlanView const& plan, WorkshopPhase phase);
StageSign stage_sign(bool complete, bool begun);
// The stage that a group of the menu is about; unset = none.
WorkshopPhase stage_of_group(std::string_view group);

}  // namespace rancang
