// The only writer of a document: undo of everything, joined steps, Escape, reading tabs.
#include "edit/editor.hpp"

#include <doctest/doctest.h>

#include "workbench.hpp"

using namespace rancang;
using namespace rancang::testing;

TEST_CASE("one change is one revision and one step; a change of nothing is neither") {
  Workbench bench;
  std::uint64_t const before = bench.editor.revision();
  REQUIRE(bench.name(0, "Dinas"));
  CHECK(bench.agency(0).name == "Dinas");
  CHECK(bench.editor.revision() == before + 1);
  auto const again = bench.name(0, "Dinas");
  REQUIRE(again);
  CHECK(again->empty());
  CHECK(bench.editor.revision() == before + 1);
  CHECK(bench.steps() == 1);
}

TEST_CASE("undo and redo at the ends of the history change nothing and are no failure") {
  Workbench bench;
  auto const back = bench.editor.undo(), forward = bench.editor.redo();
  REQUIRE(back);
  REQUIRE(forward);
  CHECK(back->empty());
  CHECK(forward->empty());
  CHECK(bench.editor.revision() == 1);
}

namespace {
struct Deed {
  char const* what;
  Command (*command)(Workbench&);
};
std::vector<Deed> const deeds{
    {"a field", [](Workbench& b) -> Command { return SetField{{agencies, b.rows[1], agency_field("short_name"), std::string("BPS")}}; }},
    {"a pasted block with new rows",
     [](Workbench& b) -> Command {
       SetCells paste{SetCells::Cause::paste, {{agencies, b.rows[0], agency_field("name"), std::string("P")}, {agencies, b.rows[2], agency_field("name"), std::string("Q")}}, {}};
       for (int i = 0; i < 3; ++i) paste.created.push_back({agencies, {}, {{agency_field("name"), std::string("Baru")}}});
       return paste;
     }},
    {"a new row", [](Workbench& b) -> Command { return CreateRecord{{agencies, {}, {{agency_field("name"), std::string("E")}}}, b.rows[1]}; }},
    {"copies", [](Workbench& b) -> Command { return DuplicateRecords{agencies, {b.rows[0], b.rows[3]}, " (salinan)"}; }},
    {"deletion", [](Workbench& b) -> Command { return DeleteRecords{{{agencies, b.rows[0]}, {agencies, b.rows[2]}, {items, b.item}}}; }},
    {"a move", [](Workbench& b) -> Command { return MoveRecords{agencies, {b.rows[3], b.rows[2]}, b.rows[0]}; }},
    {"another document",
     [](Workbench& b) -> Command {
       Document wanted = b.document();
       auto node = clone_node(*wanted.find(agencies, b.rows[1]));
       node->as<Agency>().name = "Dari berkas";
       wanted.table(agencies).put(node);
       auto fresh = make_node(agencies, make_ulid(1, 1, 1));
       fresh->as<Agency>().name = "Baru dari berkas";
       fresh->causal = created_by(b.other);
       wanted.table(agencies).put(fresh);
       auto gone = clone_node(*wanted.find(agencies, b.rows[2]));
       gone->causal = deleted_by(*gone->causal, b.other);
       wanted.table(agencies).put(gone);
       return AdoptDocument{wanted};
     }},
};
}  // namespace

TEST_CASE("everything that can be done is one step, taken back whole and done again whole") {
  for (Deed const& deed : deeds) {
    CAPTURE(deed.what);
    Workbench bench;
    Document const before = bench.document();
    auto const done = bench.run(deed.command(bench));
    REQUIRE(done);
    CHECK_FALSE(done->empty());
    CHECK(bench.steps() == 1);
    Document const after = bench.document();
    CHECK(Workbench::data_difference(before, after) != "");
    REQUIRE(bench.editor.undo());
    CHECK(Workbench::data_difference(before, bench.document()) == "");
    REQUIRE(bench.editor.redo());
    CHECK(Workbench::data_difference(after, bench.document()) == "");
  }
}

TEST_CASE("restoring from the trash is taken back as well") {
  Workbench bench;
  REQUIRE(bench.run(DeleteRecords{{{agencies, bench.rows[1]}}}));
  REQUIRE(bench.run(RestoreRecords{{{agencies, bench.rows[1]}}}));
  CHECK(bench.alive(1));
  REQUIRE(bench.editor.undo());
  CHECK_FALSE(bench.alive(1));
  REQUIRE(bench.editor.undo());
  CHECK(bench.alive(1));
  REQUIRE(bench.editor.redo());
  REQUIRE(bench.editor.redo());
  CHECK(bench.alive(1));
}

TEST_CASE("a whole session can be taken back to its beginning and done again to its end") {
  Workbench bench;
  std::vector<Document> states{bench.document()};
  for (Deed const& deed : deeds) {
    REQUIRE(bench.run(deed.command(bench)));
    states.push_back(bench.document());
  }
  for (std::size_t i = states.size() - 1; i > 0; --i) {
    REQUIRE(bench.editor.undo());
    CHECK_MESSAGE(Workbench::data_difference(states[i - 1], bench.document()) == "", deeds[i - 1].what);
  }
  CHECK(bench.editor.history().position() == 0);
  for (std::size_t i = 1; i < states.size(); ++i) {
    REQUIRE(bench.editor.redo());
    CHECK_MESSAGE(Workbench::data_difference(states[i], bench.document()) == "", deeds[i - 1].what);
  }
}

