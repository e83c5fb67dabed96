#pragma once
// A way of merging that is put on trial.
// Must not know: the laws.
#include "model/merge_report.hpp"
#include "model/slice.hpp"
#include "persist/unknown_merge.hpp"

namespace rancang::testing {

// What is put on trial. Tests of the laws themselves hand in broken ones.
struct MergeSubject {
  NodePtr (*nodes)(NodePtr const& a, NodePtr const& b);
  Document (*documents)(Document const& ours, Document const& theirs);
};
inline NodePtr true_merge(NodePtr const& a, NodePtr const& b) { return merge_nodes(a, b, unknown_merge()); }
inline Document true_document_merge(Document const& ours, Document const& theirs) {
  MergeReport const report = merge_documents(ours, theirs, true, unknown_merge());
  return merged_document(ours, report, merge_changes(report, make_replica(1)));
}
constexpr MergeSubject true_subject{true_merge, true_document_merge};
// A document merge made of any merge of records.
template <NodePtr (*Merge)(NodePtr const&, NodePtr const&)>
Document document_merge_by(Document const& ours, Document const& theirs) {
  Document out = ours;
  for (std::size_t type = 0; type < record_type_count; ++type)
    for (auto const& node : theirs.tables[type].stored()) {
      NodePtr const* const mine = out.tables[type].find(node->id);
      if (theirs.scope && mine && !belongs_to(ours, **mine, theirs.scope->agency)) continue;
      out.tables[type].put(mine ? Merge(*mine, node) : node);
    }
  return out;
}

}  // namespace rancang::testing
