#include "persist/plan_store.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/store_tab.hpp"

using namespace rancang;
using rancang::test::StoreTab;

namespace {
std::string const plan = "01GCDS3M2Q8V6T4R2N0M8K6J4H";

PlanCard card_named(std::string name) {
  PlanCard card;
  card.plan = plan;
  card.name = std::move(name);
  return card;
}
std::optional<Error> save(StoreTab& tab, SessionPtr const& session, PlanSave wish) {
  return tab.result([&](StoreDone done) { tab.plans.save(session, std::move(wish), std::move(done)); });
}
std::optional<Error> save_journal(StoreTab& tab, SessionPtr const& session, std::string text) {
  PlanSave wish;
  wish.journal = std::move(text);
  return save(tab, session, std::move(wish));
}
// A snapshot in one part, as SnapshotWriter would leave it.
std::optional<Error> save_snapshot(StoreTab& tab, SessionPtr const& session, bool last = true) {
  StoredName const name{plan, StoredKind::snapshot, ++session->generation, 0, last};
  StoreCommit commit;
  commit.puts.push_back({stored_path(name), seal(name, "snapshot")});
  PlanStore::add_card(*session, commit, card_named("Rencana"), session->generation);
  if (last) session->snapshots.push_back(name.generation);
  return tab.result([&](StoreDone done) { tab.plans.write(session, std::move(commit), std::move(done)); });
}
std::size_t files_of(StoreTab const& tab, StoredKind kind) {
  std::string const prefix = prefix_of(plan, kind);
  return static_cast<std::size_t>(std::count_if(tab.disk->files.begin(), tab.disk->files.end(), [&](auto const& file) { return file.first.compare(0, prefix.size(), prefix) == 0; }));
}
struct Ready : StoreTab {
  SessionPtr session = PlanStore::new_session(plan);
  Ready() {
    REQUIRE(!load());
    REQUIRE(lock(plan));
  }
};
}  // namespace

TEST_CASE("nothing can be written before the store is loaded") {
  StoreTab tab;
  SessionPtr const session = PlanStore::new_session(plan);
  REQUIRE(tab.lock(plan));
  std::optional<Error> const failure = save_journal(tab, session, "x");
  REQUIRE(failure);
  CHECK(failure->id == "store.not_ready");
  CHECK(tab.disk->files.empty());
}

TEST_CASE("nothing can be written without the plan's lock") {
  StoreTab tab;
  REQUIRE(!tab.load());
  std::optional<Error> const failure = save_journal(tab, PlanStore::new_session(plan), "x");
  REQUIRE(failure);
  CHECK(failure->id == "store.fenced");
  CHECK(tab.disk->files.empty());
}

TEST_CASE("every save is a new file, written in two transactions") {
  Ready tab;
  std::uint32_t const before = tab.disk->transactions;
  REQUIRE(!save_journal(tab, tab.session, "one"));
  CHECK(tab.disk->transactions == before + 2);
  REQUIRE(!save_journal(tab, tab.session, "two"));
  CHECK(files_of(tab, StoredKind::journal) == 2);
  CHECK(tab.session->generation == 2);
  CHECK(tab.session->journals == 2);
  StoredName const first{plan, StoredKind::journal, 1};
  CHECK(unseal(first, tab.disk->files.at(stored_path(first))) == "one");
}

TEST_CASE("an existing path is never written again") {
  Ready tab;
  REQUIRE(!save_journal(tab, tab.session, "one"));
  SessionPtr const stale = PlanStore::new_session(plan);
  std::optional<Error> const failure = save_journal(tab, stale, "other");
  REQUIRE(failure);
  CHECK(failure->id == "store.exists");
  CHECK(unseal({plan, StoredKind::journal, 1}, tab.disk->files.at(stored_path({plan, StoredKind::journal, 1}))) == "one");
}

TEST_CASE("the clean-close mark goes with the next write") {
  Ready tab;
  PlanSave leaving;
  leaving.closed_by = make_replica(7);
  REQUIRE(!save(tab, tab.session, std::move(leaving)));
  CHECK(files_of(tab, StoredKind::closed) == 1);
  REQUIRE(!save_journal(tab, tab.session, "more"));
  CHECK(files_of(tab, StoredKind::closed) == 0);
}

TEST_CASE("three generations stay, what is older goes, what is broken stays") {
  Ready tab;
  for (int i = 0; i < 5; ++i) {
    REQUIRE(!save_snapshot(tab, tab.session));
    REQUIRE(!save_journal(tab, tab.session, "a"));
    REQUIRE(!save_journal(tab, tab.session, "b"));
    REQUIRE(!tab.result([&](StoreDone done) { tab.plans.retire(tab.session, std::move(done)); }));
    CHECK(files_of(tab, StoredKind::snapshot) == std::min<std::size_t>(static_cast<std::size_t>(i) + 1, generations_kept));
  }
  CHECK(files_of(tab, StoredKind::journal) == 6);
  CHECK(tab.session->snapshots.size() == 3);
  CHECK(files_of(tab, StoredKind::card) == 2);

  StoredName const oldest{plan, StoredKind::snapshot, tab.session->snapshots.front(), 0, true};
  tab.session->broken.push_back(oldest);
  REQUIRE(!save_snapshot(tab, tab.session));
  REQUIRE(!tab.result([&](StoreDone done) { tab.plans.retire(tab.session, std::move(done)); }));
  CHECK(tab.disk->files.count(stored_path(oldest)) == 1);
}

