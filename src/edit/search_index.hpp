#pragma once
// SearchIndex: the words of every record of one type, folded, as numbers into one vocabulary; and where each record stands by id.
// A text filter looks at each distinct word once, then at numbers; a sort by text compares ranks of words. Names of records referred to are
// one word each, so renaming an agency touches one entry. About 80 bytes a record where its texts hold 200.
// Must not know: queries, labels, screens, particular records.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/change_set.hpp"

namespace rancang {

class SearchIndex {
 public:
  using Slot = std::uint32_t;  // stays with a record as long as it lives
  static constexpr Slot no_slot = 0xFFFFFFFF;

  explicit SearchIndex(RecordType type);
  void open(Document const& document);

  std::size_t size() const { return by_id_.size(); }
  std::size_t slot_count() const { return nodes_.size(); }  // freed ones included
  Node const* node(Slot slot) const { return nodes_[slot].get(); }  // null = freed
  Slot find(Ulid id) const;
  std::vector<Slot> const& by_id() const { return by_id_; }  // alive records in order of id

 private:
  RecordType type_;
  std::vector<NodePtr> nodes_;
  std::vector<Slot> by_id_;
};

}  // namespace rancang
