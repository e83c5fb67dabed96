#include "edit/grid_table.hpp"

#include <doctest/doctest.h>

#include "core/edit/grid_oracle.hpp"
#include "core/edit/random_query.hpp"
#include "support/random_plan.hpp"

using namespace rancang;
using testing::GridOracle;
using testing::RandomPlan;
using testing::random_query;

namespace {
constexpr RecordType items = record_type<ActionItem>;

int field_of(RecordType type, std::string_view key) {
  int const index = record_info(type).index_of(key);
  REQUIRE_MESSAGE(index >= 0, key);
  return index;
}

std::vector<GridOracle::Row> rows_of(GridTable const& table) {
  std::vector<GridOracle::Row> out;
  for (std::size_t i = 0; i < table.size(); ++i) {
    GridRow const row = table.row(i);
    out.push_back({row.kind == GridRowKind::group_head, row.node ? row.node->id : Ulid{}, row.group});
  }
  return out;
}

void compare(GridTable const& table, Document const& document, RecordType type, GridQuery const& query) {
  GridOracle const oracle(document, type, query);
  REQUIRE(rows_of(table) == oracle.rows());
  CHECK(table.totals().count == oracle.count());
  CHECK(table.record_count() == document.table(type).size());
  for (auto const& series : table.totals().series)
    for (Year year : {Year{0}, Year{2023}, Year{2028}, Year{2050}}) CHECK(table.totals().of(series.field, year) == oracle.total(series.field, year, nullptr));
  for (std::size_t g = 0; g < table.groups().size(); ++g) {
    auto const& group = table.groups()[g];
    CHECK(table.row(group.first).group == g);
    for (auto const& series : group.totals.series) {
      CHECK(series.of(0) == oracle.total(series.field, 0, &group.key));
      CHECK(series.of(2025) == oracle.total(series.field, 2025, &group.key));
    }
  }
  for (std::size_t i = 0; i < table.size(); ++i) {
    GridRow const row = table.row(i);
    if (!row.node) continue;
    CHECK(same_data(*row.node, *document.find(type, row.node->id)));
    CHECK(table.row_of(row.node->id) == std::optional(i));
  }
}
}  // namespace

TEST_CASE("without a query a table shows its records in the plan's own order") {
  RandomPlan random(21);
  Document const document = random.document(8, 200);
  for (auto const& info : record_infos()) {
    GridTable table(info.type);
    table.open(document);
    compare(table, document, info.type, {});
    CHECK(table.shown_records().size() == document.table(info.type).size());
  }
}

TEST_CASE("any query gives what the plain reading of it gives") {
  RandomPlan random(22);
  Document const document = random.document(9, 160);
  GridTable table(items);
  table.open(document);
  for (int round = 0; round < 400; ++round) {
    CAPTURE(round);
    GridQuery const query = random_query(random, document, items);
    table.set_query(document, query);
    compare(table, document, items, query);
  }
}

TEST_CASE("queries hold for every record type") {
  RandomPlan random(23);
  Document const document = random.document(30, 30);
  for (auto const& info : record_infos()) {
    GridTable table(info.type);
    table.open(document);
    for (int round = 0; round < 25; ++round) {
      CAPTURE(info.name);
      GridQuery const query = random_query(random, document, info.type);
      table.set_query(document, query);
      compare(table, document, info.type, query);
    }
  }
}

TEST_CASE("collapsed groups keep their head and their totals") {
  RandomPlan random(24);
  Document const document = random.document(6, 120);
  GridTable table(items);
  GridQuery query;
  query.group.field = field_of(items, "dimension");
  table.open(document);
  table.set_query(document, query);
  REQUIRE(table.groups().size() > 3);
  query.group.collapsed = {table.groups()[0].key, table.groups()[2].key};
  auto const before = table.groups()[2].totals.of(field_of(items, "budget"), 0);
  table.set_query(document, query);
  compare(table, document, items, query);
  CHECK(table.groups()[2].collapsed);
  CHECK(table.groups()[2].totals.of(field_of(items, "budget"), 0) == before);
  CHECK(table.groups()[1].first == 1);
}

TEST_CASE("after any edit the table is as if made anew, for any query") {
  RandomPlan random(25);
  for (int round = 0; round < 60; ++round) {
    Document document = random.document(7, 60);
    GridQuery query = random_query(random, document, items);
    GridTable table(items);
    table.open(document);
    table.set_query(document, query);
    for (int step = 0; step < 40; ++step) {
      CAPTURE(round);
      CAPTURE(step);
      ChangeSet changes;
      for (std::size_t count = 1 + random.number(3); count > 0; --count) {
        RecordType const type = random.chance(70) ? items : static_cast<RecordType>(random.number(record_type_count));
        ChangeSet const one = random.edit(document, type);
        apply(document, one);
        squash(changes, one);
      }
      std::uint64_t const seen = table.revision();
      table.refresh(document, changes);
      CHECK(table.revision() > seen);
      compare(table, document, items, query);
      if (table.groups().size() > 2 && random.chance(10)) {
        query.group.collapsed = {table.groups()[random.number(table.groups().size())].key};
        table.set_query(document, query);
      }
    }
  }
}

