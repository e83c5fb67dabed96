// The one table at work: what people do with it, by the names of what they see.
#include <doctest/doctest.h>

#include "grid_harness.hpp"
#include "grid_plan.hpp"

using namespace rancang;

namespace {
constexpr ImGuiKeyChord ctrl = ImGuiMod_Ctrl, shift = ImGuiMod_Shift, alt = ImGuiMod_Alt;

struct Screened {
  SmallPlan plan = small_plan();
  GridHarness ui;
  explicit Screened(GridHarnessOptions options = {}) : ui(plan.document, options) {}

  ActionItem const& item(std::size_t index) const { return const_cast<GridHarness&>(ui).document().find(record_type<ActionItem>, plan.items[index])->as<ActionItem>(); }
  std::optional<std::int64_t> budget(std::size_t index, Year year) const {
    for (auto const& [at, money] : item(index).budget.values)
      if (at == year) return money.rupiah / 1'000'000;
    return std::nullopt;
  }
  bool alive(std::size_t index) { return ui.document().table(record_type<ActionItem>).find_alive(plan.items[index]) != nullptr; }
};
int field(std::string_view key) { return record_info(record_type<ActionItem>).index_of(key); }
}  // namespace

TEST_CASE("the table shows rows, totals, groups and what is missing") {
  Screened t;
  CHECK(t.ui.text("Kegiatan 1") == "Portal layanan");
  CHECK(t.ui.text("Pagu 2024 3") == "400");
  CHECK(t.ui.text("Pagu, Jumlah 1") == "1.250");
  CHECK(t.ui.text("Pagu, Jumlah") == "5.190");
  CHECK(t.ui.text("Pagu 2024") == "1.200");
  CHECK(t.ui.text("OPD 2") == "Bappeda");
  CHECK(t.ui.text("Sumber dana 4") == "APBD 75; CSR 25");
  CHECK(t.ui.text("Pagu 2023 3") == "–");
  REQUIRE(t.ui.find("Smart Governance"));
  CHECK(t.ui.text("Smart Governance") == "3 kegiatan");
  CHECK(t.ui.find("Smart Branding")->rect.y > t.ui.find("Kegiatan 3")->rect.y);
}

TEST_CASE("arrows, Tab, Home and End move over group heads and wrap at the end of a row") {
  Screened t;
  CHECK(t.ui.grid().selected_record() == t.plan.items[0]);
  t.ui.key(ImGuiKey_DownArrow);
  t.ui.key(ImGuiKey_DownArrow);
  t.ui.key(ImGuiKey_DownArrow);
  CHECK(t.ui.grid().selected_record() == t.plan.items[3]);
  t.ui.key(ImGuiKey_End);
  CHECK(t.ui.grid().selection.anchor.field == field("status"));
  t.ui.key(ImGuiKey_Tab);
  CHECK(t.ui.grid().selected_record() == t.plan.items[4]);
  CHECK(t.ui.grid().selection.anchor.field == field("name"));
  t.ui.key(shift | ImGuiKey_Tab);
  CHECK(t.ui.grid().selected_record() == t.plan.items[3]);
  t.ui.key(ctrl | ImGuiKey_Home);
  CHECK(t.ui.grid().selected_record() == t.plan.items[0]);
  t.ui.key(ctrl | ImGuiKey_End);
  CHECK(t.ui.grid().selected_record() == t.plan.items[5]);
}

TEST_CASE("typing over a cell writes letter by letter in one step of undo, Enter goes down") {
  Screened t;
  REQUIRE(t.ui.click("Kegiatan 2"));
  REQUIRE(t.ui.platform().field.has_value());
  CHECK(t.ui.platform().field->armed);
  t.ui.type("A");
  CHECK(t.item(1).name == "A");
  t.ui.type("Antrean baru ");
  CHECK(t.item(1).name == "Antrean baru ");
  t.ui.key(ImGuiKey_Enter);
  CHECK(t.item(1).name == "Antrean baru");
  CHECK(t.ui.grid().selected_record() == t.plan.items[2]);
  CHECK(t.ui.editor().history().steps().size() == 1);
  CHECK(t.ui.undo());
  CHECK(t.item(1).name == "Antrean daring");
  CHECK(t.ui.redo());
  CHECK(t.item(1).name == "Antrean baru");
}

