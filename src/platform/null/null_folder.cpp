#include "platform/null/null_folder.hpp"

namespace rancang {

void NullFolderAccess::open(std::string const& plan, std::shared_ptr<NullFolder> folder) {
  std::string const name = folder->name;
  open_[plan] = {std::move(folder), -look_ms, std::nullopt, false};
  send_(FolderChanged{plan, FolderState::open, name, std::nullopt});
}

void NullFolderAccess::pick(std::string const& plan) {
  if (!choice) return;
  remembered_[plan] = choice;
  allowed = true;
  open(plan, choice);
}

void NullFolderAccess::resume(std::string const& plan, bool ask) {
  auto const found = remembered_.find(plan);
  if (found == remembered_.end()) return;
  if (ask && consents) allowed = true;
  if (allowed) return open(plan, found->second);
  send_(FolderChanged{plan, FolderState::waiting, found->second->name, ask ? std::optional(error("folder.denied")) : std::nullopt});
}

// Null when the browser has taken its permission back: then that is told.
NullFolder* NullFolderAccess::usable(std::string const& plan) {
  auto const found = open_.find(plan);
  if (found == open_.end()) return nullptr;
  if (allowed) return found->second.folder.get();
  std::string const name = found->second.folder->name;
  open_.erase(found);
  send_(FolderChanged{plan, FolderState::waiting, name, std::nullopt});
  return nullptr;
}

std::vector<FolderFile> NullFolderAccess::list(NullFolder const& folder) const {
  if (listing) return *listing;
  std::vector<FolderFile> files;
  for (auto const& [name, file] : folder.files) files.push_back({name, file.bytes.size(), file.modified});
  return files;
}

void NullFolderAccess::look(double steady_ms) {
  std::vector<std::string> plans;
  for (auto const& [plan, open] : open_)
    if (steady_ms >= open.looked_ms + look_ms) plans.push_back(plan);
  for (auto const& plan : plans) {
    NullFolder const* const folder = usable(plan);
    if (!folder) continue;
    Open& open = open_[plan];
    open.looked_ms = steady_ms;
    if (!folder->reachable) {
      if (!std::exchange(open.failed, true)) ++told, open.last.reset(), send_(FolderListed{plan, {}, error("folder.gone")});
      continue;
    }
    auto files = list(*folder);
    bool const same = open.last == files;
    open.failed = false;
    if (same) continue;
    open.last = files;
    ++told;
    send_(FolderListed{plan, std::move(files), std::nullopt});
  }
}

void NullFolderAccess::read(std::string const& plan, std::string const& name) {
  ++reads;
  NullFolder const* const folder = usable(plan);
  if (!folder) return;
  auto const found = folder->files.find(name);
  if (found == folder->files.end() || folder->vanishing.contains(name)) return send_(FolderRead{plan, {name, 0, 0}, {}, error("folder.vanished")});
  send_(FolderRead{plan, {name, found->second.bytes.size(), found->second.modified}, found->second.bytes, std::nullopt});
}

void NullFolderAccess::write(std::string const& plan, std::string const& name, std::string const& bytes) {
  ++writes;
  NullFolder* const folder = usable(plan);
  if (!folder) return;
  if (!folder->writable || !folder->reachable) return send_(FolderWritten{plan, {name, 0, 0}, error("folder.write")});
  folder->put(name, bytes);
  send_(FolderWritten{plan, {name, bytes.size(), folder->clock}, std::nullopt});
}

void NullFolderAccess::stop(std::string const& plan, bool forget) {
  open_.erase(plan);
  if (forget) remembered_.erase(plan);
}

}  // namespace rancang
