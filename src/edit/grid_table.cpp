#include "edit/grid_table.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/order.hpp"
#include "edit/grid_filter.hpp"
#include "edit/grid_groups.hpp"
#include "edit/grid_sort.hpp"

namespace rancang {
namespace {
// Numbers the groups of rows as they come up; neighbours mostly share one.
class GroupNumbers {
 public:
  std::uint32_t number_of(GroupKey const& key) {
    if (!keys.empty() && keys[last_] == key) return last_;
    auto const [at, fresh] = numbers_.emplace(Ulid{key.record.high ^ key.entry, key.record.low}, static_cast<std::uint32_t>(keys.size()));
    if (fresh) keys.push_back(key);
    return last_ = at->second;
  }
  std::vector<GroupKey> keys;

 private:
  std::unordered_map<Ulid, std::uint32_t, UlidHash> numbers_;  // a key is either a record or an entry
  std::uint32_t last_ = 0;
};
}  // namespace

GridTable::GridTable(RecordType type, SearchIndex::Spoken const* spoken) : type_(type), order_field_(record_info(type).role_field(Role::order)), index_(type, spoken) {}

void GridTable::open(Document const& document) {
  index_.open(document);
  held_ = {};
  read_records();
  rebuild(document);
}

void GridTable::set_query(Document const& document, GridQuery query) {
  query_ = std::move(query);
  terms_ = SearchIndex::terms_of(query_.filter.text);
  rebuild(document);
}

FieldInfo const* GridTable::group_field() const {
  auto const fields = info().fields;
  auto const index = static_cast<std::size_t>(query_.group.field);
  return query_.group.field >= 0 && index < fields.size() && can_group(fields[index]) ? &fields[index] : nullptr;
}

bool GridTable::needs_words() const { return !terms_.empty() || (sorts() && sorts_by_words(info().fields[static_cast<std::size_t>(query_.sort.field)])); }

std::int64_t GridTable::order_of(Slot slot) const {
  if (order_field_ < 0) return 0;
  return *static_cast<std::int64_t const*>(info().fields[static_cast<std::size_t>(order_field_)].peek(index_.node(slot)->data()));
}

bool GridTable::order_less(Slot a, Slot b) const {
  std::int64_t const order_a = order_of(a), order_b = order_of(b);
  return order_a != order_b ? order_a < order_b : index_.node(a)->id < index_.node(b)->id;
}

// The plan's own order and the totals of all records, in one pass over the records: what it costs is fetching them from memory.
void GridTable::read_records() {
  struct Item {
    std::int64_t order;
    std::uint32_t place;  // in order of id, which decides between equal orders
    Slot slot;
  };
  order_ = index_.by_id();
  all_ = no_totals(info());
  std::vector<Item> items;
  items.reserve(order_.size());
  bool sorted = true;
  for (Slot slot : order_) {
    items.push_back({order_of(slot), static_cast<std::uint32_t>(items.size()), slot});
    sorted = sorted && (items.size() == 1 || items[items.size() - 2].order <= items.back().order);
    count_record(all_, info(), index_.node(slot)->data(), Counting::add);
  }
  if (sorted) return;
  sort_list(items, [](Item const& a, Item const& b) { return a.order != b.order ? a.order < b.order : a.place < b.place; });
  for (std::size_t i = 0; i < items.size(); ++i) order_[i] = items[i].slot;
}

std::vector<GridTable::Slot> GridTable::passing_slots() const {
  RecordFilter const filter(info(), query_.filter);
  std::vector<Slot> slots = order_;
  if (!terms_.empty()) index_.filter(slots, terms_, query_.filter.text_field);
  if (!filter.lets_all_pass()) slots.erase(std::remove_if(slots.begin(), slots.end(), [&](Slot slot) { return !filter.passes(*index_.node(slot)); }), slots.end());
  return slots;
}

void GridTable::rebuild(Document const& document) {
  if (needs_words()) index_.prepare(document, index_.slot_count());
  auto slots = passing_slots();
  passing_.assign(index_.slot_count(), false);
  for (Slot slot : slots) passing_[slot] = true;
  groups_.clear();
  count_passing(slots);
  // Records are read in the plan's own order, which is nearly that of memory; only then are they sorted.
  FieldInfo const* const field = group_field();
  auto const group_of_slot = field ? make_groups(document, *field, slots) : std::vector<std::uint32_t>();
  if (sorts()) sort_slots(slots, index_, info(), query_.sort);
  if (field) lay_out_groups(slots, group_of_slot);
  else rows_.assign(slots.begin(), slots.end());
  held_moved_ = false;
  Slot const held = held_ ? index_.find(held_) : SearchIndex::no_slot;
  held_group_ = held != SearchIndex::no_slot && passing_[held] ? group_by_key(*index_.node(held)) : no_group;
  ++revision_;
}

void GridTable::count_passing(std::vector<Slot> const& slots) {
  bool const few = slots.size() < order_.size() / 2;
  totals_ = few ? no_totals(info()) : all_;
  if (few)
    for (Slot slot : slots) count_record(totals_, info(), index_.node(slot)->data(), Counting::add);
  else if (slots.size() < order_.size())
    for (Slot slot : order_)
      if (!passing_[slot]) count_record(totals_, info(), index_.node(slot)->data(), Counting::take_away);
}

// The groups with their totals, in order; per slot of the index, the group of its record.
std::vector<std::uint32_t> GridTable::make_groups(Document const& document, FieldInfo const& field, std::vector<Slot> const& slots) {
  GroupNumbers numbers;
  std::vector<std::uint32_t> group_of_slot(index_.slot_count());
  std::vector<GridTotals> totals;
  for (Slot slot : slots) {
    void const* const record = index_.node(slot)->data();
    std::uint32_t const number = group_of_slot[slot] = numbers.number_of(group_key(field, record));
    if (number == totals.size()) totals.push_back(no_totals(info()));
    count_record(totals[number], info(), record, Counting::add);
  }
  std::vector<GroupKey> sorted = numbers.keys;
  sort_groups(document, field, sorted);
  auto const& collapsed = query_.group.collapsed;
  std::vector<std::uint32_t> place(sorted.size());
  for (auto const& key : sorted) {
    std::uint32_t const number = numbers.number_of(key);
    place[number] = static_cast<std::uint32_t>(groups_.size());
    groups_.push_back({key, std::move(totals[number]), 0, std::find(collapsed.begin(), collapsed.end(), key) != collapsed.end()});
  }
  for (Slot slot : slots) group_of_slot[slot] = place[group_of_slot[slot]];
  return group_of_slot;
}

void GridTable::lay_out_groups(std::vector<Slot> const& slots, std::vector<std::uint32_t> const& group_of_slot) {
  std::size_t row = 0;
  for (auto& group : groups_) {
    group.first = row;
    row += 1 + (group.collapsed ? 0 : group.totals.count);
  }
  rows_.resize(row);
  std::vector<std::size_t> next(groups_.size());
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    rows_[groups_[g].first] = head_bit | static_cast<std::uint32_t>(g);
    next[g] = groups_[g].first + 1;
  }
  for (Slot slot : slots)
    if (std::uint32_t const group = group_of_slot[slot]; !groups_[group].collapsed) rows_[next[group]++] = slot;
}

