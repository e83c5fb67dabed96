#pragma once
// MergeSession: files that came back, compared with the plan that is open, and what is decided about them, as one list. The model of the merge board.
// Nothing is applied here: changes() is the one command that follows from the decisions.
// Must not know: screens, how files are read, clocks.
#include "edit/commands.hpp"
#include "model/merge_report.hpp"
#include "model/twin_finder.hpp"

namespace rancang {

struct MergeTools {
  UnknownMerge const* unknown = nullptr;
  std::unique_ptr<TwinFinder> (*twins)(Document const& ours) = nullptr;
};

struct MergeInput {
  std::string name;         // on disk
  std::string saved_at;     // as told by the file
  Document document;
  bool proven = true;       // false: everything in it is a proposal (sharing.md 5)
  std::uint64_t digest = 0; // of its bytes, to tell exact copies
  ReplicaId proposer;       // stamps what is taken from a file without proof
};

// identical: brings nothing new. repeated: nothing beside another one of these files. same: the very bytes of another one. The last three are only told, not merged.
enum class MergeFileState : std::uint8_t { pending, differs, identical, repeated, same, empty, refused, newer, foreign };
struct MergeFile {
  MergeInput input;
  MergeFileState state = MergeFileState::pending;
  bool ticked = false;
  bool known = false;       // compared once already: the tick is the person's
  std::size_t like = 0;     // repeated, same: of this file
  std::string told;         // foreign: the plan's name
  Error problem;            // refused: why
  std::string sender;       // the label that who wrote most of it gave himself; no proof of identity
  Ulid agency;              // of the slice, else of the sender; null: nobody's
  std::size_t changes = 0, clean = 0, conflicts = 0, outside = 0, proposals = 0;  // against the plan, this file alone
  std::optional<std::uint32_t> errors;  // findings that its clean changes would bring; counted by who knows the rules, nothing = not yet
  std::vector<RecordMerge> records;  // in order of type, id
  bool framed = false;               // brings what is no record of ours: records of unknown types, members of the envelope, names of writers
  std::vector<std::string> left_out; // MergeReport::left_out
  bool outdated = false;             // a slice, and its agency was handed a newer one since
  bool is_slice() const { return input.document.scope != nullptr; }
};

enum class MergeGroup : std::uint8_t { conflict, outside, proposal, clean };
constexpr std::size_t merge_group_count = 4;
// What a row decides. created, deleted: whether the record comes or goes. revived: one side deleted it, the other changed it; it stays unless decided otherwise.
enum class MergeRowKind : std::uint8_t { created, deleted, revived, field };

struct MergeRow {
  std::uint32_t item = 0;
  MergeRowKind kind = MergeRowKind::field;
  MergeGroup group = MergeGroup::clean;
  std::uint8_t field = 0;
  // merged: not decided (a clean change comes, a proposal doesn't, a conflict stays open). ours, theirs, both, own; `value`: theirs and own.
  // Rows that are no fields: ours = leave it as it is here, theirs = as the file has it.
  Pick pick = Pick::merged;
  Value value;
};
struct MergeSource {
  std::uint32_t file = 0;
  RecordMerge const* record = nullptr;
};
// One record that some ticked file knows something new about.
struct MergeItem {
  RecordType type = RecordType::none;
  Ulid id;
  NodePtr ours;    // null: not here
  NodePtr clean;   // ours and everything that merges by itself; null: nothing of either
  NodePtr all;     // … and what comes from outside of a file's scope; null: only proposals
  std::vector<MergeSource> sources;  // in order of files
  std::uint32_t first_row = 0, rows = 0;
  NodePtr const& any() const { return all ? all : ours ? ours : sources.front().record->theirs; }
};

// One of the values of a row. `file`: the first one that brings it; none: it is the plan's.
struct MergeOption {
  Value value;
  Dot dot;
  bool mine = false;
  std::optional<std::uint32_t> file;
  std::string who;  // label, "" = nobody gave one
  Ulid agency;      // of who wrote it; null: not told
  std::optional<Date> day;  // on which it was written
  enum class Age : std::uint8_t { unknown, before, after } age = Age::unknown;  // was it here when the base was kept?
};

struct MergeTally {
  std::size_t total = 0, waiting = 0, refused = 0, records = 0;
  std::array<std::size_t, merge_group_count> rows{}, decided{}, turned_down{};  // by group
  std::size_t ready() const { return total - waiting; }
  std::size_t coming() const { return total - waiting - refused; }  // what merging now would bring
};

struct MergeTwins {
  TwinPair pair;
  Pick pick = Pick::merged;  // theirs: one record; ours: two
};

class MergeSession {
 public:
  MergeSession(Document ours, MergeTools tools);

  void add(MergeInput input);
  void tell(MergeFile file);             // what can't be merged
  // Compares one more file, or a part of a large one; true while there is more. Each call is meant for a piece of a frame.
  bool step();
  bool comparing() const { return comparing_; }
  double progress() const;
  // The plan has changed in the meantime: everything is compared again; decisions stay.
  void rebase(Document ours);

