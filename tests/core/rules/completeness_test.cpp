#include "rules/completeness.hpp"

#include <doctest/doctest.h>

#include "core/rules/rule_case.hpp"

using namespace rancang;
using namespace rancang::test;

TEST_CASE("a plan that is filled in is complete, in every part and as a whole") {
  CleanPlan plan;
  for (auto const& info : record_infos()) {
    if (info.type == record_type<MissionAlignment>) continue;  // the clean plan has none
    auto const one = completeness(plan.findings, plan.document, info.type);
    CHECK_MESSAGE(one.percent() == 100, info.name);
    CHECK(one.is_complete());
    CHECK(one.records >= 1);
    CHECK(one.owed == std::uint64_t{owed_fields(info.type)} * one.records);
  }
  // All forms but the one that has no row yet.
  CHECK_FALSE(completeness(plan.findings, plan.document).is_complete());
  plan.create(MissionAlignment{plan.rpjmd_mission, plan.dimension, {}, "Satu arah"});
  CHECK(completeness(plan.findings, plan.document).is_complete());
}

TEST_CASE("every form weighs the same, however many rows it has") {
  CleanPlan plan;
  plan.create(MissionAlignment{plan.rpjmd_mission, plan.dimension, {}, "Satu arah"});
  for (int i = 0; i < 300; ++i) plan.edit(plan.copy(plan.action_item), [&](ActionItem& r) { r.name = "Kegiatan lain " + std::to_string(i); });
  plan.edit(plan.agency, [](Agency& r) { r = Agency(); });
  int forms = 0;
  for (auto const& info : record_infos()) forms += !info.template_rows && owed_fields(info.type) > 0;
  CHECK(completeness(plan.findings, plan.document).percent() == 100 * (forms - 1) / forms);
}

TEST_CASE("every owed field that is emptied costs its part, and 100 % is never said too early") {
  CleanPlan plan;
  std::uint64_t const owed = owed_fields(record_type<ActionItem>);
  plan.edit(plan.action_item, [](ActionItem& r) { r.name.clear(), r.family = ActionFamily::unset, r.indicator = {}; });
  auto const one = completeness(plan.findings, plan.document, record_type<ActionItem>);
  CHECK(one.owed == owed);
  CHECK(one.filled == owed - 3);
  CHECK(one.errors == 1);
  CHECK_FALSE(one.is_complete());
  for (int i = 0; i < 300; ++i) plan.edit(plan.copy(plan.program), [&](Program& r) { r.name = "Program lain " + std::to_string(i); });
  plan.edit(plan.program, [](Program& r) { r.mission = {}; });
  CHECK(completeness(plan.findings, plan.document, record_type<Program>).percent() == 99);
}

TEST_CASE("a dropped record owes nothing, a type without records is at 0 %") {
  CleanPlan plan;
  plan.edit(plan.copy(plan.program), [](Program& r) { r = Program(), r.status = RowStatus::dropped; });
  CHECK(completeness(plan.findings, plan.document, record_type<Program>).is_complete());
  auto const none = completeness(plan.findings, plan.document, record_type<MissionAlignment>);
  CHECK(none.percent() == 0);
  CHECK(none.owed == 0);
}

TEST_CASE("a plan without its vision owes it") {
  CleanPlan plan;
  plan.remove(plan.vision);
  auto const vision = completeness(plan.findings, plan.document, record_type<Vision>);
  CHECK(vision.owed == owed_fields(record_type<Vision>));
  CHECK(vision.percent() == 0);
  CHECK_FALSE(completeness(plan.findings, plan.document).is_complete());
}
