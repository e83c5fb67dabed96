#pragma once
// "Apa yang berubah sejak …": the restore points of a plan at the left, what is different since the chosen one at the right, in sentences.
// Must not know: where restore points are kept, how one is read (the app loads it into the state).
#include <optional>

#include "books/change_text.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

struct ShownPoint {
  std::uint64_t id = 0;   // 0: the start of this session
  std::string name, when; // in words
  char const* icon = nullptr;
  bool can_drop = false;
};

struct ChangesState {
  std::uint64_t since = 0;                // id of the chosen point
  std::optional<Document> base;           // its state; empty while it is being read
  ChangeGroup group = ChangeGroup::person;
  std::string filter, name;               // search text; name of a point to be kept
  ChangeReport report;                    // of `base` and the document of this revision
  std::vector<std::int32_t> rows;         // index of a change, or −1 − index of a group
  std::uint64_t seen_revision = ~0ULL;
  std::size_t found = 0;                  // changes among the rows
  void forget() { base.reset(), report = {}, rows.clear(), seen_revision = ~0ULL; }
};
void changes_view(Ui const& ui, PlanView const& plan, ChangesState& state, std::vector<ShownPoint> const& points, Box area);

}  // namespace rancang
