#pragma once
// What pasting a block of cells would do: a dry run whose plan is shown, then sent as one command. One step of undo.
// Must not know: the clipboard, screens, how commands are run.
#include <span>
#include <string>
#include <vector>

#include "edit/commands.hpp"
#include "edit/tsv.hpp"
#include "model/value_text.hpp"

namespace rancang {

struct GridColumn {
  int field = 0;
  Year year = 0;  // one year of a series; 0 = the whole field
  friend bool operator==(GridColumn a, GridColumn b) { return a.field == b.field && a.year == b.year; }
};

struct PasteTarget {
  RecordType type = RecordType::none;
  std::span<GridColumn const> columns;  // visible ones, left to right
  std::span<Ulid const> rows;           // visible records, top to bottom
  std::size_t row = 0, column = 0;      // the anchor; row == rows.size() appends
  std::size_t row_count = 1, column_count = 1;  // the selection: a block of one cell fills it
  std::vector<std::pair<std::uint8_t, Value>> defaults;  // for records to be created, where the block gives nothing (the group pasted into)
};

struct PasteProblem {
  std::size_t row = 0, column = 0;  // in the block
  std::string text;
  Error problem;
};

struct PastePlan {
  std::vector<CellWrite> writes;   // at most one per record and field
  std::vector<NewRecord> created;  // rows past the last one; empty rows create nothing
  std::vector<PasteProblem> problems;  // their cells are left as they are
  std::size_t cells_changed = 0;
  std::size_t cells_unchanged = 0;  // already hold what was pasted
  std::size_t columns_dropped = 0;  // columns of the block past the last column of the table
};

// Pure. Cells of one series merge into one write. A cell that already shows the pasted text is unchanged, even if the text is rounded.
PastePlan plan_paste(Document const& document, PasteTarget const& target, TextBlock const& block, ValueStyle const& style);

}  // namespace rancang
