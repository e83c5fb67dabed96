#pragma once
// GridTable: the answer to a GridQuery over one record type, kept current edit by edit. An edit that moves nothing costs what the record costs.
// For: one per open table view; 100,000 records are ordinary.
// Must not know: labels, screens, who edits.
#include <optional>

#include "edit/grid_query.hpp"
#include "edit/search_index.hpp"
#include "model/change_set.hpp"

namespace rancang {

class GridTable {
 public:
  explicit GridTable(RecordType type, SearchIndex::Spoken const* spoken = nullptr);

  // Starts over with another document (opened, restored): rows anew with the current query.
  void open(Document const& document);
  // Another query on the same document: rows anew. Needs open() first.
  void set_query(Document const& document, GridQuery query);
  GridQuery const& query() const { return query_; }
  // After every change: `document` is the document after it. Records of other types matter through their names and order.
  void refresh(Document const& document, ChangeSet const& changes);

  // The record being edited stays where it is, whatever is typed, until another one (or none: a null id) is held: rows don't jump under the cursor.
  void hold(Document const& document, Ulid id);

  // Reads the words of the next `records` records; true when nothing is left. Text filters and sorts by text finish it themselves:
  // calling this in idle moments after loading spares the first of them the wait.
  bool prepare(Document const& document, std::size_t records) { return index_.prepare(document, records); }

  std::size_t size() const { return rows_.size(); }  // rows, heads included
  GridRow row(std::size_t index) const;
  std::optional<std::size_t> row_of(Ulid id) const;  // nullopt: filtered out, or in a collapsed group
  std::vector<Ulid> shown_records() const;           // in row order, without heads
  std::vector<GridGroup> const& groups() const { return groups_; }  // empty without grouping
  GridTotals const& totals() const { return totals_; }              // of all rows that pass the filter, collapsed ones too
  std::size_t record_count() const { return index_.size(); }        // alive records of the type, filtered out or not
  std::size_t memory_bytes() const;                                 // rows and index
  std::uint64_t revision() const { return revision_; }              // grows whenever rows, groups or totals may differ

 private:
  using Slot = SearchIndex::Slot;
  static constexpr std::uint32_t head_bit = 0x80000000;  // a row is a slot, or a group's index with this bit
  static constexpr std::size_t no_group = static_cast<std::size_t>(-1);

  RecordInfo const& info() const { return record_info(type_); }
  FieldInfo const* group_field() const;
  bool sorts() const { return query_.sort.field >= 0 && static_cast<std::size_t>(query_.sort.field) < info().fields.size(); }
  bool needs_words() const;

  // Everything anew, from the index.
  void rebuild(Document const& document);
  void read_records();
  std::vector<Slot> passing_slots() const;
  void count_passing(std::vector<Slot> const& slots);
  std::vector<std::uint32_t> make_groups(Document const& document, FieldInfo const& field, std::vector<Slot> const& slots);
  void lay_out_groups(std::vector<Slot> const& slots, std::vector<std::uint32_t> const& group_of_slot);

  // One record. False: only a rebuild tells how the rows look; until then, track() keeps the index.
  bool step(Document const& document, RecordChange const& change);
  Slot track(Document const& document, RecordChange const& change);
  Slot put_in_index(Document const& document, Slot slot, NodePtr const& after);
  void take_from_index(Slot slot);
  bool names_matter(Document const& document, RecordChange const& change);
  bool passes(Slot slot) const;
  bool moves(Node const& before, Node const& after) const;
  bool less(Slot a, Slot b) const;
  bool order_less(Slot a, Slot b) const;
  std::int64_t order_of(Slot slot) const;
  std::size_t group_of_row(std::size_t row) const;
  std::size_t group_by_key(Node const& node) const;  // 0 without grouping
  bool add_row(Slot slot, std::size_t group);
  bool remove_row(Slot slot, std::size_t group);
  void count(Node const& node, std::size_t group, bool adds);
  void release(Document const& document);

  RecordType type_;
  int order_field_;
  GridQuery query_;
  std::vector<std::string> terms_;  // of query_.filter.text
  SearchIndex index_;
  std::vector<Slot> order_;           // alive records in the plan's own order
  std::vector<bool> passing_;         // per slot: counted among the rows
  std::vector<std::uint32_t> rows_;
  std::vector<GridGroup> groups_;
  GridTotals totals_, all_;  // of the rows; of all records, so that a filter counts the smaller side
  Ulid held_;
  std::size_t held_group_ = no_group;  // where its row stands, if it has one
  bool held_moved_ = false;            // it may no longer belong there
  std::uint64_t revision_ = 0;
};

}  // namespace rancang
