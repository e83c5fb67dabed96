#include "model/arrivals.hpp"

#include <algorithm>

namespace rancang {
namespace {
// A name is kept on one line.
std::string one_line(std::string name) {
  std::replace_if(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return name;
}

std::string_view cut_until(std::string_view& rest, char end) {
  std::size_t const at = rest.find(end);
  std::string_view const part = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
  return part;
}
}  // namespace

Arrivals::Arrivals(std::string_view kept) {
  while (!kept.empty()) {
    std::string_view line = cut_until(kept, '\n');
    Arrival arrival{std::string(cut_until(line, '\t')), {}};
    while (!line.empty())
      if (auto const replica = parse_replica(cut_until(line, ' '))) arrival.replicas.push_back(*replica);
    take(std::move(arrival));
  }
}

void Arrivals::take(Arrival arrival) {
  if (arrival.file.empty() || arrival.replicas.empty()) return;
  if (files_.size() >= most_files) files_.erase(files_.begin());
  files_.push_back(std::move(arrival));
}

void Arrivals::add(std::string const& file, std::vector<RecordMerge> const& records, std::map<ReplicaId, std::uint64_t> const& known) {
  Arrival arrival{one_line(file), {}};
  for (auto const& record : records) {
    if (record.outside) continue;
    for (Dot const dot : record.theirs->causal->seen)
      if (known.count(dot.replica) == 0 && file_of(dot.replica).empty() && std::find(arrival.replicas.begin(), arrival.replicas.end(), dot.replica) == arrival.replicas.end()) arrival.replicas.push_back(dot.replica);
  }
  take(std::move(arrival));
}

void Arrivals::add(std::string const& file, ReplicaId replica) { take({one_line(file), {replica}}); }

std::string_view Arrivals::file_of(ReplicaId replica) const {
  for (auto const& arrival : files_)
    if (std::find(arrival.replicas.begin(), arrival.replicas.end(), replica) != arrival.replicas.end()) return arrival.file;
  return {};
}

std::string Arrivals::text() const {
  std::string out;
  for (auto const& arrival : files_) {
    out += arrival.file + '\t';
    for (ReplicaId const replica : arrival.replicas) out += replica_text(replica) + ' ';
    out.back() = '\n';
  }
  return out;
}

}  // namespace rancang
