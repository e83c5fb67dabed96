#pragma once
// Merging a document into ours: what happened to each record, what is to be decided, and the change that follows from the decisions.
// The report is the model of the merge board: it may be shown, its `take` and `decisions` changed, and then it becomes one ordinary, undoable change.
// Must not know: screens, files, edits.
#include <array>
#include <span>

#include "model/change_set.hpp"
#include "model/merge.hpp"
#include "model/slice.hpp"

namespace rancang {

// fresh: not here yet. changed: theirs goes on from ours, or both changed different fields. conflict: fields have several values now.
// deleted: theirs deletes it, ours has not changed it since. revived: one side deleted it, the other changed it or brought it back: it lives.
// proposal: from a file without proof (sharing.md 5), compared by value. unseen: nothing shows, but the stamps grow.
enum class MergeVerdict : std::uint8_t { fresh, changed, conflict, deleted, revived, proposal, unseen };
constexpr std::size_t merge_verdict_count = 7;

// merged: as the merge says; a conflict stays open. ours, theirs: that value. both: texts joined, references and rows united; other fields: as merged.
// own: `value`. Everything but `merged` is a new write that has seen both values, so it settles the field everywhere.
enum class Pick : std::uint8_t { merged, ours, theirs, both, own };
struct FieldDecision {
  std::uint8_t field = 0;
  Pick pick = Pick::merged;
  Value value;
};

// What becomes of the record itself: as the merge says; it stays alive (a deletion is not wanted); it goes to the trash. The last two are new writes.
enum class PickLife : std::uint8_t { merged, alive, deleted };

struct RecordMerge {
  RecordType type = RecordType::none;
  Ulid id;
  MergeVerdict verdict = MergeVerdict::unseen;
  bool outside = false;  // theirs is a slice and this record is not in its scope
  bool deletes = false;  // taking it as it is puts the record into the trash
  NodePtr ours;          // null: not here
  NodePtr theirs;
  NodePtr merged;        // proposals: ours with their values; the stamps are made when it is taken
  std::vector<std::uint8_t> fields;     // whose shown value changes, or that are new in conflict, or were united; sorted
  std::vector<std::uint8_t> conflicts;  // of them: to be decided, and not open in ours already

  // Decisions; merge_documents() proposes take = everything but outsiders and proposals.
  bool take = true;
  PickLife life = PickLife::merged;
  std::vector<FieldDecision> decisions;  // fields that are not named: Pick::merged (proposals: Pick::theirs)
};

struct MergeReport {
  bool same_plan = true;
  bool proven = true;  // false: theirs is without causality or was edited by hand; everything in it is a proposal
  std::vector<RecordMerge> records;  // in order of type, id; identical ones are only counted
  std::size_t identical = 0;
  std::size_t outside = 0;
  std::array<std::size_t, merge_verdict_count> counts{};  // outsiders are not in here
  std::size_t count(MergeVerdict verdict) const { return counts[static_cast<std::size_t>(verdict)]; }

  // What is not in records: merged replicas, records of unknown types, unknown members of the envelope. Equal to ours where nothing came in.
  std::shared_ptr<std::map<ReplicaId, ReplicaInfo> const> replicas;
  std::shared_ptr<std::vector<ForeignRecord> const> foreign;
  std::shared_ptr<Extras const> extras;
  // What theirs says and is not taken, and nobody can be asked about: members of the envelope that say something else here, or come with a slice or without proof
  // (their names; of two texts the larger stays), and records of unknown types in a file without proof (the names of the types).
  std::vector<std::string> left_out;
};

// `proven`: ReadPlan::has_causality && !ReadPlan::edited_by_hand. A scope of `theirs` is obeyed: what lies outside of it is marked and not taken by itself.
// Cost: one pass over theirs.
MergeReport merge_documents(Document const& ours, Document const& theirs, bool proven, UnknownMerge const& unknown);

// How much a document holds of what each replica wrote.
std::map<ReplicaId, std::uint64_t> work_in(Document const& document);
// Who wrote, as at least one document names them. Of two labels of one replica stays the one that comes with more of its work, as nobody stamps them: who renames himself
// writes on. Of equally much the larger, so that the order of merging does not matter. Gives the first document's own where the others add nothing.
std::shared_ptr<std::map<ReplicaId, ReplicaInfo> const> merge_labels(std::vector<Document const*> const& documents);

// What one field of a report's record would show under a decision.
Value picked_value(RecordMerge const& record, FieldDecision const& decision);

// A new record as a file without proof proposes it: what its file says of who wrote unknown members is not taken.
NodePtr proposed_record(Node const& theirs, CausalPtr causal);

// Both values in one: texts joined, references and rows united. False: of values like these there can be only one.
bool join_values(Value& into, Value const& other, bool prose);

// The change that the taken records make of `ours`. `self` stamps decisions; `proposer` stamps what is taken from an unproven file (a replica of its own,
// labelled with the file's name, keeps "from which file" answerable), null = self.
ChangeSet merge_changes(MergeReport const& report, ReplicaId self, ReplicaId proposer = {});

// ours merged with theirs, everything taken: what command lines, shared folders and tests do.
Document merged_document(Document const& ours, MergeReport const& report, ChangeSet const& changes);

}  // namespace rancang
