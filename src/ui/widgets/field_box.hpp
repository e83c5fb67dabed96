#pragma once
// field_box(): a one-line or prose field that is written into through the real text field; search boxes, forms and dialogs use it.
// Must not know: what the text means.
#include <optional>
#include <string>

#include "ui/draw.hpp"
#include "ui/widgets/press.hpp"

namespace rancang {

struct FieldLook {
  TextKind kind = TextKind::line;
  char const* icon = nullptr;          // at the left, e.g. search
  std::string_view placeholder;
  std::string_view prefix;             // "Rp"
  bool invalid = false, missing = false, read_only = false, small = false, on_ink = false;
  bool clear_button = false;           // × while there is text
  bool select_all = true;
  std::uint32_t max_length = 0;
  Box clip;                            // visible part of a scroll area; empty = whole window
};
struct FieldResult {
  bool began = false, changed = false;
  FieldExit exit = FieldExit::none;
  std::string_view text;               // valid while editing and in the frame of exit
};
// key: stable non-zero number of the field. `value` is shown while nobody writes into it and loaded when a visit begins.
FieldResult field_box(Ui const& ui, Box const& box, std::uint64_t key, std::string_view label, std::string_view value, FieldLook const& look = {});
std::uint64_t field_key(std::string_view name, std::uint64_t a = 0, std::uint64_t b = 0);

}  // namespace rancang
