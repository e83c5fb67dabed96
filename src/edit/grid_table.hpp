#pragma once
// GridTable: the answer to a GridQuery over one record type, kept current edit by edit. Cost of an edit that moves nothing: the edited record.
// For: one per open table view; 100,000 records are ordinary.
// Must not know: labels, screens, who edits.
#include <memory>
#include <optional>

#include "edit/grid_query.hpp"
#include "edit/search_index.hpp"
#include "model/change_set.hpp"

namespace rancang {

class GridTable {
 public:
  explicit GridTable(RecordType type);

  // Starts over with another document (opened, restored): rows anew with the current query.
  void open(Document const& document);
  // Another query on the same document. Equal queries cost nothing only if the caller doesn't ask.
  void set_query(Document const& document, GridQuery query);
  GridQuery const& query() const { return query_; }
  // After every change: `document` is the document after it. Records of other types matter through their names and orders.
  void refresh(Document const& document, ChangeSet const& changes);

  // The record being edited stays where it is, whatever is typed, until released (a null id): rows don't jump under the cursor.
  void hold(Document const& document, Ulid id);

  // Prepares the text index for the next `records` records; true when nothing is left. Text filters and sorts finish it themselves:
  // calling this in idle moments after loading spares the first of them the wait.
  bool prepare(Document const& document, std::size_t records);

  std::size_t size() const { return rows_.size(); }  // rows, heads included
  GridRow row(std::size_t index) const;
  std::optional<std::size_t> row_of(Ulid id) const;  // nullopt: filtered out, or in a collapsed group
  std::vector<Ulid> shown_records() const;           // in row order, without heads
  std::vector<GridGroup> const& groups() const { return groups_; }  // empty without grouping
  GridTotals const& totals() const { return totals_; }              // of all rows that pass the filter
  std::size_t record_count() const { return index_.size(); }        // alive records of the type, filtered out or not
  std::size_t memory_bytes() const;                                 // rows and index
  std::uint64_t revision() const { return revision_; }              // grows whenever rows, groups or totals may differ

 private:
  struct Row {
    std::uint32_t slot;   // of the index; head_slot = a group's head
    std::uint32_t group;
  };
  static constexpr std::uint32_t head_slot = 0xFFFFFFFF;
  struct Place;

  RecordType type_;
  GridQuery query_;
  SearchIndex index_;
  std::vector<Row> rows_;
  std::vector<GridGroup> groups_;
  GridTotals totals_;
  Ulid held_;
  std::uint64_t revision_ = 0;
};

}  // namespace rancang
