#include "ui/icons_generated.hpp"
#include "ui/views/shell_view.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/popup.hpp"

namespace rancang {
namespace {

// The mark: six squares in the colours of the dimensions, as on the dark bar.
Box draw_mark(Ui const& ui, Box& row) {
  static constexpr Token colors[] = {Token::dim_gov, Token::dim_bra, Token::dim_eco, Token::dim_liv, Token::dim_soc, Token::dim_env};
  float const cell = ui.px(6), gap = ui.px(2);
  Box const area = row.cut_left(3 * cell + 2 * gap, ui.px(10));
  float const top = area.y + (area.h - 2 * cell - gap) / 2;
  for (int i = 0; i < 6; ++i) {
    Box const square{area.x + static_cast<float>(i % 3) * (cell + gap), top + static_cast<float>(i / 3) * (cell + gap), cell, cell};
    draw::fill(square, token_color(Theme::dark, colors[i]), 1);  // the bar is dark in every theme
  }
  return area;
}

void plan_title(Ui const& ui, ShellFacts const& facts, Box& row) {
  draw::vline(ui, row.x, row.y + ui.px(10), row.bottom() - ui.px(10), Token::ink_border);
  row.cut_left(1, ui.px(10));
  float const name_width = std::min(draw::width(ui, facts.plan_name, {Step::body, Weight::bold}), row.w * 0.3f);
  draw::text_in(ui, row.cut_left(name_width, ui.px(5)), facts.plan_name, Token::ink_fg, {Step::body, Weight::bold});
  float const years_width = draw::width(ui, facts.plan_years);
  if (row.w > ui.px(560)) draw::text_in(ui, row.cut_left(years_width, ui.px(8)), facts.plan_years, Token::ink_fg2);
  auto const chip = [&](std::string_view label, float room) {
    Box const box = row.cut_left(std::min(tag_width(ui, label), room), ui.px(8)).middle(ui.px(18));
    tag(ui, box, label, TagKind::on_ink);
    if (probe::wanted()) probe::item(label, probe::Role::text, box.rect());
  };
  if (!facts.agency.empty()) chip(ui.s.slice_tag(facts.agency), std::max(ui.px(60), row.w * 0.3f));
  if (facts.is_sample) chip(ui.s.shell_sample(), row.w);
}

void search_entry(Ui const& ui, Box const& box) {
  Press const p = press(ui, box, ui.s.action_open_palette(), {.role = probe::Role::text_field});
  draw::fill(ui, box, p.hovered ? Token::ink_hover : Token::ink_field, radius_control);
  draw::outline(ui, box, Token::ink_border, radius_control);
  Box row = box.inset(ui.px(7), 0);
  draw::icon_in(ui, row.cut_left(ui.px(14), ui.px(6)), icon::search, Token::ink_fg2, 14);
  std::string const keys = shortcut_text(*action_shortcut(Action::open_palette));
  if (row.w > ui.px(120)) {
    Box const key = row.cut_right(draw::width(ui, keys, {Step::caption}) + ui.px(8), ui.px(4)).middle(ui.px(16));
    draw::outline(ui, key, Token::ink_fg2, radius_chip);
    draw::text_in(ui, key, keys, Token::ink_fg2, {Step::caption, Weight::regular, draw::Align::center});
  }
  draw::text_in(ui, row, ui.s.action_open_palette(), Token::ink_fg2);
  if (p.clicked) ui.send.act(Action::open_palette);
}

void language_button(Ui const& ui, Box& row) {
  std::string_view const code = ui.s.language == Language::id ? "ID" : "EN";
  Box const box = row.cut_right(ui.px(28), ui.px(2)).middle(ui.px(28));
  Press const p = press(ui, box, ui.s.action_toggle_language(), {.tooltip = ui.s.action_toggle_language()});
  if (p.hovered) draw::fill(ui, box, Token::ink_hover, radius_control);
  draw::text_in(ui, box, code, p.hovered ? Token::ink_fg : Token::ink_fg2, {Step::dense, Weight::bold, draw::Align::center});
  if (p.clicked) ui.send.act(Action::toggle_language);
}

void action_button(Ui const& ui, Box& row, Action action, std::string_view disabled = {}) {
  Box const box = row.cut_right(ui.px(28), ui.px(2)).middle(ui.px(28));
  if (icon_button(ui, box, action_icon(action), action_label(action, ui.s), {.on_ink = true, .disabled = disabled})) ui.send.act(action);
}

}  // namespace

void app_bar_view(Ui const& ui, ShellFacts const& facts, ShellState& state, Box area) {
  draw::fill(ui, area, Token::ink_bg);
  Box row = area;
  row.cut_left(ui.px(10));
  row.cut_right(ui.px(8));
  bool const narrow = ui.screen.w / ui.look.scale < 900;
  if (facts.plan && narrow && icon_button(ui, row.cut_left(ui.px(28), ui.px(4)).middle(ui.px(28)), icon::menu, ui.s.shell_menu(), {.on_ink = true})) state.nav_open = !state.nav_open;
  Box const home{row.x, area.y + ui.px(6), ui.px(100), area.h - ui.px(12)};
  if (press(ui, home, ui.s.action_go_home(), {.role = probe::Role::link, .tooltip = ui.s.action_go_home()})) ui.send.act(Action::go_home);
  draw_mark(ui, row);
  draw::text_in(ui, row.cut_left(draw::width(ui, ui.s.app_name(), {Step::lead, Weight::bold}), ui.px(12)), ui.s.app_name(), Token::ink_fg, {Step::lead, Weight::bold});
  if (facts.plan) plan_title(ui, facts, row);
  action_button(ui, row, Action::show_help);
  action_button(ui, row, Action::toggle_theme);
  language_button(ui, row);
  if (facts.plan) {
    row.cut_right(ui.px(4));
    draw::vline(ui, row.right(), row.y + ui.px(10), row.bottom() - ui.px(10), Token::ink_border);
    row.cut_right(ui.px(6));
    History const& history = facts.plan->editor.history();
    bool const blocked = facts.plan->read_only;
    action_button(ui, row, Action::redo, !blocked && history.next_redo() ? std::string_view() : ui.s.shell_nothing_to_redo());
    action_button(ui, row, Action::undo, !blocked && history.next_undo() ? std::string_view() : ui.s.shell_nothing_to_undo());
  }
  row.cut_right(ui.px(8));
  float const width = std::min(ui.px(300), row.w);
  float const centred = ui.screen.x + (ui.screen.w - width) / 2;
  Box const search{std::clamp(centred, row.x, std::max(row.x, row.right() - width)), area.y, width, area.h};
  if (width > ui.px(60)) search_entry(ui, search.middle(ui.px(26)));
}

}  // namespace rancang
