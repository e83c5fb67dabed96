#pragma once
// Blocks of cells on the clipboard: tab-separated text as Excel, Sheets and LibreOffice write it, and the HTML table beside it.
// Must not know: records, fields, the clipboard itself.
#include <string>
#include <string_view>
#include <vector>

#include "base/cells.hpp"

namespace rancang {

// Quoted cells with doubled quotes, tabs and line breaks inside; LF, CRLF or CR between rows; one line break at the end is no row.
// A quote that never closes is an ordinary character. The guard of guard_formula is taken off. "" → no rows.
TextBlock parse_tsv(std::string_view text);

enum class CellKind : std::uint8_t { text, number, head };
struct CopyCell {
  std::string text;
  CellKind kind = CellKind::text;
};
using CopyBlock = std::vector<std::vector<CopyCell>>;

// CRLF after every row, as spreadsheets expect. Text cells are guarded, numbers stay numbers (with a plain minus).
std::string write_tsv(CopyBlock const& block);
// <table> with everything escaped; line breaks inside a cell become <br>; text cells are marked as text for Excel.
std::string write_html_table(CopyBlock const& block);

}  // namespace rancang
