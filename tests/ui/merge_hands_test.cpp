// The merge board under the hands: a value of one's own that is given up, a plan that changes while somebody writes, groups without a
// pointer, what is asked before decisions are lost, texts that come late.
#include <doctest/doctest.h>

#include "board_at_work.hpp"
#include "ui/error_text.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
constexpr std::int64_t million = 1'000'000;
Decimal decimal(std::int64_t whole) { return {whole * million}; }

struct Board : BoardOpen {
  using BoardOpen::BoardOpen;
  std::size_t row_of(std::size_t record, std::string_view key) {
    for (std::size_t i = 0; i < session().rows().size(); ++i)
      if (MergeRow const& row = session().rows()[i]; session().items()[row.item].id == rows[record] && row.field == field(key)) return i;
    return session().rows().size();
  }
  MergeRow const& row(std::size_t record, std::string_view key) {
    std::size_t const at = row_of(record, key);
    REQUIRE(at < session().rows().size());
    return session().rows()[at];
  }
  bool writing() { return ui.platform().field.has_value(); }
  MergeViewState const& view() { return ui.app().plan()->merge_view; }
  Ulid current() {  // record of the current row
    MergeEntry const& entry = view().entries[view().current];
    return entry.kind == MergeEntry::Kind::row ? session().items()[session().rows()[entry.index].item].id : Ulid{};
  }
  // Two files, each in conflict with a number of ours.
  void drop_numbers() {
    write(0, "baseline", decimal(12));
    write(1, "baseline", decimal(20));
    ui.open_files({from(31, "dinkes", 0, "baseline", decimal(15)), from(32, "dishub", 1, "baseline", decimal(25))});
    REQUIRE(session().tally().waiting == 2);
  }
};
}  // namespace

TEST_CASE_FIXTURE(Board, "Esc in one's own value gives back what was decided before it") {
  drop_three();
  ui.key(ImGuiKey_4);
  ui.type(" dan lagi");
  CHECK(session().tally().waiting == 0);
  ui.key(ImGuiKey_Escape);
  CHECK(session().tally().waiting == 1);
  CHECK(row(0, "location").pick == Pick::merged);
  ui.key(ImGuiKey_1);
  ui.key(ImGuiKey_4);
  ui.type(" dan lagi");
  CHECK(session().result(0).as<std::string>()->ends_with(" dan lagi"));
  ui.key(ImGuiKey_Escape);
  CHECK(row(0, "location").pick == Pick::ours);
  CHECK(session().result(0) == Value("Lokasi kami di tepi sungai"));
  CHECK(view().own.key == 0);
}

TEST_CASE_FIXTURE(Board, "Esc leaves the other fields of a group as they were") {
  write(0, "start_year", Year{2024});
  write(0, "end_year", Year{2025});
  ui.open_files({Sender(start, 31, "Nurlela").write(rows[0], "start_year", Year{2026}).write(rows[0], "end_year", Year{2027}).file("dinkes.json")});
  std::size_t const first = row_of(0, "start_year"), last = row_of(0, "end_year");
  REQUIRE(std::max(first, last) < session().rows().size());
  REQUIRE(view().current < view().entries.size());
  REQUIRE(view().fields.size() >= 2);
  bool const on_first = view().entries[view().current].index == first;
  std::size_t const one = on_first ? first : last, other = on_first ? last : first;
  ui.key(ImGuiKey_4);
  for (int i = 0; i < 4; ++i) ui.platform().type_text("203" + std::to_string(i)), ui.settle();
  ui.key(ImGuiKey_Enter);
  CHECK(session().rows()[one].value == Value(Year{2033}));
  CHECK(session().rows()[other].pick == Pick::ours);  // decided together
  ui.key(on_first ? ImGuiKey_DownArrow : ImGuiKey_UpArrow);
  ui.key(ImGuiKey_4);
  ui.platform().type_text("2044"), ui.settle();
  CHECK(session().rows()[other].value == Value(Year{2044}));
  ui.key(ImGuiKey_Escape);
  CHECK(session().rows()[other].pick == Pick::ours);
  CHECK(session().rows()[one].pick == Pick::own);
  CHECK(session().rows()[one].value == Value(Year{2033}));
}

