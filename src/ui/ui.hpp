#pragma once
// Ui: what every widget and view is handed while a frame is drawn. Reading only; wishes go into `send`.
// Must not know: particular records, platforms.
#include "base/number_text.hpp"
#include "text/strings_generated.hpp"
#include "ui/layout.hpp"
#include "ui/look.hpp"
#include "ui/probe/probe.hpp"
#include "ui/sink.hpp"
#include "ui/text_edit.hpp"

namespace rancang {

struct Ui {
  Look const& look;
  Strings const& s;
  Sink& send;
  TextEdit& edit;
  Box screen;                // the whole window
  NumberStyle numbers = NumberStyle::indonesian;
  std::uint64_t unix_ms = 0;
  double steady_ms = 0;
  LocalTime now;
  bool touch = false;           // the last pointer was a finger
  bool reduced_motion = false;
  bool saves_in_place = false;  // the browser can write into a file that the person chose
  bool shares_folders = false;  // … and into a folder

  float px(float css_px) const { return look.px(css_px); }
  ImU32 color(Token token) const { return look.color(token); }
};

}  // namespace rancang
