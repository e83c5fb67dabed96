#include "edit/outline_lines.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "edit/outline_marks.hpp"
#include "edit/tsv.hpp"

namespace rancang {
namespace {
using outline::Raw, outline::read_line, outline::trimmed, outline::take, outline::drop_bullet, outline::take_marker;
constexpr int program = static_cast<int>(OutlineLevel::program), mission = static_cast<int>(OutlineLevel::mission);

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
  return outline::level_of_word(first);
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
