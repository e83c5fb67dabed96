#pragma once
// The same record typed by two people under different ids: such a pair, and who finds them in one document after the other.
// Must not know: how likeness is judged (rules/likely_duplicates.hpp), how records are joined (edit/commands.hpp, JoinRecords).
#include <vector>

#include "model/document.hpp"

namespace rancang {

struct TwinPair {
  RecordType type = RecordType::none;
  Ulid ours, theirs;
  bool same_name = false;    // folded names are equal; else only similar
  bool same_code = false;    // both have one, the same
  bool same_agency = false;  // both name an agency, the same
  int weight() const { return 2 * same_name + 2 * same_code + same_agency; }
};

struct TwinFinder {
  virtual ~TwinFinder() = default;
  // Pairs of an alive record that is known and one that only `theirs` has. Each record of theirs appears once, with its best match. Strongest first, then in
  // order of type and id.
  virtual std::vector<TwinPair> find(Document const& theirs) = 0;
  // An alive record that was not known is known from now on.
  virtual void add(NodePtr const& node) = 0;
};

}  // namespace rancang
