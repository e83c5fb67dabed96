#pragma once
// Findings as they are kept, counted every way that is asked for while they come and go. For: findings.cpp alone.
// Must not know: how findings are made, documents.
#include <array>

#include "rules/check.hpp"
#include "rules/finding_store.hpp"
#include "rules/findings.hpp"
#include "rules/gates.hpp"

namespace rancang {

struct TypeCounts {
  FindingCounts findings;
  std::uint32_t missing = 0;
};

inline bool is_empty_field(Finding const& finding) {
  if (!finding.record || finding.inner >= 0) return false;
  if (finding.rule == RuleId::field_required || finding.rule == RuleId::field_owed) return true;
  Trigger const trigger = rule_info(finding.rule).trigger;
  return trigger == Trigger::empty || trigger == Trigger::owed;
}

struct Tally {
  FindingCounts total;
  std::array<TypeCounts, record_type_count> types{};
  std::array<std::uint32_t, rule_count> rules{};
  std::array<FindingCounts, stage_count> stages{};
  std::array<std::uint32_t, stage_count> owed{};

  // `by` is +1 or, as unsigned, −1.
  void count(std::span<Finding const> findings, std::uint32_t by) {
    for (Finding const& finding : findings) {
      auto const severity = static_cast<std::size_t>(finding.severity);
      auto& type = types[index_of(finding.type)];
      total.by_severity[severity] += by;
      type.findings.by_severity[severity] += by;
      rules[static_cast<std::size_t>(finding.rule)] += by;
      stages[stage_of(finding)].by_severity[severity] += by;
      if (finding.rule == RuleId::field_owed) owed[stage_of(finding)] += by;
      if (is_empty_field(finding)) type.missing += by;
    }
  }
};

// A kind of findings: those that are shown, or those that were set aside.
struct Kept {
  FindingStore store;
  Tally tally;

  void clear() {
    store.clear();
    tally = {};
  }
  bool replace(Ulid record, std::span<Finding const> fresh) {
    fresh = fresh.first(std::min(fresh.size(), FindingStore::most_per_record));
    auto const old = store.of(record);
    if (std::equal(old.begin(), old.end(), fresh.begin(), fresh.end())) return false;
    tally.count(old, ~std::uint32_t{0});
    tally.count(fresh, 1);
    store.set(record, fresh);
    return true;
  }
};

}  // namespace rancang
