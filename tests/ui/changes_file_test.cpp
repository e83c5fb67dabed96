// A file on disk in the place of a restore point: chosen, compared with, taken back from, put aside.
#include <doctest/doctest.h>

#include "slice_at_work.hpp"
#include "ui/error_text.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
constexpr char file_name[] = "tebing-tinggi_2022-09-08.rancang.json";

ChangesState& changes_of(AtWork& ui) { return ui.app().plan()->changes_view; }
std::size_t returns(AtWork& ui) {
  std::size_t count = 0;
  for (auto const& item : ui.items()) count += item.role == probe::Role::button && item.label.starts_with(ui.s().changes_return_one());
  return count;
}
void press_return(AtWork& ui) {
  std::string label;
  for (auto const& item : ui.items())
    if (item.role == probe::Role::button && item.label.starts_with(ui.s().changes_return_one())) label = item.label;
  REQUIRE(ui.click(label));
}
void choose(AtWork& ui, std::string bytes, std::string name = file_name) {
  int const picks = ui.platform().picks;
  REQUIRE(ui.click(ui.s().changes_compare_file()));
  REQUIRE(ui.platform().picks == picks + 1);
  ui.open_files({{std::move(name), std::move(bytes), 0}});
}

// The plan, and its file as it was at the beginning.
struct FileChosen : SampleOpen {
  std::string const file = ui.app().export_text();

  void show() { go(ui, ui.document().plan_id, "changes"); }
  void back_to_table() { go(ui, ui.document().plan_id, "action_item"); }
  std::string sentence_with(std::string_view part) {
    for (auto const& item : ui.items())
      if (item.role == probe::Role::row && item.label.find(part) != std::string::npos) return item.label;
    return {};
  }
};
}  // namespace

TEST_CASE_FIXTURE(FileChosen, "a file is shown above the points and chosen at once; its report names it, and the plan can go back to it") {
  REQUIRE(ui.type_name("Nama yang lain"));
  show();
  std::uint64_t const revision = ui.app().plan()->editor.revision();
  choose(ui, file);
  CHECK(ui.app().route().screen == Screen::changes);
  CHECK(changes_of(ui).since == file_point);
  REQUIRE(ui.find(file_name, probe::Role::row));
  CHECK(ui.find(file_name, probe::Role::row)->rect.y < ui.find(ui.s().changes_session_start(), probe::Role::row)->rect.y);
  CHECK((ui.find(file_name, probe::Role::row)->state & probe::State::selected));
  CHECK(returns(ui) == 1);
  CHECK(sentence_with("menjadi “Nama yang lain”") != "");
  CHECK(ui.app().plan()->editor.revision() == revision);
  REQUIRE(ui.click(ui.s().changes_copy()));
  CHECK(ui.platform().clipboard_plain.find(std::string("Perubahan Kota Tebing Tinggi sejak ") + file_name) == 0);
  ui.store();
  std::size_t const points = ui.app().plan()->points().size();
  REQUIRE(ui.click(ui.s().changes_return_all()));
  CHECK(ui.shows(ui.s().changes_none()));
  ui.store();
  REQUIRE(ui.app().plan()->points().size() == points + 1);
  CHECK(ui.app().plan()->points().back().kind == PointKind::restore);
  back_to_table();
  CHECK(ui.first_name() == original);
  ui.key(ctrl | ImGuiKey_Z);
  CHECK(ui.first_name() == "Nama yang lain");
}

TEST_CASE_FIXTURE(FileChosen, "one change is taken back, and a row that is only in the file comes to the plan") {
  REQUIRE(ui.type_name("Nama yang lain"));
  Document later = ui.document();
  auto node = clone_node(*later.table(slice_items).stored().front());
  node->id = make_ulid(1'662'700'000'000, 1, 77);
  node->as<ActionItem>().name = "Hanya di berkas";
  later.table(slice_items).put(node);
  std::size_t const rows = ui.activities();
  show();
  choose(ui, file);
  press_return(ui);
  CHECK(ui.shows(ui.s().changes_none()));
  REQUIRE(ui.app().plan()->editor.undo());
  ui.settle();
  choose(ui, write_plan(later, {}), "rapat.rancang.json");
  CHECK_FALSE(ui.find(file_name, probe::Role::row));  // one file at a time
  REQUIRE(returns(ui) == 1);
  CHECK(sentence_with("hanya ada pada keadaan sebelumnya") != "");
  press_return(ui);
  CHECK(ui.activities() == rows + 1);
  CHECK(ui.shows(ui.s().changes_none()));
}

