#include "rules/backlinks.hpp"

#include <algorithm>

#include "base/order.hpp"
#include "rules/affected.hpp"

namespace rancang {

RecordNames users_of(Document const& document, RecordNames targets) {
  RecordNames out;
  TargetSet(targets).touch_referrers(document, out);
  sort_list(targets);
  out.erase(std::remove_if(out.begin(), out.end(), [&](auto const& user) { return std::binary_search(targets.begin(), targets.end(), user); }), out.end());
  return out;
}

void Backlinks::sync(Document const& document, RecordType type, Ulid id, std::uint64_t revision, ChangeSet const& change) {
  bool const same = type == type_ && id == id_;
  if (same && revision == revision_) return;
  bool const follows = same && revision == revision_ + 1 && !change.empty();
  type_ = type, id_ = id, revision_ = revision;
  if (!follows) users_ = users_of(document, {{type, id}});
  else
    for (RecordChange const& one : change.records) take(one);
}

void Backlinks::take(RecordChange const& change) {
  std::pair const key{change.type(), change.id()};
  if (key.second == id_) return;
  bool const names = change.after && change.after->is_alive() && TargetSet({{type_, id_}}).is_named_by(*change.after);
  auto const at = std::lower_bound(users_.begin(), users_.end(), key);
  bool const known = at != users_.end() && *at == key;
  if (names && !known) users_.insert(at, key);
  if (!names && known) users_.erase(at);
}

}  // namespace rancang
