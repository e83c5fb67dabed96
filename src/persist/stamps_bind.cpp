#include <algorithm>

#include "base/order.hpp"
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
    if (field && decoder.decode_field(*field, other.json, holder->data()) == RecordDecoder::Fit::whole)
      causal.others.push_back({static_cast<std::uint8_t>(index), other.dot, field->get(holder->data())});
    else
      unknown.others.push_back(other);
  }
  sort_list_stably(causal.others, [](Alternative const& a, Alternative const& b) { return a.field != b.field ? a.field < b.field : a.dot < b.dot; });
}
}  // namespace

void read_stamps(Node const& node, ReplicaId fresh_by, Stamps& out) {
  out.clear();
  CausalPtr const causal = node.causal ? node.causal : created_by(fresh_by);
  out.seen = causal->seen;
  out.base = causal->base;
  out.alive = causal->alive;
  auto const fields = node.info().fields;
  for (auto const& [index, dot] : causal->fields) out.fields.emplace_back(std::string(fields[index].key), dot);
  for (auto const& other : causal->others) out.others.push_back({std::string(fields[other.field].key), other_json(node, other), other.dot});
  ShortNames const none;
  // What an earlier reading kept is well-formed; anything else that got there is left out.
  if (auto const* const text = find_extra(node, extra_stamps)) parse_field_stamps(*text, none, out);
  if (auto const* const text = find_extra(node, extra_others)) parse_others(*text, none, out);
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
