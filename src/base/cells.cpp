#include "base/cells.hpp"

namespace rancang {
namespace {
constexpr std::string_view runs_in_front("=+-@\t\r\0", 7);

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

// The end of a quoted cell that opens at `at` (a quote), just past its closing quote; npos when it isn't one: it never closes, or text follows.
std::size_t quoted_end(std::string_view text, std::size_t at, char separator) {
  for (std::size_t i = text.find('"', at + 1); i != std::string_view::npos; i = text.find('"', i + 1)) {
    if (i + 1 < text.size() && text[i + 1] == '"') {
      ++i;
      continue;
    }
    bool const closes = i + 1 == text.size() || text[i + 1] == separator || is_line_end(text[i + 1]);
    return closes ? i + 1 : std::string_view::npos;
  }
  return std::string_view::npos;
}

std::string without_doubled_quotes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (text[i] == '"') ++i;
  }
  return out;
}

// Moves `at` past the cell.
std::string take_cell(std::string_view text, std::size_t& at, char separator) {
  std::size_t const start = at;
  if (at < text.size() && text[at] == '"') {
    std::size_t const end = quoted_end(text, at, separator);
    if (end != std::string_view::npos) {
      at = end;
      return without_doubled_quotes(text.substr(start + 1, end - start - 2));
    }
  }
  while (at < text.size() && text[at] != separator && !is_line_end(text[at])) ++at;
  return std::string(text.substr(start, at - start));
}
}  // namespace

TextBlock parse_cells(std::string_view text, char separator) {
  TextBlock block;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  for (std::size_t at = 0; at < text.size();) {
    auto& row = block.emplace_back();
    for (;;) {
      row.push_back(take_cell(text, at, separator));
      if (at >= text.size() || text[at] != separator) break;
      ++at;
    }
    if (at < text.size()) at += text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
  }
  return block;
}

void append_cell(std::string& out, std::string_view text, char separator) {
  if (text.find_first_of("\r\n\"") == std::string_view::npos && text.find(separator) == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string guard_formula(std::string_view text) {
  std::size_t const start = text.find_first_not_of('\'');
  bool const runs = start != std::string_view::npos && runs_in_front.find(text[start]) != std::string_view::npos;
  return runs ? "'" + std::string(text) : std::string(text);
}

std::string_view unguard_formula(std::string_view text) {
  std::size_t const start = text.find_first_not_of('\'');
  bool const is_guarded = start != std::string_view::npos && start > 0 && runs_in_front.find(text[start]) != std::string_view::npos;
  return is_guarded ? text.substr(1) : text;
}

}  // namespace rancang
