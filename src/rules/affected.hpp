#pragma once
// Which other records have to be checked again because a record that they point to appeared, went, or changed what they read of it.
// Must not know: rules, findings.
#include <vector>

#include "model/change_set.hpp"
#include "rules/usage.hpp"

namespace rancang {

// Records of a change set that others have to look at again, whether they are new to the document (nobody found them before) or known.
struct Targets {
  std::vector<std::pair<RecordType, Ulid>> appeared;  // created, or back from the trash
  std::vector<std::pair<RecordType, Ulid>> changed;   // gone to the trash, erased, or with other facts
};
Targets targets_of(ChangeSet const& changes);

// Adds the alive records that refer to any of `targets`. One pass over the types that can refer to them, none for an empty list.
void touch_referrers(Document const& document, std::vector<std::pair<RecordType, Ulid>> const& targets, Usage::Touched& touched);

}  // namespace rancang
