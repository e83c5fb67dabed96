#include "platform/null/null_store.hpp"

#include <algorithm>
#include <utility>

namespace rancang {
namespace {

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }
// "/plans/x" lies directly under the mount, "/plans/x/y" in a plan's folder.
bool in_folder(std::string_view path) { return path.find('/', std::string_view("/plans/").size()) != std::string_view::npos; }

}  // namespace

void NullStore::load() {
  if (state_ != StoreState::empty && state_ != StoreState::failed) return;
  state_ = StoreState::loading;
  work_.push_back([this]() -> std::optional<PlatformEvent> {
    std::optional<Error> failed = fetch("/plans/", Fetch::contents_of_root);
    if (!disk_->powered()) return std::nullopt;
    state_ = failed ? StoreState::failed : StoreState::ready;
    return StoreLoaded{std::move(failed)};
  });
}

void NullStore::reload(std::string_view prefix) { fetch_later(prefix, Fetch::contents); }
void NullStore::relist(std::string_view prefix) { fetch_later(prefix, Fetch::names); }

void NullStore::fetch_later(std::string_view prefix, Fetch what) {
  work_.push_back([this, what, wanted = std::string(prefix)]() -> std::optional<PlatformEvent> {
    if (state_ != StoreState::ready) return StoreReloaded{error("store.not_ready")};
    std::optional<Error> failed = fetch(wanted, what);
    if (!disk_->powered()) return std::nullopt;
    return StoreReloaded{std::move(failed)};
  });
}

// Reads into a copy first: a load that fails half-way changes nothing.
std::optional<Error> NullStore::fetch(std::string const& prefix, Fetch what) {
  if (!disk_->call()) return failure();
  std::map<std::string, std::string> found;
  for (auto const& [path, bytes] : disk_->files) {
    if (!starts_with(path, prefix)) continue;
    if (what != Fetch::names && !disk_->call()) return failure();
    found[path] = bytes;
  }
  names_.erase(names_.lower_bound(prefix), std::find_if_not(names_.lower_bound(prefix), names_.end(), [&](auto const& n) { return starts_with(n, prefix); }));
  for (auto at = contents_.begin(); at != contents_.end();)
    at = starts_with(at->first, prefix) && !found.count(at->first) ? contents_.erase(at) : std::next(at);
  for (auto& [path, bytes] : found) {
    names_.insert(path);
    if (what == Fetch::contents || (what == Fetch::contents_of_root && !in_folder(path))) contents_[path] = std::move(bytes);
  }
  return std::nullopt;
}

std::vector<std::string> NullStore::list(std::string_view prefix) const {
  std::vector<std::string> paths;
  for (std::string const& name : names_)
    if (starts_with(name, prefix)) paths.push_back(name);
  return paths;
}

std::optional<std::string> NullStore::read(std::string_view path) const {
  auto const found = contents_.find(path);
  if (found == contents_.end()) return std::nullopt;
  return found->second;
}

void NullStore::forget(std::string_view prefix) {
  for (auto at = contents_.begin(); at != contents_.end();) at = starts_with(at->first, prefix) ? contents_.erase(at) : std::next(at);
}

StoreTicket NullStore::commit(StoreCommit commit) {
  StoreTicket const ticket = ++last_ticket_;
  work_.push_back([this, ticket, what = std::move(commit)]() -> std::optional<PlatformEvent> {
    std::optional<Error> failed = write(what);
    if (!disk_->powered()) return std::nullopt;
    return StoreCommitted{ticket, std::move(failed)};
  });
  return ticket;
}

std::optional<Error> NullStore::write(StoreCommit const& commit) {
  if (state_ != StoreState::ready) return error("store.not_ready");
  for (StoredFile const& file : commit.puts)
    if (names_.count(file.path)) return error("store.exists", {file.path});
  std::vector<NullWrite> writes;
  for (StoredFile const& file : commit.puts) writes.push_back({file.path, file.bytes});
  for (std::string const& path : commit.removes) writes.push_back({path, std::nullopt});
  for (int round = 0; round < 2; ++round) {
    if (!commit.plan.empty()) {
      if (std::optional<Error> refused = check_fence(commit.plan)) return refused;
    }
    if (!disk_->transact(writes)) return failure();
  }
  for (StoredFile const& file : commit.puts) {
    names_.insert(file.path);
    if (!in_folder(file.path)) contents_[file.path] = file.bytes;
  }
  for (std::string const& path : commit.removes) {
    names_.erase(path);
    contents_.erase(path);
  }
  return std::nullopt;
}

StorageEstimate NullStore::estimate() const {
  StorageEstimate sum;
  for (auto const& [path, bytes] : disk_->files) sum.used_bytes += path.size() + bytes.size();
  sum.quota_bytes = 10ULL << 30;
  return sum;
}

void NullStore::then(std::function<void()> what) {
  work_.push_back([done = std::move(what)]() -> std::optional<PlatformEvent> {
    done();
    return std::nullopt;
  });
}

std::vector<PlatformEvent> NullStore::run() {
  std::vector<PlatformEvent> answers;
  if (held_) return answers;
  // Only what was asked before: an answer that asks for more gets it in the next round, as in a browser.
  for (std::size_t left = work_.size(); left > 0; --left) {
    Work const work = std::move(work_.front());
    work_.pop_front();
    if (std::optional<PlatformEvent> answer = work()) answers.push_back(std::move(*answer));
  }
  return answers;
}

std::optional<Error> NullStore::check_fence(std::string const& plan) {
  auto const mine = fences_.find(plan);
  if (mine == fences_.end()) return error("store.fenced");
  if (mine->second == 0 && !raise_fence(plan)) return failure();
  if (!disk_->call()) return failure();
  auto const stored = disk_->fences.find(plan);
  if (stored == disk_->fences.end()) {  // the browser emptied the store under us; the lock is still ours
    mine->second = 0;
    return error("store.lost");
  }
  if (stored->second.owner != tab_ || stored->second.generation != mine->second) return error("store.fenced");
  return std::nullopt;
}

bool NullStore::raise_fence(std::string const& plan) {
  fences_[plan] = 0;
  if (!disk_->call() || !disk_->call()) return false;
  NullFence& fence = disk_->fences[plan];
  fence = {tab_, fence.generation + 1};
  fences_[plan] = fence.generation;
  return true;
}

}  // namespace rancang
