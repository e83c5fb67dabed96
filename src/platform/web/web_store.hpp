#pragma once
// FileStore in the browser: Emscripten's IDBFS mount as file system and loader, our own strict, fenced, doubled transactions as writer (web/storage.js).
// Must not know: plans, records, what the files contain.
#include "platform/platform.hpp"

namespace rancang {

class WebStore final : public FileStore {
 public:
  StoreState state() const override;
  void load() override;
  void reload(std::string_view prefix) override;
  void relist(std::string_view prefix) override;
  std::vector<std::string> list(std::string_view prefix) const override;
  std::optional<std::string> read(std::string_view path) const override;
  void forget(std::string_view prefix) override;
  StoreTicket commit(StoreCommit commit) override;
  StorageEstimate estimate() const override;
};

}  // namespace rancang
