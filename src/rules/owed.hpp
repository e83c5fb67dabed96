#pragma once
// What each agency (OPD) owes the plan and has delivered, duty by duty: the board that is shown before a workshop, and the reminder that is sent.
// Must not know: languages, screens.
#include <array>
#include <optional>
#include <vector>

#include "rules/findings.hpp"

namespace rancang {

enum class Duty : std::uint8_t { contact, requests, figures, readiness, actions, indicators, budgets, codes };
constexpr std::size_t duty_count = 8;

struct DutyState {
  std::uint32_t total = 0, done = 0, late = 0;  // late: open, and asked for before today
  std::uint32_t open() const { return total - done; }
};
struct AgencyDuties {
  Ulid agency;
  std::array<DutyState, duty_count> duties{};
  DutyState sum() const;  // of all duties
};
// The agency that answers for a record: itself, the first that it names (who leads it, delivers it, holds it), or who leads the activity that it is about.
Ulid agency_of(Document const& document, Node const& node);

// Every agency that is there and not in the trash, in the plan's order. One pass over the records concerned.
//   contact     a named contact person
//   requests    data requests that were delivered or confirmed
//   figures     figures of the profile with values and source
//   readiness   rows of readiness with state and score
//   actions     at least one activity that it leads (total 1)
//   indicators, budgets, codes   activities that it leads with a measure, with budget and funding, with a code (only those that cost money in the first year)
std::vector<AgencyDuties> agency_duties(Document const& document, Findings const& findings, std::optional<Date> today = {});
RecordType duty_type(Duty duty);       // the table in which it is mended

// One row that an agency still owes, for the reminder.
struct OwedRow {
  Duty duty;
  RecordType type;
  Ulid record;
  std::optional<Date> due = {};
};
std::vector<OwedRow> owed_rows(Document const& document, Findings const& findings, Ulid agency);

// Days since it was due, 0 while there is time. Rules know no clock: boards are told which day it is.
std::int32_t days_late(std::optional<Date> due, Date today);
struct LateRequest {
  Ulid agency, record;
  Date due;
};
std::vector<LateRequest> late_requests(Document const& document, Date today);  // requests for data that are open past their due date, the oldest first

}  // namespace rancang
