#pragma once
// Autosave: what was typed reaches the disk within a second, and the status strip says the truth about it. Small journals at once, whole snapshots when idle.
// Times are handed in. Must not know: screens, locks, the browser; when another tab takes over, somebody else tells it.
#include <functional>

#include "model/change_set.hpp"
#include "persist/plan_store.hpp"
#include "persist/snapshot_writer.hpp"

namespace rancang {

struct Moment {
  double steady_ms = 0;        // for waiting
  std::uint64_t unix_ms = 0;   // for people
};

enum class SaveKind : std::uint8_t { closed, saved, dirty, saving, failed, read_only };
struct SaveState {
  SaveKind kind = SaveKind::closed;
  std::size_t changes = 0;           // records that are not stored yet
  std::uint64_t since_unix_ms = 0;   // saved: when; saving, failed: since when; 0 = nothing was saved in this session
  Error failure;                     // failed, and read_only after another tab took over
};

struct AutosaveSource {
  std::function<Document const&()> document;
  std::function<PlanCard()> card;                             // its face: name, years, completeness …; the rest is filled in
  std::function<EnvelopeInfo(std::uint64_t unix_ms)> envelope;
};

struct SaveInFlight {
  ChangeSet changes;
  std::shared_ptr<std::map<ReplicaId, ReplicaInfo> const> replicas;
  std::uint64_t revision = 0;
  Moment since;
  bool marks = false, carries_card = false;
  PlanCard card;
  std::shared_ptr<std::optional<std::optional<Error>>> answer;  // outer: has it come; inner: what failed
};

class Autosave {
 public:
  static constexpr double idle_ms = 300, ceiling_ms = 3000, slow_ms = 2000, first_retry_ms = 1000, last_retry_ms = 30'000;
  static constexpr double compact_idle_ms = 4000, card_every_ms = 60'000;
  static constexpr std::size_t automatic_points = 20, other_points = 100;  // older ones go
  static constexpr std::size_t compact_journals = 16, compact_bytes = 256u << 10, compact_files = files_per_plan - 10;

  Autosave(PlanStore& plans, AutosaveSource source) : plans_(plans), source_(std::move(source)) {}
  Autosave(Autosave const&) = delete;
  Autosave& operator=(Autosave const&) = delete;

  // After a plan was opened and its lock is held: the document is as stored.
  void begin(SessionPtr session, ReplicaId replica, std::uint64_t revision);
  void write_as(ReplicaId replica) { replica_ = replica, marked_ = false; }  // whose mark a clean end leaves; an earlier one says nothing of this one
  // A new, imported or duplicated plan (PlanStore::new_session): its first snapshot is written at once.
  void begin_new(SessionPtr session, ReplicaId replica, std::uint64_t revision, Moment now);
  void end();  // forgets the plan; what is not stored is lost, see closed()

  void changed(ChangeSet const& changes, std::uint64_t revision, Moment now);
  void flush(Moment now);    // before an export: at once, not in 300 ms
  void leave(Moment now);    // the page is hidden or the plan closed: at once, with the clean-close mark
  void retry(Moment now);    // the person asks
  // Restore point: `document` is kept as it is now, beside the plan, as soon as everything else is stored.
  void keep_point(CardPoint point, Document document);
  void drop_point(std::uint64_t generation);
  std::vector<CardPoint> const& points() const;  // stored ones, oldest first
  bool keeping() const { return point_ || !wanted_points_.empty(); }  // some are not stored yet
  std::optional<Error> take_point_failure() { return std::exchange(point_failure_, std::nullopt); }
  // Another tab writes now: nothing is written any more; unsaved() is what to offer as a merge.
  void lose(Error why);
  // Every frame, after the events were handed to PlanStore. Works for a few milliseconds at most.
  void tick(Moment now);
  // When tick() wants to be called again, 0 = at the next frame; nullopt = not before something happens.
  std::optional<double> wake_in_ms(Moment now) const;

  SaveState state(Moment now) const;
  std::uint64_t saved_revision() const { return saved_revision_; }
  bool writes() const { return session_ != nullptr; }
  bool all_stored() const { return pending_.empty() && (!save_ || save_->changes.empty()) && !full_wanted_ && !frame_changed() && !labels_changed(); }
  bool left() const { return !session_ || (all_stored() && marked_ && !keeping()); }  // leave() is done: the tab may close, the lock may go
  ChangeSet unsaved() const;
  std::uint64_t generation() const { return session_ ? session_->stored : 0; }  // highest on the disk, for the witness

 private:
  void take_answer(Moment now);
  void failed(Error why, Moment now);
  void stored(std::uint64_t revision, Moment now);
  bool due(Moment now) const;
  void start_save(Moment now);
  PlanCard card_now() const;
  bool wants_compaction(Moment now) const;
  double compaction_at() const;
  void start_snapshot(Moment now);
  void run_snapshot(Moment now);
  void put_back(ChangeSet&& unsaved);
  bool can_keep(Moment now) const;
  void run_point(Moment now);
  void thin_points();

  // What stands around the records and makes no ChangeSet: a merge brings some, a laptop is named. Labels go with a journal, the rest only with a snapshot.
  struct Frame {
    std::shared_ptr<std::map<ReplicaId, ReplicaInfo> const> replicas;
    std::shared_ptr<std::vector<ForeignRecord> const> foreign;
    std::shared_ptr<Extras const> extras;
  };
  Frame frame_now() const { return {source_.document().replicas, source_.document().foreign, source_.document().extras}; }
  bool frame_changed() const { return session_ && (source_.document().foreign != stored_frame_.foreign || source_.document().extras != stored_frame_.extras); }
  bool labels_changed() const { return session_ && source_.document().replicas != stored_frame_.replicas; }

  PlanStore& plans_;
  AutosaveSource source_;
  SessionPtr session_;
  ReplicaId replica_;
  bool read_only_ = false;

  ChangeSet pending_;
  std::uint64_t revision_ = 0, saved_revision_ = 0;
  Moment first_pending_, last_change_;
  std::uint64_t changed_unix_ms_ = 0;
  bool at_once_ = false, mark_wanted_ = false, marked_ = false;
  std::optional<SaveInFlight> save_;

  std::optional<SnapshotWriter> snapshot_;
  Frame stored_frame_, snapshot_frame_;  // as stored; as in the snapshot under way
  bool full_wanted_ = false;      // no journal can be applied before this snapshot is stored
  ChangeSet covered_;             // pending when the full snapshot was started
  std::uint64_t covered_revision_ = 0;
  Moment snapshot_since_;         // last sign of progress
  bool snapshot_runs_ = false;    // has text left to write
  double snapshot_not_before_ = 0;

  struct WantedPoint {
    CardPoint point;
    Document document;
  };
  std::vector<WantedPoint> wanted_points_;  // the first is being written while point_ is set
  std::optional<SnapshotWriter> point_;
  bool card_wanted_ = false;  // a point is stored, and its name not yet
  double point_not_before_ = 0;
  std::optional<Error> point_failure_;

  std::optional<Error> failure_;
  std::uint64_t failed_since_unix_ms_ = 0, saved_unix_ms_ = 0;
  double retry_at_ = 0, retry_wait_ = first_retry_ms;
  PlanCard last_card_;
  double last_card_ms_ = 0;
};

}  // namespace rancang
