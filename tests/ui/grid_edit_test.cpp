// One cell of the table at a time: typing, leaving, taking back, choosing.
#include <doctest/doctest.h>

#include "table_at_work.hpp"

using namespace rancang;

TEST_CASE_FIXTURE(TableAtWork, "typing over a cell writes letter by letter in one step of undo, Enter goes down") {
  REQUIRE(ui.click("Kegiatan 2"));
  REQUIRE(ui.platform().field.has_value());
  CHECK(ui.platform().field->armed);
  ui.type("A");
  CHECK(item(1).name == "A");
  ui.type("Antrean baru ");
  CHECK(item(1).name == "Antrean baru ");
  ui.key(ImGuiKey_Enter);
  CHECK(item(1).name == "Antrean baru");
  CHECK(on_item(2));
  CHECK(steps() == 1);
  CHECK(ui.undo());
  CHECK(item(1).name == "Antrean daring");
  CHECK(ui.redo());
  CHECK(item(1).name == "Antrean baru");
}

TEST_CASE_FIXTURE(TableAtWork, "the field lies exactly over the cell") {
  REQUIRE(ui.click("Pagu 2024 3"));
  ui.key(ImGuiKey_F2);
  REQUIRE(ui.platform().field.has_value());
  TextFieldSpec const spec = *ui.platform().field;
  Rect const cell = ui.find("Pagu 2024 3")->rect;
  CHECK_FALSE(spec.armed);
  CHECK(spec.text == "400");
  CHECK(spec.kind == TextKind::number);
  CHECK(spec.label == "Pagu 2024");
  CHECK(std::abs(spec.box.x - cell.x) <= 2);
  CHECK(std::abs(spec.box.y - cell.y) <= 2);
  CHECK(std::abs(spec.box.x + spec.box.width - cell.x - cell.width) <= 2);
}

TEST_CASE_FIXTURE(TableAtWork, "Esc takes a visit back, with everything that was typed in it") {
  ui.click("Pagu 2024 3");
  ui.type("5");
  ui.type("555");
  CHECK(budget(2, 2024) == 555);
  ui.key(ImGuiKey_Escape);
  CHECK(budget(2, 2024) == 400);
  CHECK(steps() == 0);
  ui.type("7");
  CHECK(budget(2, 2024) == 7);
}

TEST_CASE_FIXTURE(TableAtWork, "money may be written in words, and what can't be read keeps the cell open with a sentence") {
  ui.click("Pagu 2023 3");
  ui.type("1,5m");
  ui.key(ImGuiKey_Tab);
  CHECK(budget(2, 2023) == 1500);
  CHECK(ui.grid().selection.anchor.year == 2024);
  ui.type("1.2.5");
  ui.key(ImGuiKey_Enter);
  CHECK(ui.grid().selection.anchor.year == 2024);
  CHECK(on_item(2));
  CHECK(ui.shows("bukan jumlah uang"));
  REQUIRE(ui.platform().field.has_value());
  CHECK(ui.platform().field_text == "1.2.5");
  ui.click("Kegiatan 1");
  CHECK(on_item(2));
  ui.key(ImGuiKey_Escape);
  CHECK_FALSE(ui.shows("bukan jumlah uang"));
  CHECK(budget(2, 2024) == 400);
}

TEST_CASE_FIXTURE(TableAtWork, "Enter after a run of Tab goes down below its beginning") {
  ui.click("Pagu 2023 1");
  ui.type("1");
  ui.key(ImGuiKey_Tab);
  ui.type("2");
  ui.key(ImGuiKey_Tab);
  ui.type("3");
  ui.key(ImGuiKey_Enter);
  CHECK(on_item(1));
  CHECK(ui.grid().selection.anchor.year == 2023);
  CHECK(budget(0, 2023) == 1);
  CHECK(budget(0, 2025) == 3);
}

TEST_CASE_FIXTURE(TableAtWork, "a reference is chosen by writing part of its name") {
  ui.click("OPD 1");
  ui.type("s");
  REQUIRE(ui.platform().field.has_value());
  CHECK(ui.platform().field_text == "s");
  ui.type("sekre");
  ui.key(ImGuiKey_Enter);
  CHECK(item(0).lead_agency == plan.setda);
  CHECK(ui.grid().edit.mode != EditMode::picker);
}

TEST_CASE_FIXTURE(TableAtWork, "a record that is missing is made and referred to in one step") {
  ui.click("OPD 1");
  ui.type("Dinas Pasar");
  REQUIRE(ui.click("Tambah OPD “Dinas Pasar”"));
  Agency const* const made = ui.document().get(item(0).lead_agency);
  REQUIRE(made);
  CHECK(made->name == "Dinas Pasar");
  CHECK(ui.undo());
  CHECK(item(0).lead_agency == plan.diskominfo);
  CHECK(ui.document().table(record_type<Agency>).size() == 3);
}

TEST_CASE_FIXTURE(TableAtWork, "yes and no: Space toggles") {
  ui.grid().select_record(plan.items[1], field("quick_win"));
  ui.settle();
  CHECK_FALSE(ui.platform().field.has_value());
  ui.key(ImGuiKey_Space);
  CHECK(item(1).quick_win);
  ui.key(ImGuiKey_Space);
  CHECK_FALSE(item(1).quick_win);
}

TEST_CASE("nothing can be written in a plan that is only read") {
  TableAtWork t({.read_only = true});
  t.ui.click("Kegiatan 1");
  CHECK_FALSE(t.ui.platform().field.has_value());
  t.ui.key(ImGuiKey_F2);
  t.ui.key(ImGuiKey_Delete);
  t.ui.key(TableAtWork::ctrl | ImGuiKey_D);
  t.ui.key(TableAtWork::ctrl | ImGuiKey_Enter);
  t.ui.paste("x\n");
  CHECK(t.ui.editor().revision() == 1);
  CHECK(t.ui.refused == 0);
}