TEST_CASE_FIXTURE(FileChosen, "a file can also be the later state, and its report names both") {
  auto read = read_plan(file);
  auto node = clone_node(*read->document.table(slice_items).stored().front());
  node->as<ActionItem>().name = "Ditulis di berkas";
  read->document.table(slice_items).put(node);
  show();
  choose(ui, write_plan(read->document, {}));
  ChangesState& state = changes_of(ui);
  REQUIRE(ui.click(ui.s().changes_session_start(), probe::Role::row));
  CHECK(ui.shows(ui.s().changes_none()));
  REQUIRE(ui.click(ui.s().changes_until(ui.s().changes_now())));
  REQUIRE(ui.click(file_name, probe::Role::option));
  CHECK(state.until == file_point);
  CHECK(sentence_with("menjadi “Ditulis di berkas”") != "");
  CHECK(returns(ui) == 0);
  CHECK_FALSE(ui.find(ui.s().changes_return_all()));
  REQUIRE(ui.click(ui.s().changes_copy()));
  CHECK(ui.platform().clipboard_plain.find("sejak " + std::string(ui.s().changes_session_start()) + " sampai " + file_name) != std::string::npos);
  REQUIRE(ui.click(ui.s().changes_drop_file()));
  CHECK(state.up_to_now());
  CHECK_FALSE(ui.find(file_name, probe::Role::row));
  CHECK(ui.shows(ui.s().changes_none()));
}

TEST_CASE_FIXTURE(FileChosen, "files that can't be compared are refused in a sentence, and the comparison stays as it was") {
  show();
  auto const refused = [&](std::string bytes, std::string const& sentence) {
    choose(ui, std::move(bytes), "lain.rancang.json");
    CHECK(ui.told(sentence));
    CHECK_FALSE(changes_of(ui).file);
    CHECK(changes_of(ui).since == 0);
    CHECK(ui.app().route().screen == Screen::changes);
    ui.wait(9000);
  };
  Document other = ui.document();
  other.plan_id = make_ulid(1'662'600'000'000, 4, 4);
  refused(write_plan(other, {}), error_text(ui.s(), error("compare.other_plan", {"lain.rancang.json", "Kota Tebing Tinggi"})));
  refused(file.substr(0, file.size() / 2), error_text(ui.s(), error("file.truncated")));
  refused("{\"halo\": 1}", "Ini bukan berkas Rancang");
  refused("", error_text(ui.s(), error("file.empty")));
  std::string newer = file;
  newer.replace(newer.find("\"version\":1"), 11, "\"version\":9");
  refused(newer, std::string(ui.s().merge_file_newer()));
  CHECK_FALSE(ui.app().plan()->merging);
}

TEST_CASE_FIXTURE(FileChosen, "the chooser that was closed without a file leaves the next file to be opened as ever") {
  show();
  REQUIRE(ui.click(ui.s().changes_compare_file()));
  ui.platform().send(FilesOpened{{{file_name, file, 0}}, true});  // dropped
  ui.settle();
  CHECK_FALSE(changes_of(ui).file);
  CHECK(ui.app().route().screen == Screen::merge);
  show();
  REQUIRE(ui.click(ui.s().changes_compare_file()));
  ui.app().act(Action::open_files);
  ui.open_files({{file_name, file, 0}});
  CHECK_FALSE(changes_of(ui).file);
  CHECK(ui.app().route().screen == Screen::merge);
}

