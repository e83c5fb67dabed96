// Errors that changes would bring: counted on a trial that is taken back, and equal to what a check from scratch says.
#include "rules/error_forecast.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "core/rules/random_edits.hpp"
#include "core/rules/rule_case.hpp"

using namespace rancang;
using namespace rancang::test;

namespace {
std::uint32_t answer(ErrorForecast& forecast, ChangeSet changes) {
  forecast.ask(std::move(changes));
  while (forecast.run()) {
  }
  return forecast.errors();
}

std::vector<Finding> errors_of(Document const& document) {
  Findings all;
  all.rebuild(document);
  std::vector<Finding> out;
  all.for_each(document, [&](Finding const& finding) {
    if (finding.severity == Severity::error) out.push_back(finding);
  });
  return out;
}
std::uint32_t brought(Document const& before, Document const& after) {
  auto const old = errors_of(before);
  std::uint32_t count = 0;
  for (Finding const& error : errors_of(after))
    count += std::none_of(old.begin(), old.end(), [&](Finding const& known) { return known.record == error.record && known.rule == error.rule && known.field == error.field && known.inner == error.inner && known.year == error.year; });
  return count;
}
}  // namespace

TEST_CASE("an error that comes is counted once, one that was there already and one that goes are not") {
  CleanPlan plan;
  plan.edit(plan.program, [](Program& r) { r.name.clear(); });
  Document const start = plan.document;
  REQUIRE(errors_of(start).size() == 1);
  ErrorForecast forecast(start);
  plan.edit(plan.program, [](Program& r) { r.note = "Masih tanpa nama"; });
  CHECK(answer(forecast, diff(start, plan.document)) == 0);
  plan.edit(plan.action_item, [](ActionItem& r) { r.name.clear(); });
  CHECK(answer(forecast, diff(start, plan.document)) == 1);
  plan.edit(plan.program, [](Program& r) { r.name = "Bernama lagi"; });
  CHECK(answer(forecast, diff(start, plan.document)) == 1);
  CHECK(answer(forecast, {}) == 0);
  CHECK(answer(forecast, diff(start, plan.document)) == 1);  // the trials before were taken back
}

TEST_CASE("what comes in parts may refer to what comes later") {
  CleanPlan plan;
  Document const start = plan.document;
  auto const program = plan.copy(plan.program);
  plan.edit(program, [](Program& r) { r.name = "Program baru"; });
  for (int i = 0; i < 250; ++i) {
    auto const item = plan.copy(plan.action_item);
    plan.edit(item, [&](ActionItem& r) { r.name = "Kegiatan tambahan nomor " + std::to_string(i), r.program = program; });
  }
  ChangeSet changes = diff(start, plan.document);
  std::reverse(changes.records.begin(), changes.records.end());
  ErrorForecast forecast(start);
  CHECK(answer(forecast, changes) == brought(start, plan.document));
  std::erase_if(changes.records, [&](RecordChange const& change) { return change.id() == program.value; });
  Document without = start;
  apply(without, changes);
  REQUIRE(brought(start, without) >= 250);  // each names a programme that is not there
  CHECK(answer(forecast, changes) == brought(start, without));
}

TEST_CASE("random changes bring as many errors as a check from scratch finds") {
  for (std::uint32_t seed = 1; seed <= 5; ++seed) {
    CAPTURE(seed);
    RandomEdits edits(seed);
    Document document;
    for (int i = 0; i < 120; ++i) apply(document, edits.next(document));
    std::uint32_t most = 0;
    for (int step = 0; step < 40; ++step) {
      Document after = document;
      for (int i = 0; i < 4; ++i) apply(after, edits.next(after));
      std::uint32_t const expected = brought(document, after);
      ErrorForecast forecast(document);
      CHECK(answer(forecast, diff(document, after)) == expected);
      CHECK(answer(forecast, diff(document, after)) == expected);
      most = std::max(most, expected);
      document = std::move(after);
    }
    CHECK(most > 0);
  }
}
