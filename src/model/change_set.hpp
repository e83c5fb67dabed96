#pragma once
// ChangeSet: per record {before, after}. The one change type: undo, autosave, change log, import review and merge all use it.
// Must not know: commands, files, screens.
#include <vector>

#include "model/document.hpp"

namespace rancang {

struct RecordChange {
  NodePtr before;  // null: the record did not exist
  NodePtr after;   // null only in a change that is to be reversed; a deletion keeps the record with an empty `alive`
  RecordType type() const { return (after ? after : before)->type; }
  Ulid id() const { return (after ? after : before)->id; }
};

struct ChangeSet {
  std::vector<RecordChange> records;  // at most one per record
  bool empty() const { return records.empty(); }
};

// Document after the change: puts every `after`, erases where it is null.
void apply(Document& document, ChangeSet const& changes);
// Joins a later change set into an earlier one: first `before`, last `after`..
void squash(ChangeSet& into, ChangeSet const& later);
// All records whose content or stamps differ between two documents.
ChangeSet diff(Document const& from, Document const& to);

}  // namespace rancang
