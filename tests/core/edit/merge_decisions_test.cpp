// What becomes of decisions on the merge board: part of a record accepted, one thing typed by three, several files that propose one record, what is no record at all.
#include <doctest/doctest.h>

#include "core/edit/merge_board.hpp"

using namespace rancang;
using namespace rancang::testing;

TEST_CASE_FIXTURE(Board, "of a record outside of the scope one field is accepted: the other one still waits, and comes with the same file again") {
  Document const slice = outside_slice();
  MergeSession session = open({input("dinkes.json", slice)});
  std::size_t const row = field_row(session, 1, "output_indicator");
  session.decide(row, Pick::theirs, session.options(row)[1].value);
  CHECK(session.tally().waiting == 1);
  REQUIRE(merge(session));
  CHECK(text(1, "output_indicator") == "Di luar");
  CHECK(text(1, "location") == "");
  auto const from = provenance(ours.document(), *node(item[1]), field("output_indicator"));
  REQUIRE(from.who);
  CHECK(from.who->label == "dinkes.json");
  MergeSession again = open({input("dinkes.json", slice)});
  again.accept(MergeGroup::outside);
  REQUIRE(merge(again));
  CHECK(text(1, "location") == "Juga di luar");
  CHECK(node(item[1])->causal->stamp_of(field("location")).replica == make_replica(11));
  CHECK(open_conflicts(ours.document()).empty());
}

TEST_CASE_FIXTURE(Board, "of a record outside of the scope one field is taken and one turned down: that is decided for good") {
  Document const slice = outside_slice();
  MergeSession session = open({input("dinkes.json", slice)});
  session.decide(field_row(session, 1, "location"), Pick::ours);
  session.accept(MergeGroup::outside);
  REQUIRE(merge(session));
  CHECK(text(1, "output_indicator") == "Di luar");
  CHECK(text(1, "location") == "");
  CHECK(open({input("dinkes.json", slice)}).tally().total == 0);
}

TEST_CASE_FIXTURE(Board, "one activity typed by three agencies is two pairs, and joining both leaves one") {
  std::vector<MergeInput> files;
  for (std::size_t i = 0; i < 3; ++i) files.push_back(input("f" + std::to_string(i) + ".json", typed(11 + i, {20, i + 1}, "Dasbor layanan kota terpadu", std::min<std::size_t>(i, 1), "Versi " + std::to_string(i))));
  MergeSession session = open(std::move(files));
  REQUIRE(session.twins().size() == 2);
  for (auto const& twins : session.twins()) CHECK((twins.pair.ours == Ulid{20, 2} || twins.pair.theirs == Ulid{20, 2}));
  session.decide_twins(0, Pick::theirs);
  session.decide_twins(1, Pick::theirs);
  std::size_t const before = ours.document().table(items).size();
  REQUIRE(merge(session));
  CHECK(ours.document().table(items).size() == before + 1);
  for (std::size_t i = 0; i < 3; ++i) {
    if (!ours.document().table(items).find_alive({20, i + 1})) continue;
    CHECK(different_values(*node({20, i + 1}), field("output_indicator")).size() == 3);
  }
}

TEST_CASE_FIXTURE(Board, "a pair is left alone when one of it does not come") {
  MergeSession session = open({input("a.json", typed(11, {20, 1}, "Dasbor layanan kota terpadu", 0)), input("b.json", typed(12, {20, 2}, "Dasbor layanan kota terpadu", 1))});
  REQUIRE(session.twins().size() == 1);
  session.decide_twins(0, Pick::theirs);
  session.decide(find_row(session, {20, 2}, MergeRowKind::created), Pick::ours);
  REQUIRE(merge(session));
  CHECK(ours.document().table(items).find_alive({20, 1}));
  CHECK_FALSE(ours.document().table(items).find({20, 2}));
}

TEST_CASE_FIXTURE(Board, "two files without proof propose the same new record: where they differ is asked, and each value bears its file") {
  Document const first = typed(11, {20, 1}, "Peta jalan", 0, "Dari satu"), second = typed(11, {20, 1}, "Peta jalan", 0, "Dari dua");
  for (bool const of_second : {false, true}) {
    CAPTURE(of_second);
    Board other;
    MergeSession session = other.open({input("satu.json", first, false), input("kedua.json", second, false)});
    std::size_t const row = other.find_row(session, {20, 1}, MergeRowKind::field, "output_indicator");
    auto const options = session.options(row);
    REQUIRE(options.size() == 2);
    CHECK(options[0].value == Value("Dari satu"));
    CHECK(options[1].value == Value("Dari dua"));
    session.decide(other.find_row(session, {20, 1}, MergeRowKind::created), Pick::theirs);
    session.decide(row, Pick::theirs, options[of_second ? 1 : 0].value);
    CHECK(session.tally().waiting == 0);
    REQUIRE(other.merge(session));
    CHECK(other.text({20, 1}, "output_indicator") == (of_second ? "Dari dua" : "Dari satu"));
    auto const from = [&](std::string_view key) { return provenance(other.ours.document(), *other.node({20, 1}), other.field(key)).who->label; };
    CHECK(from("name") == "satu.json");
    CHECK(from("output_indicator") == (of_second ? "kedua.json" : "satu.json"));
  }
}

