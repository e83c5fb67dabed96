#include "rules/thread.hpp"

#include <doctest/doctest.h>

#include "core/rules/rule_case.hpp"

using namespace rancang;
using namespace rancang::test;

namespace {
Node const& node_of(CleanPlan const& plan, RecordType type, Ulid id) { return *plan.document.find(type, id); }
std::vector<ThreadLink> thread(CleanPlan const& plan) { return thread_of(plan.document, node_of(plan, record_type<ActionItem>, plan.action_item.value)); }
}  // namespace

TEST_CASE("the thread of an activity leads up to the mission of the region") {
  CleanPlan plan;
  auto const links = thread(plan);
  REQUIRE(links.size() == 5);
  CHECK(is_whole(links));
  RecordType const types[] = {record_type<RpjmdMission>, record_type<Mission>, record_type<Objective>, record_type<Strategy>, record_type<Program>};
  Ulid const ids[] = {plan.rpjmd_mission.value, plan.mission.value, plan.objective.value, plan.strategy.value, plan.program.value};
  for (std::size_t i = 0; i < links.size(); ++i) {
    CHECK(links[i].type == types[i]);
    CHECK(links[i].node->id == ids[i]);
  }
}

TEST_CASE("a missing link says in which record and field it is chosen") {
  CleanPlan plan;
  plan.edit(plan.program, [](Program& r) { r.mission = {}; });
  auto const links = thread(plan);
  CHECK_FALSE(is_whole(links));
  CHECK(links[1].node == nullptr);
  CHECK(links[1].mend_type == record_type<Program>);
  CHECK(links[1].mend == plan.program.value);
  CHECK(record_info(record_type<Program>).fields[static_cast<std::size_t>(links[1].field)].key == "mission");
  // Who has no mission has none of the region's either: there is nothing to choose it in.
  CHECK(links[0].node == nullptr);
  CHECK(links[0].field == -1);
  CHECK(links[4].node != nullptr);
}

TEST_CASE("what hangs on its dimension only is not called broken for missing a mission") {
  CleanPlan plan;
  CHECK(thread_of(plan.document, node_of(plan, record_type<Objective>, plan.objective.value)).empty());
  auto const links = thread_of(plan.document, node_of(plan, record_type<Strategy>, plan.strategy.value));
  REQUIRE(links.size() == 1);
  CHECK(links[0].node->id == plan.objective.value);
  plan.edit(plan.strategy, [](Strategy& r) { r.objective = {}; });
  CHECK_FALSE(is_whole(thread_of(plan.document, node_of(plan, record_type<Strategy>, plan.strategy.value))));
}

TEST_CASE("a link in the trash is a broken one; records off the thread have none") {
  CleanPlan plan;
  plan.remove(plan.program);
  auto const links = thread(plan);
  CHECK(links[4].node == nullptr);
  CHECK(links[4].mend == plan.action_item.value);
  CHECK(thread_of(plan.document, node_of(plan, record_type<Agency>, plan.agency.value)).empty());
  CHECK(thread_of(plan.document, node_of(plan, record_type<RpjmdMission>, plan.rpjmd_mission.value)).empty());
}
