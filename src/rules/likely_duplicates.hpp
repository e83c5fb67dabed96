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

// Pairs of an alive record that only `ours` has and one that only `theirs` has (with ours == theirs: pairs within one plan). Names must be similar, or equal codes
// must stand beside names that share words; each record of theirs appears once, with its best match. Strongest first.
std::vector<LikelyDuplicate> likely_duplicates(Document const& ours, Document const& theirs);

}  // namespace rancang
