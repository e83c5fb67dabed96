// What merging a file says about each record, and what decisions make of it.
#include <doctest/doctest.h>

#include "support/merge_plan.hpp"
#include "support/plan_files.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
struct Board : MergePlan {
  Document ours = document, theirs = document;
  RecordMerge& of(MergeReport& report, Ulid id) const {
    for (auto& record : report.records)
      if (record.id == id) return record;
    FAIL("not in the report");
    return report.records.front();
  }
};
}  // namespace

TEST_CASE("a report tells what came, and taking everything that is clean brings it in") {
  Board board;
  board.write(board.theirs, board.rina, board.items, board.health, "name", std::string("Telemedisin"));
  board.edit(board.theirs, board.rina, DeleteRecords{{{board.items, board.clinic}}});
  board.edit(board.theirs, board.rina, CreateRecord{{board.items, {7, 7}, {{board.field(board.items, "name"), std::string("Baru")}}}, {}});
  board.write(board.theirs, board.rina, board.items, board.traffic, "name", std::string("X"));
  board.write(board.ours, board.budi, board.items, board.traffic, "name", std::string("Y"));
  MergeReport report = board.report(board.ours, board.theirs);
  CHECK(report.records.size() == 4);
  CHECK(report.count(MergeVerdict::fresh) == 1);
  CHECK(report.count(MergeVerdict::changed) == 1);
  CHECK(report.count(MergeVerdict::deleted) == 1);
  CHECK(report.count(MergeVerdict::conflict) == 1);
  CHECK(report.identical == board.document.record_count() - 3);
  CHECK(board.of(report, board.health).fields == std::vector{board.field(board.items, "name")});
  Document const merged = board.merged(board.ours, report);
  CHECK(board.item(merged, board.health).name == "Telemedisin");
  CHECK(merged.table(board.items).find_alive({7, 7}));
  CHECK_FALSE(merged.table(board.items).find_alive(board.clinic));
  CHECK(open_conflicts(merged).size() == 1);
  CHECK(board.report(merged, board.theirs).records.empty());
}

TEST_CASE("single records can be left, single fields decided") {
  Board board;
  for (auto const* key : {"name", "location", "partners", "note", "rationale"}) {
    board.write(board.ours, board.budi, board.items, board.health, key, std::string("kami"));
    board.write(board.theirs, board.rina, board.items, board.health, key, std::string("mereka"));
  }
  board.edit(board.theirs, board.rina, DeleteRecords{{{board.items, board.clinic}}});
  board.write(board.theirs, board.rina, board.items, board.traffic, "name", std::string("tidak diambil"));
  MergeReport report = board.report(board.ours, board.theirs);
  auto& record = board.of(report, board.health);
  CHECK(record.conflicts.size() == 5);
  record.decisions = {{board.field(board.items, "name"), Pick::ours, {}},
                      {board.field(board.items, "location"), Pick::theirs, {}},
                      {board.field(board.items, "note"), Pick::both, {}},
                      {board.field(board.items, "rationale"), Pick::own, std::string("lain")}};
  board.of(report, board.clinic).life = PickLife::alive;
  board.of(report, board.traffic).take = false;
  Document const merged = board.merged(board.ours, report);
  auto const& item = board.item(merged, board.health);
  CHECK(item.name == "kami");
  CHECK(item.location == "mereka");
  CHECK(item.note == "kami\nmereka");
  CHECK(item.rationale == "lain");
  CHECK(merged.table(board.items).find_alive(board.clinic));
  CHECK(board.item(merged, board.traffic).name == "Kamera lalu lintas");
  auto const open = open_conflicts(merged);
  REQUIRE(open.size() == 1);
  CHECK(open[0].field == board.field(board.items, "partners"));
  // Decided is decided: the same file again asks nothing but what was left, and its sender takes the decisions without a question.
  MergeReport const again = board.report(merged, board.theirs);
  REQUIRE(again.records.size() == 1);
  CHECK(again.records[0].id == board.traffic);
  CHECK(board.item(board.merged(board.theirs, merged), board.health).name == "kami");
  CHECK(open_conflicts(board.merged(board.theirs, merged)).size() == 1);
}

TEST_CASE("a deletion beside an edit is told, and can be decided either way") {
  Board board;
  board.write(board.ours, board.budi, board.items, board.health, "name", std::string("masih perlu"));
  board.edit(board.theirs, board.rina, DeleteRecords{{{board.items, board.health}}});
  MergeReport report = board.report(board.ours, board.theirs);
  CHECK(report.count(MergeVerdict::revived) == 1);
  CHECK(board.merged(board.ours, report).table(board.items).find_alive(board.health));
  board.of(report, board.health).life = PickLife::deleted;
  Document const gone = board.merged(board.ours, report);
  CHECK_FALSE(gone.table(board.items).find_alive(board.health));
  CHECK_FALSE(board.merged(board.ours, gone).table(board.items).find_alive(board.health));
}

TEST_CASE("a file without causality proposes, and nothing of it is taken by itself") {
  Board board;
  auto node = clone_node(*board.node(board.theirs, board.items, board.health));
  node->as<ActionItem>().name = "dari tangan";
  node->as<ActionItem>().location = "di tempat lain";
  node->causal = created_by(make_replica(4242));
  board.theirs.table(board.items).put(node);
  MergeReport report = board.report(board.ours, board.theirs, false);
  CHECK(report.count(MergeVerdict::proposal) == 1);
  CHECK(merge_changes(report, board.issuer).empty());
  report.records[0].take = true;
  report.records[0].decisions = {{board.field(board.items, "location"), Pick::ours, {}}};
  ReplicaId const file = make_replica(123);
  Document const merged = merged_document(board.ours, report, merge_changes(report, board.issuer, file));
  CHECK(board.item(merged, board.health).name == "dari tangan");
  CHECK(board.item(merged, board.health).location == "");
  CHECK(board.node(merged, board.items, board.health)->causal->stamp_of(board.field(board.items, "name")) == Dot{file, 1});
  CHECK(board.node(merged, board.items, board.health)->causal->stamp_of(board.field(board.items, "location")) == Dot{board.issuer, 1});
}

