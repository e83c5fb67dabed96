#pragma once
// Short names of replicas inside one file ("a" for "k7Q2mW9x"), so that causality stays small, and the entry "*" that declares them.
// Must not know: records, stamps of particular fields.
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/causal.hpp"

namespace rancang {

class ShortNames {
 public:
  // Writing: names for these replicas, in order.
  void assign(std::vector<ReplicaId> const& sorted);
  void append(std::string& out, ReplicaId id) const;  // short where there is a name, else whole
  std::vector<std::pair<ReplicaId, std::string>> const& all() const { return names_; }

  // Reading: add() all, then index(). False: two replicas of one name.
  bool add(std::string_view name, std::string_view replica);
  bool index();
  std::optional<ReplicaId> find(std::string_view name) const;

 private:
  std::vector<std::pair<ReplicaId, std::string>> names_;  // writing: sorted by replica; reading: sorted by name
};

// The entry "*": who created every record that has no entry of its own, and the short names.
struct CausalDefault {
  ReplicaId created_by;  // null = none
  ShortNames names;
};
bool parse_default(std::string_view text, CausalDefault& out);
void append_default(std::string& out, CausalDefault const& given);

}  // namespace rancang
