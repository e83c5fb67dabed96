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
// One state: the members and their stamps by key.
struct State {
  std::vector<Member> members;
  Stamps stamps;

  std::string const* find(std::string_view key) const {
    for (auto const& member : members)
      if (member.key == key) return &member.json;
    return nullptr;
  }
};
struct Held {
  Dot dot;
  std::string json;  // "null": not given
  friend bool operator==(Held const& a, Held const& b) { return a.dot == b.dot && a.json == b.json; }
};

bool has_seen(std::vector<Dot> const& seen, Dot dot) {
  return std::any_of(seen.begin(), seen.end(), [&](Dot one) { return one.replica == dot.replica && one.counter >= dot.counter; });
}
bool shows_before(Held const& a, Held const& b) {
  if (a.dot.counter != b.dot.counter) return a.dot.counter > b.dot.counter;
  return a.dot.replica != b.dot.replica ? b.dot.replica < a.dot.replica : b.json < a.json;
}
bool is_larger(Dot a, Dot b) { return a.counter != b.counter ? a.counter > b.counter : b.replica < a.replica; }

std::vector<Held> held(State const& state, std::string const& key) {
  Dot stamp = state.stamps.base;
  for (auto const& [name, dot] : state.stamps.fields)
    if (name == key) stamp = dot;
  auto const* const json = state.find(key);
  std::vector<Held> out{{stamp, json ? *json : "null"}};
  for (auto const& other : state.stamps.others)
    if (other.key == key) out.push_back({other.dot, other.json});
  return out;
}

void keep(std::vector<Held> const& from, std::vector<Held> const& other, std::vector<Dot> const& other_seen, std::vector<Held>& out) {
  for (auto const& one : from) {
    bool const both = std::any_of(other.begin(), other.end(), [&](Held const& held) { return held.dot == one.dot; });
    if (both || !has_seen(other_seen, one.dot)) out.push_back(one);
  }
}

std::vector<std::string> all_keys(State const& a, State const& b) {
  std::vector<std::string> keys;
  for (auto const* state : {&a, &b}) {
    for (auto const& member : state->members) keys.push_back(member.key);
    for (auto const& [key, dot] : state->stamps.fields) keys.push_back(key);
    for (auto const& other : state->stamps.others) keys.push_back(other.key);
  }
  sort_list(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

// The members and what is said of them; seen, alive and base come from elsewhere or are merged by merge_whole.
void merge_members(State const& a, State const& b, State& out) {
  for (auto const& key : all_keys(a, b)) {
    auto const mine = held(a, key), theirs = held(b, key);
    std::vector<Held> values;
    keep(mine, theirs, b.stamps.seen, values);
    keep(theirs, mine, a.stamps.seen, values);
    if (values.empty()) values = mine, values.insert(values.end(), theirs.begin(), theirs.end());
    sort_list(values, shows_before);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    if (values[0].json != "null") out.members.push_back({key, values[0].json});
    if (!(values[0].dot == out.stamps.base)) out.stamps.fields.emplace_back(key, values[0].dot);
    for (std::size_t i = 1; i < values.size(); ++i) out.stamps.others.push_back({key, values[i].json, values[i].dot});
  }
}

// ---- members of records ----

bool is_field(Node const& node, std::string_view key) { return node.info().find(key) != nullptr; }

// What concerns unknown members (`fields` false), or values that fit no field of ours (true).
State state_of(Node const& node, bool fields) {
  State out;
  Stamps all;
  read_stamps(node, {}, all);
  out.stamps.seen = all.seen;
  out.stamps.base = all.base;
  for (auto& one : all.fields)
    if (is_field(node, one.first) == fields) out.stamps.fields.push_back(std::move(one));
  for (auto& one : all.others)
    if (is_field(node, one.key) == fields) out.stamps.others.push_back(std::move(one));
  if (!node.extras) return out;
  for (auto const& [key, json] : *node.extras)
    if (key != extra_stamps && key != extra_others && is_field(node, key) == fields) out.members.push_back({key, json});
  return out;
}

// A value that fits no field goes with the stamp under which it was written; one that is no longer shown stays as an alternative.
void merge_misfits(Node const& a, Node const& b, Node const& merged, State& out) {
  std::vector<Stamps::Other> beside;
  for (auto const* node : {&a, &b}) {
    State const state = state_of(*node, true);
    for (auto const& member : state.members) {
      auto const field = static_cast<std::uint8_t>(merged.info().index_of(member.key));
      Dot const dot = node->causal->stamp_of(field);
      if (merged.causal->stamp_of(field) == dot) {
        auto const known = std::find_if(out.members.begin(), out.members.end(), [&](Member const& one) { return one.key == member.key; });
        if (known == out.members.end()) out.members.push_back(member);
        else if (known->json < member.json) known->json = member.json;
        continue;
      }
      auto const& others = merged.causal->others;
      bool const stays = std::any_of(others.begin(), others.end(), [&](Alternative const& other) { return other.field == field && other.dot == dot; });
      if (stays) beside.push_back({member.key, member.json, dot});
    }
  }
  // Alternatives that fitted no field already.
  auto const unfit = [](Node const& node) {
    std::vector<Stamps::Other> list;
    Stamps stamps;
    if (node.extras)
      for (auto const& [key, json] : *node.extras)
        if (key == extra_others) parse_others(json, ShortNames(), stamps);
    for (auto& other : stamps.others)
      if (is_field(node, other.key)) list.push_back(std::move(other));
    return list;
  };
  auto const left = unfit(a), right = unfit(b);
  auto const has = [](std::vector<Stamps::Other> const& list, Stamps::Other const& one) {
    return std::any_of(list.begin(), list.end(), [&](Stamps::Other const& other) { return other.key == one.key && other.dot == one.dot; });
  };
  for (auto const& one : left)
    if (!b.causal->has_seen(one.dot) || has(right, one)) beside.push_back(one);
  for (auto const& one : right)
    if (!a.causal->has_seen(one.dot) || has(left, one)) beside.push_back(one);
  for (auto& one : beside)
    if (std::none_of(out.stamps.others.begin(), out.stamps.others.end(), [&](auto const& known) { return known.key == one.key && known.dot == one.dot && known.json == one.json; }))
      out.stamps.others.push_back(std::move(one));
}

void put_in_order(std::vector<Stamps::Other>& others) {
  sort_list(others, [](auto const& a, auto const& b) {
    if (a.key != b.key) return a.key < b.key;
    return a.dot == b.dot ? a.json < b.json : a.dot < b.dot;
  });
}

std::shared_ptr<Extras const> merged_extras(Node const& a, Node const& b, Node const& merged) {
  State out;
  out.stamps.base = merged.causal->base;
  merge_members(state_of(a, false), state_of(b, false), out);
  merge_misfits(a, b, merged, out);
  put_in_order(out.stamps.others);
  sort_list(out.members, [](Member const& x, Member const& y) { return x.key < y.key; });
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
  auto const has = [](std::vector<Dot> const& dots, Dot dot) { return std::find(dots.begin(), dots.end(), dot) != dots.end(); };
  for (Dot dot : a.alive)
    if (!has_seen(b.seen, dot) || has(b.alive, dot)) out.push_back(dot);
  for (Dot dot : b.alive)
    if (!has(out, dot) && (!has_seen(a.seen, dot) || has(a.alive, dot))) out.push_back(dot);
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
  static constexpr UnknownMerge hooks{merged_extras, merged_foreign};
  return hooks;
}

}  // namespace rancang
