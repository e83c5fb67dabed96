// What a browser does with the program: addresses, going back, a second tab, settings, a store that refuses.
#include <doctest/doctest.h>

#include "at_work.hpp"

using namespace rancang;
using namespace rancang::testing;

TEST_CASE("every screen has an address that survives a restart") {
  auto const disk = std::make_shared<NullDisk>();
  std::vector<Route> routes;
  {
    AtWork ui(disk);
    REQUIRE(ui.open_sample());
    ui.store();
    Ulid const plan = ui.document().plan_id;
    for (RecordInfo const& info : record_infos()) routes.push_back({Screen::records, plan, info.type, {}});
    for (Screen const screen : {Screen::findings, Screen::trash, Screen::history, Screen::merge, Screen::conflicts}) routes.push_back({screen, plan, RecordType::none, {}});
    for (Screen const screen : {Screen::home, Screen::new_plan, Screen::about, Screen::import_files}) routes.push_back({screen, {}, RecordType::none, {}});
  }
  for (Route const& route : routes) {
    CAPTURE(route_text(route));
    CHECK(parse_route(route_text(route)) == route);
    AtWork ui(disk, route_text(route));
    CHECK(ui.app().route() == route);
    CHECK(ui.in_plan() == static_cast<bool>(route.plan));
  }
}

TEST_CASE("an address of a plan that is not here leads home and says why") {
  AtWork ui(std::make_shared<NullDisk>(), record_route(make_ulid(5, 5, 5), record_type<ActionItem>));
  CHECK_FALSE(ui.in_plan());
  CHECK(ui.app().route().screen == Screen::home);
  CHECK(ui.told(ui.s().find("error.plan.gone").value()));
}

TEST_CASE_FIXTURE(SampleOpen, "the back button goes through the screens as they were visited") {
  REQUIRE(ui.open_table(record_type<Agency>));
  REQUIRE(ui.click(ui.s().action_show_history()));
  ui.go_back();
  CHECK(ui.app().route().type == record_type<Agency>);
  ui.go_back();
  CHECK(ui.app().route().type == record_type<ActionItem>);
  CHECK(ui.in_plan());
  ui.go_back();
  CHECK(ui.app().route().screen == Screen::home);
  CHECK_FALSE(ui.in_plan());
}

TEST_CASE_FIXTURE(SampleOpen, "a plan that is left before it was stored is stored all the same") {
  std::string const route = ui.platform().routes.back();
  REQUIRE(ui.type_name("Sebelum pergi"));
  REQUIRE(ui.click(ui.s().action_go_home()));
  ui.store();
  CHECK(ui.stored());
  CHECK(AtWork(disk, route).first_name() == "Sebelum pergi");
}

TEST_CASE_FIXTURE(SampleOpen, "what a tab of a newer version means is said") {
  std::string const plan = ulid_text(ui.document().plan_id);
  ui.platform().send(LockChanged{plan, LockState::lost});
  ui.platform().send(LockChanged{plan, LockState::outgrown});
  ui.settle();
  CHECK(ui.told(ui.s().find("error.store.outdated").value()));
  CHECK(ui.in_plan());
  ui.type_name("Terlambat");
  CHECK(ui.first_name() != "Terlambat");
}

TEST_CASE("a second tab reads what the first one stores, and can take over") {
  auto const disk = std::make_shared<NullDisk>();
  AtWork first(disk);
  REQUIRE(first.open_sample());
  REQUIRE(first.type_name("Dari tab pertama"));
  first.store();
  AtWork second(disk, first.platform().routes.back());
  REQUIRE(second.in_plan());
  CHECK(second.first_name() == "Dari tab pertama");
  CHECK(second.told(second.s().save_read_only()));
  CHECK_FALSE(second.click("Tambah kegiatan"));
  second.click("Kegiatan 1");
  second.type("tidak boleh");
  CHECK(second.first_name() == "Dari tab pertama");

  REQUIRE(first.type_name("Diikuti"));
  first.store();
  second.store();
  CHECK(second.first_name() == "Diikuti");

  REQUIRE(second.click(second.s().action_take_over()));
  first.store();
  second.store();
  CHECK(first.told(first.s().save_read_only()));
  CHECK_FALSE(second.told(second.s().save_read_only()));
  REQUIRE(second.type_name("Dari tab kedua"));
  second.store();
  CHECK(second.stored());
  first.store();
  CHECK(first.first_name() == "Dari tab kedua");
}

