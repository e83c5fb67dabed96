#pragma once
// A shared folder in memory: the directory itself, which several NullPlatforms (laptops) may have chosen, and the way of one of them to it, with faults.
// Must not know: what is in a file.
#include <functional>
#include <map>
#include <memory>
#include <set>

#include "platform/platform.hpp"

namespace rancang {

struct NullFolder {
  struct File {
    std::string bytes;
    std::uint64_t modified = 0;
  };
  std::string name = "Rencana bersama";
  std::map<std::string, File> files;
  std::set<std::string> vanishing;  // listed, and gone when they are read
  bool reachable = true, writable = true;
  std::uint64_t clock = 1'000;

  void put(std::string const& file, std::string bytes) { files[file] = {std::move(bytes), ++clock}; }
};

class NullFolderAccess final : public FolderAccess {
 public:
  static constexpr double look_ms = 3000;

  NullFolderAccess(std::function<void(PlatformEvent)> send, std::map<std::string, std::shared_ptr<NullFolder>>& remembered) : send_(std::move(send)), remembered_(remembered) {}

  // ---- for tests ----
  bool supported = false;
  bool allowed = true;   // as the browser sees it without asking
  bool consents = true;  // what the person answers
  std::shared_ptr<NullFolder> choice;              // what the picker gives; null: cancelled
  std::optional<std::vector<FolderFile>> listing;  // what is told instead of the truth
  int reads = 0, writes = 0, told = 0;
  void look(double steady_ms);                     // what the browser does by itself every three seconds

  // ---- FolderAccess ----
  bool can_share() const override { return supported; }
  void pick(std::string const& plan) override;
  void resume(std::string const& plan, bool ask) override;
  void read(std::string const& plan, std::string const& name) override;
  void write(std::string const& plan, std::string const& name, std::string const& bytes) override;
  void stop(std::string const& plan, bool forget) override;

 private:
  struct Open {
    std::shared_ptr<NullFolder> folder;
    double looked_ms = -look_ms;
    std::optional<std::vector<FolderFile>> last;
    bool failed = false;
  };
  void open(std::string const& plan, std::shared_ptr<NullFolder> folder);
  NullFolder* usable(std::string const& plan);
  std::vector<FolderFile> list(NullFolder const& folder) const;

  std::function<void(PlatformEvent)> send_;
  std::map<std::string, std::shared_ptr<NullFolder>>& remembered_;  // by plan, of this browser
  std::map<std::string, Open> open_;
};

}  // namespace rancang
