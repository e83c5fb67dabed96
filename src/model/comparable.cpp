#include "model/comparable.hpp"

#include "model/change_set.hpp"
#include "model/slice.hpp"

namespace rancang {
namespace {
constexpr std::uint64_t day_ms = 86'400'000;

// The upper 48 bits of an id are the milliseconds at which it was made.
bool is_older(Ulid id, std::optional<Date> day) { return day && static_cast<std::int64_t>((id.high >> 16) / day_ms) < day->days; }

// One of the two states that are compared, and what it has of a record.
struct State {
  Document const& document;
  NodePtr const& node;
  bool earlier;

  bool owns(Ulid agency) const { return node && belongs_to(document, *node, agency); }
};

// Does a slice say anything about this record?
bool speaks(State const& slice, State const& other) {
  if (!slice.document.scope) return true;
  SliceScope const& scope = *slice.document.scope;
  if (!slice.owns(scope.agency) && !other.owns(scope.agency)) return false;
  return slice.node || (slice.earlier && !is_older(other.node->id, scope.issued_on));
}
}  // namespace

Document comparable_state(Document const& file, Document const& other, FileSide side) {
  if (!file.scope && !other.scope) return file;
  ChangeSet told;
  for (auto& change : diff(other, file).records) {
    State const here{other, change.before, side == FileSide::later}, there{file, change.after, side == FileSide::earlier};
    if (speaks(here, there) && speaks(there, here)) told.records.push_back(std::move(change));
  }
  Document out = other;
  apply(out, told);
  out.replicas = file.replicas;
  return out;
}

}  // namespace rancang
