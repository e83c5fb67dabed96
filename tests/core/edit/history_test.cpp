// What was done, step by step, and what each entry says.
#include "edit/history.hpp"

#include <doctest/doctest.h>

#include "model/footprint.hpp"
#include "workbench.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
CommandLabel const& newest(Workbench const& bench) { return bench.editor.history().steps().back().label; }
// Names that were written, oldest remembered step first.
std::string remembered(Workbench const& bench) {
  std::string out;
  for (auto const& step : bench.editor.history().steps()) out += step.label.title + " ";
  return out;
}
}  // namespace

TEST_CASE("an entry names the command, the field, how many records and the first of them") {
  Workbench bench;
  REQUIRE(bench.run(SetField{{agencies, bench.rows[1], agency_field("short_name"), std::string("BPS")}}));
  CHECK(newest(bench).kind == Command(SetField{}).index());
  CHECK(newest(bench).type == agencies);
  CHECK(newest(bench).field == agency_field("short_name"));
  CHECK(newest(bench).count == 1);
  CHECK(newest(bench).title == "B");
  REQUIRE(bench.run(DeleteRecords{{{agencies, bench.rows[2]}, {agencies, bench.rows[3]}}}));
  CHECK(newest(bench).kind == Command(DeleteRecords{}).index());
  CHECK(newest(bench).count == 2);
  CHECK(newest(bench).title == "C");
  CHECK(newest(bench).field == -1);
  REQUIRE(bench.run(SetCells{SetCells::Cause::fill, {{agencies, bench.rows[0], agency_field("name"), std::string("Z")}}, {}}));
  CHECK(newest(bench).cause == SetCells::Cause::fill);
  CHECK(newest(bench).title == "Z");
}

