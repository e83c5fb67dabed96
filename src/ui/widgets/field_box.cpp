#include "ui/widgets/field_box.hpp"

#include "ui/icons_generated.hpp"
#include "ui/widgets/button.hpp"

namespace rancang {
namespace {
struct Frame {
  Token border;
  float thickness;
};
Frame frame_of(FieldLook const& look, bool editing) {
  if (editing) return {look.on_ink ? Token::ink_fg : look.invalid ? Token::sev_error : Token::focus_ring, 2};
  if (look.invalid) return {Token::sev_error, 2};
  if (look.on_ink) return {Token::ink_border, 1};
  return {look.read_only ? Token::border_default : Token::border_strong, 1};
}

// On several lines: prose, and a paragraph that has outgrown its line.
bool is_tall(Ui const& ui, Box const& box, FieldLook const& look) { return look.kind == TextKind::prose || (look.kind == TextKind::wrapped && box.h > ui.px(size_control) + 1); }

TextFieldSpec spec_of(Ui const& ui, Box const& box, Box const& text, std::string_view label, FieldLook const& look) {
  TextFieldSpec spec;
  Step const step = look.small ? Step::dense : Step::body;
  spec.box = {text.x - ui.px(2), box.y + 2, text.w + ui.px(4), box.h - 4};
  spec.clip = (look.clip.empty() ? ui.screen : look.clip).rect();
  spec.kind = look.kind;
  spec.font_px = ui.look.css(step);
  spec.line_px = look.kind == TextKind::prose || look.kind == TextKind::wrapped ? ui.look.paragraph_line(step) : ui.look.size(step);
  spec.pad_x = ui.px(2);
  spec.pad_y = is_tall(ui, box, look) ? ui.px(4) : (spec.box.height - spec.line_px) / 2;
  spec.text_rgba = ui.color(look.on_ink ? Token::ink_fg : Token::text_primary);
  spec.ground_rgba = ui.color(look.on_ink ? Token::ink_field : Token::surface_panel);
  spec.label = std::string(label.substr(0, label.find("##")));
  spec.placeholder = std::string(look.placeholder);
  spec.max_length = look.max_length;
  spec.language = ui.s.language == Language::id ? "id" : "en";
  return spec;
}

void draw_value(Ui const& ui, Box const& box, Box const& text, std::string_view value, FieldLook const& look) {
  Step const step = look.small ? Step::dense : Step::body;
  Token const color = look.on_ink ? Token::ink_fg : Token::text_primary;
  draw::Align const align = look.kind == TextKind::number ? draw::Align::right : draw::Align::left;
  Token const hint = look.on_ink ? Token::ink_fg2 : Token::text_muted;
  if (is_tall(ui, box, look)) {
    draw::Clip const clip(box.inset(2));
    ImVec2 const at{text.x, box.y + ui.px(6)};  // where typing begins
    int const lines = std::max(1, static_cast<int>((box.h - ui.px(8)) / ui.look.paragraph_line(step)));
    if (value.empty()) draw::paragraph(ui, at, text.w, look.placeholder, hint, {step}, lines);
    else draw::paragraph(ui, at, text.w, value, color, {step});
  } else if (value.empty()) draw::text_in(ui, text, look.placeholder, hint, {step, Weight::regular, align});
  else draw::text_in(ui, text, value, color, {step, Weight::regular, align});
}
}  // namespace

std::uint64_t field_key(std::string_view name, std::uint64_t a, std::uint64_t b) {
  std::uint64_t hash = 1469598103934665603ULL;
  for (char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  hash = (hash ^ a) * 0x9E3779B97F4A7C15ULL;
  hash = (hash ^ (hash >> 29) ^ b) * 0xBF58476D1CE4E5B9ULL;
  return hash | 1;
}

FieldResult field_box(Ui const& ui, Box const& box, std::uint64_t key, std::string_view label, std::string_view value, FieldLook const& look) {
  FieldResult result;
  bool const editing = ui.edit.is_editing(key);
  Box text = box.inset(ui.px(8), 0);
  if (look.icon) text.x -= ui.px(1), text.w += ui.px(1);
  Box const icon_box = look.icon ? text.cut_left(ui.px(14), ui.px(6)) : Box{};
  std::string_view const shown = editing ? std::string_view(ui.edit.text()) : value;
  Box const clear_box = look.clear_button && !shown.empty() ? text.cut_right(ui.px(18)) : Box{};
  Box const prefix_box = look.prefix.empty() ? Box{} : text.cut_left(draw::width(ui, look.prefix), ui.px(6));
  bool cleared = false;
  if (!clear_box.empty()) cleared = press(ui, clear_box.middle(ui.px(18)), std::string(ui.s.ui_clear()) + "##" + std::string(label)).clicked;
  std::uint32_t const state = state_if(editing, probe::State::editing) | state_if(look.invalid, probe::State::invalid) | state_if(look.read_only, probe::State::read_only);
  Press const p = press(ui, clear_box.empty() ? box : Box{box.x, box.y, clear_box.x - box.x, box.h}, label, {.role = probe::Role::text_field, .state = state, .value = shown, .focus_ring = !editing});
  draw::fill(ui, box, look.on_ink ? Token::ink_field : look.read_only ? Token::surface_sunken : Token::surface_panel, radius_control);
  Frame const frame = frame_of(look, editing);
  draw::outline(ui, box, frame.border, radius_control, frame.thickness);
  if (look.icon) draw::icon_in(ui, icon_box, look.icon, look.on_ink ? Token::ink_fg2 : Token::text_muted, 14);
  if (!look.prefix.empty()) draw::text_in(ui, prefix_box, look.prefix, Token::text_muted);
  if (!clear_box.empty()) draw::icon_in(ui, clear_box, icon::x, Token::text_muted, 14);
  if (p.clicked && !editing && !look.read_only) {
    ui.edit.begin(key, std::string(value), look.select_all);
    result.began = true;
  }
  if (cleared) {
    if (editing) ui.edit.replace_text("");
    result.changed = true;
    return result;
  }
  if (!ui.edit.is_editing(key)) {
    draw_value(ui, box, text, value, look);
    return result;
  }
  TextEditResult const edit = ui.edit.show(key, spec_of(ui, box, text, label, look));
  result.changed = edit.changed;
  result.exit = edit.exit;
  result.text = ui.edit.text();
  return result;
}

}  // namespace rancang
