#pragma once
// Lines of a pasted outline or table, each with its level: by its label ("Tujuan 1.1 …"), its number, its indentation, or its column.
// Must not know: documents, records.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rancang {

enum class OutlineLevel : std::uint8_t { vision, mission, goal, objective, program };
constexpr int outline_level_count = 5;

struct OutlineLine {
  std::size_t line = 0;     // from 1
  int level = 0;            // OutlineLevel; past the last: deeper than any
  std::string text;         // without label, number and bullet
  std::string code;         // of a programme: "2.16.03"
  std::int64_t number = 0;  // "Misi 3", "3."; 0 = none
};
struct OutlineText {
  std::vector<OutlineLine> lines;
  std::vector<OutlineLine> unknown_columns;  // heads of columns that are not read
};

bool has_letter(std::string_view text);

// `base`: level of the outermost lines that say none themselves, and of the first column of a table without a head.
OutlineText read_outline_lines(std::string_view text, OutlineLevel base);

}  // namespace rancang
