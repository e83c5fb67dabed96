// The merge board and the list of open conflicts: files come back, are decided about with the keyboard, merged in one step, taken back.
#include <doctest/doctest.h>

#include "board_at_work.hpp"
#include "screen_check.hpp"

using namespace rancang;
using namespace rancang::testing;

TEST_CASE_FIXTURE(BoardOpen, "three files are dropped, decided with the keyboard, merged in one step and taken back by one undo") {
  drop_three();
  Document const before = ui.document();
  CHECK(ui.find(ui.s().merge_title(), probe::Role::heading));
  CHECK(session().files().size() == 3);
  CHECK(session().tally().total == 2);
  CHECK(ui.shows("1 dari 2 ubahan siap, 1 menunggu keputusan"));
  CHECK(ui.shows("Lokasi kami di tepi sungai"));
  CHECK(ui.shows("Lokasi Dishub di terminal"));
  CHECK_FALSE(ui.click(ui.s().merge_confirm("2")));
  CHECK(value(0, "location") == Value("Lokasi kami di tepi sungai"));
  ui.key(ImGuiKey_2);
  CHECK(session().tally().waiting == 0);
  Value const first = session().result(0);
  ui.key(ImGuiKey_2);  // the next file
  CHECK_FALSE(session().result(0) == first);
  ui.key(ImGuiKey_1);
  CHECK(session().result(0) == Value("Lokasi kami di tepi sungai"));
  ui.key(ImGuiKey_3);
  CHECK(session().result(0).as<std::string>()->find("Dishub") != std::string::npos);
  CHECK(difference(before, ui.document()) == "");
  std::size_t const steps = ui.history().steps().size();
  REQUIRE(ui.click(ui.s().merge_confirm("2")));
  CHECK(ui.told("2 ubahan dari 3 berkas digabungkan"));
  CHECK(ui.history().steps().size() == steps + 1);
  CHECK(value(0, "location").as<std::string>()->find("Dinkes") != std::string::npos);
  CHECK(value(1, "output_indicator") == Value("Indikator RSUD"));
  CHECK(ui.app().route().screen == Screen::records);
  ui.key(ctrl | ImGuiKey_Z);
  CHECK(value(0, "location") == Value("Lokasi kami di tepi sungai"));
  CHECK(value(1, "output_indicator") == before.find(items, rows[1])->get(field("output_indicator")));
}

TEST_CASE_FIXTURE(BoardOpen, "one's own value is typed on the board and read as the field reads it") {
  drop_three();
  ui.key(ImGuiKey_4);
  ui.type("Bantaran dan terminal");
  ui.key(ImGuiKey_Enter);
  CHECK(session().result(0).as<std::string>()->ends_with("Bantaran dan terminal"));
  CHECK(session().tally().waiting == 0);
  REQUIRE(ui.click(ui.s().merge_confirm("2")));
  CHECK(value(0, "location").as<std::string>()->ends_with("Bantaran dan terminal"));
}

TEST_CASE_FIXTURE(BoardOpen, "what is put off waits under its own screen, where the meeting walks through it with keys") {
  drop_three();
  REQUIRE(ui.click(ui.s().merge_postpone("1", "1")));
  CHECK(value(1, "output_indicator") == Value("Indikator RSUD"));
  CHECK(ui.app().route().screen == Screen::conflicts);
  CHECK(ui.find(ui.s().action_show_conflicts(), probe::Role::heading));
  REQUIRE(open_conflicts(ui.document()).size() == 1);
  ui.platform().send(RouteChanged{record_route(ui.document().plan_id, record_type<ActionItem>, rows[0])});
  ui.settle();
  ui.app().plan()->form.jump_to(field("location"));
  ui.settle();
  REQUIRE(ui.click(ui.s().form_disputed()));  // the form says it at the field, and leads here
  CHECK(ui.app().route().screen == Screen::conflicts);
  CHECK(ui.shows(ui.s().merge_version_of("Hotman")));
  CHECK(ui.shows("Lokasi Dinkes di tepi sungai"));
  Value const shown = value(0, "location");
  ui.key(ImGuiKey_1);
  CHECK(open_conflicts(ui.document()).empty());
  CHECK(value(0, "location") == shown);
  CHECK(ui.shows(ui.s().conflicts_empty()));
  ui.key(ctrl | ImGuiKey_Z);
  REQUIRE(open_conflicts(ui.document()).size() == 1);
  ui.key(ImGuiKey_4);
  ui.type("Diputuskan rapat");
  ui.key(ImGuiKey_Enter);
  CHECK(open_conflicts(ui.document()).empty());
  CHECK(value(0, "location").as<std::string>()->ends_with("Diputuskan rapat"));
}

