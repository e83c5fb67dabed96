#pragma once
// Who came to which day of the four workshops; what a tick changes in the plan; who stayed and who was replaced from one workshop to the next (domain.md 2.2, 12).
// Must not know: languages, screens, how changes are carried out.
#include <array>
#include <span>
#include <vector>

#include "model/people.hpp"
#include "rules/record_write.hpp"

namespace rancang {

constexpr std::size_t workshop_count = 4, session_count = 8;  // two days each
constexpr Stage session_workshop(std::size_t session) { return static_cast<Stage>(session / 2 + 1); }
constexpr int session_day(std::size_t session) { return static_cast<int>(session % 2) + 1; }

enum class Presence : std::uint8_t { unknown, present, absent };  // unknown: nothing is noted
struct PersonPresence {
  Ulid person;
  std::array<Presence, session_count> sessions{};
  Ulid represents;     // the agency of the last row, null = none is said
  Ulid replaces;       // as said last
  std::string remark;  // as said last
  int represents_at = -1, replaces_at = -1, remark_at = -1;  // in which session
};
// Everybody who is not in the trash, in the plan's order. Of two rows about the same day the one that says "present" holds.
std::vector<PersonPresence> presences(Document const& document);

struct PresenceChange {
  std::vector<RecordWrite> writes;
  std::vector<std::vector<std::pair<std::uint8_t, Value>>> created;  // values of new rows of attendance
  std::vector<Ulid> removed;                                         // rows of attendance that are no longer wanted
};
// What makes these people present, absent or not noted on that day: one row for each person and day. A new row goes on naming whom the person replaces.
PresenceChange presence_change(Document const& document, std::span<Ulid const> people, std::size_t session, Presence wanted);
// What a tick makes of it: nothing, present, absent, and again; a row that says more than that (a remark, who is replaced) is never taken away by a tick.
Presence next_presence(Document const& document, Ulid person, std::size_t session);
// Names whom a person replaces in the workshops to which the replaced one no longer came, or, if there is none, in all of them; null = nobody.
std::vector<RecordWrite> replacement_writes(Document const& document, Ulid person, Ulid replaced);

// Between two workshops. Mentors are no participants and are not counted.
struct Turnover {
  std::uint32_t came = 0, left = 0, joined = 0;  // came to the first; of them not to the second; to the second for the first time since
};
struct Move {
  Ulid person, agency;
  bool joined = false;  // else left
};
struct AgencyTurnover {
  Ulid agency;  // represented that day, else the person's own; null = none
  std::array<Turnover, workshop_count - 1> steps{};
  std::uint32_t changes() const;
};
struct Continuity {
  std::array<bool, workshop_count> held{};              // somebody was there
  std::array<Turnover, workshop_count - 1> steps{};     // of all agencies
  std::array<std::vector<Move>, workshop_count - 1> moves;
  std::vector<AgencyTurnover> agencies;                 // that ever sent somebody, in the plan's order
  bool knows(std::size_t step) const { return held[step] && held[step + 1]; }
};
Continuity continuity(Document const& document);

}  // namespace rancang
