#pragma once
// Buttons, icon buttons, filter chips, segmented control, tabs, check box, links: the small controls of look.md 7.
// Must not know: records.
#include <span>

#include "ui/draw.hpp"
#include "ui/widgets/press.hpp"

namespace rancang {

enum class ButtonKind : std::uint8_t { primary, secondary, quiet, danger };
struct ButtonLook {
  ButtonKind kind = ButtonKind::secondary;
  char const* icon = nullptr;
  char const* trailing = nullptr;  // chevron of a menu button
  bool small = false;              // 24 high, dense
  std::string_view disabled;       // why it can't be pressed; "" = enabled
  std::string_view tooltip;
};
float button_width(Ui const& ui, std::string_view label, ButtonLook const& look = {});
bool button(Ui const& ui, Box const& box, std::string_view label, ButtonLook const& look = {});
// Cuts the button's own width off the right (or left) side of a row and draws it there, 28 or 24 high.
bool button_right(Ui const& ui, Box& row, std::string_view label, ButtonLook const& look = {}, float gap = 6);
bool button_left(Ui const& ui, Box& row, std::string_view label, ButtonLook const& look = {}, float gap = 6);

struct IconLook {
  float icon_size = 16;
  Token color = Token::text_secondary;
  bool active = false, on_ink = false;  // on_ink: on the dark app bar
  std::string_view disabled;
};
bool icon_button(Ui const& ui, Box const& box, char const* icon, std::string_view name, IconLook const& look = {});

// Filter chip of the filter bar: label with optional icon, count, chevron; filled with the accent tint while on.
struct ChipLook {
  char const* icon = nullptr;
  Token icon_color = Token::text_secondary;
  bool on = false, chevron = false;
  std::string_view tooltip;
};
float chip_width(Ui const& ui, std::string_view label, ChipLook const& look = {});
bool filter_chip(Ui const& ui, Box const& box, std::string_view label, ChipLook const& look = {});

// Small labels: 18 high, caption. `error` draws the red outline of "tanpa sumber".
enum class TagKind : std::uint8_t { outline, filled, error, on_ink };
float tag_width(Ui const& ui, std::string_view label);
void tag(Ui const& ui, Box const& box, std::string_view label, TagKind kind = TagKind::outline);

// Returns the index pressed, or −1. 28 or 24 high.
int segmented(Ui const& ui, Box const& box, std::span<std::string_view const> labels, int chosen);
int tabs(Ui const& ui, Box const& row, std::span<std::string_view const> labels, int chosen);
// Box 16 with label at its right; returns true when toggled.
bool check_box(Ui const& ui, Box const& box, std::string_view label, bool checked, std::string_view disabled = {});
bool link(Ui const& ui, ImVec2 at, std::string_view label, Step step = Step::dense);
float link_width(Ui const& ui, std::string_view label, Step step = Step::dense);

void progress_bar(Ui const& ui, Box const& box, float fraction);  // 6 high, green only when full

}  // namespace rancang
