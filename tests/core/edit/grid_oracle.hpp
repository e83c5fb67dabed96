#pragma once
// What a GridQuery should give, written as plainly as possible: no index, no keys, no steps. Slow and easy to read.
// Must not know: how GridTable does it.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "edit/grid_query.hpp"
#include "model/reference_lookup.hpp"

namespace rancang::testing {

class GridOracle {
 public:
  GridOracle(Document const& document, RecordType type, GridQuery const& query) : document_(document), info_(record_info(type)), query_(query) {
    document.table(type).for_each([&](NodePtr const& node) {
      if (passes(*node)) nodes_.push_back(node.get());
    });
    int const order = info_.role_field(Role::order);
    auto const order_of = [&](Node const* node) { return order < 0 ? 0 : *node->get(static_cast<std::size_t>(order)).as<std::int64_t>(); };
    std::stable_sort(nodes_.begin(), nodes_.end(), [&](Node const* a, Node const* b) { return order_of(a) != order_of(b) ? order_of(a) < order_of(b) : a->id < b->id; });
    if (query.sort.field >= 0) std::stable_sort(nodes_.begin(), nodes_.end(), [&](Node const* a, Node const* b) { return sorts_before(*a, *b); });
    if (query.group.field >= 0) std::stable_sort(nodes_.begin(), nodes_.end(), [&](Node const* a, Node const* b) { return group_place(key(*a)) < group_place(key(*b)); });
  }

  struct Row {
    bool head = false;
    Ulid id;
    std::size_t group = 0;
    friend bool operator==(Row const& a, Row const& b) { return a.head == b.head && a.id == b.id && a.group == b.group; }
  };
  std::vector<Row> rows() const {
    std::vector<Row> out;
    std::size_t group = 0;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      bool const grouped = query_.group.field >= 0;
      bool const first = grouped && (i == 0 || !(key(*nodes_[i]) == key(*nodes_[i - 1])));
      if (first && i > 0) ++group;
      if (first) out.push_back({true, {}, group});
      auto const& collapsed = query_.group.collapsed;
      if (!grouped || std::find(collapsed.begin(), collapsed.end(), key(*nodes_[i])) == collapsed.end()) out.push_back({false, nodes_[i]->id, group});
    }
    return out;
  }
  std::int64_t total(int field, Year year, GroupKey const* group) const {
    std::int64_t sum = 0;
    for (Node const* node : nodes_) {
      if (group && !(key(*node) == *group)) continue;
      Value const value = node->get(static_cast<std::size_t>(field));
      for (auto const& [at, raw] : value.as<SeriesValue>()->values)
        if (year == 0 || at == year) sum += raw;
    }
    return sum;
  }
  std::size_t count() const { return nodes_.size(); }
  GroupKey key(Node const& node) const {
    Value const value = node.get(static_cast<std::size_t>(query_.group.field));
    if (auto const* id = value.as<Ulid>()) return {*id, 0};
    if (auto const* ids = value.as<std::vector<Ulid>>()) return {ids->empty() ? Ulid{} : ids->front(), 0};
    if (auto const* entry = value.as<EnumIndex>()) return {{}, entry->index};
    if (auto const* flag = value.as<bool>()) return {{}, static_cast<std::uint8_t>(*flag ? 1 : 0)};
    return {};
  }

 private:
  using Texts = std::vector<std::string>;

  // Every text that counts as one word or more: words of texts, names of records.
  void collect(FieldInfo const& field, Value const& value, Texts& out) const {
    auto const name = [&](Ulid id) {
      std::string const shown = reference_text(document_, field.target, id);
      Node const* const node = document_.find(field.target, id);
      out.push_back(utf8::fold(shown) + (node && node->title() != shown ? "\n" + utf8::fold(node->title()) : ""));
    };
    if (auto const* text = value.as<std::string>()) {
      std::string const folded = utf8::fold(*text);
      for (std::size_t at = 0; at < folded.size();) {
        std::size_t const end = std::min(folded.find(' ', at), folded.size());
        out.push_back(folded.substr(at, end - at));
        at = end + 1;
      }
    }
    if (auto const* id = value.as<Ulid>()) name(*id);
    if (auto const* ids = value.as<std::vector<Ulid>>()) std::for_each(ids->begin(), ids->end(), name);
    if (auto const* list = value.as<ListValue>())
      for (auto const& row : list->rows)
        for (std::size_t i = 0; i < row.size(); ++i) collect(field.nested->fields[i], row[i], out);
  }
  Texts texts(Node const& node, std::size_t field) const {
    Texts out;
    collect(info_.fields[field], node.get(field), out);
    return out;
  }

  bool has_text(Node const& node) const {
    std::string const wanted = utf8::fold(query_.filter.text) + ' ';
    for (std::size_t at = 0; at < wanted.size();) {
      std::size_t const end = wanted.find(' ', at);
      std::string const term = wanted.substr(at, end - at);
      bool found = false;
      for (std::size_t i = 0; i < info_.fields.size(); ++i) {
        if (query_.filter.text_field >= 0 && static_cast<int>(i) != query_.filter.text_field) continue;
        for (auto const& text : texts(node, i)) found = found || text.find(term) != std::string::npos;
      }
      if (!found && !term.empty()) return false;
      at = end + 1;
    }
    return true;
  }

