#include "edit/outline_lines.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "edit/tsv.hpp"

namespace rancang {
namespace {
constexpr std::size_t tab_stop = 4;
constexpr int program = static_cast<int>(OutlineLevel::program), mission = static_cast<int>(OutlineLevel::mission);

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

// What stands before the words of a line.
struct Marker {
  std::string_view digits;  // "1.2", without a dot at its end
  int depth = 0;            // parts of the number; 0 = none
  bool is_code = false;     // a part with a zero in front: no number of an outline
  std::int64_t number() const {
    std::int64_t value = 0;
    for (char c : digits.substr(0, 4)) value = is_digit(c) ? value * 10 + (c - '0') : value;
    return depth == 1 ? value : 0;
  }
};

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

void drop_bullet(std::string_view& text) {
  for (std::string_view const bullet : {"- ", "* ", "\u2022", "\u2013 ", "\u2014 ", "\u25E6", "\u25AA", "\uF0B7", "\u00B7"})
    if (take(text, bullet)) break;
  text = trimmed(text);
}

// "1.", "1.2", "1.2)", "(1)", "a.", "1<tab>"; nothing is taken from "24 jam".
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

struct Label {
  int level = -1;  // none
  Marker marker;
  std::int64_t number = 0;
};

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

// One line while its level is being found.
struct Raw {
  std::size_t line = 0, indent = 0;
  Label label;
  Marker marker;
  std::string_view text;
};

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

class Levels {
 public:
  Levels(OutlineLevel base, bool numbered) : base_(static_cast<int>(base)), numbered_(numbered) {}

  void add(Raw const& raw, std::vector<OutlineLine>& out) {
    bool const code = raw.marker.is_code && raw.marker.depth > 1;
    bool const heading = raw.label.level >= 0 && raw.text.empty();
    if (heading) {  // "MISI" over its lines, "Misi 1" over its text
      section_ = raw.label.level;
      number_ = raw.label.number;
      code_ = section_ == program && raw.marker.depth > 1 ? std::string(raw.marker.digits) : std::string();
      open_.clear();
      return;
    }
    int const level = raw.label.level >= 0 ? raw.label.level : level_of(raw, code);
    std::size_t const indent = raw.indent + (code ? 1 : 0);  // a programme told by its code is no neighbour of the lines above it
    while (!open_.empty() && open_.back().indent >= indent) open_.pop_back();
    open_.push_back({indent, level});
    if (raw.label.level >= 0) section_ = -1;
    OutlineLine line{raw.line, level, utf8::clean_name(raw.text), std::exchange(code_, {}), std::exchange(number_, 0)};
    if (level == program && raw.marker.depth > 1) line.code = std::string(raw.marker.digits);
    if (raw.label.number > 0) line.number = raw.label.number;
    else if (raw.marker.number() > 0) line.number = raw.marker.number();
    out.push_back(std::move(line));
  }

 private:
  struct Open {
    std::size_t indent;
    int level;
  };
  int level_of(Raw const& raw, bool code) const {
    if (code) return raw.marker.depth <= 3 ? program : outline_level_count;
    if (raw.marker.depth > 1 || (numbered_ && raw.marker.depth == 1 && section_ < 0)) return std::max(base_, mission) + raw.marker.depth - 1;
    std::size_t at = open_.size();
    while (at > 0 && open_[at - 1].indent > raw.indent) --at;
    if (at > 0) return open_[at - 1].indent == raw.indent ? open_[at - 1].level : open_[at - 1].level + 1;
    if (section_ >= 0) return section_;
    if (!open_.empty()) return open_.front().level;  // further out than the first line was
    return raw.marker.depth == 1 ? std::max(base_, mission) : base_;
  }

  int base_;
  bool numbered_;
  int section_ = -1;
  std::int64_t number_ = 0;
  std::string code_;
  std::vector<Open> open_;
};

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> out;
  take(text, "\xEF\xBB\xBF");
  while (!text.empty()) {
    std::size_t const end = std::min(text.find_first_of("\r\n"), text.size());
    out.push_back(text.substr(0, end));
    bool const pair = text.substr(end, 2) == "\r\n";
    text.remove_prefix(std::min(text.size(), end + (pair ? 2 : 1)));
  }
  return out;
}

// Blanks that do not break become ordinary ones; control characters go with clean_name().
std::string plain_blanks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::string_view rest = text.substr(at);
    if (take(rest, "\u00A0") || take(rest, "\u2003") || take(rest, "\u2002")) out += ' ', at = text.size() - rest.size();
    else out += text[at++];
  }
  return out;
}

