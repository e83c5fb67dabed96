// What this version does not know must survive it: members, record types, envelope members, stamps; and values of another type than ours.
#include <algorithm>

#include <doctest/doctest.h>

#include <set>

#include "model/merge_report.hpp"
#include "persist/plan_file.hpp"
#include "persist/unknown_merge.hpp"
#include "support/plan_files.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
std::string const agency_id = "01FR9EZ7000000000000000002", item_id = "01FR9EZ7000000000000000004", new_id = "01FR9EZ7000000000000000009", last_id = "01FR9EZ700000000000000000A";

std::string file(std::string const& records, std::string const& causality = "\"*\":{\"created_by\":\"k7Q2aaaa\"}", std::string const& more = "") {
  return "{\"format\":\"rancang\",\"version\":1,\"kind\":\"plan\",\"plan_id\":\"01FR9EZ7000000000000000001\",\"saved_at\":\"\",\"app\":\"2.0\",\n\"replicas\":{},\n\"records\":{\n" + records +
         "\n},\n\"causality\":{\n" + causality + "\n},\n" + more + "\"end\":{\"records\":1,\"checksum\":\"0000000000000000\"}}";
}
std::string agency(std::string const& members) { return "\"agency\":[\n{\"id\":\"" + agency_id + "\"," + members + "}\n]"; }
std::string item(std::string const& members) { return "\"action_item\":[\n{\"id\":\"" + item_id + "\"," + members + "}\n]"; }

bool has_remark(ReadPlan const& read, std::string_view remark) {
  return std::any_of(read.remarks.begin(), read.remarks.end(), [&](Error const& one) { return one.id == remark; });
}

// Reads, writes, reads, writes: the second text must be the first. Returns it.
std::string settled(std::string const& text) {
  auto const read = read_plan(text);
  REQUIRE(read);
  std::string const once = write_plan(read->document, read->envelope);
  auto const again = read_plan(once);
  REQUIRE(again);
  CHECK_FALSE(again->edited_by_hand);
  CHECK(difference(read->document, again->document) == "");
  CHECK(write_plan(again->document, again->envelope) == once);
  return once;
}
bool holds(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }
}  // namespace

TEST_CASE("unknown members of a record survive in the same bytes") {
  std::string const members = "\"name\":\"A\",\"emblem\":{\"file\":\"a.png\",\"sizes\":[1,2.50,-0.0,1e5],\"x\":null},\"motto\":\"se\\\"\\\\\\u0007\"";
  CHECK(holds(settled(file(agency(members))), members));
}

TEST_CASE("foreign spelling of unknown members is brought into one form and then stays") {
  std::string const text = settled(file(agency("\"name\" : \"A\\/B \\u00e9\", \"motto\": [ \"\\u00E9\" , { } ]")));
  CHECK(holds(text, "\"name\":\"A/B é\",\"motto\":[\"é\",{}]"));
}

TEST_CASE("unknown record types survive, with their stamps and their order") {
  std::string const records = agency("\"name\":\"A\"") + ",\n\"hazard\":[\n{\"id\":\"" + new_id + "\",\"level\":3},\n{\"id\":\"" + last_id + "\",\"level\":4}\n]";
  std::string const entry = "{\"stamps\":{\"*\":\"a:1\",\"level\":\"b:2\"},\"alive\":[\"b:2\"],\"others\":{\"level\":[[2.50,\"a:1\"]]}}";
  std::string const causality = "\"*\":{\"created_by\":\"k7Q2aaaa\",\"short\":{\"a\":\"d3Xabbbb\",\"b\":\"k7Q2aaaa\"}},\n\"" + new_id + "\":" + entry;
  std::string const text = settled(file(records, causality));
  CHECK(holds(text, records));
  CHECK(holds(text, causality));
}

TEST_CASE("the name of an unknown type may hold any character") {
  std::string const records = agency("\"name\":\"A\"") + ",\n\"we\\\"ird\\\\\\n\":[\n{\"id\":\"" + new_id + "\"}\n]";
  CHECK(holds(settled(file(records)), records));
}

