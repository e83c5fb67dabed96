// What a newer version wrote survives a merge by an older one, with its history.
#include <doctest/doctest.h>

#include "edit/commands.hpp"
#include "persist/plan_file.hpp"
#include "persist/unknown_merge.hpp"
#include "support/plan_files.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
constexpr char const* id = "01FR9EZ7000000000000000003";

// One agency with members that this version has no fields for.
NodePtr agency(std::string const& members, std::string const& causality) {
  std::string const text = std::string(R"({"format":"rancang","version":1,"records":{"agency":[{"id":")") + id + "\"" + members + "}]},\"causality\":{\"" + id + "\":" + causality + "}}";
  auto const read = read_plan(text);
  REQUIRE(read);
  return read->document.table_of<Agency>().stored().at(0);
}
std::string file_of(NodePtr const& node) {
  Document document;
  document.table(record_type<Agency>).put(node);
  return write_plan(document, {});
}
std::string merged(NodePtr const& a, NodePtr const& b) { return file_of(merge_nodes(a, b, unknown_merge())); }
bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }
}  // namespace

TEST_CASE("members of a newer version merge like fields: the later one, both, or a conflict") {
  NodePtr const start = agency(R"(,"name":"Dinkes","colour":"red","size":1)", R"("Aaaaaaaa:1")");
  NodePtr const left = agency(R"(,"name":"Dinkes","colour":"blue","size":1)", R"({"stamps":{"*":"Aaaaaaaa:1","colour":"Bbbbbbbb:1"},"alive":["Bbbbbbbb:1"]})");
  NodePtr const right = agency(R"(,"name":"Dinkes","colour":"red","size":2,"shape":[1])", R"({"stamps":{"*":"Aaaaaaaa:1","size":"Cccccccc:1","shape":"Cccccccc:1"},"alive":["Cccccccc:1"]})");
  CHECK(file_of(left) == merged(start, left));
  CHECK(file_of(left) == merged(left, start));
  std::string const both = merged(left, right);
  CHECK(both == merged(right, left));
  CHECK(has(both, R"("colour":"blue","shape":[1],"size":2)"));
  NodePtr const other = agency(R"(,"name":"Dinkes","colour":"green","size":1)", R"({"stamps":{"*":"Aaaaaaaa:1","colour":"Dddddddd:1"},"alive":["Dddddddd:1"]})");
  std::string const conflict = merged(left, other);
  CHECK(conflict == merged(other, left));
  CHECK(has(conflict, R"("colour":"green")"));
  CHECK(has(conflict, R"("others":{"colour":[["blue",)"));
  NodePtr const conflicted = merge_nodes(left, other, unknown_merge());
  CHECK(merge_nodes(conflicted, left, unknown_merge()) == conflicted);
  NodePtr const settled = agency(R"(,"name":"Dinkes","colour":"white","size":1)", R"({"seen":{"Aaaaaaaa":1,"Bbbbbbbb":1,"Dddddddd":2},"stamps":{"*":"Aaaaaaaa:1","colour":"Dddddddd:2"},"alive":["Dddddddd:2"]})");
  CHECK(merged(conflicted, settled) == file_of(settled));
}

TEST_CASE("merging members of a newer version is associative") {
  std::vector<NodePtr> const all{agency(R"(,"a":1)", R"("Aaaaaaaa:1")"), agency(R"(,"a":2)", R"({"stamps":{"*":"Aaaaaaaa:1","a":"Bbbbbbbb:1"},"alive":["Bbbbbbbb:1"]})"),
                                 agency(R"(,"a":3,"b":1)", R"({"stamps":{"*":"Aaaaaaaa:1","a":"Cccccccc:1","b":"Cccccccc:1"},"alive":["Cccccccc:1"]})"),
                                 agency(R"(,"a":4)", R"({"seen":{"Aaaaaaaa":1,"Bbbbbbbb":1,"Dddddddd":1},"stamps":{"*":"Aaaaaaaa:1","a":"Dddddddd:1"},"alive":["Dddddddd:1"]})")};
  auto const merge = [](NodePtr const& x, NodePtr const& y) { return merge_nodes(x, y, unknown_merge()); };
  for (auto const& x : all)
    for (auto const& y : all)
      for (auto const& z : all) CHECK(file_of(merge(merge(x, y), z)) == file_of(merge(x, merge(y, z))));
}

