#include "model/causal.hpp"

#include <algorithm>

namespace rancang {
namespace {
constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

// The most that readers take (persist/stamps.cpp); nobody gets there by working.
constexpr std::uint32_t most_counter = std::uint32_t{1} << 31;

Dot see_next(Causal& causal, ReplicaId replica) {
  for (;;) {
    auto at = std::lower_bound(causal.seen.begin(), causal.seen.end(), replica, [](Dot dot, ReplicaId id) { return dot.replica < id; });
    if (at == causal.seen.end() || at->replica != replica) at = causal.seen.insert(at, Dot{replica, 0});
    if (at->counter < most_counter) {
      ++at->counter;
      return *at;
    }
    replica = make_replica(replica.packed + 1);  // somebody made up a file that uses up our counters: another id goes on
  }
}
}  // namespace

std::optional<ReplicaId> parse_replica(std::string_view text) {
  if (text.size() != replica_length) return std::nullopt;
  ReplicaId id;
  for (char c : text) {
    if (digits.find(c) == std::string_view::npos) return std::nullopt;
    id.packed = (id.packed << 8) | static_cast<unsigned char>(c);
  }
  return id;
}

std::string replica_text(ReplicaId id) {
  std::string out(replica_length, '0');
  for (std::size_t i = replica_length; i-- > 0; id.packed >>= 8) out[i] = static_cast<char>(id.packed & 0xFF);
  return out;
}

ReplicaId make_replica(std::uint64_t random) {
  ReplicaId id;
  for (std::size_t i = 0; i < replica_length; ++i, random /= digits.size()) id.packed = (id.packed << 8) | static_cast<unsigned char>(digits[random % digits.size()]);
  return id;
}

std::uint32_t Causal::counter_of(ReplicaId replica) const {
  auto const at = std::lower_bound(seen.begin(), seen.end(), replica, [](Dot dot, ReplicaId id) { return dot.replica < id; });
  return at != seen.end() && at->replica == replica ? at->counter : 0;
}

Dot Causal::stamp_of(std::uint8_t field) const {
  for (auto const& [index, dot] : fields)
    if (index == field) return dot;
  return base;
}

CausalPtr created_by(ReplicaId replica) {
  auto causal = std::make_shared<Causal>();
  Dot const dot = see_next(*causal, replica);
  causal->base = dot;
  causal->alive = {dot};
  return causal;
}

CausalPtr written_by(Causal const& before, ReplicaId replica, std::vector<std::uint8_t> const& fields) {
  auto causal = std::make_shared<Causal>(before);
  Dot const dot = see_next(*causal, replica);
  for (std::uint8_t field : fields) {
    auto at = std::lower_bound(causal->fields.begin(), causal->fields.end(), field, [](auto const& row, std::uint8_t index) { return row.first < index; });
    if (at != causal->fields.end() && at->first == field) at->second = dot;
    else causal->fields.insert(at, {field, dot});
    auto& others = causal->others;
    others.erase(std::remove_if(others.begin(), others.end(), [&](Alternative const& other) { return other.field == field; }), others.end());
  }
  causal->alive = {dot};
  return causal;
}

CausalPtr deleted_by(Causal const& before, ReplicaId replica) {
  auto causal = std::make_shared<Causal>(before);
  see_next(*causal, replica);
  causal->alive.clear();
  return causal;
}

}  // namespace rancang