void GridTable::count(Node const& node, std::size_t group, bool adds) {
  Counting const counting = adds ? Counting::add : Counting::take_away;
  count_record(totals_, info(), node.data(), counting);
  if (group < groups_.size()) count_record(groups_[group].totals, info(), node.data(), counting);
}

std::size_t GridTable::group_of_row(std::size_t row) const {
  if (groups_.empty()) return 0;
  auto const at = std::upper_bound(groups_.begin(), groups_.end(), row, [](std::size_t key, GridGroup const& group) { return key < group.first; });
  return static_cast<std::size_t>(at - groups_.begin()) - 1;
}

GridRow GridTable::row(std::size_t index) const {
  std::uint32_t const stored = rows_[index];
  if (stored & head_bit) return {GridRowKind::group_head, nullptr, stored & ~head_bit};
  return {GridRowKind::record, index_.node(stored), static_cast<std::uint32_t>(group_of_row(index))};
}

std::optional<std::size_t> GridTable::row_of(Ulid id) const {
  Slot const slot = index_.find(id);
  if (slot == SearchIndex::no_slot) return std::nullopt;
  auto const at = std::find(rows_.begin(), rows_.end(), slot);
  return at == rows_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - rows_.begin()));
}

std::vector<Ulid> GridTable::shown_records() const {
  std::vector<Ulid> out;
  out.reserve(rows_.size());
  for (std::uint32_t row : rows_)
    if (!(row & head_bit)) out.push_back(index_.node(row)->id);
  return out;
}

std::size_t GridTable::memory_bytes() const {
  return index_.memory_bytes() + (order_.capacity() + rows_.capacity()) * sizeof(std::uint32_t) + passing_.capacity() / 8 + groups_.capacity() * sizeof(GridGroup);
}

}  // namespace rancang
