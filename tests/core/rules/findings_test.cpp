#include "rules/findings.hpp"

#include <doctest/doctest.h>

#include "core/rules/rule_case.hpp"
#include "rules/name_index.hpp"

using namespace rancang;
using namespace rancang::test;

namespace {
std::vector<std::string> args(CleanPlan const& plan, RuleId rule) {
  return finding_args(plan.document, only(plan, rule), NumberStyle::indonesian, [](std::string_view key) { return std::string(key); });
}
using Texts = std::vector<std::string>;
}  // namespace

TEST_CASE("findings of a record come worst first, and the worst is known at once") {
  CleanPlan plan;
  plan.edit(plan.action_item, [](ActionItem& r) { r.name.clear(), r.family = ActionFamily::unset, r.support_agencies = {r.lead_agency}; });
  auto const found = plan.findings.of(plan.action_item.value);
  REQUIRE(found.size() == 3);
  CHECK(found[0].severity == Severity::error);
  CHECK(found[1].severity == Severity::warning);
  CHECK(found[2].severity == Severity::info);
  CHECK(plan.findings.worst(plan.action_item.value) == Severity::error);
  CHECK_FALSE(plan.findings.worst(plan.program.value));
}

TEST_CASE("counts by severity, type and rule follow the findings") {
  CleanPlan plan;
  CHECK(plan.findings.counts().total() == 0);
  auto const second = plan.copy(plan.program);
  plan.edit(second, [](Program& r) { r.mission = {}; });
  CHECK(plan.findings.count(RuleId::program_no_mission) == 1);
  CHECK(plan.findings.count(RuleId::record_duplicate_name) == 2);
  CHECK(plan.findings.counts(record_type<Program>).of(Severity::warning) == 4);  // and no action item
  CHECK(plan.findings.counts().of(Severity::warning) == 4);
  plan.remove(second);
  CHECK(plan.findings.counts().total() == 0);
  CHECK(plan.findings.checked(record_type<Program>) == 1);
}

TEST_CASE("the revision grows only when findings change") {
  CleanPlan plan;
  auto const before = plan.findings.revision();
  plan.edit(plan.program, [](Program& r) { r.note = "Catatan"; });
  CHECK(plan.findings.revision() == before);
  plan.edit(plan.program, [](Program& r) { r.name.clear(); });
  CHECK(plan.findings.revision() > before);
}

TEST_CASE("plan order: missing records, then types, then the order field") {
  CleanPlan plan;
  plan.remove(plan.vision);
  auto const late = plan.copy(plan.program), early = plan.copy(plan.program);
  plan.edit(late, [](Program& r) { r.order = 9, r.name.clear(); });
  plan.edit(early, [](Program& r) { r.order = 3, r.name.clear(); });
  plan.edit(plan.agency, [](Agency& r) { r.contact_name.clear(); });
  CHECK(plan.findings.in_plan_order(plan.document) == std::vector<Ulid>{Ulid{}, plan.agency.value, early.value, late.value});
}

TEST_CASE("equal names lead from one record to the next, around in a circle") {
  CleanPlan plan;
  auto const second = plan.copy(plan.program), third = plan.copy(plan.program);
  auto const next = [&](Id<Program> id) {
    for (auto const& finding : plan.findings.of(id.value))
      if (finding.rule == RuleId::record_duplicate_name) return Id<Program>{finding.other};
    return Id<Program>{};
  };
  CHECK(next(plan.program) == second);
  CHECK(next(second) == third);
  CHECK(next(third) == plan.program);
  plan.remove(second);
  CHECK(next(plan.program) == third);
  CHECK(next(third) == plan.program);
}

TEST_CASE("a broken reference heals when its target comes back, whichever way") {
  CleanPlan plan;
  plan.remove(plan.agency);
  std::uint32_t const users = static_cast<std::uint32_t>(referrers(plan.document, record_type<Agency>, plan.agency.value).size());
  CHECK(users >= 3);  // programme, indicator, action item
  CHECK(plan.findings.count(RuleId::reference_in_trash) == users);
  plan.restore(plan.agency);
  CHECK(plan.findings.counts().total() == 0);
  Document const before = plan.document;
  plan.erase(plan.agency);
  CHECK(plan.findings.count(RuleId::reference_missing) == users);
  plan.apply(diff(plan.document, before));
  CHECK(plan.findings.counts().total() == 0);
}

