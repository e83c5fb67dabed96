// Laptops that share a folder: each has a browser of its own, and all they have in common is a directory in memory.
#include <doctest/doctest.h>

#include "app/opening.hpp"
#include "at_work.hpp"
#include "model/merge.hpp"
#include "model/slice.hpp"
#include "platform/null/null_folder.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
constexpr RecordType items = record_type<ActionItem>;
std::uint8_t item_field(std::string_view key) { return static_cast<std::uint8_t>(record_info(items).index_of(key)); }

struct Laptop {
  std::shared_ptr<NullDisk> disk = std::make_shared<NullDisk>();
  std::unique_ptr<AtWork> at_work;
  std::string route;

  explicit Laptop(std::uint32_t number) { disk->last_tab = number * 100; }  // chance differs between laptops
  AtWork& ui() { return *at_work; }
  SharedFolder& folder() { return *ui().app().plan()->folder; }
  void start() {
    at_work.reset();
    at_work = std::make_unique<AtWork>(disk);
    ui().platform().null_folder().supported = true;
    if (route.empty()) return;
    ui().platform().send(RouteChanged{route});
    ui().settle();
    ui().wait(500);
  }
  NodePtr row(std::size_t index) { return ui().document().table(items).stored()[index]; }
  ActionItem const& item(std::size_t index) { return row(index)->as<ActionItem>(); }
  void write(std::size_t index, std::string_view key, std::string text) {
    ui().app().edit(SetField{{items, row(index)->id, item_field(key), std::move(text)}});
    ui().settle();
  }
  FolderPeer const* peer(std::string_view file) {
    for (auto const& one : folder().peers())
      if (one.file.name == file) return &one;
    return nullptr;
  }
  std::string own_file() {
    for (auto const& one : folder().peers())
      if (folder().is_own(one)) return one.file.name;
    return {};
  }
};

// Some laptops that have opened the same file and chosen the same folder.
struct Room {
  std::shared_ptr<NullFolder> shared = std::make_shared<NullFolder>();
  std::string const file;
  std::vector<std::unique_ptr<Laptop>> laptops;

  explicit Room(std::uint32_t count, Document const& plan = generate_plan(5, 3)) : file(write_plan(plan, {})) {
    for (std::uint32_t i = 0; i < count; ++i) {
      Laptop& laptop = *laptops.emplace_back(std::make_unique<Laptop>(i + 1));
      laptop.start();
      laptop.ui().platform().null_folder().choice = shared;
      laptop.ui().open_files({{"rencana.rancang.json", file, 0}});
      REQUIRE(laptop.ui().in_plan());
      laptop.ui().store();
      laptop.ui().app().act(Action::show_folder);
      laptop.ui().settle();
      laptop.route = laptop.ui().platform().routes.back();
      REQUIRE(laptop.ui().click(laptop.ui().s().folder_pick()));
    }
    pass();
  }
  Laptop& operator[](std::size_t index) { return *laptops[index]; }
  // Time goes by on all of them.
  void pass(int rounds = 5) {
    for (int i = 0; i < rounds; ++i)
      for (auto& laptop : laptops) laptop->ui().wait(2500);
  }
  void check_equal() {
    for (auto& laptop : laptops) CHECK(difference(laptops[0]->ui().document(), laptop->ui().document()) == "");
  }
};
}  // namespace

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

TEST_CASE("two laptops from one disk image write the same dots: a conflict, never a silent choice") {
  Room room(1);
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