TEST_CASE_FIXTURE(BoardOpen, "damaged, foreign, repeated and old files are told apart, and the rest goes on") {
  OpenedFile const good = Sender(start, 31, "Nurlela").write(rows[0], "location", "Baru").file("dinkes-1.rancang.json");
  OpenedFile copy = good;
  copy.name = "dinkes (1).rancang.json";
  Document other = generate_plan(5, 3);
  ui.open_files({good, copy, {"rusak.json", good.bytes.substr(0, good.bytes.size() / 2), 0}, {"lain.json", write_plan(other, {}), 0}, {"lama.json", sample_file(), 0}});
  CHECK(ui.app().route().screen == Screen::merge);
  auto const& files = session().files();
  REQUIRE(files.size() == 5);
  auto const state = [&](std::string_view name) {
    for (auto const& file : files)
      if (file.input.name == name) return file.state;
    return MergeFileState::pending;
  };
  CHECK(state("dinkes (1).rancang.json") == MergeFileState::same);
  CHECK(state("rusak.json") == MergeFileState::refused);
  CHECK(state("lain.json") == MergeFileState::foreign);
  CHECK(state("lama.json") == MergeFileState::identical);
  CHECK(ui.shows(ui.s().merge_file_identical()));
  CHECK(ui.shows(ui.s().merge_file_same("dinkes-1.rancang.json")));
  REQUIRE(ui.click(ui.s().merge_file_review()));
  CHECK(ui.app().route().screen == Screen::import_files);
  CHECK(ui.shows("lain.json"));
  REQUIRE(ui.click(ui.s().import_skip()));
  ui.app().act(Action::show_merge);
  ui.settle();
  REQUIRE(ui.click(ui.s().merge_confirm("1")));
  CHECK(value(0, "location") == Value("Baru"));
}

TEST_CASE_FIXTURE(BoardOpen, "a file that is not ticked is left out; cancelling leaves everything as it was") {
  drop_three();
  Document const before = ui.document();
  REQUIRE(ui.click("dishub-1.rancang.json", probe::Role::checkbox));
  CHECK(session().options(0).size() == 2);
  REQUIRE(ui.click(ui.s().merge_cancel()));
  CHECK_FALSE(ui.app().plan()->merging);
  CHECK(difference(before, ui.document()) == "");
  CHECK(ui.shows(ui.s().merge_empty()));
}

TEST_CASE_FIXTURE(BoardOpen, "the plan may change while the board is open; decisions stay") {
  drop_three();
  ui.key(ImGuiKey_1);
  write(2, "location", "Ditulis sementara itu");
  CHECK(session().tally().waiting == 0);
  REQUIRE(ui.click(ui.s().merge_confirm("2")));
  CHECK(value(0, "location") == Value("Lokasi kami di tepi sungai"));
  CHECK(value(2, "location") == Value("Ditulis sementara itu"));
}

TEST_CASE("a file of a plan that is stored but not open opens the plan and comes to its board") {
  auto const disk = std::make_shared<NullDisk>();
  AtWork ui(disk);
  ui.open_files({{"tebing.rancang.json", sample_file(), 0}});
  ui.store();
  Ulid const row = in_plan_order(ui.document(), items).front()->id;
  Sender sender(ui.document(), 31, "Nurlela");
  sender.write(row, "location", "Dari luar");
  REQUIRE(ui.click(ui.s().action_go_home()));
  ui.open_files({sender.file("dinkes-1.rancang.json")});
  CHECK(ui.app().route().screen == Screen::import_files);
  REQUIRE(ui.click(ui.s().import_merge()));
  ui.settle();
  REQUIRE(ui.in_plan());
  CHECK(ui.app().route().screen == Screen::merge);
  REQUIRE(ui.click(ui.s().merge_confirm("1")));
  CHECK(ui.document().find(items, row)->get(field("location")) == Value("Dari luar"));
}

TEST_CASE("the board and the list of conflicts are in order at every size") {
  for (ImVec2 const size : {ImVec2{1366, 768}, ImVec2{1920, 1080}, ImVec2{390, 844}}) {
    CAPTURE(size.x);
    BoardOpen board;
    board.drop_three();
    board.ui.resize(size);
    auto const edges = size.x < 600 ? Edges::ignored : Edges::checked;
    for (std::string const& fault : screen_faults(board.ui, edges)) CHECK_MESSAGE(false, fault);
    if (size.x > 600) CHECK(board.ui.click(std::string(board.ui.s().merge_group_clean()) + ", " + board.ui.s().merge_group_clean_note("1")));
    board.ui.key(ImGuiKey_DownArrow);
    for (std::string const& fault : screen_faults(board.ui, edges)) CHECK_MESSAGE(false, fault);
    REQUIRE(board.ui.click(board.ui.s().merge_postpone("1", "1")));
    for (std::string const& fault : screen_faults(board.ui, edges)) CHECK_MESSAGE(false, fault);
  }
}

TEST_CASE("fifty slices of a large plan are compared between frames") {
  AtWork ui;
  Document plan = generate_plan(300, 5);
  ui.open_files({{"besar.json", write_plan(plan, {}), 0}});
  REQUIRE(ui.in_plan());
  auto const agencies = in_plan_order(ui.document(), record_type<Agency>);
  std::vector<OpenedFile> files;
  for (std::size_t i = 0; i < 50; ++i) {
    SliceScope scope;
    scope.agency = agencies[i % agencies.size()]->id;
    Sender sender(make_slice(ui.document(), scope), 100 + i, "Pengirim " + std::to_string(i));
    Ulid own;
    sender.editor.document().table(items).for_each([&](NodePtr const& node) {
      if (!own && is_writable_in_scope(sender.editor.document(), *node)) own = node->id;
    });
    if (own) sender.write(own, "location", "Lokasi " + std::to_string(i));
    files.push_back(sender.file("slice" + std::to_string(i) + ".json"));
  }
  ui.open_files(std::move(files));
  CHECK(ui.app().route().screen == Screen::merge);
  CHECK_FALSE(ui.app().plan()->merging->comparing());
  CHECK(ui.app().plan()->merging->files().size() == 50);
  CHECK(ui.app().plan()->merging->tally().total > 10);
}
