#include "rules/finding.hpp"

#include <array>

namespace rancang {
namespace {
constexpr std::array<RuleInfo, rule_count> rules{
#define RULE(name, id, severity, gate, trigger, field) RuleInfo{id, Severity::severity, Gate::gate, Trigger::trigger, field},
    RANCANG_RULES(RULE)
#undef RULE
};
}  // namespace

RuleInfo const& rule_info(RuleId rule) { return rules[static_cast<std::size_t>(rule)]; }

std::optional<RuleId> find_rule(std::string_view id) {
  for (std::size_t i = 0; i < rules.size(); ++i)
    if (rules[i].id == id) return static_cast<RuleId>(i);
  return std::nullopt;
}

std::string finding_key(RuleId rule) { return "finding." + std::string(rule_info(rule).id); }
std::string finding_fix_key(RuleId rule) { return finding_key(rule) + ".fix"; }
std::string finding_done_key(RuleId rule) { return finding_key(rule) + ".done"; }

Gate gate_of(Finding const& finding) {
  if (finding.rule != RuleId::field_owed) return rule_info(finding.rule).gate;
  return record_info(finding.type).fields[static_cast<std::size_t>(finding.field)].rules.gate;
}

}  // namespace rancang
