#pragma once
// SharedFolder: one plan in a folder that several laptops share. Each writes one file of its own, whole, after everything in it is stored, and merges the files
// of the others as they change: a room of laptops edits one plan without a server. Nothing is decided here: what disagrees stays an open conflict.
// Files of others are expected to be half-written, old, damaged, foreign, newer or gone; each says so by its name. Their times are only a hint that something
// changed, so clocks don't matter. Times are handed in. Must not know: screens, the browser, who applies a merge.
#include <functional>
#include <memory>

#include "app/autosave.hpp"
#include "edit/commands.hpp"
#include "persist/plan_reader.hpp"
#include "persist/plan_writer.hpp"
#include "platform/folder.hpp"

namespace rancang {

// unread: to be read. retrying: could not be taken, perhaps it is being written; looked at again. refused: told by its problem, until it changes. gone: not in the folder any more.
enum class PeerState : std::uint8_t { unread, taken, retrying, refused, gone };

struct FolderPeer {  // a file in the folder
  FolderFile file;   // as it was when it was last listed, read or written
  PeerState state = PeerState::unread;
  Error problem;               // of a taken one: what of it was left out
  ReplicaId writer;            // from its name, null when the name is no replica
  std::string label;           // what the writer is called
  std::uint64_t taken_unix_ms = 0;
  std::size_t changes = 0;     // records that came from it since the plan was opened
  std::uint64_t hash = 0;      // of the bytes that were taken
  int tries = 0;
  double look_ms = 0;          // when it is read next
};

struct FolderMoment {
  Moment now;
  std::uint64_t revision = 0;  // of the document
  bool stored = false;         // all of it is on the disk
  bool leaving = false;        // the plan is being closed: what is owed is written, nothing is read any more
  std::function<bool(RecordType, Ulid)> held;  // somebody is writing into this record just now: what comes for it waits
};

struct FolderTaken {  // what is to be applied, at once and as one change
  MergeRecords merge;
  std::string from;
  std::size_t conflicts = 0;  // records that are to be decided now
};

class SharedFolder {
 public:
  static constexpr double write_every_ms = 2000, retry_ms = 3000, second_look_ms = 5000;
  static constexpr int most_tries = 5;

  // `own` names this laptop's file; `revision` is that of the document as it was opened.
  SharedFolder(FolderAccess& access, std::string plan, ReplicaId own, std::uint64_t revision, std::function<EnvelopeInfo(bool slice)> envelope);

  void pick() { access_.pick(plan_); }
  void resume(bool ask) { access_.resume(plan_, ask); }
  void stop(bool forget);
  bool handle(PlatformEvent& event, Moment now);  // true: it was ours
  // Every frame, after the events. What it gives must be applied to that very document, and absorbed() called.
  std::optional<FolderTaken> tick(Document const& document, FolderMoment const& at);
  void absorbed(std::uint64_t revision) { seen_revision_ = revision; }
  std::optional<double> wake_in_ms(FolderMoment const& at) const;  // 0 = at the next frame

  std::string const& plan() const { return plan_; }
  FolderState state() const { return state_; }
  std::string const& name() const { return name_; }
  std::optional<Error> const& failure() const { return failure_; }  // of the folder, or of writing into it
  std::vector<FolderPeer> const& peers() const { return peers_; }   // sorted by name
  std::string const& own_name() const { return own_name_; }  // of the file that this browser writes
  bool is_own(FolderPeer const& peer) const { return peer.file.name == own_name_; }
  std::uint64_t written_unix_ms() const { return written_unix_ms_; }
  bool busy() const;   // reading, writing, or not done with what was listed
  bool owes() const { return state_ == FolderState::open && !blocked() && (dirty_ || writer_ || writing_); }
  std::size_t laptops() const;

 private:
  void on_changed(FolderChanged const& event);
  void on_listed(FolderListed const& event, Moment now);
  void on_read(FolderRead& event, Moment now);
  void on_written(FolderWritten const& event, Moment now);
  FolderPeer* find(std::string_view name);
  FolderPeer const* own() const;
  bool blocked() const;
  void fail(FolderPeer& peer, Error why, Moment now);
  void refuse(FolderPeer& peer, Error why);
  void ask_next(Moment now);
  std::optional<FolderTaken> run_reader(Document const& document, FolderMoment const& at);
  std::optional<FolderTaken> take(FolderPeer& peer, Document const& document, FolderMoment const& at);
  bool may_write() const;
  void run_writer(Document const& document, FolderMoment const& at);

  FolderAccess& access_;
  std::string plan_;
  std::function<EnvelopeInfo(bool slice)> envelope_;
  FolderState state_ = FolderState::closed;
  std::string name_, own_name_;
  std::optional<Error> failure_;
  bool write_failed_ = false;   // failure_ is of writing
  bool listed_ = false;
  std::vector<FolderPeer> peers_;

  std::string asked_;           // file whose bytes are awaited
  std::string reading_;         // file that is being parsed
  std::uint64_t reading_hash_ = 0;
  std::optional<PlanReader> reader_;

  // The document says something that no file of the folder says: this person's edits, or what a file said that has gone.
  bool dirty_ = false;
  std::uint64_t seen_revision_ = 0;
  std::optional<PlanWriter> writer_;
  std::string text_;
  bool writing_ = false;
  std::uint64_t written_hash_ = 0, written_unix_ms_ = 0;
  double not_before_ = 0;
};

}  // namespace rancang
