#pragma once
// Causal stamps of one record, exact without a common ancestor (sharing.md 2): who wrote which field when, what this copy has seen, whether it is alive.
// Must not know: particular records, files, clocks.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/value.hpp"

namespace rancang {

// One browser storage × one plan (a new one after every unclean close): eight characters of [0-9A-Za-z], packed big-endian.
struct ReplicaId {
  std::uint64_t packed = 0;
  explicit operator bool() const { return packed != 0; }
  friend bool operator==(ReplicaId a, ReplicaId b) { return a.packed == b.packed; }
  friend bool operator!=(ReplicaId a, ReplicaId b) { return a.packed != b.packed; }
  friend bool operator<(ReplicaId a, ReplicaId b) { return a.packed < b.packed; }
};
constexpr std::size_t replica_length = 8;
std::optional<ReplicaId> parse_replica(std::string_view text);
std::string replica_text(ReplicaId id);
ReplicaId make_replica(std::uint64_t random);

struct Dot {
  ReplicaId replica;
  std::uint32_t counter = 0;
  explicit operator bool() const { return counter != 0; }
  friend bool operator==(Dot a, Dot b) { return a.replica == b.replica && a.counter == b.counter; }
  friend bool operator<(Dot a, Dot b) { return a.replica != b.replica ? a.replica < b.replica : a.counter < b.counter; }
};

// A value written beside the shown one by somebody who had not seen it: a conflict until the field is written again.
struct Alternative {
  std::uint8_t field = 0;
  Dot dot;
  Value value;
  friend bool operator==(Alternative const& a, Alternative const& b) { return a.field == b.field && a.dot == b.dot && a.value == b.value; }
};

// Immutable once shared; records written the same way share one object (a fresh plan has a single Causal).
struct Causal {
  std::vector<Dot> seen;   // sorted by replica; counter = highest seen of that replica
  Dot base;                // stamp of every field that is not in `fields`
  std::vector<std::pair<std::uint8_t, Dot>> fields;  // sorted by field index
  std::vector<Dot> alive;  // sorted; empty = deleted (in the trash)
  std::vector<Alternative> others;                   // sorted by field, dot

  bool is_alive() const { return !alive.empty(); }
  std::uint32_t counter_of(ReplicaId replica) const;  // 0 = never seen
  bool has_seen(Dot dot) const { return dot.counter <= counter_of(dot.replica); }
  Dot stamp_of(std::uint8_t field) const;
  friend bool operator==(Causal const& a, Causal const& b) {
    return a.seen == b.seen && a.base == b.base && a.fields == b.fields && a.alive == b.alive && a.others == b.others;
  }
};
using CausalPtr = std::shared_ptr<Causal const>;

// The stamps of a record that `replica` creates: its first dot on every field.
CausalPtr created_by(ReplicaId replica);
// The stamps after `replica` wrote `fields` (sorted) in one change set: a new dot on each, alternatives of those fields resolved, alive = {new dot}.
CausalPtr written_by(Causal const& before, ReplicaId replica, std::vector<std::uint8_t> const& fields);
// The stamps after `replica` deleted the record: seen grows, alive becomes empty, fields stay.
CausalPtr deleted_by(Causal const& before, ReplicaId replica);

}  // namespace rancang
