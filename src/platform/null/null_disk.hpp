#pragma once
// The disk, settings and locks that several NullPlatforms (tabs of one browser) share, with faults on demand: the n-th storage call fails, or the power goes.
// Must not know: what the files contain.
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "platform/platform.hpp"

namespace rancang {

class NullPlatform;
struct NullFolder;

enum class Fault : std::uint8_t { once, from_then_on, power_cut };

struct NullFence {
  std::uint32_t owner = 0;  // tab
  std::uint32_t generation = 0;
};

// One key written or removed inside a transaction.
struct NullWrite {
  std::string path;
  std::optional<std::string> bytes;  // nullopt = removed
};

class NullDisk {
 public:
  std::map<std::string, std::string> files;
  std::map<std::string, NullFence> fences;
  std::map<std::string, std::string> settings;
  std::map<std::string, std::shared_ptr<NullFolder>> folders;  // plan → the shared folder that was chosen for it
  std::uint32_t transactions = 0;  // completed, writing ones
  std::vector<NullPlatform*> tabs;  // open now
  std::uint32_t last_tab = 0;
  std::map<std::string, NullPlatform*> writers;  // plan → tab that holds its lock

  // Fails the n-th storage call from now (1 = the next). A power cut also leaves the transaction under way torn: of its writes, those whose bit is set in
  // `torn_writes` reach the disk; afterwards every call fails without an answer until restore_power().
  void inject(std::uint32_t nth_call, Fault fault, std::uint64_t torn_writes = 0, std::string error_id = "store.write");
  void clear_faults();
  bool fault_fired() const { return fired_; }
  bool powered() const { return powered_; }
  void restore_power() { powered_ = true; }

  // One storage call; true = it works. Counts towards inject().
  bool call();
  std::string const& fault_error() const { return error_id_; }
  // All writes or none, except in a power cut.
  bool transact(std::vector<NullWrite> const& writes);

 private:
  std::uint32_t calls_left_ = 0;
  Fault fault_ = Fault::once;
  std::uint64_t torn_writes_ = 0;
  std::string error_id_;
  bool fired_ = false;
  bool powered_ = true;
};

}  // namespace rancang
