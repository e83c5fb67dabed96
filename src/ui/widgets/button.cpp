#include "ui/widgets/button.hpp"

#include "ui/icons_generated.hpp"

namespace rancang {
namespace {
struct Parts {
  Token ground, border, text;
  bool bold;
};
Parts parts_of(ButtonLook const& look, Press const& press) {
  bool const off = !look.disabled.empty();
  switch (look.kind) {
    case ButtonKind::primary:
      if (off) return {Token::surface_header, Token::border_default, Token::text_disabled, true};
      return {press.held ? Token::accent_active : press.hovered ? Token::accent_hover : Token::accent_base, Token::accent_base, Token::text_on_accent, true};
    case ButtonKind::quiet:
      return {press.held ? Token::surface_selected : Token::surface_hover, Token::surface_panel, off ? Token::text_disabled : Token::accent_text, false};
    case ButtonKind::danger:
      return {press.held ? Token::sev_error_tint : press.hovered ? Token::sev_error_tint : Token::surface_panel, Token::sev_error, off ? Token::text_disabled : Token::sev_error, false};
    case ButtonKind::secondary: break;
  }
  Token const ground = press.held ? Token::surface_selected : press.hovered && !off ? Token::surface_hover : Token::surface_panel;
  return {ground, off ? Token::border_default : Token::border_strong, off ? Token::text_disabled : Token::text_primary, false};
}
std::string_view shown(std::string_view label) { return label.substr(0, label.find("##")); }
Step step_of(ButtonLook const& look) { return look.small ? Step::dense : Step::body; }
Weight weight_of(ButtonLook const& look) { return look.kind == ButtonKind::primary ? Weight::bold : Weight::regular; }
}  // namespace

float button_width(Ui const& ui, std::string_view label, ButtonLook const& look) {
  float w = ui.px(look.small ? 16 : 20) + draw::width(ui, shown(label), {step_of(look), weight_of(look)});
  bool const text = !shown(label).empty();
  if (look.icon) w += ui.px(16) + (text ? ui.px(6) : 0);
  if (look.trailing) w += ui.px(14 + 4);
  return w;
}

bool button(Ui const& ui, Box const& box, std::string_view label, ButtonLook const& look) {
  Press const p = press(ui, box, label, {.tooltip = look.disabled.empty() ? look.tooltip : look.disabled, .disabled = !look.disabled.empty()});
  Parts const parts = parts_of(look, p);
  bool const bare = look.kind == ButtonKind::quiet;
  if (!bare || ((p.hovered || p.held) && look.disabled.empty())) draw::fill(ui, box, parts.ground, radius_control);
  if (!bare) draw::outline(ui, box, parts.border, radius_control);
  draw::Type const type{step_of(look), weight_of(look)};
  float const content = button_width(ui, label, look) - ui.px(look.small ? 16 : 20);
  Box row{box.x + std::max(0.0f, (box.w - content) / 2), box.y, content, box.h};
  if (look.icon) draw::icon_in(ui, row.cut_left(ui.px(16), shown(label).empty() ? 0 : ui.px(6)), look.icon, parts.text, 16);
  if (look.trailing) draw::icon_in(ui, row.cut_right(ui.px(14), ui.px(4)), look.trailing, parts.text, 14);
  row.w = std::min(row.w, box.right() - ui.px(4) - row.x);
  draw::text_in(ui, row, shown(label), parts.text, type);
  return p.clicked;
}

bool button_right(Ui const& ui, Box& row, std::string_view label, ButtonLook const& look, float gap) {
  Box const piece = row.cut_right(button_width(ui, label, look), ui.px(gap));
  return button(ui, piece.middle(ui.px(look.small ? size_control_dense : size_control)), label, look);
}
bool button_left(Ui const& ui, Box& row, std::string_view label, ButtonLook const& look, float gap) {
  Box const piece = row.cut_left(button_width(ui, label, look), ui.px(gap));
  return button(ui, piece.middle(ui.px(look.small ? size_control_dense : size_control)), label, look);
}

bool icon_button(Ui const& ui, Box const& box, char const* icon, std::string_view name, IconLook const& look) {
  Press const p = press(ui, box, name, {.state = state_if(look.active, probe::State::checkable | probe::State::checked),
                                        .tooltip = look.disabled.empty() ? name.substr(0, name.find("##")) : look.disabled, .disabled = !look.disabled.empty()});
  bool const off = !look.disabled.empty();
  if ((p.hovered && !off) || look.active) draw::fill(ui, box, look.on_ink ? Token::ink_hover : look.active ? Token::accent_tint : Token::surface_hover, radius_control);
  Token const color = look.on_ink ? (p.hovered || look.active ? Token::ink_fg : Token::ink_fg2) : look.active ? Token::accent_text : off ? Token::text_disabled : look.color;
  ImU32 packed = ui.color(color);
  if (off && look.on_ink) packed = (packed & 0x00FFFFFF) | (0x70u << 24);
  draw::icon_in(ui, box, icon, packed, look.icon_size);
  return p.clicked;
}

float chip_width(Ui const& ui, std::string_view label, ChipLook const& look) {
  float w = 2 * ui.px(6.5f) + 1 + draw::width(ui, shown(label), {Step::dense});
  if (look.icon) w += ui.px(14) + (shown(label).empty() ? 0 : ui.px(4));
  if (look.chevron) w += ui.px(14 + 4);
  return w;
}

bool filter_chip(Ui const& ui, Box const& box, std::string_view label, ChipLook const& look) {
  Press const p = press(ui, box, label, {.state = state_if(look.on, probe::State::checkable | probe::State::checked), .tooltip = look.tooltip});
  draw::fill(ui, box, look.on ? Token::accent_tint : p.hovered ? Token::surface_hover : Token::surface_panel, radius_control);
  draw::outline(ui, box, look.on ? Token::accent_base : Token::border_default, radius_control);
  Token const color = look.on ? Token::accent_text : Token::text_secondary;
  Box row = box.inset(ui.px(6.5f), 0);
  if (look.icon) draw::icon_in(ui, row.cut_left(ui.px(14), shown(label).empty() ? 0 : ui.px(4)), look.icon, look.on ? Token::accent_text : look.icon_color, 14);
  if (look.chevron) draw::icon_in(ui, row.cut_right(ui.px(14), ui.px(4)), icon::chevron_down, color, 14);
  draw::text_in(ui, row, shown(label), color, {Step::dense});
  return p.clicked;
}

float tag_width(Ui const& ui, std::string_view label) { return draw::width(ui, label, {Step::caption}) + ui.px(10); }

void tag(Ui const& ui, Box const& box, std::string_view label, TagKind kind) {
  static constexpr Token borders[] = {Token::border_default, Token::surface_header, Token::sev_error, Token::ink_border};
  static constexpr Token texts[] = {Token::text_secondary, Token::text_secondary, Token::sev_error, Token::ink_fg2};
  int const k = static_cast<int>(kind);
  if (kind == TagKind::filled) draw::fill(ui, box, Token::surface_header, radius_chip);
  else draw::outline(ui, box, borders[k], radius_chip);
  draw::text_in(ui, box.inset(ui.px(4), 0), label, texts[k], {Step::caption, Weight::regular, draw::Align::center});
}

int segmented(Ui const& ui, Box const& box, std::span<std::string_view const> labels, int chosen) {
  int pressed = -1;
  Box row = box;
  float const each = box.w / static_cast<float>(labels.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    Box const part = row.cut_left(each);
    bool const on = static_cast<int>(i) == chosen;
    Press const p = press(ui, part, labels[i], {.role = probe::Role::radio, .state = probe::State::checkable | state_if(on, probe::State::checked)});
    if (on || p.hovered) draw::fill(ui, part.inset(1), on ? Token::accent_tint : Token::surface_hover, radius_chip);
    if (i > 0) draw::vline(ui, part.x, part.y, part.bottom(), Token::border_default);
    draw::text_in(ui, part.inset(ui.px(4), 0), labels[i], on ? Token::accent_text : Token::text_primary, {box.h < ui.px(27) ? Step::dense : Step::body, on ? Weight::bold : Weight::regular, draw::Align::center});
    if (p.clicked) pressed = static_cast<int>(i);
  }
  draw::outline(ui, box, Token::border_strong, radius_control);
  return pressed;
}

int tabs(Ui const& ui, Box const& area, std::span<std::string_view const> labels, int chosen) {
  int pressed = -1;
  draw::hline(ui, area.x, area.right(), area.bottom() - 1, Token::border_default);
  Box row = area;
  for (std::size_t i = 0; i < labels.size() && row.w > ui.px(20); ++i) {
    bool const on = static_cast<int>(i) == chosen;
    Box const part = row.cut_left(draw::width(ui, labels[i], {Step::dense, on ? Weight::bold : Weight::regular}) + ui.px(18), ui.px(2));
    Press const p = press(ui, part, labels[i], {.role = probe::Role::tab, .state = state_if(on, probe::State::selected)});
    draw::text_in(ui, part.inset(ui.px(9), 0), labels[i], on || p.hovered ? Token::text_primary : Token::text_secondary, {Step::dense, on ? Weight::bold : Weight::regular});
    if (on) draw::fill(ui, {part.x, part.bottom() - 2, part.w, 2}, Token::accent_base);
    if (p.clicked) pressed = static_cast<int>(i);
  }
  return pressed;
}

bool check_box(Ui const& ui, Box const& box, std::string_view label, bool checked, std::string_view disabled) {
  Press const p = press(ui, box, label, {.role = probe::Role::checkbox, .state = probe::State::checkable | state_if(checked, probe::State::checked),
                                         .tooltip = disabled, .disabled = !disabled.empty()});
  Box row = box;
  Box const square = row.cut_left(ui.px(size_checkbox), ui.px(6)).middle(ui.px(size_checkbox));
  draw::fill(ui, square, checked ? Token::accent_base : p.hovered ? Token::surface_hover : Token::surface_panel, radius_chip);
  draw::outline(ui, square, checked ? Token::accent_base : Token::border_strong, radius_chip);
  if (checked) draw::icon_in(ui, square, icon::check, Token::text_on_accent, 14);
  draw::text_in(ui, row, shown(label), disabled.empty() ? Token::text_primary : Token::text_disabled, {Step::dense});
  return p.clicked;
}

float link_width(Ui const& ui, std::string_view label, Step step) { return draw::width(ui, shown(label), {step}); }

bool link(Ui const& ui, ImVec2 at, std::string_view label, Step step) {
  float const height = ui.look.size(step);
  Press const p = press(ui, {at.x, at.y - ui.px(2), link_width(ui, label, step), height + ui.px(4)}, label, {.role = probe::Role::link});
  draw::text(ui, at, shown(label), Token::accent_text, {step});
  if (p.hovered) draw::hline(ui, at.x, at.x + link_width(ui, label, step), at.y + height - 1, Token::accent_text);
  return p.clicked;
}

void progress_bar(Ui const& ui, Box const& box, float fraction) {
  float const filled = box.w * std::clamp(fraction, 0.0f, 1.0f);
  draw::fill(ui, box, Token::surface_canvas, 2);
  if (filled > 0) draw::fill(ui, {box.x, box.y, filled, box.h}, fraction >= 1 ? Token::status_agreed : Token::accent_base, 2);
}

}  // namespace rancang
