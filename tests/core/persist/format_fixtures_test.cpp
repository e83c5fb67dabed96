// Files of every released version open for ever. A fixture is never edited; a new version adds a folder.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "model/slice.hpp"
#include "persist/plan_file.hpp"
#include "support/plan_files.hpp"
#include "support/source_dir.hpp"

using namespace rancang;

namespace {
std::string fixture(std::string const& name) {
  std::ifstream file(test::source_path("tests/fixtures/format/v1/" + name), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Expected {
  char const* name;
  std::size_t alive, trash, conflicts, foreign;
  bool by_hand;
};

std::size_t conflicts_of(Document const& document) {
  std::size_t count = 0;
  for (auto const& table : document.tables) table.for_each_stored([&](NodePtr const& node) { count += node->causal->others.size(); });
  return count;
}
std::size_t trash_of(Document const& document) {
  std::size_t count = 0;
  for (auto const& table : document.tables) count += table.trash_size();
  return count;
}
}  // namespace

TEST_CASE("files of version 1 open with all that is in them, and are the same after being saved again") {
  for (Expected const& expected : {Expected{"fresh.json", 53, 0, 0, 0, false}, Expected{"history.json", 49, 8, 12, 0, false}, Expected{"slice.json", 49, 8, 12, 0, false},
                                   Expected{"journal.json", 3, 0, 0, 0, false}, Expected{"later.json", 19, 0, 0, 1, false}, Expected{"by_hand.json", 3, 0, 0, 0, true}}) {
    CAPTURE(expected.name);
    auto const read = read_plan(fixture(expected.name));
    REQUIRE(read);
    CHECK(read->document.record_count() == expected.alive);
    CHECK(trash_of(read->document) == expected.trash);
    CHECK(conflicts_of(read->document) == expected.conflicts);
    CHECK(read->document.foreign->size() == expected.foreign);
    CHECK(read->edited_by_hand == expected.by_hand);
    CHECK(read->has_causality == !expected.by_hand);
    auto const again = read_plan(write_plan(read->document, read->envelope));
    REQUIRE(again);
    CHECK(testing::difference(read->document, again->document) == "");
    CHECK(again->envelope.kind == read->envelope.kind);
    CHECK((again->document.scope ? again->document.scope->raw : "") == (read->document.scope ? read->document.scope->raw : ""));
    CHECK(static_cast<bool>(read->document.scope) == (read->envelope.kind == "slice"));
  }
}

TEST_CASE("values of a file of version 1 are what they were") {
  auto const read = read_plan(fixture("by_hand.json"));
  REQUIRE(read);
  auto const& item = read->document.table_of<ActionItem>().stored()[0]->as<ActionItem>();
  CHECK(item.name == "Telemedisin puskesmas");
  CHECK(read->document.get(item.lead_agency)->short_name == "Dinkes");
  CHECK(item.budget.values == std::vector<std::pair<Year, Money>>{{Year{2023}, Money{250'000'000}}, {Year{2024}, Money{150'000'000}}});
}
