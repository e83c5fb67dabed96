// Files whose shape would take a careless reader, merger or writer the square of their size: all of these are done within an ordinary run.
#include <doctest/doctest.h>

#include "base/hash.hpp"
#include "model/merge_report.hpp"
#include "persist/plan_file.hpp"
#include "persist/unknown_merge.hpp"
#include "support/plan_files.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
constexpr std::size_t many = 20'000;

std::string file(std::string const& records, std::string const& causality) {
  return "{\"format\":\"rancang\",\"version\":1,\"plan_id\":\"01FR9EZ7000000000000000001\",\"records\":{" + records + "},\"causality\":{" + causality + "}}";
}
Document document_of(std::string const& text) {
  auto const read = read_plan(text);
  REQUIRE(read);
  return read->document;
}
Document merged(Document const& ours, Document const& theirs) {
  MergeReport const report = merge_documents(ours, theirs, true, unknown_merge());
  return merged_document(ours, report, merge_changes(report, make_replica(1)));
}
std::string listed(std::size_t count, std::string (*one)(std::size_t)) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i ? "," : "") + one(i);
  return out;
}
// What record_shelf makes of a taken id, as anybody can work out.
std::string predictable(std::string const& text, std::uint64_t salt) { return ulid_text(make_ulid(0, hash64(text, salt + 1), hash64(text, salt))); }
}  // namespace

TEST_CASE("a record with twenty thousand unknown members is merged") {
  constexpr char const* id = "01FR9EZ7000000000000000002";
  auto const plan = [&](char const* replica, std::string (*member)(std::size_t), std::string (*stamp)(std::size_t)) {
    return document_of(file(std::string("\"agency\":[{\"id\":\"") + id + "\"," + listed(many, member) + "}]",
                            std::string("\"") + id + "\":{\"stamps\":{\"*\":\"Aaaaaaaa:1\"," + listed(many, stamp) + "},\"alive\":[\"" + replica + ":1\"]}"));
  };
  Document const left = plan("Bbbbbbbb", [](std::size_t i) { return "\"m" + std::to_string(i) + "\":1"; }, [](std::size_t i) { return "\"m" + std::to_string(i) + "\":\"Bbbbbbbb:1\""; });
  Document const right = plan("Cccccccc", [](std::size_t i) { return "\"m" + std::to_string(i) + "\":2"; }, [](std::size_t i) { return "\"m" + std::to_string(i) + "\":\"Cccccccc:1\""; });
  Document const both = merged(left, right);
  std::string const text = write_plan(both, {});
  CHECK(text == write_plan(merged(right, left), {}));
  CHECK(write_plan(document_of(text), {}) == text);
  CHECK(text.find("\"m19999\":[[1,\"b:1\"]]") != std::string::npos);
}

TEST_CASE("thousands of records of unknown types, and of unknown types, are read, merged and written") {
  constexpr std::size_t count = many / 4;
  auto const plan = [](char const* level) {
    std::string records = "\"hazard\":[", types;
    for (std::size_t i = 0; i < count; ++i) {
      records += (i ? "," : "") + std::string("{\"id\":\"") + ulid_text(Ulid{7, i + 1}) + "\",\"level\":" + level + "}";
      types += ",\"t" + std::to_string(i) + "\":[{\"id\":\"" + ulid_text(Ulid{8, i + 1}) + "\"}]";
    }
    return document_of(file(records + "]" + types, "\"*\":{\"created_by\":\"Aaaaaaaa\"}"));
  };
  Document const one = plan("1");
  CHECK(one.foreign->size() == 2 * count);
  Document const same = merged(one, plan("1"));
  CHECK(same.foreign == one.foreign);
  std::string const text = write_plan(merged(one, plan("2")), {});
  auto const again = read_plan(text);
  REQUIRE(again);
  CHECK(again->document.foreign->size() == 2 * count);
  CHECK_FALSE(again->edited_by_hand);
}

TEST_CASE("ids that foresee the made ones are told apart in one pass") {
  // Two records with each id of a chain: every made id is taken already.
  std::string records, id = "01FR9EZ7000000000000000002";
  std::size_t count = 0;
  for (; count < many; count += 2) {
    std::string const record = "{\"id\":\"" + id + "\"}";
    records += (count ? "," : "") + record + "," + record;
    id = predictable(id, 1000 + index_of(record_type<Agency>));
  }
  std::string const text = file("\"plan\":[],\"agency\":[" + records + "]", "\"*\":{\"created_by\":\"Aaaaaaaa\"}");
  Document const document = document_of(text);
  CHECK(document.table_of<Agency>().size() == count);
  CHECK(difference(document, document_of(text)) == "");
}

TEST_CASE("labels of writers who wrote nothing do not come along with a file") {
  std::string labels;
  for (std::size_t i = 0; i < many; ++i) labels += (i ? "," : "") + std::string("\"") + replica_text(make_replica(1'000'000 + i)) + "\":{\"label\":\"x\"}";
  std::string const text = "{\"format\":\"rancang\",\"version\":1,\"replicas\":{\"Bbbbbbbb\":{\"label\":\"Budi\"},\"Cccccccc\":{\"label\":\"Citra\"}," + labels +
                           "},\"records\":{\"agency\":[{\"id\":\"01FR9EZ7000000000000000002\"}],\"hazard\":[{\"id\":\"01FR9EZ7000000000000000003\"}]},\"causality\":{\"*\":{\"short\":{\"c\":\"Cccccccc\"}}," +
                           "\"01FR9EZ7000000000000000002\":\"Bbbbbbbb:1\",\"01FR9EZ7000000000000000003\":\"c:1\"}}";
  Document const both = merged(Document(), document_of(text));
  CHECK(both.replicas->size() == 2);
  CHECK(both.replicas->at(*parse_replica("Bbbbbbbb")).label == "Budi");
  CHECK(both.replicas->at(*parse_replica("Cccccccc")).label == "Citra");
}
