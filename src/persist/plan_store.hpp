#pragma once
// Several plans side by side on one FileStore: names, generations, cards, what is retired and when. Nothing is ever overwritten in place.
// Opening is plan_opening.hpp, writing a snapshot snapshot_writer.hpp. Must not know: records, screens, the browser, clocks.
#include <map>
#include <memory>
#include <vector>

#include "model/causal.hpp"
#include "persist/plan_card.hpp"
#include "persist/store_queue.hpp"
#include "persist/stored_file.hpp"

namespace rancang {

// What is known of the files of one open plan. Made by PlanOpening or new_session() only, so nothing can be written before loading has ended.
struct PlanSession {
  std::string plan;                       // ULID text
  std::uint64_t generation = 0;           // highest ever used; the next file takes a higher one
  std::uint64_t stored = 0;               // highest known to be on the disk
  std::uint64_t applied = 0;              // generation of the newest file that the open document contains
  std::vector<std::uint64_t> snapshots;   // whole ones, ascending
  std::vector<StoredName> names;          // all files on disk, in no order
  std::vector<StoredName> broken;         // damaged ones: kept for rescue, never retired
  std::size_t journals = 0;               // since the newest snapshot
  std::size_t journal_bytes = 0;
  std::size_t snapshot_bytes = 0;         // of the newest snapshot
  std::vector<CardPoint> points;          // restore points, oldest first
};
using SessionPtr = std::shared_ptr<PlanSession>;

// One save: any of the three. They get the same generation.
struct PlanSave {
  std::optional<std::string> journal;
  std::optional<PlanCard> card;
  std::optional<ReplicaId> closed_by;  // the clean-close mark: everything is stored and this replica may go on next time
  std::uint64_t revision = 0;          // of the document, for the benchmark's mark
};

constexpr std::size_t generations_kept = 3;
constexpr std::size_t files_per_plan = 100;

class PlanStore {
 public:
  explicit PlanStore(FileStore& files) : queue_(files) {}

  StoreQueue& queue() { return queue_; }
  StoreState state() const { return queue_.files().state(); }
  bool handle(PlatformEvent const& event) { return queue_.handle(event); }  // true: it was an answer of the store

  void load(StoreDone done) { queue_.load(std::move(done)); }
  void refresh_cards(StoreDone done);  // another tab may have changed plans: fetches names and new cards
  // One per plan, newest change first, the trash included. `generation` is the newest found among the plan's files; `readable` = false where files
  // exist without a whole card.
  std::vector<PlanCard> cards() const;
  std::optional<PlanCard> card(std::string_view plan) const;

  static SessionPtr new_session(std::string plan);
  // The plan's lock must be held for everything below (store.fenced otherwise).
  void save(SessionPtr const& session, PlanSave save, StoreDone done);
  // The two below are for SnapshotWriter: a commit whose files join the session; a card in it, with the older ones retired.
  void write(SessionPtr const& session, StoreCommit commit, StoreDone done);
  static void add_card(PlanSession const& session, StoreCommit& commit, PlanCard card, std::uint64_t generation);
  // Forgets restore points: their files go.
  void drop_points(SessionPtr const& session, std::vector<std::uint64_t> const& generations, StoreDone done);
  // Removes what is older than the third newest whole snapshot; restore points stay.
  void retire(SessionPtr const& session, StoreDone done);
  void set_trashed(std::string const& plan, std::uint64_t unix_ms, StoreDone done);  // 0 = take out of the trash
  // For good, every generation. A plan that a power cut left half erased stays erased: unlisted, and in erased_plans() until this is called again.
  void erase(std::string const& plan, StoreDone done);
  std::vector<std::string> erased_plans() const;

 private:
  std::vector<StoredName> names_of(std::string_view plan) const;
  std::map<std::string, std::vector<StoredName>> names_by_plan() const;
  void remove_erased(std::string const& plan, StoreDone done);
  std::optional<PlanCard> newest_card(std::vector<StoredName> const& names) const;

  StoreQueue queue_;
};

}  // namespace rancang
