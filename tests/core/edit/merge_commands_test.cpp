// A merge as one undoable step of the editor; records that are joined; what a redo does to conflicts.
#include <doctest/doctest.h>

#include "edit/editor.hpp"
#include "support/merge_plan.hpp"
#include "support/plan_files.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
struct Desk : MergePlan {
  Editor editor{document, author(issuer)};

  MergeRecords merge_of(Document const& theirs) const {
    MergeReport const told = report(editor.document(), theirs);
    return {merge_changes(told, issuer), told.replicas, told.foreign, told.extras};
  }
  Document conflicting() const {
    Document theirs = document;
    write(theirs, rina, items, health, "name", std::string("Rina"));
    write(theirs, rina, items, clinic, "location", std::string("Rambutan"));
    return theirs;
  }
  void write_here(std::string_view key, std::string text) { REQUIRE(editor.run(SetField{{items, health, field(items, key), std::move(text)}}, 0, 1)); }
};
}  // namespace

TEST_CASE("a merge is one step, with the stamps of those who wrote; undoing it takes all of it back for good") {
  Desk desk;
  desk.write_here("name", "Kami");
  Document const before = desk.editor.document(), theirs = desk.conflicting();
  REQUIRE(desk.editor.run(desk.merge_of(theirs), 0, 2));
  CHECK(desk.editor.history().steps().size() == 2);
  CHECK(difference(desk.editor.document(), desk.merged(before, theirs)) == "");
  CHECK(open_conflicts(desk.editor.document()).size() == 1);
  REQUIRE(desk.editor.undo());
  CHECK(open_conflicts(desk.editor.document()).empty());
  CHECK(desk.item(desk.editor.document(), desk.health).name == "Kami");
  CHECK(desk.item(desk.editor.document(), desk.clinic).location == "");
  // An undo is a write that has seen theirs: the same file has nothing to say any more.
  CHECK(desk.report(desk.editor.document(), theirs).records.empty());
  REQUIRE(desk.editor.redo());
  auto const open = open_conflicts(desk.editor.document());
  REQUIRE(open.size() == 1);
  CHECK(different_values(*open[0].node, open[0].field).size() == 2);
  CHECK(desk.item(desk.editor.document(), desk.clinic).location == "Rambutan");
  REQUIRE(desk.editor.undo());
  CHECK(open_conflicts(desk.editor.document()).empty());
}

TEST_CASE("what shows is the same before an undo and after the redo") {
  Desk desk;
  desk.write_here("name", "Kami");
  REQUIRE(desk.editor.run(desk.merge_of(desk.conflicting()), 0, 2));
  std::string const shown = desk.item(desk.editor.document(), desk.health).name;
  REQUIRE(desk.editor.undo());
  REQUIRE(desk.editor.redo());
  CHECK(desk.item(desk.editor.document(), desk.health).name == shown);
}

TEST_CASE("a merge worked out for an older state is refused") {
  Desk desk;
  MergeRecords const merge = desk.merge_of(desk.conflicting());
  desk.write_here("name", "Sementara itu");
  auto const result = desk.editor.run(merge, 0, 2);
  REQUIRE_FALSE(result);
  CHECK(result.error().id == "edit.changed_meanwhile");
}

TEST_CASE("labels of writers come with a merge even where no record changes") {
  Desk desk;
  Document theirs = desk.conflicting();
  REQUIRE(desk.editor.run(desk.merge_of(theirs), 0, 2));
  ReplicaId const who = desk.rina;
  theirs.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(std::map<ReplicaId, ReplicaInfo>{{who, {"Walikota", {}}}});
  std::size_t const steps = desk.editor.history().steps().size();
  auto const revision = desk.editor.revision();
  REQUIRE(desk.editor.run(desk.merge_of(theirs), 0, 2));
  CHECK(desk.editor.document().replicas->at(who).label == "Walikota");
  CHECK(desk.editor.revision() > revision);
  CHECK(desk.editor.history().steps().size() == steps);
}

TEST_CASE("two records of one thing become one: nothing is lost, references lead to the one that stays") {
  Desk desk;
  auto const set = [&](Ulid id, std::string_view key, Value value) { REQUIRE(desk.editor.run(SetField{{desk.items, id, desk.field(desk.items, key), std::move(value)}}, 0, 1)); };
  set(desk.clinic, "location", std::string("Padang Hulu"));
  set(desk.traffic, "depends_on", std::vector{desk.clinic});
  set(desk.health, "depends_on", std::vector{desk.clinic});
  REQUIRE(desk.editor.run(JoinRecords{desk.items, desk.health, desk.clinic}, 0, 2));
  Document const& now = desk.editor.document();
  CHECK_FALSE(now.table(desk.items).find_alive(desk.clinic));
  CHECK(now.table(desk.items).find(desk.clinic));
  CHECK(desk.item(now, desk.health).location == "Padang Hulu");
  CHECK(desk.item(now, desk.health).name == "Telemedisin puskesmas");
  CHECK(desk.item(now, desk.traffic).depends_on == std::vector{Id<ActionItem>{desk.health}});
  CHECK(desk.item(now, desk.health).depends_on.empty());
  auto const names = different_values(*desk.node(now, desk.items, desk.health), desk.field(desk.items, "name"));
  REQUIRE(names.size() == 2);
  CHECK(*names[1].value.as<std::string>() == "Antrean daring");
  REQUIRE(desk.editor.undo());
  CHECK(desk.editor.document().table(desk.items).find_alive(desk.clinic));
  CHECK(open_conflicts(desk.editor.document()).empty());
  CHECK(desk.item(desk.editor.document(), desk.traffic).depends_on == std::vector{Id<ActionItem>{desk.clinic}});
  CHECK(run(now, JoinRecords{desk.items, desk.health, desk.health}, desk.author(desk.issuer)).error().id == "edit.same_record");
  CHECK(run(now, JoinRecords{desk.items, desk.health, {9, 9}}, desk.author(desk.issuer)).error().id == "edit.unknown_record");
}

