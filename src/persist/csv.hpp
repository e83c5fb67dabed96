#pragma once
// Records of one type as CSV for spreadsheets, and back (FORMAT.md 8): RFC 4180, UTF-8 with a byte order mark, no cell that a spreadsheet would run.
// Must not know: particular records, the string catalogue (labels are handed in), screens.
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/change_set.hpp"
#include "model/value_text.hpp"
#include "persist/plan_file.hpp"

namespace rancang {

struct CsvStyle {
  char separator = ';';  // what spreadsheets in Indonesian form expect; reading finds out by itself
  ValueStyle values;     // decimal sign, words of choices; amounts are in whole rupiah whatever its money unit
  // Head of a field's column; unset: its JSON key. Reading takes both.
  std::function<std::string(RecordInfo const&, FieldInfo const&)> label;
};

// Alive records in order of id. Columns: "id", then the fields in table order; a series has a column for each plan year and each year in the data
// ("budget.2023"). References are written by name where the name means one record only, else by id.
std::string write_csv(Document const& document, RecordType type, CsvStyle const& style = {});

struct CsvRow {
  std::size_t row = 0;  // in the file, the head is row 1
  Ulid id;              // null: a new record
  std::vector<std::pair<std::uint8_t, Value>> values;  // of the fields that differ from the record in the document
};
struct CsvProblem {
  std::size_t row = 0;
  std::string column;
  Error error;  // those of parse_value and check_value; csv.bad_id {text}, csv.duplicate_id {id}, csv.in_trash {title}, csv.extra_cells {text}, edit.outside_scope {title}
};
struct CsvTable {
  std::vector<CsvRow> rows;  // without those that change nothing
  std::vector<CsvProblem> problems;  // cells that were left out
  std::vector<std::string> unknown_columns;
};
// A cell that still says what write_csv would write changes nothing, so a file that comes back untouched changes nothing.
// Errors: csv.empty, csv.no_columns {head}, csv.duplicate_column {name}, csv.too_many_rows, file.too_large, file.nul, file.utf16, file.bad_utf8.
Result<CsvTable> read_csv(Document const& document, RecordType type, std::string_view bytes, CsvStyle const& style = {}, ReadLimits const& limits = {});

// The rows as one change set written by `replica`; new records without an id get one from next_id.
ChangeSet csv_changes(Document const& document, RecordType type, CsvTable const& table, ReplicaId replica, std::function<Ulid()> const& next_id);

}  // namespace rancang
