// Who came to which workshop: what a tick writes, who replaced whom, and how many changed in between.
#include "rules/attendance.hpp"

#include <doctest/doctest.h>

#include "core/rules/rule_case.hpp"

using namespace rancang;
using namespace rancang::test;

namespace {
constexpr std::size_t i_1 = 0, i_2 = 1, ii_1 = 2, iii_2 = 5;

// A plan without attendance, with three people of one agency and one of another.
struct Hall : CleanPlan {
  Id<Agency> other;
  Id<Person> ani, budi, citra, dewi;

  Hall() {
    std::vector<Id<Attendance>> rows;
    document.table_of<Attendance>().for_each([&](NodePtr const& node) { rows.push_back({node->id}); });
    for (auto row : rows) remove(row);
    other = create(Agency{.name = "Dinas Kesehatan", .short_name = "Dinkes", .contact_name = "Sekretaris"});
    ani = create(Person{.name = "Kepala seksi", .agency = agency, .body = Body::participant});
    budi = create(Person{.name = "Analis", .agency = agency, .body = Body::participant});
    citra = create(Person{.name = "Perencana", .agency = other, .body = Body::team});
    dewi = create(Person{.name = "Pengajar", .body = Body::mentor});
  }
  Id<Attendance> note(Id<Person> person, std::size_t session, bool present = true) {
    return create(Attendance{.person = person, .bimtek = session_workshop(session), .day = session_day(session), .present = present});
  }
  PersonPresence of(Id<Person> person) const {
    for (auto const& row : presences(document))
      if (row.person == person.value) return row;
    FAIL("no such person");
    return {};
  }
};
Turnover const& step_of(Continuity const& continuity, Ulid agency, std::size_t step) {
  for (auto const& row : continuity.agencies)
    if (row.agency == agency) return row.steps[step];
  FAIL("no such agency");
  return continuity.steps[0];
}
Value const* value_of(std::vector<std::pair<std::uint8_t, Value>> const& row, int field) {
  for (auto const& [at, value] : row)
    if (at == field) return &value;
  return nullptr;
}
}  // namespace

TEST_CASE("sessions are the days of the workshops in their order") {
  CHECK(session_workshop(0) == Stage::i);
  CHECK(session_workshop(7) == Stage::iv);
  CHECK(session_day(6) == 1);
  CHECK(session_day(7) == 2);
}

TEST_CASE("what is not noted is neither present nor absent, and of two rows about a day the present one holds") {
  Hall plan;
  plan.note(plan.ani, i_1);
  plan.note(plan.ani, i_2, false);
  plan.note(plan.budi, i_1, false);
  plan.note(plan.budi, i_1, true);
  plan.note(plan.budi, i_1, false);
  CHECK(plan.of(plan.ani).sessions[i_1] == Presence::present);
  CHECK(plan.of(plan.ani).sessions[i_2] == Presence::absent);
  CHECK(plan.of(plan.ani).sessions[ii_1] == Presence::unknown);
  CHECK(plan.of(plan.budi).sessions[i_1] == Presence::present);
  plan.remove(plan.note(plan.citra, i_1));
  CHECK(plan.of(plan.citra).sessions[i_1] == Presence::unknown);
}

TEST_CASE("a tick makes one row for each person and day, with the person's agency, and changes the row that is there") {
  Hall plan;
  auto const noted = plan.note(plan.ani, i_1, false);
  std::vector<Ulid> const people{plan.ani.value, plan.citra.value};
  PresenceChange const change = presence_change(plan.document, people, i_1, Presence::present);
  REQUIRE(change.writes.size() == 1);
  CHECK(change.writes[0].record == noted.value);
  CHECK(change.writes[0].value == Value(true));
  REQUIRE(change.created.size() == 1);
  auto const& row = change.created[0];
  auto const& info = record_info(record_type<Attendance>);
  CHECK(*value_of(row, info.index_of("person")) == Value(plan.citra.value));
  CHECK(*value_of(row, info.index_of("bimtek")) == Value(EnumIndex{1}));
  CHECK(*value_of(row, info.index_of("day")) == Value(std::int64_t{1}));
  CHECK(*value_of(row, info.index_of("present")) == Value(true));
  CHECK(*value_of(row, info.index_of("agency")) == Value(plan.other.value));
  CHECK(value_of(row, info.index_of("replaces")) == nullptr);
  CHECK(change.removed.empty());
  CHECK(presence_change(plan.document, people, i_1, Presence::unknown).removed == std::vector<Ulid>{noted.value});
}

