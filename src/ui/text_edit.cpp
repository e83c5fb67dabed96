#include "ui/text_edit.hpp"

namespace rancang {

void TextEdit::begin(std::uint64_t key, std::string initial, bool select_all, bool armed) {
  field_ = key;
  spec_ = {};
  spec_.key = ++serial_;
  spec_.select_all = select_all;
  spec_.text = initial;
  text_ = std::move(initial);
  armed_ = armed;
  changed_ = false;
  shown_ = true;  // the widget may be drawn only in the next frame
  exit_ = FieldExit::none;
}

void TextEdit::end() {
  field_ = 0;
  spec_ = {};
  armed_ = changed_ = shown_ = false;
  exit_ = FieldExit::none;
}

void TextEdit::replace_text(std::string text) {
  text_ = text;
  spec_.text = std::move(text);
  ++spec_.text_revision;
}

TextEditResult TextEdit::show(std::uint64_t field, TextFieldSpec spec) {
  if (spec_.key == 0 || field_ != field) return {};
  shown_ = true;
  spec.key = spec_.key;
  spec.text = spec_.text;
  spec.text_revision = spec_.text_revision;
  spec.select_all = spec_.select_all;
  spec.armed = armed_;
  spec_ = std::move(spec);
  TextEditResult const result{std::exchange(changed_, false), exit_};
  if (exit_ != FieldExit::none) end();
  return result;
}

void TextEdit::on_changed(TextChanged const& event) {
  if (event.key != spec_.key || spec_.key == 0) return;
  text_ = event.text;
  changed_ = true;
  armed_ = false;
}

void TextEdit::on_exited(TextExited const& event) {
  if (event.key != spec_.key || spec_.key == 0) return;
  if (armed_) return end();  // nothing was typed: the empty field over the cell says nothing about its value
  if (text_ != event.text) {
    text_ = event.text;
    changed_ = true;
  }
  exit_ = event.exit;
}

std::optional<TextFieldSpec> TextEdit::take_spec() {
  if (spec_.key == 0) return std::nullopt;
  if (!std::exchange(shown_, false)) {
    end();  // the field was scrolled or navigated away
    return std::nullopt;
  }
  if (spec_.box.width <= 0) return std::nullopt;  // begun after its widget was drawn: shown from the next frame on
  return spec_;
}

}  // namespace rancang