TEST_CASE("unknown records without an id, or with one that is taken, get one of their own and keep it") {
  std::string const level = "{\"level\":4}", twin = "{\"id\":\"" + new_id + "\",\"level\":";
  std::string const records = agency("\"name\":\"A\"") + ",\"hazard\":[" + level + "," + level + "," + twin + "1}," + twin + "2},{\"id\":5},{\"id\":\"" + agency_id + "\"}]";
  std::string const causality = "\"*\":{\"created_by\":\"k7Q2aaaa\"},\"" + new_id + "\":\"d3Xabbbb:7\",\"" + agency_id + "\":\"d3Xabbbb:8\"";
  auto const read = read_plan(file(records, causality));
  REQUIRE(read);
  CHECK(has_remark(*read, "record.no_id"));
  CHECK(has_remark(*read, "record.duplicate_id"));
  auto const& foreign = *read->document.foreign;
  REQUIRE(foreign.size() == 6);
  std::set<std::string> ids{agency_id};
  for (auto const& record : foreign) {
    CHECK(ids.insert(record.id).second);
    CHECK(holds(record.json, "{\"id\":\"" + record.id + "\""));
  }
  auto const with = [&](std::string_view text) -> ForeignRecord const& {
    auto const at = std::find_if(foreign.begin(), foreign.end(), [&](ForeignRecord const& record) { return holds(record.json, std::string(text)); });
    REQUIRE(at != foreign.end());
    return *at;
  };
  CHECK(with("\"level\":1").id == new_id);  // of two that claim an id the first one keeps it, and its stamps
  CHECK(holds(with("\"level\":1").causality, "d3Xabbbb:7"));
  CHECK(with("\"level\":2").id != new_id);
  CHECK_FALSE(holds(with("\"level\":2").causality, "d3Xabbbb:7"));
  std::string const text = settled(file(records, causality));
  // Nothing comes of merging a file with itself.
  MergeReport const report = merge_documents(read->document, read_plan(file(records, causality))->document, true, unknown_merge());
  CHECK(report.foreign == read->document.foreign);
  CHECK(write_plan(merged_document(read->document, report, merge_changes(report, make_replica(1))), read->envelope) == text);
}

TEST_CASE("unknown members of the envelope survive") {
  std::string const more = "\"seals\":{\"a\":[1,2]},\n\"mood\":\"baik\",\n";
  CHECK(holds(settled(file(agency("\"name\":\"A\""), "\"*\":{}", more)), more));
}

TEST_CASE("stamps and alternatives of an unknown field survive") {
  std::string const causality = "\"*\":{\"short\":{\"a\":\"d3Xabbbb\",\"b\":\"k7Q2aaaa\"}},\n\"" + agency_id +
                                "\":{\"stamps\":{\"*\":\"b:1\",\"name\":\"a:2\",\"motto\":\"a:1\"},\"alive\":[\"a:2\"],\"others\":{\"name\":[[\"C\",\"b:1\"],[\"D\",\"a:1\"]],\"motto\":[[{\"x\":1},\"b:1\"]]}}";
  std::string const text = settled(file(agency("\"name\":\"A\",\"motto\":\"B\""), causality));
  // Alternatives come in order of their stamps.
  CHECK(holds(text, replaced(causality, "[[\"C\",\"b:1\"],[\"D\",\"a:1\"]]", "[[\"D\",\"a:1\"],[\"C\",\"b:1\"]]")));
}

