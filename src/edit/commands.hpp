#pragma once
// Commands: everything a person can do to the document, as values. run() turns one into a stamped ChangeSet or refuses with a reason; it is pure.
// Must not know: screens, files, languages, undo.
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "model/change_set.hpp"

namespace rancang {

struct UnknownMerge;

struct CellWrite {
  RecordType type = RecordType::none;
  Ulid id;
  std::uint8_t field = 0;
  Value value;
};
struct NewRecord {
  RecordType type = RecordType::none;
  Ulid id;  // null: the author's generator makes one
  std::vector<std::pair<std::uint8_t, Value>> values;
};
struct RecordKey {
  RecordType type = RecordType::none;
  Ulid id;
  friend bool operator==(RecordKey const& a, RecordKey const& b) { return a.type == b.type && a.id == b.id; }
};

struct SetField { CellWrite cell; };
struct SetCells {  // paste, fill down, bulk set: several cells and new rows in one step
  enum class Cause : std::uint8_t { paste, fill, bulk, clear } cause = Cause::bulk;
  std::vector<CellWrite> cells;
  std::vector<NewRecord> created;  // placed after the last row of their type
};
struct CreateRecord {
  NewRecord record;
  Ulid after;  // the row below which it appears; null = at the end
};
struct DuplicateRecords {
  RecordType type = RecordType::none;
  std::vector<Ulid> ids;      // each copy is placed below its original
  std::string title_suffix;   // " (salinan)", from the catalogue
};
struct DeleteRecords { std::vector<RecordKey> records; };   // to the trash
struct RestoreRecords { std::vector<RecordKey> records; };  // from the trash
struct MoveRecords {
  RecordType type = RecordType::none;
  std::vector<Ulid> ids;
  Ulid before;  // null = to the end
};
struct AdoptDocument {  // import that updates this plan, or the return to an earlier state: every difference becomes a write of ours
  Document document;
  bool whole = false;   // records that it doesn't have go to the trash
};
// A merge (model/merge_report.hpp): records with the stamps of those who wrote them, applied as they are. Undoing it is a new write as ever; labels of replicas,
// records of unknown types and unknown members of the envelope, which nobody edits, stay.
struct MergeRecords {
  ChangeSet changes;  // each `before` must be the record as it is now
  std::shared_ptr<std::map<ReplicaId, ReplicaInfo> const> replicas;  // null: as they are
  std::shared_ptr<std::vector<ForeignRecord> const> foreign;
  std::shared_ptr<Extras const> extras;
};
// Two records of one thing become one: what `keep` lacks it takes from `drop`, where both say something else a conflict is left to be decided, sets are united;
// all references to `drop` lead to `keep`, and `drop` goes to the trash with its history.
struct JoinRecords {
  RecordType type = RecordType::none;
  Ulid keep, drop;
};

using Command = std::variant<SetField, SetCells, CreateRecord, DuplicateRecords, DeleteRecords, RestoreRecords, MoveRecords, AdoptDocument, MergeRecords, JoinRecords>;

// Who writes: the replica that stamps, and the source of new ids.
struct Author {
  ReplicaId replica;
  std::function<Ulid()> new_id;
  CausalPtr fresh;  // created_by(replica), shared by all records that are created
  UnknownMerge const* unknown = nullptr;  // for members of a newer version that a restore point brings back
  std::optional<Date> day = {};  // of the writing; it and the name of the laptop are told from the first change on
  std::string label = {};        // "" = none
};

// Refusals: "edit.unknown_record", "edit.unknown_field", "edit.wrong_type", "edit.too_long", "edit.read_only_type"; "edit.outside_scope" {title}: in a slice, what
// belongs to others (merges may change it); "edit.changed_meanwhile": a merge that was worked out for an older state; "edit.same_record": a record joined to itself.
Result<ChangeSet> run(Document const& document, Command const& command, Author const& author);

// The change set that brings the records of `step` back to how they were before (or, forward, after) it: ordinary new writes (sharing.md 2).
// Of a record that others have changed since, only what still stands as the step left it: their fields stay, where their value stands beside ours ours goes,
// and a record that they worked on is not deleted.
enum class Direction : std::uint8_t { back, forward };
ChangeSet replay(Document const& document, ChangeSet const& step, Direction direction, Author const& author);

// What a history entry says: the kind of command, how many records, and the first of them.
struct CommandLabel {
  std::uint8_t kind = 0;  // index in Command; SetCells adds its cause
  SetCells::Cause cause = SetCells::Cause::bulk;
  RecordType type = RecordType::none;
  std::int16_t field = -1;
  std::size_t count = 0;
  std::string title;  // of the first record touched
};
CommandLabel label_of(Document const& after, Command const& command, ChangeSet const& changes);

constexpr std::int64_t order_gap = 1 << 20;  // distance between neighbours in the ordering key, so that rows can be put between

}  // namespace rancang
