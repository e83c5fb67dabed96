// What a newer version wrote survives a merge by an older one, with its history.
#include <doctest/doctest.h>

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
