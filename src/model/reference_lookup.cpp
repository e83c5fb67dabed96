#include "model/reference_lookup.hpp"

#include <algorithm>

#include "base/order.hpp"
#include "base/utf8.hpp"

namespace rancang {
namespace {
constexpr std::size_t quoted_points = 60, paired_points = 48;

std::string_view short_name_of(Node const& node) {
  FieldInfo const* const field = node.info().find("short_name");
  return field ? peek_text(*field, node.data()) : std::string_view();
}

// Codes are text or, for numbered records, whole numbers.
std::string code_of(Node const& node) {
  int const index = node.info().role_field(Role::code);
  if (index < 0) return {};
  FieldInfo const& field = node.info().fields[static_cast<std::size_t>(index)];
  if (field.type == ValueType::text) return std::string(peek_text(field, node.data()));
  Value const value = field.get(node.data());
  auto const* number = value.as<std::int64_t>();
  return number && *number != 0 ? std::to_string(*number) : std::string();
}

void append_record_text(std::string& out, Node const& node) {
  std::string_view const short_name = short_name_of(node);
  if (!short_name.empty()) return void(out += short_name);
  std::string_view const title = node.title();
  if (!title.empty()) return void(out += title);
  std::string const code = code_of(node);
  if (!code.empty()) return void(out += code);
  append_ulid(out, node.id);
}

// Two records that share a short name are told apart by their titles.
std::string full_name_of(Node const& node) { return node.title().empty() ? record_text(node) : std::string(node.title()); }
}  // namespace

void append_reference_text(std::string& out, Document const& document, RecordType target, Ulid id) {
  if (!id) return;
  Node const* const node = document.find(target, id);
  if (node) append_record_text(out, *node);
  else append_ulid(out, id);
}

std::string reference_text(Document const& document, RecordType target, Ulid id) {
  std::string out;
  append_reference_text(out, document, target, id);
  return out;
}

std::string record_text(Node const& node) {
  std::string out;
  append_record_text(out, node);
  return out;
}

std::string record_title(Document const& document, Node const& node) {
  if (node.info().role_field(Role::title) >= 0) return std::string(node.title());
  std::vector<std::string> names;
  for (FieldInfo const& field : node.info().fields) {
    if (field.type != ValueType::reference || !field.rules.required) continue;
    std::string name = reference_text(document, field.target, peek_reference(field, node.data()));
    if (!name.empty()) names.push_back(std::move(name));
  }
  std::string out;
  for (std::string const& name : names) {  // the sentence that a mission is must not drown what stands beside it
    std::string_view shown = names.size() > 1 ? utf8::cut(name, paired_points) : std::string_view(name);
    if (shown.size() < name.size()) shown = shown.substr(0, shown.rfind(' '));
    if (shown.size() < name.size() && !shown.empty() && shown.back() == ',') shown.remove_suffix(1);
    (out += out.empty() ? "" : " \xC2\xB7 ") += shown;
    if (shown.size() < name.size()) out += "\xE2\x80\xA6";
  }
  return out;
}

std::vector<Node const*> in_plan_order(Document const& document, RecordType type) {
  std::vector<Node const*> out;
  document.table(type).for_each([&](NodePtr const& node) { out.push_back(node.get()); });
  int const order = record_info(type).role_field(Role::order);
  if (order < 0) return out;
  FieldInfo const& field = record_info(type).fields[static_cast<std::size_t>(order)];
  auto const place = [&](Node const* node) { return *static_cast<std::int64_t const*>(field.peek(node->data())); };
  sort_list(out, [&](Node const* a, Node const* b) { return place(a) != place(b) ? place(a) < place(b) : a->id < b->id; });
  return out;
}

std::vector<ReferenceLookup::Name> const& ReferenceLookup::names_of(RecordType target) {
  auto& names = names_[index_of(target)];
  if (std::exchange(known_[index_of(target)], true)) return names;
  document_->table(target).for_each([&](NodePtr const& node) {
    auto const add = [&](std::string_view text, std::uint8_t rank) {
      std::string folded = utf8::fold(text);
      if (!folded.empty()) names.push_back({std::move(folded), node->id, rank});
    };
    add(short_name_of(*node), 0);
    add(node->title(), 1);
    add(code_of(*node), 2);
  });
  sort_list(names, [](Name const& a, Name const& b) {
    if (int const order = a.folded.compare(b.folded); order != 0) return order < 0;
    return a.rank != b.rank ? a.rank < b.rank : a.id < b.id;
  });
  return names;
}

Result<Ulid> ReferenceLookup::find(RecordType target, std::string_view text) {
  std::string const quoted(utf8::cut(text, quoted_points));
  std::string const wanted = utf8::fold(text);
  if (wanted.size() == ulid_length) {
    std::string upper = wanted;
    for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    auto const id = parse_ulid(upper);
    if (id && document_->table(target).find_alive(*id)) return *id;
  }
  auto const unknown = error("value.unknown_reference", {quoted});
  if (wanted.empty()) return unknown;
  auto const& names = names_of(target);
  auto const full_name = [&](Ulid id) { return full_name_of(*document_->find(target, id)); };
  auto const ambiguous = [&](Ulid a, Ulid b) { return error("value.ambiguous_reference", {quoted, full_name(a), full_name(b)}); };
  auto at = std::lower_bound(names.begin(), names.end(), wanted, [](Name const& name, std::string const& key) { return name.folded < key; });
  if (at == names.end()) return unknown;
  bool const whole = at->folded == wanted;
  Name const& first = *at;
  // A whole name rivals others of its kind only; a beginning rivals every name that begins so.
  for (; at != names.end() && at->folded.compare(0, wanted.size(), wanted) == 0; ++at) {
    if (whole && (at->folded != wanted || at->rank != first.rank)) break;
    if (at->id != first.id) return ambiguous(first.id, at->id);
  }
  if (!whole && first.folded.compare(0, wanted.size(), wanted) != 0) return unknown;
  return first.id;
}

Ulid ReferenceLookup::find_whole(RecordType target, std::string_view text) {
  std::string const wanted = utf8::fold(text);
  auto const& names = names_of(target);
  auto const at = std::lower_bound(names.begin(), names.end(), wanted, [](Name const& name, std::string const& key) { return name.folded < key; });
  if (at == names.end() || at->folded != wanted) return {};
  auto const found = find(target, text);
  return found ? *found : Ulid{};
}

}  // namespace rancang
