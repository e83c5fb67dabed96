// The gates between the workshops and what agencies owe: both are read off findings and records.
#include "rules/gates.hpp"
#include "rules/owed.hpp"

#include <doctest/doctest.h>

#include "core/rules/rule_case.hpp"
#include "text/embedded_help.hpp"
#include "text/strings_generated.hpp"

using namespace rancang;
using namespace rancang::test;

namespace {
GateCheck const& check_called(std::string_view key) {
  for (auto const& check : gate_checks())
    if (check.key == key) return check;
  FAIL(std::string(key));
  return gate_checks().front();
}
DutyState duty(CleanPlan const& plan, Ulid agency, Duty which) {
  for (auto const& row : agency_duties(plan.document, plan.findings))
    if (row.agency == agency) return row.duties[static_cast<std::size_t>(which)];
  FAIL("no such agency");
  return {};
}
}  // namespace

TEST_CASE("a clean plan passes every gate, an empty one passes none") {
  CleanPlan plan;
  for (std::uint8_t gate = 0; gate < gate_count; ++gate) {
    GateState const state = gate_state(plan.findings, gate);
    CHECK(state.hard > 0);
    CHECK(state.is_open());
    CHECK(state.soft_met == state.soft);
  }
  Findings nothing;
  nothing.rebuild(Document{});
  CHECK_FALSE(gate_state(nothing, 0).is_open());
  CHECK_FALSE(gate_state(nothing, 1).is_open());
  CHECK_FALSE(gate_state(nothing, 4).is_open());
}

TEST_CASE("every check has a name in both languages, a gate, and something that decides it") {
  HelpTexts const late[] = {HelpTexts(std::string(embedded_help(Language::id))), HelpTexts(std::string(embedded_help(Language::en)))};
  Strings const id{Language::id, {&late[0], &late[1]}}, en{Language::en, {&late[0], &late[1]}};
  for (auto const& check : gate_checks()) {
    CHECK(check.gate < gate_count);
    CHECK((check.all_fields || !check.rules.empty()));
    CHECK_MESSAGE(id.find("gate." + std::string(check.key)).has_value(), check.key);
    CHECK(id.find("gate." + std::string(check.key)) != en.find("gate." + std::string(check.key)));
  }
}

TEST_CASE("a check that does not hold names the rule that mends it") {
  CleanPlan plan;
  GateCheck const& council = check_called("council");
  CHECK(open_findings(plan.findings, council) == 0);
  CHECK_FALSE(first_open_rule(plan.findings, council).has_value());
  std::vector<Id<Person>> members;
  plan.document.table_of<Person>().for_each([&](NodePtr const& node) {
    if (node->as<Person>().body == Body::council) members.push_back({node->id});
  });
  for (Id<Person> const member : members) plan.edit(member, [](Person& r) { r.decree_number.clear(); });
  CHECK(open_findings(plan.findings, council) == 1);
  CHECK(first_open_rule(plan.findings, council) == RuleId::person_no_council);
  CHECK_FALSE(gate_state(plan.findings, 0).is_open());
}

TEST_CASE("figures of the profile count as long as one of their fields is owed") {
  CleanPlan plan;
  GateCheck const& profile = check_called("profile");
  CHECK(open_findings(plan.findings, profile) == 0);
  plan.edit(plan.first<ProfileFigure>(), [](ProfileFigure& r) { r.values.values.clear(); });
  CHECK(open_findings(plan.findings, profile) == 1);
  CHECK_FALSE(first_open_rule(plan.findings, profile).has_value());  // only a field is empty: the table is shown
}

TEST_CASE("an agency owes what names it, and no more once that is delivered") {
  CleanPlan plan;
  Ulid const agency = plan.agency.value;
  for (Duty which : {Duty::contact, Duty::actions, Duty::indicators, Duty::budgets}) CHECK(duty(plan, agency, which).open() == 0);
  CHECK(duty(plan, agency, Duty::actions).total == 1);
  std::size_t const before = owed_rows(plan.document, plan.findings, agency).size();
  plan.edit(plan.action_item, [](ActionItem& r) { r.budget.values.clear(), r.funding.clear(); });
  CHECK(duty(plan, agency, Duty::budgets).open() == 1);
  auto const rows = owed_rows(plan.document, plan.findings, agency);
  CHECK(rows.size() == before + 1);
  CHECK(std::any_of(rows.begin(), rows.end(), [&](OwedRow const& row) { return row.duty == Duty::budgets && row.record == plan.action_item.value; }));
}

TEST_CASE("an agency without any activity owes one; dropped rows owe nothing") {
  CleanPlan plan;
  Id<Agency> const other = plan.create(Agency{.name = "Dinas Baru", .short_name = "Disbaru"});
  CHECK(duty(plan, other.value, Duty::actions).open() == 1);
  CHECK(duty(plan, other.value, Duty::contact).open() == 1);
  CHECK(duty(plan, other.value, Duty::budgets).total == 0);
  plan.edit(plan.action_item, [&](ActionItem& r) { r.lead_agency = other, r.budget.values.clear(); });
  CHECK(duty(plan, other.value, Duty::actions).open() == 0);
  CHECK(duty(plan, other.value, Duty::budgets).open() == 1);
  plan.edit(plan.action_item, [](ActionItem& r) { r.status = RowStatus::dropped; });
  CHECK(duty(plan, other.value, Duty::budgets).total == 0);
  CHECK(duty(plan, other.value, Duty::actions).open() == 1);
}