TEST_CASE("the field lies exactly over the cell") {
  Screened t;
  REQUIRE(t.ui.click("Pagu 2024 3"));
  t.ui.key(ImGuiKey_F2);
  REQUIRE(t.ui.platform().field.has_value());
  TextFieldSpec const spec = *t.ui.platform().field;
  Rect const cell = t.ui.find("Pagu 2024 3")->rect;
  CHECK_FALSE(spec.armed);
  CHECK(spec.text == "400");
  CHECK(spec.kind == TextKind::number);
  CHECK(spec.label == "Pagu 2024");
  CHECK(std::abs(spec.box.x - cell.x) <= 2);
  CHECK(std::abs(spec.box.y - cell.y) <= 2);
  CHECK(std::abs(spec.box.x + spec.box.width - cell.x - cell.width) <= 2);
}

TEST_CASE("Esc takes a visit back, with everything that was typed in it") {
  Screened t;
  t.ui.click("Pagu 2024 3");
  t.ui.type("5");
  t.ui.type("555");
  CHECK(t.budget(2, 2024) == 555);
  t.ui.key(ImGuiKey_Escape);
  CHECK(t.budget(2, 2024) == 400);
  CHECK(t.ui.editor().history().steps().empty());
  t.ui.type("7");
  CHECK(t.budget(2, 2024) == 7);
}

TEST_CASE("money may be written in words, and what can't be read keeps the cell open with a sentence") {
  Screened t;
  t.ui.click("Pagu 2023 3");
  t.ui.type("1,5m");
  t.ui.key(ImGuiKey_Tab);
  CHECK(t.budget(2, 2023) == 1500);
  CHECK(t.ui.grid().selection.anchor.year == 2024);
  t.ui.type("1.2.5");
  t.ui.key(ImGuiKey_Enter);
  CHECK(t.ui.grid().selection.anchor.year == 2024);
  CHECK(t.ui.grid().selected_record() == t.plan.items[2]);
  CHECK(t.ui.shows("bukan jumlah uang"));
  REQUIRE(t.ui.platform().field.has_value());
  CHECK(t.ui.platform().field_text == "1.2.5");
  t.ui.click("Kegiatan 1");
  CHECK(t.ui.grid().selected_record() == t.plan.items[2]);
  t.ui.key(ImGuiKey_Escape);
  CHECK_FALSE(t.ui.shows("bukan jumlah uang"));
  CHECK(t.budget(2, 2024) == 400);
}

TEST_CASE("Enter after a run of Tab goes down below its beginning") {
  Screened t;
  t.ui.click("Pagu 2023 1");
  t.ui.type("1");
  t.ui.key(ImGuiKey_Tab);
  t.ui.type("2");
  t.ui.key(ImGuiKey_Tab);
  t.ui.type("3");
  t.ui.key(ImGuiKey_Enter);
  CHECK(t.ui.grid().selected_record() == t.plan.items[1]);
  CHECK(t.ui.grid().selection.anchor.year == 2023);
  CHECK(t.budget(0, 2023) == 1);
  CHECK(t.budget(0, 2025) == 3);
}

TEST_CASE("Delete clears a block in one step") {
  Screened t;
  t.ui.click("Pagu 2023 1");
  t.ui.key(shift | ImGuiKey_RightArrow);
  t.ui.key(shift | ImGuiKey_DownArrow);
  t.ui.key(ImGuiKey_Delete);
  CHECK_FALSE(t.budget(0, 2023).has_value());
  CHECK_FALSE(t.budget(1, 2024).has_value());
  CHECK(t.budget(0, 2025) == 250);
  CHECK(t.ui.undo());
  CHECK(t.budget(0, 2023) == 350);
  CHECK(t.budget(1, 2024) == 90);
}

