#pragma once
// Rows of cells as text, with any separator: CSV (RFC 4180) and the tab-separated text of the clipboard; and the guard against formulas in them.
// Must not know: records, what cells mean.
#include <string>
#include <string_view>
#include <vector>

namespace rancang {

using TextBlock = std::vector<std::vector<std::string>>;  // rows of cells; rows may differ in length

// Quoted cells with doubled quotes, separators and line breaks inside; LF, CRLF or CR between rows; one line break at the end is no row.
// A quote that never closes is an ordinary character; a byte order mark in front is passed over. "" → no rows.
TextBlock parse_cells(std::string_view text, char separator);
// Quoted where its content makes that necessary.
void append_cell(std::string& out, std::string_view text, char separator);

// Formula injection (reliability.md 4.3): text that a spreadsheet would run (= + - @ tab CR in front, apostrophes before them aside)
// gets an apostrophe in front; unguard is the exact inverse.
std::string guard_formula(std::string_view text);
std::string_view unguard_formula(std::string_view text);

}  // namespace rancang
