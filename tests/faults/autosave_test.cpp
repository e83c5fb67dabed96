#include "app/autosave.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/desk.hpp"

using namespace rancang;
using rancang::test::Desk;
using rancang::test::found_later;

namespace {

struct Working : Desk {
  Working() {
    REQUIRE(!load());
    REQUIRE(create());
    wait(50);
    REQUIRE(state().kind == SaveKind::saved);
  }
  std::size_t files(StoredKind kind) const {
    std::string const prefix = prefix_of(typist->plan(), kind);
    return static_cast<std::size_t>(std::count_if(disk->files.begin(), disk->files.end(), [&](auto const& file) { return file.first.compare(0, prefix.size(), prefix) == 0; }));
  }
};

}  // namespace

TEST_CASE("a new plan is stored at once") {
  Working desk;
  CHECK(found_later(*desk.disk, desk.typist->plan()) == desk.text());
}

TEST_CASE("typing is stored 300 ms after the last key, in one piece") {
  Working desk;
  for (int i = 0; i < 8; ++i) {
    desk.type(0, "Dinas " + std::string(static_cast<std::size_t>(i), 'x'));
    CHECK(desk.state().kind == SaveKind::dirty);
    desk.wait(100);
  }
  CHECK(desk.files(StoredKind::journal) == 0);
  desk.wait(220);
  CHECK(desk.state().kind == SaveKind::saved);
  CHECK(desk.files(StoredKind::journal) == 1);
  CHECK(desk.autosave.saved_revision() == desk.typist->revision);
  CHECK(found_later(*desk.disk, desk.typist->plan()) == desk.text());
}

TEST_CASE("typing without a pause is stored every three seconds") {
  Working desk;
  for (int i = 0; i < 100; ++i) {
    desk.type(0, "text " + std::to_string(i));
    desk.wait(100);
  }
  CHECK(desk.files(StoredKind::journal) >= 3);
  CHECK(desk.files(StoredKind::journal) <= 4);
}

TEST_CASE("hiding and exporting store at once, and the mark of a clean close is there") {
  Working desk;
  desk.type(0, "typed just now");
  desk.autosave.leave(desk.now());
  desk.settle();
  desk.frame();
  CHECK(desk.autosave.left());
  CHECK(desk.files(StoredKind::closed) == 1);
  CHECK(found_later(*desk.disk, desk.typist->plan()) == desk.text());
  desk.type(0, "and something else");
  CHECK(!desk.autosave.left());
  desk.autosave.flush(desk.now());
  desk.frame();
  CHECK(desk.autosave.all_stored());
  CHECK(desk.files(StoredKind::closed) == 0);
}

TEST_CASE("the same replica goes on after a clean close only") {
  std::shared_ptr<NullDisk> disk;
  ReplicaId first;
  std::string plan;
  {
    Working desk;
    disk = desk.disk;
    plan = desk.typist->plan();
    first = desk.typist->replica;
    desk.type(0, "x");
    REQUIRE(desk.close());
  }
  ReplicaId second;
  {
    Desk desk(disk);
    REQUIRE(!desk.load());
    REQUIRE(desk.open(plan));
    CHECK(desk.typist->replica == first);
    desk.type(1, "y");
    desk.wait(400);  // stored, but never closed
    second = desk.typist->replica;
  }
  Desk desk(disk);
  REQUIRE(!desk.load());
  REQUIRE(desk.open(plan));
  CHECK(desk.typist->replica != second);
}

TEST_CASE("while the store does not answer the state is saving, then failed, never saved") {
  Working desk;
  desk.platform.null_store().hold(true);
  desk.type(0, "x");
  desk.wait(310);
  CHECK(desk.state().kind == SaveKind::saving);
  desk.wait(2000);
  CHECK(desk.state().kind == SaveKind::failed);
  CHECK(desk.state().failure.id == "store.slow");
  CHECK(desk.state().changes == 1);
  desk.platform.null_store().hold(false);
  desk.frame();
  CHECK(desk.state().kind == SaveKind::saved);
}

