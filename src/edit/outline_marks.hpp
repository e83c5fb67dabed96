#pragma once
// What stands before the words of an outline's line: bullet, number, code, and the label that names its level ("Tujuan 1.1 …").
// Must not know: levels of other lines, tables, documents.
#include <cstdint>
#include <string_view>

namespace rancang::outline {

// What stands before the words of a line.
struct Marker {
  std::string_view digits;  // "1.2", without a dot at its end
  int depth = 0;            // parts of the number; 0 = none
  bool is_code = false;     // a part with a zero in front: no number of an outline
  std::int64_t number() const;  // of one part; else 0
};

struct Label {
  int level = -1;  // none
  Marker marker;
  std::int64_t number = 0;
};

// One line while its level is being found.
struct Raw {
  std::size_t line = 0, indent = 0;
  Label label;
  Marker marker;
  std::string_view text;
};
Raw read_line(std::string_view text, std::size_t number);  // views into `text`

std::string_view trimmed(std::string_view text);  // of blanks and tabs
bool take(std::string_view& text, std::string_view head);
void drop_bullet(std::string_view& text);
// "1.", "1.2", "1.2)", "(1)", "a.", "1<tab>"; nothing is taken from "24 jam".
Marker take_marker(std::string_view& text);
int level_of_word(std::string_view word);  // "misi", "objective": lower case; −1 = names none

}  // namespace rancang::outline
