#include <algorithm>
#include <set>

#include "base/cells.hpp"
#include "base/order.hpp"
#include "base/utf8.hpp"
#include "model/merge.hpp"
#include "model/reference_lookup.hpp"
#include "model/slice.hpp"
#include "persist/csv.hpp"
#include "persist/csv_columns.hpp"

namespace rancang {
namespace {
constexpr std::size_t most_columns = 1000, quoted_points = 60;

std::string shown(std::string_view text) { return std::string(utf8::cut(text, quoted_points)); }

// Most of ; , tab in the first line wins. Excel's own "sep=;" line says it outright and is taken off.
char find_separator(std::string_view& text) {
  constexpr std::string_view announced = "sep=";
  std::string_view const line = text.substr(0, text.find_first_of("\r\n"));
  if (line.size() == announced.size() + 1 && line.substr(0, announced.size()) == announced) {
    char const separator = line.back();
    text.remove_prefix(std::min(text.size(), line.size()));
    text.remove_prefix(std::min(text.size(), std::min<std::size_t>(text.find_first_not_of("\r\n"), 2)));
    return separator;
  }
  char best = ';';
  std::ptrdiff_t most = 0;
  for (char separator : {';', ',', '\t'}) {
    bool quoted = false;
    std::ptrdiff_t count = 0;
    for (char c : line) {
      quoted ^= c == '"';
      count += c == separator && !quoted;
    }
    if (count > most) most = count, best = separator;
  }
  return best;
}

class Reader {
 public:
  Reader(Document const& document, RecordType type, CsvStyle const& style, std::size_t most_rows)
      : document_(document), info_(record_info(type)), style_(style), cells_(document, info_, style_), most_rows_(most_rows) {
    style_.values.money_unit = MoneyUnit::rupiah;
  }

  Result<CsvTable> read(TextBlock const& block) {
    if (block.empty()) return error("csv.empty");
    if (block.size() > most_rows_ + 1) return error("csv.too_many_rows", {std::to_string(most_rows_)});
    if (auto problem = head(block[0])) return std::move(*problem);
    for (std::size_t i = 1; i < block.size(); ++i) row(block[i], i + 1);
    return std::move(table_);
  }

 private:
  struct Column {
    CsvColumn meaning;
    std::string name;
    bool known = false;
  };

  // "budget.2023" and "Anggaran 2023" name the year of a series whether or not the document has it.
  bool find_column(std::string const& folded, CsvColumn& out) const {
    for (std::size_t i = 0; i < info_.fields.size(); ++i) {
      FieldInfo const& field = info_.fields[i];
      for (bool with_label : {false, true}) {
        std::string const name = utf8::fold(csv_head(info_, {static_cast<int>(i), 0}, style_, with_label));
        out = {static_cast<int>(i), 0};
        if (field.type != ValueType::series && folded == name) return true;
        if (field.type != ValueType::series || folded.size() != name.size() + 5 || folded.substr(0, name.size()) != name) continue;
        std::string const digits = folded.substr(name.size() + 1);
        bool const year = digits.find_first_not_of("0123456789") == std::string::npos && (folded[name.size()] == '.' || folded[name.size()] == ' ');
        if (!year) continue;
        out.year = static_cast<Year>((digits[0] - '0') * 1000 + (digits[1] - '0') * 100 + (digits[2] - '0') * 10 + (digits[3] - '0'));
        if (out.year >= year_min && out.year <= year_max) return true;
      }
    }
    out = {};
    return folded == "id";
  }

  std::optional<Error> head(std::vector<std::string> const& cells) {
    bool any = false;
    std::set<std::pair<int, Year>> given;
    if (cells.size() > most_columns) return error("csv.no_columns", {shown(cells[0])});
    for (auto const& cell : cells) {
      Column column{{}, std::string(unguard_formula(cell)), false};
      column.known = find_column(utf8::fold(column.name), column.meaning);
      if (column.known && !given.insert({column.meaning.field, column.meaning.year}).second) return error("csv.duplicate_column", {shown(column.name)});
      if (!column.known && !column.name.empty()) table_.unknown_columns.push_back(column.name);
      any |= column.known && column.meaning.field >= 0;
      columns_.push_back(std::move(column));
    }
    if (any) return std::nullopt;
    std::string found;
    for (auto const& cell : cells) (found += found.empty() ? "" : ", ") += cell;
    return error("csv.no_columns", {shown(found)});
  }

  void problem(std::size_t row, std::string const& column, Error why) { table_.problems.push_back({row, column, std::move(why)}); }

  // False: the row can't be taken.
  bool find_id(std::vector<std::string> const& cells, std::size_t number, Ulid& id) {
    for (std::size_t i = 0; i < columns_.size() && i < cells.size(); ++i) {
      if (!columns_[i].known || columns_[i].meaning.field >= 0 || cells[i].empty()) continue;
      auto const given = parse_ulid(unguard_formula(cells[i]));
      if (!given || !*given) {
        problem(number, columns_[i].name, error("csv.bad_id", {shown(cells[i])}));
        return false;
      }
      if (!ids_.insert(*given).second) {
        problem(number, columns_[i].name, error("csv.duplicate_id", {shown(cells[i])}));
        return false;
      }
      id = *given;
    }
    return true;
  }

