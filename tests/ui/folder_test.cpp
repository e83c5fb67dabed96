// Laptops that share a folder, at work: what one writes comes to the others, and nobody is disturbed.
#include <doctest/doctest.h>

#include "laptops.hpp"

using namespace rancang;
using namespace rancang::testing;

TEST_CASE("three laptops that write different and the same fields end equal, and what disagrees is open on all") {
  Room room(3);
  CHECK(room.shared->files.size() == 3);
  room[0].write(0, "name", "Ditulis A");
  room[1].write(0, "location", "Ditulis B");
  room[2].write(1, "name", "Ditulis C");
  room[0].write(1, "name", "Juga ditulis A");
  room.pass();
  room.check_equal();
  for (auto& laptop : room.laptops) {
    CHECK(laptop->item(0).name == "Ditulis A");
    CHECK(laptop->item(0).location == "Ditulis B");
    auto const open = open_conflicts(laptop->ui().document());
    REQUIRE(open.size() == 1);
    CHECK(different_values(*open[0].node, open[0].field).size() == 2);
    CHECK(laptop->ui().shows("Folder: 3 laptop"));
  }
  CHECK(room[2].ui().history().steps().size() == 1);
  // Whoever settles it settles it for all.
  room[1].write(1, "name", "Disepakati");
  room.pass();
  room.check_equal();
  CHECK(open_conflicts(room[0].ui().document()).empty());
  CHECK(room[0].item(1).name == "Disepakati");
}