TEST_CASE("fill down copies the first row of a block, or the row above a single cell") {
  Screened t;
  t.ui.click("OPD 1");
  t.ui.key(shift | ImGuiKey_DownArrow);
  t.ui.key(shift | ImGuiKey_DownArrow);
  t.ui.key(ctrl | ImGuiKey_D);
  CHECK(t.item(1).lead_agency == t.plan.diskominfo);
  CHECK(t.item(2).lead_agency == t.plan.diskominfo);
  t.ui.click("Pagu 2025 5");
  t.ui.key(ctrl | ImGuiKey_D);
  CHECK(t.budget(4, 2025) == 450);
  CHECK(t.ui.editor().history().steps().size() == 2);
}

TEST_CASE("a clean block is pasted at once, years of a series together") {
  Screened t;
  t.ui.click("Pagu 2023 1");
  t.ui.paste("10\t20\n30\t40\n");
  CHECK(t.budget(0, 2023) == 10);
  CHECK(t.budget(0, 2024) == 20);
  CHECK(t.budget(1, 2023) == 30);
  CHECK(t.budget(1, 2024) == 40);
  CHECK(t.budget(1, 2025) == 60);
  CHECK(t.ui.editor().history().steps().size() == 1);
  CHECK(t.ui.undo());
  CHECK(t.budget(0, 2023) == 350);
}

TEST_CASE("a block that can't be read throughout is shown before it is pasted") {
  Screened t;
  t.ui.click("Pagu 2023 1");
  t.ui.paste("10\tdua\n30\t40\n");
  CHECK(t.budget(0, 2023) == 350);
  CHECK(t.ui.shows("Baris 1, Pagu 2024"));
  CHECK(t.ui.shows("1 sel tidak bisa dibaca"));
  REQUIRE(t.ui.click("Tempel yang bisa"));
  CHECK(t.budget(0, 2023) == 10);
  CHECK(t.budget(0, 2024) == 250);
  CHECK(t.budget(1, 2024) == 40);
  t.ui.paste("x\n");
  REQUIRE(t.ui.click("Batal"));
  CHECK(t.budget(0, 2023) == 10);
  CHECK_FALSE(t.ui.shows("Tempel yang bisa"));
}

TEST_CASE("rows pasted past the last one become records of its group") {
  Screened t;
  t.ui.click("Kegiatan 6");
  t.ui.paste("Satu\tBappeda\nDua\tSetda\nTiga\tDiskominfo\n");
  auto const& table = t.ui.document().table(record_type<ActionItem>);
  CHECK(table.size() == 8);
  CHECK(t.item(5).name == "Satu");
  CHECK(t.ui.text("Kegiatan 8") == "Tiga");
  CHECK(t.ui.text("OPD 8") == "Diskominfo");
  CHECK(t.ui.text("Smart Branding") == "5 kegiatan");
}

TEST_CASE("copying gives the exact amounts as text and as a table, cutting empties the cells") {
  Screened t;
  t.ui.click("Pagu 2023 1");
  t.ui.key(shift | ImGuiKey_RightArrow);
  t.ui.grid().on_copy(false);
  t.ui.settle();
  CHECK(t.ui.clipboard.plain == "350\t250\r\n");
  CHECK(t.ui.clipboard.html.find("<table") != std::string::npos);
  t.ui.grid().on_copy(true);
  t.ui.settle();
  CHECK_FALSE(t.budget(0, 2023).has_value());
}

TEST_CASE("a head sorts up, down, and back to the plan's own order") {
  Screened t;
  REQUIRE(t.ui.click("Pagu, Jumlah"));
  CHECK(t.ui.text("Kegiatan 1") == "Antrean daring");
  CHECK(t.ui.text("Kegiatan 3") == "Portal layanan");
  t.ui.click("Pagu, Jumlah");
  CHECK(t.ui.text("Kegiatan 1") == "Portal layanan");
  CHECK(t.ui.text("Kegiatan 2") == "Survei kepuasan");
  t.ui.click("Pagu, Jumlah");
  CHECK(t.ui.text("Kegiatan 2") == "Antrean daring");
  CHECK(t.ui.settings.size() == 3);
}