TEST_CASE("a joined step tells the newest title and the time of its beginning") {
  Workbench bench;
  (void)bench.editor.run(SetField{{agencies, bench.rows[0], agency_field("name"), std::string("D")}}, 9, 1'000);
  (void)bench.editor.run(SetField{{agencies, bench.rows[0], agency_field("name"), std::string("Dinas")}}, 9, 5'000);
  REQUIRE(bench.steps() == 1);
  CHECK(newest(bench).title == "Dinas");
  CHECK(bench.editor.history().steps().back().unix_ms == 1'000);
}

TEST_CASE("a joined step holds the first state before and the last one after") {
  Workbench bench;
  for (auto const* text : {"x", "xy", "xyz"}) REQUIRE(bench.name(0, text, 9));
  ChangeSet const& changes = bench.editor.history().steps().back().changes;
  REQUIRE(changes.records.size() == 1);
  CHECK(changes.records[0].before->as<Agency>().name == "A");
  CHECK(changes.records[0].after->as<Agency>().name == "xyz");
}

TEST_CASE("steps without a key never join") {
  Workbench bench;
  REQUIRE(bench.name(0, "x"));
  REQUIRE(bench.name(0, "xy"));
  CHECK(bench.steps() == 2);
}

TEST_CASE("two keys in turn do not join with what lies between") {
  Workbench bench;
  REQUIRE(bench.name(0, "x", 1));
  REQUIRE(bench.name(1, "y", 2));
  REQUIRE(bench.name(0, "xx", 1));
  CHECK(bench.steps() == 3);
}

TEST_CASE("the position counts what is done, and undone steps stay in the list") {
  Workbench bench;
  History const& history = bench.editor.history();
  for (auto const* text : {"1", "2", "3"}) REQUIRE(bench.name(0, text));
  CHECK(history.position() == 3);
  REQUIRE(bench.editor.undo());
  REQUIRE(bench.editor.undo());
  CHECK(history.position() == 1);
  CHECK(history.steps().size() == 3);
  CHECK(history.next_undo() == &history.steps()[0]);
  CHECK(history.next_redo() == &history.steps()[1]);
}

TEST_CASE("a very long title is cut in the history") {
  Workbench bench;
  REQUIRE(bench.name(0, std::string(300, 'w')));
  CHECK(newest(bench).title.size() <= 84);
}

TEST_CASE("past its number of steps a session forgets the oldest ones, and undo goes as far back as is remembered") {
  Workbench bench;
  History const& history = bench.editor.history();
  bench.editor.limit_history({3, ~std::size_t{0}});
  for (auto const* text : {"1", "2", "3", "4", "5"}) REQUIRE(bench.name(0, text));
  CHECK(remembered(bench) == "3 4 5 ");
  CHECK(history.position() == 3);
  CHECK(history.forgotten() == 2);
  for (auto const* text : {"4", "3", "2"}) {
    REQUIRE(bench.editor.undo());
    CHECK(bench.agency(0).name == text);
  }
  CHECK(history.position() == 0);
  REQUIRE(bench.editor.undo());
  CHECK(bench.agency(0).name == "2");
  REQUIRE(bench.editor.redo());
  CHECK(bench.agency(0).name == "3");
  REQUIRE(bench.name(0, "6"));  // what was undone is gone, and is no forgotten step
  CHECK(remembered(bench) == "3 6 ");
  CHECK(history.forgotten() == 2);
}

TEST_CASE("what is remembered follows memory: steps of long texts are forgotten sooner, the one just made never") {
  Workbench bench;
  History const& history = bench.editor.history();
  std::size_t const budget = 20'000;
  bench.editor.limit_history({100'000, budget});
  for (int i = 0; i < 40; ++i) REQUIRE(bench.name(0, "n" + std::to_string(i)));
  std::size_t const small = history.steps().size();
  CHECK(history.bytes() <= budget);
  for (int i = 0; i < 40; ++i) REQUIRE(bench.run(SetField{{items, bench.item, item_field("location"), std::string(280, static_cast<char>('a' + i % 26))}}));
  CHECK(history.bytes() <= budget);
  CHECK(history.steps().size() < small);
  CHECK(history.steps().size() + history.forgotten() == 80);
  CHECK(history.position() == history.steps().size());
  bench.editor.limit_history({100'000, 1});
  CHECK(history.steps().size() == 1);
  CHECK(history.bytes() > 1);
  REQUIRE(bench.name(0, "terakhir"));
  REQUIRE(history.steps().size() == 1);
  CHECK(newest(bench).title == "terakhir");
  REQUIRE(bench.editor.undo());
  CHECK(history.position() == 0);
}

TEST_CASE("the memory of the history is counted step by step, whatever joins, is undone or cancelled") {
  Workbench bench;
  History const& history = bench.editor.history();
  auto const sum = [&] {
    std::size_t out = 0;
    for (auto const& step : history.steps()) out += step.bytes;
    return out;
  };
  bench.editor.limit_history({7, ~std::size_t{0}});
  std::uint64_t turn = 1;
  for (int i = 0; i < 400; ++i) {
    turn = turn * 6364136223846793005ULL + 1442695040888963407ULL;
    std::uint64_t const key = (turn >> 40) % 3, what = (turn >> 50) % 8;
    if (what == 0) REQUIRE(bench.editor.undo());
    else if (what == 1) REQUIRE(bench.editor.redo());
    else if (what == 2) REQUIRE(bench.editor.cancel(key));
    else REQUIRE(bench.name((turn >> 33) % 4, std::string((turn >> 20) % 90 + 1, 'x'), key));
    REQUIRE(history.bytes() == sum());
    REQUIRE(history.steps().size() <= 7);
    REQUIRE(history.position() <= history.steps().size());
    REQUIRE((history.next_undo() != nullptr) == (history.position() > 0));
    REQUIRE((history.next_redo() != nullptr) == (history.position() < history.steps().size()));
  }
  CHECK(history.forgotten() > 50);
  bench.editor.replace(Document(bench.document()));
  CHECK(history.steps().empty());
  CHECK(history.forgotten() == 0);
  CHECK(history.bytes() == 0);
}

TEST_CASE("a record's share of memory grows with what is written in it") {
  auto const node = make_node(items, {1, 1});
  std::size_t const empty = footprint(*node);
  CHECK(empty > sizeof(Node));
  node->as<ActionItem>().name = std::string(1000, 'n');
  node->as<ActionItem>().budget.values = {{Year{2024}, Money{1}}, {Year{2025}, Money{2}}};
  std::size_t const full = footprint(*node);
  CHECK(full > empty + 1000);
  CHECK(full < empty + 1300);
}
