#include "faults/operation.hpp"

#include <doctest/doctest.h>

namespace rancang::test {
namespace {

constexpr std::uint64_t worked_number = 1, bystander_number = 2;

void make(Desk& desk, std::uint64_t number) {
  REQUIRE(desk.create(number));
  desk.wait(50);
  desk.type(0, "Dinas Pertama");
  desk.wait(400);
  REQUIRE(desk.close());
}
void load(Desk& desk) { REQUIRE(!desk.load()); }
void make_both(Desk& desk) {
  load(desk);
  make(desk, bystander_number);
  make(desk, worked_number);
}
void make_bystander(Desk& desk) {
  load(desk);
  make(desk, bystander_number);
}
void open_worked(Desk& desk) {
  load(desk);
  REQUIRE(desk.open(worked_on()));
}
bool saved(Desk& desk) { return desk.state().kind == SaveKind::saved; }

// Some 30 seconds: longer than the longest pause between two tries.
void patience(Desk& desk) { desk.wait(35'000); }

Operation create() {
  return {"create or import as new", make_bystander, load,
          [](Desk& desk) {
            if (!desk.create(worked_number)) return false;
            desk.wait(200);
            return saved(desk);
          },
          patience};
}
Operation save() {
  return {"save", make_both, open_worked,
          [](Desk& desk) {
            desk.type(1, "baru");
            desk.wait(400);
            return saved(desk);
          },
          patience};
}
Operation leave() {
  return {"leave", make_both, open_worked,
          [](Desk& desk) {
            desk.type(1, "diketik sebelum menutup");
            desk.autosave.leave(desk.now());
            desk.wait(10);
            return desk.autosave.left();
          },
          patience};
}
// Four generations are there already, so that something is retired as well.
Operation compact() {
  auto const work = [](Desk& desk) {
    for (int i = 0; i < 16; ++i) {
      desk.type(0, "teks " + std::to_string(i));
      desk.wait(310);
    }
  };
  return {"compact",
          [work](Desk& desk) {
            make_both(desk);
            REQUIRE(desk.open(worked_on()));
            for (int i = 0; i < 4; ++i) {
              work(desk);
              desk.wait(5000);
            }
            work(desk);
            REQUIRE(desk.close());
          },
          open_worked,
          [](Desk& desk) {
            desk.type(2, "dan terakhir");
            desk.wait(400);
            bool const stored = saved(desk);
            desk.wait(6000);
            return stored && saved(desk);
          },
          patience};
}
Operation open() {
  return {"load and open", make_both, [](Desk&) {},
          [](Desk& desk) { return !desk.load() && desk.open(worked_on()) && desk.broken.empty(); },
          [](Desk& desk) {
            if (desk.plans.state() != StoreState::ready) load(desk);
            if (!desk.typist) REQUIRE(desk.open(worked_on()));
          }};
}
Operation with_lock(char const* name, std::function<void(Desk&, StoreDone)> act) {
  auto const run = [act](Desk& desk) { return desk.lock(worked_on()) && !desk.result([&](StoreDone done) { act(desk, std::move(done)); }); };
  return {name, make_both, load, run, [run](Desk& desk) { REQUIRE(run(desk)); }};
}

}  // namespace

std::string worked_on() { return Typist(worked_number, 1).plan(); }
std::string bystander() { return Typist(bystander_number, 1).plan(); }

std::vector<Operation> const& operations() {
  static std::vector<Operation> const all{
      create(),
      save(),
      leave(),
      compact(),
      open(),
      with_lock("put into the trash", [](Desk& desk, StoreDone done) { desk.plans.set_trashed(worked_on(), 99, std::move(done)); }),
      with_lock("delete for good", [](Desk& desk, StoreDone done) { desk.plans.erase(worked_on(), std::move(done)); }),
  };
  return all;
}

}  // namespace rancang::test
