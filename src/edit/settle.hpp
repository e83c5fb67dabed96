#pragma once
// Settling an open conflict inside the plan: one ordinary write that has seen every version.
// Must not know: screens, files.
#include "edit/commands.hpp"
#include "model/merge.hpp"

namespace rancang {

// `value` becomes what the field says. Fields that are decided together with it take their values of the same side (`side`: who wrote the chosen value;
// null: they stay as they are shown).
SetCells settling(Node const& node, std::uint8_t field, Value value, Dot side = {});

}  // namespace rancang