TEST_CASE("a snapshot that was cut off is tidied away once a newer one is whole") {
  Ready tab;
  REQUIRE(!save_snapshot(tab, tab.session, false));
  REQUIRE(!save_snapshot(tab, tab.session, true));
  REQUIRE(!tab.result([&](StoreDone done) { tab.plans.retire(tab.session, std::move(done)); }));
  CHECK(files_of(tab, StoredKind::snapshot) == 1);
}

TEST_CASE("the home screen lists plans from their cards alone, newest change first") {
  Ready tab;
  REQUIRE(!save_snapshot(tab, tab.session));
  PlanSave renamed;
  renamed.card = card_named("Nama baru");
  renamed.card->changed_unix_ms = 5;
  REQUIRE(!save(tab, tab.session, std::move(renamed)));
  REQUIRE(!save_journal(tab, tab.session, "x"));

  StoreTab later(tab.disk);
  REQUIRE(!later.load());
  std::vector<PlanCard> const cards = later.plans.cards();
  REQUIRE(cards.size() == 1);
  CHECK(cards[0].name == "Nama baru");
  CHECK(cards[0].generation == 3);
  CHECK(!later.platform.store().read(stored_path({plan, StoredKind::snapshot, 1, 0, true})));
}

TEST_CASE("a plan whose card is damaged is listed as unreadable, never left out") {
  Ready tab;
  REQUIRE(!save_snapshot(tab, tab.session));
  for (auto& [path, bytes] : tab.disk->files)
    if (path.find(".card-") != std::string::npos) bytes[bytes.size() / 2] ^= 1;
  StoreTab later(tab.disk);
  REQUIRE(!later.load());
  REQUIRE(later.plans.cards().size() == 1);
  CHECK(!later.plans.cards()[0].readable);
  CHECK(later.plans.cards()[0].plan == plan);
}

TEST_CASE("a plan goes to the trash and back, and away for good with every generation") {
  Ready tab;
  REQUIRE(!save_snapshot(tab, tab.session));
  REQUIRE(!save_journal(tab, tab.session, "x"));
  REQUIRE(!tab.result([&](StoreDone done) { tab.plans.set_trashed(plan, 77, std::move(done)); }));
  CHECK(tab.plans.card(plan)->trashed_unix_ms == 77);
  CHECK(files_of(tab, StoredKind::snapshot) == 1);
  REQUIRE(!tab.result([&](StoreDone done) { tab.plans.set_trashed(plan, 0, std::move(done)); }));
  CHECK(tab.plans.card(plan)->trashed_unix_ms == 0);
  CHECK(tab.plans.card(plan)->name == "Rencana");
  REQUIRE(!tab.result([&](StoreDone done) { tab.plans.erase(plan, std::move(done)); }));
  CHECK(tab.disk->files.empty());
  CHECK(tab.plans.cards().empty());
}

TEST_CASE("erasing one plan leaves the others alone") {
  Ready tab;
  std::string const other = "01GCDS3M2Q8V6T4R2N0M8K6J4J";
  REQUIRE(!save_snapshot(tab, tab.session));
  tab.disk->files[stored_path({other, StoredKind::snapshot, 1, 0, true})] = "theirs";
  REQUIRE(!tab.result([&](StoreDone done) { tab.plans.erase(plan, std::move(done)); }));
  CHECK(tab.disk->files.size() == 1);
}

TEST_CASE("the tab that was overtaken is refused, the new one writes") {
  Ready old_tab;
  REQUIRE(!save_journal(old_tab, old_tab.session, "old"));
  StoreTab new_tab(old_tab.disk);
  REQUIRE(!new_tab.load());
  CHECK(!new_tab.lock(plan));
  old_tab.platform.answers_hand_over = false;
  new_tab.platform.take_over_lock(plan);
  new_tab.platform.advance(2000);
  new_tab.settle();
  REQUIRE(new_tab.held.count(plan) == 1);
  std::optional<Error> const refused = save_journal(old_tab, old_tab.session, "too late");
  REQUIRE(refused);
  CHECK(refused->id == "store.fenced");
  SessionPtr const session = PlanStore::new_session(plan);
  session->generation = 1;
  CHECK(!save_journal(new_tab, session, "new"));
  CHECK(files_of(new_tab, StoredKind::journal) == 2);
}

TEST_CASE("when the browser empties the store under an open plan, the next save says so") {
  Ready tab;
  REQUIRE(!save_journal(tab, tab.session, "one"));
  tab.disk->files.clear();
  tab.disk->fences.clear();
  std::optional<Error> const failure = save_journal(tab, tab.session, "two");
  REQUIRE(failure);
  CHECK(failure->id == "store.lost");
  CHECK(!save_journal(tab, tab.session, "three"));
}

TEST_CASE("a store that could not be opened at start is opened before the first write") {
  StoreTab tab;
  tab.disk->inject(1, Fault::once);
  std::optional<Error> const failure = tab.load();
  REQUIRE(failure);
  CHECK(tab.plans.state() == StoreState::failed);
  REQUIRE(tab.lock(plan));
  CHECK(!save_journal(tab, PlanStore::new_session(plan), "x"));
  CHECK(files_of(tab, StoredKind::journal) == 1);
}
