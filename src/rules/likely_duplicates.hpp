#pragma once
// The same record typed by two agencies under different ids: found by name, code and agency, and proposed to be joined (sharing.md 4).
// Must not know: files, screens, how records are joined (edit/commands.hpp, JoinRecords).
#include <memory>
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

// Compares one document after the other with ours. The names of ours are taken apart once, a type when it is first asked about.
class LikelyDuplicates {
 public:
  explicit LikelyDuplicates(Document ours);
  ~LikelyDuplicates();

  // Pairs of an alive record of ours and one that only `theirs` has, of types whose names should be unique. Their names are similar; code and agency tell how
  // sure it is. Each record of theirs appears once, with its best match. Strongest first, then in order of type and id.
  std::vector<LikelyDuplicate> find(Document const& theirs);
  // An alive record that ours did not have is one of ours from now on.
  void add(NodePtr const& node);

 private:
  class Names;
  struct OfType;
  Document ours_;
  std::vector<std::unique_ptr<OfType>> names_;  // by type; null: not asked about yet
};

}  // namespace rancang
