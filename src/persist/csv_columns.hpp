#pragma once
// The columns of a CSV file and the text of their cells, alike for writing and reading.
// Must not know: files, rows.
#include <string>
#include <vector>

#include "persist/csv.hpp"

namespace rancang {

struct CsvColumn {
  int field = -1;  // −1: the id
  Year year = 0;   // of a series
};

std::vector<CsvColumn> csv_columns(Document const& document, RecordType type);
std::string csv_head(RecordInfo const& info, CsvColumn column, CsvStyle const& style, bool with_label);
// A column whose cells are text for a spreadsheet, not numbers.
bool is_text_column(RecordInfo const& info, CsvColumn column);

// Writes cells; remembers names of records, so that a reference is written by a name that is read back as the same record.
class CsvCells {
 public:
  CsvCells(Document const& document, RecordInfo const& info, CsvStyle const& style) : document_(document), info_(info), style_(style), lookup_(document) {}
  std::string text(Node const& node, CsvColumn column);  // without the guard
  ReferenceLookup& lookup() { return lookup_; }

 private:
  std::string reference(RecordType target, Ulid id);
  std::string series_cell(FieldInfo const& field, Node const& node, Year year) const;
  std::string scalar(FieldInfo const& field, Value const& value) const;
  std::string decimal(Decimal value) const;

  Document const& document_;
  RecordInfo const& info_;
  CsvStyle const& style_;
  ReferenceLookup lookup_;
};

}  // namespace rancang
