#include "model/labels_in_use.hpp"

namespace rancang {
namespace {
// Replica ids in stamps that are kept as text: "k7Q2aaaa:3" and "k7Q2aaaa":3.
template <class Take>
void each_writer(std::string_view stamps, Take&& take) {
  for (auto at = stamps.find('"'); at != std::string_view::npos; at = stamps.find('"', at + 1)) {
    std::size_t const after = at + 1 + replica_length;
    if (after >= stamps.size() || (stamps[after] != ':' && stamps[after] != '"')) continue;
    if (auto const id = parse_replica(stamps.substr(at + 1, replica_length))) take(*id);
  }
}
}  // namespace

Labels labels_in_use(Labels const& ours, Labels const& merged, Document const& theirs) {
  auto out = *ours;
  for (auto& [id, info] : out)
    if (auto const at = merged->find(id); at != merged->end()) info = at->second;
  if (out.size() != merged->size()) {
    auto const take = [&](ReplicaId id) {
      if (auto const at = merged->find(id); at != merged->end()) out.emplace(*at);
    };
    Causal const* last = nullptr;
    for (auto const& table : theirs.tables)
      table.for_each_stored([&](NodePtr const& node) {
        if (node->causal.get() != last)
          for (Dot dot : node->causal->seen) take(dot.replica);
        last = node->causal.get();
      });
    for (auto const& record : *theirs.foreign) each_writer(record.causality, take);
  }
  if (out == *ours) return ours;
  return std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(std::move(out));
}

}  // namespace rancang