TEST_CASE("in a slice a merge may bring what its agency can't write") {
  Desk desk;
  SliceScope scope;
  scope.agency = desk.dinkes;
  Document slice = make_slice(desk.document, scope), newer = desk.document;
  desk.write(newer, desk.issuer, desk.programs, desk.program, "name", std::string("Kota Sehat 2"));
  Editor editor(slice, desk.author(desk.rina));
  MergeReport const told = desk.report(slice, make_slice(newer, scope));
  CHECK(told.outside == 0);
  REQUIRE(editor.run(MergeRecords{merge_changes(told, desk.rina), nullptr, nullptr, nullptr}, 0, 1));
  CHECK(desk.node(editor.document(), desk.programs, desk.program)->as<Program>().name == "Kota Sehat 2");
  REQUIRE(editor.document().scope);
}

TEST_CASE("joining two records settles nothing: what was open in either is open in the one that stays") {
  Desk desk;
  auto const set = [&](Document& in, ReplicaId who, Ulid id, std::string_view key, Value value) { desk.write(in, who, desk.items, id, key, std::move(value)); };
  Document rina = desk.document, budi = desk.document;
  set(rina, desk.rina, desk.clinic, "name", std::string("Nama Rina"));
  set(budi, desk.budi, desk.clinic, "name", std::string("Nama Budi"));
  set(rina, desk.rina, desk.health, "location", std::string("Rambutan"));
  set(budi, desk.budi, desk.health, "location", std::string("Bajenis"));
  set(rina, desk.rina, desk.clinic, "note", std::string("Satu"));
  set(budi, desk.budi, desk.clinic, "note", std::string("Dua"));
  for (auto const* theirs : {&rina, &budi}) REQUIRE(desk.editor.run(desk.merge_of(*theirs), 0, 2));
  REQUIRE(open_conflicts(desk.editor.document()).size() == 3);
  REQUIRE(desk.editor.run(JoinRecords{desk.items, desk.health, desk.clinic}, 0, 2));
  Node const& joined = *desk.node(desk.editor.document(), desk.items, desk.health);
  auto const values = [&](std::string_view key) {
    std::vector<std::string> out;
    for (auto const& one : different_values(joined, desk.field(desk.items, key))) out.push_back(*one.value.as<std::string>());
    std::sort(out.begin() + 1, out.end());
    return out;
  };
  CHECK(values("name") == std::vector<std::string>{"Telemedisin puskesmas", "Nama Budi", "Nama Rina"});
  CHECK(values("location").size() == 2);
  CHECK(values("note").size() == 2);
  CHECK(open_conflicts(desk.editor.document()).size() == 3);
  REQUIRE(desk.editor.undo());
  CHECK(open_conflicts(desk.editor.document()).size() == 3);
  CHECK(desk.item(desk.editor.document(), desk.health).note == "");
}

TEST_CASE("references to a joined record lead to the one that stays, those that stand beside the shown one, too") {
  for (bool const shown : {false, true}) {
    CAPTURE(shown);
    Desk desk;
    Ulid const other{5, 2}, keep{5, 3};
    for (Ulid id : {other, keep}) REQUIRE(desk.editor.run(CreateRecord{{desk.programs, id, {{desk.field(desk.programs, "name"), std::string("Program ") + ulid_text(id)}}}, {}}, 0, 1));
    Document rina = desk.editor.document(), budi = rina;
    desk.write(rina, desk.rina, desk.items, desk.traffic, "program", desk.program);
    desk.write(budi, desk.budi, desk.items, desk.traffic, "program", other);
    for (auto const* theirs : {&rina, &budi}) REQUIRE(desk.editor.run(desk.merge_of(*theirs), 0, 2));
    std::uint8_t const program = desk.field(desk.items, "program");
    Ulid const now = desk.item(desk.editor.document(), desk.traffic).program.value;
    Ulid const drop = shown ? now : now == other ? desk.program : other;
    REQUIRE(desk.editor.run(JoinRecords{desk.programs, keep, drop}, 0, 2));
    auto const values = different_values(*desk.node(desk.editor.document(), desk.items, desk.traffic), program);
    REQUIRE(values.size() == 2);
    CHECK(values[shown ? 0 : 1].value == Value(keep));
    CHECK_FALSE(values[shown ? 1 : 0].value == Value(keep));
  }
}
