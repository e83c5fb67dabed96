#include "model/merge.hpp"

#include <algorithm>

#include "base/order.hpp"
#include "model/merge_parts.hpp"

namespace rancang {
namespace {
template <class T>
int compare(T const& a, T const& b) {
  return a < b ? -1 : b < a ? 1 : 0;
}
template <class List, class Each>
int compare_lists(List const& a, List const& b, Each each) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    if (int const order = each(a[i], b[i])) return order;
  return compare(a.size(), b.size());
}
int compare_rows(std::vector<Value> const& a, std::vector<Value> const& b) { return compare_lists(a, b, compare_values); }

bool is_larger(Dot a, Dot b) { return a.counter != b.counter ? a.counter > b.counter : b.replica < a.replica; }
// The order in which values are shown: by (counter, replica) from the largest down; the same dot twice by value.
bool shows_before(FieldValue const& a, FieldValue const& b) { return a.dot == b.dot ? compare_values(a.value, b.value) > 0 : is_larger(a.dot, b.dot); }
bool same(FieldValue const& a, FieldValue const& b) { return a.dot == b.dot && a.value == b.value; }

bool is_united(FieldInfo const& field) { return field.rules.merge == Merge::unite && field.type == ValueType::references; }

bool holds(std::vector<FieldValue> const& values, Dot dot) {
  return std::any_of(values.begin(), values.end(), [&](FieldValue const& one) { return one.dot == dot; });
}
bool has_others(Causal const& causal, std::uint8_t field) {
  return std::any_of(causal.others.begin(), causal.others.end(), [&](Alternative const& other) { return other.field == field; });
}

std::vector<Dot> sorted_dots(std::vector<FieldValue> const& values) {
  std::vector<Dot> out;
  for (auto const& one : values) out.push_back(one.dot);
  sort_list(out);
  return out;
}
// What `from` has and the other has too or has not seen.
void keep(std::vector<FieldValue> const& from, std::vector<FieldValue> const& other, Causal const& other_causal, std::vector<FieldValue>& out) {
  auto const dots = sorted_dots(other);
  for (auto const& one : from)
    if (!other_causal.has_seen(one.dot) || std::binary_search(dots.begin(), dots.end(), one.dot)) out.push_back(one);
}

void put_in_order(std::vector<FieldValue>& values) {
  sort_list(values, shows_before);
  values.erase(std::unique(values.begin(), values.end(), same), values.end());
}

Value union_of(std::vector<FieldValue> const& values) {
  std::vector<Ulid> ids;
  for (auto const& one : values)
    if (auto const* list = one.value.as<std::vector<Ulid>>()) ids.insert(ids.end(), list->begin(), list->end());
  drop_repeats(ids);
  return ids;
}

std::vector<Dot> merge_seen(std::vector<Dot> const& a, std::vector<Dot> const& b) {
  std::vector<Dot> out;
  out.reserve(a.size() + b.size());
  auto left = a.begin(), right = b.begin();
  while (left != a.end() && right != b.end()) {
    if (left->replica == right->replica) {
      out.push_back({left->replica, std::max(left->counter, right->counter)});
      ++left, ++right;
    } else {
      out.push_back(left->replica < right->replica ? *left++ : *right++);
    }
  }
  out.insert(out.end(), left, a.end());
  out.insert(out.end(), right, b.end());
  return out;
}

std::vector<Dot> merge_alive(Causal const& a, Causal const& b) {
  std::vector<Dot> out;
  auto const has = [](std::vector<Dot> const& dots, Dot dot) { return std::binary_search(dots.begin(), dots.end(), dot); };
  for (Dot dot : a.alive)
    if (!b.has_seen(dot) || has(b.alive, dot)) out.push_back(dot);
  for (Dot dot : b.alive)
    if (!has(a.alive, dot) && !a.has_seen(dot)) out.push_back(dot);
  sort_list(out);
  return out;
}

// The merge of two states, cloned from the first one only when something is to be changed in it.
class NodeMerge {
 public:
  NodeMerge(NodePtr const& a, NodePtr const& b) : a_(a), b_(b), left_(*a->causal), right_(*b->causal) {}

