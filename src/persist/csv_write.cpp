#include "base/cells.hpp"
#include "persist/csv.hpp"
#include "persist/csv_columns.hpp"

namespace rancang {
namespace {
constexpr std::string_view line_end = "\r\n";
}  // namespace

std::string write_csv(Document const& document, RecordType type, CsvStyle const& style) {
  RecordInfo const& info = record_info(type);
  auto const columns = csv_columns(document, type);
  CsvCells cells(document, info, style);
  std::string out = "\xEF\xBB\xBF";
  auto const row = [&](auto&& text_of) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) out += style.separator;
      append_cell(out, text_of(columns[i]), style.separator);
    }
    out += line_end;
  };
  row([&](CsvColumn column) { return guard_formula(csv_head(info, column, style, true)); });
  document.table(type).for_each([&](NodePtr const& node) {
    row([&](CsvColumn column) {
      std::string text = cells.text(*node, column);
      return is_text_column(info, column) ? guard_formula(text) : text;
    });
  });
  return out;
}

}  // namespace rancang
