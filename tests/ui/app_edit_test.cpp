// The whole program at work on one plan: typing, undoing, throwing away, finding again.
#include <doctest/doctest.h>

#include "at_work.hpp"

using namespace rancang;
using namespace rancang::testing;

TEST_CASE("what is typed is stored by itself and is there again after a restart") {
  auto const disk = std::make_shared<NullDisk>();
  std::string route, name;
  {
    AtWork ui(disk);
    REQUIRE(ui.open_sample());
    CHECK(ui.first_name() != "");
    REQUIRE(ui.type_name("Portal satu pintu"));
    CHECK(ui.first_name() == "Portal satu pintu");
    CHECK_FALSE(ui.stored());
    ui.store();
    CHECK(ui.stored());
    CHECK(ui.shows("Tersimpan"));
    route = ui.platform().routes.back();
    name = ui.platform().title;
  }
  CHECK(disk->writers.empty());
  AtWork later(disk, route);
  REQUIRE(later.in_plan());
  CHECK(later.first_name() == "Portal satu pintu");
  CHECK(later.platform().title == name);
  AtWork home(disk);
  CHECK_FALSE(home.in_plan());
  CHECK(home.shows("Kota Tebing Tinggi"));
}

TEST_CASE_FIXTURE(SampleOpen, "Ctrl+Z takes back what was typed as one step, Ctrl+Y does it again") {
  REQUIRE(ui.type_name("Portal satu pintu"));
  ui.key(ctrl | ImGuiKey_Z);
  CHECK(ui.first_name() == original);
  ui.key(ctrl | ImGuiKey_Y);
  CHECK(ui.first_name() == "Portal satu pintu");
  ui.key(ctrl | ImGuiKey_Z);
  ui.key(ctrl | shift | ImGuiKey_Z);
  CHECK(ui.first_name() == "Portal satu pintu");
  CHECK(ui.history().steps().size() == 1);
}

TEST_CASE_FIXTURE(SampleOpen, "the buttons of the bar undo and redo, and say so when there is nothing left") {
  CHECK_FALSE(ui.click(ui.s().action_undo()));
  REQUIRE(ui.type_name("X"));
  REQUIRE(ui.click(ui.s().action_undo()));
  CHECK(ui.first_name() == original);
  CHECK_FALSE(ui.click(ui.s().action_undo()));
  REQUIRE(ui.click(ui.s().action_redo()));
  CHECK(ui.first_name() == "X");
}

TEST_CASE_FIXTURE(SampleOpen, "Escape in a cell leaves everything as it was") {
  REQUIRE(ui.click("Kegiatan 1"));
  ui.type("setengah");
  ui.key(ImGuiKey_Escape);
  CHECK(ui.first_name() == original);
  CHECK(ui.history().steps().empty());
}

TEST_CASE_FIXTURE(SampleOpen, "a deleted row lies in the trash and comes back with its place") {
  std::string const second = ui.text("Kegiatan 2");
  std::size_t const rows = ui.activities();
  REQUIRE(ui.click("Kegiatan 1"));
  REQUIRE(ui.click(ui.s().pane_delete()));
  CHECK(ui.activities() == rows - 1);
  CHECK(ui.first_name() == second);
  CHECK(ui.told("1 butir dipindah ke keranjang"));
  REQUIRE(ui.click(ui.s().action_show_trash()));
  REQUIRE(ui.find(original, probe::Role::checkbox));
  REQUIRE(ui.click(original));
  REQUIRE(ui.click("Pulihkan 1 butir"));
  CHECK(ui.activities() == rows);
  CHECK(ui.shows(ui.s().trash_empty()));
  REQUIRE(ui.open_table(record_type<ActionItem>));
  CHECK(ui.first_name() == original);
}

TEST_CASE_FIXTURE(SampleOpen, "a deletion can be taken back from the note that tells it") {
  REQUIRE(ui.click("Kegiatan 1"));
  REQUIRE(ui.click(ui.s().pane_delete()));
  REQUIRE(ui.click(ui.s().action_undo(), probe::Role::link));
  CHECK(ui.first_name() == original);
  CHECK_FALSE(ui.told("dipindah ke keranjang"));
}

TEST_CASE_FIXTURE(SampleOpen, "a note goes by itself after a while") {
  REQUIRE(ui.click("Kegiatan 1"));
  REQUIRE(ui.click(ui.s().pane_delete()));
  CHECK(ui.told("dipindah ke keranjang"));
  ui.wait(7000);
  CHECK_FALSE(ui.told("dipindah ke keranjang"));
}