  void row(std::vector<std::string> const& cells, std::size_t number) {
    if (std::all_of(cells.begin(), cells.end(), [](std::string const& cell) { return cell.empty(); })) return;
    CsvRow out{number, {}, {}};
    if (!find_id(cells, number, out.id)) return;
    NodePtr const* const stored = out.id ? document_.table(info_.type).find(out.id) : nullptr;
    if (stored && !(*stored)->is_alive()) return problem(number, "id", error("csv.in_trash", {shown(record_title(document_, **stored))}));
    before_ = stored ? *stored : NodePtr(make_node(info_.type, {}));
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i >= columns_.size() && !cells[i].empty()) problem(number, "", error("csv.extra_cells", {shown(cells[i])}));
      if (i < columns_.size() && columns_[i].known && columns_[i].meaning.field >= 0) cell(columns_[i], cells[i], out);
    }
    bool const news = !out.values.empty() || (!stored && out.id);
    if (news && may_write(stored != nullptr, out)) table_.rows.push_back(std::move(out));
  }

  // In a slice only what belongs to its agency is written.
  bool may_write(bool known, CsvRow const& row) {
    if (!document_.scope) return true;
    auto const after = clone_node(*before_);
    for (auto const& [field, value] : row.values) info_.fields[field].set(after->data(), value);
    if (known ? is_writable_in_scope(document_, *before_) : is_creatable_in_scope(document_, *after)) return true;
    problem(row.row, "id", error("edit.outside_scope", {shown(record_title(document_, *after))}));
    return false;
  }

  void cell(Column const& column, std::string const& given, CsvRow& out) {
    std::string_view const text = is_text_column(info_, column.meaning) ? unguard_formula(given) : std::string_view(given);
    if (text == cells_.text(*before_, column.meaning)) return;
    FieldInfo const& field = info_.fields[static_cast<std::size_t>(column.meaning.field)];
    if (column.meaning.year != 0) return series_cell(column, text, out);
    auto value = parse(field, text);
    if (!value) return problem(out.row, column.name, value.error());
    if (*value == before_->get(static_cast<std::size_t>(column.meaning.field))) return;
    out.values.emplace_back(static_cast<std::uint8_t>(column.meaning.field), std::move(*value));
  }

  // An id is taken as it stands, even of a record that is not here.
  Result<Value> parse(FieldInfo const& field, std::string_view text) {
    if (field.type == ValueType::reference)
      if (auto const id = parse_ulid(text)) return Value(*id);
    auto value = parse_value(cells_.lookup(), field, text, style_.values);
    if (value || field.type != ValueType::references) return value;
    std::vector<Ulid> ids;
    for (std::size_t at = 0; at < text.size();) {
      std::size_t const end = std::min(text.find(';', at), text.size());
      std::string const part = utf8::clean_name(text.substr(at, end - at));
      auto const id = parse_ulid(part);
      auto const named = id ? Result<Ulid>(*id) : cells_.lookup().find(field.target, part);
      if (!named) return value;
      if (std::find(ids.begin(), ids.end(), *named) == ids.end()) ids.push_back(*named);
      at = end + 1;
    }
    return Value(std::move(ids));
  }

  // Joins the years of one series, starting from what the record has.
  void series_cell(Column const& column, std::string_view text, CsvRow& out) {
    auto const index = static_cast<std::uint8_t>(column.meaning.field);
    FieldInfo const& field = info_.fields[index];
    auto const raw = parse_series_cell(field, text, style_.values);
    if (!raw) return problem(out.row, column.name, raw.error());
    auto at = std::find_if(out.values.begin(), out.values.end(), [&](auto const& one) { return one.first == index; });
    if (at == out.values.end()) at = out.values.insert(at, {index, before_->get(index)});
    auto& values = std::get_if<SeriesValue>(&at->second.data)->values;
    auto const year = std::lower_bound(values.begin(), values.end(), column.meaning.year, [](auto const& one, Year key) { return one.first < key; });
    bool const stands = year != values.end() && year->first == column.meaning.year;
    if (stands && *raw) year->second = **raw;
    else if (stands) values.erase(year);
    else if (*raw) values.insert(year, {column.meaning.year, **raw});
  }

  Document const& document_;
  RecordInfo const& info_;
  CsvStyle style_;
  CsvCells cells_;
  std::size_t most_rows_;
  CsvTable table_;
  std::vector<Column> columns_;
  std::set<Ulid> ids_;
  NodePtr before_;
};
}  // namespace

Result<CsvTable> read_csv(Document const& document, RecordType type, std::string_view bytes, CsvStyle const& style, ReadLimits const& limits) {
  std::string_view const mark = bytes.substr(0, 2);
  if (mark == "\xFF\xFE" || mark == "\xFE\xFF") return error("file.utf16");
  if (bytes.size() > limits.file_bytes) return error("file.too_large", {std::to_string(limits.file_bytes >> 20)});
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  if (bytes.find('\0') != std::string_view::npos) return error("file.nul");
  if (!utf8::is_valid(bytes)) return error("file.bad_utf8");
  char const separator = find_separator(bytes);
  return Reader(document, type, style, limits.records_per_type).read(parse_cells(bytes, separator));
}

ChangeSet csv_changes(Document const& document, RecordType type, CsvTable const& table, ReplicaId replica, std::function<Ulid()> const& next_id) {
  ChangeSet changes;
  for (auto const& row : table.rows) {
    NodePtr const* const stored = row.id ? document.table(type).find(row.id) : nullptr;
    auto after = stored ? clone_node(**stored) : make_node(type, row.id ? row.id : next_id());
    std::vector<std::uint8_t> fields;
    for (auto const& [field, value] : row.values)
      if (after->info().fields[field].set(after->data(), value)) fields.push_back(field);
    if (!stored) claim_for_scope(document, *after);
    sort_list(fields);
    after->causal = stored && (*stored)->causal ? written_by(*(*stored)->causal, replica, with_groups(after->info(), fields)) : created_by(replica);
    changes.records.push_back({stored ? *stored : nullptr, std::move(after)});
  }
  return changes;
}

}  // namespace rancang
