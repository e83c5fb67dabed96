#include "persist/unknown_merge.hpp"

#include <algorithm>
#include <tuple>

#include "base/order.hpp"
#include "persist/json_walk.hpp"
#include "persist/stamps.hpp"

namespace rancang {
namespace {
struct Member {
  std::string key, json;
};
void put_in_order(std::vector<Stamps::Other>& others) {
  sort_list(others, [](auto const& a, auto const& b) {
    if (a.key != b.key) return a.key < b.key;
    return a.dot == b.dot ? a.json < b.json : a.dot < b.dot;
  });
}

// One state: the members and their stamps by key.
struct State {
  std::vector<Member> members;
  Stamps stamps;

  void sort() {
    sort_list(members, [](Member const& a, Member const& b) { return a.key < b.key; });
    sort_list(stamps.fields);
    put_in_order(stamps.others);
  }
};
struct Held {
  Dot dot;
  std::string json;  // "null": not given
  friend bool operator==(Held const& a, Held const& b) { return a.dot == b.dot && a.json == b.json; }
};

// `seen` is sorted by replica, one dot each.
bool has_seen(std::vector<Dot> const& seen, Dot dot) {
  auto const at = std::lower_bound(seen.begin(), seen.end(), dot, [](Dot a, Dot b) { return a.replica < b.replica; });
  return at != seen.end() && at->replica == dot.replica && at->counter >= dot.counter;
}
bool shows_before(Held const& a, Held const& b) {
  if (a.dot.counter != b.dot.counter) return a.dot.counter > b.dot.counter;
  return a.dot.replica != b.dot.replica ? b.dot.replica < a.dot.replica : b.json < a.json;
}
bool is_larger(Dot a, Dot b) { return a.counter != b.counter ? a.counter > b.counter : b.replica < a.replica; }

// Walks a sorted state key by key.
class Walk {
 public:
  explicit Walk(State const& state) : state_(state) {}
  std::string const* key() const {
    std::string const* least = nullptr;
    auto const see = [&](std::string const& key) {
      if (!least || key < *least) least = &key;
    };
    if (member_ < state_.members.size()) see(state_.members[member_].key);
    if (stamp_ < state_.stamps.fields.size()) see(state_.stamps.fields[stamp_].first);
    if (other_ < state_.stamps.others.size()) see(state_.stamps.others[other_].key);
    return least;
  }
  // All values under a key, the shown one first.
  std::vector<Held> held(std::string const& key) {
    std::vector<Held> out{{state_.stamps.base, "null"}};
    auto const& [members, stamps] = state_;
    for (; member_ < members.size() && members[member_].key == key; ++member_) out[0].json = members[member_].json;
    for (; stamp_ < stamps.fields.size() && stamps.fields[stamp_].first == key; ++stamp_) out[0].dot = stamps.fields[stamp_].second;
    for (; other_ < stamps.others.size() && stamps.others[other_].key == key; ++other_) out.push_back({stamps.others[other_].dot, stamps.others[other_].json});
    return out;
  }

