#pragma once
// A file that somebody edited by hand, taken as a plan of its own rather than as a proposal (sharing.md 5).
// Must not know: files, who asks.
#include "persist/plan_file.hpp"

namespace rancang {

// The values of a hand-edited plan may stand under dots that mean other values elsewhere: a later write would replace them silently. So `reader` writes all
// of them again, having seen what the file says: what is not so in another copy becomes a conflict, never a loss. Other plans stay as they are.
void own_hand_edits(ReadPlan& plan, ReplicaId reader);

}  // namespace rancang
