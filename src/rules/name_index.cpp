#include "rules/name_index.hpp"

#include <algorithm>

#include "base/order.hpp"
#include "base/utf8.hpp"

namespace rancang {
namespace {
int unique_title(RecordInfo const& info) {
  int const field = info.title_field();
  auto const& about = info.fields[static_cast<std::size_t>(field)];
  bool const named = !info.single && about.type == ValueType::text && about.rules.required && about.rules.role == Role::title;
  return named && info.type != record_type<RpjmdProgram> ? field : -1;
}

using Fields = std::array<std::array<int, name_kind_count>, record_type_count>;
Fields make_fields() {
  Fields out;
  for (auto const& info : record_infos()) out[index_of(info.type)] = {unique_title(info), -1, -1};
  out[index_of(record_type<Agency>)][1] = record_info(record_type<Agency>).index_of("short_name");
  for (RecordType type : {record_type<Agency>, record_type<Dimension>, record_type<SubDimension>, record_type<Indicator>})
    out[index_of(type)][2] = record_info(type).role_field(Role::code);
  return out;
}

std::string_view name_of(Node const& node, NameKind kind) {
  int const field = name_field(node.type, kind);
  return field < 0 ? std::string_view() : peek_text(node.info().fields[static_cast<std::size_t>(field)], node.data());
}

// Entries of one key in a sorted vector.
template <class Entries>
auto range_of(Entries& entries, std::uint64_t key) {
  auto const first = std::lower_bound(entries.begin(), entries.end(), key, [](auto const& entry, std::uint64_t wanted) { return entry.key < wanted; });
  auto const last = std::upper_bound(first, entries.end(), key, [](std::uint64_t wanted, auto const& entry) { return wanted < entry.key; });
  return std::pair(first, last);
}

template <class Entries, class Item>
void insert_sorted(Entries& entries, Item const& item) {
  entries.insert(std::lower_bound(entries.begin(), entries.end(), item), item);
}
template <class Entries, class Item>
void erase_sorted(Entries& entries, Item const& item) {
  auto const at = std::lower_bound(entries.begin(), entries.end(), item);
  if (at != entries.end() && at->key == item.key && at->id == item.id) entries.erase(at);
}
}  // namespace

int name_field(RecordType type, NameKind kind) {
  static Fields const fields = make_fields();
  return fields[index_of(type)][static_cast<std::size_t>(kind)];
}

// Fills `equal` and answers equal_to() for each checked record.
std::vector<Ulid> NameIndex::index_equal(Table const& table, NameKind kind, std::vector<Entry>& equal) {
  struct Name {
    std::uint64_t key;
    std::uint32_t row;  // rows go by id, so that sorting by row sorts by id
    bool operator<(Name const& other) const { return key != other.key ? key < other.key : row < other.row; }
  };
  std::vector<Ulid> ids;
  std::vector<Name> names;
  ids.reserve(table.size());
  names.reserve(table.size());
  table.for_each([&](NodePtr const& node) {
    if (!is_checked(node.get())) return;
    std::string const name = utf8::fold(name_of(*node, kind));
    if (!name.empty()) names.push_back({hash_text(name), static_cast<std::uint32_t>(ids.size())});
    ids.push_back(node->id);
  });
  sort_list(names);
  equal.reserve(names.size());
  std::vector<Ulid> next;
  for (std::size_t i = 0, first = 0; i < names.size(); ++i) {
    equal.push_back({names[i].key, ids[names[i].row]});
    if (names[first].key != names[i].key) first = i;
    bool const is_last = i + 1 == names.size() || names[i + 1].key != names[i].key;
    if (is_last && first == i) continue;
    if (next.empty()) next.resize(ids.size());
    next[names[i].row] = ids[names[is_last ? first : i + 1].row];
  }
  return next;
}

EqualNames NameIndex::rebuild(Document const& document) {
  EqualNames answers;
  types_ = {};
  for (std::size_t t = 0; t < record_type_count; ++t) {
    auto& type = types_[t];
    Table const& table = document.tables[t];
    for (NameKind kind : {NameKind::title, NameKind::short_name, NameKind::code}) {
      auto const k = static_cast<std::size_t>(kind);
      if (name_field(static_cast<RecordType>(t), kind) >= 0) answers[t][k] = index_equal(table, kind, type.equal[k]);
    }
    if (type.equal[0].empty() || type.equal[0].size() > most_for_similar) continue;
    table.for_each([&](NodePtr const& node) {
      if (!is_checked(node.get())) return;
      for (HalfName const& half : halves_of(NameWords(utf8::fold(name_of(*node, NameKind::title)))))
        if (half.key != 0) type.similar.push_back({{half.key, node->id}, half});
    });
    sort_list(type.similar);
  }
  return answers;
}

bool NameIndex::replace(Node const* before, Node const* after, Usage::Touched& touched) {
  if (!is_checked(before)) before = nullptr;
  if (!is_checked(after)) after = nullptr;
  if (!before && !after) return true;
  auto const& titles = types_[index_of((before ? before : after)->type)].equal[0];
  bool const many = titles.size() > most_for_similar;
  for (NameKind kind : {NameKind::title, NameKind::short_name, NameKind::code}) {
    if (before && after && name_of(*before, kind) == name_of(*after, kind)) continue;
    if (before) take(*before, kind, touched);
    if (after) put(*after, kind, touched);
  }
  return many == (titles.size() > most_for_similar);
}

void NameIndex::put(Node const& node, NameKind kind, Usage::Touched& touched) {
  std::string const name = utf8::fold(name_of(node, kind));
  if (name.empty()) return;
  auto& type = types_[index_of(node.type)];
  Entry const entry{hash_text(name), node.id};
  auto& equal = type.equal[static_cast<std::size_t>(kind)];
  insert_sorted(equal, entry);
  touch_equal(node.type, kind, entry, touched);
  if (kind != NameKind::title || equal.size() > most_for_similar) return;
  for (HalfName const& half : halves_of(NameWords(name))) {
    if (half.key == 0) continue;
    insert_sorted(type.similar, Half{{half.key, node.id}, half});
    touch_similar(node.type, half.key, touched);
  }
}

void NameIndex::take(Node const& node, NameKind kind, Usage::Touched& touched) {
  std::string const name = utf8::fold(name_of(node, kind));
  if (name.empty()) return;
  auto& type = types_[index_of(node.type)];
  Entry const entry{hash_text(name), node.id};
  touch_equal(node.type, kind, entry, touched);
  erase_sorted(type.equal[static_cast<std::size_t>(kind)], entry);
  if (kind != NameKind::title || type.similar.empty()) return;
  for (HalfName const& half : halves_of(NameWords(name))) {
    if (half.key == 0) continue;
    touch_similar(node.type, half.key, touched);
    erase_sorted(type.similar, Half{{half.key, node.id}, half});
  }
}

// Only the record before it in the circle points to this one.
void NameIndex::touch_equal(RecordType type, NameKind kind, Entry entry, Usage::Touched& touched) const {
  auto const& equal = types_[index_of(type)].equal[static_cast<std::size_t>(kind)];
  auto const [first, last] = range_of(equal, entry.key);
  if (last - first < 2) return;
  auto const at = std::lower_bound(first, last, entry);
  touched.emplace_back(type, at == first ? (last - 1)->id : (at - 1)->id);
}

void NameIndex::touch_similar(RecordType type, std::uint64_t key, Usage::Touched& touched) const {
  auto const [first, last] = range_of(types_[index_of(type)].similar, key);
  if (static_cast<std::size_t>(last - first) > most_in_bucket + 1) return;
  for (auto at = first; at != last; ++at) touched.emplace_back(type, at->id);
}

Ulid NameIndex::equal_to(Node const& node, NameKind kind) const {
  std::string const name = utf8::fold(name_of(node, kind));
  if (name.empty()) return {};
  auto const& equal = types_[index_of(node.type)].equal[static_cast<std::size_t>(kind)];
  auto const [first, last] = range_of(equal, hash_text(name));
  if (last - first < 2) return {};
  auto const after = std::upper_bound(first, last, Entry{hash_text(name), node.id});
  return after == last ? first->id : after->id;
}

Ulid NameIndex::similar_to(Document const& document, Node const& node) const {
  auto const& similar = types_[index_of(node.type)].similar;
  if (similar.empty()) return {};
  std::string const name = utf8::fold(name_of(node, NameKind::title));
  NameWords const words(name);
  Ulid found;
  for (HalfName const& half : halves_of(words)) {
    auto const [first, last] = range_of(similar, half.key);
    if (half.key == 0 || static_cast<std::size_t>(last - first) > most_in_bucket) continue;
    for (auto at = first; at != last; ++at) {
      if (at->id == node.id || (found && !(at->id < found)) || !may_be_similar(at->name, half)) continue;
      Node const* const other = document.find(node.type, at->id);
      std::string const other_name = other ? utf8::fold(name_of(*other, NameKind::title)) : std::string();
      if (other_name != name && are_similar(words, NameWords(other_name))) found = at->id;
    }
  }
  return found;
}

}  // namespace rancang
