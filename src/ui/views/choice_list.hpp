#pragma once
// The list at the left of the merge board and of the open conflicts, and its keys.
// Must not know: what is listed, what a choice does.
#include <functional>

#include "ui/ui.hpp"

namespace rancang {

// Keys of a list with choices, as long as nobody writes: −1 or 1 for the arrows up and down (step), left and right (side), and the digit that was pressed.
struct ChoiceKeys {
  int step = 0, side = 0, digit = 0;
};
ChoiceKeys choice_keys(Ui const& ui);

struct ChoiceList {
  char const* name;          // unique on the screen
  float row_height;          // CSS px
  std::size_t count, current;
  bool& reveal;              // brings the current row into view
  std::string_view hint;     // below the rows
};
// Draws the rows in view, each by `row`.
void choice_list(Ui const& ui, ChoiceList const& list, Box const& area, std::function<void(std::size_t, Box const&)> const& row);

}  // namespace rancang
