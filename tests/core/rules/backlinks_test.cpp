#include "rules/backlinks.hpp"

#include <doctest/doctest.h>

#include "support/random_plan.hpp"

using namespace rancang;

namespace {
RecordNames expected(Document const& document, RecordType type, Ulid id) {
  RecordNames out;
  for (Referrer const& one : referrers(document, type, id))
    if (one.node->id != id) out.emplace_back(one.node->type, one.node->id);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}
}  // namespace

TEST_CASE("users of a record are those that name it in any field, followed through every edit") {
  testing::RandomPlan random(77);
  Document document = random.document(6, 40);
  for (RecordType const type : {record_type<Agency>, record_type<FundingSource>, record_type<ActionItem>, record_type<Indicator>, record_type<Person>}) {
    Ulid const id = document.table(type).stored().front()->id;
    Backlinks links;
    std::uint64_t revision = 1;
    links.sync(document, type, id, revision, {});
    CHECK(links.users() == expected(document, type, id));
    for (int i = 0; i < 300; ++i) {
      RecordType const edited = record_infos()[random.number(record_type_count)].type;
      ChangeSet const change = random.edit(document, edited);
      apply(document, change);
      links.sync(document, type, id, ++revision, change);
      REQUIRE(links.users() == expected(document, type, id));
    }
  }
}

TEST_CASE("a jump of several revisions, an unknown change and another record are looked up anew") {
  testing::RandomPlan random(78);
  Document document = random.document(6, 40);
  auto const agencies = document.table_of<Agency>().stored();
  Backlinks links;
  links.sync(document, record_type<Agency>, agencies[0]->id, 1, {});
  for (int i = 0; i < 50; ++i) apply(document, random.edit(document, record_type<ActionItem>));
  links.sync(document, record_type<Agency>, agencies[0]->id, 51, random.edit(document, record_type<ActionItem>));
  CHECK(links.users() == expected(document, record_type<Agency>, agencies[0]->id));
  for (int i = 0; i < 50; ++i) apply(document, random.edit(document, record_type<ActionItem>));
  links.sync(document, record_type<Agency>, agencies[0]->id, 52, {});
  CHECK(links.users() == expected(document, record_type<Agency>, agencies[0]->id));
  links.sync(document, record_type<Agency>, agencies[1]->id, 52, {});
  CHECK(links.users() == expected(document, record_type<Agency>, agencies[1]->id));
}

TEST_CASE("users of several records leave these out") {
  testing::RandomPlan random(79);
  Document const document = random.document(6, 60);
  RecordNames all;
  for (NodePtr const& node : document.table_of<ActionItem>().stored()) all.emplace_back(node->type, node->id);
  for (auto const& [type, id] : users_of(document, all)) CHECK(type != record_type<ActionItem>);
  CHECK(users_of(document, {}).empty());
}