TEST_CASE_FIXTURE(Board, "a file without proof says something else about a record that another file brings: it is asked") {
  MergeSession session = open({input("a.json", typed(11, {20, 1}, "Peta jalan", 0, "Terbukti")), input("tangan.json", typed(11, {20, 1}, "Peta jalan", 0, "Diubah tangan"), false)});
  std::size_t const row = find_row(session, {20, 1}, MergeRowKind::field, "output_indicator");
  CHECK(session.rows()[row].group == MergeGroup::proposal);
  CHECK(session.result(row) == Value("Terbukti"));
  session.accept(MergeGroup::proposal);
  CHECK(session.result(row) == Value("Diubah tangan"));
  REQUIRE(merge(session));
  CHECK(text({20, 1}, "output_indicator") == "Diubah tangan");
}

TEST_CASE_FIXTURE(Board, "accepting all proposals keeps fields that are decided together on one side") {
  auto const years = [&](std::optional<int> from, int to) {
    Editor editor = copy(11, "A");
    if (from) write(editor, 0, "start_year", Year(static_cast<Year>(*from)));
    write(editor, 0, "end_year", Year(static_cast<Year>(to)));
    return editor.document();
  };
  // The first file has no start: what it is asked about is the end alone, and the second one's start must not come beside it.
  MergeSession session = open({input("satu.json", years({}, 2024), false), input("kedua.json", years(2028, 2030), false)});
  session.accept(MergeGroup::proposal);
  CHECK(session.tally().waiting == 0);
  REQUIRE(merge(session));
  auto const& row = node(item[0])->as<ActionItem>();
  CHECK(row.start_year == 2028);
  CHECK(row.end_year == 2030);
}

TEST_CASE_FIXTURE(Board, "a file whose only news is no record of ours is news, whole plan or slice") {
  SliceScope scope;
  scope.agency = agency[0];
  for (Document const& file : {with_foreign(start), with_foreign(make_slice(start, scope))}) {
    Board other;
    MergeSession session = other.open({input("baru.json", file)});
    CHECK(session.files()[0].state == MergeFileState::differs);
    CHECK(session.files()[0].ticked);
    CHECK(session.files()[0].changes == 1);
    REQUIRE(other.merge(session));
    REQUIRE(other.ours.document().foreign->size() == 1);
    MergeSession const again = other.open({input("baru.json", file)});
    CHECK(again.files()[0].state == MergeFileState::identical);
  }
}

TEST_CASE_FIXTURE(Board, "a name for somebody who wrote here is news, one for a reader is not") {
  Document named = start, read = start;
  named.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(std::map<ReplicaId, ReplicaInfo>{{make_replica(100), {"Bappeda", {}}}});
  read.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(std::map<ReplicaId, ReplicaInfo>{{make_replica(200), {"Pembaca", {}}}});
  MergeSession session = open({input("nama.json", named), input("dibaca.json", read)});
  CHECK(session.files()[0].state == MergeFileState::differs);
  CHECK(session.files()[1].state == MergeFileState::identical);
  REQUIRE(merge(session));
  CHECK(ours.document().replicas->at(make_replica(100)).label == "Bappeda");
}

TEST_CASE_FIXTURE(Board, "what a file without proof brings and nobody can be asked about is named") {
  MergeSession const session = open({input("tangan.json", with_foreign(start), false)});
  CHECK(session.files()[0].left_out == std::vector<std::string>{"spaceship"});
  CHECK(open({input("tangan.json", start, false)}).files()[0].left_out.empty());
}

TEST_CASE_FIXTURE(Board, "a file that only repeats another can be ticked once that one is not") {
  Editor later = copy(11, "A");
  write(later, 0, "output_indicator", "Satu");
  Document const early = later.document();
  write(later, 1, "output_indicator", "Dua");
  MergeSession session = open({input("lengkap.json", later.document()), input("awal.json", early)});
  CHECK(session.files()[1].state == MergeFileState::repeated);
  session.tick(0, false);
  CHECK(session.files()[1].state == MergeFileState::differs);
  CHECK_FALSE(session.files()[1].ticked);
  session.tick(1, true);
  CHECK(session.tally().total == 1);
  session.tick(1, false);
  session.tick(0, true);
  CHECK(session.files()[1].state == MergeFileState::repeated);
  CHECK(session.tally().total == 2);
}

TEST_CASE_FIXTURE(Board, "nobody else says how we call ourselves") {
  ours.set_replicas({{make_replica(1), {"Ani", {}}}});
  Document theirs = edited(11, "Nurlela", 0, "output_indicator", "Baru");
  auto labels = *theirs.replicas;
  labels[make_replica(1)] = {"Rina", {}};
  theirs.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(std::move(labels));
  REQUIRE(merge(open({input("a.json", theirs)})));
  CHECK(ours.document().replicas->at(make_replica(1)).label == "Ani");
  CHECK(ours.document().replicas->at(make_replica(11)).label == "Nurlela");
}
