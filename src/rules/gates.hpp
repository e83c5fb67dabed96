#pragma once
// The gates between the workshops (domain.md 2.3): what should be there before the next one begins, read off the findings. A proposal, not a rule of
// the ministry: gates inform, they never lock.
// Must not know: languages (a check is the catalogue key "gate.<key>"), screens.
#include <span>

#include "rules/findings.hpp"

namespace rancang {

constexpr std::size_t gate_count = 5;  // G0 before Bimtek I … G4 before the books are handed in

struct GateCheck {
  std::uint8_t gate;             // 0 … 4
  bool hard;
  std::string_view key;
  RecordType type;               // where it is mended
  std::span<RuleId const> rules;  // the check holds when none of them has a finding
  bool all_fields = false;       // … and when no field of `type` that is owed is empty
};
std::span<GateCheck const> gate_checks();
std::uint32_t open_findings(Findings const& findings, GateCheck const& check);
// The first of its rules with a finding; nothing when only owed fields are empty, or nothing is open.
std::optional<RuleId> first_open_rule(Findings const& findings, GateCheck const& check);

struct GateState {
  std::uint32_t hard = 0, hard_met = 0, soft = 0, soft_met = 0;
  bool is_open() const { return hard_met == hard; }
};
GateState gate_state(Findings const& findings, std::uint8_t gate);

}  // namespace rancang
