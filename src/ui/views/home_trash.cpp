#include <utility>

#include "ui/grid/grid_choices.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/home_parts.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/popup.hpp"

namespace rancang {
namespace {
// Plans in the trash, below the others: they come back from here at any time.
void trash_row(Ui const& ui, HomePlan const& plan, HomeState& state, Box row) {
  std::string const id = "##" + ulid_text(plan.id);
  draw::hline(ui, row.x, row.right(), row.bottom() - 1, Token::border_subtle);
  row = row.inset(ui.px(12), 0);
  if (button_right(ui, row, std::string(ui.s.home_erase()) + id, {.kind = ButtonKind::quiet, .icon = icon::trash_2, .small = true}, 8)) state.deleting = plan.id;
  if (button_right(ui, row, std::string(ui.s.home_restore()) + id, {.icon = icon::undo_2, .small = true}, 12)) ui.send.put(RestorePlanRequest{plan.id});
  std::string const when = ui.s.home_trash_when(lower_first(when_text(ui, plan.trashed_unix_ms)));
  draw::text_in(ui, row.cut_right(draw::width(ui, when, {Step::dense}), ui.px(12)), when, Token::text_muted, {Step::dense});
  draw::text_in(ui, row, plan.name + " " + plan.years, Token::text_secondary);
}
}  // namespace

void trash_part(Ui const& ui, HomeFacts const& facts, HomeState& state, Box& rows) {
  bool head = true;
  for (auto const& plan : facts.plans) {
    if (plan.trashed_unix_ms == 0) continue;
    if (std::exchange(head, false)) {
      rows.cut_top(ui.px(12));
      draw::text_in(ui, rows.cut_top(ui.px(26)).inset(ui.px(12), 0), ui.s.home_trash_title(), Token::text_secondary, {Step::caption, Weight::bold});
    }
    trash_row(ui, plan, state, rows.cut_top(ui.px(40)));
  }
}

// The same where there is no other plan.
void trash_list(Ui const& ui, HomeFacts const& facts, HomeState& state, Box const& area) {
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("trash", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  Box rows{area.x, area.y - ImGui::GetScrollY(), area.w, 100000};
  trash_part(ui, facts, state, rows);
  ImGui::SetCursorScreenPos({area.x, rows.y});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

void delete_question(Ui const& ui, HomeFacts const& facts, HomeState& state) {
  if (!state.deleting) return;
  if (!popup_is_open("home.delete")) popup_open("home.delete");
  std::string name;
  bool for_good = false;
  for (auto const& plan : facts.plans)
    if (plan.id == state.deleting) name = plan.name + " " + plan.years, for_good = plan.trashed_unix_ms != 0;
  DialogFrame frame;
  if (!dialog_begin(ui, "home.delete", for_good ? ui.s.home_erase_title() : ui.s.home_delete_title(), ui.px(440), ui.px(180), frame)) {
    state.deleting = {};
    return;
  }
  draw::paragraph(ui, frame.content.min(), frame.content.w, for_good ? ui.s.home_erase_text(name) : ui.s.home_delete_text(name), Token::text_secondary);
  bool const yes = button_right(ui, frame.buttons, for_good ? ui.s.home_erase() : ui.s.home_delete(), {.kind = ButtonKind::danger, .icon = icon::trash_2});
  bool const no = button_right(ui, frame.buttons, ui.s.ui_cancel());
  if (yes && for_good) ui.send.put(ErasePlanRequest{state.deleting});
  if (yes && !for_good) ui.send.put(DeletePlanRequest{state.deleting});
  if (yes || no) popup_close();
  dialog_end();
  if (!popup_is_open("home.delete")) state.deleting = {};  // answered, or left with Esc
}

}  // namespace rancang