TEST_CASE("a frozen tab is overtaken, and what it had not stored stays with it") {
  auto const disk = std::make_shared<NullDisk>();
  AtWork first(disk);
  REQUIRE(first.open_sample());
  first.store();
  first.platform().answers_hand_over = false;
  AtWork second(disk, first.platform().routes.back());
  REQUIRE(first.type_name("Belum tersimpan"));
  REQUIRE(second.click(second.s().action_take_over()));
  second.wait(3000);
  REQUIRE(second.type_name("Penulis baru"));
  second.store();
  CHECK(second.stored());
  first.settle();
  CHECK(first.first_name() == "Belum tersimpan");
  CHECK(first.told("belum tersimpan ketika tab lain mengambil alih"));
  first.key(ctrl | ImGuiKey_S);
  first.settle();
  REQUIRE(first.platform().downloads.size() == 1);
  CHECK(first.platform().downloads[0].bytes.find("Belum tersimpan") != std::string::npos);
}

TEST_CASE("the language changes at once, everywhere, and is remembered") {
  auto const disk = std::make_shared<NullDisk>();
  {
    AtWork ui(disk);
    CHECK(ui.shows("Rencana baru"));
    REQUIRE(ui.click(ui.s().action_toggle_language()));
    CHECK(ui.s().language == Language::en);
    CHECK_FALSE(ui.shows("Rencana baru"));
    CHECK(ui.platform().language == "en");
  }
  AtWork later(disk);
  CHECK(later.s().language == Language::en);
  REQUIRE(later.open_sample());
  REQUIRE(later.click(later.s().action_toggle_language()));
  CHECK(later.find("Rencana aksi", probe::Role::heading));
}

TEST_CASE("numbers follow the language") {
  AtWork ui;
  ui.open_files({{"a.json", write_plan(generate_plan(3000, 1), {}), 0}});
  REQUIRE(ui.in_plan());
  CHECK(ui.shows("3.000 kegiatan"));
  REQUIRE(ui.click(ui.s().action_toggle_language()));
  CHECK(ui.shows("3,000"));
}

TEST_CASE("the theme goes round light, dark and contrast, and is remembered") {
  auto const disk = std::make_shared<NullDisk>();
  {
    AtWork ui(disk);
    for (auto const* theme : {"dark", "contrast", "light", "dark"}) {
      REQUIRE(ui.click(ui.s().action_toggle_theme()));
      CHECK(disk->settings.at("theme") == theme);
    }
  }
  AtWork later(disk);
  CHECK(later.app().make_ui().look.theme == Theme::dark);
}

TEST_CASE("the text grows and shrinks in steps and is remembered") {
  auto const disk = std::make_shared<NullDisk>();
  {
    AtWork ui(disk);
    REQUIRE(ui.click("Teks 100%"));
    CHECK(ui.shows("Teks 110%"));
  }
  CHECK(AtWork(disk).shows("Teks 110%"));
}

TEST_CASE_FIXTURE(SampleOpen, "a store that refuses is told in the strip until it works again, and the file can be saved meanwhile") {
  ui.store();
  disk->inject(1, Fault::from_then_on, 0, "store.quota");
  REQUIRE(ui.type_name("Penuh"));
  ui.store();
  CHECK(ui.told("Gagal menyimpan sejak"));
  CHECK_FALSE(ui.stored());
  REQUIRE(ui.click(ui.s().save_file_now()));
  REQUIRE(ui.platform().downloads.size() == 1);
  CHECK(ui.platform().downloads[0].bytes.find("Penuh") != std::string::npos);
  disk->clear_faults();
  ui.wait(60'000);
  CHECK_FALSE(ui.told("Gagal menyimpan"));
  CHECK(ui.stored());
  std::string const route = ui.platform().routes.back();
  CHECK(ui.first_name() == "Penuh");
}

TEST_CASE_FIXTURE(SampleOpen, "a program that rests draws no frames") {
  ui.wait(30'000);
  CHECK_FALSE(ui.platform().frame_wanted);
  CHECK_FALSE(ui.platform().wake_at.has_value());
}

TEST_CASE_FIXTURE(SampleOpen, "on a narrow window the menu opens over the screen and closes when something was chosen") {
  ui.resize({390, 844});
  REQUIRE(ui.click(ui.s().shell_menu()));
  auto const* entry = ui.find(ui.s().action_show_trash(), probe::Role::link);
  REQUIRE(entry);
  auto const entries = [&] { return std::count_if(ui.items().begin(), ui.items().end(), [&](auto const& item) { return item.label == ui.s().action_show_trash() && item.role == probe::Role::link; }); };
  CHECK(entries() == 2);  // rail and drawer
  REQUIRE(ui.click(ui.s().shell_menu()));
  CHECK(entries() == 1);
  REQUIRE(ui.click(ui.s().shell_menu()));
  ui.click_at(380, 500);
  CHECK(entries() == 1);
  REQUIRE(ui.click(ui.s().shell_menu()));
  for (auto const& item : ui.items())
    if (item.label == ui.s().action_show_trash() && item.role == probe::Role::link && item.rect.width > 200) entry = &item;
  ui.click_at(entry->rect.x + 100, entry->rect.y + 10);
  CHECK(ui.app().route().screen == Screen::trash);
  CHECK(entries() == 1);
}
