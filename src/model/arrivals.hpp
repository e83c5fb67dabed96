#pragma once
// Which file brought what was written elsewhere, and which replicas wrote here. A replica goes into files as a whole (app/plans.cpp), so the file that brought it brought what it wrote.
// Known on this browser alone: a plan that travels doesn't say how it got to where it is.
// Must not know: files, screens, where it is kept.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/merge_report.hpp"

namespace rancang {

class Arrivals {
 public:
  static constexpr std::size_t most_files = 200, most_own = 500;  // the oldest are forgotten

  Arrivals() = default;
  explicit Arrivals(std::string_view kept);  // what text() gave; what can't be read is left out

  // The writers of these records whom nobody here knew before (work_in() in model/merge_report.hpp) and who are among ours now; they are known then.
  using Writers = std::map<ReplicaId, std::uint64_t>;
  void add(std::string const& file, std::vector<RecordMerge> const& records, Writers& known, Writers const& now);
  void add(std::string const& file, Writers const& all);  // a file that was opened as a plan of its own
  void add_own(ReplicaId replica);                        // one that writes here
  bool is_own(ReplicaId replica) const;
  std::string_view file_of(ReplicaId replica) const;      // "" = written here, or by nobody knows which way
  std::string text() const;                               // one line a file, oldest first: name, tab, its replicas; our own without a name

 private:
  struct Arrival {
    std::string file;
    std::vector<ReplicaId> replicas;
  };
  void take(Arrival arrival);
  std::vector<Arrival> files_;
  std::vector<ReplicaId> own_;
};

}  // namespace rancang
