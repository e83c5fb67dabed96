// Whole records on the merge board: deleted on one side, typed twice, and the note of the slice that brought them back.
#include <doctest/doctest.h>

#include "core/edit/merge_board.hpp"
#include "workbench.hpp"

using namespace rancang;
using namespace rancang::testing;

TEST_CASE_FIXTURE(Board, "deleted here, changed there: it lives, unless the meeting deletes it") {
  REQUIRE(ours.run(DeleteRecords{{{items, item[0]}}}, 0, 1));
  Document const changed = edited(11, "A", 0, "output_indicator", "Masih dipakai");
  for (bool const wanted : {true, false}) {
    CAPTURE(wanted);
    Board other;
    REQUIRE(other.ours.run(DeleteRecords{{{items, other.item[0]}}}, 0, 1));
    MergeSession session = other.open({input("a.json", changed)});
    std::size_t revived = session.rows().size();
    for (std::size_t i = 0; i < session.rows().size(); ++i)
      if (session.rows()[i].kind == MergeRowKind::revived) revived = i;
    REQUIRE(revived < session.rows().size());
    CHECK(session.tally().waiting == 0);
    if (!wanted) session.decide(revived, Pick::theirs);
    REQUIRE(other.merge(session));
    CHECK((other.ours.document().table(items).find_alive(other.item[0]) != nullptr) == wanted);
  }
}

TEST_CASE_FIXTURE(Board, "what is deleted there and untouched here goes to the trash, or stays when it is refused") {
  Editor there = copy(11, "A");
  REQUIRE(there.run(DeleteRecords{{{items, item[0]}}}, 0, 1));
  MergeSession session = open({input("a.json", there.document())});
  REQUIRE(session.rows().size() == 1);
  CHECK(session.rows()[0].kind == MergeRowKind::deleted);
  session.decide(0, Pick::ours);
  CHECK(session.tally().coming() == 0);
  REQUIRE(merge(session));
  CHECK(ours.document().table(items).find_alive(item[0]));
  MergeSession const again = open({input("a.json", there.document())});
  CHECK(again.tally().total == 0);
}

TEST_CASE_FIXTURE(Board, "the same activity typed by two agencies is one pair, joined on request within the same step") {
  auto const typed = [&](std::uint64_t replica, std::size_t by) {
    Editor editor = copy(replica, "OPD", by);
    NewRecord record{items, {}, {}};
    record.values = {{field("name"), std::string("Dasbor layanan kota terpadu")}, {field("lead_agency"), agency[by]}, {field("output_indicator"), std::string("Versi ") + std::to_string(by)}};
    static_cast<void>(editor.run(CreateRecord{record, {}}, 0, 1));
    return editor.document();
  };
  MergeSession session = open({input("a.json", typed(11, 0)), input("b.json", typed(12, 1))});
  REQUIRE(session.twins().size() == 1);
  CHECK(session.twins()[0].pair.same_name);
  std::size_t const before = ours.document().table(items).size();
  session.decide_twins(0, Pick::theirs);
  CHECK(session.decisions() == 1);
  session.rebase(ours.document());  // decisions stay
  CHECK(session.decisions() == 1);
  while (session.step()) {
  }
  REQUIRE(session.twins().size() == 1);
  CHECK(session.twins()[0].pick == Pick::theirs);
  CHECK(session.decisions() == 1);
  REQUIRE(merge(session));
  CHECK(ours.history().steps().size() == 1);
  CHECK(ours.document().table(items).size() == before + 1);
  CHECK(open_conflicts(ours.document()).size() >= 1);
  REQUIRE(ours.undo());
  CHECK(ours.document().table(items).size() == before);
}

TEST_CASE_FIXTURE(Board, "a slice that comes back is noted as returned in the same step") {
  RecordType const type = record_type<IssuedSlice>;
  RecordInfo const& info = record_info(type);
  auto const at = [&](std::string_view key) { return static_cast<std::uint8_t>(info.index_of(key)); };
  for (int day : {18'900, 18'950})
    REQUIRE(ours.run(CreateRecord{{type, {}, {{at("agency"), agency[0]}, {at("issued_on"), Date{day}}}}, {}}, 0, 1));
  MergeSession const session = open({input("dinkes.json", edited(11, "Nurlela", 0, "output_indicator", "Baru", 0))});
  std::size_t const steps = ours.history().steps().size();
  REQUIRE(merge(session));
  CHECK(ours.history().steps().size() == steps + 1);
  std::size_t returned = 0;
  ours.document().table(type).for_each([&](NodePtr const& node) {
    auto const& slice = node->as<IssuedSlice>();
    if (!slice.returned_on) return;
    ++returned;
    CHECK(slice.issued_on == Date{18'950});
    CHECK(slice.returned_by == "Nurlela");
    CHECK(*slice.returned_on == Date{19'000});
  });
  CHECK(returned == 1);
}
