#include "model/causal.hpp"

#include <doctest/doctest.h>

#include <random>
#include <set>

using namespace rancang;

namespace {
ReplicaId const ani = *parse_replica("Ani00001"), budi = *parse_replica("Budi0002");
}

TEST_CASE("replica ids are eight letters and digits, and come back from their text") {
  CHECK(replica_text(ani) == "Ani00001");
  for (auto const* text : {"", "Ani0001", "Ani000011", "Ani 0001", "Ani-0001", "\u00e9ni0001"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_replica(text));
  }
  std::mt19937_64 random(6);
  std::set<std::string> made;
  for (int i = 0; i < 1000; ++i) {
    std::string const text = replica_text(make_replica(random()));
    CHECK(parse_replica(text) == std::optional(*parse_replica(text)));
    made.insert(text);
  }
  CHECK(made.size() == 1000);
}

TEST_CASE("a record's creator has written every field, and the record is alive") {
  CausalPtr const fresh = created_by(ani);
  CHECK(fresh->is_alive());
  CHECK(fresh->counter_of(ani) == 1);
  CHECK(fresh->counter_of(budi) == 0);
  for (std::uint8_t field : {std::uint8_t{0}, std::uint8_t{30}}) CHECK(fresh->stamp_of(field) == Dot{ani, 1});
}

TEST_CASE("a write stamps its fields anew and sees everything before it") {
  CausalPtr const first = written_by(*created_by(ani), budi, {2, 5});
  CHECK(first->stamp_of(2) == Dot{budi, 1});
  CHECK(first->stamp_of(5) == Dot{budi, 1});
  CHECK(first->stamp_of(3) == Dot{ani, 1});
  CHECK(first->has_seen({ani, 1}));
  CHECK_FALSE(first->has_seen({ani, 2}));
  CausalPtr const second = written_by(*first, ani, {2});
  CHECK(second->stamp_of(2) == Dot{ani, 2});
  CHECK(second->stamp_of(5) == Dot{budi, 1});
  CHECK(second->counter_of(ani) == 2);
  CHECK(second->alive == std::vector<Dot>{{ani, 2}});
}

TEST_CASE("the stamps are sorted, however the writes came") {
  std::mt19937 random(7);
  CausalPtr causal = created_by(ani);
  std::vector<Dot> expected(40, causal->base);
  for (int i = 0; i < 300; ++i) {
    ReplicaId const who = make_replica(random() % 6 + 1);
    std::set<std::uint8_t> fields;
    while (fields.size() < 1 + random() % 4) fields.insert(static_cast<std::uint8_t>(random() % 40));
    causal = written_by(*causal, who, {fields.begin(), fields.end()});
    for (auto field : fields) expected[field] = {who, causal->counter_of(who)};
  }
  for (std::uint8_t field = 0; field < 40; ++field) CHECK(causal->stamp_of(field) == expected[field]);
  CHECK(std::is_sorted(causal->seen.begin(), causal->seen.end()));
  for (std::size_t i = 1; i < causal->fields.size(); ++i) CHECK(causal->fields[i - 1].first < causal->fields[i].first);
}

TEST_CASE("writing a field settles what stood beside it, and only that") {
  Causal disputed = *created_by(ani);
  disputed.others = {{1, {budi, 1}, std::string("a")}, {2, {budi, 1}, std::string("b")}};
  CausalPtr const settled = written_by(disputed, ani, {2});
  REQUIRE(settled->others.size() == 1);
  CHECK(settled->others[0].field == 1);
}

TEST_CASE("a deletion is seen, keeps the stamps, and a later write brings the record back") {
  CausalPtr const gone = deleted_by(*written_by(*created_by(ani), ani, {3}), budi);
  CHECK_FALSE(gone->is_alive());
  CHECK(gone->counter_of(budi) == 1);
  CHECK(gone->stamp_of(3) == Dot{ani, 2});
  CausalPtr const back = written_by(*gone, ani, {});
  CHECK(back->is_alive());
  CHECK(back->alive == std::vector<Dot>{{ani, 3}});
}
