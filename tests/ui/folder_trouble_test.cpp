// A shared folder on a bad day: half files, files that vanish, refused ones, a folder that is away, permission taken back, one disk image twice.
#include <doctest/doctest.h>

#include "laptops.hpp"

using namespace rancang;
using namespace rancang::testing;

TEST_CASE("half a file is tried again, told when it stays so, and taken when it is whole") {
  Room room(1);
  Laptop& laptop = room[0];
  Document other = laptop.ui().document();
  auto node = clone_node(*other.table(items).stored()[0]);
  node->as<ActionItem>().name = "Dari yang lain";
  node->causal = written_by(*node->causal, make_replica(99), {item_field("name")});
  other.table(items).put(node);
  std::string const whole = write_plan(other, {});
  room.shared->put("Lain0001.rancang.json", whole.substr(0, whole.size() / 2));
  laptop.ui().wait(3500);
  REQUIRE(laptop.peer("Lain0001.rancang.json"));
  CHECK(laptop.peer("Lain0001.rancang.json")->state == PeerState::retrying);
  CHECK(laptop.ui().shows(laptop.ui().s().folder_row_retrying()));
  for (int i = 0; i < 6; ++i) laptop.ui().wait(3500);
  CHECK(laptop.peer("Lain0001.rancang.json")->state == PeerState::refused);
  CHECK(laptop.ui().shows(*laptop.ui().s().find("error.file.truncated")));
  CHECK(laptop.ui().shows(laptop.ui().s().folder_strip_problem()));
  room.shared->put("Lain0001.rancang.json", whole);
  laptop.ui().wait(3500);
  CHECK(laptop.peer("Lain0001.rancang.json")->state == PeerState::taken);
  CHECK(laptop.item(0).name == "Dari yang lain");
  CHECK(laptop.peer("Lain0001.rancang.json")->changes == 1);
}

TEST_CASE("what a file said is written by the others when it has gone") {
  Room room(2);
  room[1].write(0, "name", "Dari B");
  room.pass();
  REQUIRE(room[0].item(0).name == "Dari B");
  std::string const gone = room[1].own_file(), own = room[0].own_file();
  CHECK(room.shared->files[own].bytes.find("Dari B") == std::string::npos);
  room.shared->files.erase(gone);
  room[0].ui().wait(6000);
  CHECK(room[0].peer(gone)->state == PeerState::gone);
  CHECK(room[0].ui().shows(room[0].ui().s().folder_row_gone()));
  CHECK(room.shared->files[own].bytes.find("Dari B") != std::string::npos);
  room.pass();  // and its laptop, which is there, writes it again
  CHECK(room.shared->files.contains(gone));
  CHECK(room[0].peer(gone)->state == PeerState::taken);
  room.check_equal();
}

TEST_CASE("a file that can't be read though it is listed, and a listing of yesterday, are waited for") {
  Room room(2);
  auto& access = room[0].ui().platform().null_folder();
  std::vector<FolderFile> yesterday;
  for (auto const& [name, file] : room.shared->files) yesterday.push_back({name, file.bytes.size(), file.modified});
  access.listing = yesterday;
  room.shared->vanishing.insert(room[1].own_file());
  room[1].write(0, "name", "Dari B");
  room.pass(2);
  CHECK(room[0].item(0).name != "Dari B");
  access.listing.reset();
  room.pass(2);
  CHECK(room[0].peer(room[1].own_file())->state == PeerState::retrying);
  room.shared->vanishing.clear();
  room.pass(2);
  CHECK(room[0].item(0).name == "Dari B");
}

TEST_CASE("files that are not to be merged say why, each by its name") {
  Room room(1);
  Laptop& laptop = room[0];
  Document const before = laptop.ui().document();
  std::string const own = write_plan(before, {});
  auto const with = [&](std::string_view from, std::string_view to) {
    std::string text = own;
    std::size_t const at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
  };
  room.shared->put("Asing001.rancang.json", write_plan(generate_plan(4, 9), {}));
  room.shared->put("Baru0001.rancang.json", with("\"version\":1", "\"version\":2"));
  room.shared->put("Tangan01.rancang.json", with(before.table(items).stored()[0]->as<ActionItem>().name, "Diubah dengan tangan"));
  room.shared->put("catatan.txt", "bukan urusan kami");
  for (int i = 0; i < 3; ++i) laptop.ui().wait(3500);
  CHECK(laptop.peer("Asing001.rancang.json")->problem.id == "folder.other_plan");
  CHECK(laptop.peer("Baru0001.rancang.json")->problem.id == "folder.newer");
  CHECK(laptop.peer("Tangan01.rancang.json")->problem.id == "folder.unproven");
  CHECK_FALSE(laptop.peer("catatan.txt"));
  for (char const* id : {"error.folder.other_plan", "error.folder.newer", "error.folder.unproven"}) CHECK(laptop.ui().shows(*laptop.ui().s().find(id)));
  CHECK(difference(before, laptop.ui().document()) == "");
}

