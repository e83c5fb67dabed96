// The table as it is looked at: rows and totals, order, groups, filters, columns, scrolling.
#include <doctest/doctest.h>

#include "rules/gates.hpp"
#include "table_at_work.hpp"

using namespace rancang;

TEST_CASE_FIXTURE(TableAtWork, "the table shows rows, totals, groups and what is missing") {
  CHECK(ui.text("Kegiatan 1") == "Portal layanan");
  CHECK(ui.text("Pagu 2024 3") == "400");
  CHECK(ui.text("Pagu, Jumlah 1") == "1.250");
  CHECK(ui.text("Pagu, Jumlah") == "5.190");
  CHECK(ui.text("Pagu 2024") == "1.200");
  CHECK(ui.text("OPD 2") == "Bappeda");
  CHECK(ui.text("Sumber dana 4") == "APBD 75; CSR 25");
  CHECK(ui.text("Pagu 2023 3") == "–");
  REQUIRE(ui.find("Smart Governance"));
  CHECK(ui.text("Smart Governance") == "3 kegiatan");
  CHECK(ui.find("Smart Branding")->rect.y > ui.find("Kegiatan 3")->rect.y);
}

TEST_CASE_FIXTURE(TableAtWork, "a head sorts up, down, and back to the plan's own order") {
  REQUIRE(ui.click("Pagu, Jumlah"));
  CHECK(ui.text("Kegiatan 1") == "Antrean daring");
  CHECK(ui.text("Kegiatan 3") == "Portal layanan");
  ui.click("Pagu, Jumlah");
  CHECK(ui.text("Kegiatan 1") == "Portal layanan");
  CHECK(ui.text("Kegiatan 2") == "Survei kepuasan");
  ui.click("Pagu, Jumlah");
  CHECK(ui.text("Kegiatan 2") == "Antrean daring");
  CHECK(ui.settings.size() == 3);
}

TEST_CASE_FIXTURE(TableAtWork, "a row that is being written stays in its place although it is sorted by that column") {
  ui.click("Pagu 2024");
  CHECK(ui.text("Kegiatan 1") == "Antrean daring");
  ui.click("Pagu 2024 1");
  ui.type("9000");
  CHECK(ui.text("Kegiatan 1") == "Antrean daring");
  ui.key(ImGuiKey_Enter);
  CHECK(ui.text("Kegiatan 3") == "Antrean daring");
}

TEST_CASE_FIXTURE(TableAtWork, "group heads fold their rows; numbers go on counting") {
  REQUIRE(ui.click("Smart Governance"));
  CHECK_FALSE(ui.shows("Portal layanan"));
  CHECK(ui.text("Kegiatan 4") == "Pekan budaya");
  ui.click("Smart Governance");
  CHECK(ui.text("Kegiatan 1") == "Portal layanan");
}

TEST_CASE_FIXTURE(TableAtWork, "the search filters while it is written, and can be taken away") {
  ui.grid().focus_filter();
  ui.settle();
  ui.type("budaya");
  CHECK(ui.text("Kegiatan 1") == "Pekan budaya");
  CHECK_FALSE(ui.shows("Portal layanan"));
  CHECK(ui.shows("1 dari 6 kegiatan"));
  ui.type("tidak ada");
  CHECK(ui.shows("Tidak ada yang cocok"));
  REQUIRE(ui.click("Hapus saringan"));
  CHECK(ui.text("Kegiatan 1") == "Portal layanan");
}

TEST_CASE_FIXTURE(TableAtWork, "chips filter by what the record type refers to") {
  REQUIRE(ui.click("OPD", probe::Role::button));
  REQUIRE(ui.click("Badan Perencanaan", probe::Role::option));
  ui.key(ImGuiKey_Escape);
  CHECK(ui.text("Kegiatan 1") == "Antrean daring");
  CHECK(ui.text("Kegiatan 2") == "Pekan budaya");
  CHECK(ui.find("Kegiatan 3") == nullptr);
  CHECK(ui.find("Bappeda") != nullptr);
  ui.click("Hapus saringan");
  REQUIRE(ui.click("Tahun", probe::Role::button));
  REQUIRE(ui.click("2023", probe::Role::option));
  CHECK(ui.grid().query.filter.year == 2023);
}

TEST_CASE_FIXTURE(TableAtWork, "what later stages ask for is no chip of the table") {
  Findings const& findings = ui.view().findings;
  std::uint32_t const warnings = findings.counts(record_type<ActionItem>).of(Severity::warning);
  REQUIRE(warnings > 0);
  for (Ulid id : ui.grid().table.shown_records())
    for (Finding const& finding : findings.of(id)) REQUIRE_FALSE((finding.severity == Severity::warning && is_due(finding, current_gate(findings))));
  CHECK(ui.find(std::to_string(warnings)) == nullptr);
  CHECK(ui.find("0") == nullptr);
}

TEST_CASE_FIXTURE(TableAtWork, "heads are dragged to resize and reorder; the arrangement is kept as text") {
  auto const head_of = [&](std::string_view name) { return probe::find(name, probe::Role::column_header)->rect; };
  Rect const before = head_of("OPD");
  ui.drag({before.x + before.width, before.y + 10}, {before.x + before.width + 40, before.y + 10});
  CHECK(head_of("OPD").width == doctest::Approx(before.width + 40));
  ui.drag({before.x + 20, before.y + 10}, {1000, before.y + 10});
  CHECK(head_of("OPD").x > head_of("Sumber dana").x);
  std::string const kept = ui.grid().encode();
  GridState again(record_type<ActionItem>);
  again.decode(kept);
  CHECK(again.encode() == kept);
  REQUIRE_FALSE(ui.settings.empty());
  CHECK(ui.settings.back() == "view.action_item=" + kept);
}

TEST_CASE_FIXTURE(TableAtWork, "columns are shown and hidden, and a jump to a hidden one brings it back") {
  REQUIRE(ui.click("6"));
  ui.type("opd");
  REQUIRE(ui.click("OPD", probe::Role::option));
  ui.key(ImGuiKey_Escape);
  CHECK(probe::find("OPD", probe::Role::column_header) == nullptr);
  ui.grid().select_record(plan.items[4], field("location"));
  ui.settle();
  CHECK(ui.find("Lokasi") != nullptr);
  CHECK(on_item(4));
  CHECK(ui.grid().selection.anchor.field == field("location"));
}

TEST_CASE("the wheel scrolls, the head stays, keys bring the selection back into view") {
  TableAtWork t({.size = {900, 200}});
  float const head = t.ui.find("Kegiatan")->rect.y;
  t.ui.wheel({300, 150}, -20);
  CHECK(t.ui.grid().scroll_y > 0);
  CHECK(t.ui.find("Kegiatan")->rect.y == head);
  t.ui.key(TableAtWork::ctrl | ImGuiKey_Home);
  t.ui.settle();
  REQUIRE(t.ui.find("Kegiatan 1"));
  CHECK(t.ui.find("Kegiatan 1")->rect.height == doctest::Approx(28));
}

TEST_CASE("every record type has its table") {
  for (RecordInfo const& info : record_infos()) {
    GridHarness ui(small_plan().document, {.type = info.type});
    CHECK_MESSAGE(ui.find(ui.strings().find("record." + std::string(info.name) + ".many").value_or("")) != nullptr, info.name);
  }
}
