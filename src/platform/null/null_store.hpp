#pragma once
// FileStore of one tab over a shared NullDisk: asynchronous like the browser's (work waits until run()), same rules, same error ids.
// Must not know: what the files contain.
#include <deque>
#include <functional>
#include <map>
#include <set>

#include "platform/null/null_disk.hpp"

namespace rancang {

class NullStore final : public FileStore {
 public:
  NullStore(std::shared_ptr<NullDisk> disk, std::uint32_t tab) : disk_(std::move(disk)), tab_(tab) {}

  StoreState state() const override { return state_; }
  void load() override;
  void reload(std::string_view prefix) override;
  void relist(std::string_view prefix) override;
  std::vector<std::string> list(std::string_view prefix) const override;
  std::optional<std::string> read(std::string_view path) const override;
  void forget(std::string_view prefix) override;
  StoreTicket commit(StoreCommit commit) override;
  StorageEstimate estimate() const override;

  // Does what was asked, oldest first, and returns the answers; nothing while held().
  std::vector<PlatformEvent> run();
  void hold(bool held) { held_ = held; }
  bool idle() const { return work_.empty(); }
  // Writes a new fence for the plan: later commits of the old owner are refused. False = not written; the next commit tries again.
  bool raise_fence(std::string const& plan);
  // Done after everything that was asked before.
  void then(std::function<void()> what);
  void drop_fence(std::string const& plan) { fences_.erase(plan); }

 private:
  using Work = std::function<std::optional<PlatformEvent>()>;
  enum class Fetch { names, contents, contents_of_root };
  void fetch_later(std::string_view prefix, Fetch what);
  std::optional<Error> fetch(std::string const& prefix, Fetch what);
  std::optional<Error> check_fence(std::string const& plan);
  std::optional<Error> write(StoreCommit const& commit);
  Error failure() const { return error(disk_->fault_error().empty() ? "store.write" : disk_->fault_error()); }

  std::shared_ptr<NullDisk> disk_;
  std::uint32_t tab_;
  StoreState state_ = StoreState::empty;
  std::set<std::string> names_;
  std::map<std::string, std::string, std::less<>> contents_;
  std::map<std::string, std::uint32_t> fences_;  // plan → generation that this tab raised, 0 = still to be raised
  std::deque<Work> work_;
  StoreTicket last_ticket_ = 0;
  bool held_ = false;
};

}  // namespace rancang
