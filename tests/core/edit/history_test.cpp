// What was done, step by step, and what each entry says.
#include "edit/history.hpp"

#include <doctest/doctest.h>

#include "workbench.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
CommandLabel const& newest(Workbench const& bench) { return bench.editor.history().steps().back().label; }
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
