// Every limit and every kind of damage has a sentence of its own; what can be mended is mended and told.
#include <doctest/doctest.h>

#include "persist/plan_file.hpp"
#include "support/plan_files.hpp"
#include "text/strings_generated.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
std::string file(std::string const& records, std::string const& causality = "{}") {
  return R"({"format":"rancang","version":1,"records":)" + records + R"(,"causality":)" + causality + "}";
}
std::string agencies(std::string const& list) { return file("{\"agency\":[" + list + "]}"); }

// Id of the error, which must have a sentence in both languages; "" when the text was read.
std::string refusal(std::string_view text, ReadLimits const& limits = {}) {
  auto const read = read_plan(text, limits);
  if (read) return "";
  for (Language language : {Language::id, Language::en}) {
    Strings strings;
    strings.language = language;
    CHECK_MESSAGE(strings.find("error." + read.error().id), read.error().id);
  }
  return read.error().id;
}

std::vector<std::string> remarks(std::string_view text, ReadLimits const& limits = {}) {
  auto const read = read_plan(text, limits);
  REQUIRE(read);
  std::vector<std::string> ids;
  for (auto const& remark : read->remarks) {
    CHECK_MESSAGE(Strings().find("remark." + remark.id), remark.id);
    ids.push_back(remark.id);
  }
  return ids;
}
using Ids = std::vector<std::string>;

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }
}  // namespace

TEST_CASE("what is no plan is refused with the sentence that fits") {
  CHECK(refusal("") == "file.empty");
  CHECK(refusal(" \n\t ") == "file.empty");
  CHECK(refusal("hello") == "file.not_json");
  CHECK(refusal("{\"format\":\"rancang\",}") == "file.not_json");
  CHECK(refusal("[1,2]") == "file.not_rancang");
  CHECK(refusal("5") == "file.not_rancang");
  CHECK(refusal("{}") == "file.not_rancang");
  CHECK(refusal("{\"type\":\"FeatureCollection\",\"records\":[]}") == "file.not_rancang");
  CHECK(refusal("{\"format\":\"geojson\",\"version\":1}") == "file.not_rancang");
  CHECK(refusal("{\"format\":\"rancang\"}") == "file.wrong_shape");
  CHECK(refusal("{\"format\":\"rancang\",\"version\":0}") == "file.wrong_shape");
  CHECK(refusal("{\"format\":\"rancang\",\"version\":1") == "file.truncated");
  CHECK(refusal("{\"format\":\"ranc") == "file.truncated");
  CHECK(refusal(std::string("\xFF\xFE{\0", 4)) == "file.utf16");
  CHECK(refusal(std::string("\xFE\xFF\0{", 4)) == "file.utf16");
  CHECK(refusal(agencies("{\"name\":\"\xC3(\"}")) == "file.bad_utf8");
  CHECK(refusal(agencies("{\"name\":\"\xED\xA0\x80\"}")) == "file.bad_utf8");
  CHECK(refusal(agencies("{\"name\":\"\\ud800\"}")) == "file.not_json");
}

TEST_CASE("a NUL anywhere is refused, spelt out or not") {
  std::string const text = agencies("{\"name\":\"A\"}");
  CHECK(refusal(text + std::string(1, '\0')) == "file.nul");
  CHECK(refusal(text + "\n" + std::string(4096, '\0')) == "file.nul");
  CHECK(refusal(agencies("{\"name\":\"\\u0000\"}")) == "file.nul");
  CHECK(refusal(agencies("{\"a\\u0000\":1}")) == "file.nul");
}

TEST_CASE("the same key twice is refused at every level") {
  for (std::string const& text :
       {std::string(R"({"format":"rancang","format":"rancang","version":1})"), agencies(R"({"name":"A","name":"B"})"), agencies(R"({"x":{"y":1,"y":1}})"), file(R"({"agency":[],"agency":[]})"),
        file("{}", R"({"*":{},"*":{}})"), file(R"({"action_item":[{"budget":{"2023":1,"2023":2}}]})"), file(R"({"action_item":[{"funding":[{"share":1,"share":2}]}]})")})
    CHECK(refusal(text) == "file.duplicate_key");
}

TEST_CASE("keys that scripts could trip over are refused") {
  for (std::string const& key : {"__proto__", "constructor", "prototype"}) {
    CHECK(refusal(agencies("{\"" + key + "\":1}")) == "file.forbidden_key");
    CHECK(refusal(file("{\"" + key + "\":[]}")) == "file.forbidden_key");
  }
}

