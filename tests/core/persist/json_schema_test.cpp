#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "model/records.hpp"
#include "persist/json_schema.hpp"

using namespace rancang;

TEST_CASE("the schema is JSON and describes every field of every record type") {
  auto const schema = nlohmann::json::parse(json_schema(), nullptr, false);
  REQUIRE_FALSE(schema.is_discarded());
  for (auto const& info : record_infos()) {
    CAPTURE(info.name);
    CHECK(schema["properties"]["records"]["properties"].contains(std::string(info.name)));
    auto const& properties = schema["$defs"][std::string(info.name)]["properties"];
    CHECK(properties.size() == info.fields.size() + 1);
    for (auto const& field : info.fields) CHECK(properties.contains(std::string(field.key)));
  }
}

TEST_CASE("rules of a field are in the schema") {
  auto const schema = nlohmann::json::parse(json_schema(), nullptr, false);
  auto const& item = schema["$defs"]["action_item"]["properties"];
  CHECK(item["name"]["maxLength"] == 300);
  CHECK(item["name"]["x-required"] == true);
  CHECK(item["start_year"]["minimum"] == 2000);
  CHECK(item["lead_agency"]["x-refers-to"] == "agency");
  CHECK(item["budget"]["patternProperties"].begin().value()["minimum"] == 0);
  CHECK(item["funding"]["items"]["properties"]["share"]["maximum"] == 100);
  CHECK(item["status"]["enum"].size() == 5);
  CHECK(schema["properties"]["records"]["properties"]["plan"]["x-single"] == true);
}

TEST_CASE("labels and help become titles and descriptions") {
  auto const schema = nlohmann::json::parse(json_schema([](std::string_view key) { return "<" + std::string(key) + ">"; }), nullptr, false);
  CHECK(schema["$defs"]["agency"]["title"] == "<record.agency>");
  CHECK(schema["$defs"]["agency"]["properties"]["name"]["title"] == "<record.agency.name>");
  CHECK(schema["$defs"]["agency"]["properties"]["name"]["description"] == "<record.agency.name.help>");
}
