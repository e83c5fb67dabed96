#include "persist/plan_card.hpp"

#include <doctest/doctest.h>

using namespace rancang;

namespace {
std::string const one = "01GCDS3M2Q8V6T4R2N0M8K6J4H", two = "01GCDS3M2Q8V6T4R2N0M8K6J4J";
}

TEST_CASE("a card keeps what the home screen shows") {
  PlanCard card{one, "Kota \"Tebing Tinggi\" – é\n", 2023, 2027, 64, 1'662'600'000'000, 123'456, 0, 17};
  std::optional<PlanCard> const read = read_card(write_card(card));
  REQUIRE(read);
  CHECK(read->plan == card.plan);
  CHECK(read->name == card.name);
  CHECK(read->first_year == 2023);
  CHECK(read->last_year == 2027);
  CHECK(read->completeness == 64);
  CHECK(read->changed_unix_ms == card.changed_unix_ms);
  CHECK(read->size_bytes == card.size_bytes);
  CHECK(read->generation == 17);
}

TEST_CASE("the card of a slice names its agency; a card without that member is one of a whole plan") {
  PlanCard card{one, "Kota Tebing Tinggi"};
  CHECK(write_card(card).find("agency") == std::string::npos);
  CHECK(read_card(write_card(card))->agency.empty());
  card.agency = "Dinkes";
  CHECK(read_card(write_card(card))->agency == "Dinkes");
  CHECK(read_card("{\"plan\":\"" + one + "\",\"agency\":7}")->agency.empty());
}

TEST_CASE("a card keeps what is owed and what was done last") {
  PlanCard card{one, "A"};
  card.errors = 3, card.warnings = 41;
  card.debts = {{"action_item.no_budget", 12}, {"rule.of_a_newer_version", 1}};
  card.changes = {{1'662'600'000'000, 1, 2, "action_item", "budget", 1, "TOPS"}};
  std::optional<PlanCard> const read = read_card(write_card(card));
  REQUIRE(read);
  CHECK(read->errors == 3);
  CHECK(read->warnings == 41);
  CHECK(read->debts == card.debts);
  REQUIRE(read->changes.size() == 1);
  CHECK(read->changes[0].unix_ms == card.changes[0].unix_ms);
  CHECK(read->changes[0].kind == 1);
  CHECK(read->changes[0].cause == 2);
  CHECK(read->changes[0].field == "budget");
  CHECK(read->changes[0].title == "TOPS");
  std::string many;
  for (int i = 0; i < 100; ++i) many += std::string(many.empty() ? "" : ",") + "{\"rule\":\"x\",\"count\":1}";
  std::optional<PlanCard> const odd = read_card("{\"plan\":\"" + one + "\",\"errors\":-4,\"debts\":[" + many + "],\"changes\":[5,{\"kind\":900,\"at\":\"x\"}]}");
  REQUIRE(odd);
  CHECK(odd->errors == 0);
  CHECK(odd->debts.size() == card_debts);
  REQUIRE(odd->changes.size() == 1);
  CHECK(odd->changes[0].kind == 255);
}

TEST_CASE("a card keeps restore points of every kind under their numbers, also those of a newer version") {
  PlanCard card{one, "A"};
  for (int kind = 0; kind <= 7; ++kind) card.points.push_back({static_cast<std::uint64_t>(kind) + 1, 1'662'600'000'000, static_cast<PointKind>(kind), "34"});
  std::optional<PlanCard> const read = read_card(write_card(card));
  REQUIRE(read);
  CHECK(read->points == card.points);
  CHECK(read->points[6].kind == PointKind::slices);
  std::optional<PlanCard> const old = read_card("{\"plan\":\"" + one + "\",\"points\":[{\"generation\":3,\"at\":9,\"kind\":5,\"name\":\"Komitmen\"},{\"generation\":4,\"at\":10,\"kind\":6,\"name\":\"34\"}]}");
  REQUIRE(old);
  REQUIRE(old->points.size() == 2);
  CHECK(old->points[0].kind == PointKind::signing);
  CHECK(old->points[1] == CardPoint{4, 10, PointKind::slices, "34"});
}

TEST_CASE("a card that is no card is refused, wrong members become empty") {
  for (char const* text : {"", "[]", "{}", "{\"plan\":5}", "{\"plan\":\"../../x\"}", "not json", "{\"plan\":\"01GCDS3M2Q8V6T4R2N0M8K6J4H\"", "null"}) CHECK(!read_card(text));
  CHECK(!read_card(std::string("{\"plan\":\"" + one + "\"}").append(1, '\0')));
  std::optional<PlanCard> const odd =
      read_card("{\"plan\":\"" + one + "\",\"name\":[1],\"first_year\":99999,\"completeness\":4000,\"size\":-1,\"changed\":1e99,\"trashed\":\"x\"}");
  REQUIRE(odd);
  CHECK(odd->name.empty());
  CHECK(odd->first_year == 0);
  CHECK(odd->completeness == 100);
  CHECK(odd->size_bytes == 0);
  CHECK(odd->changed_unix_ms == 0);
  CHECK(odd->trashed_unix_ms == 0);
}

TEST_CASE("the witness only ever grows, and survives damage of its own") {
  Witness witness;
  remember(witness, {one, "A", 5, 100});
  remember(witness, {one, "", 3, 200});
  remember(witness, {two, "B", 1, 0});
  Witness const read = read_witness(write_witness(witness));
  REQUIRE(read.size() == 2);
  CHECK(read[0].name == "A");
  CHECK(read[0].generation == 5);
  CHECK(read[0].exported_unix_ms == 200);
  CHECK(read_witness("").empty());
  CHECK(read_witness("{\"plan\":1}").empty());
  CHECK(read_witness("[1,null,{\"plan\":\"x\"},{\"plan\":\"" + one + "\"}]").size() == 1);
  forget_plan(witness, one);
  CHECK(witness.size() == 1);
}

TEST_CASE("a plan that the witness knows and the store does not is lost; one that went back is told with its generation") {
  Witness const witness{{one, "A", 5, 0}, {two, "B", 9, 0}};
  PlanCard card;
  card.plan = two;
  card.generation = 9;
  CHECK(lost_plans(witness, {card}).size() == 1);
  CHECK(lost_plans(witness, {card})[0].witness.plan == one);
  CHECK(lost_plans(witness, {card})[0].stored == 0);
  card.generation = 7;
  CHECK(lost_plans(witness, {card}).size() == 2);
  CHECK(lost_plans(witness, {card})[1].stored == 7);
  card.generation = 20;
  CHECK(lost_plans({{two, "B", 9, 0}}, {card}).empty());
  CHECK(lost_plans({}, {}).empty());
}