TEST_CASE_FIXTURE(SampleOpen, "the history tells every step in a sentence and goes back to any of them") {
  REQUIRE(ui.type_name("Satu"));
  REQUIRE(ui.type_name("Dua"));
  REQUIRE(ui.click("Kegiatan 2"));
  REQUIRE(ui.click(ui.s().pane_delete()));
  REQUIRE(ui.click(ui.s().action_show_history()));
  CHECK(ui.find("Kegiatan \xE2\x80\x9C" "Satu\xE2\x80\x9D diubah", probe::Role::row));
  CHECK(ui.find("Kegiatan \xE2\x80\x9C" "Dua\xE2\x80\x9D diubah", probe::Role::row));
  CHECK(ui.shows("dihapus"));
  REQUIRE(ui.click("Kegiatan \xE2\x80\x9C" "Satu\xE2\x80\x9D diubah", probe::Role::row));
  CHECK(ui.history().position() == 1);
  REQUIRE(ui.click(ui.s().history_start(), probe::Role::row));
  CHECK(ui.history().position() == 0);
  REQUIRE(ui.open_table(record_type<ActionItem>));
  CHECK(ui.first_name() == original);
  REQUIRE(ui.click(ui.s().action_show_history()));
  REQUIRE(ui.click("Kegiatan \xE2\x80\x9C" "Dua\xE2\x80\x9D diubah", probe::Role::row));
  REQUIRE(ui.open_table(record_type<ActionItem>));
  CHECK(ui.first_name() == "Dua");
}

TEST_CASE_FIXTURE(SampleOpen, "a history that has forgotten its oldest steps says so, and goes back as far as it remembers") {
  ui.app().plan()->editor.limit_history({2, ~std::size_t{0}});
  for (auto const* name : {"Satu", "Dua", "Tiga"}) REQUIRE(ui.type_name(name));
  REQUIRE(ui.click(ui.s().action_show_history()));
  CHECK_FALSE(ui.find(ui.s().history_start(), probe::Role::row));
  REQUIRE(ui.click(ui.s().history_forgotten("1"), probe::Role::row));
  CHECK(ui.history().position() == 0);
  REQUIRE(ui.open_table(record_type<ActionItem>));
  CHECK(ui.first_name() == "Satu");
  REQUIRE(ui.click(ui.s().action_show_history()));
  REQUIRE(ui.click("Kegiatan \xE2\x80\x9C" "Tiga\xE2\x80\x9D diubah", probe::Role::row));
  REQUIRE(ui.open_table(record_type<ActionItem>));
  CHECK(ui.first_name() == "Tiga");
}

TEST_CASE_FIXTURE(SampleOpen, "a field of the form writes into the same record as the table") {
  REQUIRE(ui.click("Kegiatan 1"));
  REQUIRE(ui.click("Kegiatan", probe::Role::text_field));
  ui.type("Dari formulir");
  CHECK(ui.first_name() == "Dari formulir");
  ui.key(ImGuiKey_Escape);
  CHECK(ui.first_name() != "Dari formulir");
  CHECK(ui.history().steps().empty());
}

TEST_CASE_FIXTURE(SampleOpen, "the palette finds a record by its name and goes there") {
  std::string name;
  Ulid id;
  ui.document().table(record_type<Agency>).for_each([&](NodePtr const& node) { name = node->as<Agency>().name, id = node->id; });
  ui.key(ctrl | ImGuiKey_K);
  ui.type(name);
  REQUIRE(ui.find(name, probe::Role::option));
  ui.key(ImGuiKey_Enter);
  CHECK(ui.app().route().type == record_type<Agency>);
  CHECK(ui.app().route().record == id);
  CHECK(ui.find(record_many(ui.s(), record_info(record_type<Agency>)), probe::Role::heading));
}

TEST_CASE_FIXTURE(SampleOpen, "the palette runs a command") {
  ui.key(ctrl | ImGuiKey_K);
  ui.type("riwayat");
  REQUIRE(ui.find(ui.s().action_show_history(), probe::Role::option));
  while (!(ui.find(ui.s().action_show_history(), probe::Role::option)->state & probe::State::selected)) {
    REQUIRE(ui.platform().field.has_value());
    ui.platform().exit_field(FieldExit::arrow_down);
    ui.settle();
  }
  ui.key(ImGuiKey_Enter);
  CHECK(ui.app().route().screen == Screen::history);
}

TEST_CASE_FIXTURE(SampleOpen, "F4 goes from finding to finding, each time to the record that it speaks of") {
  REQUIRE(ui.click("Kegiatan 1"));
  REQUIRE(ui.app().plan()->findings.counts().of(Severity::warning) + ui.app().plan()->findings.counts().of(Severity::error) > 1);
  ui.key(ImGuiKey_F4);
  Route const first = ui.app().route();
  CHECK(first.screen == Screen::records);
  CHECK(ui.app().plan()->findings.worst(first.record).has_value());
  ui.key(ImGuiKey_F4);
  CHECK(ui.app().plan()->findings.worst(ui.app().route().record).has_value());
}

TEST_CASE_FIXTURE(SampleOpen, "a tab that only reads does not offer to go back in the history") {
  REQUIRE(ui.type_name("Nama yang lain"));
  ui.app().act(Action::show_history);
  ui.settle();
  CHECK(ui.shows(ui.s().history_start()));
  ui.app().plan()->editor.set_read_only(true);
  ui.settle();
  CHECK_FALSE(ui.click(ui.s().history_start()));
  CHECK(ui.history().position() == 1);
  ui.app().plan()->editor.set_read_only(false);
  ui.settle();
  CHECK(ui.click(ui.s().history_start()));
  CHECK(ui.history().position() == 0);
}
