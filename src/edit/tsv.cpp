#include "edit/tsv.hpp"

namespace rancang {
namespace {
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
  TextBlock block = parse_cells(text, '\t');
  for (auto& row : block)
    for (auto& cell : row)
      if (auto const plain = unguard_formula(cell); plain.size() != cell.size()) cell = std::string(plain);
  return block;
}

std::string write_tsv(CopyBlock const& block) {
  std::string out;
  for (auto const& row : block) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += '\t';
      append_cell(out, guarded(row[i]), '\t');
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

}  // namespace rancang
