#pragma once
// History: what was done in this session, step by step, with joined steps (one visit to a field or one drag is one step).
// Must not know: documents beyond ChangeSet, screens, languages.
#include <cstdint>
#include <span>
#include <vector>

#include "edit/commands.hpp"

namespace rancang {

struct HistoryStep {
  ChangeSet changes;
  CommandLabel label;
  std::uint64_t join_key = 0;  // steps of the same non-zero key, one after the other, become one
  std::uint64_t unix_ms = 0;
};

class History {
 public:
  void commit(HistoryStep step);
  void seal() { sealed_ = true; }  // the next step starts a new entry even under the same key
  bool ends_with_any_of(ChangeSet const& changes) const;  // does the newest step touch one of these records?
  HistoryStep const* next_undo() const { return position_ > 0 ? &steps_[position_ - 1] : nullptr; }
  HistoryStep const* next_redo() const { return position_ < steps_.size() ? &steps_[position_] : nullptr; }
  void step_back() { --position_, sealed_ = true; }
  void step_forward() { ++position_, sealed_ = true; }
  void drop_redo() { steps_.resize(position_); }
  std::span<HistoryStep const> steps() const { return steps_; }
  std::size_t position() const { return position_; }  // steps before it are done, those from it on are undone

 private:
  std::vector<HistoryStep> steps_;
  std::size_t position_ = 0;
  bool sealed_ = true;
};

}  // namespace rancang