TEST_CASE("a row that is being written stays in its place although it is sorted by that column") {
  Screened t;
  t.ui.click("Pagu 2024");
  CHECK(t.ui.text("Kegiatan 1") == "Antrean daring");
  t.ui.click("Pagu 2024 1");
  t.ui.type("9000");
  CHECK(t.ui.text("Kegiatan 1") == "Antrean daring");
  t.ui.key(ImGuiKey_Enter);
  CHECK(t.ui.text("Kegiatan 3") == "Antrean daring");
}

TEST_CASE("group heads fold their rows; numbers go on counting") {
  Screened t;
  REQUIRE(t.ui.click("Smart Governance"));
  CHECK_FALSE(t.ui.shows("Portal layanan"));
  CHECK(t.ui.text("Kegiatan 4") == "Pekan budaya");
  t.ui.click("Smart Governance");
  CHECK(t.ui.text("Kegiatan 1") == "Portal layanan");
}

TEST_CASE("the search filters while it is written, and can be taken away") {
  Screened t;
  t.ui.grid().focus_filter();
  t.ui.settle();
  t.ui.type("budaya");
  CHECK(t.ui.text("Kegiatan 1") == "Pekan budaya");
  CHECK_FALSE(t.ui.shows("Portal layanan"));
  CHECK(t.ui.shows("1 dari 6 kegiatan"));
  t.ui.type("tidak ada");
  CHECK(t.ui.shows("Tidak ada yang cocok"));
  REQUIRE(t.ui.click("Hapus saringan"));
  CHECK(t.ui.text("Kegiatan 1") == "Portal layanan");
}

TEST_CASE("chips filter by what the record type refers to") {
  Screened t;
  REQUIRE(t.ui.click("OPD", probe::Role::button));
  REQUIRE(t.ui.click("Badan Perencanaan", probe::Role::option));
  t.ui.key(ImGuiKey_Escape);
  CHECK(t.ui.text("Kegiatan 1") == "Antrean daring");
  CHECK(t.ui.text("Kegiatan 2") == "Pekan budaya");
  CHECK(t.ui.find("Kegiatan 3") == nullptr);
  CHECK(t.ui.find("Bappeda") != nullptr);
  t.ui.click("Hapus saringan");
  REQUIRE(t.ui.click("Tahun", probe::Role::button));
  REQUIRE(t.ui.click("2023", probe::Role::option));
  CHECK(t.ui.grid().query.filter.year == 2023);
}

TEST_CASE("findings filter the rows that have them") {
  Screened t;
  std::uint32_t const warnings = t.ui.view().findings.counts(record_type<ActionItem>).of(Severity::warning);
  REQUIRE(warnings > 0);
  REQUIRE(t.ui.click(std::to_string(warnings)));
  CHECK(t.ui.grid().query.filter.only_with_findings);
  for (Ulid id : t.ui.grid().table.shown_records()) CHECK(t.ui.view().findings.worst(id).has_value());
}

TEST_CASE("Ctrl+Enter makes a row below in the same group and writes its title") {
  Screened t;
  t.ui.click("Kegiatan 1");
  t.ui.key(ctrl | ImGuiKey_Enter);
  REQUIRE(t.ui.platform().field.has_value());
  CHECK_FALSE(t.ui.platform().field->armed);
  t.ui.type("Baris baru");
  t.ui.key(ImGuiKey_Enter);
  CHECK(t.ui.text("Kegiatan 2") == "Baris baru");
  CHECK(t.ui.text("Smart Governance") == "4 kegiatan");
  CHECK(t.ui.undo());
  CHECK(t.ui.undo());
  CHECK(t.ui.text("Kegiatan 2") == "Antrean daring");
}

TEST_CASE("a reference is chosen by writing part of its name") {
  Screened t;
  t.ui.click("OPD 1");
  t.ui.type("s");
  REQUIRE(t.ui.platform().field.has_value());
  CHECK(t.ui.platform().field_text == "s");
  t.ui.type("sekre");
  t.ui.key(ImGuiKey_Enter);
  CHECK(t.item(0).lead_agency == t.plan.setda);
  CHECK(t.ui.grid().edit.mode != EditMode::picker);
}

