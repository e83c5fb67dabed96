#include "platform/web/web_store.hpp"

#include <emscripten.h>

#include <algorithm>
#include <cstdio>
#include <utility>

#include "platform/web/event_queue.hpp"

// clang-format off
EM_JS(void, rancang_store_attach, (), {
  const text = (value) => {
    const size = Module.lengthBytesUTF8(value) + 1;
    const at = Module._malloc(size);
    Module.stringToUTF8(value, at, size);
    return at;
  };
  // An empty id means that it went well.
  const answer = (call, first, error) => {
    const id = text(error ? error.id : ""), detail = text(error ? error.detail : "");
    call(first, id, detail);
    Module._free(id);
    Module._free(detail);
  };
  Module.store.attach({ FS: Module.FS, IDBFS: Module.IDBFS }, {
    loaded: (error) => answer(Module._rancang_store_loaded, 0, error),
    reloaded: (error) => answer(Module._rancang_store_reloaded, 0, error),
    committed: (ticket, error) => answer(Module._rancang_store_committed, ticket, error),
    listed: (prefix, names) => {
      const start = text(prefix), lines = text(names.join("\n"));
      Module._rancang_store_listed(start, lines);
      Module._free(start);
      Module._free(lines);
    },
    estimated: (used, quota, persistent) => Module._rancang_store_estimated(used, quota, persistent ? 1 : 0),
  });
});
EM_JS(void, rancang_store_load, (), { Module.store.load(); });
EM_JS(void, rancang_store_reload, (char const* prefix), { Module.store.reload(Module.UTF8ToString(prefix)); });
EM_JS(void, rancang_store_relist, (char const* prefix), { Module.store.relist(Module.UTF8ToString(prefix)); });
EM_JS(void, rancang_store_forget, (char const* prefix), { Module.store.forget(Module.UTF8ToString(prefix)); });
EM_JS(void, rancang_commit_begin, (int ticket, char const* plan, double revision), {
  Module.storeJob = { ticket: ticket, plan: Module.UTF8ToString(plan), revision: revision, puts: [], removes: [] };
});
// A copy of exactly this size: a view would take the whole memory of the program along.
EM_JS(void, rancang_commit_put, (char const* path, char const* bytes, int size), {
  Module.storeJob.puts.push([Module.UTF8ToString(path), Module.HEAPU8.slice(bytes, bytes + size)]);
});
EM_JS(void, rancang_commit_remove, (char const* path), { Module.storeJob.removes.push(Module.UTF8ToString(path)); });
EM_JS(void, rancang_commit_end, (), { Module.store.commit(Module.storeJob); Module.storeJob = null; });
// clang-format on

