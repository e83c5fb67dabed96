#pragma once
// The gates between the workshops (domain.md 2.3): what should be there before the next one begins, read off the findings. A proposal, not a rule of
// the ministry: gates inform, they never lock.
// A finding that was set aside does not hold a check up: people have looked at it and said why, and the check says how many were set aside.
// Must not know: languages (a check is the catalogue key "gate.<key>"), screens.
#include <span>

#include "rules/findings.hpp"

namespace rancang {

constexpr std::size_t gate_count = 5;  // G0 before Bimtek I … G4 before the books are handed in

// The gate at which a finding has to be settled, 0 … 4; any_time for what is wrong whenever it is there (a code that can't be read, years before the
// start). A rule that a check names belongs to its gate, another one to the gate of rule_table.hpp, an owed field to its field's.
constexpr std::uint8_t any_time = gate_count;
constexpr std::size_t stage_count = gate_count + 1;
std::uint8_t stage_of(RuleId rule);
std::uint8_t stage_of(Finding const& finding);

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
// Nothing is wrong because nothing is there yet: neither met nor open.
bool is_unasked(Document const& document, Findings const& findings, GateCheck const& check);
std::uint32_t muted_findings(Findings const& findings, GateCheck const& check);
// The first of its rules with a finding; nothing when only owed fields are empty, or nothing is open.
std::optional<RuleId> first_open_rule(Findings const& findings, GateCheck const& check);

struct GateState {
  std::uint32_t hard = 0, hard_met = 0, soft = 0, soft_met = 0;
  bool is_open() const { return hard_met == hard; }
};
GateState gate_state(Findings const& findings, std::uint8_t gate);
std::uint8_t current_gate(Findings const& findings);  // the first that isn't passed; the last one when all are

// A new plan owes everything at once; what a later stage asks for is no debt yet. Errors are due at any time.
bool is_due(Finding const& finding, std::uint8_t gate);
FindingCounts due_counts(Findings const& findings, std::uint8_t gate);
std::uint32_t due_count(Findings const& findings, RuleId rule, std::uint8_t gate);

}  // namespace rancang
