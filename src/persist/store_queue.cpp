#include "persist/store_queue.hpp"

#include <utility>

namespace rancang {
namespace {

void answer_first(std::deque<StoreDone>& waiting, std::optional<Error> const& failure) {
  if (waiting.empty()) return;
  StoreDone const done = std::move(waiting.front());
  waiting.pop_front();
  done(failure);
}

}  // namespace

void StoreQueue::load(StoreDone done) {
  loads_.push_back(std::move(done));
  files_.load();
}

void StoreQueue::reload(std::string_view prefix, StoreDone done) {
  reloads_.push_back(std::move(done));
  files_.reload(prefix);
}

void StoreQueue::relist(std::string_view prefix, StoreDone done) {
  reloads_.push_back(std::move(done));
  files_.relist(prefix);
}

void StoreQueue::commit(StoreCommit commit, StoreDone done) { commits_[files_.commit(std::move(commit))] = std::move(done); }

bool StoreQueue::handle(PlatformEvent const& event) {
  if (auto const* loaded = std::get_if<StoreLoaded>(&event)) {
    answer_first(loads_, loaded->failure);
    return true;
  }
  if (auto const* reloaded = std::get_if<StoreReloaded>(&event)) {
    answer_first(reloads_, reloaded->failure);
    return true;
  }
  auto const* committed = std::get_if<StoreCommitted>(&event);
  if (!committed) return false;
  auto const found = commits_.find(committed->ticket);
  if (found == commits_.end()) return true;
  StoreDone const done = std::move(found->second);
  commits_.erase(found);
  done(committed->failure);
  return true;
}

}  // namespace rancang
