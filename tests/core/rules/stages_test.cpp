// Which stage asks for a finding, and what is due by now.
#include <doctest/doctest.h>

#include "core/rules/rule_case.hpp"
#include "rules/gates.hpp"
#include "rules/owed.hpp"

using namespace rancang;
using namespace rancang::test;

TEST_CASE("every rule has a stage: that of the check that names it, or that of its gate, or any time") {
  for (std::size_t i = 0; i < rule_count; ++i) {
    auto const rule = static_cast<RuleId>(i);
    CAPTURE(rule_info(rule).id);
    CHECK(stage_of(rule) < stage_count);
    if (rule_info(rule).gate == Gate::none) CHECK(stage_of(rule) == any_time);
    if (rule_info(rule).severity == Severity::error) CHECK(stage_of(rule) == any_time);  // errors wait for no stage
  }
  for (auto const& check : gate_checks())
    for (RuleId const rule : check.rules) {
      CAPTURE(rule_info(rule).id);
      CHECK(stage_of(rule) == check.gate);
      CHECK(static_cast<int>(rule_info(rule).gate) == std::max<int>(check.gate, 1));  // the table has no gate before Bimtek I
    }
}

TEST_CASE("an owed field has the stage of its field") {
  CleanPlan plan;
  plan.edit(plan.program, [](Program& r) { r.description.clear(); });
  auto const found = plan.findings.of(plan.program.value);
  REQUIRE(found.size() == 1);
  CHECK(stage_of(found[0]) == 3);
  CHECK(plan.findings.owed_at(3) == 1);
  CHECK(plan.findings.counts_at(3).of(Severity::warning) == 1);
  CHECK(due_count(plan.findings, RuleId::field_owed, 2) == 0);
  CHECK(due_count(plan.findings, RuleId::field_owed, 3) == 1);
}

TEST_CASE("what later stages ask for is not due; errors and what is wrong at any time always are") {
  CleanPlan plan;
  plan.edit(plan.program, [](Program& r) { r.mission = {}, r.description.clear(); });  // G2, G3
  plan.edit(plan.action_item, [](ActionItem& r) { r.budget_code = "12"; });            // any time
  plan.edit(plan.agency, [](Agency& r) { r.name.clear(); });                           // an error
  std::uint32_t const all = plan.findings.counts().of(Severity::warning);
  CHECK(due_counts(plan.findings, 4).of(Severity::warning) == all);
  CHECK(due_counts(plan.findings, 3).of(Severity::warning) == all);
  CHECK(due_counts(plan.findings, 2).of(Severity::warning) == all - 1);
  CHECK(due_counts(plan.findings, 1).of(Severity::warning) == all - 2);
  for (std::uint8_t gate = 0; gate < gate_count; ++gate) CHECK(due_counts(plan.findings, gate).of(Severity::error) == plan.findings.counts().of(Severity::error));
  CHECK(plan.findings.counts().of(Severity::error) > 0);
  CHECK(due_count(plan.findings, RuleId::program_no_mission, 1) == 0);
  CHECK(due_count(plan.findings, RuleId::program_no_mission, 2) == 1);
  CHECK(due_count(plan.findings, RuleId::action_item_code_unreadable, 0) == 1);
  plan.findings.for_each(plan.document, [&](Finding const& finding) {
    if (finding.severity == Severity::error) CHECK(is_due(finding, 0));
  });
}

TEST_CASE("the present stage is the first whose gate is not passed") {
  CleanPlan plan;
  CHECK(current_gate(plan.findings) == 4);
  plan.remove(plan.vision);
  CHECK(current_gate(plan.findings) == 2);
  plan.edit(plan.agency, [](Agency& r) { r.contact_name.clear(); });  // a soft check
  CHECK(current_gate(plan.findings) == 2);
  plan.edit(plan.plan, [](Plan& r) { r.mou_date.reset(); });
  CHECK(current_gate(plan.findings) == 0);
}

TEST_CASE("a record belongs to itself, the agency that it names, or the one that leads its activity") {
  CleanPlan plan;
  auto const agency_at = [&](RecordType type, Ulid id) { return agency_of(plan.document, *plan.document.find(type, id)); };
  CHECK(agency_at(record_type<Agency>, plan.agency.value) == plan.agency.value);
  CHECK(agency_at(record_type<ActionItem>, plan.action_item.value) == plan.agency.value);
  CHECK_FALSE(agency_at(record_type<Dimension>, plan.dimension.value));
  auto const entry = plan.first<MonitoringEntry>();
  plan.edit(entry, [&](MonitoringEntry& r) { r.owner_agency = {}, r.action_item = plan.action_item; });
  CHECK(agency_at(record_type<MonitoringEntry>, entry.value) == plan.agency.value);
}
