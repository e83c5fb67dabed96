// Commands as values: what each does, and that a refused one does nothing at all.
#include "edit/commands.hpp"

#include <doctest/doctest.h>

#include "workbench.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
struct Refusal {
  char const* id;
  Command (*command)(Workbench&);
};
std::string refusal_of(Result<ChangeSet> const& result) { return result ? std::string("accepted") : result.error().id; }
std::vector<Refusal> const refusals{
    {"edit.unknown_record", [](Workbench&) -> Command { return SetField{{agencies, make_ulid(9, 9, 9), agency_field("name"), std::string("X")}}; }},
    {"edit.unknown_record", [](Workbench& b) -> Command { return SetField{{RecordType::none, b.rows[0], 0, std::string("X")}}; }},
    {"edit.unknown_record", [](Workbench& b) -> Command { return SetField{{items, b.rows[0], item_field("name"), std::string("X")}}; }},
    {"edit.unknown_field", [](Workbench& b) -> Command { return SetField{{agencies, b.rows[0], 200, std::string("X")}}; }},
    {"edit.wrong_type", [](Workbench& b) -> Command { return SetField{{agencies, b.rows[0], agency_field("name"), std::int64_t{5}}}; }},
    {"edit.wrong_type", [](Workbench& b) -> Command { return SetField{{items, b.item, item_field("budget"), std::string("banyak")}}; }},
    {"edit.too_long", [](Workbench& b) -> Command { return SetField{{agencies, b.rows[0], agency_field("short_name"), std::string(41, 'x')}}; }},
    {"edit.wrong_type",
     [](Workbench& b) -> Command {  // the last cell of a paste
       return SetCells{SetCells::Cause::paste, {{agencies, b.rows[0], agency_field("name"), std::string("P")}, {agencies, b.rows[1], agency_field("name"), true}}, {{agencies, {}, {}}}};
     }},
    {"edit.unknown_record", [](Workbench&) -> Command { return CreateRecord{{RecordType::none, {}, {}}, {}}; }},
    {"edit.wrong_type", [](Workbench&) -> Command { return CreateRecord{{agencies, {}, {{agency_field("name"), std::int64_t{1}}}}, {}}; }},
    {"edit.unknown_record", [](Workbench& b) -> Command { return DuplicateRecords{agencies, {b.rows[0], b.item}, ""}; }},
    {"edit.unknown_record", [](Workbench& b) -> Command { return DeleteRecords{{{agencies, b.rows[0]}, {agencies, make_ulid(9, 9, 9)}}}; }},
    {"edit.unknown_record", [](Workbench&) -> Command { return RestoreRecords{{{agencies, make_ulid(9, 9, 9)}}}; }},
    {"edit.unknown_record", [](Workbench& b) -> Command { return MoveRecords{agencies, {b.rows[0], b.item}, {}}; }},
    {"edit.read_only_type", [](Workbench& b) -> Command { return MoveRecords{record_type<Plan>, {b.rows[0]}, {}}; }},
};
}  // namespace

TEST_CASE("a refused command says why by a stable id and changes nothing") {
  for (std::size_t i = 0; i < refusals.size(); ++i) {
    CAPTURE(i);
    Workbench bench;
    Document const before = bench.document();
    CHECK(refusal_of(bench.run(refusals[i].command(bench))) == refusals[i].id);
    CHECK(difference(before, bench.document()) == "");
    CHECK(bench.editor.revision() == 1);
    CHECK(bench.steps() == 0);
  }
}

TEST_CASE("a text may be as long as its field allows, counted in letters and not in bytes") {
  Workbench bench;
  std::string text;
  for (int i = 0; i < 40; ++i) text += "\xC3\xA9";
  CHECK(bench.run(SetField{{agencies, bench.rows[0], agency_field("short_name"), text}}));
  CHECK(refusal_of(bench.run(SetField{{agencies, bench.rows[0], agency_field("short_name"), text + "x"}})) == "edit.too_long");
  CHECK(bench.agency(0).short_name == text);
}

TEST_CASE("an edit stamps the field that was written and no other") {
  Workbench bench;
  REQUIRE(bench.name(0, "Dinas"));
  Causal const& stamps = *bench.document().find(agencies, bench.rows[0])->causal;
  CHECK(stamps.stamp_of(agency_field("name")).replica == bench.self);
  CHECK(stamps.stamp_of(agency_field("short_name")).replica == bench.other);
  CHECK(stamps.is_alive());
}