namespace rancang {
namespace {

// Answers come as plain C calls; the page has one store.
WebStore* attached_store = nullptr;

std::optional<Error> failure_of(char const* id, char const* detail) {
  if (*id == '\0') return std::nullopt;
  return error(id, {detail});
}

bool in_folder(std::string_view path) { return path.find('/', std::string_view("/plans/").size()) != std::string_view::npos; }

void write_to_memory(StoredFile const& file) {
  std::FILE* const out = std::fopen(file.path.c_str(), "wb");
  if (!out) return;
  std::fwrite(file.bytes.data(), 1, file.bytes.size(), out);
  std::fclose(out);
}

}  // namespace

void WebStore::load() {
  if (state_ != StoreState::empty && state_ != StoreState::failed) return;
  state_ = StoreState::loading;
  attached_store = this;
  if (!std::exchange(attached_, true)) rancang_store_attach();
  rancang_store_load();
}

void WebStore::on_loaded(std::optional<Error> failure) {
  bool const emptied = failure && failure->id == "store.lost";
  state_ = failure && !emptied ? StoreState::failed : StoreState::ready;
  push_event(StoreLoaded{std::move(failure)});
}

void WebStore::reload(std::string_view prefix) {
  if (state_ == StoreState::ready) rancang_store_reload(std::string(prefix).c_str());
  else push_event(StoreReloaded{error("store.not_ready")});
}

void WebStore::relist(std::string_view prefix) {
  if (state_ == StoreState::ready) rancang_store_relist(std::string(prefix).c_str());
  else push_event(StoreReloaded{error("store.not_ready")});
}

void WebStore::forget(std::string_view prefix) {
  if (attached_) rancang_store_forget(std::string(prefix).c_str());
}

void WebStore::on_listed(std::string_view prefix, std::string_view names) {
  auto const first = names_.lower_bound(std::string(prefix));
  names_.erase(first, std::find_if_not(first, names_.end(), [&](std::string const& name) { return name.compare(0, prefix.size(), prefix) == 0; }));
  while (!names.empty()) {
    std::size_t const end = std::min(names.find('\n'), names.size());
    names_.emplace(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

std::vector<std::string> WebStore::list(std::string_view prefix) const {
  std::vector<std::string> paths;
  for (auto at = names_.lower_bound(std::string(prefix)); at != names_.end() && at->compare(0, prefix.size(), prefix) == 0; ++at) paths.push_back(*at);
  return paths;
}

std::optional<std::string> WebStore::read(std::string_view path) const {
  std::FILE* const in = std::fopen(std::string(path).c_str(), "rb");
  if (!in) return std::nullopt;
  std::string bytes;
  std::fseek(in, 0, SEEK_END);
  long const size = std::ftell(in);
  std::fseek(in, 0, SEEK_SET);
  if (size > 0) {
    bytes.resize(static_cast<std::size_t>(size));
    bytes.resize(std::fread(bytes.data(), 1, bytes.size(), in));
  }
  std::fclose(in);
  return bytes;
}

StoreTicket WebStore::commit(StoreCommit commit) {
  StoreTicket const ticket = ++last_ticket_;
  std::optional<Error> refused;
  if (state_ != StoreState::ready) refused = error("store.not_ready");
  for (StoredFile const& file : commit.puts)
    if (names_.count(file.path) != 0) refused = error("store.exists", {file.path});
  if (refused) {
    push_event(StoreCommitted{ticket, std::move(refused)});
    return ticket;
  }
  rancang_commit_begin(static_cast<int>(ticket), commit.plan.c_str(), static_cast<double>(commit.revision));
  Pending& pending = pending_[ticket];
  for (StoredFile& file : commit.puts) {
    rancang_commit_put(file.path.c_str(), file.bytes.data(), static_cast<int>(file.bytes.size()));
    pending.names.push_back(file.path);
    if (!in_folder(file.path)) pending.kept.push_back(std::move(file));
  }
  for (std::string const& path : commit.removes) rancang_commit_remove(path.c_str());
  pending.removes = std::move(commit.removes);
  rancang_commit_end();
  return ticket;
}

void WebStore::on_committed(StoreTicket ticket, std::optional<Error> failure) {
  auto const found = pending_.find(ticket);
  if (found == pending_.end()) return;
  Pending const done = std::move(found->second);
  pending_.erase(found);
  if (!failure) {
    names_.insert(done.names.begin(), done.names.end());
    for (StoredFile const& file : done.kept) write_to_memory(file);
    for (std::string const& path : done.removes) {
      names_.erase(path);
      std::remove(path.c_str());
    }
  }
  push_event(StoreCommitted{ticket, std::move(failure)});
}

}  // namespace rancang

extern "C" {
EMSCRIPTEN_KEEPALIVE void rancang_store_loaded(int, char const* id, char const* detail) {
  rancang::attached_store->on_loaded(rancang::failure_of(id, detail));
}
EMSCRIPTEN_KEEPALIVE void rancang_store_reloaded(int, char const* id, char const* detail) {
  rancang::push_event(rancang::StoreReloaded{rancang::failure_of(id, detail)});
}
EMSCRIPTEN_KEEPALIVE void rancang_store_committed(int ticket, char const* id, char const* detail) {
  rancang::attached_store->on_committed(static_cast<rancang::StoreTicket>(ticket), rancang::failure_of(id, detail));
}
EMSCRIPTEN_KEEPALIVE void rancang_store_listed(char const* prefix, char const* names) { rancang::attached_store->on_listed(prefix, names); }
EMSCRIPTEN_KEEPALIVE void rancang_store_estimated(double used, double quota, int persistent) {
  rancang::attached_store->on_estimated({static_cast<std::uint64_t>(used), static_cast<std::uint64_t>(quota), persistent != 0});
}
}
