#include "ui/grid/grid_paint.hpp"

#include <cmath>

#include "model/reference_lookup.hpp"
#include "ui/dimension_tag.hpp"
#include "ui/grid/grid_chips.hpp"
#include "ui/grid/grid_choices.hpp"
#include "ui/grid/grid_columns.hpp"
#include "ui/grid/grid_layout.hpp"
#include "ui/icons_generated.hpp"
#include "ui/record_look.hpp"

namespace rancang {
namespace {
constexpr std::string_view ellipsis = "\xE2\x80\xA6";

struct Painter {
  Ui const& ui;
  PlanView const& plan;
  GridState const& state;
  Step step;
  float padding;
  std::optional<GridBlock> block;
  bool frozen = true;  // which of the two parts is being drawn

  bool in_part(GridColumnView const& column) const { return column.frozen == frozen; }
  // Texts of one row stand on one line; the rule below the row counts as outside.
  float top(Box const& box) const { return box.y + std::floor((box.h - 1 - ui.look.size(step)) / 2); }
  void line(Box const& box, std::string_view text, Token color, draw::Type type) const { draw::text_in(ui, {box.x, top(box), box.w, ui.look.size(step)}, text, color, type); }
  void text(Box const& box, CellLook const& cell, Token color) const;
  void corner(Box const& box, CellCorner kind) const;
  void cell(Box const& box, CellLook const& cell, RowLook const& row, GridColumnView const& column) const;
  void check(Box const& inner, CellLook const& cell) const;
  void dimension(Box const& inner, CellLook const& cell) const;
  void title(Box const& box, CellLook const& cell, RowLook const& row) const;
  void ground(std::size_t row, Box const& area, RowLook const& look, GridHover const& hover) const;
  void record(std::size_t row, Box const& area, RowLook const& look) const;
  void group(std::size_t index, Box const& row) const;
  void group_sums(GridGroup const& group, Box const& row) const;
};

void Painter::text(Box const& box, CellLook const& cell, Token color) const {
  draw::Type const type{step, cell.bold ? Weight::bold : Weight::regular};
  float const size = ui.look.size(step), y = top(box);
  if (cell.width <= box.w) return draw::text(ui, {cell.right ? box.right() - cell.width : box.x, y}, cell.text, color, type);
  float const dots = draw::width(ui, ellipsis, type);
  if (cell.fitted_to != box.w) {
    char const* stop = nullptr;
    char const* const begin = cell.text.data();
    if (box.w > dots) ui.look.font(type.weight)->CalcTextSizeA(size, box.w - dots, 0, begin, begin + cell.text.size(), &stop);
    cell.fitted_to = box.w;
    cell.fitting = stop ? static_cast<std::size_t>(stop - begin) : 0;
    while (cell.fitting > 0 && cell.text[cell.fitting - 1] == ' ') --cell.fitting;
  }
  std::string_view const shown = std::string_view(cell.text).substr(0, cell.fitting);
  draw::text(ui, {box.x, y}, shown, color, type);
  if (box.w >= dots) draw::text(ui, {box.x + draw::width(ui, shown, type), y}, ellipsis, color, type);
}

void Painter::corner(Box const& box, CellCorner kind) const {
  static constexpr Token tints[] = {Token::surface_panel, Token::sev_warn_tint, Token::sev_error_tint, Token::conflict_tint};
  static constexpr Token marks[] = {Token::surface_panel, Token::sev_warn_mark, Token::sev_error, Token::conflict_base};
  if (kind == CellCorner::none) return;
  draw::fill(ui, {box.x, box.y, box.w, box.h - 1}, tints[static_cast<int>(kind)]);
  float const side = ui.px(8);
  ImGui::GetWindowDrawList()->AddTriangleFilled({box.x, box.y}, {box.x + side, box.y}, {box.x, box.y + side}, ui.color(marks[static_cast<int>(kind)]));
}

void Painter::check(Box const& inner, CellLook const& cell) const {
  float const side = ui.px(14);
  Box const square{inner.x, std::floor(inner.y + (inner.h - side) / 2), side, side};
  if (cell.entry) draw::fill(ui, square, Token::accent_base, 2);
  else draw::outline(ui, square, Token::border_strong, 2);
  if (cell.entry) draw::icon_in(ui, square, icon::check, Token::text_on_accent, 12);
}

void Painter::dimension(Box const& inner, CellLook const& cell) const {
  int const index = cell.entry - 1;
  float const height = std::min(ui.px(16), inner.h - 1);
  dimension_tag(ui, {inner.x, std::floor(inner.y + (inner.h - height) / 2), std::min(inner.w, dimension_tag_width(ui, index)), height}, index);
}

// With the mark of a quick win behind it, and struck out when the row was dropped.
void Painter::title(Box const& box, CellLook const& cell, RowLook const& row) const {
  Box inner = box.inset(padding, 0);
  if (row.highlight) inner.w -= ui.px(16);
  text(inner, cell, row.dropped ? Token::status_dropped : cell.color);
  float const end = inner.x + std::min(cell.width, inner.w);
  if (row.dropped) draw::hline(ui, inner.x, end, std::floor(box.y + box.h / 2), Token::status_dropped);
  if (row.highlight) draw::icon_in(ui, {end + ui.px(3), box.y, ui.px(12), box.h - 1}, row.highlight, Token::accent_text, 12);
}

void Painter::cell(Box const& whole, CellLook const& cell, RowLook const& row, GridColumnView const& column) const {
  corner(whole, cell.corner);
  Box const box{whole.x + column.lead, whole.y, whole.w - column.lead, whole.h};
  if (column.kind == ColumnKind::title) return title(box, cell, row);
  Box const inner{box.x + padding, box.y, box.w - 2 * padding, box.h - 1};
  switch (cell.shape) {
    case CellShape::chips: return draw_chips(ui, {inner.x, inner.y, inner.w + padding - 1, inner.h}, cell.chips);  // they carry a margin of their own
    case CellShape::status: return draw::icon_in(ui, inner, status_icon(cell.entry), status_color(cell.entry), 14);
    case CellShape::check: return check(inner, cell);
    case CellShape::dimension: return dimension(inner, cell);
    case CellShape::text: return text(box.inset(padding, 0), cell, cell.color);
  }
}

void Painter::ground(std::size_t row, Box const& area, RowLook const& look, GridHover const& hover) const {
  Box const inside{area.x, area.y, area.w, area.h - 1};
  if (is_selected(state, block, row, look.node->id)) draw::fill(ui, inside, Token::surface_selected);
  else if (hover.row == row && !hover.on_head) draw::fill(ui, inside, Token::surface_hover);
  draw::hline(ui, area.x, area.right(), area.bottom() - 1, Token::border_subtle);
}

void Painter::record(std::size_t row, Box const& area, RowLook const& look) const {
  for (std::size_t i = 0; i < state.geometry.columns.size(); ++i) {
    GridColumnView const& column = state.geometry.columns[i];
    if (!in_part(column)) continue;
    Box const strip = column_box(state, static_cast<int>(i)), box{strip.x, area.y, strip.w, area.h};
    if (box.right() <= state.geometry.body.x || box.x >= state.geometry.body.right()) continue;
    if (column.kind == ColumnKind::mark) {
      if (look.mark) draw::icon_in(ui, box, look.mark, look.mark_color, 14);
    } else if (column.kind == ColumnKind::number) {
      std::string const number = format_integer(static_cast<std::int64_t>(state.cells->number_of(state, row)), plan.style.numbers);
      line(box.inset(padding, 0), number, Token::text_muted, {step, Weight::regular, draw::Align::right});
    } else {
      cell(box, look.cells[i], look, column);
    }
  }
}

void Painter::group_sums(GridGroup const& group, Box const& row) const {
  for (std::size_t i = 0; i < state.geometry.columns.size(); ++i) {
    GridColumnView const& column = state.geometry.columns[i];
    FieldInfo const* const field = field_of(state, column);
    if (!in_part(column) || !field || field->element != Element::money) continue;
    Box const strip = column_box(state, static_cast<int>(i));
    if (strip.x >= row.right() || strip.right() <= row.x) continue;
    std::string const sum = format_money({group.totals.of(column.field, column.year)}, plan.style.money_unit, plan.style.numbers, plan.style.money_places);
    line(Box{strip.x, row.y, strip.w, row.h}.inset(padding, 0), sum, Token::text_primary, {step, Weight::bold, draw::Align::right});
  }
}

void Painter::group(std::size_t index, Box const& row) const {
  GridGroup const& group = state.table.groups()[state.table.row(index).group];
  draw::fill(ui, {row.x, row.y, row.w, row.h - 1}, Token::surface_header);
  draw::hline(ui, row.x, row.right(), row.bottom() - 1, Token::border_default);
  if (!frozen) return group_sums(group, row);
  Box rest{row.x, row.y, state.geometry.scrolled.x - row.x, row.h};
  draw::icon_in(ui, rest.cut_left(state.geometry.columns[0].width, ui.px(4)), group.collapsed ? icon::chevron_right : icon::chevron_down, Token::text_muted, 14);
  FieldInfo const& field = record_info(state.type).fields[static_cast<std::size_t>(state.query.group.field)];
  int const dimension = field.target == record_type<Dimension> ? dimension_index(plan.document, group.key.record) : -1;
  if (dimension >= 0) {
    Box const square = rest.cut_left(ui.px(10), ui.px(6)).middle(ui.px(10));
    draw::fill(ui, {square.x, std::floor(square.y), square.w, square.h}, dimension_color(dimension), 2);
  }
  std::string const name = group_name(ui, plan, state, group), count = count_text(ui, plan, record_info(state.type), group.totals.count);
  float const name_width = std::min(draw::width(ui, name, {step, Weight::bold}), rest.w);
  line(rest.cut_left(name_width, ui.px(6)), name, dimension_text_color(dimension), {step, Weight::bold});
  line(rest, count, Token::text_muted, {step});
}

// Frame around the block, 2 px around the cell that is typed into. A block over frozen and scrolled columns is drawn in both parts.
void paint_selection(Painter const& painter) {
  GridState const& state = painter.state;
  auto const from = anchor_row(state);
  if (!painter.block || !from || !state.focused || state.edit.mode == EditMode::text) return;
  GridBlock const& block = *painter.block;
  auto const is_frozen = [&](int column) { return state.geometry.columns[static_cast<std::size_t>(column)].frozen; };
  if (!block.is_one_cell() && !is_whole_row(state, block)) {
    Box const first = cell_box(state, block.row0, block.column0), last = cell_box(state, block.row1, block.column1);
    bool const here = painter.frozen ? is_frozen(block.column0) : !is_frozen(block.column1);
    float const right = painter.frozen && !is_frozen(block.column1) ? state.geometry.area.right() : last.right();
    if (here) draw::outline(painter.ui, {first.x, first.y - 1, right - first.x, last.bottom() - first.y + 1}, Token::focus_ring, 0, 1);
  }
  if (is_frozen(anchor_column(state)) != painter.frozen) return;
  Box const cell = cell_box(state, *from, anchor_column(state));
  draw::outline(painter.ui, {cell.x, cell.y - 1, cell.w, cell.h + 1}, Token::focus_ring, 0, 2);
}

void paint_part(Painter& painter, bool frozen, Box const& clip, GridHover const& hover) {
  GridState const& state = painter.state;
  draw::Clip const scope(clip);
  painter.frozen = frozen;
  for (std::size_t row = state.geometry.first; row < state.geometry.last; ++row) {
    Box line = row_box(state, row);
    line.x = clip.x, line.w = clip.w;
    if (state.table.row(row).kind == GridRowKind::group_head) {
      painter.group(row, line);
      continue;
    }
    RowLook const& look = state.cells->row(painter.ui, painter.plan, state, row);
    painter.ground(row, line, look, hover);
    painter.record(row, line, look);
  }
  paint_selection(painter);
}
}  // namespace

void paint_body(Ui const& ui, PlanView const& plan, GridState const& state, GridHover const& hover) {
  GridGeometry const& g = state.geometry;
  state.cells->begin_frame(ui, plan, state);
  Painter painter{ui, plan, state, cell_step(ui, state), cell_padding(ui, state), selected_block(state)};
  if (!g.scrolled.empty()) paint_part(painter, false, g.scrolled, hover);
  Box const frozen{g.body.x, g.body.y, std::min(g.scrolled.x - g.body.x, g.body.w), g.body.h};
  paint_part(painter, true, frozen, hover);
  if (state.scroll_x > 0) draw::vline(ui, frozen.right(), g.head.y, g.body.bottom(), Token::border_default);
}

std::string group_name(Ui const& ui, PlanView const& plan, GridState const& state, GridGroup const& group) {
  FieldInfo const& field = record_info(state.type).fields[static_cast<std::size_t>(state.query.group.field)];
  if (field.type == ValueType::boolean) return std::string(group.key.entry ? plan.style.yes : plan.style.no);
  if (field.enumeration) return std::string(enum_label(ui.s, *field.enumeration, group.key.entry));
  if (!group.key.record) return ui.s.grid_without(lower_first(field_label(ui.s, record_info(state.type), field)));
  Node const* const node = plan.document.find(field.target, group.key.record);
  return node && !node->title().empty() ? std::string(node->title()) : reference_text(plan.document, field.target, group.key.record);
}

std::string count_text(Ui const& ui, PlanView const& plan, RecordInfo const& info, std::size_t count) {
  std::string const number = format_integer(static_cast<std::int64_t>(count), plan.style.numbers);
  std::string_view const argument = number;
  return ui.s.format("record." + std::string(info.name) + (count == 1 ? ".count_one" : ".count"), {&argument, 1});
}

}  // namespace rancang
