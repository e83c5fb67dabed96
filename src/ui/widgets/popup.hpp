#pragma once
// Popups of our own look over ImGui's popup stack: anchored panel, menu rows, dialog.
// Must not know: records.
#include <string_view>

#include "ui/draw.hpp"
#include "ui/widgets/button.hpp"

namespace rancang {

// A panel below (or above, where there is no room) an anchor. Use: if (popup_opened) popup_open(id); … if (popup_begin(…)) { draw in box; popup_end(); }
void popup_open(std::string_view id);
bool popup_is_open(std::string_view id);
// Size in CSS px; `box` receives the content area. False while closed.
bool popup_begin(Ui const& ui, std::string_view id, Box const& anchor, float width, float height, Box& box);
void popup_end();
void popup_close();  // inside begin/end

// A row of a menu: 28 high, icon, label, note at the right (shortcut). Returns true when chosen (and closes the popup).
struct MenuRow {
  char const* icon = nullptr;
  std::string_view note;
  bool checked = false, danger = false;
  std::string_view disabled;
};
bool menu_row(Ui const& ui, Box& rows, std::string_view label, MenuRow const& row = {});
float menu_row_height(Ui const& ui);

// Modal dialog, 440 wide unless told; Esc closes it (returns false from then on). Content box excludes title and buttons row at the bottom.
struct DialogFrame {
  Box content, buttons;
};
bool dialog_begin(Ui const& ui, std::string_view id, std::string_view title, float width, float height, DialogFrame& frame);
void dialog_end();

}  // namespace rancang