TEST_CASE("a record that is missing is made and referred to in one step") {
  Screened t;
  t.ui.click("OPD 1");
  t.ui.type("Dinas Pasar");
  REQUIRE(t.ui.click("Tambah OPD “Dinas Pasar”"));
  Agency const* const made = t.ui.document().get(t.item(0).lead_agency);
  REQUIRE(made);
  CHECK(made->name == "Dinas Pasar");
  CHECK(t.ui.undo());
  CHECK(t.item(0).lead_agency == t.plan.diskominfo);
  CHECK(t.ui.document().table(record_type<Agency>).size() == 3);
}

TEST_CASE("rows move among their neighbours, but not while sorted by a column") {
  Screened t;
  t.ui.click("Kegiatan 1");
  t.ui.key(alt | ImGuiKey_DownArrow);
  CHECK(t.ui.text("Kegiatan 1") == "Antrean daring");
  CHECK(t.ui.text("Kegiatan 2") == "Portal layanan");
  CHECK(t.ui.grid().selected_record() == t.plan.items[0]);
  t.ui.key(alt | ImGuiKey_UpArrow);
  CHECK(t.ui.text("Kegiatan 1") == "Portal layanan");
  t.ui.click("Pagu 2024");
  t.ui.key(alt | ImGuiKey_DownArrow);
  CHECK(t.ui.notices.size() == 1);
}

TEST_CASE("several rows: one value for all, copies, the trash") {
  Screened t;
  t.ui.click("Kegiatan 1");
  t.ui.key(shift | ImGuiKey_DownArrow);
  CHECK(t.ui.shows("Dipilih: 2 baris, Rp 1.640.000.000"));
  REQUIRE(t.ui.click("Ubah kolom"));
  t.ui.type("status");
  REQUIRE(t.ui.click("Status", probe::Role::option));
  REQUIRE(t.ui.click("Ditinjau", probe::Role::option));
  CHECK(t.item(0).status == RowStatus::review);
  CHECK(t.item(1).status == RowStatus::review);
  REQUIRE(t.ui.click("Ubah kolom"));
  t.ui.type("mitra");
  REQUIRE(t.ui.click("Mitra", probe::Role::option));
  t.ui.type("Kampus");
  t.ui.key(ImGuiKey_Enter);
  CHECK(t.item(1).partners == "Kampus");
  REQUIRE(t.ui.click("Gandakan"));
  CHECK(t.ui.document().table(record_type<ActionItem>).size() == 8);
  CHECK(t.ui.shows("Portal layanan (salinan)"));
  t.ui.undo();
  REQUIRE(t.ui.click("Hapus 2 baris"));
  CHECK_FALSE(t.alive(0));
  CHECK_FALSE(t.alive(1));
  CHECK(t.ui.grid().selected_record() == t.plan.items[2]);
  CHECK(t.ui.undo());
  CHECK(t.alive(0));
}

TEST_CASE("Ctrl with the mouse adds rows one by one, Shift takes all between") {
  Screened t;
  t.ui.click("Kegiatan 1");
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
  t.ui.click("Kegiatan 4");
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
  t.ui.settle();
  CHECK(t.ui.shows("Dipilih: 2 baris"));
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
  t.ui.click("Kegiatan 2");
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
  t.ui.settle();
  CHECK(t.ui.shows("Dipilih: 3 baris"));
}

TEST_CASE("heads are dragged to resize and reorder; the arrangement is kept as text") {
  Screened t;
  auto const head_of = [&](std::string_view name) { return probe::find(name, probe::Role::column_header)->rect; };
  Rect const before = head_of("OPD");
  t.ui.drag({before.x + before.width, before.y + 10}, {before.x + before.width + 40, before.y + 10});
  CHECK(head_of("OPD").width == doctest::Approx(before.width + 40));
  t.ui.drag({before.x + 20, before.y + 10}, {1000, before.y + 10});
  CHECK(head_of("OPD").x > head_of("Sumber dana").x);
  std::string const kept = t.ui.grid().encode();
  GridState again(record_type<ActionItem>);
  again.decode(kept);
  CHECK(again.encode() == kept);
  REQUIRE_FALSE(t.ui.settings.empty());
  CHECK(t.ui.settings.back() == "view.action_item=" + kept);
}

