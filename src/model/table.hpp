#pragma once
// Table: a persistent ordered map id → record. Copying costs one pointer; a changed copy shares all chunks that it did not touch.
// Must not know: what the records mean.
#include <cstddef>
#include <vector>

#include "model/node.hpp"

namespace rancang {

class Table {
 public:
  std::size_t size() const { return size_; }         // alive records
  std::size_t trash_size() const { return trash_; }  // deleted ones, kept
  NodePtr const* find(Ulid id) const;                // alive or not; nullptr when absent
  NodePtr const* find_alive(Ulid id) const;

  template <class Visit>
  void for_each(Visit&& visit) const {  // alive, in order of id
    for_each_stored([&](NodePtr const& node) {
      if (node->is_alive()) visit(node);
    });
  }
  template <class Visit>
  void for_each_stored(Visit&& visit) const {
    if (!chunks_) return;
    for (auto const& slot : *chunks_)
      for (auto const& entry : slot.chunk->entries) visit(entry.node);
  }

  // Alive ones with an id past `after` (null = all), in order of id, as long as `visit` says true.
  template <class Visit>
  void walk(Ulid after, Visit&& visit) const {
    if (!chunks_) return;
    for (std::size_t at = after ? slot_for(after) : 0; at < chunks_->size(); ++at)
      for (auto const& entry : (*chunks_)[at].chunk->entries)
        if (after < entry.id && entry.node->is_alive() && !visit(entry.node)) return;
  }

  // Inserts or replaces. Cost: one chunk and the list of chunks.
  void put(NodePtr node);
  // Removes an entry for good (a created record whose creation is dropped before it was ever stored).
  void erase(Ulid id);
  // Replaces the whole content; nodes in any order, the last of equal ids wins.
  void assign(std::vector<NodePtr> nodes);

  friend bool same_storage(Table const& a, Table const& b) { return a.chunks_ == b.chunks_; }
  std::vector<NodePtr> stored() const;

 private:
  struct Entry {
    Ulid id;
    NodePtr node;
  };
  struct Chunk {
    std::vector<Entry> entries;  // sorted by id, never empty
  };
  struct Slot {
    Ulid last;
    std::shared_ptr<Chunk const> chunk;
  };
  using Slots = std::vector<Slot>;

  static Slot make_slot(std::vector<Entry> entries);
  std::size_t slot_for(Ulid id) const;
  void count(Node const& node, int by);

  std::shared_ptr<Slots const> chunks_;
  std::size_t size_ = 0, trash_ = 0;
};

}  // namespace rancang
