#pragma once
// The same record typed by two agencies under different ids: found by name, code and agency, and proposed to be joined (sharing.md 4).
// Must not know: files, screens, how records are joined (edit/commands.hpp, JoinRecords).
#include <vector>

#include "model/document.hpp"

namespace rancang {

struct LikelyDuplicate {
  RecordType type = RecordType::none;
  Ulid ours, theirs;
  bool same_name = false;    // folded names are equal; else only similar
  bool same_code = false;    // both have one, the same
  bool same_agency = false;  // both name an agency, the same
  int weight() const { return 2 * same_name + 2 * same_code + same_agency; }
};

// Pairs of an alive record of `ours` and one that only `theirs` has, of types whose names should be unique. Their names are similar; code and agency tell how
// sure it is. Each record of theirs appears once, with its best match. Strongest first, then in order of type and id.
std::vector<LikelyDuplicate> likely_duplicates(Document const& ours, Document const& theirs);

}  // namespace rancang
