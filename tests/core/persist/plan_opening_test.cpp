#include "persist/plan_opening.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "persist/journal.hpp"
#include "persist/snapshot_writer.hpp"
#include "support/store_tab.hpp"
#include "support/typist.hpp"

using namespace rancang;
using rancang::test::StoreTab;
using rancang::test::Typist;

namespace {

// A tab with one plan, written the way Autosave does it but step by step.
struct Desk : StoreTab {
  Typist typist{1, 11};
  SessionPtr session = PlanStore::new_session(typist.plan());

  Desk() {
    REQUIRE(!load());
    REQUIRE(lock(typist.plan()));
  }
  SnapshotWriter::Step snapshot(std::size_t part_bytes = snapshot_part_bytes) {
    PlanCard card;
    card.plan = typist.plan();
    card.name = "Kota Uji";
    SnapshotWriter writer(plans, session, typist.document, {}, card, typist.revision, part_bytes);
    for (;;) {
      SnapshotWriter::Step const step = writer.run(200);
      if (step == SnapshotWriter::Step::done || step == SnapshotWriter::Step::failed) return step;
      settle();
    }
  }
  void journal(ChangeSet const& changes) {
    std::vector<NodePtr> const records{changes.records[0].after};
    PlanSave wish;
    wish.journal = write_records(typist.document.plan_id, *typist.document.replicas, records, {});
    REQUIRE(!result([&](StoreDone done) { plans.save(session, std::move(wish), std::move(done)); }));
  }
  void mark_closed() {
    PlanSave wish;
    wish.closed_by = typist.replica;
    REQUIRE(!result([&](StoreDone done) { plans.save(session, std::move(wish), std::move(done)); }));
  }
  std::string newest_path(StoredKind kind) const {
    std::string const prefix = prefix_of(typist.plan(), kind);
    std::string found;
    for (auto const& [path, bytes] : disk->files)
      if (path.compare(0, prefix.size(), prefix) == 0) found = path;
    return found;
  }
  void damage(std::string const& path) {
    REQUIRE(disk->files.count(path) == 1);
    std::string& bytes = disk->files[path];
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 4);
  }
};

struct Outcome {
  std::optional<OpenedPlan> opened;
  Error failure;
  std::vector<std::string> broken;
};
Outcome open_in(StoreTab& tab, std::string const& plan, std::uint64_t at = 0) {
  PlanOpening opening(tab.plans, plan, at);
  for (;;) {
    PlanOpening::Step const step = opening.run(300);
    if (step == PlanOpening::Step::done) return {opening.take(), {}, opening.broken()};
    if (step == PlanOpening::Step::failed) return {std::nullopt, opening.error(), opening.broken()};
    tab.settle();
  }
}
Outcome open_later(Desk const& desk) {
  StoreTab later(desk.disk);
  REQUIRE(!later.load());
  return open_in(later, desk.typist.plan());
}
std::string text_of(Outcome const& outcome) { return outcome.opened ? write_plan(outcome.opened->document, {}) : outcome.failure.id; }

}  // namespace

TEST_CASE("what was stored is what opens: snapshot and journals, deletions included") {
  Desk desk;
  REQUIRE(desk.snapshot() == SnapshotWriter::Step::done);
  CHECK(text_of(open_later(desk)) == desk.typist.text());
  desk.journal(desk.typist.type(0, "Dinas Kesehatan é – “kutip”"));
  desk.journal(desk.typist.add("Bappeda"));
  desk.journal(desk.typist.remove(1));
  desk.journal(desk.typist.type(0, "Dinas Kesehatan"));
  CHECK(text_of(open_later(desk)) == desk.typist.text());
  REQUIRE(desk.snapshot() == SnapshotWriter::Step::done);
  desk.journal(desk.typist.type(2, "Diskominfo"));
  CHECK(text_of(open_later(desk)) == desk.typist.text());
}

TEST_CASE("a snapshot may lie in many parts") {
  Desk desk;
  for (int i = 0; i < 40; ++i) desk.typist.add("Badan " + std::to_string(i));
  REQUIRE(desk.snapshot(256) == SnapshotWriter::Step::done);
  CHECK(desk.session->names.size() > 10);
  CHECK(text_of(open_later(desk)) == desk.typist.text());
  desk.damage(parts_prefix(desk.typist.plan(), StoredKind::snapshot, 1) + "003");
  Outcome const outcome = open_later(desk);
  CHECK(outcome.failure.id == "plan.unreadable");
  CHECK(outcome.broken.size() > 10);
}

TEST_CASE("the clean-close mark lets the same replica go on, anything written after it does not") {
  Desk desk;
  REQUIRE(desk.snapshot() == SnapshotWriter::Step::done);
  CHECK(!open_later(desk).opened->clean_replica);
  desk.mark_closed();
  CHECK(open_later(desk).opened->clean_replica == desk.typist.replica);
  desk.journal(desk.typist.type(0, "x"));
  CHECK(!open_later(desk).opened->clean_replica);
  desk.mark_closed();
  REQUIRE(desk.snapshot() == SnapshotWriter::Step::done);
  CHECK(!open_later(desk).opened->clean_replica);
  desk.mark_closed();
  CHECK(open_later(desk).opened->clean_replica);
  desk.damage(desk.newest_path(StoredKind::closed));
  CHECK(!open_later(desk).opened->clean_replica);
}

