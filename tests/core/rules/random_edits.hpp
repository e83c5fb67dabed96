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
  explicit RandomEdits(std::uint32_t seed) : random_(seed) {}
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
  Value some_series(FieldInfo const& field);
  RecordChange create();
  RecordChange change(Document const& document, Known known);
  void scatter(Node& node, std::uint32_t percent);

  std::mt19937 random_;
  std::vector<Known> known_;
  std::uint64_t last_id_ = 0;
};

}  // namespace rancang::test
