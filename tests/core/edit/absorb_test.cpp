// What others wrote comes in while somebody works: it is no step of the history, and undo leaves it alone.
#include <doctest/doctest.h>

#include "edit/editor.hpp"
#include "support/merge_plan.hpp"
#include "support/plan_files.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
struct Desk : MergePlan {
  Editor editor{document, author(issuer)};
  Document theirs = document;  // of rina, who started from the same file

  void absorb() {
    MergeReport const told = report(editor.document(), theirs);
    REQUIRE(editor.absorb({merge_changes(told, issuer), told.replicas, told.foreign, told.extras}));
  }
  void here(std::string_view key, std::string text, std::uint64_t join = 0) { REQUIRE(editor.run(SetField{{items, health, field(items, key), std::move(text)}}, join, 1)); }
  void there(std::string_view key, std::string text) { CHECK(write(theirs, rina, items, health, key, Value(std::move(text))) == ""); }
  ActionItem const& now() const { return item(editor.document(), health); }
  std::size_t names() const { return different_values(*node(editor.document(), items, health), field(items, "name")).size(); }
};
}  // namespace

TEST_CASE("what comes in is no step, and the same again changes nothing") {
  Desk desk;
  desk.there("location", "Rambutan");
  desk.absorb();
  CHECK(desk.now().location == "Rambutan");
  CHECK(desk.editor.history().steps().empty());
  auto const revision = desk.editor.revision();
  desk.absorb();
  CHECK(desk.editor.revision() == revision);
}

TEST_CASE("undo and redo of a record that others have changed move only what the step wrote") {
  Desk desk;
  std::string const original = desk.now().name;
  desk.here("name", "Kami");
  desk.there("location", "Rambutan");
  desk.absorb();
  REQUIRE(desk.editor.undo());
  CHECK(desk.now().name == original);
  CHECK(desk.now().location == "Rambutan");
  REQUIRE(desk.editor.redo());
  CHECK(desk.now().name == "Kami");
  CHECK(desk.now().location == "Rambutan");
}

TEST_CASE("undo of one side of a conflict leaves the other side standing") {
  Desk desk;
  desk.here("name", "Kami");
  desk.there("name", "Mereka");
  desk.absorb();
  REQUIRE(desk.names() == 2);
  REQUIRE(desk.editor.undo());
  CHECK(desk.names() == 1);
  CHECK(desk.now().name == "Mereka");
  // A write that has seen both: nobody brings the conflict back.
  CHECK(desk.report(desk.editor.document(), desk.theirs).records.empty());
}

TEST_CASE("what others wrote over ours stays through undo and redo") {
  Desk desk;
  desk.here("name", "Kami");
  desk.theirs = desk.editor.document();
  desk.there("name", "Lebih baru");
  desk.absorb();
  REQUIRE(desk.editor.undo());
  CHECK(desk.now().name == "Lebih baru");
  REQUIRE(desk.editor.redo());
  CHECK(desk.now().name == "Lebih baru");
}

TEST_CASE("a record made here on which others worked is not unmade") {
  Desk desk;
  auto const made = desk.editor.run(CreateRecord{{desk.items, {}, {{desk.field(desk.items, "name"), std::string("Baru")}}}, {}}, 0, 1);
  REQUIRE(made);
  Ulid const id = made->records[0].id();
  desk.theirs = desk.editor.document();
  REQUIRE(desk.write(desk.theirs, desk.rina, desk.items, id, "location", std::string("Rambutan")) == "");
  desk.absorb();
  REQUIRE(desk.editor.undo());
  REQUIRE(desk.editor.document().table(desk.items).find_alive(id));
  CHECK(desk.item(desk.editor.document(), id).location == "Rambutan");
}

TEST_CASE("a deletion here and an edit there: undo of the deletion keeps the edit") {
  Desk desk;
  REQUIRE(desk.editor.run(DeleteRecords{{{desk.items, desk.health}}}, 0, 1));
  desk.there("location", "Rambutan");
  desk.absorb();
  CHECK(desk.editor.document().table(desk.items).find_alive(desk.health));
  REQUIRE(desk.editor.undo());
  CHECK(desk.editor.document().table(desk.items).find_alive(desk.health));
  CHECK(desk.now().location == "Rambutan");
  REQUIRE(desk.editor.redo());
  CHECK(desk.editor.document().table(desk.items).find_alive(desk.health));
}

TEST_CASE("a visit to a field goes on as a new step when something comes in for its record") {
  Desk desk;
  std::string const original = desk.now().name;
  desk.here("name", "Ka", 5);
  desk.there("location", "Rambutan");
  desk.absorb();
  desk.here("name", "Kami", 5);
  CHECK(desk.editor.history().steps().size() == 2);
  REQUIRE(desk.editor.undo());
  CHECK(desk.now().name == "Ka");
  REQUIRE(desk.editor.undo());
  CHECK(desk.now().name == original);
  CHECK(desk.now().location == "Rambutan");
}

TEST_CASE("a reading editor takes nothing in") {
  Desk desk;
  desk.editor.set_read_only(true);
  auto const refused = desk.editor.absorb({});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().id == "edit.read_only");
}
