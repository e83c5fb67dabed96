#pragma once
// UTF-8 at the edges: validation, stepping, cutting at code points, folding for search, removal of control and bidi characters.
// Must not know: fonts, languages beyond Latin folding.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rancang::utf8 {

bool is_valid(std::string_view text);
// Decodes one code point at `at` and moves `at` past it; ill-formed bytes give U+FFFD and move by one byte.
char32_t next(std::string_view text, std::size_t& at);
void append(std::string& out, char32_t code_point);
std::size_t length(std::string_view text);                            // in code points
std::string_view cut(std::string_view text, std::size_t max_points);  // never inside a code point
// Lower case, Latin accents removed, runs of white space as one blank, trimmed: the form that search and "same name" compare.
std::string fold(std::string_view text);
// Names and labels: C0/C1 controls, bidi controls and zero-width characters out, white space runs to one blank, trimmed (reliability.md 4.4).
std::string clean_name(std::string_view text);
// Prose: C0 controls except tab and line feed out, CRLF and CR to LF; bidi and zero-width characters stay.
std::string clean_prose(std::string_view text);
bool is_bidi_or_zero_width(char32_t code_point);

}  // namespace rancang::utf8
