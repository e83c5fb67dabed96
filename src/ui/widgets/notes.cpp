#include "ui/widgets/notes.hpp"

#include <string>

#include "ui/icons_generated.hpp"

namespace rancang {
namespace {
Token bar_color(Tone tone) { return tone == Tone::warning ? Token::sev_warn_mark : tone_color(tone); }
}  // namespace

char const* tone_icon(Tone tone) {
  static constexpr char const* icons[] = {icon::octagon_x, icon::triangle_alert, icon::info, icon::git_compare_arrows};
  return icons[static_cast<int>(tone)];
}
Token tone_color(Tone tone) {
  static constexpr Token colors[] = {Token::sev_error, Token::sev_warn, Token::sev_info, Token::conflict_base};
  return colors[static_cast<int>(tone)];
}
Token tone_tint(Tone tone) {
  static constexpr Token tints[] = {Token::sev_error_tint, Token::sev_warn_tint, Token::sev_info_tint, Token::conflict_tint};
  return tints[static_cast<int>(tone)];
}

void heading(Ui const& ui, Box const& box, std::string_view text, Step step) {
  draw::text_in(ui, box, text, Token::text_primary, {step, Weight::bold});
  if (probe::wanted()) probe::item(text, probe::Role::heading, box.rect());
}

float read_paragraph(Ui const& ui, Box const& column, std::string_view text, Token color, draw::Type type) {
  float const height = draw::paragraph(ui, column.min(), column.w, text, color, type);
  if (probe::wanted()) probe::item(text, probe::Role::text, {column.x, column.y, column.w, height});
  return height;
}

float finding_height(Ui const& ui, float width, std::string_view sentence, std::string_view verb) {
  float const text_width = width - ui.px(9 + 16 + 8 + 8);
  float height = draw::paragraph(ui, {}, text_width, sentence, Token::text_primary, {Step::dense}, 0, draw::Mode::measure);
  if (!verb.empty()) height += ui.look.paragraph_line(Step::dense);
  return height + ui.px(14);
}

bool finding_row(Ui const& ui, Box const& box, Tone tone, std::string_view sentence, std::string_view verb) {
  draw::fill(ui, box, tone_tint(tone));
  draw::fill(ui, {box.x, box.y, 3, box.h}, bar_color(tone));
  Box row = box.inset(0, ui.px(7));
  row.cut_left(ui.px(9));
  row.cut_right(ui.px(8));
  Box const mark = row.cut_left(ui.px(16), ui.px(8));
  draw::icon_in(ui, {mark.x, mark.y, mark.w, ui.px(18)}, tone_icon(tone), tone_color(tone), 16);
  float const used = draw::paragraph(ui, row.min(), row.w, sentence, Token::text_primary, {Step::dense});
  if (probe::wanted()) probe::item(sentence, probe::Role::text, box.rect());
  return !verb.empty() && link(ui, {row.x, row.y + used + ui.px(1)}, verb);
}

int empty_state(Ui const& ui, Box const& area, char const* icon, std::string_view title, std::string_view why, std::string_view primary, std::string_view secondary, char const* primary_icon) {
  float const width = std::min(area.w - ui.px(24), ui.px(420));
  float const text_height = draw::paragraph(ui, {}, width, why, Token::text_secondary, {}, 0, draw::Mode::measure);
  draw::Type const bold{Step::body, Weight::bold, draw::Align::center};
  float const title_height = draw::paragraph(ui, {}, width, title, Token::text_primary, bold, 0, draw::Mode::measure);
  float const height = ui.px(24 + 10 + 6 + 14 + 28) + title_height + text_height;
  Box column{area.x + (area.w - width) / 2, area.y + std::max(ui.px(12), (area.h - height) * 0.4f), width, height};
  draw::icon_in(ui, column.cut_top(ui.px(24), ui.px(10)), icon, Token::text_muted, 24);
  draw::paragraph(ui, column.cut_top(title_height, ui.px(6)).min(), width, title, Token::text_primary, bold);
  if (probe::wanted()) probe::item(title, probe::Role::heading, area.rect());
  draw::paragraph(ui, column.cut_top(text_height, ui.px(14)).min(), width, why, Token::text_secondary, {Step::body, Weight::regular, draw::Align::center});
  ButtonLook const first{.kind = ButtonKind::primary, .icon = primary_icon ? primary_icon : icon::plus}, second{};
  float const first_width = primary.empty() ? 0 : button_width(ui, primary, first), second_width = secondary.empty() ? 0 : button_width(ui, secondary, second);
  Box row = column.cut_top(ui.px(28));
  row.x += (row.w - first_width - second_width - (first_width > 0 && second_width > 0 ? ui.px(8) : 0)) / 2;
  int pressed = 0;  // the same words may stand on a button of the screen itself
  if (!primary.empty() && button(ui, row.cut_left(first_width, ui.px(8)), std::string(primary) + "##empty", first)) pressed = 1;
  if (!secondary.empty() && button(ui, {row.x, row.y, second_width, row.h}, std::string(secondary) + "##empty", second)) pressed = 2;
  return pressed;
}

}  // namespace rancang
