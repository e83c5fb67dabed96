#include "model/field_check.hpp"

#include <doctest/doctest.h>

#include "model/records.hpp"
#include "support/random_plan.hpp"

using namespace rancang;

namespace {
template <class R>
std::optional<Error> check(std::string_view key, Value const& value, Missing missing = Missing::allowed) {
  FieldInfo const* const field = record_info(record_type<R>).find(key);
  REQUIRE_MESSAGE(field, key);
  return check_value(*field, value, missing);
}
template <class R>
std::string id_of(std::string_view key, Value const& value, Missing missing = Missing::allowed) {
  auto const failure = check<R>(key, value, missing);
  return failure ? failure->id : "";
}
}  // namespace

TEST_CASE("a value of another type is refused, an empty one only where the field always holds something") {
  CHECK(id_of<ActionItem>("name", Value(true)) == "value.wrong_type");
  CHECK(id_of<ActionItem>("quick_win", Value()) == "value.wrong_type");
  CHECK(id_of<Plan>("plan_years", Value()) == "value.wrong_type");
  CHECK(id_of<ActionItem>("baseline", Value()).empty());
  CHECK(id_of<ActionItem>("lead_agency", Value()).empty());
  CHECK(id_of<ActionItem>("start_year", Value()).empty());
  CHECK(id_of<ActionItem>("budget", Value(SeriesValue{Element::decimal, {{2023, 1}}})) == "value.wrong_type");
  CHECK(id_of<ActionItem>("status", Value(EnumIndex{4})) == "value.wrong_type");
  CHECK(id_of<ActionItem>("in_dpa", Value(SeriesValue{Element::enumeration, {{2023, 4}}})) == "value.wrong_type");
}

TEST_CASE("length is counted in characters, not bytes") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "\u00e9";
  CHECK(id_of<Agency>("short_name", Value(text)).empty());
  auto const failure = check<Agency>("short_name", Value(text + "x"));
  REQUIRE(failure);
  CHECK(failure->id == "value.too_long");
  CHECK(failure->args[1] == "40");
  CHECK(failure->args[2] == "41");
  CHECK(id_of<Agency>("name", Value(std::string("cut \xc3"))) == "value.not_text");
}

TEST_CASE("numbers stay within the field's limits, counted in the field's own unit") {
  CHECK(id_of<Program>("priority_score", Value(Decimal{100'000'000})).empty());
  auto const failure = check<Program>("priority_score", Value(Decimal{100'000'001}));
  REQUIRE(failure);
  CHECK(failure->id == "value.out_of_range");
  CHECK(failure->args == std::vector<std::string>{"100.000001", "0", "100"});
  CHECK(id_of<Program>("priority_score", Value(Decimal{-1})) == "value.out_of_range");
  CHECK(id_of<ActionItem>("start_year", Value(Year{1999})) == "value.out_of_range");
  CHECK(id_of<ActionItem>("start_year", Value(Year{2000})).empty());
  CHECK(id_of<ActionItem>("budget", Value(SeriesValue{Element::money, {{2023, -1}}})) == "value.out_of_range");
  CHECK(id_of<ActionItem>("budget", Value(SeriesValue{Element::money, {{2023, money_limit}}})).empty());
  CHECK(id_of<ActionItem>("budget", Value(SeriesValue{Element::money, {{2023, money_limit + 1}}})) == "value.out_of_range");
  CHECK(id_of<ActionItem>("targets", Value(SeriesValue{Element::decimal, {{2023, decimal_limit_micros + 1}}})) == "value.out_of_range");
}

TEST_CASE("a series has each year once, in order, and only years there are") {
  CHECK(id_of<ActionItem>("budget", Value(SeriesValue{Element::money, {{2024, 1}, {2023, 1}}})) == "value.wrong_type");
  CHECK(id_of<ActionItem>("budget", Value(SeriesValue{Element::money, {{2024, 1}, {2024, 1}}})) == "value.wrong_type");
  CHECK(id_of<ActionItem>("budget", Value(SeriesValue{Element::money, {{1899, 1}}})) == "value.out_of_range");
}

TEST_CASE("rows of a list are checked field by field") {
  Value const none = SeriesValue{Element::money, {}};
  CHECK(id_of<ActionItem>("funding", Value(ListValue{{{Ulid{1, 1}, Decimal{60'000'000}, none}}})).empty());
  CHECK(id_of<ActionItem>("funding", Value(ListValue{{{Ulid{1, 1}, Decimal{160'000'000}, none}}})) == "value.out_of_range");
  CHECK(id_of<ActionItem>("funding", Value(ListValue{{{Ulid{1, 1}, none}}})) == "value.wrong_type");
  CHECK(id_of<ActionItem>("funding", Value(ListValue{{{Value(), Value(), none}}})).empty());
  CHECK(id_of<ActionItem>("funding", Value(ListValue{{{Value(), Value(), none}}}), Missing::refused) == "value.required");
}

TEST_CASE("what is required is missed only when asked for") {
  CHECK(id_of<ActionItem>("name", Value(std::string())).empty());
  CHECK(id_of<ActionItem>("name", Value(std::string()), Missing::refused) == "value.required");
  CHECK(id_of<ActionItem>("family", Value(EnumIndex{0}), Missing::refused) == "value.required");
  CHECK(id_of<ActionItem>("family", Value(EnumIndex{1}), Missing::refused).empty());
  CHECK(id_of<ActionItem>("lead_agency", Value(), Missing::refused) == "value.required");
  CHECK(id_of<ActionItem>("note", Value(std::string()), Missing::refused).empty());
  CHECK(id_of<RpjmdMission>("number", Value(std::int64_t{0})).empty());
  CHECK(id_of<RpjmdMission>("number", Value(std::int64_t{0}), Missing::refused) == "value.required");
  CHECK(id_of<RpjmdMission>("number", Value(std::int64_t{100})) == "value.out_of_range");
}

TEST_CASE("every field of every random record passes, and is the value that was set") {
  testing::RandomPlan random(3);
  Document const document = random.document(20, 100);
  for (auto const& info : record_infos()) {
    document.table(info.type).for_each([&](NodePtr const& node) {
      auto copy = make_node(info.type, node->id);
      for (auto const& field : info.fields) {
        Value const value = field.get(node->data());
        CAPTURE(info.name);
        CAPTURE(field.key);
        CHECK_FALSE(check_value(field, value));
        REQUIRE(field.set(copy->data(), value));
        CHECK(field.get(copy->data()) == value);
        CHECK(field.equal(copy->data(), node->data()));
      }
      CHECK(same_data(*copy, *node));
    });
  }
}
