#include "edit/outline_marks.hpp"

#include <algorithm>

#include "edit/outline_lines.hpp"

namespace rancang::outline {
namespace {
constexpr std::size_t tab_stop = 4;
constexpr int program = static_cast<int>(OutlineLevel::program);

struct LevelWord {
  std::string_view word;
  int level;
  bool alone;  // "Tujuan meningkatnya …" needs neither number nor colon
};
constexpr LevelWord level_words[] = {{"visi", 0, true},    {"misi", 1, true},    {"tujuan", 2, true}, {"sasaran", 3, true},   {"programme", 4, false}, {"program", 4, false},
                                     {"vision", 0, false}, {"mission", 1, false}, {"goal", 2, false},  {"objective", 3, false}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (lower(c) >= 'a' && lower(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

// The dotted number at the start; "" in digits when there is none.
Marker dotted_number(std::string_view text) {
  Marker out;
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    out.is_code |= end - at > 1 && text[at] == '0';
    ++out.depth;
    out.digits = text.substr(0, end);
    if (end + 1 >= text.size() || text[end] != '.' || !is_digit(text[end + 1])) break;
    at = end + 1;
  }
  return out;
}

std::int64_t roman_number(std::string_view word) {
  auto const worth = [](char c) { return c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : 0; };
  std::int64_t value = 0;
  for (std::size_t i = 0; i < word.size(); ++i) value += i + 1 < word.size() && worth(word[i]) < worth(word[i + 1]) ? -worth(word[i]) : worth(word[i]);
  return value;
}

// ": ", " – ", ". " and the like between a label and its text.
bool take_separator(std::string_view& text) {
  std::string_view const before = text;
  text = trimmed(text);
  bool taken = false;
  for (bool more = true; more; taken |= more) {
    more = take(text, ":") || take(text, ".") || take(text, ")") || take(text, "-") || take(text, "\u2013") || take(text, "\u2014") || take(text, "\t");
    text = trimmed(text);
  }
  return taken || text.empty() || (!before.empty() && before.front() == '\t');
}

// "Misi 1: ", "Tujuan 1.1 ", "Sasaran ", "MISI II", "Program 2.16.03 "; "Program Pengelolaan …" keeps its word, which is part of the name.
Label take_label(std::string_view& text) {
  for (LevelWord const& word : level_words) {
    std::string_view rest = text;
    bool const fits = rest.size() >= word.word.size() && std::equal(word.word.begin(), word.word.end(), rest.begin(), [](char a, char b) { return a == lower(b); });
    if (!fits) continue;
    rest.remove_prefix(word.word.size());
    if (!rest.empty() && (is_letter(rest.front()) || is_digit(rest.front()))) continue;
    std::string_view after = trimmed(rest);
    Label label{word.level, dotted_number(after), 0};
    after.remove_prefix(label.marker.digits.size());
    std::size_t roman = 0;
    while (label.marker.depth == 0 && roman < after.size() && (after[roman] == 'I' || after[roman] == 'V' || after[roman] == 'X')) ++roman;
    if (roman < after.size() && is_letter(after[roman])) roman = 0;
    label.number = roman > 0 ? roman_number(after.substr(0, roman)) : label.marker.number();
    after.remove_prefix(roman);
    bool const numbered = label.marker.depth > 0 || roman > 0;
    std::string_view separated = after;
    if (take_separator(separated) || numbered) text = separated;
    else if (word.alone) text = after;
    else if (word.level != program || word.word != "program") continue;
    return label;
  }
  return {};
}
}  // namespace

std::int64_t Marker::number() const {
  std::int64_t value = 0;
  for (char c : digits.substr(0, 4)) value = is_digit(c) ? value * 10 + (c - '0') : value;
  return depth == 1 ? value : 0;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool take(std::string_view& text, std::string_view head) {
  if (text.substr(0, head.size()) != head) return false;
  text.remove_prefix(head.size());
  return true;
}

void drop_bullet(std::string_view& text) {
  for (std::string_view const bullet : {"- ", "* ", "\u2022", "\u2013 ", "\u2014 ", "\u25E6", "\u25AA", "\uF0B7", "\u00B7"})
    if (take(text, bullet)) break;
  text = trimmed(text);
}

Marker take_marker(std::string_view& text) {
  std::string_view rest = text;
  bool const bracket = take(rest, "(");
  Marker marker = dotted_number(rest);
  rest.remove_prefix(marker.digits.size());
  bool const closed = take(rest, ".") || take(rest, ")");
  bool const ends = rest.empty() || is_blank(rest.front());
  if (marker.depth > 0 && ends && (closed || bracket || marker.depth > 1 || (!rest.empty() && rest.front() == '\t'))) {
    text = trimmed(rest);
    return marker;
  }
  bool const letter = text.size() > 2 && is_letter(text[0]) && static_cast<unsigned char>(text[0]) < 0x80 && (text[1] == '.' || text[1] == ')') && is_blank(text[2]);
  if (letter) text = trimmed(text.substr(2));
  return {};
}

Raw read_line(std::string_view text, std::size_t number) {
  Raw raw;
  raw.line = number;
  for (; !text.empty() && is_blank(text.front()); text.remove_prefix(1)) raw.indent += text.front() == '\t' ? tab_stop - raw.indent % tab_stop : 1;
  text = trimmed(text);
  drop_bullet(text);
  raw.label = take_label(text);
  if (raw.label.level >= 0) raw.marker = raw.label.marker;
  else {
    raw.marker = take_marker(text);
    if (raw.marker.depth <= 1) {  // "1. Misi: …"
      Marker const outer = raw.marker;
      raw.label = take_label(text);
      if (raw.label.level >= 0 && raw.label.number == 0) raw.label.number = outer.number();
    }
  }
  raw.text = text;
  return raw;
}

int level_of_word(std::string_view word) {
  for (LevelWord const& one : level_words)
    if (word == one.word) return one.level;
  return -1;
}

}  // namespace rancang::outline

namespace rancang {

bool has_letter(std::string_view text) { return std::any_of(text.begin(), text.end(), outline::is_letter); }

}  // namespace rancang
