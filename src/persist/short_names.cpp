#include "persist/short_names.hpp"

#include <algorithm>

#include "base/order.hpp"
#include "persist/json_walk.hpp"

namespace rancang {

void ShortNames::assign(std::vector<ReplicaId> const& sorted) {
  static constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  names_.clear();
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    std::string name;
    for (std::size_t rest = i + 1; rest > 0; rest = (rest - 1) / letters.size()) name.insert(name.begin(), letters[(rest - 1) % letters.size()]);
    names_.emplace_back(sorted[i], std::move(name));
  }
}

void ShortNames::append(std::string& out, ReplicaId id) const {
  auto const at = std::lower_bound(names_.begin(), names_.end(), id, [](auto const& row, ReplicaId key) { return row.first < key; });
  if (at != names_.end() && at->first == id) out += at->second;
  else out += replica_text(id);
}

bool ShortNames::add(std::string_view name, std::string_view replica) {
  auto const id = parse_replica(replica);
  if (!id || name.empty() || name.size() >= replica_length) return false;
  names_.emplace_back(*id, std::string(name));
  return true;
}

bool ShortNames::index() {
  sort_list(names_, [](auto const& a, auto const& b) { return a.second < b.second; });
  return std::adjacent_find(names_.begin(), names_.end(), [](auto const& a, auto const& b) { return a.second == b.second; }) == names_.end();
}

std::optional<ReplicaId> ShortNames::find(std::string_view name) const {
  if (name.size() == replica_length) return parse_replica(name);
  auto const at = std::lower_bound(names_.begin(), names_.end(), name, [](auto const& row, std::string_view key) { return row.second < key; });
  if (at == names_.end() || at->second != name) return std::nullopt;
  return at->first;
}

bool parse_default(std::string_view text, CausalDefault& out) {
  json::Scanner scan(text);
  bool const whole = json::walk_object(scan, [&](std::string_view key) {
    std::string_view name;
    if (key == "created_by") {
      auto const replica = scan.string(name) ? parse_replica(name) : std::nullopt;
      if (replica) out.created_by = *replica;
      return replica.has_value();
    }
    return key == "short" && json::walk_object(scan, [&](std::string_view short_name) {
             std::string const kept(short_name);
             return scan.string(name) && out.names.add(kept, name);
           });
  });
  return whole && scan.at_end() && out.names.index();
}

void append_default(std::string& out, CausalDefault const& given) {
  out += '{';
  if (given.created_by) out += "\"created_by\":\"" + replica_text(given.created_by) + '"';
  if (!given.names.all().empty()) {
    out += given.created_by ? ",\"short\":" : "\"short\":";
    char before = '{';
    for (auto const& [replica, name] : given.names.all()) {
      out += before;
      out += '"' + name + "\":\"" + replica_text(replica) + '"';
      before = ',';
    }
    out += '}';
  }
  out += '}';
}

}  // namespace rancang
