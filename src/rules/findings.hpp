#pragma once
// Findings: all findings of a plan, kept in step with its edits. An edit costs what it touches, not the size of the plan.
// Must not know: how single rules decide (…_rules.cpp), sentences, screens, clocks.
#include <array>
#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "model/change_set.hpp"
#include "rules/finding.hpp"

namespace rancang {

struct FindingCounts {
  std::array<std::uint32_t, severity_count> by_severity{};
  std::uint32_t of(Severity severity) const { return by_severity[static_cast<std::size_t>(severity)]; }
  std::uint32_t total() const { return by_severity[0] + by_severity[1] + by_severity[2]; }
};

class Findings {
 public:
  Findings();
  ~Findings();
  Findings(Findings&&) noexcept;
  Findings& operator=(Findings&&) noexcept;

  // Checks the whole document.
  void rebuild(Document const& document);
  // The same in parts: begin(), then run() until it says false. In between, what is found so far is there, and an update() first does the rest.
  void begin(Document const& document);
  bool run(std::size_t records);  // checks about so many; whether something is left
  bool is_checking() const;
  // `after` = the document with `changes` applied; the state before must be the one last seen here. Many changes, or other plan years, check all again.
  void update(Document const& after, ChangeSet const& changes);
  // Records that the last update() looked at; where it checked all again, those with findings. Missing records are looked at each time.
  std::span<std::pair<RecordType, Ulid> const> touched() const;

  // Findings of a record, worst first; valid until the next rebuild or update. A null id gives the findings about records that are missing.
  std::span<Finding const> of(Ulid record) const;
  std::optional<Severity> worst(Ulid record) const;  // constant time

  FindingCounts const& counts() const;
  FindingCounts const& counts(RecordType type) const;
  FindingCounts const& counts_at(std::uint8_t stage) const;  // see stage_of() in gates.hpp
  std::uint32_t owed_at(std::uint8_t stage) const;  // findings of field.owed, the one rule of several stages
  std::uint32_t count(RuleId rule) const;
  std::uint32_t missing(RecordType type) const;  // owed fields that are empty, of records that are checked; what was set aside is no longer owed
  std::uint32_t checked(RecordType type) const;  // alive records that are not dropped
  std::uint64_t revision() const;                // grows whenever a finding appeared, went, changed, or was set aside

  // What people set aside with a reason (MutedFinding) counts nowhere above and stands only here.
  std::span<Finding const> muted_of(Ulid record) const;
  std::uint32_t muted() const;
  std::uint32_t muted(RuleId rule) const;
  std::uint32_t muted_missing(RecordType type) const;

  // Every finding in plan order: missing records, then types in list order, records by their order field and id, worst first within a record.
  template <class Visit>
  void for_each(Document const& document, Visit&& visit) const {
    for (Ulid record : in_plan_order(document))
      for (Finding const& finding : of(record)) visit(finding);
  }
  std::vector<Ulid> in_plan_order(Document const& document) const;  // records with findings

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rancang
