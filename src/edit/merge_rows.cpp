// One list of what all ticked files change. The second part of merge_session.hpp.
#include <algorithm>

#include "base/order.hpp"
#include "edit/merge_session.hpp"

namespace rancang {
namespace {
struct Found {
  RecordType type;
  Ulid id;
  MergeSource source;
  friend bool operator<(Found const& a, Found const& b) {
    if (a.type != b.type) return a.type < b.type;
    return a.id == b.id ? a.source.file < b.source.file : a.id < b.id;
  }
};

bool is_alive(NodePtr const& node) { return node && node->is_alive(); }

// What the fields of one record need, row by row.
struct FieldGroups {
  std::vector<std::optional<MergeGroup>> of;
  explicit FieldGroups(std::size_t count) : of(count) {}
  void put(std::vector<std::uint8_t> const& fields, MergeGroup group) {
    for (std::uint8_t field : fields)
      if (!of[field] || group == MergeGroup::conflict) of[field] = group;
  }
  // A proposal weighs more than a change that comes by itself: the field is asked about.
  void ask(std::uint8_t field, MergeGroup group) {
    if (!of[field] || of[field] == MergeGroup::clean) of[field] = group;
  }
};

bool same_pair(TwinPair const& a, TwinPair const& b) { return a.type == b.type && a.ours == b.ours && a.theirs == b.theirs; }
}  // namespace

void MergeSession::remember() {
  std::vector<Decided> out;
  std::size_t old = 0;
  auto const take_old = [&](auto const& before) {
    for (; old < remembered_.size() && before(remembered_[old].key); ++old) out.push_back(std::move(remembered_[old]));
  };
  for (auto& row : rows_) {
    RowKey const key = key_of(row);
    take_old([&](RowKey const& one) { return one < key; });
    if (old < remembered_.size() && !(key < remembered_[old].key)) ++old;  // the row says it anew
    if (row.pick != Pick::merged) out.push_back({key, row.pick, std::move(row.value)});
  }
  take_old([](RowKey const&) { return true; });
  remembered_ = std::move(out);
  for (auto const& twins : shown_twins_) {
    if (twins.pick == Pick::merged) continue;
    std::erase_if(decided_twins_, [&](MergeTwins const& old) { return same_pair(old.pair, twins.pair); });
    decided_twins_.push_back(twins);
  }
}

std::size_t MergeSession::decisions() const {
  if (rows_.empty() && shown_twins_.empty()) return remembered_.size() + decided_twins_.size();  // everything is being compared again
  auto const decided = [](auto const& one) { return one.pick != Pick::merged; };
  return static_cast<std::size_t>(std::count_if(rows_.begin(), rows_.end(), decided) + std::count_if(shown_twins_.begin(), shown_twins_.end(), decided));
}

void MergeSession::rebuild() {
  remember();
  items_.clear(), rows_.clear();
  std::vector<Found> found;
  for (std::size_t i = 0; i < files_.size(); ++i)
    if (files_[i].ticked && files_[i].state == MergeFileState::differs)
      for (auto const& record : files_[i].records) found.push_back({record.type, record.id, {static_cast<std::uint32_t>(i), &record}});
  sort_list(found);
  for (auto const& one : found) {
    if (items_.empty() || items_.back().type != one.type || !(items_.back().id == one.id)) {
      items_.emplace_back();
      items_.back().type = one.type;
      items_.back().id = one.id;
      items_.back().ours = one.source.record->ours;
    }
    items_.back().sources.push_back(one.source);
  }
  named_ = ours_;
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    make_item(items_[i]);
    make_rows(items_[i], i);
    if (NodePtr const& node = items_[i].any(); !is_alive(items_[i].ours) && node->is_alive()) named_.table(node->type).put(node);
  }
  for (auto& row : rows_) {
    RowKey const key = key_of(row);
    while (next < remembered_.size() && remembered_[next].key < key) ++next;
    if (next == remembered_.size() || key < remembered_[next].key) continue;
    row.pick = remembered_[next].pick;
    row.value = remembered_[next].value;
  }
  choose_twins();
  count();
  ++revision_;
}

