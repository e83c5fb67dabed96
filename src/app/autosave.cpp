#include "app/autosave.hpp"

#include <algorithm>
#include <utility>

#include "persist/journal.hpp"

namespace rancang {
namespace {

constexpr std::size_t snapshot_slice_bytes = 1u << 20;  // about 10 ms in a browser

bool same_face(PlanCard const& a, PlanCard const& b) {
  return a.name == b.name && a.agency == b.agency && a.first_year == b.first_year && a.last_year == b.last_year && a.completeness == b.completeness && a.errors == b.errors;
}

std::vector<NodePtr> records_of(ChangeSet const& changes) {
  std::vector<NodePtr> records;
  for (RecordChange const& change : changes.records)
    if (change.after) records.push_back(change.after);
  return records;
}

}  // namespace

void Autosave::begin(SessionPtr session, ReplicaId replica, std::uint64_t revision) {
  end();
  session_ = std::move(session);
  replica_ = replica;
  revision_ = saved_revision_ = revision;
  stored_frame_ = frame_now();
  if (std::optional<PlanCard> card = plans_.card(session_->plan)) {
    last_card_ = *card;
    changed_unix_ms_ = card->changed_unix_ms;
  }
}

void Autosave::begin_new(SessionPtr session, ReplicaId replica, std::uint64_t revision, Moment now) {
  begin(std::move(session), replica, revision);
  saved_revision_ = 0;
  changed_unix_ms_ = now.unix_ms;
  full_wanted_ = true;
}

void Autosave::end() {
  session_.reset();
  snapshot_.reset();
  save_.reset();
  point_.reset();
  wanted_points_.clear();
  pending_ = {};
  covered_ = {};
  stored_frame_ = snapshot_frame_ = {};
  failure_.reset();
  read_only_ = at_once_ = mark_wanted_ = marked_ = full_wanted_ = card_wanted_ = false;
  saved_unix_ms_ = changed_unix_ms_ = 0;
  retry_at_ = snapshot_not_before_ = point_not_before_ = last_card_ms_ = 0;
  retry_wait_ = first_retry_ms;
  last_change_ = {};
  last_card_ = {};
}

void Autosave::changed(ChangeSet const& changes, std::uint64_t revision, Moment now) {
  if (!session_ || changes.empty()) return;
  if (pending_.empty()) first_pending_ = now;
  squash(pending_, changes);
  revision_ = revision;
  last_change_ = now;
  changed_unix_ms_ = now.unix_ms;
}

void Autosave::flush(Moment now) {
  at_once_ = true;
  tick(now);
}

void Autosave::leave(Moment now) {
  mark_wanted_ = session_ && !marked_;
  flush(now);
}

void Autosave::retry(Moment now) {
  retry_at_ = snapshot_not_before_ = 0;
  flush(now);
}

void Autosave::lose(Error why) {
  if (!session_) return;
  ChangeSet const rest = unsaved();
  end();
  pending_ = rest;
  read_only_ = true;
  failure_ = std::move(why);
}

ChangeSet Autosave::unsaved() const {
  ChangeSet all = covered_;
  if (save_) squash(all, save_->changes);
  squash(all, pending_);
  return all;
}

void Autosave::put_back(ChangeSet&& unsaved) {
  squash(unsaved, pending_);
  pending_ = std::move(unsaved);
}

void Autosave::tick(Moment now) {
  take_answer(now);
  if (!session_) return;
  if (snapshot_) run_snapshot(now);
  if (!session_) return;
  bool const full_due = (full_wanted_ || frame_changed()) && now.steady_ms >= retry_at_;
  if (!snapshot_ && !save_ && (full_due || wants_compaction(now))) start_snapshot(now);
  if (due(now)) start_save(now);
  if (point_ || can_keep(now)) run_point(now);
  if (!save_ && pending_.empty() && !mark_wanted_) at_once_ = false;
}

// ---- journals ----

bool Autosave::due(Moment now) const {
  if (!session_ || save_ || full_wanted_ || (pending_.empty() && !mark_wanted_ && !card_wanted_ && !labels_changed())) return false;
  if (now.steady_ms < retry_at_) return false;
  return at_once_ || now.steady_ms >= last_change_.steady_ms + idle_ms || now.steady_ms >= first_pending_.steady_ms + ceiling_ms;
}

PlanCard Autosave::card_now() const {
  PlanCard card = source_.card();
  card.plan = session_->plan;
  card.changed_unix_ms = changed_unix_ms_;
  card.size_bytes = session_->snapshot_bytes;
  card.trashed_unix_ms = 0;
  card.points = session_->points;
  return card;
}

void Autosave::start_save(Moment now) {
  save_.emplace();
  save_->changes = std::exchange(pending_, {});
  save_->revision = revision_;
  save_->since = now;
  save_->marks = std::exchange(mark_wanted_, false) || (marked_ && save_->changes.empty());  // a card that comes after the mark brings it along
  save_->answer = std::make_shared<std::optional<std::optional<Error>>>();
  PlanSave wish;
  wish.revision = revision_;
  Document const& document = source_.document();
  save_->replicas = document.replicas;
  bool const labels = labels_changed();
  if (std::vector<NodePtr> const records = records_of(save_->changes); !records.empty() || labels) {
    EnvelopeInfo envelope = source_.envelope(now.unix_ms);
    envelope.kind = "journal";
    wish.journal = write_records(document.plan_id, labels ? *document.replicas : std::map<ReplicaId, ReplicaInfo>(), records, std::move(envelope));
  }
  save_->card = card_now();
  bool const asked = std::exchange(card_wanted_, false);
  save_->carries_card = save_->marks || asked || !same_face(save_->card, last_card_) || now.steady_ms >= last_card_ms_ + card_every_ms;
  if (save_->carries_card) wish.card = save_->card;
  if (save_->marks) wish.closed_by = replica_;
  marked_ = false;
  plans_.save(session_, std::move(wish), [answer = save_->answer](std::optional<Error> const& failure) { *answer = failure; });
}

void Autosave::take_answer(Moment now) {
  if (!save_ || !save_->answer->has_value()) return;
  SaveInFlight done = std::move(*save_);
  save_.reset();
  if (std::optional<Error> const& failure = **done.answer) {
    put_back(std::move(done.changes));
    mark_wanted_ = mark_wanted_ || done.marks;
    return failed(*failure, now);
  }
  if (done.carries_card) {
    last_card_ = std::move(done.card);
    last_card_ms_ = now.steady_ms;
  }
  stored_frame_.replicas = std::move(done.replicas);
  marked_ = done.marks;  // a snapshot under way was started before this save, so the mark is the newest file
  stored(done.revision, now);
}

void Autosave::stored(std::uint64_t revision, Moment now) {
  saved_revision_ = std::max(saved_revision_, revision);
  saved_unix_ms_ = now.unix_ms;
  failure_.reset();
  retry_at_ = 0;
  retry_wait_ = first_retry_ms;
}

void Autosave::failed(Error why, Moment now) {
  if (why.id == "store.fenced") return lose(std::move(why));
  // The browser emptied the store: what is in memory is all there is, so all of it is written again.
  if (why.id == "store.lost") {
    full_wanted_ = true;
    snapshot_.reset();
    session_->snapshots.clear();
    session_->names.clear();
    session_->points.clear();
    session_->journals = session_->journal_bytes = 0;
  }
  if (!failure_) failed_since_unix_ms_ = now.unix_ms;
  failure_ = std::move(why);
  retry_at_ = now.steady_ms + (failure_->id == "store.lost" ? 0 : retry_wait_);
  retry_wait_ = std::min(retry_wait_ * 2, last_retry_ms);
}

// ---- snapshots ----

double Autosave::compaction_at() const { return std::max(last_change_.steady_ms + compact_idle_ms, snapshot_not_before_); }

bool Autosave::wants_compaction(Moment now) const {
  if (full_wanted_ || failure_ || now.steady_ms < snapshot_not_before_) return false;
  auto const points = std::count_if(session_->names.begin(), session_->names.end(), [](StoredName const& name) { return name.kind == StoredKind::point; });
  if (session_->names.size() - static_cast<std::size_t>(points) >= compact_files) return true;
  if (session_->journals < compact_journals && session_->journal_bytes < std::max(compact_bytes, session_->snapshot_bytes / 2)) return false;
  return session_->journals > 0 && pending_.empty() && !mark_wanted_ && now.steady_ms >= compaction_at();
}

void Autosave::start_snapshot(Moment now) {
  if (full_wanted_) covered_ = std::exchange(pending_, {});
  covered_revision_ = revision_;
  snapshot_frame_ = frame_now();
  snapshot_since_ = now;
  mark_wanted_ = mark_wanted_ || (marked_ && frame_changed());
  marked_ = false;
  PlanCard card = card_now();
  last_card_ = card;
  last_card_ms_ = now.steady_ms;
  EnvelopeInfo envelope = source_.envelope(now.unix_ms);
  envelope.kind = "plan";
  snapshot_.emplace(plans_, session_, source_.document(), std::move(envelope), std::move(card), covered_revision_);
  run_snapshot(now);
}

void Autosave::run_snapshot(Moment now) {
  SnapshotWriter::Step const step = snapshot_->run(snapshot_slice_bytes);
  snapshot_runs_ = step == SnapshotWriter::Step::more;
  if (snapshot_runs_) snapshot_since_ = now;
  if (snapshot_runs_ || step == SnapshotWriter::Step::waiting) return;
  Error const why = step == SnapshotWriter::Step::failed ? snapshot_->error() : Error{};
  snapshot_.reset();
  bool const full = full_wanted_, frame = frame_changed();
  if (step == SnapshotWriter::Step::done) {
    full_wanted_ = false;
    covered_ = {};
    stored_frame_ = std::move(snapshot_frame_);
    if (full || frame) stored(covered_revision_, now);
    return;
  }
  if (full) {
    put_back(std::exchange(covered_, {}));
    return failed(why, now);
  }
  if (frame) return failed(why, now);
  // All edits are in the journals: only the tidying is put off. Unless the store itself is gone or taken.
  snapshot_not_before_ = now.steady_ms + last_retry_ms;
  if (why.id == "store.fenced" || why.id == "store.lost") failed(why, now);
}

// ---- what others see ----

SaveState Autosave::state(Moment now) const {
  if (read_only_) return {SaveKind::read_only, pending_.records.size(), 0, failure_.value_or(Error{})};
  if (!session_) return {};
  bool const full_running = snapshot_ && (full_wanted_ || frame_changed());
  std::size_t const changes = unsaved().records.size();
  if (failure_) return {SaveKind::failed, changes, failed_since_unix_ms_, *failure_};
  Moment const since = save_ ? save_->since : snapshot_since_;
  if (save_ || full_running) {
    bool const slow = now.steady_ms >= since.steady_ms + slow_ms;
    return {slow ? SaveKind::failed : SaveKind::saving, changes, since.unix_ms, slow ? error("store.slow") : Error{}};
  }
  if (!all_stored()) return {SaveKind::dirty, changes, 0, {}};
  return {SaveKind::saved, 0, saved_unix_ms_, {}};
}

std::optional<double> Autosave::wake_in_ms(Moment now) const {
  if (!session_) return std::nullopt;
  std::optional<double> at;
  auto const wish = [&](double when) { at = at ? std::min(*at, when) : when; };
  if (save_ && save_->answer->has_value()) wish(now.steady_ms);
  Moment const since = save_ ? save_->since : snapshot_since_;
  if ((save_ || (snapshot_ && (full_wanted_ || frame_changed()))) && now.steady_ms < since.steady_ms + slow_ms) wish(since.steady_ms + slow_ms);
  if (snapshot_ && (snapshot_runs_ || snapshot_->has_answer())) wish(now.steady_ms);
  if ((full_wanted_ || frame_changed()) && !snapshot_) wish(retry_at_);
  if (point_ && point_->has_answer()) wish(now.steady_ms);
  if (!point_ && can_keep({std::max(now.steady_ms, point_not_before_), now.unix_ms})) wish(point_not_before_);
  if (!save_ && !full_wanted_ && (!pending_.empty() || mark_wanted_ || card_wanted_ || labels_changed())) {
    double const quiet = at_once_ ? now.steady_ms : std::min(last_change_.steady_ms + idle_ms, first_pending_.steady_ms + ceiling_ms);
    wish(std::max(quiet, retry_at_));
  }
  if (!snapshot_ && wants_compaction({std::max(now.steady_ms, compaction_at()), now.unix_ms})) wish(compaction_at());
  if (!at) return std::nullopt;
  return std::max(0.0, *at - now.steady_ms);
}

}  // namespace rancang