TEST_CASE("a value of another type stays as it came and is remarked upon, the field is empty") {
  struct Case {
    std::string members, kept;
  };
  for (auto const& one : {Case{"\"name\":5", "\"name\":5"}, Case{"\"order\":\"x\"", "\"order\":\"x\""}, Case{"\"group\":\"kelurahan\"", "\"group\":\"kelurahan\""},
                          Case{"\"order\":9007199254740993", "\"order\":9007199254740993"}, Case{"\"order\":1.5", "\"order\":1.5"}, Case{"\"name\":[\"a\"]", "\"name\":[\"a\"]"}}) {
    CAPTURE(one.members);
    auto const read = read_plan(file(agency(one.members)));
    REQUIRE(read);
    CHECK(has_remark(*read, "field.wrong_type"));
    CHECK(same_data(*read->document.table_of<Agency>().stored()[0], *make_node(record_type<Agency>, {})));
    CHECK(holds(settled(file(agency(one.members))), one.kept));
  }
  for (std::string const& members : {"\"budget\":{\"2023\":\"mahal\"}", "\"budget\":{\"23\":1}", "\"budget\":{\"2023\":1.5}", "\"start_year\":1492", "\"program\":\"P-1\"", "\"support_agencies\":[\"P-1\"]",
                                     "\"baseline\":0.1234567", "\"quick_win\":1", "\"funding\":{}", "\"funding\":[3]", "\"targets\":[1]"}) {
    CAPTURE(members);
    auto const read = read_plan(file(item(members)));
    REQUIRE(read);
    CHECK(has_remark(*read, "field.wrong_type"));
    CHECK(holds(settled(file(item(members))), members));
  }
}

TEST_CASE("what somebody writes into such a field replaces the value that did not fit") {
  auto read = read_plan(file(agency("\"name\":5")));
  REQUIRE(read);
  auto node = clone_node(*read->document.table_of<Agency>().stored()[0]);
  node->as<Agency>().name = "Dinkes";
  read->document.table(node->type).put(node);
  std::string const text = write_plan(read->document, read->envelope);
  CHECK(holds(text, "\"name\":\"Dinkes\""));
  CHECK_FALSE(holds(text, "\"name\":5"));
}

TEST_CASE("unknown members inside the rows of a list stay until the list is edited") {
  std::string const members = "\"funding\":[{\"share\":60,\"remark\":\"tentatif\"},{\"share\":40}]";
  auto read = read_plan(file(item(members)));
  REQUIRE(read);
  auto node = clone_node(*read->document.table_of<ActionItem>().stored()[0]);
  REQUIRE(node->as<ActionItem>().funding.size() == 2);
  CHECK(node->as<ActionItem>().funding[0].share == Decimal{60'000'000});
  CHECK(holds(settled(file(item(members))), members));
  node->as<ActionItem>().funding.pop_back();
  read->document.table(node->type).put(node);
  CHECK(holds(write_plan(read->document, read->envelope), "\"funding\":[{\"share\":60}]"));
}

TEST_CASE("replicas with more than we know stay as they came") {
  std::string text = replaced(file(agency("\"name\":\"A\"")), "\"replicas\":{}", "\"replicas\":{\"k7Q2aaaa\":{\"label\":\"Rina\",\"device\":\"tablet\"},\"odd\":1}");
  CHECK(holds(settled(text), "\"replicas\":{\"k7Q2aaaa\":{\"label\":\"Rina\",\"device\":\"tablet\"},\"odd\":1}"));
}

TEST_CASE("the day of a replica is read and written; one that is no date stays as it came until there is one") {
  std::string const text = replaced(file(agency("\"name\":\"A\"")), "\"replicas\":{}", "\"replicas\":{\"d3Xabbbb\":{\"label\":\"\",\"day\":\"2022-08-30\"},\"k7Q2aaaa\":{\"label\":\"Rina\",\"day\":\"kemarin\"}}");
  auto read = read_plan(text);
  REQUIRE(read);
  CHECK(read->document.replicas->at(*parse_replica("d3Xabbbb")).day == parse_iso_date("2022-08-30"));
  CHECK(!read->document.replicas->at(*parse_replica("k7Q2aaaa")).day);
  CHECK(holds(settled(text), "\"replicas\":{\"d3Xabbbb\":{\"label\":\"\",\"day\":\"2022-08-30\"},\"k7Q2aaaa\":{\"label\":\"Rina\",\"day\":\"kemarin\"}}"));
  auto labels = *read->document.replicas;
  labels[*parse_replica("k7Q2aaaa")].day = parse_iso_date("2022-09-08");
  read->document.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(labels);
  CHECK(holds(write_plan(read->document, {}), "\"k7Q2aaaa\":{\"label\":\"Rina\",\"day\":\"2022-09-08\"}"));
}

