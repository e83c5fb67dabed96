// Findings that were set aside with a reason: out of every count, kept in step with edits, harmless when what they speak of is gone.
#include "rules/muting.hpp"

#include <doctest/doctest.h>

#include "core/rules/rule_case.hpp"
#include "rules/completeness.hpp"
#include "rules/gates.hpp"

using namespace rancang;
using namespace rancang::test;

namespace {
Id<MutedFinding> mute(CleanPlan& plan, Finding const& finding, std::string reason = "Disepakati dalam rapat Tim") {
  MutedFinding record;
  for (auto const& [field, value] : mute_values(finding, "Nama", std::move(reason), "Sekretaris", Date{19'000})) record_info(mute_type).fields[field].set(&record, value);
  return plan.create(std::move(record));
}

void same_as_from_scratch(CleanPlan const& plan) {
  Findings fresh;
  fresh.rebuild(plan.document);
  CHECK(listed(plan.findings, plan.document) == listed(fresh, plan.document));
  CHECK(plan.findings.muted() == fresh.muted());
}
}  // namespace

TEST_CASE("a finding that was set aside is in no count, and back when its mute goes") {
  CleanPlan plan;
  plan.edit(plan.program, [](Program& r) { r.mission = {}; });
  REQUIRE(plan.findings.counts().total() == 1);
  auto const before = plan.findings.revision();
  auto const set_aside = mute(plan, only(plan, RuleId::program_no_mission));
  CHECK(plan.findings.revision() > before);
  CHECK(plan.findings.counts().total() == 0);
  CHECK(plan.findings.counts(record_type<Program>).total() == 0);
  CHECK(plan.findings.count(RuleId::program_no_mission) == 0);
  CHECK_FALSE(plan.findings.worst(plan.program.value));
  CHECK(plan.findings.muted() == 1);
  CHECK(plan.findings.muted(RuleId::program_no_mission) == 1);
  REQUIRE(plan.findings.muted_of(plan.program.value).size() == 1);
  CHECK(completeness(plan.findings, plan.document, record_type<Program>).percent() == 100);
  same_as_from_scratch(plan);
  plan.remove(set_aside);
  CHECK(plan.findings.counts().total() == 1);
  CHECK(plan.findings.muted() == 0);
  plan.restore(set_aside);
  CHECK(plan.findings.counts().total() == 0);
  plan.edit(set_aside, [](MutedFinding& r) { r.rule = "program.no_strategy"; });
  CHECK(plan.findings.count(RuleId::program_no_mission) == 1);
  same_as_from_scratch(plan);
}

TEST_CASE("of the rules about any field one field is set aside, not its neighbours") {
  CleanPlan plan;
  plan.edit(plan.program, [](Program& r) { r.description = "a\tb", r.note = "x\x01y"; });
  REQUIRE(plan.findings.count(RuleId::field_hidden_character) == 1);  // tabs may stand in prose
  plan.edit(plan.program, [](Program& r) { r.description = "a\x01z"; });
  REQUIRE(plan.findings.count(RuleId::field_hidden_character) == 2);
  Finding const first = plan.findings.of(plan.program.value).front();
  auto const set_aside = mute(plan, first);
  CHECK(plan.findings.count(RuleId::field_hidden_character) == 1);
  CHECK(plan.findings.of(plan.program.value).front().field != first.field);
  plan.edit(set_aside, [](MutedFinding& r) { r.rule = "field.hidden_character"; });  // written by hand: the whole rule
  CHECK(plan.findings.count(RuleId::field_hidden_character) == 0);
  CHECK(plan.findings.muted() == 2);
}

TEST_CASE("errors can't be set aside") {
  CleanPlan plan;
  plan.edit(plan.action_item, [](ActionItem& r) { r.support_agencies = {{{1, 2}}}; });
  Finding const broken = only(plan, RuleId::reference_missing);
  CHECK_FALSE(can_mute(broken));
  mute(plan, broken);
  CHECK(plan.findings.count(RuleId::reference_missing) == 1);
  CHECK(plan.findings.muted() == 0);
}

TEST_CASE("what the plan as a whole lacks is set aside without a record") {
  CleanPlan plan;
  plan.remove(plan.vision);
  Finding const lack = only(plan, RuleId::vision_missing);
  REQUIRE_FALSE(lack.record);
  auto const set_aside = mute(plan, lack);
  CHECK(plan.document.get(set_aside)->record.empty());
  CHECK(plan.findings.count(RuleId::vision_missing) == 0);
  CHECK(plan.findings.muted_of({}).size() == 1);
  same_as_from_scratch(plan);
  plan.remove(set_aside);
  CHECK(plan.findings.count(RuleId::vision_missing) == 1);
}

TEST_CASE("a gate is not held up by what was set aside, and says so") {
  CleanPlan plan;
  plan.edit(plan.plan, [](Plan& r) { r.mou_date.reset(); });
  CHECK(current_gate(plan.findings) == 0);
  GateCheck const& mou = gate_checks().front();
  REQUIRE(mou.key == "mou");
  CHECK(open_findings(plan.findings, mou) == 1);
  CHECK(muted_findings(plan.findings, mou) == 0);
  mute(plan, only(plan, RuleId::plan_no_mou));
  CHECK(open_findings(plan.findings, mou) == 0);
  CHECK(muted_findings(plan.findings, mou) == 1);
  CHECK(current_gate(plan.findings) == gate_count - 1);
}

TEST_CASE("an owed field that was set aside holds up no check of a whole form") {
  CleanPlan plan;
  GateCheck const* profile = nullptr;
  for (auto const& check : gate_checks())
    if (check.all_fields) profile = &check;
  REQUIRE(profile);
  plan.edit(plan.first<ProfileFigure>(), [](ProfileFigure& r) { r.values.values.clear(); });
  REQUIRE(open_findings(plan.findings, *profile) == 1);
  mute(plan, plan.findings.of(plan.first<ProfileFigure>().value).front());
  CHECK(open_findings(plan.findings, *profile) == 0);
  CHECK(muted_findings(plan.findings, *profile) == 1);
}

TEST_CASE("mutes of records that are gone, unknown rules and unreadable ids are harmless, and the list says what holds no more") {
  CleanPlan plan;
  plan.remove(plan.first<MutedFinding>());
  auto const second = plan.copy(plan.program);
  plan.edit(second, [](Program& r) { r.name = "Lain", r.mission = {}; });
  auto const set_aside = mute(plan, only(plan, RuleId::program_no_mission));
  plan.create(MutedFinding{.rule = "rule.of_tomorrow", .record = ulid_text(second.value), .reason = "Nanti"});
  plan.create(MutedFinding{.rule = "program.no_mission", .record = "bukan pengenal", .reason = "Salah tulis"});
  auto rows = muted_rows(plan.document, plan.findings);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].mute == set_aside.value);
  CHECK(rows[0].finding);
  CHECK(rows[0].reason == "Disepakati dalam rapat Tim");
  CHECK_FALSE(rows[1].rule);
  CHECK_FALSE(rows[2].finding);
  plan.erase(second);
  rows = muted_rows(plan.document, plan.findings);
  CHECK_FALSE(rows[0].finding);
  CHECK(rows[0].rule == RuleId::program_no_mission);
  CHECK(plan.findings.counts().of(Severity::error) == 0);
  CHECK(plan.findings.muted() == 0);
  same_as_from_scratch(plan);
}

TEST_CASE("a finding that two people set aside stays away until both take it back") {
  CleanPlan plan;
  plan.edit(plan.program, [](Program& r) { r.mission = {}; });
  Finding const finding = only(plan, RuleId::program_no_mission);
  auto const one = mute(plan, finding), other = mute(plan, finding, "Sama");
  plan.remove(one);
  CHECK(plan.findings.count(RuleId::program_no_mission) == 0);
  plan.remove(other);
  CHECK(plan.findings.count(RuleId::program_no_mission) == 1);
}