void MergeSession::make_item(MergeItem& item) {
  item.clean = item.ours;
  auto const take = [&](NodePtr& into, NodePtr const& theirs) { into = into ? merge_nodes(into, theirs, *tools_.unknown) : theirs; };
  for (auto const& source : item.sources)
    if (files_[source.file].input.proven && !source.record->outside) take(item.clean, source.record->theirs);
  item.all = item.clean;
  for (auto const& source : item.sources)
    if (files_[source.file].input.proven && source.record->outside) take(item.all, source.record->theirs);
}

void MergeSession::make_rows(MergeItem& item, std::uint32_t index) {
  item.first_row = static_cast<std::uint32_t>(rows_.size());
  FieldGroups groups(record_info(item.type).fields.size());
  std::optional<MergeGroup> created, deleted;
  bool const was = is_alive(item.ours), is = is_alive(item.clean);
  bool revived = false;
  for (auto const& [file, record] : item.sources) {
    bool const proven = files_[file].input.proven, sent = record->theirs->is_alive();
    if (proven && !record->outside) {
      if (!item.ours) created = is ? std::optional(MergeGroup::clean) : created;
      else if (was && !is) deleted = MergeGroup::clean;
      else if (is) groups.put(record->fields, MergeGroup::clean), revived = revived || !was || !sent;
      continue;
    }
    MergeGroup const group = proven ? MergeGroup::outside : MergeGroup::proposal;
    if (sent && !is) created = created.value_or(group);
    else if (!sent && is) deleted = group;
    if (sent && (is || !item.ours))  // of a new record that several files bring: where they differ
      for (std::uint8_t field : record->fields)
        if (!(clean_value(item, field) == record->theirs->get(field))) groups.ask(field, group);
  }
  if (is && item.clean != item.ours)
    for (std::uint8_t field : conflict_fields(*item.clean)) {
      if (field_state(*item.clean, field) != FieldState::conflict) continue;  // decided together with one that is
      if (!item.ours || groups.of[field] || field_state(*item.ours, field) != FieldState::conflict) groups.of[field] = MergeGroup::conflict;
    }
  auto const put = [&](MergeRowKind kind, MergeGroup group, std::uint8_t field = 0) { rows_.push_back({index, kind, group, field, Pick::merged, {}}); };
  if (created) put(MergeRowKind::created, *created);
  if (deleted) put(MergeRowKind::deleted, *deleted);
  if (revived) put(MergeRowKind::revived, MergeGroup::conflict);
  for (std::size_t field = 0; field < groups.of.size(); ++field)
    if (groups.of[field]) put(MergeRowKind::field, *groups.of[field], static_cast<std::uint8_t>(field));
  item.rows = static_cast<std::uint32_t>(rows_.size()) - item.first_row;
}

bool MergeSession::is_refused(MergeRow const& row) const {
  if (row.group == MergeGroup::conflict) return row.kind == MergeRowKind::created && row.pick == Pick::ours;
  return row.pick == Pick::ours;
}

void MergeSession::count() {
  tally_ = {};
  std::uint32_t last = ~0u;
  for (auto const& row : rows_) {
    auto const group = static_cast<std::size_t>(row.group);
    bool const decided = is_decided(row), refused = is_refused(row);
    ++tally_.rows[group];
    tally_.decided[group] += decided;
    tally_.turned_down[group] += refused;
    tally_.waiting += !decided;
    tally_.refused += refused;
    tally_.records += row.item != last;
    last = row.item;
  }
  tally_.total = rows_.size();
}

void MergeSession::choose_twins() {
  shown_twins_.clear();
  auto const comes = [&](RecordType type, Ulid id) {
    if (ours_.table(type).find_alive(id)) return true;
    auto const at = std::lower_bound(items_.begin(), items_.end(), id, [&](MergeItem const& item, Ulid wanted) { return item.type != type ? item.type < type : item.id < wanted; });
    return at != items_.end() && at->type == type && at->id == id && is_alive(at->clean);
  };
  for (auto const& pair : all_twins_) {
    if (!comes(pair.type, pair.ours) || !comes(pair.type, pair.theirs)) continue;
    MergeTwins twins{pair, Pick::merged};
    for (auto const& decided : decided_twins_)
      if (same_pair(decided.pair, pair)) twins.pick = decided.pick;
    shown_twins_.push_back(std::move(twins));
  }
}

}  // namespace rancang
