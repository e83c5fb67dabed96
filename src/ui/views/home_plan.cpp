#include "ui/icons_generated.hpp"
#include "ui/route.hpp"
#include "ui/views/home_parts.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {
constexpr float change_row = 27;

// Icon, what has to be done, how often; a press leads to the findings of that rule.
bool debt_row(Ui const& ui, HomeDebt const& debt, Box const& box) {
  Press const p = press(ui, box, debt.title + "##" + debt.route, {.role = probe::Role::link});
  if (p.hovered) draw::fill(ui, box, Token::surface_hover);
  draw::hline(ui, box.x, box.right(), box.bottom() - 1, Token::border_subtle);
  Box row = box.inset(ui.px(12), 0).middle(ui.px(36));
  Box const mark = row.cut_left(ui.px(16), ui.px(10));
  draw::icon_in(ui, {mark.x, mark.y, mark.w, ui.px(18)}, tone_icon(debt.tone), debt.tone == Tone::warning ? Token::sev_warn_mark : tone_color(debt.tone), 16);
  Box const verb = row.cut_right(draw::width(ui, ui.s.ui_open(), {Step::dense}), ui.px(10));
  draw::text_in(ui, {verb.x, verb.y, verb.w, ui.px(18)}, ui.s.ui_open(), Token::accent_text, {Step::dense});
  if (draw::text_in(ui, row.cut_top(ui.px(18)), debt.title, Token::text_primary) && p.hovered) tooltip(ui, debt.title);
  draw::text_in(ui, row, debt.detail, Token::text_secondary, {Step::dense});
  return p.clicked;
}
}  // namespace

float changes_height(Ui const& ui, HomePlan const& plan) { return ui.px(38 + change_row * static_cast<float>(std::max<std::size_t>(plan.changes.size(), 1))); }

void changes_part(Ui const& ui, HomePlan const& plan, Box area) {
  draw::hline(ui, area.x, area.right(), area.y, Token::border_default);
  area = area.inset(ui.px(12), 0);
  area.cut_top(ui.px(8));
  Box head = area.cut_top(ui.px(28));
  Box const more = head.cut_right(link_width(ui, ui.s.home_show_history()), ui.px(12)).middle(ui.px(18));
  if (link(ui, more.min(), ui.s.home_show_history())) ui.send.go(route_text({Screen::history, plan.id, RecordType::none, {}}));
  std::string const title = ui.s.home_changes_title(plan.name);
  draw::text_in(ui, head, title, Token::text_primary, home_bold);
  if (probe::wanted()) probe::item(title, probe::Role::heading, head.rect());
  if (plan.changes.empty()) return void(read_paragraph(ui, area.cut_top(ui.px(change_row)), ui.s.home_changes_empty(), Token::text_secondary, {Step::dense}));
  for (auto const& change : plan.changes) {
    Box row = area.cut_top(ui.px(change_row));
    if (row.h < ui.px(change_row)) break;
    draw::hline(ui, row.x, row.right(), row.bottom() - 1, Token::border_subtle);
    draw::text_in(ui, row.cut_left(ui.px(110), ui.px(8)), when_text(ui, change.unix_ms), Token::text_secondary, {Step::dense});
    draw::text_in(ui, row, change.sentence, Token::text_primary, {Step::dense});
    if (probe::wanted()) probe::item(change.sentence, probe::Role::text, row.rect());
  }
}

void debts_column(Ui const& ui, HomePlan const& plan, Box column) {
  draw::card(ui, column);
  Box head = column.cut_top(ui.px(64)).inset(ui.px(12), ui.px(10));
  draw::text_in(ui, head.cut_top(ui.px(18), ui.px(2)), plan.name + " " + plan.years, Token::text_secondary, {Step::dense});
  heading(ui, head, ui.s.home_owed_title(), Step::lead);
  draw::hline(ui, column.x, column.right(), column.y - 1, Token::border_default);
  if (plan.debts.empty()) {
    Box const note = column.inset(ui.px(12), ui.px(12));
    draw::icon_in(ui, {note.x, note.y, ui.px(16), ui.px(18)}, icon::circle_check, Token::save_ok, 16);
    read_paragraph(ui, {note.x + ui.px(24), note.y, note.w - ui.px(24), note.h}, ui.s.home_owed_none(), Token::text_secondary, {Step::dense});
    return;
  }
  Box const foot = column.cut_bottom(ui.px(44)).inset(ui.px(12), ui.px(8));
  draw::hline(ui, column.x, column.right(), column.bottom(), Token::border_default);
  if (button(ui, {foot.x, foot.y, button_width(ui, ui.s.home_owed_all(), {.icon = icon::triangle_alert}), ui.px(28)}, ui.s.home_owed_all(), {.icon = icon::triangle_alert}))
    ui.send.go(findings_route(plan.id));
  for (auto const& debt : plan.debts) {
    Box const row = column.cut_top(ui.px(54));
    if (row.h < ui.px(54)) break;
    if (debt_row(ui, debt, row)) ui.send.go(debt.route);
  }
}

}  // namespace rancang
