#include "model/merge_parts.hpp"

#include "base/order.hpp"

namespace rancang {

bool same_extras(Node const& a, Node const& b) {
  if (a.extras == b.extras) return true;
  return (a.extras ? *a.extras : Extras()) == (b.extras ? *b.extras : Extras());
}

NodePtr with_causal(Node const& node, CausalPtr causal) {
  auto copy = clone_node(node);
  copy->causal = std::move(causal);
  return copy;
}

void drop_repeats(std::vector<Ulid>& ids) {
  std::vector<std::pair<Ulid, std::size_t>> places;
  for (std::size_t i = 0; i < ids.size(); ++i) places.emplace_back(ids[i], i);
  sort_list(places);
  std::vector<bool> repeated(ids.size());
  for (std::size_t i = 1; i < places.size(); ++i) repeated[places[i].second] = places[i].first == places[i - 1].first;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (!repeated[i]) ids[kept++] = ids[i];
  ids.resize(kept);
}

}  // namespace rancang