TEST_CASE("the frame of a file has a fixed shape") {
  for (std::string const& text : {file("[]"), file("{\"agency\":{}}"), file("{\"agency\":[5]}"), file("{\"agency\":[[]]}"), file("{\"agency\":7}"), file("{}", "[]"), file("5"),
                                  std::string(R"({"format":"rancang","version":1,"kind":5})"), std::string(R"({"format":"rancang","version":1,"plan_id":"x"})")})
    CHECK(refusal(text) == "file.wrong_shape");
}

TEST_CASE("every limit refuses what is past it and lets pass what reaches it") {
  ReadLimits limits;
  limits.depth = 8;
  CHECK(refusal(agencies("{\"x\":" + nested(4) + "}"), limits) == "");
  CHECK(refusal(agencies("{\"x\":" + nested(5) + "}"), limits) == "file.too_deep");
  CHECK(refusal(std::string(3'000'000, '[')) == "file.not_rancang");
  CHECK(refusal("{\"format\":\"rancang\",\"version\":1,\"x\":" + std::string(3'000'000, '[')) == "file.too_deep");
  limits = {};
  limits.string_bytes = 10;
  CHECK(refusal(agencies("{\"name\":\"1234567890\"}"), limits) == "");
  CHECK(refusal(agencies("{\"name\":\"12345678901\"}"), limits) == "file.string_too_long");
  limits = {};
  CHECK(refusal(agencies("{\"" + std::string(128, 'k') + "\":1}")) == "");
  CHECK(refusal(agencies("{\"" + std::string(129, 'k') + "\":1}")) == "file.key_too_long");
  CHECK(refusal(agencies("{\"x\":0." + std::string(38, '1') + "}")) == "");
  CHECK(refusal(agencies("{\"x\":0." + std::string(39, '1') + "}")) == "file.number_too_long");
  CHECK(refusal(agencies("{\"x\":" + std::string(41, '9') + "}")) == "file.number_too_long");
  CHECK(refusal(agencies("{\"x\":1e999}")) == "file.number_too_long");
  limits.records_per_type = 2;
  CHECK(refusal(agencies("{},{}"), limits) == "");
  CHECK(refusal(agencies("{},{},{}"), limits) == "file.too_many_records");
  limits = {};
  limits.nodes = 100;
  std::string many = "0";
  for (int i = 0; i < 400; ++i) many += ",0";
  CHECK(refusal(agencies("{\"x\":[" + many + "]}"), limits) == "file.too_many_values");
  limits = {};
  limits.file_bytes = 50;
  CHECK(refusal(agencies("{}"), limits) == "file.too_large");
}

TEST_CASE("limits hold for files in our own layout as well") {
  RandomPlan random(9);
  std::string const text = write_plan(random.document(3, 20), {});
  ReadLimits limits;
  limits.records_per_type = 10;
  CHECK(refusal(text, limits) == "file.too_many_records");
  limits = {};
  limits.string_bytes = 5;
  CHECK(refusal(text, limits) == "file.string_too_long");
  limits = {};
  limits.nodes = 50;
  CHECK(refusal(text + std::string(10, ' '), limits) == "");  // a file of n bytes may hold n / 4 values
}

