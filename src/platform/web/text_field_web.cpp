#include "platform/web/text_field_web.hpp"

#include <emscripten.h>

#include <utility>

#include "platform/web/event_queue.hpp"
#include "platform/web/frame_loop.hpp"
#include "platform/web/text_web.hpp"

// The numbers of a TextFieldSpec in the order that the function below reads them.
struct TextFieldNumbers {
  float box[4], clip[4];
  float font_px, line_px, pad_x, pad_y;
  std::uint32_t visit, kind, flags, text_rgba, ground_rgba, max_length;
};

EM_JS(void, rancang_field_show, (TextFieldNumbers const* numbers, char const* text, char const* label, char const* placeholder, char const* language), {
  const f = HEAPF32.subarray(numbers >> 2, (numbers >> 2) + 12);
  const u = HEAPU32.subarray((numbers >> 2) + 12, (numbers >> 2) + 18);
  const rect = (at) => ({ "x": f[at], "y": f[at + 1], "width": f[at + 2], "height": f[at + 3] });
  const flag = (bit) => (u[2] & bit) !== 0;
  Module.textField.show({
    "box": rect(0), "clip": rect(4), "fontPx": f[8], "linePx": f[9], "padX": f[10], "padY": f[11],
    "visit": u[0], "kind": u[1], "textColor": u[3], "groundColor": u[4], "maxLength": u[5],
    "selectAll": flag(1), "bold": flag(2), "readOnly": flag(4), "armed": flag(8), "load": flag(16), "replace": flag(32),
    "text": UTF8ToString(text), "label": UTF8ToString(label), "placeholder": UTF8ToString(placeholder), "language": UTF8ToString(language),
  });
});

EM_JS(void, rancang_field_hide, (), { Module.textField.hide(); });

namespace rancang::web {
namespace {

enum Flag : std::uint32_t { select_all = 1, bold = 2, read_only = 4, armed = 8, load = 16, replace = 32 };

bool same_place(TextFieldSpec const& a, TextFieldSpec const& b) {
  return a.box == b.box && a.clip == b.clip && a.font_px == b.font_px && a.line_px == b.line_px && a.pad_x == b.pad_x && a.pad_y == b.pad_y && a.bold == b.bold &&
         a.text_rgba == b.text_rgba && a.ground_rgba == b.ground_rgba;
}

bool same_role(TextFieldSpec const& a, TextFieldSpec const& b) {
  return a.key == b.key && a.kind == b.kind && a.text_revision == b.text_revision && a.armed == b.armed && a.read_only == b.read_only && a.label == b.label &&
         a.placeholder == b.placeholder && a.max_length == b.max_length && a.language == b.language;
}

}  // namespace

TextFieldOverlay& text_field() {
  static TextFieldOverlay overlay;
  return overlay;
}

void TextFieldOverlay::show(TextFieldSpec const& spec) {
  shown_ = true;
  bool const fresh = !visible_ || spec.key != last_.key;
  if (!fresh && !told_ && same_place(spec, last_) && same_role(spec, last_)) return;
  if (fresh) ++visit_;
  std::uint32_t flags = 0;
  if (spec.select_all) flags |= select_all;
  if (spec.bold) flags |= bold;
  if (spec.read_only) flags |= read_only;
  if (spec.armed) flags |= armed;
  if (fresh) flags |= load;
  else if (spec.text_revision != last_.text_revision) flags |= replace;
  auto const kind = static_cast<std::uint32_t>(spec.kind);
  TextFieldNumbers const numbers{{spec.box.x, spec.box.y, spec.box.width, spec.box.height}, {spec.clip.x, spec.clip.y, spec.clip.width, spec.clip.height},
                                 spec.font_px, spec.line_px, spec.pad_x, spec.pad_y, visit_, kind, flags, spec.text_rgba, spec.ground_rgba, spec.max_length};
  last_ = spec;
  visible_ = true;
  told_ = false;
  rancang_field_show(&numbers, spec.text.c_str(), spec.label.c_str(), spec.placeholder.c_str(), spec.language.c_str());
}

void TextFieldOverlay::end_frame() {
  if (visible_ && !shown_) {
    visible_ = false;
    rancang_field_hide();
  }
  shown_ = false;
}

void TextFieldOverlay::on_changed(std::uint32_t visit, std::string text) {
  if (visible_ && visit == visit_) push_quietly(TextChanged{last_.key, std::move(text)});
}

void TextFieldOverlay::on_exited(std::uint32_t visit, FieldExit exit, std::string text) {
  if (!visible_ || visit != visit_) return;
  told_ = true;
  push_event(TextExited{last_.key, exit, std::move(text)});
}

}  // namespace rancang::web

extern "C" {

// `grows`: the field needs another place on the canvas.
EMSCRIPTEN_KEEPALIVE void rancang_field_changed(std::uint32_t visit, int grows, double time_ms) {
  rancang::web::text_field().on_changed(visit, rancang::web::take_text());
  if (grows) rancang::web::frame_loop().note_event(time_ms);
  else rancang::web::frame_loop().note_typing(time_ms);
}

EMSCRIPTEN_KEEPALIVE void rancang_field_exited(std::uint32_t visit, int exit) {
  rancang::web::text_field().on_exited(visit, static_cast<rancang::FieldExit>(exit), rancang::web::take_text());
  // At once, so that the next field has the focus before the next key.
  rancang::web::frame_loop().step_now();
}

}  // extern "C"
