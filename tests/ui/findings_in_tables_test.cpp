// Findings in tables. What was set aside: the rule in words, the record by its name, with reason, who and when; nothing that only the program reads.
#include <doctest/doctest.h>

#include "at_work.hpp"
#include "model/reference_lookup.hpp"
#include "rules/check.hpp"
#include "rules/gates.hpp"
#include "rules/muting.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
// The sample has set one finding aside: nobody knows when its memorandum was signed.
struct MutedTable : SampleOpen {
  Ulid plan = ui.document().single(record_type<Plan>)->id;
  std::string sentence{*ui.s().find("finding.plan.no_mou")}, subject = record_title(ui.document(), *ui.document().single(record_type<Plan>));

  MutedTable() {
    REQUIRE(ui.document().find(mute_type, last_mute())->as<MutedFinding>().rule == "plan.no_mou");
    ui.platform().send(RouteChanged{record_route(ui.document().plan_id, mute_type)});
    ui.settle();
  }
  void signed_on(Value date) { ui.app().edit(SetField{{record_type<Plan>, plan, static_cast<std::uint8_t>(field_of<&Plan::mou_date>), std::move(date)}}); }
  Ulid last_mute() { return in_plan_order(ui.document(), mute_type).back()->id; }
  std::string label(std::string_view key) { return std::string(field_label(ui.s(), record_info(mute_type), *record_info(mute_type).find(key))); }
  std::string cell(std::string_view key) { return ui.text(label(key) + " " + std::to_string(ui.document().table(mute_type).size())); }
  bool shows_raw() { return ui.shows("plan.no_mou") || ui.shows(ulid_text(plan)); }
  void open_form() {
    ui.platform().send(RouteChanged{record_route(ui.document().plan_id, mute_type, last_mute())});
    ui.resize({1920, 1600});
    ui.settle();
  }
};
}  // namespace

TEST_CASE_FIXTURE(MutedTable, "the table says the rule in words, with reason, who and when") {
  CHECK(cell("rule") == sentence);
  auto const& mute = ui.document().find(mute_type, last_mute())->as<MutedFinding>();
  CHECK(cell("reason") == mute.reason);
  CHECK(cell("muted_by") == mute.muted_by);
  CHECK(cell("muted_on") == "7 Jun 2022");
  CHECK_FALSE(shows_raw());
}

TEST_CASE_FIXTURE(MutedTable, "the form says the rule in words and the record by the name that it has now; neither is written there") {
  open_form();
  probe::ProbeItem const* const rule = ui.find(label("rule"), probe::Role::text_field);
  REQUIRE(rule);
  CHECK(rule->value == sentence);
  CHECK((rule->state & probe::State::read_only) != 0);
  CHECK(ui.text(label("record")) == subject);
  ui.app().edit(SetField{{record_type<Plan>, plan, static_cast<std::uint8_t>(field_of<&Plan::region_name>), Value(std::string("Tebing Baru"))}});
  ui.settle();
  CHECK(ui.text(label("record")) == "Tebing Baru");
  CHECK_FALSE(shows_raw());
  Document const before = ui.document();
  ui.click(label("rule"), probe::Role::text_field);
  CHECK((!ui.platform().field || ui.platform().field->label != label("rule")));
  GridState& grid = ui.app().plan()->grid(ui.app().route(), ui.platform());
  grid.select_record(last_mute(), record_info(mute_type).index_of("rule"), 0);
  ui.settle();
  grid.focus();
  ui.settle();
  ui.key(ImGuiKey_F2);
  ui.key(ImGuiKey_Delete);
  grid.on_paste("aturan lain");
  ui.settle();
  CHECK(ui.document().find(mute_type, last_mute()) == before.find(mute_type, last_mute()));
}

TEST_CASE_FIXTURE(MutedTable, "what holds no more is still told in words") {
  signed_on(Value(*make_date({2022, 3, 1})));
  ui.settle();
  CHECK(cell("rule") == ui.s().findings_muted_gone(*ui.s().find("finding.plan.no_mou.fix")));
  open_form();
  CHECK(ui.text(label("record")) == subject);
  CHECK_FALSE(shows_raw());
}

TEST_CASE_FIXTURE(SampleOpen, "the chip of a table counts the warnings that are due, as the status strip does, and shows their rows") {
  Findings const& findings = ui.app().plan()->findings;
  auto const set = [&](std::size_t row, int field, Value value) {
    ui.app().edit(SetField{{record_type<ActionItem>, in_plan_order(ui.document(), record_type<ActionItem>)[row]->id, static_cast<std::uint8_t>(field), std::move(value)}});
  };
  for (std::size_t const row : {1u, 4u}) set(row, field_of<&ActionItem::end_year>, Value(Year{0}));
  ui.settle();
  auto const due_of_rows = [&](std::size_t& rows) {
    std::uint32_t due = 0;
    ui.document().table(record_type<ActionItem>).for_each([&](NodePtr const& node) {
      std::uint32_t of_row = 0;
      for (Finding const& finding : findings.of(node->id)) of_row += finding.severity == Severity::warning && is_due(finding, current_gate(findings));
      due += of_row;
      rows += of_row > 0;
    });
    return due;
  };
  std::size_t rows = 0;
  std::uint32_t const due = due_of_rows(rows);
  REQUIRE(rows >= 2);
  CHECK(due <= due_counts(findings, current_gate(findings)).of(Severity::warning));
  REQUIRE(ui.click(std::to_string(due), probe::Role::button));
  GridState const& grid = ui.app().plan()->grid(ui.app().route(), ui.platform());
  CHECK(grid.query.filter.only_with_findings);
  CHECK(grid.table.totals().count == rows);
  // Back at the first gate the rest is a matter of later stages.
  std::uint32_t const all = findings.counts(record_type<ActionItem>).of(Severity::warning);
  DeleteRecords nobody;
  ui.document().table(record_type<Person>).for_each([&](NodePtr const& node) { nobody.records.push_back({node->type, node->id}); });
  ui.app().edit(nobody);
  ui.settle();
  REQUIRE(current_gate(findings) == 0);
  rows = 0;
  CHECK(due_of_rows(rows) < all);
  CHECK(grid.table.totals().count == rows);
}
