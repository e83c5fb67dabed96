#include "model/document.hpp"

#include <doctest/doctest.h>

#include "support/random_plan.hpp"

using namespace rancang;
using testing::RandomPlan;

TEST_CASE("the years of a plan come from its start and count") {
  Document document;
  CHECK(plan_years(document).empty());
  CHECK(past_years(document).empty());
  RandomPlan random(41);
  auto node = make_node(record_type<Plan>, random.next_id());
  node->causal = created_by(random.replica());
  document.table(record_type<Plan>).put(node);
  CHECK(plan_years(document).empty());
  auto dated = clone_node(*node);
  dated->as<Plan>().plan_start = 2023;
  document.table(record_type<Plan>).put(dated);
  CHECK(plan_years(document) == std::vector<Year>{2023, 2024, 2025, 2026, 2027});
  CHECK(past_years(document) == std::vector<Year>{2018, 2019, 2020, 2021, 2022});
  CHECK(span_years(document, Span::region_plan) == plan_years(document));  // nothing is known of the region's own plan
  auto with_region = clone_node(*dated);
  with_region->as<Plan>().rpjmd_start = 2021;
  with_region->as<Plan>().rpjmd_end = 2024;
  document.table(record_type<Plan>).put(with_region);
  CHECK(span_years(document, Span::region_plan) == std::vector<Year>{2021, 2022, 2023, 2024});
  CHECK(span_years(document, Span::before_plan) == past_years(document));
  CHECK(span_years(document, Span::plan) == plan_years(document));
  with_region = clone_node(*with_region);
  with_region->as<Plan>().rpjmd_end = 2020;  // before it begins
  document.table(record_type<Plan>).put(with_region);
  CHECK(span_years(document, Span::region_plan) == plan_years(document));
  auto endless = clone_node(*dated);
  endless->as<Plan>().plan_years = 1'000'000;
  document.table(record_type<Plan>).put(endless);
  CHECK(plan_years(document).size() == 30);
}

TEST_CASE("a single record is the first alive one") {
  Document document;
  RandomPlan random(42);
  CHECK(document.single(record_type<Vision>) == nullptr);
  std::vector<std::shared_ptr<Node>> nodes;
  for (std::uint64_t i = 1; i <= 2; ++i) {
    nodes.push_back(make_node(record_type<Vision>, {i, 0}));
    nodes.back()->causal = created_by(random.replica());
    document.table(record_type<Vision>).put(nodes.back());
  }
  CHECK(document.single(record_type<Vision>) == nodes[0].get());
  auto gone = clone_node(*nodes[0]);
  gone->causal = deleted_by(*gone->causal, random.replica());
  document.table(record_type<Vision>).put(gone);
  CHECK(document.single(record_type<Vision>) == nodes[1].get());
  CHECK(document.get(Id<Vision>{nodes[0]->id}) == nullptr);
  CHECK(document.get(Id<Vision>{nodes[1]->id}) == &nodes[1]->as<Vision>());
  CHECK(document.find(record_type<Vision>, nodes[0]->id) == gone.get());
  CHECK(document.record_count() == 1);
}

TEST_CASE("referrers are exactly the alive records whose values name the id") {
  RandomPlan random(43);
  Document const document = random.document(8, 40);
  for (auto const& target : record_infos()) {
    document.table(target.type).for_each([&](NodePtr const& wanted) {
      std::size_t expected = 0;
      for (auto const& info : record_infos()) {
        document.table(info.type).for_each([&](NodePtr const& node) {
          for (auto const& field : info.fields) {
            Value const value = field.get(node->data());
            bool hit = value == Value(wanted->id);
            if (auto const* many = value.as<std::vector<Ulid>>()) hit = std::count(many->begin(), many->end(), wanted->id) > 0;
            if (auto const* list = value.as<ListValue>())
              for (auto const& row : list->rows) hit = hit || std::count(row.begin(), row.end(), Value(wanted->id)) > 0;
            expected += hit ? 1 : 0;
          }
        });
      }
      auto const found = referrers(document, target.type, wanted->id);
      CHECK(found.size() == expected);
      for (auto const& one : found) CHECK(one.node->is_alive());
    });
  }
}
