#pragma once
// History: what was done in this session, step by step, with joined steps (one visit to a field or one drag is one step). It is bounded by memory: the oldest
// steps are forgotten, one by one, never the one just made. Restore points and the plan itself know nothing of that.
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
  std::size_t bytes = 0;       // about what it keeps in memory; counted by History
};

// What a session remembers of itself, whichever is reached first. An edit of a full record keeps about 2 kB, so the budget is some 30,000 of them.
struct HistoryLimits {
  std::size_t steps = 100'000;
  std::size_t bytes = 64u << 20;
};

class History {
 public:
  History() = default;
  void commit(HistoryStep step);
  void limit(HistoryLimits limits) { limits_ = limits, forget_oldest(); }
  void clear() { *this = History(limits_); }
  void seal() { sealed_ = true; }  // the next step starts a new entry even under the same key
  bool ends_with_any_of(ChangeSet const& changes) const;  // does the newest step touch one of these records?
  HistoryStep const* next_undo() const { return position_ > 0 ? &steps_[first_ + position_ - 1] : nullptr; }
  HistoryStep const* next_redo() const { return position_ < steps().size() ? &steps_[first_ + position_] : nullptr; }
  void step_back() { --position_, sealed_ = true; }
  void step_forward() { ++position_, sealed_ = true; }
  void drop_redo();
  std::span<HistoryStep const> steps() const { return std::span<HistoryStep const>(steps_).subspan(first_); }  // those that are remembered
  std::size_t position() const { return position_; }    // steps before it are done, those from it on are undone
  std::size_t forgotten() const { return forgotten_; }  // steps of this session before the first that is remembered
  std::size_t bytes() const { return bytes_; }          // about what the remembered steps keep in memory

 private:
  explicit History(HistoryLimits limits) : limits_(limits) {}
  void forget_oldest();

  std::vector<HistoryStep> steps_;  // those before `first_` are empty and wait to be cut off together
  std::size_t first_ = 0, position_ = 0, forgotten_ = 0, bytes_ = 0;
  HistoryLimits limits_;
  bool sealed_ = true;
};

}  // namespace rancang
