#include <doctest/doctest.h>

#include "rules/likely_duplicates.hpp"
#include "support/merge_plan.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
void add(Document& document, ReplicaId who, Ulid id, std::string name, Ulid lead, std::string code = {}) {
  auto const field = [](std::string_view key) { return MergePlan::field(MergePlan::items, key); };
  CHECK(MergePlan::edit(document, who, CreateRecord{{MergePlan::items, id, {{field("name"), std::move(name)}, {field("lead_agency"), lead}, {field("budget_code"), std::move(code)}}}, {}}) == "");
}
}  // namespace

TEST_CASE("the same activity typed by two agencies is found by its name; code and agency say how sure it is") {
  MergePlan plan;
  Document ours = plan.document, theirs = plan.document;
  add(ours, plan.budi, {7, 1}, "Pengembangan aplikasi e-kesehatan terpadu", plan.dinkes, "1.02.01");
  add(ours, plan.budi, {7, 2}, "Pelatihan kader posyandu", plan.dinkes);
  add(theirs, plan.rina, {7, 3}, "Aplikasi ekesehatan terpadu: pengembangan", plan.dinkes, "1.02.01");
  add(theirs, plan.rina, {7, 4}, "pelatihan  kader POSYANDU", plan.dishub);
  add(theirs, plan.rina, {7, 5}, "Sesuatu yang lain sama sekali", plan.dinkes);
  auto const found = LikelyDuplicates(ours).find(theirs);
  REQUIRE(found.size() == 2);
  CHECK(found[0].ours == Ulid{7, 1});
  CHECK(found[0].theirs == Ulid{7, 3});
  CHECK(found[0].same_code);
  CHECK(found[0].same_agency);
  CHECK_FALSE(found[0].same_name);
  CHECK(found[1].ours == Ulid{7, 2});
  CHECK(found[1].same_name);
  CHECK_FALSE(found[1].same_agency);
}

TEST_CASE("records that both plans have, and those in the trash, are no duplicates") {
  MergePlan plan;
  Document ours = plan.document, theirs = plan.document;
  add(theirs, plan.rina, {7, 3}, "Telemedisin puskesmas", plan.dinkes);
  CHECK(LikelyDuplicates(ours).find(theirs).size() == 1);
  CHECK(MergePlan::edit(ours, plan.budi, DeleteRecords{{{plan.items, plan.health}}}) == "");
  CHECK(LikelyDuplicates(ours).find(theirs).empty());
  CHECK(LikelyDuplicates(plan.document).find(plan.document).empty());
}

TEST_CASE("what one document brings is known when the next one is compared") {
  MergePlan plan;
  Document first = plan.document, second = plan.document;
  add(first, plan.rina, {7, 3}, "Telemedisin puskesmas keliling", plan.dinkes);
  add(second, plan.budi, {7, 4}, "Telemedisin Puskesmas Keliling", plan.dishub);
  LikelyDuplicates known(plan.document);
  auto const before = known.find(second);
  known.add(*first.table(plan.items).find(Ulid{7, 3}));
  auto const after = known.find(second);
  REQUIRE(after.size() == 1);
  CHECK(after[0].ours == Ulid{7, 3});
  CHECK(after[0].same_name);
  CHECK((before.empty() || before[0].ours != after[0].ours));
  CHECK(known.find(first).empty());
}
