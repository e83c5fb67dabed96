#pragma once
// Opens a stored plan in slices: the newest whole snapshot, then the whole journals after it in order. Damaged files are set aside, kept and reported; an
// older generation is taken where the newest is not whole. Must not know: screens, clocks.
#include "model/document.hpp"
#include "persist/plan_reader.hpp"
#include "persist/plan_store.hpp"

namespace rancang {

struct OpenedPlan {
  Document document;
  SessionPtr session;
  bool read_only = false;                  // written by a newer version of Rancang
  // The replica that closed the plan in good order. Only a tab that got the lock by asking may go on under it; everybody else (no mark, after taking
  // over) makes a new one: storage may have been rolled back, or the other tab may still hold edits under it (sharing.md 2).
  std::optional<ReplicaId> clean_replica;
  std::vector<std::string> broken;         // paths of damaged files, kept for rescue
  bool older = false;                      // the newest snapshot was not whole
  std::vector<Error> remarks;              // what the reader repaired
};

class PlanOpening {
 public:
  enum class Step { waiting, more, done, failed };  // waiting: for the store; run() again after its answer

  // `at`: the restore point or snapshot of that generation, as the plan was then; 0 = the newest state.
  PlanOpening(PlanStore& plans, std::string plan, std::uint64_t at = 0);
  ~PlanOpening();
  PlanOpening(PlanOpening&&) noexcept;
  PlanOpening& operator=(PlanOpening&&) noexcept;

  Step run(std::size_t budget);  // reads about `budget` bytes
  double progress() const;       // 0 … 1
  // After `failed`: plan.gone, plan.unreadable {number of damaged files}, store.busy, or the store's error. Nothing was changed anywhere.
  Error const& error() const;
  std::vector<std::string> const& broken() const;  // known so far, also after `failed`
  OpenedPlan take();             // after `done`, once

 private:
  struct State;
  std::shared_ptr<State> state_;
};

// A reading tab follows the writer: the journals that are newer than `session.applied`, applied to a copy. store.gap: too much has been retired
// meanwhile, open anew.
void follow_plan(PlanStore& plans, SessionPtr const& session, Document document, std::function<void(Result<Document>)> done);

// Generations of a kind with all their parts, ascending.
std::vector<std::uint64_t> complete_generations(std::vector<StoredName> const& names, StoredKind kind);

}  // namespace rancang