TEST_CASE("undo is a new write, so that what others have seen is never contradicted") {
  Workbench bench;
  std::uint8_t const field = agency_field("name");
  REQUIRE(bench.name(0, "Dinas"));
  Dot const written = bench.document().find(agencies, bench.rows[0])->causal->stamp_of(field);
  REQUIRE(bench.editor.undo());
  Causal const& after = *bench.document().find(agencies, bench.rows[0])->causal;
  CHECK(after.stamp_of(field).replica == bench.self);
  CHECK(after.stamp_of(field).counter > written.counter);
  CHECK(after.has_seen(written));
}

TEST_CASE("letters of one visit to a field are one step, another visit is another") {
  Workbench bench;
  for (auto const* text : {"D", "Di", "Din"}) REQUIRE(bench.name(0, text, 42));
  CHECK(bench.steps() == 1);
  bench.editor.seal_step();
  REQUIRE(bench.name(0, "Dina", 42));
  CHECK(bench.steps() == 2);
  REQUIRE(bench.name(1, "Badan", 43));
  CHECK(bench.steps() == 3);
  REQUIRE(bench.editor.undo());
  REQUIRE(bench.editor.undo());
  CHECK(bench.agency(0).name == "Din");
  REQUIRE(bench.editor.undo());
  CHECK(bench.agency(0).name == "A");
}

TEST_CASE("a joined step is never continued across an undo") {
  Workbench bench;
  REQUIRE(bench.name(0, "D", 42));
  REQUIRE(bench.editor.undo());
  REQUIRE(bench.editor.redo());
  REQUIRE(bench.name(0, "Di", 42));
  CHECK(bench.steps() == 2);
  REQUIRE(bench.editor.undo());
  CHECK(bench.agency(0).name == "D");
}

TEST_CASE("something new after undo drops what could have been done again") {
  Workbench bench;
  REQUIRE(bench.name(0, "satu"));
  REQUIRE(bench.name(0, "dua"));
  REQUIRE(bench.editor.undo());
  REQUIRE(bench.name(0, "tiga"));
  CHECK(bench.editor.history().next_redo() == nullptr);
  CHECK(bench.steps() == 2);
  REQUIRE(bench.editor.redo());
  CHECK(bench.agency(0).name == "tiga");
}

TEST_CASE("Escape takes the visit back and forgets it; a second Escape does nothing more") {
  Workbench bench;
  REQUIRE(bench.name(1, "lama"));
  REQUIRE(bench.name(0, "D", 42));
  REQUIRE(bench.name(0, "Di", 42));
  auto const cancelled = bench.editor.cancel(42);
  REQUIRE(cancelled);
  CHECK(cancelled->records.size() == 1);
  CHECK(bench.agency(0).name == "A");
  CHECK(bench.steps() == 1);
  CHECK(bench.editor.history().next_redo() == nullptr);
  for (std::uint64_t const key : {std::uint64_t{42}, std::uint64_t{0}}) {
    auto const again = bench.editor.cancel(key);
    REQUIRE(again);
    CHECK(again->empty());
  }
  CHECK(bench.agency(1).name == "lama");
}

TEST_CASE("a reading tab refuses every change by name and stays as it is") {
  Workbench bench;
  REQUIRE(bench.name(0, "Dinas", 5));
  bench.editor.set_read_only(true);
  Document const before = bench.document();
  std::uint64_t const revision = bench.editor.revision();
  auto const refused = [](Result<ChangeSet> const& result) { return result ? std::string("accepted") : result.error().id; };
  CHECK(refused(bench.name(0, "X")) == "edit.read_only");
  CHECK(refused(bench.editor.undo()) == "edit.read_only");
  CHECK(refused(bench.editor.redo()) == "edit.read_only");
  CHECK(refused(bench.editor.cancel(5)) == "edit.read_only");
  CHECK(difference(before, bench.document()) == "");
  CHECK(bench.editor.revision() == revision);
  bench.editor.set_read_only(false);
  REQUIRE(bench.editor.undo());
  CHECK(bench.agency(0).name == "A");
}

TEST_CASE("a replaced document starts with an empty history") {
  Workbench bench;
  REQUIRE(bench.name(0, "Dinas"));
  std::uint64_t const revision = bench.editor.revision();
  bench.editor.replace(Workbench().document());
  CHECK(bench.agency(0).name == "A");
  CHECK(bench.steps() == 0);
  CHECK(bench.editor.revision() > revision);
}

TEST_CASE("random edits are all taken back") {
  RandomPlan random(31);
  Document const start = random.document(5, 20);
  Workbench bench;
  Editor editor(start, bench.author());
  for (int i = 0; i < 300; ++i) {
    RecordInfo const& info = record_infos()[random.number(record_type_count)];
    auto const stored = editor.document().table(info.type).stored();
    if (stored.empty()) continue;
    Ulid const id = stored[random.number(stored.size())]->id;
    std::size_t const field = random.number(info.fields.size());
    Command command = SetField{{info.type, id, static_cast<std::uint8_t>(field), random.value(editor.document(), info.fields[field])}};
    if (random.chance(10)) command = DeleteRecords{{{info.type, id}}};
    if (random.chance(10)) command = RestoreRecords{{{info.type, id}}};
    if (random.chance(10)) command = CreateRecord{{info.type, {}, {}}, id};
    (void)editor.run(command, random.number(3), 0);
  }
  CHECK(editor.history().steps().size() > 100);
  Document const end = editor.document();
  while (editor.history().position() > 0) REQUIRE(editor.undo());
  CHECK(Workbench::data_difference(start, editor.document()) == "");
  while (editor.history().next_redo()) REQUIRE(editor.redo());
  CHECK(Workbench::data_difference(end, editor.document()) == "");
}
