#include "edit/tsv.hpp"

namespace rancang {
namespace {
constexpr std::string_view runs_in_front("=+-@\t\r\0", 7);

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

// The end of a quoted cell that opens at `at` (a quote), just past its closing quote; npos when it isn't one: it never closes, or text follows.
std::size_t quoted_end(std::string_view text, std::size_t at) {
  for (std::size_t i = text.find('"', at + 1); i != std::string_view::npos; i = text.find('"', i + 1)) {
    if (i + 1 < text.size() && text[i + 1] == '"') {
      ++i;
      continue;
    }
    bool const closes = i + 1 == text.size() || text[i + 1] == '\t' || is_line_end(text[i + 1]);
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
std::string take_cell(std::string_view text, std::size_t& at) {
  std::size_t const start = at;
  if (at < text.size() && text[at] == '"') {
    std::size_t const end = quoted_end(text, at);
    if (end != std::string_view::npos) {
      at = end;
      return without_doubled_quotes(text.substr(start + 1, end - start - 2));
    }
  }
  while (at < text.size() && text[at] != '\t' && !is_line_end(text[at])) ++at;
  return std::string(text.substr(start, at - start));
}

void append_cell(std::string& out, std::string_view text) {
  if (text.find_first_of("\t\r\n\"") == std::string_view::npos) {
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

void append_html(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      case '\n': out += "<br>"; break;
      case '\r': break;
      default: out += text[i];
    }
  }
}
// A spreadsheet takes no U+2212 for a minus.
std::string plain_minus(std::string_view text) {
  constexpr std::string_view minus = "\u2212";
  return text.substr(0, minus.size()) == minus ? "-" + std::string(text.substr(minus.size())) : std::string(text);
}

std::string guarded(CopyCell const& cell) { return cell.kind == CellKind::number ? plain_minus(cell.text) : guard_formula(cell.text); }
}  // namespace

TextBlock parse_tsv(std::string_view text) {
  TextBlock block;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  for (std::size_t at = 0; at < text.size();) {
    auto& row = block.emplace_back();
    for (;;) {
      row.emplace_back(unguard_formula(take_cell(text, at)));
      if (at >= text.size() || text[at] != '\t') break;
      ++at;
    }
    if (at < text.size()) at += text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
  }
  return block;
}

std::string write_tsv(CopyBlock const& block) {
  std::string out;
  for (auto const& row : block) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += '\t';
      append_cell(out, guarded(row[i]));
    }
    out += "\r\n";
  }
  return out;
}

std::string write_html_table(CopyBlock const& block) {
  std::string out = "<meta charset=\"utf-8\"><table>";
  for (auto const& row : block) {
    out += "<tr>";
    for (auto const& cell : row) {
      bool const head = cell.kind == CellKind::head;
      // Excel reads the format from the style and leaves such cells as they are.
      out += head ? "<th>" : cell.kind == CellKind::number ? "<td style=\"text-align:right\">" : "<td style=\"mso-number-format:'\\@'\">";
      append_html(out, guarded(cell));
      out += head ? "</th>" : "</td>";
    }
    out += "</tr>";
  }
  return out += "</table>";
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