 private:
  State const& state_;
  std::size_t member_ = 0, stamp_ = 0, other_ = 0;
};

void keep(std::vector<Held> const& from, std::vector<Held> const& other, std::vector<Dot> const& other_seen, std::vector<Held>& out) {
  std::vector<Dot> dots;
  for (auto const& one : other) dots.push_back(one.dot);
  sort_list(dots);
  for (auto const& one : from)
    if (!has_seen(other_seen, one.dot) || std::binary_search(dots.begin(), dots.end(), one.dot)) out.push_back(one);
}

void put(std::string const& key, std::vector<Held> const& values, State& out) {
  if (values[0].json != "null") out.members.push_back({key, values[0].json});
  if (!(values[0].dot == out.stamps.base)) out.stamps.fields.emplace_back(key, values[0].dot);
  for (std::size_t i = 1; i < values.size(); ++i) out.stamps.others.push_back({key, values[i].json, values[i].dot});
}

// The members and what is said of them, both states sorted; seen, alive and base come from elsewhere.
void merge_members(State const& a, State const& b, State& out) {
  Walk left(a), right(b);
  for (;;) {
    auto const *first = left.key(), *second = right.key();
    if (!first && !second) return;
    std::string const key = !second || (first && *first < *second) ? *first : *second;
    auto const mine = left.held(key), theirs = right.held(key);
    std::vector<Held> values;
    keep(mine, theirs, b.stamps.seen, values);
    keep(theirs, mine, a.stamps.seen, values);
    if (values.empty()) values = mine, values.insert(values.end(), theirs.begin(), theirs.end());
    sort_list(values, shows_before);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    put(key, values, out);
  }
}

// ---- members of records ----

bool is_field(Node const& node, std::string_view key) { return node.info().find(key) != nullptr; }

// What concerns members that no field names.
State state_of(Node const& node) {
  State out;
  Stamps all;
  read_stamps(node, {}, all);
  out.stamps.seen = all.seen;
  out.stamps.base = all.base;
  for (auto& one : all.fields)
    if (!is_field(node, one.first)) out.stamps.fields.push_back(std::move(one));
  for (auto& one : all.others)
    if (!is_field(node, one.key)) out.stamps.others.push_back(std::move(one));
  if (node.extras)
    for (auto const& [key, json] : *node.extras)
      if (key != extra_stamps && key != extra_others && !is_field(node, key)) out.members.push_back({key, json});
  out.sort();
  return out;
}

// Values that fit no field, the shown ones too, each with the stamp under which it was written.
void add_misfits(Node const& node, std::vector<Misfit>& out) {
  auto beside = misfits_beside(node);
  out.insert(out.end(), std::make_move_iterator(beside.begin()), std::make_move_iterator(beside.end()));
  if (!node.extras) return;
  for (auto const& [key, json] : *node.extras) {
    int const index = node.info().index_of(key);
    if (index < 0) continue;
    auto const field = static_cast<std::uint8_t>(index);
    Value known = known_part(node.info().fields[field], node.type, json);
    if (node.get(field) == known) out.push_back({{field, node.causal->stamp_of(field), std::move(known)}, json});
  }
}

// What is known of such a value was merged with the field; the text goes where that went.
void merge_misfits(Node const& a, Node const& b, Node const& merged, State& out) {
  std::vector<Misfit> all;
  add_misfits(a, all);
  add_misfits(b, all);
  sort_list(all);
  auto const& others = merged.causal->others;
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto const& [known, json] = all[i];
    if (i > 0 && all[i - 1].known == known && all[i - 1].json == json) continue;
    std::string const key(merged.info().fields[known.field].key);
    bool const last = i + 1 == all.size() || !(all[i + 1].known == known);
    if (std::binary_search(others.begin(), others.end(), known, comes_before)) out.stamps.others.push_back({key, json, known.dot});
    else if (last && merged.causal->stamp_of(known.field) == known.dot && merged.get(known.field) == known.value) out.members.push_back({key, json});
  }
}

std::shared_ptr<Extras const> extras_of(State& out) {
  out.sort();
  Extras extras;
  for (auto& member : out.members) extras.emplace_back(std::move(member.key), std::move(member.json));
  ShortNames const none;
  if (!out.stamps.fields.empty()) {
    std::string text = "{";
    append_field_stamps(text, out.stamps, none, '\0');
    extras.emplace_back(std::string(extra_stamps), text + "}");
  }
  if (!out.stamps.others.empty()) {
    std::string text;
    append_others(text, out.stamps.others, none);
    extras.emplace_back(std::string(extra_others), std::move(text));
  }
  return extras.empty() ? nullptr : std::make_shared<Extras const>(std::move(extras));
}

std::shared_ptr<Extras const> merged_extras(Node const& a, Node const& b, Node const& merged) {
  State out;
  out.stamps.base = merged.causal->base;
  merge_members(state_of(a), state_of(b), out);
  merge_misfits(a, b, merged, out);
  return extras_of(out);
}

// What stands beside the shown value in the older state stands there again under its old stamp: who has settled it since drops it in a merge.
std::shared_ptr<Extras const> returned_extras(Node const& before, Node const& after, Dot dot) {
  State const now = state_of(before), wanted = state_of(after);
  State out;
  out.stamps.base = after.causal->base;
  for (Walk left(now), right(wanted);;) {
    auto const *first = left.key(), *second = right.key();
    if (!first && !second) break;
    std::string const key = !second || (first && *first < *second) ? *first : *second;
    auto standing = left.held(key), back = right.held(key);
    bool const same = std::equal(standing.begin(), standing.end(), back.begin(), back.end(), [](Held const& a, Held const& b) { return a.json == b.json; });
    if (!same) back[0].dot = dot;
    put(key, same ? standing : back, out);
  }
  for (auto const& [key, json] : after.extras ? *after.extras : Extras())
    if (is_field(after, key)) out.members.push_back({key, json});
  for (Misfit const& misfit : misfits_beside(after)) out.stamps.others.push_back({std::string(after.info().fields[misfit.known.field].key), misfit.json, misfit.known.dot});
  return extras_of(out);
}

// ---- records of unknown types ----

bool parse_foreign(ForeignRecord const& record, State& out) {
  json::Scanner scan(record.json);
  return parse_stamps(record.causality, ShortNames(), out.stamps) && json::walk_object(scan, [&](std::string_view key) {
           std::string name(key);
           std::string_view raw;
           if (!scan.skip(raw)) return false;
           if (name != "id") out.members.push_back({std::move(name), std::string(raw)});
           return true;
         });
}

std::vector<Dot> merged_alive(Stamps const& a, Stamps const& b) {
  std::vector<Dot> out;
  auto const has = [](std::vector<Dot> const& dots, Dot dot) { return std::binary_search(dots.begin(), dots.end(), dot); };
  for (Dot dot : a.alive)
    if (!has_seen(b.seen, dot) || has(b.alive, dot)) out.push_back(dot);
  for (Dot dot : b.alive)
    if (!has(a.alive, dot) && !has_seen(a.seen, dot)) out.push_back(dot);
  sort_list(out);
  return out;
}

std::vector<Dot> merged_seen(std::vector<Dot> all, std::vector<Dot> const& more) {
  all.insert(all.end(), more.begin(), more.end());
  sort_list(all, [](Dot a, Dot b) { return a.replica != b.replica ? a.replica < b.replica : a.counter > b.counter; });
  all.erase(std::unique(all.begin(), all.end(), [](Dot a, Dot b) { return a.replica == b.replica; }), all.end());
  return all;
}

std::string foreign_json(ForeignRecord const& like, State const& state) {
  std::string out = "{\"id\":";
  json::append_string(out, like.id);
  for (auto const& member : state.members) {
    out += ',';
    json::append_string(out, member.key);
    out += ':' + member.json;
  }
  return out + '}';
}

ForeignRecord merged_foreign(ForeignRecord const& a, ForeignRecord const& b) {
  if (a.json == b.json && a.causality == b.causality) return a;
  State left, right, out;
  // What nobody can read is not merged; every copy keeps the same one.
  if (!parse_foreign(a, left) || !parse_foreign(b, right)) return std::tie(a.json, a.causality) < std::tie(b.json, b.causality) ? b : a;
  left.sort();
  right.sort();
  out.stamps.seen = merged_seen(left.stamps.seen, right.stamps.seen);
  out.stamps.alive = merged_alive(left.stamps, right.stamps);
  out.stamps.base = is_larger(right.stamps.base, left.stamps.base) ? right.stamps.base : left.stamps.base;
  merge_members(left, right, out);
  put_in_order(out.stamps.others);
  ForeignRecord merged{a.type, a.id, foreign_json(a, out), {}};
  append_stamps(merged.causality, out.stamps, ShortNames());
  return merged;
}
}  // namespace

UnknownMerge const& unknown_merge() {
  static constexpr UnknownMerge hooks{merged_extras, merged_foreign, returned_extras};
  return hooks;
}

}  // namespace rancang
