#pragma once
// Draws a laid-out table on the window's draw list: rows, group heads, selection, head, scroll bars. Reads only.
// Must not know: input, commands.
#include "ui/grid/grid_cells.hpp"
#include "ui/grid/grid_selection.hpp"

namespace rancang {

// What the pointer is over.
struct GridHover {
  std::optional<std::size_t> row;
  int column = -1;     // in head or body
  bool on_head = false, on_border = false;  // border: the right edge of a head, to be dragged
  bool on_bar_x = false, on_bar_y = false;
};

void paint_body(Ui const& ui, PlanView const& plan, GridState const& state, GridHover const& hover);
void paint_head(Ui const& ui, PlanView const& plan, GridState const& state, GridHover const& hover);
void paint_bars(Ui const& ui, GridState const& state, GridHover const& hover);
Box thumb_box(GridState const& state, bool vertical);  // empty while everything fits

// The name of a group: of the record referred to, or of the entry.
std::string group_name(Ui const& ui, PlanView const& plan, GridState const& state, GridGroup const& group);
// "17 kegiatan"
std::string count_text(Ui const& ui, PlanView const& plan, RecordInfo const& info, std::size_t count);

}  // namespace rancang
