// F25: clocks that go back, stand still, are at 1970 or 2106, or change their zone: nothing that is stored depends on them.
#include <doctest/doctest.h>

#include "support/desk.hpp"

using namespace rancang;
using namespace rancang::test;

namespace {

// The wall clock as somebody's machine may show it, by the number of the edit.
struct Clock {
  char const* name;
  std::int64_t (*unix_ms)(int edit);
};
constexpr std::int64_t day = 86'400'000, start = 1'662'600'000'000;
constexpr Clock clocks[] = {
    {"goes back a day with every edit", [](int edit) { return start - edit * day; }},
    {"stands still", [](int) { return start; }},
    {"is in 1970", [](int edit) -> std::int64_t { return edit; }},
    {"jumps to 2106 and back", [](int edit) { return edit % 2 == 0 ? std::int64_t{4'294'967'296'000} : start; }},
};

}  // namespace

TEST_CASE("saving, order, generations and reopening do not depend on the wall clock") {
  for (Clock const& clock : clocks) {
    INFO(clock.name);
    auto const disk = std::make_shared<NullDisk>();
    std::string plan, text;
    std::uint64_t generation = 0;
    for (int session = 0; session < 3; ++session) {
      Desk desk(disk);
      REQUIRE(!desk.load());
      REQUIRE((session == 0 ? desk.create() : desk.open(plan)));
      plan = desk.typist->plan();
      if (session > 0) CHECK(desk.text() == text);
      for (int i = 0; i < 40; ++i) {
        desk.platform.unix_now = clock.unix_ms(session * 40 + i);
        desk.type(static_cast<std::size_t>(i) % 3, "sesi " + std::to_string(session) + " teks " + std::to_string(i));
        desk.wait(i % 10 == 9 ? 5000 : 310);
        REQUIRE(desk.state().kind == SaveKind::saved);
        REQUIRE(desk.autosave.generation() > generation);
        generation = desk.autosave.generation();
      }
      text = desk.text();
      CHECK(found_later(*disk, plan) == text);
    }
  }
}

TEST_CASE("a change of the time zone while the plan is open changes nothing that is stored") {
  Desk desk;
  REQUIRE(!desk.load());
  REQUIRE(desk.create());
  for (int offset : {420, -720, 840, 0}) {
    desk.platform.utc_offset_minutes = offset;
    desk.type(0, "zona " + std::to_string(offset));
    desk.wait(400);
    REQUIRE(desk.state().kind == SaveKind::saved);
    CHECK(found_later(*desk.disk, desk.typist->plan()) == desk.text());
  }
}
