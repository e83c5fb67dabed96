#pragma once
// Finding: one thing that is wrong with a record, or worth a look; RuleInfo: the rule behind it with its stable id, severity and stage gate.
// Must not know: languages (sentences are catalogue keys), screens, how rules are checked.
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/number_text.hpp"
#include "rules/record_write.hpp"
#include "rules/rule_table.hpp"

namespace rancang {

enum class Severity : std::uint8_t { error, warning, info };
constexpr std::size_t severity_count = 3;

enum class RuleId : std::uint8_t {
#define RULE(name, id, severity, gate, trigger, field) name,
  RANCANG_RULES(RULE)
#undef RULE
};
constexpr std::size_t rule_count = 0
#define RULE(name, id, severity, gate, trigger, field) +1
    RANCANG_RULES(RULE)
#undef RULE
    ;

// How a field sets a rule off; see rule_table.hpp.
enum class Trigger : std::uint8_t { code, empty, owed, range };

struct RuleInfo {
  std::string_view id;  // stable: "action_item.no_funding"
  Severity severity;
  Gate gate;            // none = at any time
  Trigger trigger;
  std::string_view field;  // "action_item.funding"; "" for rules that no single field sets off
};
RuleInfo const& rule_info(RuleId rule);
std::optional<RuleId> find_rule(std::string_view id);
std::string finding_key(RuleId rule);      // catalogue key of the sentence
std::string finding_fix_key(RuleId rule);  // catalogue key of the verb link: "Pilih sumber"
std::string finding_done_key(RuleId rule);  // where it is there: what the verb link has written, with the arguments of the sentence

struct Finding {
  RuleId rule{};
  Severity severity = Severity::error;
  RecordType type = RecordType::none;
  std::int8_t inner = -1;    // field inside the nested record when `field` is a list, else −1
  std::int16_t field = -1;   // where to jump to; −1 = the whole record
  Year year = 0;             // of a series; 0 = no year
  Ulid record;               // null when the record itself is missing (no identity, no vision)
  Ulid other;                // the record on the other side: missing target, the other of two equal names
  friend bool operator==(Finding const& a, Finding const& b) {
    return a.rule == b.rule && a.type == b.type && a.inner == b.inner && a.field == b.field && a.year == b.year && a.record == b.record && a.other == b.other;
  }
  friend bool operator!=(Finding const& a, Finding const& b) { return !(a == b); }
};

// The stage at which it has to be settled: the rule's gate, for field.owed the gate of the field.
Gate gate_of(Finding const& finding);

// Text of a catalogue key, e.g. the label behind "record.action_item.budget". The caller has the catalogue, rules have none.
using KeyText = std::function<std::string(std::string_view key)>;
// Arguments {0}, {1} … of the sentence "finding.<id>", ready to be shown. The verb link takes none.
// The finding must belong to this document's state; for a record that is gone, or a value that was mended meanwhile, arguments may be empty texts.
std::vector<std::string> finding_args(Document const& document, Finding const& finding, NumberStyle style, KeyText const& text_of);

// What the verb link writes into `finding.field` in one step (a cleaned text, the code in its usual form); nothing = the link only jumps to the field.
std::optional<Value> fix_value(Document const& document, Finding const& finding);
// The same for any number of fields and records (a delivered figure goes into the profile); none = the link only jumps.
std::vector<RecordWrite> fix_writes(Document const& document, Finding const& finding);

}  // namespace rancang
