#pragma once
// Who names a record ("dipakai oleh"): found in one pass over the types that can, then kept along with the edits, so that typing costs no pass.
// Must not know: screens, sentences, particular records.
#include "model/change_set.hpp"
#include "rules/usage.hpp"

namespace rancang {

class TargetSet;
using RecordNames = std::vector<std::pair<RecordType, Ulid>>;

bool can_be_named(RecordType type);  // is there a field anywhere that points to records of this type?
// Alive records that name one of `targets` in a field, nested ones too; none of the targets themselves. By type, then by id.
RecordNames users_of(Document const& document, RecordNames targets);

class Backlinks {
 public:
  // `change` leads from `revision` − 1 to `revision`; empty = nobody knows what changed.
  void sync(Document const& document, RecordType type, Ulid id, std::uint64_t revision, ChangeSet const& change);
  RecordNames const& users() const { return users_; }

 private:
  void take(RecordChange const& change, TargetSet const& target);

  RecordType type_ = RecordType::none;
  Ulid id_;
  std::uint64_t revision_ = 0;
  RecordNames users_;
};

}  // namespace rancang
