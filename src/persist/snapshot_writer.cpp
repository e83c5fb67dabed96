#include "persist/snapshot_writer.hpp"

#include <algorithm>
#include <utility>

namespace rancang {

struct SnapshotWriter::State : std::enable_shared_from_this<State> {
  PlanStore& plans;
  SessionPtr session;
  PlanWriter writer;
  std::optional<PlanCard> card;    // a snapshot brings the card up to date,
  std::optional<CardPoint> point;  // a restore point is noted in the next one
  std::uint64_t revision = 0;
  std::size_t part_bytes;
  std::uint64_t generation;
  std::size_t journals_before, journal_bytes_before;
  std::string text;           // written, not stored yet
  bool text_complete = false;
  std::vector<StoredName> parts;
  std::size_t bytes = 0;
  Step step = Step::more;
  Error failure;

  State(PlanStore& plans_, SessionPtr session_, Document const& document, EnvelopeInfo envelope, std::size_t part_bytes_)
      : plans(plans_), session(std::move(session_)), writer(document, std::move(envelope)), part_bytes(part_bytes_), generation(++session->generation), journals_before(session->journals), journal_bytes_before(session->journal_bytes) {}

  // Wraps what happens after an answer: errors end the work, and an answer that comes after this object is gone is ignored.
  template <class Next>
  StoreDone then(Next next) {
    step = Step::waiting;
    return [weak = weak_from_this(), next](std::optional<Error> const& failed) {
      std::shared_ptr<State> const self = weak.lock();
      if (!self) return;
      if (failed) self->fail(*failed);
      else next(*self);
    };
  }
  void fail(Error why) {
    failure = std::move(why);
    step = Step::failed;
  }

  StoredKind kind() const { return point ? StoredKind::point : StoredKind::snapshot; }

  void produce(std::size_t budget) {
    if (!text_complete) {
      text_complete = !writer.run(budget);
      text += writer.take();
    }
    if (text_complete || text.size() >= part_bytes) store_part();
  }
  void store_part() {
    StoredName const name{session->plan, kind(), generation, static_cast<std::uint32_t>(parts.size()), text_complete && text.size() <= part_bytes};
    std::size_t const length = name.last ? text.size() : part_bytes;
    StoreCommit commit;
    commit.puts.push_back({stored_path(name), seal(name, std::string_view(text).substr(0, length))});
    text.erase(0, length);
    bytes += length;
    parts.push_back(name);
    if (name.last && card) {
      commit.revision = revision;
      card->size_bytes = bytes;
      PlanStore::add_card(*session, commit, *card, generation);
    }
    plans.write(session, std::move(commit), then([last = name.last](State& self) {
                  if (last) self.read_back();
                  else self.step = Step::more;
                }));
  }
  // From the disk, not from memory: only what can be read again counts.
  void read_back() {
    std::string const prefix = parts_prefix(session->plan, kind(), generation);
    plans.queue().reload(prefix, then([prefix](State& self) {
      bool whole = true;
      for (StoredName const& name : self.parts) {
        std::optional<std::string> const stored = self.plans.queue().files().read(stored_path(name));
        whole = whole && stored && unseal(name, *stored);
      }
      self.plans.queue().forget(prefix);
      if (!whole) return self.fail(rancang::error("store.unreadable"));
      self.adopt();
    }));
  }
  void adopt() {
    if (point) {
      point->generation = generation;
      session->points.push_back(*point);
      step = Step::done;
      return;
    }
    session->snapshots.push_back(generation);
    session->applied = std::max(session->applied, generation);
    session->snapshot_bytes = bytes;
    session->journals -= std::min(session->journals, journals_before);
    session->journal_bytes -= std::min(session->journal_bytes, journal_bytes_before);
    // The snapshot stands whether or not the old ones can be removed now; the next one tries again.
    step = Step::waiting;
    plans.retire(session, [weak = weak_from_this()](std::optional<Error> const&) {
      if (std::shared_ptr<State> const self = weak.lock()) self->step = Step::done;
    });
  }
};

SnapshotWriter::SnapshotWriter(PlanStore& plans, SessionPtr session, Document const& document, EnvelopeInfo envelope, PlanCard card, std::uint64_t revision,
                               std::size_t part_bytes)
    : state_(std::make_shared<State>(plans, std::move(session), document, std::move(envelope), part_bytes)) {
  state_->card = std::move(card);
  state_->revision = revision;
}
SnapshotWriter::SnapshotWriter(PlanStore& plans, SessionPtr session, Document const& document, EnvelopeInfo envelope, CardPoint point, std::size_t part_bytes)
    : state_(std::make_shared<State>(plans, std::move(session), document, std::move(envelope), part_bytes)) {
  state_->point = std::move(point);
}
SnapshotWriter::~SnapshotWriter() = default;
SnapshotWriter::SnapshotWriter(SnapshotWriter&&) noexcept = default;
SnapshotWriter& SnapshotWriter::operator=(SnapshotWriter&&) noexcept = default;

SnapshotWriter::Step SnapshotWriter::run(std::size_t budget) {
  if (state_->step == Step::more) state_->produce(budget);
  return state_->step;
}

bool SnapshotWriter::has_answer() const { return state_->step != Step::waiting; }
Error const& SnapshotWriter::error() const { return state_->failure; }

}  // namespace rancang
