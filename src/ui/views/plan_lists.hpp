#pragma once
// Lists about the whole plan: findings, trash, history of this session.
// Must not know: how wishes are carried out, particular records.
#include <optional>

#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

struct FindingsState {
  bool errors = true, warnings = true, infos = false;
  std::optional<RecordType> type;   // only this record type
  std::optional<RuleId> rule;       // only this rule, as the address says
  float scroll = 0;
  std::uint64_t seen_findings = 0, seen_filter = ~0ULL;
  std::vector<Finding> shown;       // filtered, in plan order
  std::size_t current = 0;          // for "next finding"
};
void findings_view(Ui const& ui, PlanView const& plan, FindingsState& state, Box area);
// The finding after `current` in the filtered list (wraps around), or nothing.
std::optional<Finding> next_finding(PlanView const& plan, FindingsState& state);

struct TrashState {
  std::vector<RecordKey> chosen;
  std::uint64_t seen_revision = 0;
  std::vector<NodePtr> shown;
};
void trash_view(Ui const& ui, PlanView const& plan, TrashState& state, Box area);

struct HistoryViewState {
  float scroll = 0;
};
void history_view(Ui const& ui, PlanView const& plan, HistoryViewState& state, Box area);
// A rule in a few words: "Isi kondisi awal".
std::string_view rule_title(Strings const& s, RuleId rule);
// One step in words: "Pagu “TOPS” diubah", "12 kegiatan ditempel".
std::string step_sentence(Strings const& s, NumberStyle numbers, CommandLabel const& label);

}  // namespace rancang
