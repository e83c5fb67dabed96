#include <doctest/doctest.h>

#include "persist/journal.hpp"
#include "persist/plan_file.hpp"
#include "support/plan_files.hpp"

using namespace rancang;
using namespace rancang::testing;

TEST_CASE("pieces of a journal over a snapshot give the plan as it was after the last edit") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    CAPTURE(seed);
    RandomPlan random(seed);
    Document document = random.document(4, 30);
    auto opened = read_plan(write_plan(document, {}));
    REQUIRE(opened);
    for (int edit = 0; edit < 25; ++edit) {
      ChangeSet changes;
      for (int i = 0; i < 3; ++i) {
        ChangeSet const one = random.edit(document, static_cast<RecordType>(random.number(record_type_count)));
        apply(document, one);
        squash(changes, one);
      }
      std::vector<NodePtr> changed;
      for (auto const& change : changes.records) changed.push_back(change.after);
      std::string const piece = write_records(document.plan_id, *document.replicas, changed, {"", "2022-09-08T09:12:00+07:00", "1.0.0"});
      REQUIRE(apply_journal(opened->document, piece));
    }
    CHECK(difference(document, opened->document) == "");
  }
}

TEST_CASE("a piece that brings very many records goes in as well") {
  RandomPlan random(3);
  Document document = random.document(4, 500), empty;
  empty.plan_id = document.plan_id;
  std::vector<NodePtr> all;
  for (auto const& table : document.tables)
    for (auto const& node : table.stored()) all.push_back(node);
  REQUIRE(apply_journal(empty, write_records(document.plan_id, {{make_replica(1), {"A", {}}}}, all, {})));
  empty.replicas = document.replicas;
  CHECK(difference(document, empty) == "");
}

TEST_CASE("a damaged or foreign piece changes nothing") {
  RandomPlan random(1);
  Document document = random.document(2, 5);
  auto const node = document.table_of<ActionItem>().stored()[0];
  std::vector<NodePtr> const changed{node};
  std::string const piece = write_records(document.plan_id, {}, changed, {});
  Document const before = document;
  auto const refusal = [&](std::string const& text) {
    auto const applied = apply_journal(document, text);
    CHECK(difference(before, document) == "");
    return applied ? std::string() : applied.error().id;
  };
  CHECK(refusal(replaced(piece, "\"saved_at\":\"", "\"saved_at\":\"1")) == "journal.damaged");
  CHECK(refusal(piece.substr(0, piece.size() - 1)) == "file.truncated");
  CHECK(refusal(write_plan(document, {})) == "journal.damaged");
  CHECK(refusal(write_records(make_ulid(1, 1, 1), {}, changed, {})) == "journal.other_plan");
  CHECK(refusal(piece) == "");
}

TEST_CASE("the cost of a piece follows the edit, not the plan") {
  RandomPlan random(1);
  Document document = random.document(2, 50);
  std::vector<NodePtr> const changed{document.table_of<ActionItem>().stored()[0]};
  CHECK(write_records(document.plan_id, {}, changed, {}).size() < record_line(*changed[0]).size() + 500);
}
