#include "rules/backlinks.hpp"

#include <algorithm>

#include "base/order.hpp"
#include "rules/affected.hpp"

namespace rancang {

bool can_be_named(RecordType type) {
  static std::array<bool, record_type_count> const known = [] {
    std::array<bool, record_type_count> out{};
    auto const note = [&](auto const& self, RecordInfo const& info) -> void {
      for (FieldInfo const& field : info.fields) {
        if (field.target != RecordType::none) out[index_of(field.target)] = true;
        if (field.nested) self(self, *field.nested);
      }
    };
    for (RecordInfo const& info : record_infos()) note(note, info);
    return out;
  }();
  return known[index_of(type)];
}

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
  if (!follows) return void(users_ = users_of(document, {{type, id}}));
  TargetSet const target({{type, id}});
  for (RecordChange const& one : change.records) take(one, target);
}

void Backlinks::take(RecordChange const& change, TargetSet const& target) {
  std::pair const key{change.type(), change.id()};
  if (key.second == id_) return;
  bool const names = change.after && change.after->is_alive() && target.is_named_by(*change.after);
  auto const at = std::lower_bound(users_.begin(), users_.end(), key);
  bool const known = at != users_.end() && *at == key;
  if (names && !known) users_.insert(at, key);
  if (!names && known) users_.erase(at);
}

}  // namespace rancang
