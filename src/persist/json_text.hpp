#pragma once
// JSON text in our normal form (FORMAT.md 2): no white space, only the escapes \" \\ \b \f \n \r \t \u00xx. Writing it, and a strict scanner for it.
// The scanner never repairs: whatever is not in normal form is told apart, and json_foreign.hpp makes it normal.
// Must not know: records, files.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rancang::json {

void append_string(std::string& out, std::string_view text);  // quoted; the text is UTF-8
void append_integer(std::string& out, std::int64_t value);

class Scanner {
 public:
  explicit Scanner(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  bool take(char c) {
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }
  char peek() const { return at_ == end_ ? '\0' : *at_; }
  bool at_end() const { return at_ == end_; }
  char const* position() const { return at_; }
  void go_back(char const* position) { at_ = position; }
  bool word(std::string_view text);
  // "key": in one go, for a key that is expected; otherwise nothing is taken.
  bool key(std::string_view expected);

  // A string; `out` is valid until the next call. False: no string here, or one with control characters, broken UTF-8 or unusual escapes.
  bool string(std::string_view& out);
  // The characters of a number. False: none here, more than 40 characters, or one with an exponent.
  bool number(std::string_view& out);
  // Any value as it stands, of a text known to be JSON in normal form.
  bool skip(std::string_view& raw);

 private:
  bool escaped(char const* start, std::string_view& out);
  bool escape();
  bool digits();

  char const* at_;
  char const* end_;
  std::string unescaped_;
};

// A whole number within int64; nullopt-like: false for anything else, "-0" and leading zeros included.
bool parse_whole(std::string_view text, std::int64_t& out);

}  // namespace rancang::json