TEST_CASE("risks stand by their level, and move when either grade of it changes") {
  constexpr RecordType risks = record_type<Risk>;
  RandomPlan random(29);
  Document document = random.document(12, 40);
  GridQuery query;
  query.sort = {field_of(risks, "impact"), by_level, true};
  GridTable table(risks);
  table.open(document);
  table.set_query(document, query);
  compare(table, document, risks, query);
  int moved = 0;
  for (int step = 0; step < 600; ++step) {
    CAPTURE(step);
    auto const before = rows_of(table);
    ChangeSet const changes = random.edit(document, risks);
    apply(document, changes);
    table.refresh(document, changes);
    compare(table, document, risks, query);
    moved += rows_of(table).size() == before.size() && rows_of(table) != before;
  }
  CHECK(moved > 5);
}

TEST_CASE("a change of many records is taken in one go") {
  RandomPlan random(26);
  Document document = random.document(7, 300);
  GridQuery query;
  query.sort.field = field_of(items, "name");
  query.filter.text = "a";
  query.group.field = field_of(items, "lead_agency");
  GridTable table(items);
  table.open(document);
  table.set_query(document, query);
  for (int round = 0; round < 6; ++round) {
    Document const before = document;
    for (int i = 0; i < 150; ++i) apply(document, random.edit(document, items));
    table.refresh(document, diff(before, document));
    compare(table, document, items, query);
  }
}

TEST_CASE("the words of many texts typed in turn are forgotten again") {
  RandomPlan random(27);
  Document document = random.document(3, 40);
  GridQuery query;
  query.filter.text = "zebra";
  GridTable table(items);
  table.open(document);
  table.set_query(document, query);
  NodePtr const first = document.table(items).stored().front();
  std::size_t most = 0;
  for (int i = 0; i < 30'000; ++i) {
    NodePtr const before = *document.table(items).find(first->id);
    auto after = clone_node(*before);
    after->as<ActionItem>().name = i % 2 == 0 ? "Zebra cross" : "Jalan lain";
    after->causal = created_by(random.replica());
    ChangeSet const change{{{before, after}}};
    apply(document, change);
    table.refresh(document, change);
    REQUIRE(table.size() == (i % 2 == 0 ? 1 : 0));
    most = std::max(most, table.memory_bytes());
  }
  CHECK(most < 600'000);
}

TEST_CASE("a record that is held stays in its row while it is edited, and finds its place when it is let go") {
  RandomPlan random(28);
  Document document = random.document(5, 80);
  GridQuery query;
  query.sort.field = field_of(items, "name");
  query.group.field = field_of(items, "stage");
  query.filter.text_field = field_of(items, "name");
  query.filter.text = "a";
  GridTable table(items);
  table.open(document);
  table.set_query(document, query);
  REQUIRE(table.size() > 20);
  Ulid const id = table.row(10).node ? table.row(10).node->id : table.row(11).node->id;
  std::size_t const row = *table.row_of(id);
  std::size_t const rows = table.size();
  table.hold(document, id);
  for (auto const* name : {"Z", "zz", "zzz"}) {
    NodePtr const before = *document.table(items).find(id);
    auto after = clone_node(*before);
    after->as<ActionItem>().name = name;
    after->as<ActionItem>().stage = after->as<ActionItem>().stage == Stage::iv ? Stage::i : Stage::iv;
    ChangeSet const change{{{before, after}}};
    apply(document, change);
    table.refresh(document, change);
    CHECK(table.row_of(id) == std::optional(row));
    CHECK(table.size() == rows);
    CHECK(table.row(row).node->title() == name);
  }
  table.hold(document, {});
  CHECK_FALSE(table.row_of(id));
  compare(table, document, items, query);

  auto const hold_and_name = [&](Ulid held, std::string name) {
    table.hold(document, held);
    NodePtr const before = *document.table(items).find(held);
    auto after = clone_node(*before);
    after->as<ActionItem>().name = std::move(name);
    ChangeSet const change{{{before, after}}};
    apply(document, change);
    table.refresh(document, change);
  };
  std::size_t const first = table.row(0).node ? 0 : 1;
  hold_and_name(table.row(first).node->id, "zaa");
  Ulid const other = table.row(table.size() - 1).node->id;
  hold_and_name(other, "aaa");  // lets the first one go
  table.hold(document, {});
  compare(table, document, items, query);
}

TEST_CASE("renaming a record moves and finds the rows that refer to it") {
  RandomPlan random(29);
  Document document = random.document(6, 90);
  GridQuery query;
  query.sort.field = field_of(items, "lead_agency");
  query.filter.text = "perikanan";
  GridTable table(items);
  table.open(document);
  table.set_query(document, query);
  CHECK(table.size() == 0);
  NodePtr const before = document.table(record_type<Agency>).stored().front();
  auto after = clone_node(*before);
  after->as<Agency>().name = "Dinas Perikanan";
  after->as<Agency>().short_name = "Diskan";
  ChangeSet const change{{{before, after}}};
  apply(document, change);
  table.refresh(document, change);
  CHECK(table.size() > 0);
  compare(table, document, items, query);
}

TEST_CASE("words are read a part at a time, and the answer does not depend on how far that got") {
  RandomPlan random(30);
  Document const document = random.document(5, 150);
  GridTable table(items);
  table.open(document);
  CHECK_FALSE(table.prepare(document, 60));
  GridQuery query;
  query.filter.text = "data";
  table.set_query(document, query);
  compare(table, document, items, query);
  CHECK(table.prepare(document, 1));
}