TEST_CASE_FIXTURE(Board, "a value that can't be understood decides nothing and stays where it was written") {
  drop_numbers();
  Ulid const record = current();
  ui.key(ImGuiKey_4);
  ui.type("3");
  CHECK(session().tally().waiting == 1);
  ui.type("x");
  CHECK(session().tally().waiting == 2);
  ui.key(ImGuiKey_Enter);
  CHECK_FALSE(view().own.problem.empty());
  std::uint64_t const key = view().own.key;
  ui.key(ImGuiKey_4);  // goes on with it
  CHECK(writing());
  CHECK(ui.platform().field_text.ends_with("3x"));
  ui.key(ImGuiKey_Tab);
  // The other file's row goes and comes: the text belongs to this one, wherever that stands.
  bool const first = record == rows[0];
  std::string const other = first ? "dishub.rancang.json" : "dinkes.rancang.json", its = first ? "dinkes.rancang.json" : "dishub.rancang.json";
  REQUIRE(ui.click(other, probe::Role::checkbox));
  CHECK(session().tally().waiting == 1);
  CHECK(current() == record);
  CHECK(view().own.key == key);
  CHECK(view().fields.front().key == key);
  REQUIRE(ui.click(other, probe::Role::checkbox));
  CHECK(current() == record);
  CHECK(view().own.key == key);
  REQUIRE(ui.click(its, probe::Role::checkbox));
  CHECK(view().own.key == 0);
  CHECK(view().own.text.empty());
  CHECK(session().tally().waiting == 1);
  CHECK(session().decisions() == 0);
}

TEST_CASE_FIXTURE(Board, "whoever is on the second row stays there when the first goes") {
  drop_numbers();
  Ulid const first = current();
  ui.key(ImGuiKey_DownArrow);
  Ulid const second = current();
  REQUIRE_FALSE(first == second);
  REQUIRE(ui.click(first == rows[0] ? "dinkes.rancang.json" : "dishub.rancang.json", probe::Role::checkbox));
  CHECK(current() == second);
}

TEST_CASE_FIXTURE(Board, "the plan may change while one's own value is written: the field stays, and afterwards everything is compared anew") {
  drop_three();
  ui.key(ImGuiKey_4);
  ui.type(" satu");
  write(2, "location", "Ditulis sementara itu");
  REQUIRE(writing());
  ui.type(" dua");
  ui.key(ImGuiKey_Enter);
  CHECK(session().result(row_of(0, "location")).as<std::string>()->ends_with(" satu dua"));
  CHECK(ui.app().plan()->merging_revision == ui.app().plan()->editor.revision());
  CHECK(session().tally().waiting == 0);
  REQUIRE(ui.click(ui.s().merge_confirm("2")));
  CHECK(value(2, "location") == Value("Ditulis sementara itu"));
}

TEST_CASE_FIXTURE(Board, "leaving one's own value with Esc lets the plan's changes in, too") {
  drop_three();
  ui.key(ImGuiKey_4);
  write(2, "location", "Ditulis sementara itu");
  REQUIRE(writing());
  ui.key(ImGuiKey_Escape);
  CHECK(ui.app().plan()->merging_revision == ui.app().plan()->editor.revision());
}

TEST_CASE_FIXTURE(Board, "groups are reached with the arrows: all proposals are accepted, the clean ones opened") {
  OpenedFile by_hand = from(31, "dinkes", 0, "location", "Diusulkan");
  std::size_t const at = by_hand.bytes.find("Diusulkan");
  by_hand.bytes.replace(at, 9, "Ditulis tangan");  // no proof any more
  ui.open_files({std::move(by_hand), from(32, "dishub", 1, "output_indicator", "Bersih saja")});
  REQUIRE(session().tally().rows[static_cast<std::size_t>(MergeGroup::proposal)] == 1);
  REQUIRE(session().tally().rows[static_cast<std::size_t>(MergeGroup::clean)] == 1);
  CHECK(session().tally().waiting == 1);
  ui.key(ImGuiKey_UpArrow);  // the title above the first row
  CHECK(view().entries[view().current].kind == MergeEntry::Kind::head);
  CHECK(ui.find(ui.s().merge_group_proposal(), probe::Role::heading));
  ui.key(ImGuiKey_2);
  CHECK(session().tally().waiting == 0);
  CHECK(row(0, "location").pick == Pick::theirs);
  ui.key(ImGuiKey_DownArrow);
  ui.key(ImGuiKey_DownArrow);
  CHECK_FALSE(ui.shows("Bersih saja"));
  ui.key(ImGuiKey_RightArrow);
  CHECK(view().clean_open);
  ui.key(ImGuiKey_DownArrow);
  CHECK(ui.shows("Bersih saja"));
  ui.key(ImGuiKey_1);
  CHECK(row(1, "output_indicator").pick == Pick::ours);
  ui.key(ImGuiKey_UpArrow);
  ui.key(ImGuiKey_LeftArrow);
  CHECK_FALSE(view().clean_open);
  REQUIRE(ui.click(ui.s().merge_unfold()));
  CHECK(view().clean_open);
}

