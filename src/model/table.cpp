#include "model/table.hpp"

#include <algorithm>

namespace rancang {
namespace {
constexpr std::size_t chunk_fill = 128;  // entries of a freshly built chunk
constexpr std::size_t chunk_most = 256;  // past this a chunk is split in two
}  // namespace

Table::Slot Table::make_slot(std::vector<Entry> entries) {
  Ulid const last = entries.back().id;
  auto chunk = std::make_shared<Chunk>();
  chunk->entries = std::move(entries);
  return {last, std::move(chunk)};
}

std::size_t Table::slot_for(Ulid id) const {
  auto const at = std::lower_bound(chunks_->begin(), chunks_->end(), id, [](Slot const& slot, Ulid key) { return slot.last < key; });
  return static_cast<std::size_t>(at - chunks_->begin());
}

void Table::count(Node const& node, int by) {
  auto& counter = node.is_alive() ? size_ : trash_;
  counter = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(counter) + by);
}

NodePtr const* Table::find(Ulid id) const {
  if (!chunks_) return nullptr;
  std::size_t const slot = slot_for(id);
  if (slot == chunks_->size()) return nullptr;
  auto const& entries = (*chunks_)[slot].chunk->entries;
  auto const at = std::lower_bound(entries.begin(), entries.end(), id, [](Entry const& entry, Ulid key) { return entry.id < key; });
  return at != entries.end() && at->id == id ? &at->node : nullptr;
}

NodePtr const* Table::find_alive(Ulid id) const {
  NodePtr const* const node = find(id);
  return node && (*node)->is_alive() ? node : nullptr;
}

void Table::put(NodePtr node) {
  if (!chunks_ || chunks_->empty()) return assign({std::move(node)});
  auto slots = std::make_shared<Slots>(*chunks_);
  std::size_t const slot = std::min(slot_for(node->id), slots->size() - 1);
  auto entries = (*slots)[slot].chunk->entries;
  auto const at = std::lower_bound(entries.begin(), entries.end(), node->id, [](Entry const& entry, Ulid key) { return entry.id < key; });
  count(*node, 1);
  if (at != entries.end() && at->id == node->id) {
    count(*at->node, -1);
    at->node = std::move(node);
  } else {
    Ulid const id = node->id;
    entries.insert(at, Entry{id, std::move(node)});
  }
  if (entries.size() > chunk_most) {
    auto const middle = entries.begin() + static_cast<std::ptrdiff_t>(entries.size() / 2);
    std::vector<Entry> upper(middle, entries.end());
    entries.erase(middle, entries.end());
    slots->insert(slots->begin() + static_cast<std::ptrdiff_t>(slot) + 1, make_slot(std::move(upper)));
  }
  (*slots)[slot] = make_slot(std::move(entries));
  chunks_ = std::move(slots);
}

void Table::erase(Ulid id) {
  NodePtr const* const found = find(id);
  if (!found) return;
  count(**found, -1);
  auto slots = std::make_shared<Slots>(*chunks_);
  std::size_t const slot = slot_for(id);
  auto entries = (*slots)[slot].chunk->entries;
  entries.erase(std::find_if(entries.begin(), entries.end(), [&](Entry const& entry) { return entry.id == id; }));
  if (entries.empty()) slots->erase(slots->begin() + static_cast<std::ptrdiff_t>(slot));
  else (*slots)[slot] = make_slot(std::move(entries));
  chunks_ = std::move(slots);
}

void Table::assign(std::vector<NodePtr> nodes) {
  auto const by_id = [](NodePtr const& a, NodePtr const& b) { return a->id < b->id; };
  if (!std::is_sorted(nodes.begin(), nodes.end(), by_id)) std::stable_sort(nodes.begin(), nodes.end(), by_id);
  auto slots = std::make_shared<Slots>();
  std::vector<Entry> entries;
  size_ = trash_ = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (i + 1 < nodes.size() && nodes[i + 1]->id == nodes[i]->id) continue;  // the last of equal ids wins
    count(*nodes[i], 1);
    Ulid const id = nodes[i]->id;
    entries.push_back({id, std::move(nodes[i])});
    if (entries.size() == chunk_fill) slots->push_back(make_slot(std::exchange(entries, {})));
  }
  if (!entries.empty()) slots->push_back(make_slot(std::move(entries)));
  chunks_ = std::move(slots);
}

std::vector<NodePtr> Table::stored() const {
  std::vector<NodePtr> out;
  out.reserve(size_ + trash_);
  for_each_stored([&](NodePtr const& node) { out.push_back(node); });
  return out;
}

}  // namespace rancang
