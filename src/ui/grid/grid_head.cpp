// The head of a table: names, totals, sort arrows, the place where a dragged column would land; and the scroll bars.
#include <cmath>

#include "ui/grid/grid_columns.hpp"
#include "ui/grid/grid_layout.hpp"
#include "ui/grid/grid_paint.hpp"
#include "ui/icons_generated.hpp"

namespace rancang {
namespace {
bool is_sorted_by(GridState const& state, GridColumnView const& column) {
  GridSort const& sort = state.query.sort;
  return column.field >= 0 && sort.field == column.field && sort.year == column.year;
}

// As many whole words as fit on the first line; at least one.
std::size_t first_line(Ui const& ui, std::string_view name, float width, draw::Type type) {
  std::size_t best = std::string_view::npos;
  for (std::size_t at = name.find(' '); at != std::string_view::npos; at = name.find(' ', at + 1))
    if (best == std::string_view::npos || draw::width(ui, name.substr(0, at), type) <= width) best = at;
  return best;
}

void paint_head_cell(Ui const& ui, PlanView const& plan, GridState const& state, int index, GridHover const& hover) {
  GridColumnView const& column = state.geometry.columns[static_cast<std::size_t>(index)];
  Box const box = head_cell_box(state, index);
  if (box.right() <= state.geometry.head.x || box.x >= state.geometry.head.right() || !is_head_shown(state, index)) return;
  bool const over = hover.on_head && hover.column == index;
  if (over && column.field >= 0) draw::fill(ui, {box.x, box.y, box.w, box.h - 1}, Token::surface_hover);
  FieldInfo const* const field = field_of(state, column);
  Box inner = Box{box.x + column.lead, box.y, box.w - column.lead, box.h}.inset(cell_padding(ui, state) + (column.kind == ColumnKind::title ? ui.px(1) : 0), 0);
  inner.y += ui.px(2), inner.h = ui.px(14);
  if (field && field->rules.role == Role::status && column.width < ui.px(60)) return draw::icon_in(ui, inner, icon::circle_dot, Token::text_secondary, 14);
  HeadText const head = head_text(ui, plan, state, column);
  bool const right = column.kind == ColumnKind::number || (field && is_right_aligned(*field));
  draw::Align const align = right ? draw::Align::right : draw::Align::left;
  Box name = inner;
  if (is_sorted_by(state, column)) {
    Box const arrow = right ? name.cut_left(ui.px(12), ui.px(1)) : name.cut_right(ui.px(12), ui.px(1));
    draw::icon_in(ui, arrow, state.query.sort.descending ? icon::arrow_down : icon::arrow_up, Token::accent_text, 12);
  }
  Box const below{inner.x, inner.y + ui.px(14), inner.w, inner.h};
  draw::Type const type{Step::caption, Weight::bold, align};
  std::size_t const stop = head.below.empty() && draw::width(ui, head.name, type) > name.w ? first_line(ui, head.name, name.w, type) : std::string::npos;
  draw::text_in(ui, name, std::string_view(head.name).substr(0, stop), Token::text_secondary, type);
  if (stop != std::string::npos) return void(draw::text_in(ui, below, std::string_view(head.name).substr(stop + 1), Token::text_secondary, type));
  std::string_view under = head.below;
  // Which series it is, in its first word where the years are narrow.
  if (column.kind == ColumnKind::year && !head.bold_below && draw::width(ui, under, {Step::caption}) > below.w) under = under.substr(0, under.find(' '));
  draw::text_in(ui, below, under, head.bold_below ? Token::text_secondary : Token::text_muted, {Step::caption, head.bold_below ? Weight::bold : Weight::regular, align});
}

void paint_drop_mark(Ui const& ui, GridState const& state) {
  if (state.pointer.drag != GridDrag::reorder || state.pointer.drop < 0) return;
  GridGeometry const& g = state.geometry;
  int const last = static_cast<int>(g.columns.size()) - 1;
  Box const strip = column_box(state, std::min(state.pointer.drop, last));
  float const x = state.pointer.drop > last ? strip.right() : strip.x;
  draw::fill(ui, {x - 1, g.head.y, 2, g.head.h + g.body.h}, Token::accent_base);
}

void paint_border_mark(Ui const& ui, GridState const& state, GridHover const& hover) {
  int const column = state.pointer.drag == GridDrag::resize ? state.pointer.column : hover.on_border ? hover.column : -1;
  if (column < 0) return;
  Box const strip = visible_part(state, column, column_box(state, column));
  draw::fill(ui, {strip.right() - 1, state.geometry.head.y, 2, state.geometry.head.h}, Token::accent_base);
}
}  // namespace

void paint_head(Ui const& ui, PlanView const& plan, GridState const& state, GridHover const& hover) {
  GridGeometry const& g = state.geometry;
  draw::fill(ui, g.head, Token::surface_header);
  int const count = static_cast<int>(g.columns.size());
  {
    draw::Clip const scope({g.scrolled.x, g.head.y, g.scrolled.w, g.head.h});
    for (int i = 0; i < count; ++i)
      if (!g.columns[static_cast<std::size_t>(i)].frozen) paint_head_cell(ui, plan, state, i, hover);
  }
  draw::Clip const scope(g.area);
  for (int i = 0; i < count; ++i)
    if (g.columns[static_cast<std::size_t>(i)].frozen) paint_head_cell(ui, plan, state, i, hover);
  draw::hline(ui, g.head.x, g.head.right(), g.head.bottom() - 1, Token::border_default);
  paint_border_mark(ui, state, hover);
  paint_drop_mark(ui, state);
}

Box thumb_box(GridState const& state, bool vertical) {
  GridGeometry const& g = state.geometry;
  Box const track = vertical ? g.bar_y : g.bar_x;
  if (track.empty()) return {};
  float const content = vertical ? g.content_h : g.content_w, view = vertical ? g.body.h : g.scrolled.w;
  float const length = vertical ? track.h : track.w, offset = vertical ? state.scroll_y : state.scroll_x;
  float const thumb = std::max(24.0f, length * view / content), range = std::max(1.0f, content - view);
  float const at = std::floor((length - thumb) * offset / range);
  return vertical ? Box{track.x, track.y + at, track.w, thumb} : Box{track.x + at, track.y, thumb, track.h};
}

void paint_bars(Ui const& ui, GridState const& state, GridHover const& hover) {
  for (bool const vertical : {true, false}) {
    Box const thumb = thumb_box(state, vertical);
    if (thumb.empty()) continue;
    bool const held = state.pointer.drag == (vertical ? GridDrag::scroll_y : GridDrag::scroll_x);
    bool const strong = held || (vertical ? hover.on_bar_y : hover.on_bar_x);
    draw::fill(ui, thumb.inset(ui.px(vertical ? 2 : 1), ui.px(vertical ? 1 : 2)), strong ? Token::border_strong : Token::border_default, 3);
  }
}

}  // namespace rancang
