// What ours and the files went on from. A part of merge_session.hpp.
#include <algorithm>

#include "edit/merge_session.hpp"

namespace rancang {
namespace {
bool stands_alone(Node const& node, std::uint8_t field) {
  auto const& others = node.causal->others;
  return std::none_of(others.begin(), others.end(), [&](Alternative const& other) { return other.field == field; });
}

// Has one side nothing else in the field than the base?
bool is_as_in(Node const& base, Node const& side, std::uint8_t field) {
  return side.causal->stamp_of(field) == base.causal->stamp_of(field) && stands_alone(side, field) && side.get(field) == base.get(field);
}

// Do both know something of the record that the base doesn't?
bool know_more(Causal const& a, Causal const& b, Causal const& base) {
  return std::any_of(a.seen.begin(), a.seen.end(), [&](Dot dot) { return std::min(dot.counter, b.counter_of(dot.replica)) > base.counter_of(dot.replica); });
}

// That both have seen the base's value is not enough: both may have gone on from a later one. There is none where one side still has the base's own, because it would have
// been overwritten there, nor where neither side knows anything later of the record that the other one knows, too.
bool is_common_start(Node const& base, Node const& ours, Node const& theirs, std::uint8_t field) {
  Dot const dot = base.causal->stamp_of(field);
  if (!ours.causal->has_seen(dot) || !theirs.causal->has_seen(dot)) return false;
  return is_as_in(base, ours, field) || is_as_in(base, theirs, field) || !know_more(*ours.causal, *theirs.causal, *base.causal);
}
}  // namespace

void MergeSession::set_base(Document base, std::uint64_t unix_ms) {
  if (base.plan_id != ours_.plan_id) return;
  base_ = std::move(base);
  base_unix_ms_ = unix_ms;
  ++revision_;
}

Node const* MergeSession::base_of(MergeItem const& item) const { return base_ && item.ours ? base_->find(item.type, item.id) : nullptr; }

std::optional<Value> MergeSession::base_value(std::size_t index) const {
  MergeRow const& row = rows_[index];
  MergeItem const& item = items_[row.item];
  Node const* const base = base_of(item);
  if (!base || row.kind != MergeRowKind::field || !base->is_alive() || !stands_alone(*base, row.field)) return std::nullopt;
  bool brought = false;
  for (auto const& [file, record] : item.sources) {
    if (!std::binary_search(record->fields.begin(), record->fields.end(), row.field)) continue;
    if (!files_[file].input.proven || !is_common_start(*base, *item.ours, *record->theirs, row.field)) return std::nullopt;
    brought = true;
  }
  return brought ? std::optional(base->get(row.field)) : std::nullopt;
}

}  // namespace rancang
