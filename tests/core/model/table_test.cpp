#include "model/table.hpp"

#include <doctest/doctest.h>

#include <map>

#include "support/random_plan.hpp"

using namespace rancang;
using testing::RandomPlan;

namespace {
using Plain = std::map<Ulid, NodePtr>;

NodePtr agency(RandomPlan& random, Ulid id, bool alive) {
  auto node = make_node(record_type<Agency>, id);
  node->causal = alive ? created_by(random.replica()) : deleted_by(*created_by(random.replica()), random.replica());
  return node;
}

void compare(Table const& table, Plain const& plain) {
  std::vector<NodePtr> stored, alive;
  for (auto const& [id, node] : plain) {
    stored.push_back(node);
    if (node->is_alive()) alive.push_back(node);
  }
  CHECK(table.stored() == stored);
  CHECK(table.size() == alive.size());
  CHECK(table.trash_size() == stored.size() - alive.size());
  std::vector<NodePtr> visited;
  table.for_each([&](NodePtr const& node) { visited.push_back(node); });
  CHECK(visited == alive);
}
}  // namespace

TEST_CASE("a table holds what a plain map holds, after any puts and erasures") {
  RandomPlan random(31);
  Table table;
  Plain plain;
  compare(table, plain);
  for (int step = 0; step < 4000; ++step) {
    Ulid const id{random.number(3), random.number(900)};
    if (random.chance(70)) {
      NodePtr const node = agency(random, id, random.chance(80));
      table.put(node);
      plain[id] = node;
    } else {
      table.erase(id);
      plain.erase(id);
    }
    NodePtr const* const found = table.find(id);
    REQUIRE((found != nullptr) == (plain.count(id) > 0));
    if (found) CHECK(*found == plain[id]);
    CHECK((table.find_alive(id) != nullptr) == (found && (*found)->is_alive()));
    if (step % 500 == 0) compare(table, plain);
  }
  compare(table, plain);
}

TEST_CASE("a copy of a table keeps its content, whatever becomes of the original") {
  RandomPlan random(32);
  Table table;
  for (std::uint64_t i = 0; i < 1000; ++i) table.put(agency(random, {1, i}, true));
  Table const kept = table;
  CHECK(same_storage(table, kept));
  auto const before = kept.stored();
  for (std::uint64_t i = 0; i < 1000; i += 3) table.erase({1, i});
  table.put(agency(random, {2, 1}, true));
  CHECK_FALSE(same_storage(table, kept));
  CHECK(kept.stored() == before);
  CHECK(kept.size() == 1000);
}

TEST_CASE("assigning takes nodes in any order, the last of equal ids") {
  RandomPlan random(33);
  std::vector<NodePtr> nodes;
  Plain plain;
  for (int i = 0; i < 2000; ++i) {
    nodes.push_back(agency(random, {1, random.number(700)}, random.chance(90)));
    plain[nodes.back()->id] = nodes.back();
  }
  Table table;
  table.put(agency(random, {9, 9}, true));
  table.assign(nodes);
  compare(table, plain);
  table.assign({});
  compare(table, {});
}