TEST_CASE_FIXTURE(FileChosen, "who may only read compares all the same, and a closed plan has forgotten the file") {
  REQUIRE(ui.type_name("Nama yang lain"));
  ui.store();
  ui.app().plan()->editor.set_read_only(true);
  show();
  choose(ui, file);
  CHECK(sentence_with("menjadi “Nama yang lain”") != "");
  CHECK(returns(ui) == 0);
  CHECK_FALSE(ui.find(ui.s().changes_return_all()));
  CHECK(ui.find(ui.s().changes_drop_file()));
  Ulid const plan = ui.document().plan_id;
  ui.app().go({}, false);
  ui.settle();
  go(ui, plan, "changes");
  ui.wait(500);
  REQUIRE(ui.in_plan());
  CHECK_FALSE(changes_of(ui).file);
  CHECK(changes_of(ui).since == 0);
}

TEST_CASE_FIXTURE(FileChosen, "a large file is read over several frames and says how far it is") {
  show();
  ui.platform().look_ms = 13;  // a slow machine: two looks at the clock use a frame up
  REQUIRE(ui.click(ui.s().changes_compare_file()));
  Document large = ui.document();
  for (std::uint64_t i = 1; i <= 6000; ++i) {
    auto node = clone_node(*large.table(slice_items).stored().front());
    node->id = make_ulid(1'662'700'000'000, 1, i);
    large.table(slice_items).put(node);
  }
  ui.platform().send(FilesOpened{{{file_name, write_plan(large, {}), 0}}, false});
  ui.frame(2);
  CHECK(changes_of(ui).file_progress > 0);
  CHECK_FALSE(ui.find(ui.s().changes_compare_file()));
  ui.platform().look_ms = 0;
  ui.settle();
  CHECK(changes_of(ui).file_progress == -1);
  CHECK(changes_of(ui).report.changes.size() == 6000);
}

TEST_CASE_FIXTURE(FileChosen, "nobody is named for what a file says that somebody changed by hand") {
  std::string edited = file;
  std::string const quoted = "\"" + original + "\"";
  REQUIRE(edited.find(quoted) != std::string::npos);
  edited.replace(edited.find(quoted), quoted.size(), "\"Dengan tangan\"");
  show();
  choose(ui, edited);
  CHECK(ui.told("Berkas ini diubah di luar Rancang"));
  ChangesState& state = changes_of(ui);
  state.since = 0, state.until = file_point;
  state.forget();
  ui.settle();
  REQUIRE(state.report.groups.size() == 1);
  CHECK(state.report.groups[0].title == ui.s().change_nobody());
  CHECK(sentence_with("menjadi “Dengan tangan”") != "");
}

TEST_CASE_FIXTURE(Opd, "an agency's file is compared within its part, and what others do meanwhile is not told") {
  Node const* const mine = row(slice_items, true);
  REQUIRE(mine);
  Ulid const theirs = [&] {
    Ulid out;
    ui.document().table(slice_items).for_each([&](NodePtr const& node) {
      if (!belongs_to(ui.document(), *node, agency)) out = node->id;
    });
    return out;
  }();
  auto const title = static_cast<std::uint8_t>(record_info(slice_items).index_of("name"));
  ui.app().edit(SetField{{slice_items, mine->id, title, std::string("Ditulis Kominfo")}});
  ui.app().edit(SetField{{slice_items, theirs, title, std::string("Milik OPD lain")}});
  go(ui, ui.document().plan_id, "changes");
  choose(ui, handed.bytes, handed.name);
  ChangesState& state = changes_of(ui);
  REQUIRE(state.report.changes.size() == 1);
  CHECK(state.report.changes[0].node().id == mine->id);
  REQUIRE(ui.click(ui.s().changes_copy()));
  CHECK(ui.platform().clipboard_plain.find(handed.name + " (" + ui.s().changes_file_part(name)) != std::string::npos);
  ui.app().edit(SetField{{slice_items, theirs, title, std::string("Milik OPD lain lagi")}});
  ui.settle();
  CHECK(state.report.changes.size() == 1);
  REQUIRE(ui.click(ui.s().changes_return_all()));
  CHECK(ui.shows(ui.s().changes_none()));
  CHECK(ui.document().find(slice_items, theirs)->title() == "Milik OPD lain lagi");
  // On the agency's computer the file of the whole plan is compared by its own part.
  go(*opd, opd->document().plan_id, "changes");
  choose(*opd, ui.app().export_text(), "utuh.rancang.json");
  CHECK(opd->shows(opd->s().changes_none()));
}
