#include <doctest/doctest.h>

#include <numeric>
#include <set>

#include "core/rules/random_edits.hpp"
#include "core/rules/rule_case.hpp"
#include "rules/gates.hpp"

using namespace rancang;
using namespace rancang::test;

namespace {
void compare_with_rebuild(Findings const& kept, Document const& document) {
  Findings fresh;
  fresh.rebuild(document);
  REQUIRE(listed(kept, document) == listed(fresh, document));
  for (auto const& info : record_infos()) {
    CHECK(kept.counts(info.type).by_severity == fresh.counts(info.type).by_severity);
    CHECK(kept.missing(info.type) == fresh.missing(info.type));
    CHECK(kept.muted_missing(info.type) == fresh.muted_missing(info.type));
    CHECK(kept.checked(info.type) == fresh.checked(info.type));
  }
  CHECK(kept.counts().by_severity == fresh.counts().by_severity);
  for (std::size_t rule = 0; rule < rule_count; ++rule) {
    CHECK(kept.count(static_cast<RuleId>(rule)) == fresh.count(static_cast<RuleId>(rule)));
    CHECK(kept.muted(static_cast<RuleId>(rule)) == fresh.muted(static_cast<RuleId>(rule)));
  }
  for (std::uint8_t stage = 0; stage < stage_count; ++stage) CHECK(kept.counts_at(stage).by_severity == fresh.counts_at(stage).by_severity);
  CHECK(kept.muted() == fresh.muted());
  for (auto const& table : document.tables)
    table.for_each([&](NodePtr const& node) {
      auto const one = kept.muted_of(node->id), other = fresh.muted_of(node->id);
      REQUIRE(std::equal(one.begin(), one.end(), other.begin(), other.end()));
    });
}
}  // namespace

TEST_CASE("findings kept up to date through 5,000 random edits equal those of a check from scratch") {
  std::set<RuleId> seen;
  std::uint32_t most_muted = 0, moves = 0, muted = 0;
  for (std::uint32_t seed = 1; seed <= 5; ++seed) {
    CAPTURE(seed);
    RandomEdits edits(seed);
    Document document;
    Findings findings;
    findings.rebuild(document);
    for (int step = 0; step < 1'000; ++step) {
      CAPTURE(step);
      ChangeSet const changes = edits.next(document);
      apply(document, changes);
      findings.update(document, changes);
      if (step % 4 == 0) compare_with_rebuild(findings, document);
      most_muted = std::max(most_muted, findings.muted());
      moves += std::exchange(muted, findings.muted()) != findings.muted() ? 1u : 0u;
      if (step % 50 == 0) findings.for_each(document, [&](Finding const& finding) { seen.insert(finding.rule); });
    }
  }
  // The random plans are no desert: most rules were met on the way.
  CHECK(seen.size() > rule_count * 3 / 4);
  CHECK(most_muted > 5);
  CHECK(moves > 50);  // set aside, shown again, mended, broken again
}

TEST_CASE("a large change is checked from scratch, with the same outcome") {
  RandomEdits edits(11);
  Document document;
  for (int step = 0; step < 600; ++step) apply(document, edits.next(document));
  Findings findings;
  findings.rebuild(Document());
  findings.update(document, diff(Document(), document));
  compare_with_rebuild(findings, document);
}

TEST_CASE("a check in parts ends where one in a single step ends, and an edit in between is not lost") {
  RandomEdits edits(12);
  Document document;
  for (int step = 0; step < 600; ++step) apply(document, edits.next(document));
  for (std::size_t const part : {1, 7, 100, 100'000}) {
    CAPTURE(part);
    Findings findings;
    findings.begin(document);
    CHECK(findings.is_checking());
    while (findings.run(part)) CHECK(findings.is_checking());
    CHECK_FALSE(findings.is_checking());
    compare_with_rebuild(findings, document);
  }
  Findings findings;
  findings.begin(document);
  findings.run(40);
  ChangeSet const changes = edits.next(document);
  apply(document, changes);
  findings.update(document, changes);
  CHECK_FALSE(findings.is_checking());
  compare_with_rebuild(findings, document);
}
