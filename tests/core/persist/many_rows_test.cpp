// Every form with many rows: what is written is what is read.
#include <doctest/doctest.h>

#include "persist/plan_file.hpp"
#include "support/random_plan.hpp"

using namespace rancang;

TEST_CASE("two thousand rows of every type are written and read back equal") {
  constexpr std::size_t rows = 2000;
  testing::RandomPlan random(2000);
  Document const document = random.document(rows, rows);
  std::string const text = write_plan(document, {});
  auto const read = read_plan(text);
  REQUIRE(read);
  for (RecordInfo const& info : record_infos()) {
    INFO(info.name);
    Table const &before = document.table(info.type), &after = read->document.table(info.type);
    CHECK(before.size() == (info.single ? 1 : rows));
    REQUIRE(after.size() == before.size());
    std::size_t different = 0;
    before.for_each([&](NodePtr const& node) {
      NodePtr const* const other = after.find_alive(node->id);
      different += !other || !same_data(*node, **other);
    });
    CHECK(different == 0);
  }
  CHECK(write_plan(read->document, {}) == text);
}