  NodePtr run(UnknownMerge const& unknown) {
    causal_.seen = merge_seen(left_.seen, right_.seen);
    causal_.alive = merge_alive(left_, right_);
    // Fields that nobody named since the creation: of two creations under one id the larger, as with values.
    causal_.base = is_larger(right_.base, left_.base) ? right_.base : left_.base;
    auto const count = a_->info().fields.size();
    for (std::size_t i = 0; i < count; ++i) merge_field(static_cast<std::uint8_t>(i));
    bool const extras = !same_extras(*a_, *b_);
    if (!draft_ && !extras && causal_ == left_) return a_;
    auto& node = draft();
    node.causal = std::make_shared<Causal const>(std::move(causal_));
    if (extras && unknown.extras) node.extras = unknown.extras(*a_, *b_, node);
    auto const is = [&](Node const& other) { return *node.causal == *other.causal && same_extras(node, other) && same_data(node, other); };
    return is(*a_) ? a_ : is(*b_) ? b_ : draft_;
  }

 private:
  Node& draft() {
    if (!draft_) draft_ = clone_node(*a_);
    return *draft_;
  }
  void stamp(std::uint8_t field, Dot dot) {
    if (!(dot == causal_.base)) causal_.fields.emplace_back(field, dot);
  }
  void merge_field(std::uint8_t field) {
    FieldInfo const& about = a_->info().fields[field];
    Dot const left = left_.stamp_of(field), right = right_.stamp_of(field);
    if (!has_others(left_, field) && !has_others(right_, field)) {
      bool const left_seen = right_.has_seen(left), right_seen = left_.has_seen(right);
      if (left == right && about.equal(a_->data(), b_->data())) return stamp(field, left);
      if (!(left == right) && right_seen && !left_seen) return stamp(field, left);
      if (!(left == right) && left_seen && !right_seen) {
        if (!about.equal(a_->data(), b_->data())) about.set(draft().data(), about.get(b_->data()));
        return stamp(field, right);
      }
    }
    auto const mine = field_values(*a_, field), theirs = field_values(*b_, field);
    std::vector<FieldValue> out;
    keep(mine, theirs, right_, out);
    keep(theirs, mine, left_, out);
    if (out.empty()) {  // only where a dot was used twice: both stay, rather than none
      out = mine;
      out.insert(out.end(), theirs.begin(), theirs.end());
    }
    set_field_values(draft(), causal_, field, std::move(out));
  }

  NodePtr const &a_, &b_;
  Causal const &left_, &right_;
  Causal causal_;
  std::shared_ptr<Node> draft_;
};
}  // namespace

int compare_values(Value const& a, Value const& b) {
  if (a.data.index() != b.data.index()) return compare(a.data.index(), b.data.index());
  if (auto const* text = a.as<std::string>()) return text->compare(*b.as<std::string>());
  if (auto const* on = a.as<bool>()) return compare(*on, *b.as<bool>());
  if (auto const* count = a.as<std::int64_t>()) return compare(*count, *b.as<std::int64_t>());
  if (auto const* decimal = a.as<Decimal>()) return compare(decimal->micros, b.as<Decimal>()->micros);
  if (auto const* money = a.as<Money>()) return compare(money->rupiah, b.as<Money>()->rupiah);
  if (auto const* year = a.as<Year>()) return compare(*year, *b.as<Year>());
  if (auto const* date = a.as<Date>()) return compare(date->days, b.as<Date>()->days);
  if (auto const* choice = a.as<EnumIndex>()) return compare(choice->index, b.as<EnumIndex>()->index);
  if (auto const* id = a.as<Ulid>()) return compare(*id, *b.as<Ulid>());
  if (auto const* ids = a.as<std::vector<Ulid>>()) return compare_lists(*ids, *b.as<std::vector<Ulid>>(), [](Ulid x, Ulid y) { return compare(x, y); });
  if (auto const* series = a.as<SeriesValue>())
    return compare_lists(series->values, b.as<SeriesValue>()->values, [](auto const& x, auto const& y) { return compare(x, y); });
  if (auto const* list = a.as<ListValue>()) return compare_lists(list->rows, b.as<ListValue>()->rows, compare_rows);
  return 0;
}

std::vector<FieldValue> field_values(Node const& node, std::uint8_t field) {
  std::vector<FieldValue> out;
  for (auto const& other : node.causal->others)
    if (other.field == field) out.push_back({other.dot, other.value});
  Dot const stamp = node.causal->stamp_of(field);
  // United sets show what nobody wrote; all written values are in `others` then.
  if (out.empty() || !is_united(node.info().fields[field]) || !holds(out, stamp)) out.push_back({stamp, node.get(field)});
  put_in_order(out);
  return out;
}

