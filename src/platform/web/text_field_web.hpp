#pragma once
// The real text field over the canvas (web/text_field.js): lays it where the frame wants it and tells what was written.
// Must not know: what is being edited.
#include <cstdint>

#include "platform/platform.hpp"

namespace rancang::web {

class TextFieldOverlay {
 public:
  void show(TextFieldSpec const& spec);
  void end_frame();  // hides the field when show() was not called since the last end_frame()

  // Called by the browser; `visit` counts the keys that were shown.
  void on_changed(std::uint32_t visit, std::string text);
  void on_exited(std::uint32_t visit, FieldExit exit, std::string text);

 private:
  TextFieldSpec last_;
  std::uint32_t visit_ = 0;
  bool visible_ = false, shown_ = false, told_ = false;
};

TextFieldOverlay& text_field();

}  // namespace rancang::web
