#pragma once
// FileStore in the browser: Emscripten's IDBFS mount as file system and loader, our own strict, fenced, doubled transactions as writer (web/storage.js).
// Must not know: plans, records, what the files contain.
#include <map>
#include <set>

#include "platform/platform.hpp"

namespace rancang {

class WebStore final : public FileStore {
 public:
  StoreState state() const override { return state_; }
  void load() override;
  void reload(std::string_view prefix) override;
  void relist(std::string_view prefix) override;
  std::vector<std::string> list(std::string_view prefix) const override;
  std::optional<std::string> read(std::string_view path) const override;
  void forget(std::string_view prefix) override;
  StoreTicket commit(StoreCommit commit) override;
  StorageEstimate estimate() const override { return estimate_; }

  // Called by the browser.
  void on_loaded(std::optional<Error> failure);
  void on_listed(std::string_view prefix, std::string_view names);  // one a line
  void on_committed(StoreTicket ticket, std::optional<Error> failure);
  void on_estimated(StorageEstimate estimate) { estimate_ = estimate; }

 private:
  // What a commit changes in memory once it is durable; contents only of files beside the plans' folders.
  struct Pending {
    std::vector<std::string> names, removes;
    std::vector<StoredFile> kept;
  };

  StoreState state_ = StoreState::empty;
  bool attached_ = false;
  std::set<std::string> names_;
  std::map<StoreTicket, Pending> pending_;
  StoreTicket last_ticket_ = 0;
  StorageEstimate estimate_;
};

}  // namespace rancang
