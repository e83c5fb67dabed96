#include "persist/plan_opening.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/order.hpp"
#include "persist/journal.hpp"

namespace rancang {
namespace {

constexpr int restart_limit = 3;

// What we wrote ourselves is never too large to be read; the limits are for files from outside.
ReadLimits own_limits() {
  ReadLimits limits;
  limits.file_bytes = std::numeric_limits<std::size_t>::max();
  limits.records_per_type = std::numeric_limits<std::size_t>::max();
  return limits;
}

bool by_generation(StoredName const& a, StoredName const& b) { return a.generation != b.generation ? a.generation < b.generation : a.part < b.part; }

// The parts of one snapshot as one text, one part in memory at a time.
struct Parts {
  FileStore const& files;
  std::vector<StoredName> names;
  std::vector<std::size_t> starts;  // offset of each part's payload; the end of all is the last element
  std::size_t loaded = std::numeric_limits<std::size_t>::max();
  bool vanished = false;            // retired by another tab since the names were listed
  std::string bytes, joined;
  std::string_view payload;

  bool load(std::size_t index) {
    if (loaded == index) return true;
    std::optional<std::string> stored = files.read(stored_path(names[index]));
    vanished = vanished || !stored;
    if (!stored) return false;
    bytes = std::move(*stored);
    std::optional<std::string_view> const whole = unseal(names[index], bytes);
    if (!whole) return false;
    payload = *whole;
    loaded = index;
    return true;
  }
  // A line may go over the end of a part, so what is asked for is given in one piece.
  std::string_view read(std::size_t offset, std::size_t size) {
    joined.clear();
    for (;;) {
      auto const after = std::upper_bound(starts.begin(), starts.end(), offset);
      auto const index = static_cast<std::size_t>(after - starts.begin()) - 1;
      if (!load(index)) return {};
      std::string_view const piece = payload.substr(offset - starts[index], size);
      bool const complete = piece.size() == size || index + 1 == names.size();
      if (complete && joined.empty()) return piece;
      joined += piece;
      if (complete) return joined;
      offset += piece.size();
      size -= piece.size();
    }
  }
};

}  // namespace

std::vector<std::uint64_t> complete_generations(std::vector<StoredName> const& names, StoredKind kind) {
  std::vector<StoredName> parts;
  for (StoredName const& name : names)
    if (name.kind == kind) parts.push_back(name);
  sort_list(parts, by_generation);
  std::vector<std::uint64_t> complete;
  std::uint32_t expected = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    expected = i > 0 && parts[i].generation == parts[i - 1].generation ? expected + 1 : 0;
    if (parts[i].part != expected) expected = std::numeric_limits<std::uint32_t>::max() - 1;  // a part is missing
    else if (parts[i].last) complete.push_back(parts[i].generation);
  }
  return complete;
}

namespace {
// What the card says of points, as far as their files are whole; one that it has forgotten has no name left.
void find_points(PlanSession& session, std::vector<CardPoint> const& noted) {
  session.points.clear();
  for (std::uint64_t const generation : complete_generations(session.names, StoredKind::point)) {
    auto const known = std::find_if(noted.begin(), noted.end(), [&](CardPoint const& point) { return point.generation == generation; });
    session.points.push_back(known != noted.end() ? *known : CardPoint{generation});
  }
}
}  // namespace

struct PlanOpening::State : std::enable_shared_from_this<State> {
  PlanStore& plans;
  std::string plan;
  std::uint64_t at;
  StoredKind kind = StoredKind::snapshot;
  SessionPtr session;
  std::vector<std::uint64_t> candidates;  // snapshots still to try, the newest last
  std::shared_ptr<Parts> parts;
  std::optional<PlanReader> reader;
  std::vector<StoredName> journals;       // still to apply, the oldest first
  std::size_t next_journal = 0;
  OpenedPlan opened;
  std::vector<std::string> broken;
  int restarts = 0;
  Step step = Step::more;
  enum class Phase { start, text, journals } phase = Phase::start;
  Error failure;

