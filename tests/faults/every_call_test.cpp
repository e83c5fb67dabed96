// F30: every operation runs with its 1st, 2nd, 3rd … storage call failing, once and from then on, until it passes untouched (SQLite's loop).
#include <doctest/doctest.h>

#include <memory>

#include "faults/operation.hpp"

using namespace rancang;
using namespace rancang::test;

namespace {

// What a fresh start finds of both plans, the trash included.
struct Found {
  std::string worked, other;
  bool trashed = false;
  friend bool operator==(Found const& a, Found const& b) { return a.worked == b.worked && a.other == b.other && a.trashed == b.trashed; }
};
Found look(NullDisk const& disk) {
  Desk desk(copy_of(disk));
  Found found{found_later(disk, worked_on()), found_later(disk, bystander())};
  if (!desk.load())
    if (std::optional<PlanCard> const card = desk.plans.card(worked_on())) found.trashed = card->trashed_unix_ms != 0;
  return found;
}

struct Scenario {
  Operation const& operation;
  std::shared_ptr<NullDisk> disk = std::make_shared<NullDisk>();
  Found before, after;

  explicit Scenario(Operation const& what) : operation(what) {
    {
      Desk desk(disk);
      operation.prepare(desk);
    }
    before = look(*disk);
    REQUIRE(!before.other.empty());
    auto const smooth = copy_of(*disk);
    Desk desk(smooth);
    operation.begin(desk);
    REQUIRE(operation.run(desk));
    after = look(*smooth);
    REQUIRE(after.other == before.other);
  }

  // False when the fault was not reached any more.
  bool try_fault(std::uint32_t nth, Fault fault) const {
    INFO(operation.name);
    CAPTURE(nth);
    CAPTURE(static_cast<int>(fault));
    auto const own = copy_of(*disk);
    Desk desk(own);
    operation.begin(desk);
    own->inject(nth, fault);
    bool const says_done = operation.run(desk);
    bool const reached = own->fault_fired();
    Found const now = look(*own);
    CHECK((now == before || now == after));
    if (says_done) CHECK(now == after);
    if (desk.state().kind == SaveKind::saved) CHECK(now == after);
    own->clear_faults();
    operation.again(desk);
    CHECK(look(*own) == after);
    return reached;
  }

  // A second fault while recovering from the first.
  void try_compound(std::uint32_t nth, std::uint32_t second) const {
    INFO(operation.name);
    CAPTURE(nth);
    CAPTURE(second);
    auto const own = copy_of(*disk);
    Desk desk(own);
    operation.begin(desk);
    own->inject(nth, Fault::once);
    operation.run(desk);
    own->inject(second, Fault::once);
    desk.wait(1500);
    Found const now = look(*own);
    CHECK((now == before || now == after));
    own->clear_faults();
    operation.again(desk);
    CHECK(look(*own) == after);
  }
};

constexpr std::uint32_t call_limit = 400;

}  // namespace

TEST_CASE("with any one storage call failing, once or from then on, the plan is wholly old or wholly new and the message is right") {
  std::uint32_t points = 0;
  for (Operation const& operation : operations()) {
    Scenario const scenario(operation);
    for (Fault fault : {Fault::once, Fault::from_then_on}) {
      std::uint32_t nth = 1;
      while (nth < call_limit && scenario.try_fault(nth, fault)) ++nth;
      REQUIRE(nth > 4);
      REQUIRE(nth < call_limit);
      points += nth - 1;
    }
  }
  MESSAGE("faults tried: " << points);
}

TEST_CASE("with a second call failing during recovery from the first, nothing is lost either") {
  for (Operation const& operation : operations()) {
    Scenario const scenario(operation);
    for (std::uint32_t nth = 1; nth <= 12; ++nth)
      for (std::uint32_t second = 1; second <= 6; ++second) scenario.try_compound(nth, second);
  }
}