TEST_CASE("what is not known of replicas stays when another one is added, and when one is renamed") {
  auto read = read_plan(replaced(file(agency("\"name\":\"A\"")), "\"replicas\":{}", "\"replicas\":{\"k7Q2aaaa\":{\"device\":\"tablet\",\"label\":\"Rina\",\"agency\":7},\"odd\":1,\"z7Q2aaaa\":[]}"));
  REQUIRE(read);
  auto labels = *read->document.replicas;
  labels[*parse_replica("d3Xabbbb")].label = "Budi";
  labels[*parse_replica("k7Q2aaaa")] = {"Rina S.", *parse_ulid(agency_id)};
  read->document.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(labels);
  std::string const text = settled(write_plan(read->document, read->envelope));
  CHECK(holds(text, "\"replicas\":{\"d3Xabbbb\":{\"label\":\"Budi\"},\"k7Q2aaaa\":{\"label\":\"Rina S.\",\"agency\":\"" + agency_id + "\",\"device\":\"tablet\"},\"odd\":1,\"z7Q2aaaa\":[]}"));
  labels[*parse_replica("z7Q2aaaa")].label = "Zaki";
  read->document.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(labels);
  CHECK(holds(settled(write_plan(read->document, read->envelope)), "\"z7Q2aaaa\":{\"label\":\"Zaki\"},\"odd\":1}"));
}

TEST_CASE("a counter that leaves no room for ours is a bad entry") {
  auto const causality = [](std::string const& counter) { return "\"*\":{\"created_by\":\"k7Q2aaaa\"},\"" + agency_id + "\":\"k7Q2aaaa:" + counter + "\""; };
  for (char const* counter : {"4294967295", "2147483649"}) {
    auto const read = read_plan(file(agency("\"name\":\"A\""), causality(counter)));
    REQUIRE(read);
    CHECK(has_remark(*read, "causality.bad_entry"));
  }
  auto read = read_plan(file(agency("\"name\":\"A\""), causality("2147483648")));
  REQUIRE(read);
  CHECK_FALSE(has_remark(*read, "causality.bad_entry"));
  // Whoever writes next under that id is still newer than the file, and can be read.
  auto node = clone_node(*read->document.table_of<Agency>().stored()[0]);
  CausalPtr const before = node->causal;
  node->causal = written_by(*before, *parse_replica("k7Q2aaaa"), {1});
  CHECK_FALSE(before->has_seen(node->causal->stamp_of(1)));
  CHECK(node->causal->has_seen(before->base));
  read->document.table(node->type).put(node);
  settled(write_plan(read->document, read->envelope));
}

TEST_CASE("a newer version opens read-only") {
  auto const read = read_plan(replaced(file(agency("\"name\":\"A\"")), "\"version\":1", "\"version\":2"));
  REQUIRE(read);
  CHECK(read->read_only);
  CHECK(read->version == 2);
}

TEST_CASE("empty values are the same as members that are not there") {
  auto const read = read_plan(file(item("\"name\":null,\"budget\":{},\"funding\":[],\"quick_win\":null,\"program\":\"\",\"targets\":{\"2023\":null},\"family\":\"\"")));
  REQUIRE(read);
  CHECK(same_data(*read->document.table_of<ActionItem>().stored()[0], *make_node(record_type<ActionItem>, {})));
  CHECK_FALSE(has_remark(*read, "field.wrong_type"));
}
