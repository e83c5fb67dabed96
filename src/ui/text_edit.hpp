#pragma once
// TextEdit: which field is being written into, and the request for the real text field that lies over it. At most one at a time.
// A widget that draws the field under edit calls show() each frame; a frame without that call ends the visit.
// Must not know: records, how a browser makes a text field.
#include <optional>
#include <string>

#include "platform/platform.hpp"

namespace rancang {

struct TextEditResult {
  bool changed = false;               // the text differs from the frame before
  FieldExit exit = FieldExit::none;   // the visit ended in this frame; `text` is final (on escape: the text to be dropped)
};

class TextEdit {
 public:
  // Starts a visit. `key` names the field (any stable non-zero number); `initial` is loaded; select_all false puts the caret at the end.
  // armed: the field is laid invisible over a selected cell and only shows once something is typed (so that no first letter or IME composition is lost).
  void begin(std::uint64_t key, std::string initial, bool select_all = true, bool armed = false);
  void end();  // drops the visit without a word

  std::uint64_t key() const { return spec_.key == 0 ? 0 : field_; }  // field under edit, 0 = none
  bool is_editing(std::uint64_t field) const { return spec_.key != 0 && field_ == field && !armed_; }
  bool is_armed(std::uint64_t field) const { return spec_.key != 0 && field_ == field && armed_; }
  std::string const& text() const { return text_; }
  void replace_text(std::string text);  // from outside: undo, "create …" in a picker

  // Lays the field for this frame. `spec.key`, `text` and `armed` are filled in here.
  TextEditResult show(std::uint64_t field, TextFieldSpec spec);

  // The app's side: what happened, and what to show after the frame (nullopt: nothing, also when the visit was not drawn and ends).
  void on_changed(TextChanged const& event);
  void on_exited(TextExited const& event);
  std::optional<TextFieldSpec> take_spec();

 private:
  std::uint64_t field_ = 0;
  TextFieldSpec spec_;       // spec_.key: serial number of the visit, 0 = no visit
  std::uint64_t serial_ = 0;
  std::string text_;
  bool armed_ = false, changed_ = false, shown_ = false;
  FieldExit exit_ = FieldExit::none;
};

}  // namespace rancang
