#pragma once
// Where everything of a table lies: its columns with their places, head, body, bars, and the rows that are on the screen.
// Must not know: what the columns mean beyond their kind, input.
#include <cstdint>
#include <vector>

#include "base/quantity.hpp"
#include "ui/layout.hpp"

namespace rancang {

enum class ColumnKind : std::uint8_t { mark, number, title, value, year, total };
struct GridColumnView {
  ColumnKind kind = ColumnKind::value;
  int field = -1;     // −1: mark, number
  Year year = 0;      // of a series
  int setting = -1;   // index into GridState::columns; −1: the frozen ones
  bool frozen = false;
  float lead = 0;     // of the width: kept free at the left, where figures end just before words
  float x = 0, width = 0;  // frozen: from the left edge of the table; others: from the left edge of the scrolled part
};

struct GridGeometry {
  std::vector<GridColumnView> columns;  // left to right; frozen ones first
  Box area, head, body;                 // body: below the head, without the scroll bars
  Box scrolled;                         // the part of the body right of the frozen columns
  Box bar_x, bar_y;                     // empty when everything fits
  float row_height = 28;
  float content_w = 0, content_h = 0;   // of the scrolled columns, of all rows
  std::size_t first = 0, last = 0;      // rows on the screen: [first, last)
};

}  // namespace rancang
