#include "edit/paste_block.hpp"

#include <algorithm>
#include <optional>

namespace rancang {
namespace {
// The values of one record while the cells of its row come in.
struct RowDraft {
  Node const* node = nullptr;  // null: a record to be created
  std::vector<std::pair<std::uint8_t, Value>> values;

  Value* find(int field) {
    for (auto& [index, value] : values)
      if (index == field) return &value;
    return nullptr;
  }
  void set(int field, Value value) {
    if (Value* const known = find(field)) *known = std::move(value);
    else values.emplace_back(static_cast<std::uint8_t>(field), std::move(value));
  }
};

class Planner {
 public:
  Planner(Document const& document, PasteTarget const& target, ValueStyle const& style) : document_(document), target_(target), style_(style), info_(record_info(target.type)), lookup_(document) {}

  void take_row(std::size_t block_row, std::vector<std::string> const& cells) {
    std::size_t const row = target_.row + block_row;
    RowDraft draft;
    if (row < target_.rows.size()) {
      NodePtr const* const node = document_.table(target_.type).find_alive(target_.rows[row]);
      if (!node) return;  // gone in the meantime
      draft.node = node->get();
    } else if (!says_anything(cells)) {
      return;
    }
    for (std::size_t i = 0; i < cells.size() && target_.column + i < target_.columns.size(); ++i) take_cell(draft, block_row, i, cells[i]);
    finish(std::move(draft));
  }
  PastePlan plan;

 private:
  bool says_anything(std::vector<std::string> const& cells) const {
    std::size_t const room = target_.columns.size() - std::min(target_.column, target_.columns.size());
    return std::any_of(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(std::min(cells.size(), room)),
                       [](std::string const& text) { return text.find_first_not_of(" \t\r\n") != std::string::npos; });
  }

  FieldInfo const& field_of(GridColumn column) const { return info_.fields[static_cast<std::size_t>(column.field)]; }
  Value held(RowDraft& draft, int field) const {
    if (Value const* const drafted = draft.find(field)) return *drafted;
    return info_.fields[static_cast<std::size_t>(field)].get(draft.node ? draft.node->data() : info_.blank);
  }

  // What the cell would show if it were copied now.
  std::string shown(GridColumn column, Value const& value) const {
    FieldInfo const& field = field_of(column);
    if (column.year == 0) return value_text(document_, field, value, style_);
    auto const raw = raw_at(value, column.year);
    return raw ? series_cell_text(field, *raw, style_) : std::string();
  }
  static std::optional<std::int64_t> raw_at(Value const& value, Year year) {
    auto const* series = value.as<SeriesValue>();
    if (!series) return std::nullopt;
    for (auto const& [at, raw] : series->values)
      if (at == year) return raw;
    return std::nullopt;
  }

  void take_cell(RowDraft& draft, std::size_t block_row, std::size_t block_column, std::string const& text) {
    GridColumn const column = target_.columns[target_.column + block_column];
    Value before = held(draft, column.field);
    auto after = shown(column, before) == text ? Result<Value>(before) : parse(column, before, text);
    if (!after) {
      plan.problems.push_back({block_row, block_column, text, after.error()});
    } else if (*after == before) {
      ++plan.cells_unchanged;
    } else {
      ++plan.cells_changed;
      draft.set(column.field, std::move(*after));
    }
  }

  Result<Value> parse(GridColumn column, Value const& before, std::string const& text) {
    FieldInfo const& field = field_of(column);
    if (column.year == 0) return parse_value(lookup_, field, text, style_);
    auto const raw = parse_series_cell(field, text, style_);
    if (!raw) return raw.error();
    auto const* held_series = before.as<SeriesValue>();
    SeriesValue series = held_series ? *held_series : SeriesValue{field.element, {}};
    auto at = std::lower_bound(series.values.begin(), series.values.end(), column.year, [](auto const& pair, Year key) { return pair.first < key; });
    bool const known = at != series.values.end() && at->first == column.year;
    if (*raw && known) at->second = **raw;
    else if (*raw) series.values.insert(at, {column.year, **raw});
    else if (known) series.values.erase(at);
    series.element = field.element;
    return Value(std::move(series));
  }

  void finish(RowDraft draft) {
    if (draft.node) {
      for (auto& [field, value] : draft.values) plan.writes.push_back({target_.type, draft.node->id, field, std::move(value)});
      return;
    }
    for (auto const& [field, value] : target_.defaults)
      if (!draft.find(field)) draft.values.emplace_back(field, value);
    plan.created.push_back({target_.type, {}, std::move(draft.values)});
  }

  Document const& document_;
  PasteTarget const& target_;
  ValueStyle const& style_;
  RecordInfo const& info_;
  ReferenceLookup lookup_;
};

// One cell fills the selection; anything else is taken as it is.
TextBlock spread(TextBlock const& block, PasteTarget const& target) {
  bool const one_cell = block.size() == 1 && block.front().size() == 1;
  if (!one_cell || target.row_count * target.column_count <= 1) return block;
  return TextBlock(target.row_count, std::vector<std::string>(target.column_count, block.front().front()));
}
}  // namespace

PastePlan plan_paste(Document const& document, PasteTarget const& target, TextBlock const& given, ValueStyle const& style) {
  TextBlock const block = spread(given, target);
  Planner planner(document, target, style);
  std::size_t widest = 0;
  for (std::size_t row = 0; row < block.size(); ++row) {
    planner.take_row(row, block[row]);
    widest = std::max(widest, block[row].size());
  }
  std::size_t const end = target.column + widest;
  planner.plan.columns_dropped = end > target.columns.size() ? std::min(widest, end - target.columns.size()) : 0;
  return std::move(planner.plan);
}

}  // namespace rancang
