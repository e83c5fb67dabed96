#pragma once
// Which other records have to be checked again because a record that they point to appeared, went, or changed what they read of it.
// Must not know: rules, findings.
#include <array>
#include <utility>
#include <vector>

#include "model/change_set.hpp"
#include "rules/usage.hpp"

namespace rancang {

// Records of a change set that others have to look at again, whether they are new to the document (nobody found them before) or known.
struct Targets {
  std::vector<std::pair<RecordType, Ulid>> appeared;  // created, or back from the trash
  std::vector<std::pair<RecordType, Ulid>> changed;   // gone to the trash, erased, or with other facts
};
Targets targets_of(ChangeSet const& changes);

// Dimensions look at the years of their activities and at the roadmap's phases, impact surveys at each other: adds who has to look again.
void touch_onlookers(Document const& after, ChangeSet const& changes, Usage::Touched& touched);

// A set of records, and the question who points to one of them.
class TargetSet {
 public:
  explicit TargetSet(std::vector<std::pair<RecordType, Ulid>> const& targets);
  bool is_named_by(Node const& node) const { return is_named_by(pointers_[index_of(node.type)], node.data()); }
  // Adds the alive records that point to one: a pass over the types that can.
  void touch_referrers(Document const& document, Usage::Touched& touched) const;

 private:
  struct Pointer {  // a field that can point to one of the records
    FieldInfo const* field;
    std::vector<Pointer> inner;  // of a list
  };
  std::vector<Pointer> pointers_of(RecordInfo const& info) const;
  bool is_named_by(std::vector<Pointer> const& pointers, void const* record) const;
  bool contains(RecordType type, Ulid id) const;

  std::array<std::vector<Ulid>, record_type_count> ids_;  // sorted
  std::array<std::vector<Pointer>, record_type_count> pointers_;
};

}  // namespace rancang
