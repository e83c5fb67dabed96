// Rows of the table: going from one to the next, making, moving, choosing several.
#include <doctest/doctest.h>

#include "table_at_work.hpp"

using namespace rancang;

TEST_CASE_FIXTURE(TableAtWork, "arrows, Tab, Home and End move over group heads and wrap at the end of a row") {
  CHECK(on_item(0));
  ui.key(ImGuiKey_DownArrow);
  ui.key(ImGuiKey_DownArrow);
  ui.key(ImGuiKey_DownArrow);
  CHECK(on_item(3));
  ui.key(ImGuiKey_End);
  CHECK(ui.grid().selection.anchor.field == field("status"));
  ui.key(ImGuiKey_Tab);
  CHECK(on_item(4));
  CHECK(ui.grid().selection.anchor.field == field("name"));
  ui.key(shift | ImGuiKey_Tab);
  CHECK(on_item(3));
  ui.key(ctrl | ImGuiKey_Home);
  CHECK(on_item(0));
  ui.key(ctrl | ImGuiKey_End);
  CHECK(on_item(5));
}

TEST_CASE_FIXTURE(TableAtWork, "Ctrl+Enter makes a row below in the same group and writes its title") {
  ui.click("Kegiatan 1");
  ui.key(ctrl | ImGuiKey_Enter);
  REQUIRE(ui.platform().field.has_value());
  CHECK_FALSE(ui.platform().field->armed);
  ui.type("Baris baru");
  ui.key(ImGuiKey_Enter);
  CHECK(ui.text("Kegiatan 2") == "Baris baru");
  CHECK(ui.text("Smart Governance") == "4 kegiatan");
  CHECK(ui.undo());
  CHECK(ui.undo());
  CHECK(ui.text("Kegiatan 2") == "Antrean daring");
}

TEST_CASE_FIXTURE(TableAtWork, "rows move among their neighbours, but not while sorted by a column") {
  ui.click("Kegiatan 1");
  ui.key(alt | ImGuiKey_DownArrow);
  CHECK(ui.text("Kegiatan 1") == "Antrean daring");
  CHECK(ui.text("Kegiatan 2") == "Portal layanan");
  CHECK(on_item(0));
  ui.key(alt | ImGuiKey_UpArrow);
  CHECK(ui.text("Kegiatan 1") == "Portal layanan");
  ui.click("Pagu 2024");
  ui.key(alt | ImGuiKey_DownArrow);
  CHECK(ui.notices.size() == 1);
}

TEST_CASE_FIXTURE(TableAtWork, "several rows: one value for all, copies, the trash") {
  ui.click("Kegiatan 1");
  ui.key(shift | ImGuiKey_DownArrow);
  CHECK(ui.shows("Dipilih: 2 baris, Rp 1.640.000.000"));
  REQUIRE(ui.click("Ubah kolom"));
  ui.type("status");
  REQUIRE(ui.click("Status", probe::Role::option));
  REQUIRE(ui.click("Ditinjau", probe::Role::option));
  CHECK(item(0).status == RowStatus::review);
  CHECK(item(1).status == RowStatus::review);
  REQUIRE(ui.click("Ubah kolom"));
  ui.type("mitra");
  REQUIRE(ui.click("Mitra", probe::Role::option));
  ui.type("Kampus");
  ui.key(ImGuiKey_Enter);
  CHECK(item(1).partners == "Kampus");
  REQUIRE(ui.click("Gandakan"));
  CHECK(items() == 8);
  CHECK(ui.shows("Portal layanan (salinan)"));
  ui.undo();
  REQUIRE(ui.click("Hapus 2 baris"));
  CHECK_FALSE(alive(0));
  CHECK_FALSE(alive(1));
  CHECK(on_item(2));
  CHECK(ui.undo());
  CHECK(alive(0));
}

TEST_CASE_FIXTURE(TableAtWork, "Ctrl with the mouse adds rows one by one, Shift takes all between") {
  ui.click("Kegiatan 1");
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
  ui.click("Kegiatan 4");
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
  ui.settle();
  CHECK(ui.shows("Dipilih: 2 baris"));
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
  ui.click("Kegiatan 2");
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
  ui.settle();
  CHECK(ui.shows("Dipilih: 3 baris"));
}

TEST_CASE_FIXTURE(EmptyTable, "an empty list says why it matters and how to begin") {
  CHECK(ui.shows("Belum ada kegiatan."));
  ui.paste("Satu\nDua\n");
  CHECK(ui.document().table(record_type<ActionItem>).size() == 2);
  CHECK(ui.text("Kegiatan 1") == "Satu");
}

TEST_CASE_FIXTURE(EmptyTable, "the first row can be made with the primary button") {
  REQUIRE(ui.click("Tambah kegiatan"));
  ui.type("Awal");
  ui.key(ImGuiKey_Enter);
  CHECK(ui.text("Kegiatan 1") == "Awal");
}