TEST_CASE("a dropped row is left in peace, except for a conflict") {
  CleanPlan plan;
  plan.edit(plan.copy(plan.program), [](Program& r) { r = Program(), r.status = RowStatus::dropped; });
  CHECK(plan.findings.counts().total() == 0);
}

TEST_CASE("an RPD owes no political vision") {
  CleanPlan plan;
  plan.remove(plan.rpjmd_vision);
  CHECK(plan.findings.count(RuleId::rpjmd_vision_missing) == 1);
  plan.edit(plan.plan, [](Plan& r) { r.rpjmd_kind = RpjmdKind::rpd; });
  CHECK(plan.findings.counts().total() == 0);
}

TEST_CASE("funding in amounts and shares together has to meet the budget of each year") {
  CleanPlan plan;
  plan.edit(plan.action_item, [&](ActionItem& r) {
    r.budget.values = {{2023, {100'000'001}}};
    r.funding = {{plan.funding_source, Decimal{33'333'333}, {}}, {plan.funding_source, Decimal{33'333'333}, {}}, {plan.funding_source, {}, {{{2023, {33'333'334}}}}}};
  });
  CHECK(plan.findings.counts().total() == 0);
  plan.edit(plan.action_item, [](ActionItem& r) { r.funding[2].amounts.values[0].second.rupiah += 4; });
  CHECK(plan.findings.count(RuleId::action_item_funding_not_budget) == 1);
}

TEST_CASE("a single source without a share stands for the whole budget") {
  CleanPlan plan;
  plan.edit(plan.action_item, [](ActionItem& r) { r.funding[0].share.reset(); });
  CHECK(plan.findings.counts().total() == 0);
}

TEST_CASE("money beyond every limit is summed without wrapping") {
  CleanPlan plan;
  constexpr std::int64_t huge = std::numeric_limits<std::int64_t>::max();
  plan.edit(plan.action_item, [&](ActionItem& r) {
    r.budget.values = {{2023, {huge}}, {2024, {huge}}, {2025, {std::numeric_limits<std::int64_t>::min()}}};
    r.funding[0].amounts.values = {{2023, {huge}}, {2025, {huge}}};
    r.funding.push_back({plan.funding_source, Decimal{huge}, {}});
    r.funding.push_back({plan.funding_source, {}, {{{2023, {huge}}}}});
  });
  CHECK(plan.findings.count(RuleId::action_item_funding_not_budget) > 0);
  CHECK_FALSE(args(plan, RuleId::action_item_funding_not_budget).empty());
}

TEST_CASE("sentences get their figures as people write them") {
  CleanPlan plan;
  plan.edit(plan.action_item, [](ActionItem& r) {
    r.budget.values = {{2024, {420'000'000}}};
    r.funding.clear();
    r.budget_code = "2.16.3.2.2.21";
    r.support_agencies = {{{1, 2}}};
  });
  CHECK(args(plan, RuleId::action_item_no_funding) == Texts{"2024", "Rp 420.000.000"});
  CHECK(args(plan, RuleId::action_item_code_form) == Texts{"2.16.3.2.2.21", "2.16.03.2.02.0021"});
  CHECK(args(plan, RuleId::reference_missing) == Texts{"record.action_item.support_agencies"});
  plan.edit(plan.plan, [](Plan& r) { r.province = std::string(121, 'x'), r.rpjmd_start = 1999; });
  CHECK(args(plan, RuleId::field_too_long) == Texts{"record.plan.province", "121", "120"});
  CHECK(args(plan, RuleId::field_too_small) == Texts{"record.plan.rpjmd_start", "1999", "2000"});
  plan.edit(plan.program, [](Program& r) { r.description.clear(); });
  CHECK(args(plan, RuleId::field_owed) == Texts{"record.program.description", "enum.stage.iii"});
}

TEST_CASE("a finding of a row in a list names the list and the part of the row") {
  CleanPlan plan;
  plan.edit(plan.action_item, [](ActionItem& r) { r.funding[0].share = Decimal{-2'500'000}; });
  CHECK(args(plan, RuleId::field_too_small) == Texts{"record.action_item.funding: record.funding_share.share", "−2,5", "0"});
}

TEST_CASE("the gate of an owed field is the field's, of other rules the rule's") {
  CleanPlan plan;
  plan.edit(plan.program, [](Program& r) { r.description.clear(), r.mission = {}; });
  CHECK(gate_of(only(plan, RuleId::field_owed)) == Gate::iii);
  CHECK(gate_of(only(plan, RuleId::program_no_mission)) == Gate::ii);
}

