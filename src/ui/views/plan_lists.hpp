#pragma once
// Lists about the whole plan: trash, history of this session.
// Must not know: how wishes are carried out, particular records.
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

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
// One step in words: "Pagu “TOPS” diubah", "12 kegiatan ditempel".
std::string step_sentence(Strings const& s, NumberStyle numbers, CommandLabel const& label);

}  // namespace rancang
