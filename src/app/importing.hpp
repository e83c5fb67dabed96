#pragma once
// Files that a person opened: read in slices, compared with the plans of this browser, and kept until each has its answer. Nothing here changes a plan.
// Must not know: screens, storage.
#include <functional>
#include <memory>
#include <vector>

#include "persist/plan_reader.hpp"
#include "ui/views/overlay_views.hpp"

namespace rancang {

struct IncomingFile {
  ImportItem shown;                      // what the review says
  std::unique_ptr<PlanReader> reader;    // while it is being read
  std::optional<ReadPlan> plan;          // afterwards
  std::uint64_t digest = 0;              // of its bytes
  bool asked = false;                    // its answer has been given
  bool told = false;                     // the merge board says that it is another plan's
};

class Importing {
 public:
  void add(std::vector<OpenedFile> files, ReplicaId reader);
  // Reads for one slice; true while there is more to read.
  bool run(std::size_t budget);
  bool reading() const;
  bool waiting() const;  // some file has no answer yet
  int progress() const;  // of all files, per cent; −1 = nothing is being read
  std::vector<IncomingFile>& files() { return files_; }
  std::vector<ImportItem> shown() const;
  void clear() { files_.clear(); }

 private:
  std::vector<IncomingFile> files_;
};

}  // namespace rancang
