// What the merge of two states of a record says: the cases that people meet, one by one. All others are in merge_laws_test.cpp.
#include <doctest/doctest.h>

#include "support/merge_plan.hpp"
#include "support/random_plan.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
struct Two : MergePlan {
  Document a = document, b = document;
  NodePtr merged_item() const { return merge_nodes(node(a, items, health), node(b, items, health), unknown_merge()); }
  std::uint8_t of(std::string_view key) const { return field(items, key); }
};
std::string text_of(FieldValue const& value) { return *value.value.as<std::string>(); }
}  // namespace

TEST_CASE("edits of different fields merge without a conflict") {
  Two two;
  two.write(two.a, two.rina, two.items, two.health, "name", std::string("Telemedisin"));
  two.write(two.b, two.budi, two.items, two.health, "location", std::string("Padang Hulu"));
  NodePtr const merged = two.merged_item();
  CHECK(merged->as<ActionItem>().name == "Telemedisin");
  CHECK(merged->as<ActionItem>().location == "Padang Hulu");
  CHECK(conflict_fields(*merged).empty());
  CHECK(provenance(two.document, *merged, two.of("name")).who->label == "Dinkes - Rina");
  CHECK(provenance(two.document, *merged, two.of("location")).who->label == "Dinkes - Budi");
  CHECK(provenance(two.document, {make_replica(99), 1}).who == nullptr);
}

TEST_CASE("two values of one field are a conflict until somebody writes it, and it does not come back") {
  Two two;
  two.write(two.a, two.rina, two.items, two.health, "name", std::string("Rina"));
  two.write(two.b, two.budi, two.items, two.health, "name", std::string("Budi"));
  NodePtr const merged = two.merged_item();
  CHECK(conflict_fields(*merged) == std::vector{two.of("name")});
  auto const values = different_values(*merged, two.of("name"));
  REQUIRE(values.size() == 2);
  CHECK(text_of(values[0]) == "Rina");  // equal counters: the larger replica shows
  CHECK(text_of(values[1]) == "Budi");
  CHECK(merged->as<ActionItem>().name == "Rina");
  Document settled = two.document;
  settled.table(two.items).put(merged);
  CHECK(open_conflicts(settled).size() == 1);
  CHECK(two.write(settled, two.issuer, two.items, two.health, "name", std::string("Kominfo")) == "");
  CHECK(open_conflicts(settled).empty());
  for (Document const* old : {&two.a, &two.b}) CHECK(merge_nodes(two.node(settled, two.items, two.health), two.node(*old, two.items, two.health), unknown_merge()) == two.node(settled, two.items, two.health));
}

TEST_CASE("the same value written twice is no conflict, though both writes are remembered") {
  Two two;
  for (auto* document : {&two.a, &two.b}) two.write(*document, document == &two.a ? two.rina : two.budi, two.items, two.health, "name", std::string("Sama"));
  NodePtr const merged = two.merged_item();
  CHECK(field_values(*merged, two.of("name")).size() == 2);
  CHECK(different_values(*merged, two.of("name")).size() == 1);
  CHECK(conflict_fields(*merged).empty());
}

TEST_CASE("an edit beside a deletion keeps the record; a deletion that has seen the edit does not") {
  Two two;
  two.write(two.a, two.rina, two.items, two.health, "name", std::string("Masih perlu"));
  two.edit(two.b, two.budi, DeleteRecords{{{two.items, two.health}}});
  CHECK(two.merged_item()->is_alive());
  two.b = two.a;
  two.edit(two.b, two.budi, DeleteRecords{{{two.items, two.health}}});
  CHECK_FALSE(two.merged_item()->is_alive());
}

TEST_CASE("the same stamp with two values is a conflict, never a silent choice") {
  Two two;
  two.write(two.a, two.rina, two.items, two.health, "name", std::string("satu"));
  two.write(two.b, two.rina, two.items, two.health, "name", std::string("dua"));  // a disk image that was restored
  NodePtr const merged = two.merged_item();
  CHECK(different_values(*merged, two.of("name")).size() == 2);
  CHECK(*merged->causal == *merge_nodes(two.node(two.b, two.items, two.health), two.node(two.a, two.items, two.health), unknown_merge())->causal);
  // Also where the stamp was used for different fields: neither value disappears.
  two.b = two.document;
  two.write(two.b, two.rina, two.items, two.health, "location", std::string("di sini"));
  auto const both = two.merged_item();
  CHECK(different_values(*both, two.of("name")).size() == 2);
  CHECK(different_values(*both, two.of("location")).size() == 2);
}

TEST_CASE("order keys are decided by the latest, sets are united, start and end go together") {
  Two two;
  two.write(two.a, two.rina, two.items, two.health, "order", std::int64_t{5});
  two.write(two.b, two.budi, two.items, two.health, "order", std::int64_t{7});
  two.write(two.a, two.rina, two.items, two.health, "support_agencies", std::vector{two.kominfo});
  two.write(two.b, two.budi, two.items, two.health, "support_agencies", std::vector{two.dishub});
  two.write(two.a, two.rina, two.items, two.health, "start_year", Year{2024});
  two.write(two.b, two.budi, two.items, two.health, "end_year", Year{2024});
  NodePtr const merged = two.merged_item();
  auto const& item = merged->as<ActionItem>();
  CHECK(item.order == 5);  // the larger replica
  CHECK(field_state(*merged, two.of("order")) == FieldState::latest);
  CHECK(item.support_agencies.size() == (record_info(two.items).find("support_agencies")->rules.merge == Merge::unite ? 2 : 1));
  // One side's start with the other's end would be a year that nobody meant.
  CHECK(item.start_year == 2024);
  CHECK(item.end_year == 2025);
  CHECK(conflict_fields(*merged).size() >= 4);
  for (auto const* key : {"start_year", "start_quarter", "end_year", "end_quarter"}) {
    CAPTURE(key);
    auto const fields = conflict_fields(*merged);
    CHECK(std::find(fields.begin(), fields.end(), two.of(key)) != fields.end());
  }
}

TEST_CASE("values have one order, whatever they are") {
  RandomPlan random(3);
  Document const document = random.document(2, 2);
  for (auto const& info : record_infos())
    for (auto const& field : info.fields) {
      CAPTURE(field.key);
      std::vector<Value> values;
      for (int i = 0; i < 6; ++i) values.push_back(random.value(document, field));
      for (auto const& a : values)
        for (auto const& b : values) {
          CHECK((compare_values(a, b) == 0) == (a == b));
          CHECK((compare_values(a, b) < 0) == (compare_values(b, a) > 0));
        }
    }
}