void set_field_values(Node& node, Causal& causal, std::uint8_t field, std::vector<FieldValue> values) {
  put_in_order(values);
  FieldInfo const& about = node.info().fields[field];
  bool const united = is_united(about) && values.size() > 1;
  about.set(node.data(), united ? union_of(values) : values.front().value);
  auto const at = std::lower_bound(causal.fields.begin(), causal.fields.end(), field, [](auto const& row, std::uint8_t index) { return row.first < index; });
  bool const listed = at != causal.fields.end() && at->first == field;
  if (listed) at->second = values.front().dot;
  else if (!(values.front().dot == causal.base)) causal.fields.insert(at, {field, values.front().dot});
  auto& others = causal.others;
  others.erase(std::remove_if(others.begin(), others.end(), [&](Alternative const& other) { return other.field == field; }), others.end());
  for (std::size_t i = united ? 0 : 1; i < values.size(); ++i) others.push_back({field, values[i].dot, std::move(values[i].value)});
  sort_list(others, [](Alternative const& a, Alternative const& b) {
    if (a.field != b.field) return a.field < b.field;
    return a.dot == b.dot ? compare_values(a.value, b.value) < 0 : a.dot < b.dot;
  });
}

NodePtr merge_nodes(NodePtr const& a, NodePtr const& b, UnknownMerge const& unknown) { return a == b ? a : NodeMerge(a, b).run(unknown); }

std::vector<FieldValue> different_values(Node const& node, std::uint8_t field) {
  if (!has_others(*node.causal, field)) return {{node.causal->stamp_of(field), node.get(field)}};
  auto all = field_values(node, field);
  std::vector<std::size_t> by_value(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) by_value[i] = i;
  sort_list(by_value, [&](std::size_t a, std::size_t b) {
    int const order = compare_values(all[a].value, all[b].value);
    return order != 0 ? order < 0 : a < b;
  });
  std::vector<bool> repeated(all.size());
  for (std::size_t i = 1; i < by_value.size(); ++i) repeated[by_value[i]] = compare_values(all[by_value[i - 1]].value, all[by_value[i]].value) == 0;
  std::vector<FieldValue> out;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!repeated[i]) out.push_back(std::move(all[i]));
  return out;
}

FieldState field_state(Node const& node, std::uint8_t field) {
  FieldInfo const& about = node.info().fields[field];
  Value const shown = node.get(field);
  auto const differs = [&](Alternative const& other) { return other.field == field && !(other.value == shown); };
  // Asked of every field with alternatives: all of them are only listed where a union is shown.
  if (std::none_of(node.causal->others.begin(), node.causal->others.end(), differs)) return FieldState::plain;
  if (is_united(about)) return different_values(node, field).size() < 2 ? FieldState::plain : FieldState::united;
  return about.rules.merge == Merge::latest ? FieldState::latest : FieldState::conflict;
}

std::vector<std::uint8_t> conflict_fields(Node const& node) {
  std::vector<std::uint8_t> out;
  if (!node.is_alive()) return out;
  int asked = -1;  // alternatives of one field stand together
  for (auto const& other : node.causal->others)
    if (asked != other.field && field_state(node, static_cast<std::uint8_t>(asked = other.field)) == FieldState::conflict) out.push_back(other.field);
  return with_groups(node.info(), std::move(out));
}

std::vector<OpenConflict> open_conflicts(Document const& document) {
  std::vector<OpenConflict> out;
  for (auto const& table : document.tables)
    table.for_each([&](NodePtr const& node) {
      if (node->causal->others.empty()) return;
      for (std::uint8_t field : conflict_fields(*node)) out.push_back({node, field});
    });
  return out;
}

std::vector<std::uint8_t> with_groups(RecordInfo const& info, std::vector<std::uint8_t> fields) {
  auto const grouped = [&](std::uint8_t field) { return info.fields[field].rules.merge == Merge::group; };
  if (std::none_of(fields.begin(), fields.end(), grouped)) return fields;
  for (std::size_t i = 0; i < info.fields.size(); ++i)
    if (grouped(static_cast<std::uint8_t>(i))) fields.push_back(static_cast<std::uint8_t>(i));
  sort_list(fields);
  fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
  return fields;
}

Provenance provenance(Document const& document, Dot dot) {
  auto const at = document.replicas->find(dot.replica);
  return {dot, at == document.replicas->end() ? nullptr : &at->second};
}

}  // namespace rancang