TEST_CASE("fixes in one step: code, edition, hidden characters, support without the lead, region code") {
  CleanPlan plan;
  plan.edit(plan.action_item, [](ActionItem& r) { r.budget_code = "2.16.3.2.2.21", r.support_agencies = {r.lead_agency}, r.name = "Lo\tket "; });
  CHECK(*fix_value(plan.document, only(plan, RuleId::action_item_code_form)) == Value(std::string("2.16.03.2.02.0021")));
  CHECK(*fix_value(plan.document, only(plan, RuleId::action_item_lead_supports)) == Value(std::vector<Ulid>{}));
  CHECK(*fix_value(plan.document, only(plan, RuleId::field_hidden_character)) == Value(std::string("Lo ket")));
  plan.edit(plan.action_item, [](ActionItem& r) { r.budget_code = "2.16.03.2.02.21"; });
  CHECK(*fix_value(plan.document, only(plan, RuleId::action_item_code_edition)) == Value(EnumIndex{1}));
  plan.edit(plan.plan, [](Plan& r) { r.region_code = "1276"; });
  CHECK(*fix_value(plan.document, only(plan, RuleId::plan_region_code_form)) == Value(std::string("12.76")));
  plan.edit(plan.program, [](Program& r) { r.mission = {}; });
  CHECK_FALSE(fix_value(plan.document, only(plan, RuleId::program_no_mission)));
}

TEST_CASE("words shared by too many names are no sign that two of them are the same") {
  CleanPlan plan;
  auto const slip = plan.copy(plan.program);
  plan.edit(slip, [](Program& r) { r.name = "Layanan perijinan terpadu"; });
  CHECK(plan.findings.count(RuleId::record_similar_name) == 2);
  std::vector<Id<Program>> rows;
  auto const add = [&] {
    rows.push_back(plan.copy(plan.program));
    plan.edit(rows.back(), [&](Program& r) { r.name = "Layanan zona z" + std::to_string(rows.size()); });
  };
  while (rows.size() + 2 < NameIndex::most_in_bucket) add();
  CHECK(plan.findings.count(RuleId::record_similar_name) == 2);
  add();
  CHECK(plan.findings.count(RuleId::record_similar_name) == 0);
  plan.remove(rows.front());
  CHECK(plan.findings.count(RuleId::record_similar_name) == 2);
  Findings fresh;
  fresh.rebuild(plan.document);
  CHECK(listed(plan.findings, plan.document) == listed(fresh, plan.document));
}

TEST_CASE("past a limit of names only equal ones are looked for, and back below it the similar ones return") {
  CleanPlan plan;
  plan.edit(plan.copy(plan.program), [](Program& r) { r.name = "Layanan perijinan terpadu"; });
  CHECK(plan.findings.count(RuleId::record_similar_name) == 2);
  ChangeSet many;
  for (std::size_t i = 0; i < NameIndex::most_for_similar; ++i) {
    auto node = make_node(record_type<Program>, make_ulid(1'800'000'000'000 + i, i, i));
    node->as<Program>().name = "Program nomor " + std::to_string(i);
    node->causal = created_by(make_replica(1));
    many.records.push_back({nullptr, node});
  }
  plan.apply(many);
  CHECK(plan.findings.count(RuleId::record_similar_name) == 0);
  auto const second = plan.copy(plan.program);
  CHECK(plan.findings.count(RuleId::record_duplicate_name) == 2);
  plan.remove(second);
  ChangeSet back;
  for (std::size_t i = 0; i < 3; ++i) back.records.push_back({many.records[i].after, nullptr});
  plan.apply(back);
  CHECK(plan.findings.count(RuleId::record_similar_name) == 2);
}

TEST_CASE("a code of a programme is enough while a row is a proposal") {
  CleanPlan plan;
  plan.edit(plan.action_item, [](ActionItem& r) {
    r.budget_code = "2.18.04";
    r.start_year = 2024, r.budget.values.erase(r.budget.values.begin());  // what starts at once has to be in the yearly plan
    r.in_renja.values = {{2024, BudgetState::not_yet}};
  });
  CHECK(plan.findings.counts().total() == plan.findings.count(RuleId::dimension_empty_phase));  // nothing runs in the first year any more
}
