// A replica writes on one day: the first change says which, and another day is another replica.
#include <doctest/doctest.h>

#include "workbench.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
struct Days : Workbench {
  void begin(ReplicaId replica, char const* day, std::string label = {}) {
    Author next = author();
    next.replica = replica, next.day = parse_iso_date(day), next.label = std::move(label);
    editor.write_as(std::move(next));
  }
  ReplicaInfo info(ReplicaId replica) const {
    auto const at = document().replicas->find(replica);
    return at == document().replicas->end() ? ReplicaInfo{} : at->second;
  }
  Dot stamp(std::size_t row) const { return document().find(agencies, rows[row])->causal->stamp_of(agency_field("name")); }
};
ReplicaId const monday = make_replica(51), tuesday = make_replica(52);
}  // namespace

TEST_CASE_FIXTURE(Days, "nothing is told before the first change, then the day and the name of the laptop") {
  begin(monday, "2022-08-29", "Diskominfo 2");
  CHECK(document().replicas->count(monday) == 0);
  CHECK(!editor.has_written());
  REQUIRE(name(0, "Satu"));
  CHECK(editor.has_written());
  CHECK(info(monday).day == parse_iso_date("2022-08-29"));
  CHECK(info(monday).label == "Diskominfo 2");
  CHECK(stamp(0).replica == monday);
}

TEST_CASE_FIXTURE(Days, "what another day changes has another writer; a field that is still open stays one step, and is taken back as one") {
  begin(monday, "2022-08-29");
  REQUIRE(name(0, "Sat", 5));
  std::size_t const before = steps();
  begin(tuesday, "2022-08-30");
  REQUIRE(name(0, "Satu", 5));
  CHECK(steps() == before);
  CHECK(stamp(0).replica == tuesday);
  CHECK(info(tuesday).day == parse_iso_date("2022-08-30"));
  CHECK(info(monday).day == parse_iso_date("2022-08-29"));
  REQUIRE(editor.cancel(5));
  CHECK(agency(0).name == "A");
}

TEST_CASE_FIXTURE(Days, "what comes from elsewhere is no writing of this day") {
  begin(monday, "2022-08-29");
  Workbench theirs;
  theirs.editor.write_as({tuesday, [] { return Ulid{1, 2}; }, nullptr});
  REQUIRE(theirs.name(1, "Bappeda"));
  MergeRecords merge;
  NodePtr const* const before = document().table(agencies).find(rows[1]);
  NodePtr const* const after = theirs.document().table(agencies).find(theirs.rows[1]);
  REQUIRE(before);
  REQUIRE(after);
  merge.changes.records.push_back({*before, *after});
  REQUIRE(editor.absorb(merge));
  CHECK(agency(1).name == "Bappeda");
  CHECK(!editor.has_written());
  CHECK(document().replicas->count(monday) == 0);
}

TEST_CASE_FIXTURE(Days, "a name that is taken away is told no more from the next change on, and who is named to others is introduced before") {
  begin(monday, "2022-08-29", "Diskominfo 2");
  editor.introduce();
  CHECK(info(monday).label == "Diskominfo 2");
  CHECK(editor.has_written());
  editor.set_label({});
  REQUIRE(name(0, "Satu"));
  CHECK(info(monday).label == "");
  CHECK(info(monday).day == parse_iso_date("2022-08-29"));
}
