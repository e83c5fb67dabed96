#include "ui/icons_generated.hpp"
#include "ui/views/home_parts.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {
// A card at the left: title, sentence, one button at its foot. Returns the button's press.
bool start_card(Ui const& ui, Box& column, std::string_view title, std::string_view sentence, std::string_view label, ButtonLook const& look, bool sample = false) {
  float const pad = ui.px(14), width = column.w - 2 * pad;
  float const text_height = draw::paragraph(ui, {}, width, sentence, Token::text_secondary, {}, 0, draw::Mode::measure);
  float const height = ui.px(look.kind == ButtonKind::primary ? size_control_normal : size_control);
  Box const card = column.cut_top(pad + ui.px(16 + 6) + text_height + ui.px(10) + height + pad, ui.px(12));
  draw::card(ui, card);
  Box inner = card.inset(pad);
  Box head = inner.cut_top(ui.px(16), ui.px(6));
  if (sample) tag(ui, head.cut_right(tag_width(ui, ui.s.shell_sample())).middle(ui.px(18)), ui.s.shell_sample());
  draw::text_in(ui, head, title, Token::text_primary, home_bold);
  draw::paragraph(ui, inner.cut_top(text_height, ui.px(10)).min(), width, sentence, Token::text_secondary);
  return button(ui, {inner.x, inner.y, button_width(ui, label, look), height}, label, look);
}

void drop_card(Ui const& ui, HomeState const& state, Box& column) {
  Box const card = column.cut_top(ui.px(178), ui.px(12));
  draw::fill(ui, card, state.drop_hover ? Token::accent_tint : Token::surface_panel, radius_card);
  if (state.drop_hover) draw::outline(ui, card, Token::accent_base, radius_card, 2);
  else draw::dashed(ui, card, Token::border_strong, radius_card);
  Box inner = card.inset(ui.px(14));
  draw::icon_in(ui, inner.cut_top(ui.px(30), ui.px(6)), icon::file_down, Token::text_secondary, 24);
  draw::text_in(ui, inner.cut_top(ui.px(16), ui.px(6)), ui.s.home_drop_title(), Token::text_primary, {Step::body, Weight::bold, draw::Align::center});
  float const used = draw::paragraph(ui, inner.min(), inner.w, ui.s.home_drop_text(), Token::text_secondary);
  inner.cut_top(used, ui.px(10));
  ButtonLook const look{.icon = icon::folder_open};
  float const width = button_width(ui, ui.s.action_open_files(), look);
  if (button(ui, {inner.x + (inner.w - width) / 2, inner.y, width, ui.px(28)}, ui.s.action_open_files(), look)) ui.send.act(Action::open_files);
}

}  // namespace

void start_column(Ui const& ui, HomeState const& state, Box column) {
  if (start_card(ui, column, ui.s.home_new_title(), ui.s.home_new_text(), ui.s.action_new_plan(), {.kind = ButtonKind::primary, .icon = icon::plus})) ui.send.act(Action::new_plan);
  drop_card(ui, state, column);
  if (start_card(ui, column, ui.s.home_sample_title(), ui.s.home_sample_text(), ui.s.action_open_sample(), {.icon = icon::book_open}, true)) ui.send.act(Action::open_sample);
  if (column.h >= ui.px(18) && link(ui, {column.x + ui.px(12), column.y}, ui.s.action_open_small_sample())) ui.send.act(Action::open_small_sample);
}

}  // namespace rancang