TEST_CASE("columns are shown and hidden, and a jump to a hidden one brings it back") {
  Screened t;
  REQUIRE(t.ui.click("12"));
  t.ui.type("opd");
  REQUIRE(t.ui.click("OPD", probe::Role::option));
  t.ui.key(ImGuiKey_Escape);
  CHECK(probe::find("OPD", probe::Role::column_header) == nullptr);
  t.ui.grid().select_record(t.plan.items[4], field("location"));
  t.ui.settle();
  CHECK(t.ui.find("Lokasi") != nullptr);
  CHECK(t.ui.grid().selected_record() == t.plan.items[4]);
  CHECK(t.ui.grid().selection.anchor.field == field("location"));
}

TEST_CASE("yes and no: Space toggles") {
  Screened t;
  t.ui.grid().select_record(t.plan.items[1], field("quick_win"));
  t.ui.settle();
  CHECK_FALSE(t.ui.platform().field.has_value());
  t.ui.key(ImGuiKey_Space);
  CHECK(t.item(1).quick_win);
  t.ui.key(ImGuiKey_Space);
  CHECK_FALSE(t.item(1).quick_win);
}

TEST_CASE("an empty list says why it matters and how to begin") {
  SmallPlan plan = small_plan();
  plan.document.tables[index_of(record_type<ActionItem>)] = {};
  GridHarness ui(plan.document);
  CHECK(ui.shows("Belum ada kegiatan."));
  ui.paste("Satu\nDua\n");
  CHECK(ui.document().table(record_type<ActionItem>).size() == 2);
  CHECK(ui.text("Kegiatan 1") == "Satu");
}

TEST_CASE("the first row can be made with the primary button") {
  SmallPlan plan = small_plan();
  plan.document.tables[index_of(record_type<ActionItem>)] = {};
  GridHarness ui(plan.document);
  REQUIRE(ui.click("Tambah kegiatan"));
  ui.type("Awal");
  ui.key(ImGuiKey_Enter);
  CHECK(ui.text("Kegiatan 1") == "Awal");
}

TEST_CASE("the wheel scrolls, the head stays, keys bring the selection back into view") {
  Screened t({.size = {900, 200}});
  float const head = t.ui.find("Kegiatan")->rect.y;
  t.ui.wheel({300, 150}, -20);
  CHECK(t.ui.grid().scroll_y > 0);
  CHECK(t.ui.find("Kegiatan")->rect.y == head);
  t.ui.key(ctrl | ImGuiKey_Home);
  t.ui.settle();
  REQUIRE(t.ui.find("Kegiatan 1"));
  CHECK(t.ui.find("Kegiatan 1")->rect.height == doctest::Approx(28));
}

TEST_CASE("nothing can be written in a plan that is only read") {
  Screened t({.read_only = true});
  t.ui.click("Kegiatan 1");
  CHECK_FALSE(t.ui.platform().field.has_value());
  t.ui.key(ImGuiKey_F2);
  t.ui.key(ImGuiKey_Delete);
  t.ui.key(ctrl | ImGuiKey_D);
  t.ui.key(ctrl | ImGuiKey_Enter);
  t.ui.paste("x\n");
  CHECK(t.ui.editor().revision() == 1);
  CHECK(t.ui.refused == 0);
}

TEST_CASE("every record type has its table") {
  for (RecordInfo const& info : record_infos()) {
    GridHarness ui(small_plan().document, {.type = info.type});
    CHECK_MESSAGE(ui.find(ui.strings().find("record." + std::string(info.name) + ".many").value_or("")) != nullptr, info.name);
  }
}
