#include "model/change_set.hpp"

#include <unordered_map>

namespace rancang {

void apply(Document& document, ChangeSet const& changes) {
  // Many changes of one type are put together in one rebuild; a few go in one by one.
  std::array<std::vector<NodePtr>, record_type_count> many;
  for (auto const& change : changes.records) {
    if (change.after) many[index_of(change.type())].push_back(change.after);
    else document.table(change.type()).erase(change.id());
  }
  for (std::size_t type = 0; type < record_type_count; ++type) {
    Table& table = document.tables[type];
    if (many[type].size() > 64) {
      auto nodes = table.stored();
      nodes.insert(nodes.end(), many[type].begin(), many[type].end());
      table.assign(std::move(nodes));
    } else {
      for (auto& node : many[type]) table.put(std::move(node));
    }
  }
}

void squash(ChangeSet& into, ChangeSet const& later) {
  std::unordered_map<Ulid, std::size_t, UlidHash> known;
  for (std::size_t i = 0; i < into.records.size(); ++i) known.emplace(into.records[i].id(), i);
  for (auto const& change : later.records) {
    auto const [at, fresh] = known.emplace(change.id(), into.records.size());
    if (fresh) into.records.push_back(change);
    else into.records[at->second].after = change.after;
  }
}

ChangeSet diff(Document const& from, Document const& to) {
  ChangeSet out;
  for (std::size_t type = 0; type < record_type_count; ++type) {
    Table const &a = from.tables[type], &b = to.tables[type];
    if (same_storage(a, b)) continue;
    a.for_each_stored([&](NodePtr const& node) {
      NodePtr const* const other = b.find(node->id);
      if (!other) out.records.push_back({node, nullptr});
      else if (*other != node && !(same_data(**other, *node) && *(*other)->causal == *node->causal)) out.records.push_back({node, *other});
    });
    b.for_each_stored([&](NodePtr const& node) {
      if (!a.find(node->id)) out.records.push_back({nullptr, node});
    });
  }
  return out;
}

}  // namespace rancang
