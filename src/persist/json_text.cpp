#include "persist/json_text.hpp"

#include <array>
#include <bit>
#include <charconv>
#include <cstring>

#include "base/utf8.hpp"

namespace rancang::json {
namespace {
constexpr std::size_t most_number_chars = 40;

// Which bytes end a run of plain text: quote, backslash, control characters.
constexpr std::array<bool, 256> make_special() {
  std::array<bool, 256> table{};
  for (std::size_t i = 0; i < 32; ++i) table[i] = true;
  table['"'] = table['\\'] = true;
  return table;
}
constexpr auto special = make_special();

bool is_special(char c) { return special[static_cast<unsigned char>(c)]; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::uint64_t ones = 0x0101010101010101ULL, tops = 0x8080808080808080ULL;
// Eight bytes at once: the top bit of the first special byte is set, and of none before it. (Bytes behind it may be marked too: a borrow.)
std::uint64_t special_bytes(std::uint64_t word) {
  std::uint64_t const quote = word ^ (ones * '"'), slash = word ^ (ones * '\\');
  return (((quote - ones) & ~quote) | ((slash - ones) & ~slash) | ((word - ones * 0x20) & ~word)) & tops;
}

// Moves past plain text up to a special byte or the end; false: some of it was not ASCII.
bool pass_plain(char const*& at, char const* end) {
  std::uint64_t high = 0;
  if constexpr (std::endian::native == std::endian::little) {
    for (std::uint64_t word; end - at >= 8; at += 8) {
      std::memcpy(&word, at, 8);
      std::uint64_t const found = special_bytes(word);
      if (found == 0) {
        high |= word;
        continue;
      }
      int const bits = std::countr_zero(found) & ~7;
      at += bits / 8;
      return ((high | (word & ((std::uint64_t{1} << bits) - 1))) & tops) == 0;
    }
  }
  for (; at != end && !is_special(*at); ++at) high |= static_cast<unsigned char>(*at);
  return (high & tops) == 0;
}

void append_escape(std::string& out, char c) {
  static constexpr std::string_view hex = "0123456789abcdef";
  static constexpr std::string_view plain = "\"\\\b\f\n\r\t", letters = "\"\\bfnrt";
  out += '\\';
  if (auto const at = plain.find(c); at != std::string_view::npos) {
    out += letters[at];
    return;
  }
  out += "u00";
  out += hex[static_cast<unsigned char>(c) >> 4];
  out += hex[static_cast<unsigned char>(c) & 15];
}

std::string repaired(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    char32_t const point = utf8::next(text, at);
    utf8::append(out, point == 0 ? U'\uFFFD' : point);
  }
  return out;
}

int hex_digit(char c) { return is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; }
}  // namespace

void append_string(std::string& out, std::string_view text) {
  std::size_t const before = out.size();
  out += '"';
  bool ascii = true, whole = true;
  for (char const *at = text.data(), *const end = at + text.size(); at != end;) {
    char const* const run = at;
    ascii &= pass_plain(at, end);
    out.append(run, at);
    if (at == end) break;
    whole &= *at != '\0';
    append_escape(out, *at++);
  }
  if (whole && (ascii || utf8::is_valid(text))) {
    out += '"';
    return;
  }
  // One broken label must not make a file that nobody can open: what is no text becomes U+FFFD.
  out.resize(before);
  append_string(out, repaired(text));
}

void append_integer(std::string& out, std::int64_t value) {
  std::array<char, 24> digits;
  auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

bool Scanner::word(std::string_view text) {
  if (static_cast<std::size_t>(end_ - at_) < text.size() || std::memcmp(at_, text.data(), text.size()) != 0) return false;
  at_ += text.size();
  return true;
}

bool Scanner::key(std::string_view expected) {
  constexpr std::size_t around = 3;  // two quotes and the colon
  if (static_cast<std::size_t>(end_ - at_) < expected.size() + around || at_[1] != expected[0]) return false;
  if (at_[0] != '"' || at_[expected.size() + 1] != '"' || at_[expected.size() + 2] != ':' || std::memcmp(at_ + 1, expected.data(), expected.size()) != 0) return false;
  at_ += expected.size() + around;
  return true;
}

bool Scanner::string(std::string_view& out) {
  if (!take('"')) return false;
  char const* const start = at_;
  bool const ascii = pass_plain(at_, end_);
  if (at_ == end_) return false;
  if (*at_ == '\\') return escaped(start, out);
  if (*at_ != '"') return false;
  out = {start, static_cast<std::size_t>(at_ - start)};
  ++at_;
  return ascii || utf8::is_valid(out);
}

// The rest of a string that holds escapes, from the first backslash on.
bool Scanner::escaped(char const* start, std::string_view& out) {
  unescaped_.assign(start, at_);
  while (at_ != end_ && *at_ != '"') {
    if (*at_ == '\\') {
      if (!escape()) return false;
      continue;
    }
    char const* const run = at_;
    pass_plain(at_, end_);
    if (at_ == run) return false;  // a raw control character
    unescaped_.append(run, at_);
  }
  if (!take('"')) return false;
  out = unescaped_;
  return utf8::is_valid(out);
}

bool Scanner::escape() {
  static constexpr std::string_view letters = "\"\\bfnrt", plain = "\"\\\b\f\n\r\t";
  if (end_ - at_ < 2) return false;
  char const letter = at_[1];
  if (auto const known = letters.find(letter); known != std::string_view::npos) {
    unescaped_ += plain[known];
    at_ += 2;
    return true;
  }
  if (letter != 'u' || end_ - at_ < 6 || at_[2] != '0' || at_[3] != '0') return false;
  int const high = hex_digit(at_[4]), low = hex_digit(at_[5]);
  if (high < 0 || high > 1 || low < 0) return false;
  char const c = static_cast<char>(high * 16 + low);
  if (c == '\0' || plain.find(c) != std::string_view::npos) return false;  // has a shorter form, or is refused altogether
  unescaped_ += c;
  at_ += 6;
  return true;
}

bool Scanner::digits() {
  char const* const start = at_;
  while (at_ != end_ && is_digit(*at_)) ++at_;
  return at_ != start;
}

bool Scanner::number(std::string_view& out) {
  char const* const start = at_;
  bool const minus = take('-');
  char const* const whole = at_;
  if (!digits() || (*whole == '0' && at_ - whole > 1)) return false;
  bool const point = take('.');
  if (point && !digits()) return false;
  if (peek() == 'e' || peek() == 'E') return false;
  out = {start, static_cast<std::size_t>(at_ - start)};
  return out.size() <= most_number_chars && !(minus && !point && *whole == '0');
}

bool Scanner::skip(std::string_view& raw) {
  char const* const start = at_;
  int depth = 0;
  do {
    if (at_ == end_) return false;
    char const c = *at_;
    if (c == '"') {
      for (++at_; at_ != end_ && *at_ != '"'; ++at_)
        if (*at_ == '\\' && end_ - at_ > 1) ++at_;
      if (!take('"')) return false;
    } else {
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      ++at_;
    }
    // A bare word or number at the top ends where its container goes on.
  } while (depth > 0 || (at_ != end_ && *start != '"' && *start != '{' && *start != '[' && *at_ != ',' && *at_ != '}' && *at_ != ']'));
  raw = {start, static_cast<std::size_t>(at_ - start)};
  return depth == 0;
}

bool parse_whole(std::string_view text, std::int64_t& out) {
  auto const [end, failure] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (failure != std::errc() || end != text.data() + text.size()) return false;
  std::size_t const sign = text[0] == '-' ? 1 : 0;
  return text[sign] != '0' || text.size() == 1;
}

}  // namespace rancang::json