TEST_CASE("a quiet folder is neither read nor written, and wakes nobody") {
  Room room(2);
  room[0].write(0, "name", "Terakhir");
  room.pass(8);
  for (auto& laptop : room.laptops) {
    auto& access = laptop->ui().platform().null_folder();
    int const reads = access.reads, writes = access.writes, told = access.told;
    laptop->ui().wait(60'000);
    CHECK(access.reads == reads);
    CHECK(access.writes == writes);
    CHECK(access.told == told);
    CHECK_FALSE(laptop->folder().wake_in_ms({}));
    CHECK_FALSE(laptop->ui().platform().frame_wanted);
  }
}

TEST_CASE("undo takes back one's own work and leaves that of the others") {
  Room room(2);
  std::string const name = room[0].item(0).name, location = room[0].item(0).location;
  room[0].write(0, "name", "Ditulis A");
  room[1].write(0, "location", "Ditulis B");
  room.pass();
  room[0].ui().app().act(Action::undo);
  room.pass();
  room.check_equal();
  CHECK(room[1].item(0).name == name);
  CHECK(room[1].item(0).location == "Ditulis B");
  room[1].ui().app().act(Action::undo);
  room.pass();
  CHECK(room[0].item(0).location == location);
  CHECK(room[0].ui().history().position() == 0);
}

TEST_CASE("what comes for the record that somebody is writing into waits until the field is left") {
  Room room(2);
  room[0].ui().app().go({Screen::records, room[0].ui().document().plan_id, items, {}}, false);
  room[0].ui().settle();
  Ulid const first = room[0].ui().app().plan()->grid(room[0].ui().app().route(), room[0].ui().platform()).selected_record();
  REQUIRE(room[0].ui().type_name("Sementara"));
  room.pass();
  room[0].ui().wait(500);
  REQUIRE(room[0].ui().click("Kegiatan 1"));
  room[0].ui().type("Punya A");
  REQUIRE(room[0].ui().platform().field);
  Ulid id = first;
  for (auto const& node : room[0].ui().document().table(items).stored())
    if (node->as<ActionItem>().name == "Punya A") id = node->id;
  room[1].ui().app().edit(SetField{{items, id, item_field("name"), std::string("Punya B")}});
  room.pass();
  auto const values = [&] { return different_values(**room[0].ui().document().table(items).find(id), item_field("name")).size(); };
  CHECK(values() == 1);
  room[0].ui().key(ImGuiKey_Enter);
  room.pass();
  CHECK(values() == 2);
  room.check_equal();
}

TEST_CASE("what comes for an open conflict waits while somebody writes the value that settles it") {
  Room room(2);
  room[0].write(0, "name", "Ditulis A");
  room[1].write(0, "name", "Ditulis B");
  room.pass();
  AtWork& ui = room[0].ui();
  REQUIRE(open_conflicts(ui.document()).size() == 1);
  ui.app().go({Screen::conflicts, ui.document().plan_id, RecordType::none, {}}, false);
  ui.settle();
  ui.key(ImGuiKey_4);
  ui.type(" berdua");
  room[1].write(0, "name", "Diputuskan B");
  room.pass();
  REQUIRE(ui.platform().field);
  CHECK(open_conflicts(ui.document()).size() == 1);
  ui.type(" dan selesai");
  ui.key(ImGuiKey_Enter);
  CHECK(room[0].item(0).name.ends_with(" berdua dan selesai"));
  room.pass();
  room.check_equal();
  CHECK(open_conflicts(ui.document()).size() == 1);
}

TEST_CASE("a slice stays the part that was handed out, and the whole plan takes what it brings") {
  Document const whole = generate_plan(5, 3);
  SliceScope scope;
  scope.agency = whole.table_of<Agency>().stored()[0]->id;
  Document const part = make_slice(whole, scope);
  Room room(1, part);
  Document const before = room[0].ui().document();
  REQUIRE(before.scope);
  room.shared->put("Utuh0001.rancang.json", write_plan(whole, {}));
  room.pass();
  CHECK(room[0].peer("Utuh0001.rancang.json")->problem.id == "folder.other_scope");
  CHECK(difference(before, room[0].ui().document()) == "");

  Room office(1, whole);
  Document const mine = office[0].ui().document();
  office.shared->put("Bagian01.rancang.json", write_plan(part, {}));
  office.pass();
  CHECK(office[0].peer("Bagian01.rancang.json")->state == PeerState::taken);
  CHECK(difference(mine, office[0].ui().document()) == "");
}

TEST_CASE("nothing leaves the laptop before it is stored") {
  Room room(1);
  Laptop& laptop = room[0];
  std::string const own = laptop.own_file();
  laptop.disk->inject(1, Fault::from_then_on);
  laptop.write(0, "name", "Belum tersimpan");
  laptop.ui().wait(8000);
  CHECK(room.shared->files[own].bytes.find("Belum tersimpan") == std::string::npos);
  laptop.disk->clear_faults();
  laptop.ui().wait(40'000);
  laptop.ui().wait(3000);
  CHECK(room.shared->files[own].bytes.find("Belum tersimpan") != std::string::npos);
}

TEST_CASE("what was typed just before leaving still reaches the others, and the folder is there again at the next visit") {
  Room room(2);
  room[0].write(0, "name", "Sesaat sebelum pergi");
  room[0].ui().app().go({}, false);
  room.pass(2);
  CHECK_FALSE(room[0].ui().in_plan());
  CHECK(room[1].item(0).name == "Sesaat sebelum pergi");
  std::size_t const files = room.shared->files.size();
  room[1].write(0, "location", "Selagi pergi");
  room.pass(2);
  room[0].start();
  REQUIRE(room[0].ui().in_plan());
  room.pass();
  room.check_equal();
  CHECK(room[0].item(0).location == "Selagi pergi");
  CHECK(room.shared->files.size() == files);  // a laptop is one file, whatever happens
}

TEST_CASE("a laptop has a name, and others see it") {
  Room room(2);
  REQUIRE(room[0].ui().click(room[0].ui().s().folder_label(), probe::Role::text_field));
  room[0].ui().type("Bappeda \xE2\x80\x93 Rina");
  room[0].ui().key(ImGuiKey_Enter);
  room.pass();
  CHECK(room[1].ui().shows("Bappeda \xE2\x80\x93 Rina"));
  CHECK(room[0].ui().shows(room[0].ui().s().folder_row_own("Bappeda \xE2\x80\x93 Rina")));
}

TEST_CASE("a folder is given up with a press and not looked at any more") {
  Room room(2);
  REQUIRE(room[0].ui().click(room[0].ui().s().folder_stop()));
  room[1].write(0, "name", "Tidak sampai");
  room.pass();
  CHECK(room[0].item(0).name != "Tidak sampai");
  CHECK_FALSE(room[0].ui().shows("Folder: 2 laptop"));
  CHECK(room[0].ui().shows(room[0].ui().s().folder_none()));
  CHECK(room[0].disk->folders.empty());
}

TEST_CASE("a browser without folders shows nothing of them") {
  AtWork ui;
  ui.open_files({{"rencana.rancang.json", write_plan(generate_plan(5, 3), {}), 0}});
  REQUIRE(ui.in_plan());
  CHECK_FALSE(ui.app().plan()->folder);
  CHECK_FALSE(ui.find(ui.s().action_show_folder()));
  ui.app().act(Action::show_folder);
  ui.settle();
  CHECK(ui.shows(ui.s().action_show_folder()));
  CHECK_FALSE(ui.find(ui.s().folder_pick()));
}

TEST_CASE("the name of a laptop is kept when the screen is left while it is being written, and Esc gives the old one back") {
  Room room(1);
  AtWork& ui = room[0].ui();
  auto const write = [&](std::string_view text) {
    ui.app().act(Action::show_folder);
    ui.settle();
    REQUIRE(ui.click(ui.s().folder_label(), probe::Role::text_field));
    ui.type(text);
  };
  auto const known = [&] { return ui.document().replicas->at(ui.app().plan()->editor.replica()).label; };
  write("Bappeda");
  ui.go_back();
  REQUIRE(ui.app().route().screen != Screen::folder);
  CHECK(known() == "Bappeda");
  write("Kominfo");
  ui.key(ImGuiKey_Escape);
  CHECK(ui.text(ui.s().folder_label()) == "Bappeda");
  CHECK(known() == "Bappeda");
}
