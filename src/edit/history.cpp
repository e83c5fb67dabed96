#include "edit/history.hpp"

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

}  // namespace rancang
