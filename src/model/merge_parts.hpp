#pragma once
// Small things that all parts of merging share.
// Must not know: documents, files, edits.
#include "model/node.hpp"

namespace rancang {

// Members that this version does not know: the same in both?
bool same_extras(Node const& a, Node const& b);
// The same record under other stamps.
NodePtr with_causal(Node const& node, CausalPtr causal);
// Of equal ids the first one stays.
void drop_repeats(std::vector<Ulid>& ids);

}  // namespace rancang
