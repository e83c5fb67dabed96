#pragma once
// What a table view asks of one record type, and the rows it gets: filtered, sorted, grouped, with subtotals.
// For: every grid, and the books that print one. GridTable (grid_table.hpp) answers.
// Must not know: labels, screens, particular records.
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/document.hpp"

namespace rancang {

// Records whose field holds one of these. Reference(s), and lists that refer: `records`; enumeration and boolean (0, 1): `entries`.
// A null Ulid in `records` stands for "not given" and serves every other type of field too.
struct FieldChoice {
  int field = -1;
  std::vector<Ulid> records;
  std::vector<std::uint8_t> entries;
};

struct GridFilter {
  std::string text;     // every word must occur, as a part, in some text field or in the name of a record referred to; compared folded
  int text_field = -1;  // look in this field only; −1 = everywhere
  std::vector<FieldChoice> choices;  // all must hold
  Year year = 0;        // something happens in that year: it lies between the record's years, or a series has an entry (money: not 0)
  Ulid refers_to;       // some field, nested ones too, points to this record (a funding source, an agency)
  bool only_with_findings = false;  // asks has_finding
  bool (*has_finding)(void const* context, Ulid id) = nullptr;
  void const* context = nullptr;
};

constexpr Year by_level = 1;
struct GridSort {
  int field = -1;  // −1 = the plan's own order: the field with Role::order, then the id
  Year year = 0;   // for a series: that year; 0 = its total. For a grade with Rules::times: by_level = the level it makes
  bool descending = false;  // what is not given comes last either way
};

// Value of the grouping field: the record referred to (several: the first), or the entry of an enumeration or boolean.
struct GroupKey {
  Ulid record;
  std::uint8_t entry = 0;
  friend bool operator==(GroupKey const& a, GroupKey const& b) { return a.record == b.record && a.entry == b.entry; }
};

struct GridGrouping {
  int field = -1;  // reference(s), enumeration or boolean; −1 = one list
  std::vector<GroupKey> collapsed;  // only their heads are rows
};

struct GridQuery {
  GridFilter filter;
  GridSort sort;
  GridGrouping group;
};

// Sums of one money series over rows, in rupiah.
struct SeriesTotal {
  int field = 0;
  std::vector<std::pair<Year, std::int64_t>> years;  // sorted; years that occur
  std::int64_t total = 0;
  std::int64_t of(Year year) const;  // 0 = total
};

struct GridTotals {
  std::size_t count = 0;
  std::vector<SeriesTotal> series;  // one per money series of the record type, in field order
  std::int64_t of(int field, Year year) const;  // 0 when there is no such series
};

struct GridGroup {
  GroupKey key;
  GridTotals totals;       // of the rows that pass the filter, shown or collapsed
  std::size_t first = 0;   // index of its head among the rows
  bool collapsed = false;
};

enum class GridRowKind : std::uint8_t { group_head, record };
struct GridRow {
  GridRowKind kind = GridRowKind::record;
  Node const* node = nullptr;  // null for a head; valid until the next change
  std::uint32_t group = 0;     // index among groups(); 0 without grouping
};

}  // namespace rancang