  State(PlanStore& plans_, std::string plan_, std::uint64_t at_) : plans(plans_), plan(std::move(plan_)), at(at_), session(PlanStore::new_session(plan)) {}

  FileStore const& files() const { return plans.queue().files(); }
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
  // A restore point is read beside others: what they still need stays.
  void forget() { plans.queue().forget(at == 0 ? folder_of(plan) : parts_prefix(plan, kind, at)); }
  void fail(Error why) {
    forget();
    failure = std::move(why);
    step = Step::failed;
  }
  void set_aside(StoredName const& name) {
    session->broken.push_back(name);
    broken.push_back(stored_path(name));
  }

  // The writing tab retired files while this one was reading: what it stored instead is there now.
  void restart() {
    if (++restarts > restart_limit) return fail(rancang::error("store.busy"));
    forget();
    session = PlanStore::new_session(plan);
    journals.clear();
    broken.clear();
    next_journal = 0;
    opened = {};
    phase = Phase::start;
    step = Step::more;
  }
  void start() {
    plans.queue().relist(std::string(store_root) + plan, then([](State& self) { self.survey(); }));
  }
  void survey() {
    for (std::string const& path : files().list(std::string(store_root) + plan)) {
      std::optional<StoredName> name = parse_stored_path(path);
      if (!name) continue;
      session->generation = std::max(session->generation, name->generation);
      session->names.push_back(std::move(*name));
    }
    session->stored = session->generation;
    auto const points = complete_generations(session->names, StoredKind::point);
    if (std::count(points.begin(), points.end(), at) > 0) kind = StoredKind::point;
    candidates = complete_generations(session->names, kind);
    if (at != 0) candidates.erase(std::remove_if(candidates.begin(), candidates.end(), [this](std::uint64_t g) { return g != at; }), candidates.end());
    session->snapshots = candidates;
    if (session->names.empty()) return fail(rancang::error("plan.gone"));
    next_candidate();
  }
  void next_candidate() {
    reader.reset();
    parts.reset();
    if (candidates.empty()) return fail(rancang::error("plan.unreadable", {std::to_string(broken.size())}));
    plans.queue().reload(parts_prefix(plan, kind, candidates.back()), then([](State& self) { self.check_parts(); }));
  }
  void check_parts() {
    auto found = std::make_shared<Parts>(Parts{files()});
    for (StoredName const& name : session->names)
      if (name.kind == kind && name.generation == candidates.back()) found->names.push_back(name);
    sort_list(found->names, by_generation);
    bool whole = true;
    std::size_t size = 0;
    for (std::size_t i = 0; i < found->names.size(); ++i) {
      whole = found->load(i) && whole;
      found->starts.push_back(size);
      if (whole) size += found->payload.size();
    }
    parts = std::move(found);
    if (parts->vanished) return restart();
    if (!whole) return reject();
    reader.emplace(ByteSource{size, [source = parts](std::size_t offset, std::size_t length) { return source->read(offset, length); }}, own_limits());
    phase = Phase::text;
    step = Step::more;
  }
  // All parts stay, whole ones beside the damaged one: a person may still rescue something.
  void reject() {
    for (StoredName const& name : parts->names) set_aside(name);
    plans.queue().forget(parts_prefix(plan, kind, candidates.back()));
    session->snapshots.erase(std::remove(session->snapshots.begin(), session->snapshots.end(), candidates.back()), session->snapshots.end());
    candidates.pop_back();
    opened.older = true;
    next_candidate();
  }

