#include "edit/history.hpp"

#include <algorithm>

#include "base/order.hpp"
#include "model/footprint.hpp"

namespace rancang {
namespace {
std::size_t bytes_of(HistoryStep const& step) { return sizeof(HistoryStep) + step.label.title.capacity() + footprint(step.changes); }
}  // namespace

void History::commit(HistoryStep step) {
  drop_redo();
  bool const joins = !sealed_ && step.join_key != 0 && position_ > 0 && steps_.back().join_key == step.join_key;
  sealed_ = false;
  if (joins) {
    squash(steps_.back().changes, step.changes);
    steps_.back().label = std::move(step.label);
    bytes_ -= steps_.back().bytes;
  } else {
    steps_.push_back(std::move(step));
    ++position_;
  }
  bytes_ += steps_.back().bytes = bytes_of(steps_.back());
  forget_oldest();
}

void History::drop_redo() {
  while (steps_.size() > first_ + position_) {
    bytes_ -= steps_.back().bytes;
    steps_.pop_back();
  }
}

void History::forget_oldest() {
  while (position_ > 1 && (steps().size() > limits_.steps || bytes_ > limits_.bytes)) {
    HistoryStep& oldest = steps_[first_++];
    bytes_ -= oldest.bytes;
    oldest = {};
    --position_;
    ++forgotten_;
  }
  if (first_ == 0 || first_ < steps_.size() / 2) return;  // so that one step costs the same however many there are
  steps_.erase(steps_.begin(), steps_.begin() + static_cast<std::ptrdiff_t>(first_));
  first_ = 0;
}

bool History::ends_with_any_of(ChangeSet const& changes) const {
  if (steps().empty()) return false;
  auto const& newest = steps_.back().changes.records;
  std::vector<Ulid> touched;
  for (auto const& theirs : changes.records) touched.push_back(theirs.id());
  sort_list(touched);
  return std::any_of(newest.begin(), newest.end(), [&](RecordChange const& mine) { return std::binary_search(touched.begin(), touched.end(), mine.id()); });
}

}  // namespace rancang
