#include "persist/plan_store.hpp"

#include <algorithm>
#include <utility>

#include "base/order.hpp"

namespace rancang {
namespace {

bool newer_first(PlanCard const& a, PlanCard const& b) {
  return a.changed_unix_ms != b.changed_unix_ms ? a.changed_unix_ms > b.changed_unix_ms : a.plan > b.plan;
}

// A snapshot that was cut off while being written, or one that is older than the third newest whole one.
bool outlived(PlanSession const& session, StoredName const& name) {
  auto const& whole = session.snapshots;
  if ((name.kind != StoredKind::snapshot && name.kind != StoredKind::journal) || whole.empty()) return false;
  bool const interrupted = name.kind == StoredKind::snapshot && name.generation < whole.back() &&
                           !std::binary_search(whole.begin(), whole.end(), name.generation);
  return interrupted || (whole.size() >= generations_kept && name.generation < whole[whole.size() - generations_kept]);
}

void add_put(StoreCommit& commit, StoredName name, std::string_view payload) { commit.puts.push_back({stored_path(name), seal(name, payload)}); }

}  // namespace

std::vector<StoredName> PlanStore::names_of(std::string_view plan) const {
  std::vector<StoredName> names;
  for (std::string const& path : queue_.files().list(std::string(store_root).append(plan)))
    if (std::optional<StoredName> name = parse_stored_path(path)) names.push_back(std::move(*name));
  return names;
}

std::optional<PlanCard> PlanStore::newest_card(std::vector<StoredName> const& names) const {
  std::optional<PlanCard> best;
  std::uint64_t generation = 0;
  for (StoredName const& name : names) {
    generation = std::max(generation, name.generation);
    if (name.kind != StoredKind::card) continue;
    std::optional<std::string> const bytes = queue_.files().read(stored_path(name));
    std::optional<std::string_view> const payload = bytes ? unseal(name, *bytes) : std::nullopt;
    std::optional<PlanCard> card = payload ? read_card(*payload) : std::nullopt;
    if (card && card->plan == name.plan && (!best || best->generation <= name.generation)) best = std::move(card);
  }
  bool const holds_plan = std::any_of(names.begin(), names.end(), [](StoredName const& name) { return name.kind == StoredKind::snapshot || name.kind == StoredKind::journal; });
  if (!holds_plan && !(best && best->erased)) return std::nullopt;
  if (!best) {
    best = PlanCard{names.front().plan};
    best->readable = false;
  }
  best->generation = generation;
  return best;
}

std::map<std::string, std::vector<StoredName>> PlanStore::names_by_plan() const {
  std::map<std::string, std::vector<StoredName>> by_plan;
  for (StoredName& name : names_of({})) by_plan[name.plan].push_back(std::move(name));
  return by_plan;
}

std::vector<PlanCard> PlanStore::cards() const {
  std::vector<PlanCard> cards;
  for (auto const& [plan, names] : names_by_plan())
    if (std::optional<PlanCard> card = newest_card(names); card && !card->erased) cards.push_back(std::move(*card));
  sort_list(cards, newer_first);
  return cards;
}

std::vector<std::string> PlanStore::erased_plans() const {
  std::vector<std::string> plans;
  for (auto const& [plan, names] : names_by_plan())
    if (std::optional<PlanCard> const card = newest_card(names); card && card->erased) plans.push_back(plan);
  return plans;
}

std::optional<PlanCard> PlanStore::card(std::string_view plan) const {
  std::optional<PlanCard> card = newest_card(names_of(plan));
  return card && !card->erased ? std::move(card) : std::nullopt;
}

void PlanStore::refresh_cards(StoreDone done) {
  queue_.relist(store_root, [this, done = std::move(done)](std::optional<Error> const& failure) {
    if (failure) return done(failure);
    std::vector<std::string> missing;
    for (StoredName const& name : names_of({})) {
      std::string path = stored_path(name);
      if (name.kind == StoredKind::card && !queue_.files().read(path)) missing.push_back(std::move(path));
    }
    if (missing.empty()) return done(std::nullopt);
    for (std::size_t i = 0; i + 1 < missing.size(); ++i) queue_.reload(missing[i], [](std::optional<Error> const&) {});
    queue_.reload(missing.back(), done);
  });
}

SessionPtr PlanStore::new_session(std::string plan) {
  auto session = std::make_shared<PlanSession>();
  session->plan = std::move(plan);
  return session;
}

void PlanStore::save(SessionPtr const& session, PlanSave save, StoreDone done) {
  std::uint64_t const generation = ++session->generation;
  auto const named = [&](StoredKind kind) { return StoredName{session->plan, kind, generation}; };
  StoreCommit commit;
  commit.revision = save.revision;
  std::size_t const journal_bytes = save.journal ? save.journal->size() : 0;
  bool const journal = save.journal.has_value();
  if (save.journal) add_put(commit, named(StoredKind::journal), *save.journal);
  if (save.card) add_card(*session, commit, std::move(*save.card), generation);
  if (save.closed_by) add_put(commit, named(StoredKind::closed), replica_text(*save.closed_by));
  // A clean-close mark ends with the first write after it.
  for (StoredName const& name : session->names)
    if (name.kind == StoredKind::closed) commit.removes.push_back(stored_path(name));
  write(session, std::move(commit), [session, generation, journal, journal_bytes, done = std::move(done)](std::optional<Error> const& failure) {
    if (!failure && journal) {
      session->applied = std::max(session->applied, generation);
      ++session->journals;
      session->journal_bytes += journal_bytes;
    }
    done(failure);
  });
}

// The newest card outlives its successor's first commit, in case that one is torn.
void PlanStore::add_card(PlanSession const& session, StoreCommit& commit, PlanCard card, std::uint64_t generation) {
  card.generation = generation;
  add_put(commit, {session.plan, StoredKind::card, generation}, write_card(card));
  std::uint64_t newest = 0;
  for (StoredName const& name : session.names)
    if (name.kind == StoredKind::card) newest = std::max(newest, name.generation);
  for (StoredName const& name : session.names)
    if (name.kind == StoredKind::card && name.generation < newest) commit.removes.push_back(stored_path(name));
}

void PlanStore::write(SessionPtr const& session, StoreCommit commit, StoreDone done) {
  commit.plan = session->plan;
  std::vector<StoredName> added, gone;
  for (StoredFile const& file : commit.puts)
    if (std::optional<StoredName> name = parse_stored_path(file.path)) added.push_back(std::move(*name));
  for (std::string const& path : commit.removes)
    if (std::optional<StoredName> name = parse_stored_path(path)) gone.push_back(std::move(*name));
  StoreDone const answer = [session, added = std::move(added), gone = std::move(gone), done = std::move(done)](std::optional<Error> const& failure) {
    if (!failure) {
      auto& names = session->names;
      names.erase(std::remove_if(names.begin(), names.end(), [&](StoredName const& name) { return std::count(gone.begin(), gone.end(), name) > 0; }), names.end());
      names.insert(names.end(), added.begin(), added.end());
      for (StoredName const& name : added) session->stored = std::max(session->stored, name.generation);
    }
    done(failure);
  };
  if (state() != StoreState::failed) return queue_.commit(std::move(commit), answer);
  // The store could not be opened when the page started. Without having loaded it nothing may be written, so that is tried again first.
  queue_.load([this, commit = std::move(commit), answer](std::optional<Error> const& failure) {
    if (failure) answer(failure);
    else queue_.commit(commit, answer);
  });
}

void PlanStore::drop_points(SessionPtr const& session, std::vector<std::uint64_t> const& generations, StoreDone done) {
  auto const dropped = [&](std::uint64_t generation) { return std::count(generations.begin(), generations.end(), generation) > 0; };
  StoreCommit commit;
  for (StoredName const& name : session->names)
    if (name.kind == StoredKind::point && dropped(name.generation)) commit.removes.push_back(stored_path(name));
  auto& points = session->points;
  points.erase(std::remove_if(points.begin(), points.end(), [&](CardPoint const& point) { return dropped(point.generation); }), points.end());
  if (commit.removes.empty()) return done(std::nullopt);
  write(session, std::move(commit), std::move(done));
}

void PlanStore::retire(SessionPtr const& session, StoreDone done) {
  StoreCommit commit;
  for (StoredName const& name : session->names) {
    bool const kept = std::count(session->broken.begin(), session->broken.end(), name) > 0;
    if (!kept && outlived(*session, name)) commit.removes.push_back(stored_path(name));
  }
  if (commit.removes.empty()) return done(std::nullopt);
  write(session, std::move(commit), [session, done = std::move(done)](std::optional<Error> const& failure) {
    auto& whole = session->snapshots;
    if (!failure && whole.size() > generations_kept) whole.erase(whole.begin(), whole.end() - static_cast<std::ptrdiff_t>(generations_kept));
    done(failure);
  });
}

void PlanStore::set_trashed(std::string const& plan, std::uint64_t unix_ms, StoreDone done) {
  queue_.relist(store_root, [](std::optional<Error> const&) {});
  queue_.reload(prefix_of(plan, StoredKind::card), [this, plan, unix_ms, done = std::move(done)](std::optional<Error> const& failure) {
    if (failure) return done(failure);
    PlanSave wish;
    wish.card = card(plan);
    if (!wish.card) return done(error("plan.gone"));
    wish.card->trashed_unix_ms = unix_ms;
    SessionPtr const session = new_session(plan);
    session->generation = wish.card->generation;
    // A clean-close mark stays: putting a plan into the trash does not open it.
    for (StoredName& name : names_of(plan))
      if (name.kind == StoredKind::card) session->names.push_back(std::move(name));
    save(session, std::move(wish), done);
  });
}

// Three commits: a card that says "erased", then the contents, then that card. Torn anywhere, the plan is there as before or gone, never older.
void PlanStore::erase(std::string const& plan, StoreDone done) {
  queue_.relist(std::string(store_root) + plan, [this, plan, done = std::move(done)](std::optional<Error> const& failure) {
    if (failure) return done(failure);
    SessionPtr const session = new_session(plan);
    session->names = names_of(plan);
    if (session->names.empty()) return done(std::nullopt);
    for (StoredName const& name : session->names) session->generation = std::max(session->generation, name.generation);
    PlanSave wish;
    wish.card = PlanCard{plan};
    wish.card->erased = true;
    save(session, std::move(wish), [this, plan, done](std::optional<Error> const& failed) {
      if (failed) done(failed);
      else remove_erased(plan, done);
    });
  });
}

void PlanStore::remove_erased(std::string const& plan, StoreDone done) {
  std::vector<StoredName> names = names_of(plan);
  sort_list(names, [](StoredName const& a, StoredName const& b) {
    return std::pair(a.kind == StoredKind::card, a.generation) < std::pair(b.kind == StoredKind::card, b.generation);
  });
  StoreCommit contents, card;
  contents.plan = card.plan = plan;
  card.removes.push_back(stored_path(names.back()));
  names.pop_back();
  for (StoredName const& name : names) contents.removes.push_back(stored_path(name));
  queue_.commit(std::move(contents), [this, card = std::move(card), done = std::move(done)](std::optional<Error> const& failure) {
    if (failure) done(failure);
    else queue_.commit(card, done);
  });
}

}  // namespace rancang