TEST_CASE("a hostile object with very many keys costs no more than its size") {
  std::string members = "\"k0\":0";
  for (int i = 1; i < 200'000; ++i) members += ",\"k" + std::to_string(i) + "\":0";
  CHECK(refusal(agencies("{\"x\":{" + members + "}}")) == "");
  CHECK(refusal(agencies("{\"x\":{" + members + ",\"k7\":1}}")) == "file.duplicate_key");
}

TEST_CASE("records without an id get one made of their text, the same each time") {
  std::string const text = agencies(R"({"name":"A"},{"id":"A-1","name":"B"},{"name":"A"})");
  CHECK(remarks(text) == Ids{"record.no_id", "field.wrong_type", "record.no_id", "record.no_id", "record.duplicate_id", "file.no_end", "causality.missing"});
  auto const once = read_plan(text), again = read_plan(text);
  CHECK(once->document.table_of<Agency>().size() == 3);
  CHECK(difference(once->document, again->document) == "");
}

TEST_CASE("of two records with one id both stay, the later one under another id") {
  std::string const same = "\"01FR9EZ7000000000000000002\"";
  auto const read = read_plan(file("{\"agency\":[{\"id\":" + same + ",\"name\":\"A\"},{\"id\":" + same + ",\"name\":\"B\"}],\"dimension\":[{\"id\":" + same + "}]}"));
  REQUIRE(read);
  CHECK(read->document.get(Id<Agency>{*parse_ulid("01FR9EZ7000000000000000002")})->name == "A");
  CHECK(read->document.table_of<Agency>().size() == 2);
  CHECK(read->document.table_of<Dimension>().size() == 1);
  std::string const text = write_plan(read->document, {});
  CHECK(write_plan(read_plan(text)->document, {}) == text);
}

TEST_CASE("a file without causality is read with the stamps of its reader") {
  ReadLimits limits;
  limits.reader = *parse_replica("Reader01");
  auto const read = read_plan(R"({"format":"rancang","version":1,"records":{"agency":[{"id":"01FR9EZ7000000000000000002"}]}})", limits);
  REQUIRE(read);
  CHECK_FALSE(read->has_causality);
  CHECK(*read->document.table_of<Agency>().stored()[0]->causal == *created_by(limits.reader));
  CHECK(read->edited_by_hand);
}

TEST_CASE("history that can't be read is told and left aside") {
  std::string const records = R"({"agency":[{"id":"01FR9EZ7000000000000000002"}]})";
  CHECK(remarks(file(records, R"({"01FR9EZ7000000000000000002":"k7Q2aaaa:1"})")) == Ids{"file.no_end"});
  CHECK(remarks(file(records, R"({"*":{"created_by":"k7Q2aaaa"},"01FR9EZ7000000000000000002":"nobody:1"})")) == Ids{"causality.bad_entry", "file.no_end"});
  CHECK(remarks(file(records, R"({"*":{"created_by":"k7Q2aaaa"},"01FR9EZ7000000000000000002":{"alive":[]}})")) == Ids{"causality.bad_entry", "file.no_end"});
  CHECK(remarks(file(records, R"({"*":{"created_by":"k7Q2aaaa"},"01FR9EZ7000000000000000003":"k7Q2aaaa:1"})")) == Ids{"causality.no_record", "file.no_end"});
  CHECK(remarks(file(records, R"({"*":5})")) == Ids{"causality.bad_entry", "file.no_end", "causality.missing"});
  CHECK(remarks(file(records, R"({})")) == Ids{"file.no_end", "causality.missing"});
}

TEST_CASE("what the stamps name has been seen") {
  auto const read = read_plan(file(R"({"agency":[{"id":"01FR9EZ7000000000000000002"}]})",
                                   R"({"01FR9EZ7000000000000000002":{"seen":{"k7Q2aaaa":1},"stamps":{"*":"k7Q2aaaa:3","name":"d3Xabbbb:4"},"alive":["d3Xabbbb:4"]}})"));
  REQUIRE(read);
  Causal const& causal = *read->document.table_of<Agency>().stored()[0]->causal;
  CHECK(causal.counter_of(*parse_replica("k7Q2aaaa")) == 3);
  CHECK(causal.counter_of(*parse_replica("d3Xabbbb")) == 4);
}

TEST_CASE("remarks of a hostile file are counted, not listed without end") {
  ReadLimits limits;
  limits.remarks = 5;
  std::string list = "{}";
  for (int i = 0; i < 50; ++i) list += ",{\"order\":" + std::to_string(i) + "}";
  auto const ids = remarks(agencies(list), limits);
  CHECK(ids.size() == 6);
  CHECK(ids.back() == "more");
}

TEST_CASE("a changed byte, a wrong count or members after the end are told as an edit by hand") {
  RandomPlan random(4);
  std::string const text = write_plan(random.document(2, 5), {});
  for (std::string const& other : {replaced(text, "smart", "Smart"), replaced(text, "\"end\":{\"records\":", "\"end\":{\"records\":1"), replaced(text, "\"end\"", "\"kind_of_end\""),
                                   text.substr(0, text.size() - 1) + ",\"later\":1}"}) {
    REQUIRE(other != text);
    auto const read = read_plan(other);
    REQUIRE(read);
    CHECK(read->edited_by_hand);
    CHECK(read->has_causality);
  }
}
