#include "rules/finding_store.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>

using namespace rancang;

namespace {
std::vector<Finding> findings_of(Ulid record, std::size_t count, int mark) {
  std::vector<Finding> out(count);
  for (auto& finding : out) finding.record = record, finding.field = static_cast<std::int16_t>(mark);
  return out;
}
}  // namespace

TEST_CASE("a store gives back for each record what was put there last") {
  std::mt19937 random(7);
  FindingStore store;
  std::map<std::uint64_t, std::vector<Finding>> model;
  for (int step = 0; step < 20'000; ++step) {
    std::uint64_t const key = random() % 700;
    auto const findings = findings_of({1, key}, random() % 5, step % 1000);
    store.set({1, key}, findings);
    model[key] = findings;
    if (step % 1999 != 0) continue;
    std::size_t total = 0, records = 0, visited = 0;
    for (auto const& [at, wanted] : model) {
      auto const got = store.of({1, at});
      CHECK(std::equal(got.begin(), got.end(), wanted.begin(), wanted.end()));
      total += wanted.size();
      records += wanted.empty() ? 0 : 1;
    }
    store.for_each([&](Finding const&) { ++visited; });
    CHECK(visited == total);
    CHECK(store.records() == records);
  }
  store.clear();
  CHECK(store.of({1, 3}).empty());
  CHECK(store.records() == 0);
}

TEST_CASE("an empty store answers, and the null record can hold findings too") {
  FindingStore store;
  CHECK(store.of({}).empty());
  store.set({}, findings_of({}, 2, 1));
  CHECK(store.of({}).size() == 2);
  CHECK(store.of({0, 1}).empty());
}

TEST_CASE("a record keeps a bounded number of findings") {
  FindingStore store;
  store.set({1, 1}, findings_of({1, 1}, 500, 1));
  CHECK(store.of({1, 1}).size() == FindingStore::most_per_record);
}
