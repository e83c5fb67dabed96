// Restore points: whole states beside the plan. They never stand in the way of the plan itself, survive every end of a session, and stay few.
#include <doctest/doctest.h>

#include "support/desk.hpp"
#include "support/store_tab.hpp"

using namespace rancang;
using namespace rancang::test;

namespace {
struct Pointed : Desk {
  Pointed() {
    REQUIRE(!load());
    REQUIRE(create());
    wait(1000);
  }
  std::size_t files_of(StoredKind kind) const {
    std::size_t count = 0;
    for (auto const& [path, bytes] : disk->files)
      if (auto const name = parse_stored_path(path); name && name->kind == kind) ++count;
    return count;
  }
  void keep(PointKind kind, std::string name) { autosave.keep_point({0, now().unix_ms, kind, std::move(name)}, typist->document); }
};

// What a point holds, read by a fresh start of the browser.
std::string text_at(NullDisk const& disk, std::string const& plan, std::uint64_t generation) {
  Desk later(copy_of(disk));
  if (later.load()) return {};
  PlanOpening opening(later.plans, plan, generation);
  for (int guard = 0; guard < 100; ++guard) {
    PlanOpening::Step const step = opening.run(1 << 20);
    if (step == PlanOpening::Step::done) return write_plan(opening.take().document, {});
    if (step == PlanOpening::Step::failed) return opening.error().id;
    later.settle();
  }
  return "unanswered";
}
}  // namespace

TEST_CASE_FIXTURE(Pointed, "a point holds the plan as it was when it was asked for, whatever is typed while it is being written") {
  type(0, "before");
  std::string const then = text();
  keep(PointKind::named, "Sebelum rapat");
  type(0, "after");
  wait(2000);
  CHECK_FALSE(autosave.keeping());
  REQUIRE(autosave.points().size() == 1);
  CHECK(autosave.points()[0].name == "Sebelum rapat");
  CHECK(text_at(*disk, typist->plan(), autosave.points()[0].generation) == then);
  CHECK(found_later(*disk, typist->plan()) == text());
}

TEST_CASE_FIXTURE(Pointed, "points keep their names over the end of a session and over a power cut, and are no part of what is opened") {
  type(0, "one");
  keep(PointKind::named, "Satu");
  wait(2000);
  REQUIRE(close());
  auto const shared = disk;
  Desk next(shared);
  REQUIRE(!next.load());
  std::string const plan = typist->plan();
  REQUIRE(next.open(plan));
  REQUIRE(next.autosave.points().size() == 1);
  CHECK(next.autosave.points()[0].name == "Satu");
  CHECK(next.autosave.points()[0].kind == PointKind::named);
  CHECK(next.text() == text());
}

TEST_CASE_FIXTURE(Pointed, "a point whose card was lost is still there, without its name") {
  keep(PointKind::named, "Satu");
  wait(2000);
  std::uint64_t const generation = autosave.points().at(0).generation;
  REQUIRE(close());
  auto const copy = copy_of(*disk);
  for (auto at = copy->files.begin(); at != copy->files.end();)
    at = at->first.find(".card-") != std::string::npos ? copy->files.erase(at) : std::next(at);
  Desk next(copy);
  REQUIRE(!next.load());
  REQUIRE(next.open(typist->plan()));
  REQUIRE(next.autosave.points().size() == 1);
  CHECK(next.autosave.points()[0].generation == generation);
  CHECK(next.autosave.points()[0].name.empty());
}

TEST_CASE_FIXTURE(Pointed, "of the automatic points the newest twenty stay, of the named ones all") {
  keep(PointKind::named, "Awal");
  for (int i = 0; i < 30; ++i) {
    type(0, "text " + std::to_string(i));
    keep(PointKind::automatic, {});
    wait(1500);
  }
  wait(2000);
  CHECK(autosave.points().size() == Autosave::automatic_points + 1);
  CHECK(autosave.points().front().name == "Awal");
  CHECK(files_of(StoredKind::point) == Autosave::automatic_points + 1);
  CHECK(text_at(*disk, typist->plan(), autosave.points().front().generation).find("text") == std::string::npos);
  CHECK(found_later(*disk, typist->plan()) == text());
}

TEST_CASE_FIXTURE(Pointed, "points don't make the plan be folded again and again, and folding leaves them alone") {
  for (int i = 0; i < 20; ++i) keep(PointKind::named, "Titik " + std::to_string(i));
  wait(3000);
  CHECK(files_of(StoredKind::point) == 20);
  for (int i = 0; i < 100; ++i) {
    type(0, "text " + std::to_string(i));
    wait(i % 20 == 19 ? 6000 : 350);
  }
  CHECK(files_of(StoredKind::snapshot) == generations_kept);
  CHECK(files_of(StoredKind::point) == 20);
}

TEST_CASE_FIXTURE(Pointed, "a point that can't be written is tried once more and then told; the plan is stored all the same") {
  type(0, "one");
  wait(1000);
  keep(PointKind::merge, "dinkes.json");
  disk->inject(1, Fault::from_then_on);
  wait(40'000);
  CHECK_FALSE(autosave.keeping());
  auto const failure = autosave.take_point_failure();
  REQUIRE(failure);
  CHECK_FALSE(autosave.take_point_failure());
  disk->clear_faults();
  type(0, "two");
  wait(60'000);
  CHECK(state().kind == SaveKind::saved);
  CHECK(found_later(*disk, typist->plan()) == text());
}

TEST_CASE_FIXTURE(Pointed, "a dropped point is gone for good, the others stay") {
  keep(PointKind::named, "Satu");
  keep(PointKind::named, "Dua");
  wait(3000);
  REQUIRE(autosave.points().size() == 2);
  autosave.drop_point(autosave.points()[0].generation);
  wait(2000);
  REQUIRE(autosave.points().size() == 1);
  CHECK(autosave.points()[0].name == "Dua");
  CHECK(files_of(StoredKind::point) == 1);
}

TEST_CASE_FIXTURE(Pointed, "closing waits for a point that was asked for") {
  type(0, "one");
  keep(PointKind::merge, "dinkes.json");
  autosave.leave(now());
  CHECK_FALSE(autosave.left());
  wait(1000);
  CHECK(autosave.left());
  CHECK(files_of(StoredKind::point) == 1);
  CHECK(found_later(*disk, typist->plan()) == text());
}