TEST_CASE("what is typed while a save is under way belongs to the next one") {
  Working desk;
  desk.platform.null_store().hold(true);
  desk.type(0, "first");
  desk.wait(310);
  desk.type(0, "second");
  desk.platform.null_store().hold(false);
  desk.frame();
  CHECK(desk.state().kind == SaveKind::dirty);
  CHECK(desk.autosave.saved_revision() + 1 == desk.typist->revision);
  desk.wait(310);
  CHECK(desk.state().kind == SaveKind::saved);
  CHECK(found_later(*desk.disk, desk.typist->plan()) == desk.text());
}

TEST_CASE("a failed save is told with its reason and time, tried again with growing pauses, and nothing is lost") {
  Working desk;
  desk.disk->inject(1, Fault::from_then_on, 0, "store.quota");
  desk.type(0, "kept");
  double const typed = desk.platform.steady_now;
  desk.wait(400);
  CHECK(desk.state().kind == SaveKind::failed);
  CHECK(desk.state().failure.id == "store.quota");
  std::uint64_t const since = desk.state().since_unix_ms;
  desk.type(1, "also kept");
  desk.wait(20'000);
  CHECK(desk.state().kind == SaveKind::failed);
  CHECK(desk.state().since_unix_ms == since);
  CHECK(desk.state().changes == 2);
  CHECK(desk.platform.steady_now - typed < 25'000);
  desk.disk->clear_faults();
  desk.wait(31'000);
  CHECK(desk.state().kind == SaveKind::saved);
  CHECK(found_later(*desk.disk, desk.typist->plan()) == desk.text());
}

TEST_CASE("the person can have it tried again at once") {
  Working desk;
  desk.disk->inject(1, Fault::from_then_on);
  desk.type(0, "x");
  desk.wait(10'000);
  desk.disk->clear_faults();
  desk.autosave.retry(desk.now());
  desk.frame();
  CHECK(desk.state().kind == SaveKind::saved);
}

TEST_CASE("journals are folded into a snapshot when the person pauses, and files stay few") {
  Working desk;
  std::size_t most = 0;
  for (int i = 0; i < 400; ++i) {
    desk.type(static_cast<std::size_t>(i) % 3, "text " + std::to_string(i));
    desk.wait(i % 20 == 19 ? 6000 : 350);
    most = std::max(most, desk.disk->files.size());
  }
  CHECK(most < files_per_plan);
  CHECK(desk.files(StoredKind::snapshot) == generations_kept);
  CHECK(found_later(*desk.disk, desk.typist->plan()) == desk.text());
}

TEST_CASE("files stay few even when nobody ever pauses") {
  Working desk;
  std::size_t most = 0;
  for (int i = 0; i < 600; ++i) {
    desk.type(0, "text " + std::to_string(i));
    desk.autosave.flush(desk.now());
    desk.wait(200);
    most = std::max(most, desk.disk->files.size());
  }
  CHECK(most < files_per_plan);
  desk.wait(400);
  CHECK(found_later(*desk.disk, desk.typist->plan()) == desk.text());
}

TEST_CASE("a snapshot that fails is no failed save: every edit is in the journals, and it is tried again later") {
  Working desk;
  for (int i = 0; i < 16; ++i) {
    desk.type(0, "text " + std::to_string(i));
    desk.wait(310);
  }
  desk.disk->inject(1, Fault::from_then_on);
  desk.wait(5000);
  CHECK(desk.files(StoredKind::snapshot) == 1);
  CHECK(desk.state().kind == SaveKind::saved);
  desk.disk->clear_faults();
  desk.wait(40'000);
  CHECK(desk.files(StoredKind::snapshot) == 2);
  CHECK(found_later(*desk.disk, desk.typist->plan()) == desk.text());
}

TEST_CASE("when the browser empties the store under an open plan, all of it is written again from memory") {
  Working desk;
  desk.type(0, "before");
  desk.wait(400);
  desk.disk->files.clear();
  desk.disk->fences.clear();
  desk.type(1, "after");
  desk.wait(3000);
  CHECK(desk.state().kind == SaveKind::saved);
  CHECK(found_later(*desk.disk, desk.typist->plan()) == desk.text());
}

TEST_CASE("a tab that was overtaken writes nothing any more and offers what it had not stored") {
  Working old_tab;
  old_tab.type(0, "stored");
  old_tab.wait(400);
  old_tab.platform.answers_hand_over = false;
  old_tab.type(1, "not stored");
  Desk new_tab(old_tab.disk);
  REQUIRE(!new_tab.load());
  std::string const plan = old_tab.typist->plan();
  new_tab.platform.take_over_lock(plan);
  new_tab.platform.advance(2000);
  new_tab.settle();
  REQUIRE(new_tab.open(plan));
  old_tab.wait(1000);
  CHECK(old_tab.state().kind == SaveKind::read_only);
  CHECK(old_tab.state().failure.id == "store.fenced");
  CHECK(old_tab.autosave.unsaved().records.size() == 1);
  CHECK(!old_tab.autosave.writes());
  new_tab.type(2, "new writer");
  new_tab.wait(400);
  CHECK(new_tab.state().kind == SaveKind::saved);
  CHECK(found_later(*old_tab.disk, plan) == new_tab.text());
}

TEST_CASE("nothing wakes the page while everything is stored") {
  Working desk;
  CHECK(!desk.autosave.wake_in_ms(desk.now()));
  desk.type(0, "x");
  desk.wait(400);
  CHECK(!desk.autosave.wake_in_ms(desk.now()));
}

TEST_CASE("what a merge brings around the records is stored, also when it brings no record") {
  Working desk;
  auto const stored = [&] {
    desk.wait(1000);
    return desk.state().kind == SaveKind::saved && desk.autosave.all_stored() && found_later(*desk.disk, desk.typist->plan()) == desk.text();
  };
  Document& document = desk.typist->document;
  document.foreign = std::make_shared<std::vector<ForeignRecord> const>(std::vector<ForeignRecord>{{"hazard", "H1", R"({"id":"H1","level":3})", R"("Aaaaaaaa:1")"}});
  CHECK(desk.state().kind == SaveKind::dirty);
  CHECK(desk.autosave.wake_in_ms(desk.now()));
  CHECK(stored());
  document.extras = std::make_shared<Extras const>(Extras{{"mood", "1"}});
  desk.type(0, "Dinas Kesehatan");
  CHECK(stored());
  // While a snapshot is being written, and with the plan closed at once.
  document.extras = std::make_shared<Extras const>(Extras{{"mood", "2"}});
  desk.frame();
  document.extras = std::make_shared<Extras const>(Extras{{"mood", "3"}});
  CHECK_FALSE(desk.autosave.left());
  desk.autosave.leave(desk.now());
  desk.wait(1000);
  CHECK(desk.autosave.left());
  CHECK(found_later(*desk.disk, desk.typist->plan()) == desk.text());
}

TEST_CASE("labels of writers are stored when they change, and not with every save") {
  Working desk;
  auto const name = [&](char const* label) { desk.typist->document.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(std::map<ReplicaId, ReplicaInfo>{{desk.typist->replica, {label, {}}}}); };
  name("Rina");
  CHECK(desk.state().kind == SaveKind::dirty);
  desk.wait(1000);
  CHECK(desk.state().kind == SaveKind::saved);
  CHECK(found_later(*desk.disk, desk.typist->plan()) == desk.text());
  desk.type(0, "Dinas Kesehatan");
  desk.wait(1000);
  CHECK(found_later(*desk.disk, desk.typist->plan()) == desk.text());
  std::size_t naming = 0;
  for (auto const& [path, bytes] : desk.disk->files) naming += bytes.find("Rina") != std::string::npos;
  CHECK(naming == 1);
  // A store that refuses: the label is tried again.
  name("Rina S.");
  desk.disk->inject(1, Fault::once);
  desk.wait(10'000);
  CHECK(desk.state().kind == SaveKind::saved);
  CHECK(found_later(*desk.disk, desk.typist->plan()) == desk.text());
}
