#include "edit/history.hpp"

#include <algorithm>

#include "base/order.hpp"

namespace rancang {

void History::commit(HistoryStep step) {
  drop_redo();
  bool const joins = !sealed_ && step.join_key != 0 && position_ > 0 && steps_.back().join_key == step.join_key;
  sealed_ = false;
  if (joins) {
    squash(steps_.back().changes, step.changes);
    steps_.back().label = std::move(step.label);
    return;
  }
  steps_.push_back(std::move(step));
  position_ = steps_.size();
}

bool History::ends_with_any_of(ChangeSet const& changes) const {
  if (steps_.empty()) return false;
  auto const& newest = steps_.back().changes.records;
  std::vector<Ulid> touched;
  for (auto const& theirs : changes.records) touched.push_back(theirs.id());
  sort_list(touched);
  return std::any_of(newest.begin(), newest.end(), [&](RecordChange const& mine) { return std::binary_search(touched.begin(), touched.end(), mine.id()); });
}

}  // namespace rancang
