#include "ui/grid/grid_layout.hpp"

#include <algorithm>
#include <cmath>

#include "ui/grid/grid_columns.hpp"

namespace rancang {
namespace {
float frozen_width(GridGeometry const& g) {
  float width = 0;
  for (GridColumnView const& column : g.columns)
    if (column.frozen) width += column.width;
  return width;
}
float scrolled_width(GridGeometry const& g) {
  float width = 0;
  for (GridColumnView const& column : g.columns)
    if (!column.frozen) width += column.width;
  return width;
}
}  // namespace

Density effective_density(Ui const& ui, GridState const& state) { return ui.touch ? Density::touch : state.density; }
float density_row_height(Density density) {
  switch (density) {
    case Density::dense: return density_padat_row;
    case Density::compact: return density_ringkas_row;
    case Density::normal: return density_normal_row;
    case Density::touch: return density_sentuh_row;
  }
  return density_ringkas_row;
}
Step cell_step(Ui const& ui, GridState const& state) {
  Density const density = effective_density(ui, state);
  return density == Density::dense || density == Density::compact ? Step::dense : Step::body;
}
float cell_padding(Ui const& ui, GridState const& state) { return ui.px(effective_density(ui, state) == Density::touch ? 6 : 4); }

void lay_out(Ui const& ui, PlanView const& plan, GridState& state, Box const& area) {
  GridGeometry& g = state.geometry;
  g.area = area;
  Box rest = area;
  g.head = rest.cut_top(ui.px(head_height));
  g.row_height = ui.px(density_row_height(effective_density(ui, state)));
  g.content_h = static_cast<float>(state.table.size()) * g.row_height;
  float const bar = ui.px(size_scrollbar);
  float frozen = 0;
  bool needs_y = g.content_h > rest.h, needs_x = false;
  auto const place_columns = [&] {
    float const width = area.w - (needs_y ? bar : 0);
    g.columns = visible_columns(ui, plan, state, width);
    g.content_w = scrolled_width(g);
    frozen = frozen_width(g);
    needs_x = frozen + g.content_w > width + 0.5f;
  };
  place_columns();
  if (needs_x && !needs_y && g.content_h > rest.h - bar && g.content_h > 0) {  // the bar below takes the place of the last row
    needs_y = true;
    place_columns();
  }
  g.bar_y = needs_y ? rest.cut_right(bar) : Box{};
  g.bar_x = needs_x ? rest.cut_bottom(bar) : Box{};
  if (needs_x && needs_y) g.bar_y.h -= bar;
  g.body = rest;
  g.scrolled = {g.body.x + frozen, g.body.y, std::max(0.0f, g.body.w - frozen), g.body.h};
  g.bar_x.x = g.scrolled.x, g.bar_x.w = needs_x ? g.scrolled.w : 0;
  place_rows(state);
}

void place_rows(GridState& state) {
  GridGeometry& g = state.geometry;
  state.scroll_x = std::floor(std::clamp(state.scroll_x, 0.0f, std::max(0.0f, g.content_w - g.scrolled.w)));
  state.scroll_y = std::floor(std::clamp(state.scroll_y, 0.0f, std::max(0.0f, g.content_h - g.body.h)));
  g.first = static_cast<std::size_t>(state.scroll_y / g.row_height);
  g.last = std::min(state.table.size(), static_cast<std::size_t>(std::ceil((state.scroll_y + g.body.h) / g.row_height)));
  g.first = std::min(g.first, g.last);
}

void scroll_by(GridState& state, float dx, float dy) {
  state.scroll_x += dx;
  state.scroll_y += dy;
  place_rows(state);
}

void scroll_to_fraction(GridState& state, bool vertical, float fraction) {
  GridGeometry const& g = state.geometry;
  float const share = std::clamp(fraction, 0.0f, 1.0f);
  if (vertical) state.scroll_y = share * std::max(0.0f, g.content_h - g.body.h);
  else state.scroll_x = share * std::max(0.0f, g.content_w - g.scrolled.w);
  place_rows(state);
}

void reveal_cell(GridState& state, std::size_t row, int column) {
  GridGeometry const& g = state.geometry;
  float const top = static_cast<float>(row) * g.row_height;
  if (top < state.scroll_y) state.scroll_y = top;
  else if (top + g.row_height > state.scroll_y + g.body.h) state.scroll_y = top + g.row_height - g.body.h;
  if (column >= 0 && column < static_cast<int>(g.columns.size())) {
    GridColumnView const& view = g.columns[static_cast<std::size_t>(column)];
    if (!view.frozen && view.x + view.width > state.scroll_x + g.scrolled.w) state.scroll_x = view.x + view.width - g.scrolled.w;
    if (!view.frozen && view.x < state.scroll_x) state.scroll_x = view.x;
  }
  place_rows(state);
}

Box row_box(GridState const& state, std::size_t row) {
  GridGeometry const& g = state.geometry;
  // Doubles: at 100,000 rows a float loses the last pixels.
  double const y = static_cast<double>(row) * static_cast<double>(g.row_height) - static_cast<double>(state.scroll_y);
  return {g.body.x, g.body.y + static_cast<float>(y), g.body.w, g.row_height};
}
Box column_box(GridState const& state, int column) {
  GridGeometry const& g = state.geometry;
  GridColumnView const& view = g.columns[static_cast<std::size_t>(column)];
  float const x = view.frozen ? g.body.x + view.x : g.scrolled.x + view.x - state.scroll_x;
  return {x, g.head.y, view.width, g.head.h + g.body.h};
}
Box cell_box(GridState const& state, std::size_t row, int column) {
  Box const line = row_box(state, row), strip = column_box(state, column);
  return {strip.x, line.y, strip.w, line.h};
}
Box head_cell_box(GridState const& state, int column) {
  Box const strip = column_box(state, column);
  return {strip.x, state.geometry.head.y, strip.w, state.geometry.head.h};
}
bool is_head_shown(GridState const& state, int column) {
  return state.table.size() > 0 || head_cell_box(state, column).right() <= state.geometry.area.right();
}
Box visible_part(GridState const& state, int column, Box const& box) {
  GridGeometry const& g = state.geometry;
  if (g.columns[static_cast<std::size_t>(column)].frozen) return box.intersect(g.area);
  return box.intersect({g.scrolled.x, g.head.y, g.scrolled.w, g.head.h + g.body.h});
}

std::optional<std::size_t> row_at(GridState const& state, float y) {
  GridGeometry const& g = state.geometry;
  if (g.last == g.first) return std::nullopt;
  float const inside = std::clamp(y, g.body.y, g.body.bottom() - 1);
  double const row = (static_cast<double>(inside - g.body.y) + static_cast<double>(state.scroll_y)) / static_cast<double>(g.row_height);
  return std::min(static_cast<std::size_t>(row), state.table.size() - 1);
}
int column_at(GridState const& state, float x) {
  GridGeometry const& g = state.geometry;
  for (int i = 0; i < static_cast<int>(g.columns.size()); ++i) {
    Box const box = column_box(state, i);
    bool const frozen = g.columns[static_cast<std::size_t>(i)].frozen;
    if (x >= box.x && x < box.right() && (frozen || x >= g.scrolled.x)) return i;
  }
  return -1;
}

}  // namespace rancang