TEST_CASE("permission that is taken back is asked for with a press, and what was written meanwhile follows") {
  Room room(2);
  auto& access = room[0].ui().platform().null_folder();
  access.allowed = false;
  room[0].ui().wait(3500);
  CHECK(room[0].folder().state() == FolderState::waiting);
  CHECK(room[0].ui().shows(room[0].ui().s().folder_strip_waiting()));
  room[0].write(0, "name", "Tanpa izin");
  room[1].write(1, "name", "Dari B");
  room.pass(2);
  CHECK(room[1].item(0).name != "Tanpa izin");
  access.consents = false;
  REQUIRE(room[0].ui().click(room[0].ui().s().folder_allow()));
  CHECK(room[0].ui().shows(*room[0].ui().s().find("error.folder.denied")));
  access.consents = true;
  REQUIRE(room[0].ui().click(room[0].ui().s().folder_allow()));
  room.pass();
  CHECK(room[1].item(0).name == "Tanpa izin");
  CHECK(room[0].item(1).name == "Dari B");
  room.check_equal();
}

TEST_CASE("a folder that is away or can't be written is told, and work goes on") {
  Room room(2);
  room.shared->reachable = false;
  room[0].write(0, "name", "Jaringan putus");
  room.pass(2);
  CHECK(room[0].ui().shows(room[0].ui().s().folder_strip_problem()));
  CHECK(room[0].ui().stored());
  room.shared->reachable = true;
  room.shared->writable = false;
  room[0].write(1, "name", "Masih penuh");
  room.pass(2);
  CHECK(room[0].ui().shows(*room[0].ui().s().find("error.folder.write")));
  room.shared->writable = true;
  room.pass();
  CHECK(folder_sign(room[0].folder()) == FolderSign::current);
  room.check_equal();
  CHECK(room[1].item(1).name == "Masih penuh");
}

TEST_CASE("two laptops from one disk image write the same dots: a conflict, never a silent choice") {
  Room room(1);
  room[0].write(1, "name", "Ditulis hari ini");
  room[0].ui().app().go({}, false);
  room[0].ui().wait(6000);
  auto twin = std::make_unique<Laptop>(1);
  twin->route = room[0].route;
  twin->disk->files = room[0].disk->files;
  twin->disk->settings = room[0].disk->settings;
  twin->disk->folders = room[0].disk->folders;
  room.laptops.push_back(std::move(twin));
  room[0].start();
  room[1].start();
  REQUIRE(room[0].ui().in_plan());
  REQUIRE(room[1].ui().in_plan());
  REQUIRE(room[0].ui().app().plan()->editor.replica() == room[1].ui().app().plan()->editor.replica());
  room[0].write(0, "name", "Asli");
  room[1].write(0, "name", "Kembaran");
  room.pass(8);
  room.check_equal();
  for (auto& laptop : room.laptops) CHECK(different_values(*laptop->row(0), item_field("name")).size() == 2);
}

TEST_CASE("a laptop that handed out a file before it chose the folder is one file there, in this session and the next") {
  auto const shared = std::make_shared<NullFolder>();
  Laptop laptop(1);
  laptop.start();
  laptop.ui().platform().null_folder().choice = shared;
  laptop.ui().open_files({{"rencana.rancang.json", write_plan(generate_plan(5, 3), {}), 0}});
  REQUIRE(laptop.ui().in_plan());
  laptop.ui().store();
  laptop.write(0, "name", "Satu");
  ReplicaId const first = laptop.ui().app().plan()->editor.replica();
  laptop.ui().app().act(Action::save_file);
  laptop.ui().store();
  REQUIRE(laptop.ui().app().plan()->editor.replica() != first);
  laptop.ui().app().act(Action::show_folder);
  laptop.ui().settle();
  laptop.route = laptop.ui().platform().routes.back();
  REQUIRE(laptop.ui().click(laptop.ui().s().folder_pick()));
  for (int i = 0; i < 4; ++i) laptop.ui().wait(2500);
  std::string const file = laptop.own_file();
  REQUIRE(!file.empty());
  laptop.ui().app().go({}, false);
  laptop.ui().wait(6000);
  laptop.start();
  REQUIRE(laptop.ui().in_plan());
  laptop.write(0, "name", "Dua");
  for (int i = 0; i < 4; ++i) laptop.ui().wait(2500);
  CHECK(laptop.own_file() == file);
  CHECK(laptop.folder().peers().size() == 1);
}
