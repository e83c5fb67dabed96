// Values of a newer version that fit no field here: beside known ones, through merging, deciding, taking back.
#include <doctest/doctest.h>

#include "edit/editor.hpp"
#include "persist/plan_file.hpp"
#include "persist/unknown_merge.hpp"
#include "support/plan_files.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
constexpr char const* id = "01FR9EZ7000000000000000003";
constexpr RecordType agencies = record_type<Agency>;

std::uint8_t field(std::string_view key) { return static_cast<std::uint8_t>(record_info(agencies).index_of(key)); }
Document plan(std::string const& members, std::string const& causality) {
  auto const read = read_plan(std::string(R"({"format":"rancang","version":1,"records":{"agency":[{"id":")") + id + "\"" + members + "}]},\"causality\":{\"" + id + "\":" + causality + "}}");
  REQUIRE(read);
  return read->document;
}
NodePtr agency(Document const& document) { return document.table(agencies).stored().at(0); }
NodePtr agency(std::string const& members, std::string const& causality) { return agency(plan(members, causality)); }
std::string file_of(NodePtr const& node) {
  Document document;
  document.table(agencies).put(node);
  return write_plan(document, {});
}
// What is written must be what is read, and the same text again.
NodePtr reread(NodePtr const& node) {
  auto const read = read_plan(file_of(node));
  REQUIRE(read);
  CHECK_FALSE(read->edited_by_hand);
  NodePtr const again = agency(read->document);
  CHECK(file_of(again) == file_of(node));
  CHECK(*again->causal == *node->causal);
  return again;
}
NodePtr merged(NodePtr const& a, NodePtr const& b) {
  NodePtr const one = merge_nodes(a, b, unknown_merge());
  CHECK(file_of(one) == file_of(merge_nodes(b, a, unknown_merge())));
  return one;
}
bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

NodePtr newer() { return agency(R"(,"name":"Dinkes","group":"kelurahan","contact":"x")", R"({"stamps":{"*":"Aaaaaaaa:1","group":"Bbbbbbbb:1","contact":"Bbbbbbbb:1"},"alive":["Bbbbbbbb:1"]})"); }
NodePtr ours() { return agency(R"(,"name":"Dinkes","group":"dinas","contact":"y")", R"({"stamps":{"*":"Aaaaaaaa:1","group":"Cccccccc:1","contact":"Cccccccc:1"},"alive":["Cccccccc:1"]})"); }
Author somebody() {
  return {make_replica(7), [] { return Ulid{9, 9}; }, nullptr};
}
}  // namespace

TEST_CASE("a newer version's choice beside a known one, and a later field in conflict: the file can be read again") {
  NodePtr const both = merged(newer(), ours());
  CHECK(has(file_of(both), R"("others":{"group":[["kelurahan","b:1"]],"contact":[["x","b:1"]]})"));
  CHECK(conflict_fields(*both) == std::vector{field("group"), field("contact")});
  NodePtr const again = reread(both);
  CHECK(conflict_fields(*again) == conflict_fields(*both));
  CHECK(merge_nodes(again, both, unknown_merge()) == again);
}

TEST_CASE("a value that fits no field shows again when what stood above it is replaced") {
  // Written after having seen "dinas", not the newer choice; its counter is the smaller one.
  NodePtr const late = agency(R"(,"name":"Dinkes","group":"badan","contact":"y")", R"({"seen":{"Aaaaaaaa":1,"Aaaaaaab":1,"Cccccccc":1},"stamps":{"*":"Aaaaaaaa:1","group":"Aaaaaaab:1","contact":"Cccccccc:1"},"alive":["Aaaaaaab:1"]})");
  NodePtr const shown = merged(merged(newer(), ours()), late);
  CHECK(file_of(shown) == file_of(merged(newer(), merged(ours(), late))));
  CHECK(has(file_of(shown), R"("group":"kelurahan")"));
  CHECK(has(file_of(shown), R"("group":[["badan",)"));
  reread(shown);
}

TEST_CASE("deciding a field ends what fits none beside it, in the file and in every later merge") {
  Document document = plan(R"(,"name":"Dinkes")", R"("Aaaaaaaa:1")");
  NodePtr const both = merged(newer(), ours());
  document.table(agencies).put(both);
  Editor editor(document, somebody());
  REQUIRE(editor.run(SetField{{agencies, both->id, field("group"), both->get(field("group"))}}, 0, 1));
  NodePtr const decided = agency(editor.document());
  CHECK_FALSE(has(file_of(decided), "kelurahan"));
  CHECK_FALSE(has(file_of(merged(decided, newer())), "kelurahan"));
  CHECK_FALSE(has(file_of(merged(reread(decided), both)), "kelurahan"));
}

TEST_CASE("a value that fits no field is gone once somebody wrote over it, also when that is cleared; taking it back brings it back") {
  Document const start = plan(R"(,"name":"Dinkes","head_name":{"first":"Ani"})", R"("Aaaaaaaa:1")");
  Editor editor(start, somebody());
  auto const write = [&](std::string text) { REQUIRE(editor.run(SetField{{agencies, agency(start)->id, field("head_name"), std::move(text)}}, 0, 1)); };
  write("Budi");
  write("");
  CHECK_FALSE(has(file_of(agency(editor.document())), "Ani"));
  CHECK_FALSE(has(file_of(merged(agency(editor.document()), agency(start))), "Ani"));
  REQUIRE(editor.undo());
  CHECK_FALSE(has(file_of(agency(editor.document())), "Ani"));
  REQUIRE(editor.undo());
  CHECK(has(file_of(agency(editor.document())), R"("head_name":{"first":"Ani"})"));
  REQUIRE(editor.redo());
  CHECK_FALSE(has(file_of(agency(editor.document())), "Ani"));
}
