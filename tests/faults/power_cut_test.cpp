// The power goes at every storage call, and the transaction under way is torn in several ways: what was said to be stored opens again, nothing is worse
// than old. The browser's own cuts are tried in tests/browser.
#include <doctest/doctest.h>

#include "faults/operation.hpp"

using namespace rancang;
using namespace rancang::test;

namespace {

constexpr std::uint32_t call_limit = 400;
// Of the writes of the torn transaction: none, the first, the later ones (as seen in a browser: early keys old, late keys new), every other one, all.
constexpr std::uint64_t tears[] = {0, 1, ~std::uint64_t{1}, 0xAAAAAAAAAAAAAAAAULL, ~std::uint64_t{0}};

struct Cut {
  std::string text;                   // what a fresh start finds
  std::vector<std::string> broken;    // what it reports
};
Cut restart(NullDisk const& disk) {
  Desk later(copy_of(disk));
  if (later.load()) return {"cannot load", {}};
  if (!later.plans.card(worked_on())) return {};
  std::optional<OpenedPlan> const opened = later.read(worked_on());
  return {opened ? write_plan(opened->document, {}) : later.open_failure.id, later.broken};
}

}  // namespace

TEST_CASE("a power cut at any storage call loses nothing that was said to be stored") {
  std::uint32_t cuts = 0;
  for (Operation const& operation : operations()) {
    INFO(operation.name);
    auto const disk = std::make_shared<NullDisk>();
    {
      Desk desk(disk);
      operation.prepare(desk);
    }
    std::string const before = restart(*disk).text, other = found_later(*disk, bystander());
    for (std::uint64_t torn : tears) {
      for (std::uint32_t nth = 1; nth < call_limit; ++nth) {
        CAPTURE(torn);
        CAPTURE(nth);
        auto const own = copy_of(*disk);
        Desk desk(own);
        operation.begin(desk);
        own->inject(nth, Fault::power_cut, torn);
        bool const says_done = operation.run(desk);
        if (!own->fault_fired()) break;
        ++cuts;
        Cut const found = restart(*own);
        // Whatever the plan held in memory when its newest save was answered is there; a save under way may or may not be.
        std::string const typed = desk.typist && desk.autosave.writes() ? desk.text() : before;
        bool const old_or_new = found.text == before || found.text == typed || found.text.empty() || desk.autosave.writes();
        CHECK(old_or_new);
        CHECK(found.text != "cannot load");
        CHECK(found.text != "plan.unreadable");
        CHECK(found.broken.empty());
        if (says_done && desk.autosave.writes()) CHECK(found.text == typed);
        CHECK(found_later(*own, bystander()) == other);
      }
    }
  }
  MESSAGE("power cuts: " << cuts);
}

TEST_CASE("while somebody types, a cut at any storage call brings back at least the last state that was called saved") {
  std::uint32_t cuts = 0;
  for (std::uint64_t torn : tears) {
    for (std::uint32_t nth = 1; nth < call_limit; nth += 1) {
      auto const disk = std::make_shared<NullDisk>();
      Desk desk(disk);
      REQUIRE(!desk.load());
      REQUIRE(desk.create(1));
      desk.wait(50);
      disk->inject(nth, Fault::power_cut, torn);
      std::vector<std::string> states{desk.text()};  // every text that was on the screen, by revision
      std::size_t acknowledged = 0;
      for (int i = 0; i < 24 && disk->powered(); ++i) {
        desk.type(static_cast<std::size_t>(i) % 3, "teks " + std::to_string(i));
        states.push_back(desk.text());
        desk.wait(i % 8 == 7 ? 5000 : 320);
        if (desk.state().kind == SaveKind::saved) acknowledged = states.size() - 1;
      }
      if (!disk->fault_fired()) break;
      ++cuts;
      std::string const found = restart(*disk).text;
      std::size_t at = states.size();
      while (at > 0 && states[at - 1] != found) --at;
      CAPTURE(torn);
      CAPTURE(nth);
      REQUIRE(at > 0);
      CHECK(at - 1 >= acknowledged);
    }
  }
  MESSAGE("power cuts while typing: " << cuts);
}