TEST_CASE("a damaged journal is set aside and told, what comes before and after it is there") {
  Desk desk;
  REQUIRE(desk.snapshot() == SnapshotWriter::Step::done);
  desk.journal(desk.typist.type(0, "first"));
  desk.journal(desk.typist.type(1, "second"));
  std::string const second = desk.newest_path(StoredKind::journal);
  desk.journal(desk.typist.type(2, "third"));
  desk.damage(second);
  Outcome const outcome = open_later(desk);
  REQUIRE(outcome.opened);
  CHECK(outcome.opened->broken == std::vector<std::string>{second});
  auto const& agencies = outcome.opened->document.table_of<Agency>();
  CHECK((*agencies.find(desk.typist.agencies[0]))->as<Agency>().name == "first");
  CHECK((*agencies.find(desk.typist.agencies[1]))->as<Agency>().name == "Dinas 1");
  CHECK((*agencies.find(desk.typist.agencies[2]))->as<Agency>().name == "third");
  CHECK(desk.disk->files.count(second) == 1);
}

TEST_CASE("a damaged snapshot falls back to the one before, with every journal since then: nothing is lost") {
  Desk desk;
  REQUIRE(desk.snapshot() == SnapshotWriter::Step::done);
  desk.journal(desk.typist.type(0, "before"));
  REQUIRE(desk.snapshot() == SnapshotWriter::Step::done);
  desk.journal(desk.typist.type(1, "after"));
  desk.damage(desk.newest_path(StoredKind::snapshot));
  Outcome const outcome = open_later(desk);
  REQUIRE(outcome.opened);
  CHECK(outcome.opened->older);
  CHECK(text_of(outcome) == desk.typist.text());
}

TEST_CASE("a snapshot cut off while being written is no damage") {
  Desk desk;
  REQUIRE(desk.snapshot() == SnapshotWriter::Step::done);
  desk.journal(desk.typist.type(0, "x"));
  StoredName const part{desk.typist.plan(), StoredKind::snapshot, 3, 0, false};
  desk.disk->files[stored_path(part)] = seal(part, "half of a plan");
  Outcome const outcome = open_later(desk);
  REQUIRE(outcome.opened);
  CHECK(outcome.opened->broken.empty());
  CHECK(!outcome.opened->older);
  CHECK(text_of(outcome) == desk.typist.text());
}

TEST_CASE("a plan of which nothing is whole is refused with the list, never opened as empty") {
  Desk desk;
  REQUIRE(desk.snapshot() == SnapshotWriter::Step::done);
  desk.damage(desk.newest_path(StoredKind::snapshot));
  std::size_t const files = desk.disk->files.size();
  Outcome const outcome = open_later(desk);
  CHECK(outcome.failure.id == "plan.unreadable");
  CHECK(outcome.broken.size() == 1);
  CHECK(desk.disk->files.size() == files);
  StoreTab other(desk.disk);
  REQUIRE(!other.load());
  CHECK(open_in(other, "01GCDS3M2Q8V6T4R2N0M8K6J4Z").failure.id == "plan.gone");
}

TEST_CASE("earlier states can be read as they were") {
  Desk desk;
  std::vector<std::string> texts;
  for (int i = 0; i < 5; ++i) {
    desk.typist.type(0, "state " + std::to_string(i));
    REQUIRE(desk.snapshot() == SnapshotWriter::Step::done);
    texts.push_back(desk.typist.text());
    desk.journal(desk.typist.type(1, "later " + std::to_string(i)));
  }
  StoreTab later(desk.disk);
  REQUIRE(!later.load());
  std::vector<std::uint64_t> const generations = open_in(later, desk.typist.plan()).opened->session->snapshots;
  REQUIRE(generations.size() == generations_kept);
  for (std::size_t i = 0; i < 3; ++i) CHECK(text_of(open_in(later, desk.typist.plan(), generations[i])) == texts[i + 2]);
}

TEST_CASE("a reading tab follows the writing one, and opens anew when it has fallen behind") {
  Desk desk;
  REQUIRE(desk.snapshot() == SnapshotWriter::Step::done);
  StoreTab reader(desk.disk);
  REQUIRE(!reader.load());
  Outcome shown = open_in(reader, desk.typist.plan());
  REQUIRE(shown.opened);
  desk.journal(desk.typist.type(0, "one"));
  desk.journal(desk.typist.add("two"));
  auto const follow = [&] {
    std::optional<Result<Document>> answer;
    follow_plan(reader.plans, shown.opened->session, shown.opened->document, [&](Result<Document> result) { answer = std::move(result); });
    reader.settle();
    REQUIRE(answer);
    return std::move(*answer);
  };
  Result<Document> const followed = follow();
  REQUIRE(followed);
  CHECK(write_plan(*followed, {}) == desk.typist.text());
  for (int i = 0; i < 4; ++i) {
    desk.journal(desk.typist.type(0, "more " + std::to_string(i)));
    REQUIRE(desk.snapshot() == SnapshotWriter::Step::done);
  }
  Result<Document> const behind = follow();
  REQUIRE(!behind);
  CHECK(behind.error().id == "store.gap");
}

TEST_CASE("opening leaves no contents in memory and changes nothing on the disk") {
  Desk desk;
  REQUIRE(desk.snapshot() == SnapshotWriter::Step::done);
  desk.journal(desk.typist.type(0, "x"));
  auto const before = desk.disk->files;
  StoreTab later(desk.disk);
  REQUIRE(!later.load());
  REQUIRE(open_in(later, desk.typist.plan()).opened);
  for (auto const& [path, bytes] : before)
    if (path.find(".card-") == std::string::npos) CHECK(!later.platform.store().read(path));
  CHECK(desk.disk->files == before);
}