// The level that the head of a column names: "Misi", "Tujuan RPJMD", "Objective".
int head_level(std::string_view cell) {
  std::string const folded = utf8::fold(cell);
  std::string_view first = std::string_view(folded).substr(0, folded.find(' '));
  if (std::count(folded.begin(), folded.end(), ' ') > 2) return -1;
  if (!first.empty() && first.back() == 's' && first != "sasaran") first.remove_suffix(1);
  for (LevelWord const& word : level_words)
    if (first == word.word) return word.level;
  return -1;
}

bool is_head(std::vector<std::string> const& row) {
  return row.size() > 1 && std::any_of(row.begin(), row.end(), [](std::string const& cell) { return head_level(cell) >= 0; }) &&
         std::none_of(row.begin(), row.end(), [](std::string const& cell) { return utf8::length(cell) > 40; });
}

// Words, then a tab, then words: cells of a table. A tab behind a number is how word processors copy lists.
bool is_table_row(std::string_view line) {
  std::string_view rest = trimmed(line);
  drop_bullet(rest);
  take_marker(rest);
  std::size_t const tab = rest.find('\t');
  return tab != std::string_view::npos && has_letter(rest.substr(0, tab)) && !trimmed(rest.substr(tab)).empty();
}

OutlineText read_table(TextBlock const& rows, OutlineLevel base) {
  OutlineText out;
  std::vector<int> levels;
  bool const head = !rows.empty() && is_head(rows.front());
  for (std::size_t i = 0, width = rows.empty() ? 0 : rows.front().size(); head && i < width; ++i) {
    std::string const& cell = rows.front()[i];
    levels.push_back(head_level(cell));
    if (levels.back() < 0 && has_letter(cell)) out.unknown_columns.push_back({1, 0, cell, {}, 0});
  }
  for (std::size_t row = head ? 1 : 0; row < rows.size(); ++row) {
    for (std::size_t i = 0; i < rows[row].size(); ++i) {
      int const level = head ? (i < levels.size() ? levels[i] : -1) : static_cast<int>(base) + static_cast<int>(i);
      std::string const text = plain_blanks(rows[row][i]);
      if (level < 0 || trimmed(text).empty()) continue;
      Raw const raw = read_line(text, row + 1);
      bool const renamed = raw.label.level >= 0 && raw.label.level != level;  // a word of the text, not its label
      OutlineLine line{row + 1, level, utf8::clean_name(renamed ? std::string_view(text) : raw.text), {}, raw.label.number > 0 ? raw.label.number : raw.marker.number()};
      if (level == program && raw.marker.depth > 1) line.code = std::string(raw.marker.digits);
      out.lines.push_back(std::move(line));
    }
  }
  return out;
}
}  // namespace

bool has_letter(std::string_view text) { return std::any_of(text.begin(), text.end(), is_letter); }

OutlineText read_outline_lines(std::string_view given, OutlineLevel base) {
  auto const lines = split_lines(given);
  TextBlock rows;
  auto const first = std::find_if(lines.begin(), lines.end(), [](std::string_view line) { return !trimmed(line).empty(); });
  bool table = first != lines.end() && parse_tsv(*first).size() == 1 && is_head(parse_tsv(*first).front());
  table = table || std::any_of(lines.begin(), lines.end(), is_table_row);
  if (table) return read_table(parse_tsv(given), base);

  std::vector<std::string> kept;
  std::vector<Raw> raws;
  kept.reserve(lines.size());
  bool numbered = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (trimmed(lines[i]).empty()) continue;
    raws.push_back(read_line(kept.emplace_back(plain_blanks(lines[i])), i + 1));
    numbered |= raws.back().label.level < 0 && raws.back().marker.depth > 1 && !raws.back().marker.is_code;
  }
  OutlineText out;
  Levels levels(base, numbered);
  for (Raw const& raw : raws) levels.add(raw, out.lines);
  return out;
}

}  // namespace rancang
