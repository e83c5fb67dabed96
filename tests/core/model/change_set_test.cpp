#include "model/change_set.hpp"

#include <doctest/doctest.h>

#include "support/random_plan.hpp"

using namespace rancang;
using testing::RandomPlan;

namespace {
bool same(Document const& a, Document const& b) {
  for (std::size_t type = 0; type < record_type_count; ++type) {
    auto const left = a.tables[type].stored(), right = b.tables[type].stored();
    if (left.size() != right.size() || a.tables[type].size() != b.tables[type].size()) return false;
    for (std::size_t i = 0; i < left.size(); ++i)
      if (left[i]->id != right[i]->id || !same_data(*left[i], *right[i]) || !(*left[i]->causal == *right[i]->causal)) return false;
  }
  return true;
}

ChangeSet reversed(ChangeSet changes) {
  for (auto& change : changes.records) std::swap(change.before, change.after);
  return changes;
}

ChangeSet random_edits(RandomPlan& random, Document& document, std::size_t count) {
  ChangeSet all;
  for (; count > 0; --count) {
    ChangeSet const one = random.edit(document, static_cast<RecordType>(random.number(record_type_count)));
    apply(document, one);
    squash(all, one);
  }
  return all;
}
}  // namespace

TEST_CASE("the difference of two documents, applied to the first, gives the second; reversed, it gives the first back") {
  RandomPlan random(51);
  for (std::size_t edits : {0, 1, 3, 30, 400}) {
    Document const from = random.document(10, 120);
    Document to = from;
    random_edits(random, to, edits);
    ChangeSet const changes = diff(from, to);
    Document forward = from;
    apply(forward, changes);
    CHECK(same(forward, to));
    Document back = to;
    apply(back, reversed(changes));
    CHECK(same(back, from));
    CHECK(diff(to, forward).empty());
    CHECK(diff(from, from).empty());
  }
}

TEST_CASE("edits squashed into one change do what they did one after another") {
  RandomPlan random(52);
  for (int round = 0; round < 20; ++round) {
    Document const from = random.document(6, 40);
    Document to = from;
    ChangeSet const all = random_edits(random, to, 1 + random.number(60));
    Document once = from;
    apply(once, all);
    CHECK(same(once, to));
    apply(once, reversed(all));
    CHECK(same(once, from));
    for (std::size_t i = 0; i < all.records.size(); ++i)
      for (std::size_t k = i + 1; k < all.records.size(); ++k) CHECK(all.records[i].id() != all.records[k].id());
  }
}

TEST_CASE("many changes of one type go in as a few do") {
  RandomPlan random(53);
  Document const from = random.document(3, 300);
  Document one_by_one = from, at_once = from;
  ChangeSet all;
  for (auto const& node : from.table(record_type<ActionItem>).stored()) {
    auto after = clone_node(*node);
    after->as<ActionItem>().unit = "paket";
    all.records.push_back({node, after});
    apply(one_by_one, ChangeSet{{all.records.back()}});
  }
  apply(at_once, all);
  CHECK(all.records.size() == 300);
  CHECK(same(one_by_one, at_once));
}

TEST_CASE("a change knows its record from either side") {
  RandomPlan random(54);
  auto const node = random.record({}, record_type<Agency>);
  CHECK(RecordChange{node, nullptr}.id() == node->id);
  CHECK(RecordChange{nullptr, node}.type() == record_type<Agency>);
}
