#include "base/ulid.hpp"

#include <doctest/doctest.h>

#include <random>
#include <set>

using namespace rancang;

TEST_CASE("the ULID of the specification's example is read and written") {
  auto const id = parse_ulid("01ARZ3NDEKTSV4RRFFQ69G5FAV");
  REQUIRE(id);
  CHECK(ulid_text(*id) == "01ARZ3NDEKTSV4RRFFQ69G5FAV");
  CHECK((id->high >> 16) == 1'469'922'850'259ULL);
}

TEST_CASE("every id comes back from its text, and texts sort as ids do") {
  std::mt19937_64 random(1);
  Ulid previous;
  for (int i = 0; i < 5000; ++i) {
    Ulid const id{random() >> (random() % 64), random() >> (random() % 64)};
    std::string const text = ulid_text(id);
    REQUIRE(text.size() == ulid_length);
    REQUIRE(parse_ulid(text) == std::optional(id));
    CHECK((id < previous) == (text < ulid_text(previous)));
    previous = id;
  }
  CHECK(ulid_text({}) == "00000000000000000000000000");
  CHECK(ulid_text({~0ULL, ~0ULL}) == "7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
}

TEST_CASE("anything but 26 letters of the alphabet is refused") {
  for (std::string_view text : {"", "01ARZ3NDEKTSV4RRFFQ69G5FA", "01ARZ3NDEKTSV4RRFFQ69G5FAVX", "81ARZ3NDEKTSV4RRFFQ69G5FAV", "01ARZ3NDEKTSV4RRFFQ69G5FAI", "01ARZ3NDEKTSV4RRFFQ69G5FAL",
                                "01ARZ3NDEKTSV4RRFFQ69G5FAU", "01arz3ndektsv4rrffq69g5fav", "01ARZ3NDEKTSV4RRFFQ69G5FA ", "01ARZ3NDEKTSV4RRFFQ69G5F\xc3\xa9"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_ulid(text));
  }
}

TEST_CASE("a later id sorts behind an earlier one, and randomness tells ids of one moment apart") {
  Ulid const first = make_ulid(1'700'000'000'000, ~0ULL, ~0ULL), second = make_ulid(1'700'000'000'001, 0, 0);
  CHECK(first < second);
  CHECK((first.high >> 16) == 1'700'000'000'000ULL);
  std::mt19937_64 random(2);
  std::set<Ulid> ids;
  for (int i = 0; i < 1000; ++i) ids.insert(make_ulid(5, random(), random()));
  CHECK(ids.size() == 1000);
}

TEST_CASE("a null id is false, in whatever it points to") {
  CHECK_FALSE(Ulid{});
  CHECK(Ulid{0, 1});
  CHECK_FALSE(Id<int>{});
  CHECK(Id<int>{{0, 1}} != Id<int>{});
}
