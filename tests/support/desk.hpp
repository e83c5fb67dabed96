#pragma once
// Somebody at work: a tab, an open plan, autosave, and time that passes only when told to. The state machine of the real program without its screens.
// Must not know: doctest.
#include <optional>

#include "app/autosave.hpp"
#include "persist/plan_opening.hpp"
#include "support/store_tab.hpp"
#include "support/typist.hpp"

namespace rancang::test {

struct Desk : StoreTab {
  std::optional<Typist> typist;
  Autosave autosave;
  std::vector<std::string> broken;
  Error open_failure;

  explicit Desk(std::shared_ptr<NullDisk> shared = std::make_shared<NullDisk>())
      : StoreTab(std::move(shared)), autosave(plans, {[this]() -> Document const& { return typist->document; },
                                                      [] {
                                                        PlanCard card;
                                                        card.name = "Kota Uji";
                                                        return card;
                                                      },
                                                      [](std::uint64_t) { return EnvelopeInfo{}; }}) {}

  Moment now() { return {platform.steady_ms(), platform.unix_ms()}; }
  SaveState state() { return autosave.state(now()); }
  std::string text() const { return typist->text(); }

  // One frame: answers, work.
  void frame() {
    settle();
    autosave.tick(now());
    settle();
  }
  // Time passes; frames happen only when somebody asked for one, as in the page.
  void wait(double ms) {
    double const until = platform.steady_now + ms;
    frame();
    for (int guard = 0; guard < 10'000 && platform.steady_now < until; ++guard) {
      std::optional<double> const wake = autosave.wake_in_ms(now());
      double const left = until - platform.steady_now;
      platform.advance(wake ? std::min(std::max(*wake, 1.0), left) : left);
      frame();
    }
  }
  void type(std::size_t agency, std::string name) {
    ChangeSet const changes = typist->type(agency, std::move(name));
    autosave.changed(changes, typist->revision, now());
  }

  // False: refused, with `open_failure`; nothing is open then.
  bool create(std::uint64_t plan = 1) {
    typist.emplace(plan, 11);
    if (!lock(typist->plan())) return false;
    autosave.begin_new(PlanStore::new_session(typist->plan()), typist->replica, typist->revision, now());
    return true;
  }
  // Reads as any tab may, without writing afterwards.
  std::optional<OpenedPlan> read(std::string const& plan) {
    PlanOpening opening(plans, plan);
    PlanOpening::Step step = PlanOpening::Step::more;
    for (int guard = 0; guard < 1000; ++guard) {
      step = opening.run(1 << 20);
      if (step == PlanOpening::Step::done || step == PlanOpening::Step::failed) break;
      settle();
    }
    broken = opening.broken();
    if (step == PlanOpening::Step::done) return opening.take();
    open_failure = step == PlanOpening::Step::failed ? opening.error() : error("test.unanswered");
    return std::nullopt;
  }
  bool open(std::string const& plan) {
    if (!lock(plan)) return open_failure = error("test.locked"), false;
    std::optional<OpenedPlan> opened = read(plan);
    if (!opened) return false;
    typist.emplace(std::move(opened->document), opened->clean_replica.value_or(make_replica(platform.random())));
    autosave.begin(opened->session, typist->replica, typist->revision);
    return true;
  }
  bool close() {
    autosave.leave(now());
    wait(0);
    if (!autosave.left()) return false;
    platform.release_lock(typist->plan());
    settle();
    autosave.end();
    return true;
  }
};

// A disk of its own with the same contents.
inline std::shared_ptr<NullDisk> copy_of(NullDisk const& disk) {
  auto const copy = std::make_shared<NullDisk>();
  copy->files = disk.files;
  copy->fences = disk.fences;
  copy->settings = disk.settings;
  copy->last_tab = disk.last_tab;
  return copy;
}

// What a fresh start of the browser would find on a copy of the disk; "" = no such plan, else the plan's text or the error's id.
inline std::string found_later(NullDisk const& disk, std::string const& plan) {
  Desk later(copy_of(disk));
  if (later.load() || !later.plans.card(plan)) return {};
  std::optional<OpenedPlan> const opened = later.read(plan);
  return opened ? write_plan(opened->document, {}) : later.open_failure.id;
}

}  // namespace rancang::test
