#pragma once
// One tab of a browser for tests: a platform in memory and the plans on its store, with the work done at once by settle().
// Must not know: doctest.
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "persist/plan_store.hpp"
#include "platform/null/null_platform.hpp"

namespace rancang::test {

struct StoreTab {
  std::shared_ptr<NullDisk> disk;
  NullPlatform platform;
  PlanStore plans;
  std::set<std::string> held;            // plans whose lock this tab has
  std::vector<PlatformEvent> others;     // events that were no answer of the store

  explicit StoreTab(std::shared_ptr<NullDisk> shared = std::make_shared<NullDisk>()) : disk(std::move(shared)), platform(disk), plans(platform.store()) {}

  // Hands every answer to whom it belongs, until nothing is under way.
  void settle() {
    for (int quiet = 0; quiet < 2;) {
      std::vector<PlatformEvent> const events = platform.take_events();
      quiet = events.empty() ? quiet + 1 : 0;
      for (PlatformEvent const& event : events) {
        if (plans.handle(event)) continue;
        if (auto const* lock = std::get_if<LockChanged>(&event)) {
          if (lock->state == LockState::held) held.insert(lock->plan);
          else held.erase(lock->plan);
        }
        others.push_back(event);
      }
    }
  }
  // nullopt when it went well; error "test.unanswered" when the store never answered.
  template <class Start>
  std::optional<Error> result(Start&& start) {
    std::optional<std::optional<Error>> answer;
    start([&](std::optional<Error> const& failure) { answer = failure; });
    settle();
    return answer ? *answer : std::optional<Error>(error("test.unanswered"));
  }
  std::optional<Error> load() {
    return result([&](StoreDone done) { plans.load(std::move(done)); });
  }
  bool lock(std::string const& plan) {
    platform.ask_lock(plan);
    settle();
    return held.count(plan) != 0;
  }
};

}  // namespace rancang::test
