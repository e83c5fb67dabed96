#pragma once
// About how much memory records take: for budgets, not for accounts.
// Must not know: particular records, what is done about it.
#include <cstddef>

#include "model/change_set.hpp"

namespace rancang {

// Bytes of a record, its texts, rows and stamps, allocations included. Stamps that several records share are counted with each. Cost: its fields.
std::size_t footprint(Node const& node);
// What a change set keeps alive beside the document that it led to: the records as they were before.
std::size_t footprint(ChangeSet const& changes);

}  // namespace rancang
