#pragma once
// Which file first brought what was written elsewhere. A replica goes into files as a whole (app/plans.cpp), so the file that brought it brought what it wrote.
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
  static constexpr std::size_t most_files = 200;  // the oldest are forgotten

  Arrivals() = default;
  explicit Arrivals(std::string_view kept);  // what text() gave; what can't be read is left out

  // The writers of these records whom nobody here knew before.
  void add(std::string const& file, std::vector<RecordMerge> const& records, std::map<ReplicaId, std::uint64_t> const& known);
  void add(std::string const& file, ReplicaId replica);
  std::string_view file_of(ReplicaId replica) const;  // "" = written here, or by nobody knows which way
  std::string text() const;                           // one line a file, oldest first: name, tab, its replicas

 private:
  struct Arrival {
    std::string file;
    std::vector<ReplicaId> replicas;
  };
  void take(Arrival arrival);
  std::vector<Arrival> files_;
};

}  // namespace rancang
