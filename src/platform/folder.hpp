#pragma once
// The shared folder: a directory outside the browser that the person chose for a plan (network drive, synchronised folder), remembered for the next visit.
// Small on purpose: look, read, write. Everything answers through Platform::take_events().
// Must not know: plans beyond their ids, what is in a file, who writes which.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace rancang {

constexpr std::string_view folder_file_end = ".rancang.json";  // other files are not listed

struct FolderFile {
  std::string name;
  std::uint64_t size = 0;
  std::uint64_t modified = 0;  // by whatever clock: a hint that something changed, never a reason to prefer one file
  friend bool operator==(FolderFile const&, FolderFile const&) = default;
};

// closed: none was chosen, or stopped. waiting: one is remembered, and the browser wants a press before it may be used.
enum class FolderState : std::uint8_t { closed, waiting, open };

// Failures: folder.denied, folder.gone (the folder itself), folder.vanished (a file), folder.read, folder.write.
struct FolderChanged { std::string plan; FolderState state = FolderState::closed; std::string name; std::optional<Error> failure; };
struct FolderListed { std::string plan; std::vector<FolderFile> files; std::optional<Error> failure; };
struct FolderRead { std::string plan; FolderFile file; std::string bytes; std::optional<Error> failure; };  // a failed one has the name only
struct FolderWritten { std::string plan; FolderFile file; std::optional<Error> failure; };

class FolderAccess {
 public:
  virtual ~FolderAccess() = default;
  virtual bool can_share() const = 0;
  // Both need the person's gesture where they may ask. A question that is cancelled has no answer. → FolderChanged
  virtual void pick(std::string const& plan) = 0;
  virtual void resume(std::string const& plan, bool ask) = 0;
  // While open the folder is looked at about every three seconds as long as the page is visible, and once more when it becomes visible;
  // only what differs from the last look is told, so that a quiet folder wakes nobody. → FolderListed
  virtual void read(std::string const& plan, std::string const& name) = 0;                            // → FolderRead
  virtual void write(std::string const& plan, std::string const& name, std::string const& bytes) = 0; // replaces the file whole → FolderWritten
  virtual void stop(std::string const& plan, bool forget) = 0;                                        // forget: not resumed at the next visit either
};

}  // namespace rancang
