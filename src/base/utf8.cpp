#include "base/utf8.hpp"

#include <algorithm>

namespace rancang::utf8 {
namespace {
// Length and value of the sequence at `at`, or 0 when ill-formed (overlong forms and surrogates included).
std::size_t decode(std::string_view text, std::size_t at, char32_t& out) {
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  unsigned char const lead = byte(at);
  if (lead < 0x80) {
    out = lead;
    return 1;
  }
  std::size_t const size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + size > text.size()) return 0;
  char32_t value = lead & (0x7Fu >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return 0;
    value = (value << 6) | (byte(at + i) & 0x3F);
  }
  static constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
  if (value < smallest[size] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return 0;
  out = value;
  return size;
}

bool is_space(char32_t c) { return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000; }
bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF; }

// Base letter of Latin-1 and Latin Extended-A letters; other code points are returned unchanged.
char32_t base_letter(char32_t c) {
  static constexpr char const* latin1 = "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy";
  static constexpr char const* extended =
      "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
  if (c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7) return static_cast<char32_t>(latin1[c - 0xC0]);
  if (c >= 0x100 && c <= 0x17F) return static_cast<char32_t>(extended[c - 0x100]);
  return c;
}

template <class Keep>
std::string squeeze(std::string_view text, Keep keep) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    char32_t const c = next(text, at);
    if (is_space(c)) {
      gap = true;
      continue;
    }
    if (!keep(c)) continue;
    if (gap && !out.empty()) out += ' ';
    gap = false;
    append(out, c);
  }
  return out;
}

// fold() of nearly all names; never longer than its source.
std::string fold_ascii(std::string_view text) {
  std::string out(text.size(), '\0');
  std::size_t length = 0;
  bool gap = false;
  for (char c : text) {
    if (c == ' ' || (c >= 9 && c <= 13)) {
      gap = true;
      continue;
    }
    if (is_control(static_cast<unsigned char>(c))) continue;
    if (gap && length > 0) out[length++] = ' ';
    gap = false;
    out[length++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  out.resize(length);
  return out;
}
}  // namespace

bool is_valid(std::string_view text) {
  char32_t ignored = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const size = decode(text, at, ignored);
    if (size == 0) return false;
    at += size;
  }
  return true;
}

char32_t next(std::string_view text, std::size_t& at) {
  char32_t c = 0xFFFD;
  std::size_t const size = decode(text, at, c);
  at += size == 0 ? 1 : size;
  return size == 0 ? 0xFFFD : c;
}

void append(std::string& out, char32_t c) {
  auto const put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6)), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 0x3F)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
  }
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

std::string_view cut(std::string_view text, std::size_t max_points) {
  std::size_t at = 0;
  for (std::size_t points = 0; at < text.size() && points < max_points; ++points) next(text, at);
  return text.substr(0, at);
}

std::string fold(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return fold_ascii(text);
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = next(text, at);
    if (is_space(c)) {
      gap = true;
      continue;
    }
    if (is_control(c) || is_bidi_or_zero_width(c)) continue;
    if (gap && !out.empty()) out += ' ';
    gap = false;
    if (c >= 'A' && c <= 'Z') c += 32;
    append(out, base_letter(c));
  }
  return out;
}

bool is_bidi_or_zero_width(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x200B && c <= 0x200D) ||
         c == 0x2060 || c == 0xFEFF;
}

std::string clean_name(std::string_view text) {
  return squeeze(text, [](char32_t c) { return !is_control(c) && !is_bidi_or_zero_width(c); });
}

std::string clean_prose(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    char32_t const c = next(text, at);
    if (c == '\r') {
      if (at >= text.size() || text[at] != '\n') out += '\n';
      continue;
    }
    if (is_control(c) && c != '\n' && c != '\t') continue;
    append(out, c);
  }
  return out;
}

}  // namespace rancang::utf8