  Document const& ours() const { return ours_; }
  Document const& named() const { return named_; }  // ours with what the ticked files know: names for references
  std::vector<MergeFile> const& files() const { return files_; }
  std::vector<MergeItem> const& items() const { return items_; }
  std::vector<MergeRow> const& rows() const { return rows_; }          // in order of records, fields
  std::vector<MergeTwins> const& twins() const { return shown_twins_; }
  MergeTally const& tally() const { return tally_; }
  std::uint64_t revision() const { return revision_; }                 // grows with everything that is shown

  void tick(std::size_t file, bool on);
  void decide(std::size_t row, Pick pick, Value value = {});
  void accept(MergeGroup group);         // all undecided rows of it
  void decide_twins(std::size_t pair, Pick pick);
  std::size_t decisions() const;         // made by the person, in contrast to what comes by itself

  // A state of the plan from before the files and ours went apart (a restore point), and until when it was current. It need not be the very one that the files were made of.
  void set_base(Document base, std::uint64_t unix_ms);
  std::uint64_t base_unix_ms() const { return base_unix_ms_; }         // 0 = there is none
  // The value of a field that ours and every file that brings the row went on from; nothing where that can't be proven.
  std::optional<Value> base_value(std::size_t row) const;
  // What a file alone brings by itself, as if conflicts were decided for what is here: to see what follows from it, never to be merged.
  ChangeSet clean_changes(std::size_t file) const;
  void set_errors(std::size_t file, std::uint32_t count) { files_[file].errors = count; }

  std::vector<MergeOption> options(std::size_t row) const;             // ours first, where there is one
  bool can_have_both(std::size_t row) const;
  Value result(std::size_t row) const;   // what the field would show
  bool is_decided(MergeRow const& row) const { return row.pick != Pick::merged || row.group == MergeGroup::clean || row.kind == MergeRowKind::revived; }
  bool is_refused(MergeRow const& row) const;

  // One command for everything that is ready; what waits stays as it is: a conflict is kept as one. `today` notes slices as returned.
  // Errors: those of run().
  Result<MergeRecords> changes(Author const& author, Date today) const;

 private:
  struct RowKey {
    RecordType type;
    Ulid id;
    MergeRowKind kind;
    std::uint8_t field;
    friend bool operator<(RowKey const& a, RowKey const& b) {
      if (a.type != b.type) return a.type < b.type;
      if (!(a.id == b.id)) return a.id < b.id;
      return a.kind != b.kind ? a.kind < b.kind : a.field < b.field;
    }
  };
  struct Decided {
    RowKey key;
    Pick pick;
    Value value;
  };

  // merge_compare.cpp
  void begin_ours();
  void begin(MergeFile& file);
  bool compare_part(MergeFile& file);
  void finish(std::size_t file);
  bool frame_tells(MergeFile& file) const;
  void find_sender(MergeFile& file) const;
  void find_repetition(std::size_t file);
  // merge_rows.cpp
  void rebuild();
  void remember();
  void make_item(MergeItem& item);
  void make_rows(MergeItem& item, std::uint32_t index);
  void count();
  void choose_twins();
  RowKey key_of(MergeRow const& row) const { return {items_[row.item].type, items_[row.item].id, row.kind, row.field}; }
  // merge_decisions.cpp
  void put_decision(std::size_t row, Pick pick, Value value);
  Value offered(MergeRow const& row) const;
  Value clean_value(MergeItem const& item, std::uint8_t field) const;
  void tell_writer(MergeOption& option, Document const& told_by, Node const* base) const;
  // merge_base.cpp
  Node const* base_of(MergeItem const& item) const;
  // merge_outcome.cpp
  bool is_outdated(MergeFile const& file) const;
  MergeRow const* row_of(MergeItem const& item, MergeRowKind kind) const;
  bool comes_whole(MergeItem const& item, RecordMerge const& record) const;
  NodePtr ground(MergeItem const& item) const;
  ReplicaId writer_of(MergeItem const& item, MergeRow const& row, ReplicaId self) const;
  NodePtr with_decisions(MergeItem const& item, NodePtr node, ReplicaId self) const;
  NodePtr with_life(MergeItem const& item, NodePtr node, ReplicaId self) const;
  NodePtr outcome(MergeItem const& item, ReplicaId self) const;
  static Document frame_of(Document const& document);
  void take_frames(MergeRecords& command) const;
  Result<Nothing> note_returns(ChangeSet& changes, Document& merged, Author const& author, Date today) const;

  Document ours_, named_;
  std::optional<Document> base_;
  std::uint64_t base_unix_ms_ = 0;
  MergeTools tools_;
  std::unique_ptr<TwinFinder> twins_;  // knows ours and what is new in the files compared so far
  std::vector<MergeFile> files_;
  std::vector<TwinPair> all_twins_;
  std::vector<MergeTwins> shown_twins_, decided_twins_;
  std::vector<MergeItem> items_;
  std::vector<MergeRow> rows_;
  std::vector<Decided> remembered_;
  MergeTally tally_;
  bool comparing_ = false;
  std::size_t at_file_ = 0, at_part_ = 0;
  std::uint64_t revision_ = 0;
};

}  // namespace rancang
