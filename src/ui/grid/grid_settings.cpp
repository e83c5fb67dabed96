// What a table remembers from visit to visit, as "density=compact;group=dimension;sort=budget@2024;dir=desc;title=240;columns=lead_agency:88,-unit,budget:52,budget+".
#include <array>
#include <charconv>

#include "ui/grid/grid_columns.hpp"
#include "ui/grid/grid_state.hpp"

namespace rancang {
namespace {
constexpr std::array<std::string_view, 4> density_names{"dense", "compact", "normal", "touch"};
constexpr float widest = 2000;

std::string_view take_until(std::string_view& rest, char separator) {
  std::size_t const at = rest.find(separator);
  std::string_view const part = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
  return part;
}
template <class Number>
Number number_in(std::string_view text) {
  Number value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}
float width_in(std::string_view text) {
  int const value = number_in<int>(text);
  return value < 16 || value > static_cast<int>(widest) ? 0.0f : static_cast<float>(value);
}

std::string column_text(RecordInfo const& info, ColumnSetting const& column) {
  std::string out = column.hidden ? "-" : "";
  out += info.fields[static_cast<std::size_t>(column.field)].key;
  if (column.part == ColumnPart::total) out += '+';
  if (column.width > 0) out += ":" + std::to_string(static_cast<int>(column.width));
  return out;
}

// Puts the columns in the order of `text`; columns that it doesn't name keep their defaults and follow.
void read_columns(RecordInfo const& info, std::string_view text, std::vector<ColumnSetting>& columns) {
  std::vector<ColumnSetting> ordered;
  while (!text.empty()) {
    std::string_view part = take_until(text, ',');
    bool const hidden = !part.empty() && part.front() == '-';
    if (hidden) part.remove_prefix(1);
    std::string_view key = take_until(part, ':');
    bool const total = !key.empty() && key.back() == '+';
    if (total) key.remove_suffix(1);
    int const field = info.index_of(key);
    for (auto it = columns.begin(); it != columns.end(); ++it) {
      if (it->field != field || (it->part == ColumnPart::total) != total) continue;
      it->hidden = hidden;
      it->width = width_in(part);
      ordered.push_back(*it);
      columns.erase(it);
      break;
    }
  }
  ordered.insert(ordered.end(), columns.begin(), columns.end());
  columns = std::move(ordered);
}

void read_sort(RecordInfo const& info, std::string_view text, GridSort& sort) {
  sort.field = info.index_of(take_until(text, '@'));
  sort.year = number_in<Year>(text);
}

void read_density(std::string_view text, Density& density) {
  for (std::size_t i = 0; i < density_names.size(); ++i)
    if (density_names[i] == text) density = static_cast<Density>(i);
}
bool can_group(FieldInfo const& field) {
  return field.type == ValueType::reference || field.type == ValueType::references || field.type == ValueType::enumeration || field.type == ValueType::boolean;
}
}  // namespace

std::string GridState::encode() const {
  RecordInfo const& info = record_info(type);
  auto const key = [&](int field) { return std::string(info.fields[static_cast<std::size_t>(field)].key); };
  std::string out = "density=" + std::string(density_names[static_cast<std::size_t>(density)]);
  out += ";group=" + (query.group.field < 0 ? std::string() : key(query.group.field));
  if (query.sort.field >= 0) {
    out += ";sort=" + key(query.sort.field);
    if (query.sort.year != 0) out += "@" + std::to_string(query.sort.year);
    if (query.sort.descending) out += ";dir=desc";
  }
  if (title_width > 0) out += ";title=" + std::to_string(static_cast<int>(title_width));
  out += ";columns=";
  for (std::size_t i = 0; i < columns.size(); ++i) out += (i > 0 ? "," : "") + column_text(info, columns[i]);
  return out;
}

void GridState::decode(std::string_view text) {
  RecordInfo const& info = record_info(type);
  while (!text.empty()) {
    std::string_view value = take_until(text, ';');
    std::string_view const name = take_until(value, '=');
    if (name == "density") read_density(value, density);
    else if (name == "sort") read_sort(info, value, query.sort);
    else if (name == "dir") query.sort.descending = value == "desc";
    else if (name == "title") title_width = width_in(value);
    else if (name == "columns") read_columns(info, value, columns);
    else if (name == "group") {
      int const field = info.index_of(value);
      query.group.field = field >= 0 && can_group(info.fields[static_cast<std::size_t>(field)]) ? field : -1;
    }
  }
  query_changed = true;
  saved_settings = encode();
}

}  // namespace rancang