TEST_CASE("writing a cell and writing it back in one command is no change") {
  Workbench bench;
  auto const result = bench.run(SetCells{SetCells::Cause::bulk, {{agencies, bench.rows[0], agency_field("name"), std::string("X")}, {agencies, bench.rows[0], agency_field("name"), std::string("A")}}, {}});
  REQUIRE(result);
  CHECK(result->empty());
}

TEST_CASE("a new row appears below the row it was asked for, else at the end") {
  Workbench bench;
  REQUIRE(bench.run(CreateRecord{{agencies, {}, {{agency_field("name"), std::string("n")}}}, bench.rows[1]}));
  CHECK(bench.order() == "A B n C D");
  REQUIRE(bench.run(CreateRecord{{agencies, {}, {{agency_field("name"), std::string("z")}}}, {}}));
  CHECK(bench.order() == "A B n C D z");
}

TEST_CASE("pasted rows follow the last row in their own order") {
  Workbench bench;
  SetCells paste{SetCells::Cause::paste, {}, {}};
  for (auto const* name : {"1", "2", "3"}) paste.created.push_back({agencies, {}, {{agency_field("name"), std::string(name)}}});
  REQUIRE(bench.run(paste));
  CHECK(bench.order() == "A B C D 1 2 3");
}

TEST_CASE("a copy stands below its original and says that it is one, within the length of the title") {
  Workbench bench;
  REQUIRE(bench.name(1, std::string(299, 'm') + "e"));
  REQUIRE(bench.run(DuplicateRecords{agencies, {bench.rows[0], bench.rows[1]}, " (salinan)"}));
  CHECK(bench.order() == "A A (salinan) " + std::string(299, 'm') + "e " + std::string(290, 'm') + " (salinan) C D");
}

TEST_CASE("rows are moved in the order given, to a place or to the end") {
  Workbench bench;
  REQUIRE(bench.run(MoveRecords{agencies, {bench.rows[3], bench.rows[1]}, bench.rows[0]}));
  CHECK(bench.order() == "D B A C");
  REQUIRE(bench.run(MoveRecords{agencies, {bench.rows[3]}, {}}));
  CHECK(bench.order() == "B A C D");
}

TEST_CASE("rows can be put between two neighbours for ever") {
  Workbench bench;
  bool flip = false;
  for (int i = 0; i < 200; ++i, flip = !flip) {
    REQUIRE(bench.run(MoveRecords{agencies, {bench.rows[flip ? 1 : 2]}, bench.rows[flip ? 2 : 1]}));
    REQUIRE(bench.order() == (flip ? "A B C D" : "A C B D"));
  }
}

TEST_CASE("what is deleted lies in the trash with all its values and comes back with them") {
  Workbench bench;
  REQUIRE(bench.run(DeleteRecords{{{agencies, bench.rows[0]}}}));
  CHECK_FALSE(bench.alive(0));
  CHECK(bench.agency(0).name == "A");
  CHECK(bench.document().table(agencies).trash_size() == 1);
  CHECK(bench.document().find(items, bench.item)->as<ActionItem>().lead_agency.value == bench.rows[0]);
  REQUIRE(bench.run(RestoreRecords{{{agencies, bench.rows[0]}}}));
  CHECK(bench.order() == "A B C D");
  CHECK(bench.document().table(agencies).trash_size() == 0);
}

TEST_CASE("deleting what is deleted and restoring what is there are no changes") {
  Workbench bench;
  auto const restored = bench.run(RestoreRecords{{{agencies, bench.rows[0]}}});
  REQUIRE(restored);
  CHECK(restored->empty());
  REQUIRE(bench.run(DeleteRecords{{{agencies, bench.rows[0]}}}));
  auto const again = bench.run(DeleteRecords{{{agencies, bench.rows[0]}}});
  REQUIRE(again);
  CHECK(again->empty());
  CHECK(bench.steps() == 1);
}

TEST_CASE("adopting the same document is no change, adopting another keeps what it does not mention") {
  Workbench bench;
  auto const same = bench.run(AdoptDocument{bench.document()});
  REQUIRE(same);
  CHECK(same->empty());
  Document other = bench.document();
  other.table(agencies).erase(bench.rows[3]);
  auto node = clone_node(*other.find(agencies, bench.rows[0]));
  node->as<Agency>().name = "Dari berkas";
  other.table(agencies).put(node);
  REQUIRE(bench.run(AdoptDocument{other}));
  CHECK(bench.order() == "Dari berkas B C D");
  CHECK(bench.document().find(agencies, bench.rows[0])->causal->stamp_of(agency_field("name")).replica == bench.self);
}