  static bool mentions(Value const& value, Ulid id) {
    if (auto const* one = value.as<Ulid>()) return *one == id;
    if (auto const* many = value.as<std::vector<Ulid>>()) return std::count(many->begin(), many->end(), id) > 0;
    if (auto const* list = value.as<ListValue>())
      for (auto const& row : list->rows)
        for (auto const& inner : row)
          if (mentions(inner, id)) return true;
    return false;
  }
  bool is_given(FieldInfo const& field, Value const& value) const {
    auto const* entry = value.as<EnumIndex>();
    return entry ? entry->index > 0 || !field.enumeration->names[0].empty() : !is_empty(value);
  }
  bool chosen(Node const& node, FieldChoice const& choice) const {
    auto const index = static_cast<std::size_t>(choice.field);
    Value const value = node.get(index);
    for (Ulid id : choice.records)
      if (id ? mentions(value, id) : !is_given(info_.fields[index], value)) return true;
    for (std::uint8_t entry : choice.entries)
      if (value == Value(EnumIndex{entry}) || value == Value(entry == 1)) return true;
    return false;
  }
  bool in_year(Node const& node) const {
    Year const year = query_.filter.year;
    Year first = 2999, last = 0;
    for (std::size_t i = 0; i < info_.fields.size(); ++i) {
      Value const value = node.get(i);
      if (auto const* series = value.as<SeriesValue>())
        for (auto const& [at, raw] : series->values)
          if (at == year && (raw != 0 || series->element != Element::money)) return true;
      auto const* given = value.as<Year>();
      if (given && info_.fields[i].rules.merge == Merge::group) first = std::min(first, *given), last = std::max(last, *given);
    }
    return first <= year && year <= last;
  }
  bool passes(Node const& node) const {
    GridFilter const& filter = query_.filter;
    for (auto const& choice : filter.choices)
      if (!chosen(node, choice)) return false;
    if (filter.year != 0 && !in_year(node)) return false;
    if (filter.only_with_findings && !filter.has_finding(filter.context, node.id)) return false;
    if (filter.refers_to) {
      bool found = false;
      for (std::size_t i = 0; i < info_.fields.size(); ++i) found = found || mentions(node.get(i), filter.refers_to);
      if (!found) return false;
    }
    return has_text(node);
  }

  // Numbers: one; texts: the words. Empty: not given.
  struct Key {
    bool given = false;
    std::int64_t number = 0;
    Texts texts;
  };
  Key sort_key(Node const& node) const {
    auto const index = static_cast<std::size_t>(query_.sort.field);
    FieldInfo const& field = info_.fields[index];
    Value const value = node.get(index);
    Key out;
    if (FieldInfo const* other = info_.find(field.rules.times); other && query_.sort.year == by_level) {
      out.number = std::int64_t{value.as<EnumIndex>()->index} * node.get(static_cast<std::size_t>(info_.index_of(other->key))).as<EnumIndex>()->index;
      out.given = out.number > 0;
      return out;
    }
    out.texts = texts(node, index);
    out.given = !out.texts.empty();
    if (auto const* series = value.as<SeriesValue>()) {
      for (auto const& [year, raw] : series->values) {
        if (query_.sort.year != 0 && query_.sort.year != year) continue;
        out.number = field.element == Element::enumeration ? raw : out.number + raw;
        out.given = true;
      }
    }
    auto const number = [&](std::int64_t raw) { out.number = raw, out.given = true; };
    if (auto const* n = value.as<std::int64_t>()) number(*n);
    if (auto const* n = value.as<Decimal>()) number(n->micros);
    if (auto const* n = value.as<Money>()) number(n->rupiah);
    if (auto const* n = value.as<Date>()) number(n->days);
    if (auto const* n = value.as<Year>()) number(*n);
    if (auto const* n = value.as<bool>()) number(*n);
    if (auto const* n = value.as<EnumIndex>(); n && is_given(field, value)) number(n->index);
    return out;
  }
  bool sorts_before(Node const& a, Node const& b) const {
    Key const key_a = sort_key(a), key_b = sort_key(b);
    if (!key_a.given || !key_b.given) return key_a.given && !key_b.given;
    Key const &low = query_.sort.descending ? key_b : key_a, &high = query_.sort.descending ? key_a : key_b;
    return low.number != high.number ? low.number < high.number : low.texts < high.texts;
  }

  std::tuple<int, std::int64_t, Ulid> group_place(GroupKey const& key) const {
    FieldInfo const& field = info_.fields[static_cast<std::size_t>(query_.group.field)];
    if (field.type == ValueType::boolean) return {0, key.entry == 1 ? 0 : 1, {}};
    if (field.type == ValueType::enumeration) return {key.entry == 0 && field.enumeration->names[0].empty() ? 1 : 0, key.entry, {}};
    if (!key.record) return {2, 0, {}};
    Node const* const node = document_.find(field.target, key.record);
    if (!node || !node->is_alive()) return {1, 0, key.record};
    int const order = node->info().role_field(Role::order);
    return {0, order < 0 ? 0 : *node->get(static_cast<std::size_t>(order)).as<std::int64_t>(), key.record};
  }

  Document const& document_;
  RecordInfo const& info_;
  GridQuery const& query_;
  std::vector<Node const*> nodes_;
};

}  // namespace rancang::testing
