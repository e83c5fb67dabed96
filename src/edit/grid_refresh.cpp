// GridTable, edit by edit: which rows a change of one record touches.
#include <algorithm>

#include "edit/grid_filter.hpp"
#include "edit/grid_groups.hpp"
#include "edit/grid_sort.hpp"
#include "edit/grid_table.hpp"

namespace rancang {
namespace {
constexpr std::size_t most_steps = 64;  // past this many records of ours, rows anew are cheaper

bool is_alive(NodePtr const& node) { return node && node->is_alive(); }
}  // namespace

void GridTable::refresh(Document const& document, ChangeSet const& changes) {
  if (changes.empty()) return;
  bool anew = false;
  for (auto const& change : changes.records) anew = names_matter(document, change) || anew;
  auto const ours = static_cast<std::size_t>(std::count_if(changes.records.begin(), changes.records.end(), [&](RecordChange const& change) { return change.type() == type_; }));
  if (ours > most_steps) {
    index_.update(document, changes);
    read_records();
    return rebuild(document);
  }
  for (auto const& change : changes.records) {
    if (change.type() != type_) continue;
    if (anew) track(document, change);
    else anew = !step(document, change);
  }
  if (anew) rebuild(document);
  else ++revision_;
}

// Whether a change of a record that ours may refer to can move, show or hide rows.
bool GridTable::names_matter(Document const& document, RecordChange const& change) {
  bool const renamed = index_.rename(document, change);
  if (renamed && needs_words()) return true;
  FieldInfo const* const field = group_field();
  if (!field || field->target != change.type()) return false;
  if (is_alive(change.before) != is_alive(change.after)) return true;
  int const order = record_info(change.type()).role_field(Role::order);
  return order >= 0 && change.before && change.after && !record_info(change.type()).fields[static_cast<std::size_t>(order)].equal(change.before->data(), change.after->data());
}

bool GridTable::passes(Slot slot) const {
  if (!terms_.empty() && !index_.matches(slot, terms_, query_.filter.text_field)) return false;
  return RecordFilter(info(), query_.filter).passes(*index_.node(slot));
}

bool GridTable::moves(Node const& before, Node const& after) const {
  auto const differs = [&](int field) { return field >= 0 && !info().fields[static_cast<std::size_t>(field)].equal(before.data(), after.data()); };
  auto const level_differs = [&] { return sorts() && query_.sort.year == by_level && differs(info().index_of(info().fields[static_cast<std::size_t>(query_.sort.field)].rules.times)); };
  return differs(order_field_) || differs(query_.sort.field) || level_differs() || (group_field() && differs(query_.group.field));
}

bool GridTable::less(Slot a, Slot b) const {
  int const order = sorts() ? compare_slots(a, b, index_, info(), query_.sort) : 0;
  return order != 0 ? order < 0 : order_less(a, b);
}

std::size_t GridTable::group_by_key(Node const& node) const {
  FieldInfo const* const field = group_field();
  if (!field) return 0;
  GroupKey const key = group_key(*field, node.data());
  auto const at = std::find_if(groups_.begin(), groups_.end(), [&](GridGroup const& group) { return group.key == key; });
  return at == groups_.end() ? no_group : static_cast<std::size_t>(at - groups_.begin());
}

bool GridTable::remove_row(Slot slot, std::size_t group) {
  if (group_field() && (group == no_group || groups_[group].totals.count == 0)) return false;  // the group goes with it
  if (group_field() && groups_[group].collapsed) return true;
  auto const at = std::find(rows_.begin(), rows_.end(), slot);
  if (at == rows_.end()) return false;
  rows_.erase(at);
  for (std::size_t g = group + 1; g < groups_.size(); ++g) --groups_[g].first;
  return true;
}

bool GridTable::add_row(Slot slot, std::size_t group) {
  if (held_moved_ || (group_field() && group == no_group)) return false;  // rows aren't in order, or there is no such group yet
  if (group_field() && groups_[group].collapsed) return true;
  std::size_t const begin = groups_.empty() ? 0 : groups_[group].first + 1;
  std::size_t const end = group + 1 < groups_.size() ? groups_[group + 1].first : rows_.size();
  auto const at = std::lower_bound(rows_.begin() + static_cast<std::ptrdiff_t>(begin), rows_.begin() + static_cast<std::ptrdiff_t>(end), slot, [&](Slot a, Slot b) { return less(a, b); });
  rows_.insert(at, slot);
  for (std::size_t g = group + 1; g < groups_.size(); ++g) ++groups_[g].first;
  return true;
}

void GridTable::take_from_index(Slot slot) {
  order_.erase(std::find(order_.begin(), order_.end(), slot));
  passing_[slot] = false;
  count_record(all_, info(), index_.node(slot)->data(), Counting::take_away);
  index_.remove(slot);
}

GridTable::Slot GridTable::put_in_index(Document const& document, Slot slot, NodePtr const& after) {
  bool const fresh = slot == SearchIndex::no_slot;
  bool const stays = !fresh && (order_field_ < 0 || info().fields[static_cast<std::size_t>(order_field_)].equal(index_.node(slot)->data(), after->data()));
  if (!fresh) count_record(all_, info(), index_.node(slot)->data(), Counting::take_away);
  count_record(all_, info(), after->data(), Counting::add);
  if (fresh) slot = index_.insert(document, after);
  else if (!stays) order_.erase(std::find(order_.begin(), order_.end(), slot));
  if (!fresh) index_.replace(document, slot, after);
  if (!stays) order_.insert(std::lower_bound(order_.begin(), order_.end(), slot, [&](Slot a, Slot b) { return order_less(a, b); }), slot);
  if (passing_.size() < index_.slot_count()) passing_.resize(index_.slot_count());
  return slot;
}

GridTable::Slot GridTable::track(Document const& document, RecordChange const& change) {
  Slot const slot = index_.find(change.id());
  if (is_alive(change.after)) return put_in_index(document, slot, change.after);
  if (slot != SearchIndex::no_slot) take_from_index(slot);
  return SearchIndex::no_slot;
}

// Rows and totals are taken from what the index holds, so that a change set joined from several edits is as good as one by one.
bool GridTable::step(Document const& document, RecordChange const& change) {
  Slot const known = index_.find(change.id());
  bool const was = known != SearchIndex::no_slot && passing_[known];
  bool const held = was && is_alive(change.after) && change.id() == held_;
  Node const* const before = was ? index_.node(known) : nullptr;
  std::size_t const group_before = !was ? no_group : change.id() == held_ ? held_group_ : group_by_key(*before);
  if (was) count(*before, group_before, false);
  // A row that moves leaves before its keys change: its neighbours are compared by theirs alone.
  bool const leaves = was && !held && (!is_alive(change.after) || moves(*before, *change.after));
  bool const left = !leaves || remove_row(known, group_before);
  Slot const slot = track(document, change);
  if (slot == SearchIndex::no_slot) return left;
  bool const now = held || passes(slot);
  std::size_t const group = !now ? no_group : held ? held_group_ : group_by_key(*change.after);
  passing_[slot] = now;
  held_moved_ = held_moved_ || held;
  if (change.id() == held_) held_group_ = group;
  if (now) count(*change.after, group, true);
  if (!left) return false;
  if (was && !leaves) return now || remove_row(slot, group_before);
  return !now || add_row(slot, group);
}

void GridTable::release(Document const& document) {
  Slot const slot = std::exchange(held_moved_, false) ? index_.find(held_) : SearchIndex::no_slot;
  std::size_t const group_before = held_group_;
  held_ = {};
  held_group_ = no_group;
  if (slot == SearchIndex::no_slot || !passing_[slot]) return;
  Node const& node = *index_.node(slot);
  count(node, group_before, false);
  bool const removed = remove_row(slot, group_before);
  passing_[slot] = passes(slot);
  std::size_t const group = group_by_key(node);
  if (passing_[slot]) count(node, group, true);
  if (removed && (!passing_[slot] || add_row(slot, group))) ++revision_;
  else rebuild(document);
}

void GridTable::hold(Document const& document, Ulid id) {
  if (id == held_) return;
  if (held_) release(document);
  held_ = id;
  Slot const slot = id ? index_.find(id) : SearchIndex::no_slot;
  held_group_ = slot != SearchIndex::no_slot && passing_[slot] ? group_by_key(*index_.node(slot)) : no_group;
}

}  // namespace rancang
