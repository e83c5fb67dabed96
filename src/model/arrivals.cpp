#include "model/arrivals.hpp"

#include <algorithm>

namespace rancang {
namespace {
// A name is kept on one line, and is never nothing.
std::string one_line(std::string name) {
  if (name.empty()) name = "?";
  std::replace_if(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return name;
}

bool holds(std::vector<ReplicaId> const& replicas, ReplicaId wanted) { return std::find(replicas.begin(), replicas.end(), wanted) != replicas.end(); }

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
  if (arrival.replicas.empty()) return;
  if (arrival.file.empty()) {
    for (ReplicaId const replica : arrival.replicas) add_own(replica);
    return;
  }
  // What was unknown until now came with this file, whatever an earlier merge, taken back since, had brought.
  for (auto& earlier : files_) std::erase_if(earlier.replicas, [&](ReplicaId replica) { return holds(arrival.replicas, replica); });
  std::erase_if(files_, [](Arrival const& earlier) { return earlier.replicas.empty(); });
  if (files_.size() >= most_files) files_.erase(files_.begin());
  files_.push_back(std::move(arrival));
}

void Arrivals::add(std::string const& file, std::vector<RecordMerge> const& records, Writers& known, Writers const& now) {
  Arrival arrival{one_line(file), {}};
  for (auto const& record : records) {
    if (record.outside) continue;
    for (Dot const dot : record.theirs->causal->seen)
      if (now.count(dot.replica) > 0 && known.try_emplace(dot.replica, 0).second) arrival.replicas.push_back(dot.replica);
  }
  take(std::move(arrival));
}

void Arrivals::add(std::string const& file, Writers const& all) {
  Arrival arrival{one_line(file), {}};
  for (auto const& [replica, work] : all) arrival.replicas.push_back(replica);
  take(std::move(arrival));
}

void Arrivals::add_own(ReplicaId replica) {
  if (is_own(replica)) return;
  if (own_.size() >= most_own) own_.erase(own_.begin());
  own_.push_back(replica);
}

bool Arrivals::is_own(ReplicaId replica) const { return holds(own_, replica); }

std::string_view Arrivals::file_of(ReplicaId replica) const {
  for (auto const& arrival : files_)
    if (holds(arrival.replicas, replica)) return arrival.file;
  return {};
}

std::string Arrivals::text() const {
  std::string out;
  auto const line = [&](std::string const& name, std::vector<ReplicaId> const& replicas) {
    if (replicas.empty()) return;
    out += name + '\t';
    for (ReplicaId const replica : replicas) out += replica_text(replica) + ' ';
    out.back() = '\n';
  };
  line({}, own_);
  for (auto const& arrival : files_) line(arrival.file, arrival.replicas);
  return out;
}

}  // namespace rancang