TEST_CASE("labels of writers, records of unknown types and unknown members of the envelope come along, the same whoever merges") {
  Board board;
  ReplicaId const someone = make_replica(55);
  board.theirs.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(std::map<ReplicaId, ReplicaInfo>{{someone, {"Bappeda", {}}}, {board.rina, {"Dinkes - Rina S.", board.dinkes}}});
  // Whoever is named by no stamp in a file has no label for others.
  board.ours.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(std::map<ReplicaId, ReplicaInfo>{{board.rina, {"Dinkes - Rina", board.dinkes}}});
  auto const foreign = [](std::string json, std::string causality) { return ForeignRecord{"spaceship", "01FR9EZ7000000000000000009", json, causality}; };
  board.ours.foreign = std::make_shared<std::vector<ForeignRecord> const>(std::vector{foreign(R"({"id":"01FR9EZ7000000000000000009","a":1,"b":2})", R"({"stamps":{"*":"Rina0001:1","a":"Rina0001:2"},"alive":["Rina0001:2"]})")});
  board.theirs.foreign = std::make_shared<std::vector<ForeignRecord> const>(std::vector{foreign(R"({"id":"01FR9EZ7000000000000000009","a":0,"b":3})", R"({"stamps":{"*":"Rina0001:1","b":")" + replica_text(someone) + R"(:1"},"alive":["Budi0002:1"]})")});
  board.theirs.extras = std::make_shared<Extras const>(Extras{{"later", "[1]"}});
  Document const one = board.merged(board.ours, board.theirs), other = board.merged(board.theirs, board.ours);
  CHECK(difference(one, other) == "");
  CHECK(one.replicas->at(someone).label == "Bappeda");
  CHECK(one.replicas->at(board.rina).label == "Dinkes - Rina S.");
  REQUIRE(one.foreign->size() == 1);
  CHECK((*one.foreign)[0].json == R"({"id":"01FR9EZ7000000000000000009","a":1,"b":3})");
  CHECK(one.extras->size() == 1);
  CHECK(difference(board.merged(one, board.theirs), one) == "");
}

TEST_CASE("whoever renames himself and writes on is called by the new name, in whatever order the copies meet") {
  Board board;
  auto const named = [&](Document& document, std::string label) {
    auto all = *document.replicas;
    all[board.rina] = {std::move(label), board.dinkes};
    document.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(std::move(all));
  };
  board.write(board.theirs, board.rina, board.items, board.health, "name", std::string("Satu"));
  named(board.theirs, "Rina");
  Document const old = board.theirs;
  named(board.theirs, "Ani");
  board.write(board.theirs, board.rina, board.items, board.clinic, "name", std::string("Dua"));
  Document const one = board.merged(board.merged(board.ours, old), board.theirs), other = board.merged(board.merged(board.ours, board.theirs), old);
  CHECK(one.replicas->at(board.rina).label == "Ani");
  CHECK(difference(one, other) == "");
}

TEST_CASE("members of the envelope that say something else are named; one text stays, the same on every copy") {
  Board board;
  board.ours.extras = std::make_shared<Extras const>(Extras{{"later", "[1]"}, {"same", "1"}});
  board.theirs.extras = std::make_shared<Extras const>(Extras{{"later", "[2]"}, {"same", "1"}});
  for (auto const& [ours, theirs] : {std::pair(board.ours, board.theirs), std::pair(board.theirs, board.ours)}) {
    MergeReport const report = board.report(ours, theirs);
    CHECK(report.left_out == std::vector<std::string>{"later"});
    CHECK((*report.extras)[0].second == "[2]");
  }
  CHECK(board.report(board.ours, board.ours).left_out.empty());
  SliceScope scope;
  scope.agency = board.dinkes;
  Document slice = make_slice(board.document, scope);
  slice.extras = board.theirs.extras;
  CHECK(board.report(board.document, slice).left_out == std::vector<std::string>{"later", "same"});
}

TEST_CASE("taking what a file without proof says keeps what stands beside members that nobody here knows") {
  Board board;
  auto const with = [&](Document& document, Extras extras, std::string name) {
    auto node = clone_node(*board.node(document, board.items, board.health));
    node->as<ActionItem>().name = std::move(name);
    node->extras = std::make_shared<Extras const>(std::move(extras));
    document.table(board.items).put(node);
  };
  Extras const kept{{"family", "\"drone\""}, {"*others", R"({"family":[["\"kapal\"","Rina0001:1"]]})"}, {"ours", "1"}};
  with(board.ours, kept, "Telemedisin puskesmas");
  with(board.theirs, {{"family", "\"balon\""}, {"*others", "{}"}, {"theirs", "2"}}, "Nama lain");
  MergeReport report = board.report(board.ours, board.theirs, false);
  report.records[0].take = true;
  Document const merged = board.merged(board.ours, report);
  Node const& taken = *board.node(merged, board.items, board.health);
  REQUIRE(taken.extras);
  CHECK(*taken.extras == Extras{{"family", "\"balon\""}, kept[1], {"ours", "1"}, {"theirs", "2"}});
}
