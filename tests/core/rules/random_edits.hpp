#pragma once
// Random plans and random edits of them, the same for the same seed: every field of every type, deletions, restorations, conflicts.
// Must not know: rules.
#include <random>
#include <string>
#include <vector>

#include "model/change_set.hpp"

namespace rancang::test {

class RandomEdits {
 public:
  explicit RandomEdits(std::uint32_t seed) : random_(seed), first_favourite_(seed * favourites) {}
  // One change set against the document, of one record or a few.
  ChangeSet next(Document const& document);

 private:
  struct Known {
    RecordType type;
    Ulid id;
  };
  std::uint32_t below(std::uint32_t limit) { return random_() % limit; }
  bool chance(std::uint32_t percent) { return below(100) < percent; }
  Ulid some_id(RecordType type);
  std::string some_text();
  Value some_value(FieldInfo const& field);
  Value value_for(Node const& node, FieldInfo const& field);  // some value; what sets findings aside mostly names rules and records that are there
  Value some_series(FieldInfo const& field);
  RecordType some_type();
  RecordChange create();
  RecordChange change(Document const& document, Known known);
  void scatter(Node& node, std::uint32_t percent);

  // Neighbours in the list of types often refer to each other; five seeds in a row favour every type once.
  static constexpr std::uint32_t favourites = (record_type_count + 4) / 5;
  std::mt19937 random_;
  std::uint32_t first_favourite_;
  std::vector<Known> known_;
  std::uint64_t last_id_ = 0;
};

}  // namespace rancang::test
