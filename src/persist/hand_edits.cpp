#include "persist/hand_edits.hpp"

#include <algorithm>

#include "persist/stamps.hpp"

namespace rancang {
namespace {
// One new dot on every field, larger than all that were seen, so that the value shown stays the one shown; what stands beside it stays. Trash stays trash.
template <class Entry>  // Causal or Stamps
void write_whole(Entry& entry, ReplicaId reader) {
  Dot dot{reader, 1};
  for (Dot const seen : entry.seen) dot.counter = std::max(dot.counter, seen.counter + 1);
  entry.base = dot;
  entry.fields.clear();
  if (!entry.alive.empty()) entry.alive = {dot};
  std::erase_if(entry.seen, [&](Dot seen) { return seen.replica == reader; });
  entry.seen.insert(std::lower_bound(entry.seen.begin(), entry.seen.end(), dot), dot);
}

void own_table(Table& table, ReplicaId reader) {
  auto nodes = table.stored();
  CausalPtr before, after;  // many records share their stamps
  for (auto& node : nodes) {
    if (node->causal != before) {
      auto causal = std::make_shared<Causal>(*node->causal);
      write_whole(*causal, reader);
      before = node->causal;
      after = std::move(causal);
    }
    auto own = clone_node(*node);
    own->causal = after;
    if (own->extras) {
      Extras extras = *own->extras;
      std::erase_if(extras, [](auto const& member) { return member.first == extra_stamps; });
      own->extras = extras.empty() ? nullptr : std::make_shared<Extras const>(std::move(extras));
    }
    node = std::move(own);
  }
  if (!nodes.empty()) table.assign(std::move(nodes));
}
}  // namespace

void own_hand_edits(ReadPlan& plan, ReplicaId reader) {
  if (!plan.edited_by_hand || !plan.has_causality) return;  // without causality everything is the reader's already
  for (auto& table : plan.document.tables) own_table(table, reader);
  auto foreign = *plan.document.foreign;
  for (auto& record : foreign) {
    Stamps stamps;
    if (!parse_stamps(record.causality, ShortNames(), stamps)) continue;
    write_whole(stamps, reader);
    record.causality.clear();
    append_stamps(record.causality, stamps, ShortNames());
  }
  plan.document.foreign = std::make_shared<std::vector<ForeignRecord> const>(std::move(foreign));
}

}  // namespace rancang