  void read_text(std::size_t budget) {
    PlanReader::Step const result = reader->run(budget);
    if (result == PlanReader::Step::more) return;
    if (result == PlanReader::Step::failed) return parts->vanished ? restart() : reject();
    ReadPlan read = reader->take();
    reader.reset();
    opened.document = std::move(read.document);
    opened.read_only = read.read_only;
    opened.remarks = std::move(read.remarks);
    session->applied = candidates.back();
    session->snapshot_bytes = 0;
    for (std::size_t i = 0; i < parts->names.size(); ++i)
      if (parts->load(i)) session->snapshot_bytes += parts->payload.size();
    parts.reset();
    plans.queue().forget(parts_prefix(plan, kind, session->applied));
    if (at != 0) return finish();
    plans.queue().reload(prefix_of(plan, StoredKind::closed), [](std::optional<Error> const&) {});
    plans.queue().reload(prefix_of(plan, StoredKind::journal), then([](State& self) { self.list_journals(); }));
  }
  void list_journals() {
    for (StoredName const& name : session->names)
      if (name.kind == StoredKind::journal && name.generation > session->applied) journals.push_back(name);
    sort_list(journals, by_generation);
    phase = Phase::journals;
    step = Step::more;
  }
  void apply_journals(std::size_t budget) {
    std::size_t done = 0;
    for (; next_journal < journals.size() && done < budget; ++next_journal) {
      StoredName const& name = journals[next_journal];
      std::optional<std::string> const bytes = files().read(stored_path(name));
      if (!bytes) return restart();
      std::optional<std::string_view> const payload = unseal(name, *bytes);
      if (!payload || !apply_journal(opened.document, *payload, own_limits())) {
        set_aside(name);
        continue;
      }
      session->applied = name.generation;
      ++session->journals;
      session->journal_bytes += payload->size();
      done += payload->size();
    }
    if (next_journal >= journals.size()) finish();
  }
  void finish() {
    if (at == 0) {
      opened.clean_replica = closed_by();
      std::optional<PlanCard> const card = plans.card(plan);
      find_points(*session, card ? card->points : std::vector<CardPoint>{});
    }
    forget();
    opened.session = session;
    opened.broken = broken;
    step = Step::done;
  }
  // Only when nothing was written after the mark and nothing is damaged: otherwise the store may have lost what that replica wrote.
  std::optional<ReplicaId> closed_by() const {
    if (!session->broken.empty()) return std::nullopt;
    StoredName const* newest = nullptr;
    for (StoredName const& name : session->names)
      if (name.kind != StoredKind::card && name.kind != StoredKind::point && (!newest || newest->generation < name.generation || (newest->generation == name.generation && name.kind == StoredKind::closed)))
        newest = &name;
    if (!newest || newest->kind != StoredKind::closed) return std::nullopt;
    std::optional<std::string> const bytes = files().read(stored_path(*newest));
    std::optional<std::string_view> const payload = bytes ? unseal(*newest, *bytes) : std::nullopt;
    return payload ? parse_replica(*payload) : std::nullopt;
  }
};

PlanOpening::PlanOpening(PlanStore& plans, std::string plan, std::uint64_t at) : state_(std::make_shared<State>(plans, std::move(plan), at)) {}
PlanOpening::~PlanOpening() = default;
PlanOpening::PlanOpening(PlanOpening&&) noexcept = default;
PlanOpening& PlanOpening::operator=(PlanOpening&&) noexcept = default;

PlanOpening::Step PlanOpening::run(std::size_t budget) {
  if (state_->step != Step::more) return state_->step;
  switch (state_->phase) {
    case State::Phase::start: state_->start(); break;
    case State::Phase::text: state_->read_text(budget); break;
    case State::Phase::journals: state_->apply_journals(budget); break;
  }
  return state_->step;
}

double PlanOpening::progress() const {
  if (state_->step == Step::done || state_->phase == State::Phase::journals) return 1;
  return state_->reader ? state_->reader->progress() : 0;
}
Error const& PlanOpening::error() const { return state_->failure; }
std::vector<std::string> const& PlanOpening::broken() const { return state_->broken; }
OpenedPlan PlanOpening::take() { return std::move(state_->opened); }

}  // namespace rancang
