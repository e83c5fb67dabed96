#include <doctest/doctest.h>

#include "cli/generate.hpp"
#include "persist/plan_file.hpp"
#include "rules/findings.hpp"
#include "support/plan_files.hpp"

using namespace rancang;

TEST_CASE("a made-up plan is the same for the same seed, and another for another") {
  std::string const text = write_plan(generate_plan(40, 5), {});
  CHECK(write_plan(generate_plan(40, 5), {}) == text);
  CHECK(write_plan(generate_plan(40, 6), {}) != text);
  auto const read = read_plan(text);
  REQUIRE(read);
  CHECK(testing::difference(generate_plan(40, 5), read->document) == "");
}

TEST_CASE("a made-up plan has as many action items as asked for, under a quarter as many programmes, and nothing wrong") {
  for (int rows : {1, 4, 300}) {
    Document const plan = generate_plan(rows, 1);
    CHECK(plan.table_of<ActionItem>().size() == static_cast<std::size_t>(rows));
    CHECK(plan.table_of<Program>().size() == static_cast<std::size_t>(rows + 3) / 4);
    Findings findings;
    findings.rebuild(plan);
    CHECK(findings.counts().of(Severity::error) == 0);
  }
}

TEST_CASE("a row of a made-up plan weighs about 640 bytes and fills about 24 columns") {
  Document const plan = generate_plan(1000, 1);
  std::string const text = write_plan(plan, {});
  auto const start = text.find("\"action_item\":["), end = text.find("\n]\n", start);
  CHECK((end - start) / 1000 > 600);
  CHECK((end - start) / 1000 < 700);
  std::size_t filled = 0;
  plan.table_of<ActionItem>().for_each([&](NodePtr const& node) {
    for (auto const& field : node->info().fields) {
      Value const value = field.get(node->data());
      if (auto const* series = value.as<SeriesValue>()) filled += series->values.size();
      else if (!field.equal(node->data(), node->info().blank)) ++filled;
    }
  });
  CHECK(filled / 1000 >= 22);
  CHECK(filled / 1000 <= 26);
}
