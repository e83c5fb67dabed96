#pragma once
// Turns the answers of a FileStore, which arrive as events, into calls of the one who asked, in the order of asking.
// Must not know: plans, what the files contain.
#include <deque>
#include <functional>
#include <map>
#include <string>

#include "platform/platform.hpp"

namespace rancang {

using StoreDone = std::function<void(std::optional<Error> const& failure)>;

class StoreQueue {
 public:
  explicit StoreQueue(FileStore& files) : files_(files) {}
  StoreQueue(StoreQueue const&) = delete;
  StoreQueue& operator=(StoreQueue const&) = delete;

  FileStore const& files() const { return files_; }
  void load(StoreDone done);
  void reload(std::string_view prefix, StoreDone done);
  void relist(std::string_view prefix, StoreDone done);
  void commit(StoreCommit commit, StoreDone done);
  void forget(std::string_view prefix) { files_.forget(prefix); }
  // Hands an answer of the store to whom it belongs; true when it was one.
  bool handle(PlatformEvent const& event);

 private:
  FileStore& files_;
  std::deque<StoreDone> loads_, reloads_;
  std::map<StoreTicket, StoreDone> commits_;
};

}  // namespace rancang