TEST_CASE("a value that fits no field here stays through a merge until somebody writes the field") {
  NodePtr const misfit = agency(R"(,"name":"Dinkes","head_name":{"first":"Ani"})", R"("Aaaaaaaa:1")");
  NodePtr const elsewhere = agency(R"(,"name":"Dinas","head_name":{"first":"Ani"})", R"({"stamps":{"*":"Aaaaaaaa:1","name":"Bbbbbbbb:1"},"alive":["Bbbbbbbb:1"]})");
  CHECK(has(merged(misfit, elsewhere), R"("head_name":{"first":"Ani"})"));
  NodePtr const written = agency(R"(,"name":"Dinkes","head_name":"Ani")", R"({"stamps":{"*":"Aaaaaaaa:1","head_name":"Bbbbbbbb:1"},"alive":["Bbbbbbbb:1"]})");
  CHECK(merged(misfit, written) == file_of(written));
  // Written elsewhere without having seen it: it stays beside the written one.
  NodePtr const late = agency(R"(,"name":"Dinkes","head_name":{"first":"Budi"})", R"({"stamps":{"*":"Aaaaaaaa:1","head_name":"Cccccccc:1"},"alive":["Cccccccc:1"]})");
  CHECK(has(merged(written, late), R"({"first":"Budi"})"));
  CHECK(has(merged(written, late), R"("Ani")"));
}

namespace {
Document plan_with(NodePtr const& node) {
  Document document;
  document.plan_id = make_ulid(1, 1, 1);
  document.table(record_type<Agency>).put(node);
  return document;
}
// The record after somebody has returned from `now` to the restore point `point`.
NodePtr returned(NodePtr const& now, NodePtr const& point) {
  Author const author{*parse_replica("Eeeeeeee"), [] { return make_ulid(1, 1, 2); }, nullptr, &unknown_merge()};
  auto const changes = run(plan_with(now), AdoptDocument{plan_with(point), true}, author);
  REQUIRE(changes);
  REQUIRE(changes->records.size() == 1);
  return changes->records[0].after;
}
}  // namespace

TEST_CASE("the return to a restore point is a write of members of a newer version, too: no later merge takes it back") {
  NodePtr const point = agency(R"(,"name":"Dinkes","colour":"red","size":1)", R"("Aaaaaaaa:1")");
  NodePtr const now = agency(R"(,"name":"Dinkes","colour":"blue","shape":[1],"size":1)", R"({"stamps":{"*":"Aaaaaaaa:1","colour":"Bbbbbbbb:1","shape":"Bbbbbbbb:1"},"alive":["Bbbbbbbb:1"]})");
  NodePtr const back = returned(now, point);
  CHECK(has(file_of(back), R"("colour":"red","size":1)"));
  CHECK(merged(back, now) == file_of(back));
  CHECK(merged(now, back) == file_of(back));
  CHECK(merged(back, point) == file_of(back));
  // What is the same in both is not written: a change of it elsewhere comes in without a question.
  NodePtr const elsewhere = agency(R"(,"name":"Dinkes","colour":"red","size":2)", R"({"stamps":{"*":"Aaaaaaaa:1","size":"Cccccccc:1"},"alive":["Cccccccc:1"]})");
  CHECK(has(merged(back, elsewhere), R"("colour":"red","size":2)"));
  CHECK_FALSE(has(merged(back, elsewhere), R"("others")"));
  CHECK(merged(back, elsewhere) == merged(elsewhere, back));
  // A change of what was returned, made without knowing of it, stands beside it.
  NodePtr const other = agency(R"(,"name":"Dinkes","colour":"green","size":1)", R"({"stamps":{"*":"Aaaaaaaa:1","colour":"Cccccccc:1"},"alive":["Cccccccc:1"]})");
  CHECK(has(merged(back, other), R"("others":{"colour")"));
}

TEST_CASE("the return to a restore point holds for a value that fits no field here") {
  NodePtr const point = agency(R"(,"name":"Dinkes","head_name":{"first":"Ani"})", R"("Aaaaaaaa:1")");
  NodePtr const now = agency(R"(,"name":"Dinkes","head_name":{"first":"Budi"})", R"({"stamps":{"*":"Aaaaaaaa:1","head_name":"Bbbbbbbb:1"},"alive":["Bbbbbbbb:1"]})");
  NodePtr const back = returned(now, point);
  CHECK(has(file_of(back), R"({"first":"Ani"})"));
  CHECK(merged(back, now) == file_of(back));
  CHECK(merged(now, back) == file_of(back));
}