TEST_CASE("ticks go round, but never take a row away that says more than a tick") {
  Hall plan;
  CHECK(next_presence(plan.document, plan.ani.value, i_1) == Presence::present);
  auto const row = plan.note(plan.ani, i_1);
  CHECK(next_presence(plan.document, plan.ani.value, i_1) == Presence::absent);
  plan.edit(row, [](Attendance& r) { r.present = false; });
  CHECK(next_presence(plan.document, plan.ani.value, i_1) == Presence::unknown);
  plan.edit(row, [](Attendance& r) { r.remark = "Rapat di DPRD"; });
  CHECK(next_presence(plan.document, plan.ani.value, i_1) == Presence::present);
}

TEST_CASE("who replaces somebody does so from the workshop on to which that one no longer came, and in what is ticked later") {
  Hall plan;
  plan.note(plan.ani, i_1);
  auto const together = plan.note(plan.budi, i_1);
  auto const alone = plan.note(plan.budi, ii_1);
  auto const writes = replacement_writes(plan.document, plan.budi.value, plan.ani.value);
  REQUIRE(writes.size() == 1);
  CHECK(writes[0].record == alone.value);
  plan.edit(alone, [&](Attendance& r) { r.replaces = plan.ani; });
  CHECK(plan.of(plan.budi).replaces == plan.ani.value);
  auto const later = presence_change(plan.document, std::vector{plan.budi.value}, iii_2, Presence::present);
  REQUIRE(later.created.size() == 1);
  CHECK(*value_of(later.created[0], record_info(record_type<Attendance>).index_of("replaces")) == Value(plan.ani.value));
  auto const nobody = replacement_writes(plan.document, plan.budi.value, {});
  CHECK(nobody.size() == 2);
  CHECK(is_empty(nobody[0].value));
  CHECK(replacement_writes(plan.document, plan.citra.value, plan.ani.value).empty());  // was never there
  plan.note(plan.ani, ii_1);
  CHECK(replacement_writes(plan.document, plan.budi.value, plan.ani.value).size() == 2);  // both always came: it is said of every row
  CHECK(plan.document.get(together)->present);
}

TEST_CASE("between two workshops it is counted who came no more and who is new, over all and by agency") {
  Hall plan;
  plan.note(plan.ani, i_1);
  plan.note(plan.ani, i_2);
  plan.note(plan.budi, ii_1);
  plan.note(plan.citra, i_2);
  plan.note(plan.citra, ii_1);
  Continuity const now = continuity(plan.document);
  CHECK(now.knows(0));
  CHECK_FALSE(now.knows(1));
  CHECK(now.steps[0].came == 2);
  CHECK(now.steps[0].left == 1);
  CHECK(now.steps[0].joined == 1);
  CHECK(step_of(now, plan.agency.value, 0).left == 1);
  CHECK(step_of(now, plan.agency.value, 0).joined == 1);
  CHECK(step_of(now, plan.other.value, 0).came == 1);
  CHECK(step_of(now, plan.other.value, 0).left == 0);
  REQUIRE(now.moves[0].size() == 2);
  CHECK(now.moves[0][0].person == plan.ani.value);
  CHECK_FALSE(now.moves[0][0].joined);
  CHECK(now.moves[0][1].person == plan.budi.value);
  CHECK(now.moves[0][1].joined);
}

TEST_CASE("absent people, mentors and workshops that nobody noted change nothing") {
  Hall plan;
  plan.note(plan.ani, i_1);
  plan.note(plan.ani, ii_1, false);
  plan.note(plan.dewi, i_1);
  CHECK_FALSE(continuity(plan.document).knows(0));  // nobody was there
  plan.note(plan.citra, ii_1);
  Continuity const now = continuity(plan.document);
  CHECK(now.steps[0].came == 1);
  CHECK(now.steps[0].left == 1);
  CHECK(now.steps[0].joined == 1);
}

TEST_CASE("an agency is the one represented that day, and people without one are counted together at the end") {
  Hall plan;
  auto const sent = plan.note(plan.ani, i_1);
  plan.edit(sent, [&](Attendance& r) { r.agency = plan.other; });
  plan.note(plan.create(Person{.name = "Ketua komunitas", .body = Body::forum}), i_1);
  plan.note(plan.budi, ii_1);
  Continuity const now = continuity(plan.document);
  CHECK(step_of(now, plan.other.value, 0).left == 1);
  CHECK(step_of(now, plan.agency.value, 0).joined == 1);
  REQUIRE(now.agencies.size() == 3);
  CHECK(now.agencies.back().agency == Ulid{});
  CHECK(now.agencies.back().changes() == 1);
}