TEST_CASE_FIXTURE(Board, "cancelling asks when something was decided") {
  drop_three();
  ui.key(ImGuiKey_1);
  REQUIRE(ui.click(ui.s().merge_cancel()));
  REQUIRE(ui.app().plan()->merging);
  CHECK(ui.shows(ui.s().merge_cancel_text("1")));
  ui.key(ImGuiKey_Escape);
  CHECK_FALSE(ui.find(ui.s().merge_cancel_title(), probe::Role::dialog));
  REQUIRE(ui.click(ui.s().merge_cancel()));
  REQUIRE(ui.click(ui.s().merge_cancel_no()));
  CHECK_FALSE(ui.find(ui.s().merge_cancel_title(), probe::Role::dialog));
  CHECK(row(0, "location").pick == Pick::ours);
  REQUIRE(ui.click(ui.s().merge_cancel()));
  REQUIRE(ui.click(ui.s().merge_cancel_yes("1")));
  CHECK_FALSE(ui.app().plan()->merging);
  CHECK(ui.shows(ui.s().merge_empty()));
}

TEST_CASE_FIXTURE(Board, "while files are compared nothing can be merged, and the button says why") {
  write(0, "location", "Lokasi kami");
  ui.platform().look_ms = 30;
  ui.platform().send(FilesOpened{{from(31, "dinkes", 0, "location", "Lokasi mereka"), from(32, "dishub", 1, "location", "Lain")}, false});
  for (int i = 0; i < 1000 && !(ui.app().plan()->merging && session().comparing()); ++i) ui.frame();
  REQUIRE(session().comparing());
  probe::ProbeItem const* const button = ui.find(ui.s().merge_confirm("0"), probe::Role::button);
  REQUIRE(button);
  CHECK((button->state & probe::State::disabled) != 0);
  ui.platform().look_ms = 0;
  ui.settle();
  CHECK_FALSE(session().comparing());
  ui.key(ImGuiKey_1);
  CHECK(ui.click(ui.s().merge_confirm("2")));
}

TEST_CASE("texts that come late are said on the board at once, and those that are there stay where they are") {
  Board board(false);
  AtWork& ui = board.ui;
  ui.open_files({board.from(31, "dinkes", 0, "location", "Lokasi Dinkes"), {"rusak.json", "{", 0}});
  REQUIRE(ui.app().route().screen == Screen::merge);
  ui.app().act(Action::toggle_language);
  ui.key(ImGuiKey_RightArrow);
  ui.key(ImGuiKey_DownArrow);
  REQUIRE(ui.shows("Versi saya"));  // as long as there is nothing else
  std::string english(embedded_help(Language::en));
  std::size_t const at = english.find("\nmerge.mine\t");
  REQUIRE(at != std::string::npos);
  english.replace(at, english.find('\n', at + 1) - at, "\nmerge.mine\tAs it is here");
  ui.platform().send(AssetLoaded{"help/en.txt", english, std::nullopt});
  ui.settle();
  CHECK(ui.shows("As it is here"));
  // The other file failed: it alone is asked for again.
  char const* const before = ui.s().find("merge.mine")->data();
  ui.platform().assets["help/en.txt"] = "";
  ui.platform().assets["help/id.txt"] = std::string(embedded_help(Language::id));
  HelpTexts const* const indonesian = ui.s().help[0];
  board.go({Screen::stages, ui.document().plan_id, RecordType::none, {}});
  CHECK(ui.s().find("merge.mine")->data() == before);
  CHECK(ui.s().help[0] != indonesian);
  ui.platform().send(AssetLoaded{"help/en.txt", "merge.mine\tLater", std::nullopt});
  ui.settle();
  CHECK(ui.s().merge_mine() == "As it is here");
}

TEST_CASE_FIXTURE(Board, "why a file was refused is said in the language of now") {
  ui.open_files({from(31, "dinkes", 0, "location", "Lokasi Dinkes"), {"rusak.json", "{", 0}});
  auto const read = read_plan("{");
  REQUIRE_FALSE(read);
  std::string const indonesian = error_text(ui.s(), read.error());
  CHECK(ui.shows(indonesian));
  ui.app().act(Action::toggle_language);
  ui.settle();
  REQUIRE(indonesian != error_text(ui.s(), read.error()));
  CHECK(ui.shows(error_text(ui.s(), read.error())));
}
