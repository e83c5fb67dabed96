// A file that was edited by hand and opened as a plan: its values are writes of whoever opened it.
#include <doctest/doctest.h>

#include "persist/hand_edits.hpp"
#include "support/merge_plan.hpp"
#include "support/plan_files.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
ReplicaId const reader = *parse_replica("Reader01");

ReadPlan opened(std::string const& text) {
  auto read = read_plan(text);
  REQUIRE(read);
  own_hand_edits(*read, reader);
  return std::move(*read);
}
std::string file_of(Document const& document) { return write_plan(document, {}); }
}  // namespace

TEST_CASE("what somebody wrote meanwhile stands beside a value that was changed by hand, and neither is lost") {
  MergePlan city;
  Document const by_hand = opened(replaced(file_of(city.document), "Antrean daring", "Antrean tangan")).document;
  Document theirs = city.document;
  CHECK(MergePlan::write(theirs, city.budi, city.items, city.clinic, "name", "Antrean Budi") == "");
  for (bool ours_first : {true, false}) {
    Document const merged = ours_first ? city.merged(by_hand, theirs) : city.merged(theirs, by_hand);
    auto const values = different_values(*MergePlan::node(merged, city.items, city.clinic), MergePlan::field(city.items, "name"));
    REQUIRE(values.size() == 2);
    CHECK((values[0].value == Value("Antrean tangan") || values[1].value == Value("Antrean tangan")));
    CHECK((values[0].value == Value("Antrean Budi") || values[1].value == Value("Antrean Budi")));
  }
  // Whoever has changed nothing has nothing to decide.
  CHECK(open_conflicts(city.merged(by_hand, city.document)).empty());
  CHECK(city.item(city.merged(city.document, by_hand), city.clinic).name == "Antrean tangan");
}

TEST_CASE("values, conflicts and trash of a hand-edited plan stay; every value is the reader's, and saved and read again it is the same") {
  RandomPlan random(11);
  Document document = random.document(3, 20);
  add_history(document, random, 60);
  std::string const whole = file_of(document), edited = replaced(whole, "\"checksum\":\"", "\"checksum\":\"0");
  ReadPlan const plan = opened(edited);
  REQUIRE(plan.edited_by_hand);
  std::size_t trash = 0;
  for (std::size_t type = 0; type < record_type_count; ++type) {
    trash += document.tables[type].trash_size();
    for (auto const& node : document.tables[type].stored()) {
      Node const* const own = plan.document.find(node->type, node->id);
      REQUIRE(own);
      CHECK(same_data(*own, *node));
      CHECK(own->is_alive() == node->is_alive());
      CHECK(own->causal->base.replica == reader);
      CHECK(own->causal->fields.empty());
      CHECK(own->causal->others == node->causal->others);
      for (Dot const seen : node->causal->seen) CHECK((own->causal->has_seen(seen) && seen.counter < own->causal->base.counter));
      CHECK(own->causal->has_seen(own->causal->base));
    }
  }
  CHECK(trash > 0);
  auto const again = read_plan(file_of(plan.document));
  REQUIRE(again);
  CHECK_FALSE(again->edited_by_hand);
  CHECK(difference(plan.document, again->document) == "");
}

TEST_CASE("a plan that nobody edited by hand stays as it is") {
  RandomPlan random(12);
  Document const document = random.document(2, 20);
  CHECK(difference(opened(file_of(document)).document, document) == "");
}

TEST_CASE("unknown members and unknown records changed by hand are the reader's as well") {
  std::string const text =
      R"({"format":"rancang","version":1,"kind":"plan","plan_id":"01FR9EZ7000000000000000001","saved_at":"","app":"","records":{)"
      R"("agency":[{"id":"01FR9EZ7000000000000000002","name":"A","drone":1}],"robot":[{"id":"01FR9EZ7000000000000000003","legs":4}]},)"
      R"("causality":{"*":{"created_by":"k7Q2aaaa"},"01FR9EZ7000000000000000002":{"stamps":{"*":"k7Q2aaaa:1","drone":"k7Q2aaaa:2"},"alive":["k7Q2aaaa:2"]}}})";
  Document const mine = opened(text).document;
  std::string theirs_text = replaced(text, "\"drone\":1", "\"drone\":7");
  theirs_text = replaced(replaced(theirs_text, "\"drone\":\"k7Q2aaaa:2\"", "\"drone\":\"Rina0001:1\""), "\"legs\":4", "\"legs\":6");
  theirs_text = replaced(theirs_text, "\"causality\":{", "\"causality\":{\"01FR9EZ7000000000000000003\":{\"stamps\":{\"*\":\"k7Q2aaaa:1\",\"legs\":\"Rina0001:1\"},\"alive\":[\"Rina0001:1\"]},");
  auto const theirs = read_plan(theirs_text);
  REQUIRE(theirs);
  MergePlan tools;
  std::string const merged = file_of(tools.merged(mine, theirs->document));
  for (char const* both : {"\"drone\":1", "[[7,", "\"legs\":4", "[[6,"}) CHECK_MESSAGE(merged.find(both) != std::string::npos, both);
}
