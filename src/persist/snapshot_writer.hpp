#pragma once
// Writes the whole plan as a new generation, in slices and in parts, so that neither the screen nor the memory notices; reads it back from the disk and only
// then retires what is three generations old. Also the first save of a new, imported or duplicated plan.
// Must not know: screens, clocks.
#include "persist/plan_store.hpp"
#include "persist/plan_writer.hpp"

namespace rancang {

constexpr std::size_t snapshot_part_bytes = 4u << 20;

class SnapshotWriter {
 public:
  enum class Step { waiting, more, done, failed };  // waiting: for the store; run() again after its answer

  // `card` is stored with the last part. The document is the plan at this moment; what is saved later belongs to a higher generation.
  SnapshotWriter(PlanStore& plans, SessionPtr session, Document const& document, EnvelopeInfo envelope, PlanCard card, std::uint64_t revision,
                 std::size_t part_bytes = snapshot_part_bytes);
  // A restore point: the same text under a name of its own, which no opening reads. It joins session->points when it is stored.
  SnapshotWriter(PlanStore& plans, SessionPtr session, Document const& document, EnvelopeInfo envelope, CardPoint point, std::size_t part_bytes = snapshot_part_bytes);
  ~SnapshotWriter();
  SnapshotWriter(SnapshotWriter&&) noexcept;
  SnapshotWriter& operator=(SnapshotWriter&&) noexcept;

  Step run(std::size_t budget);  // writes about `budget` bytes of text
  bool has_answer() const;       // run() would get further
  Error const& error() const;    // after `failed`; the older generations are untouched

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace rancang
