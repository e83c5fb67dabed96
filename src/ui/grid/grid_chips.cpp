#include "ui/grid/grid_chips.hpp"

#include <algorithm>
#include <cmath>

#include "model/reference_lookup.hpp"
#include "ui/dimension_tag.hpp"

namespace rancang {
namespace {
constexpr std::int64_t whole_percent = 100;
constexpr float chip_padding = 4, chip_gap = 2;

bool is_percentage(FieldInfo const& field) { return field.type == ValueType::decimal && field.rules.min == 0 && field.rules.max == whole_percent; }

CellChip& add_chip(Ui const& ui, CellLook& cell, std::string text, TagKind kind = TagKind::outline) {
  CellChip& chip = cell.chips.emplace_back();
  chip.text = std::move(text);
  chip.kind = kind;
  chip.width = draw::width(ui, chip.text, {Step::caption}) + ui.px(2 * chip_padding);
  cell.text += (cell.text.empty() ? "" : "; ") + chip.text;
  return chip;
}

// The row's title, then its percentage unless it is the whole.
std::string row_text(PlanView const& plan, RecordInfo const& nested, void const* row, Decimal& sum) {
  std::string out;
  append_value_text(out, plan.document, nested.fields[static_cast<std::size_t>(nested.title_field())], row, plan.style);
  for (FieldInfo const& inner : nested.fields) {
    if (!is_percentage(inner)) continue;
    Value const value = inner.get(row);
    Decimal const* const share = value.as<Decimal>();
    if (!share) return out;
    sum.micros += std::clamp<std::int64_t>(share->micros, 0, whole_percent * micros_per_unit);  // what is out of range has a finding of its own
    if (share->micros != whole_percent * micros_per_unit) out += " " + format_decimal(*share, plan.style.numbers, 1);
    return out;
  }
  return out;
}

void add_reference(Ui const& ui, PlanView const& plan, CellLook& cell, FieldInfo const& field, Ulid id) {
  int const dimension = field.target == record_type<Dimension> ? dimension_index(plan.document, id) : -1;
  if (dimension < 0) return void(add_chip(ui, cell, reference_text(plan.document, field.target, id)));
  CellChip& chip = add_chip(ui, cell, std::string(dimension_short(dimension)));
  chip.dimension = dimension;
  chip.width = dimension_tag_width(ui, dimension);
}

// What an empty list lacks, if it has a word of its own for that: "tanpa sumber". Otherwise it is filled in like any other cell, unless it is wrong.
std::string missing_label(Ui const& ui, CellLook const& cell, Node const& node, FieldInfo const& field) {
  std::string const key = "record." + std::string(node.info().name) + "." + std::string(field.key) + ".missing";
  if (auto const own = ui.s.find(key)) return std::string(*own);
  return cell.corner == CellCorner::invalid ? std::string(ui.s.grid_fill_in()) : std::string();
}

void write_list(Ui const& ui, PlanView const& plan, CellLook& cell, Node const& node, FieldInfo const& field) {
  Decimal sum;
  std::size_t const rows = field.row_count(node.data());
  for (std::size_t i = 0; i < rows; ++i) add_chip(ui, cell, row_text(plan, *field.nested, field.row(node.data(), i), sum));
  bool const owed = cell.corner == CellCorner::missing || cell.corner == CellCorner::invalid;
  std::int64_t const rest = whole_percent * micros_per_unit - sum.micros;
  std::string const missing = owed && rows == 0 ? missing_label(ui, cell, node, field) : std::string();
  if (!missing.empty()) add_chip(ui, cell, missing, TagKind::error);
  else if (owed && sum.micros > 0 && rest > 0) add_chip(ui, cell, "? " + format_decimal({rest}, plan.style.numbers, 1) + "%", TagKind::error);
}
// How many chips don't fit, and the room that this takes behind a chip.
std::string more_text(std::size_t left_out) { return "+" + std::to_string(left_out); }
float more_width(Ui const& ui, std::size_t left_out) { return draw::width(ui, more_text(left_out), {Step::caption}) + 1 + ui.px(2 * chip_gap); }
}  // namespace

bool write_chips(Ui const& ui, PlanView const& plan, CellLook& cell, Node const& node, FieldInfo const& field) {
  cell.shape = CellShape::chips;
  cell.text.clear();
  if (field.type == ValueType::list) write_list(ui, plan, cell, node, field);
  else {
    Value const value = field.get(node.data());
    if (auto const* const ids = value.as<std::vector<Ulid>>())
      for (Ulid id : *ids) add_reference(ui, plan, cell, field, id);
  }
  if (!cell.chips.empty()) return true;
  cell.shape = CellShape::text;
  return false;
}

void draw_chips(Ui const& ui, Box const& box, std::span<CellChip const> chips) {
  static constexpr Token borders[] = {Token::border_default, Token::surface_header, Token::sev_error, Token::ink_border};
  static constexpr Token texts[] = {Token::text_secondary, Token::text_secondary, Token::sev_error, Token::ink_fg2};
  float const height = std::min(ui.px(15), box.h), gap = ui.px(chip_gap);
  float x = box.x;
  for (std::size_t i = 0; i < chips.size(); ++i) {
    CellChip const& chip = chips[i];
    bool const last = i + 1 == chips.size();
    float const left = box.right() - x, room = left - (last ? 0 : more_width(ui, chips.size() - i - 1));
    if (chip.width > room && i > 0) {
      draw::text_in(ui, {x + gap, box.y, left - gap, box.h}, more_text(chips.size() - i), Token::text_muted, {Step::caption});
      return;
    }
    Box const shown{std::floor(x), std::ceil(box.y + (box.h - height) / 2), std::min(chip.width, room), height};
    if (chip.dimension >= 0) {
      dimension_tag(ui, shown, chip.dimension);
      x = shown.right() + gap;
      continue;
    }
    if (chip.kind == TagKind::error) draw::fill(ui, shown, Token::surface_panel, radius_chip);
    draw::outline(ui, shown, borders[static_cast<int>(chip.kind)], radius_chip);
    draw::text_in(ui, {shown.x + ui.px(chip_padding), shown.y, shown.w - 2 * ui.px(chip_padding), ui.look.size(Step::caption)}, chip.text, texts[static_cast<int>(chip.kind)], {Step::caption});
    x = shown.right() + gap;
  }
}

}  // namespace rancang
