#include <algorithm>

#include "base/order.hpp"
#include "persist/json_foreign.hpp"
#include "persist/record_encode.hpp"
#include "persist/stamps.hpp"

namespace rancang {
namespace {
std::string const* find_extra(Node const& node, std::string_view key) {
  if (!node.extras) return nullptr;
  for (auto const& [name, raw] : *node.extras)
    if (name == key) return &raw;
  return nullptr;
}

// An alternative's value as JSON, through a record of the same type that holds it.
std::string other_json(Node const& node, Alternative const& other) {
  auto const holder = make_node(node.type, {});
  FieldInfo const& field = node.info().fields[other.field];
  field.set(holder->data(), other.value);
  std::string out;
  append_field(out, field, holder->data());
  return out;
}

Value part_of(RecordDecoder::Fit fit, FieldInfo const& field, Node const& holder) {
  bool const nothing = fit == RecordDecoder::Fit::wrong || fit == RecordDecoder::Fit::broken;
  return field.get(nothing ? holder.info().blank : holder.data());
}

void set_extra(Node& node, std::string_view key, std::string text) {
  Extras extras = node.extras ? *node.extras : Extras();
  extras.emplace_back(std::string(key), std::move(text));
  node.extras = std::make_shared<Extras const>(std::move(extras));
}

// What no field of ours names stays with the node as text, with whole replica ids.
void keep_unknown(Stamps const& unknown, Node& node) {
  ShortNames const none;
  if (!unknown.fields.empty()) {
    std::string text = "{";
    append_field_stamps(text, unknown, none, '\0');
    set_extra(node, extra_stamps, text + "}");
  }
  if (!unknown.others.empty()) {
    std::string text;
    append_others(text, unknown.others, none);
    set_extra(node, extra_others, std::move(text));
  }
}

void bind_others(Stamps const& stamps, Node const& node, RecordDecoder& decoder, Causal& causal, Stamps& unknown) {
  for (auto const& other : stamps.others) {
    int const index = node.info().index_of(other.key);
    auto const holder = make_node(node.type, {});
    FieldInfo const* const field = index < 0 ? nullptr : &node.info().fields[static_cast<std::size_t>(index)];
    auto const fit = field ? decoder.decode_field(*field, other.json, holder->data()) : RecordDecoder::Fit::wrong;
    if (fit != RecordDecoder::Fit::whole) unknown.others.push_back(other);
    if (field) causal.others.push_back({static_cast<std::uint8_t>(index), other.dot, part_of(fit, *field, *holder)});
  }
  sort_list(causal.others, comes_before);
  causal.others.erase(std::unique(causal.others.begin(), causal.others.end()), causal.others.end());
}

// Alternatives of our fields; one that fits none is written as it came, in the place of what is known of it.
void read_others(Node const& node, Causal const& causal, Stamps& out) {
  auto const misfits = misfits_beside(node);
  for (auto const& other : causal.others) {
    std::string const key(node.info().fields[other.field].key);
    auto one = std::lower_bound(misfits.begin(), misfits.end(), other, [](Misfit const& misfit, Alternative const& wanted) { return comes_before(misfit.known, wanted); });
    if (one == misfits.end() || !(one->known == other)) out.others.push_back({key, other_json(node, other), other.dot});
    for (; one != misfits.end() && one->known == other; ++one) out.others.push_back({key, one->json, other.dot});
  }
}
}  // namespace

bool comes_before(Alternative const& a, Alternative const& b) {
  if (a.field != b.field) return a.field < b.field;
  return a.dot == b.dot ? compare_values(a.value, b.value) < 0 : a.dot < b.dot;
}

Value known_part(FieldInfo const& field, RecordType type, std::string_view json) {
  ReadLimits const limits;
  json::Budget budget = json::budget_for(json.size(), limits);
  Remarks remarks(0);
  auto const holder = make_node(type, {});
  return part_of(RecordDecoder(budget, remarks).decode_field(field, json, holder->data()), field, *holder);
}

std::vector<Misfit> misfits_beside(Node const& node) {
  std::vector<Misfit> out;
  Stamps stamps;
  if (auto const* const text = find_extra(node, extra_others)) parse_others(*text, ShortNames(), stamps);
  for (auto& other : stamps.others) {
    int const index = node.info().index_of(other.key);
    if (index < 0) continue;
    Value known = known_part(node.info().fields[static_cast<std::size_t>(index)], node.type, other.json);
    out.push_back({{static_cast<std::uint8_t>(index), other.dot, std::move(known)}, std::move(other.json)});
  }
  sort_list(out);
  return out;
}

void read_stamps(Node const& node, ReplicaId fresh_by, Stamps& out) {
  out.clear();
  CausalPtr const causal = node.causal ? node.causal : created_by(fresh_by);
  out.seen = causal->seen;
  out.base = causal->base;
  out.alive = causal->alive;
  auto const fields = node.info().fields;
  for (auto const& [index, dot] : causal->fields) out.fields.emplace_back(std::string(fields[index].key), dot);
  read_others(node, *causal, out);
  ShortNames const none;
  // What an earlier reading kept is well-formed; anything else that got there is left out.
  if (auto const* const text = find_extra(node, extra_stamps)) parse_field_stamps(*text, none, out);
  Stamps unknown;
  if (auto const* const text = find_extra(node, extra_others)) parse_others(*text, none, unknown);
  for (auto& other : unknown.others)
    if (!node.info().find(other.key)) out.others.push_back(std::move(other));
}

CausalPtr bind_stamps(Stamps const& stamps, Node& node, RecordDecoder& decoder) {
  auto causal = std::make_shared<Causal>();
  causal->seen = stamps.seen;
  causal->base = stamps.base;
  causal->alive = stamps.alive;
  Stamps unknown;
  for (auto const& [key, dot] : stamps.fields) {
    int const index = node.info().index_of(key);
    if (index < 0) unknown.fields.emplace_back(key, dot);
    else causal->fields.emplace_back(static_cast<std::uint8_t>(index), dot);
  }
  sort_list(causal->fields);
  bind_others(stamps, node, decoder, *causal, unknown);
  keep_unknown(unknown, node);
  return causal;
}

}  // namespace rancang
