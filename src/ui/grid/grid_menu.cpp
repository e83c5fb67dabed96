// The menu of the selected rows.
#include "ui/grid/grid_columns.hpp"
#include "ui/grid/grid_input.hpp"
#include "ui/icons_generated.hpp"
#include "ui/narrow.hpp"
#include "ui/widgets/popup.hpp"

namespace rancang {
namespace {
constexpr std::string_view menu_id = "grid.rows";
constexpr float menu_width = 260;
constexpr int menu_rows = 9;
}  // namespace

void open_row_menu(GridState& state, Box const& anchor) {
  state.menu_anchor = anchor;
  state.menu_wish = true;
}

void open_in_pane(Ui const& ui, PlanView const& plan, GridState& state) {
  Ulid const id = state.selected_record();
  if (!id) return;
  state.seen_route = id;
  ui.send.put(GoRequest{record_route(plan.document.plan_id, state.type, id, state.kind), !is_narrow(ui)});  // over the list it is a step of its own, to go back from
}

void row_menu_frame(Ui const& ui, PlanView const& plan, GridState& state) {
  if (std::exchange(state.menu_wish, false)) popup_open(menu_id);
  Box box;
  if (!popup_begin(ui, menu_id, state.menu_anchor, ui.px(menu_width), menu_row_height(ui) * menu_rows + ui.px(8), box)) return;
  Box rows = box.inset(0, ui.px(4));
  std::string_view const locked = plan.read_only ? ui.s.grid_read_only() : std::string_view();
  std::string const count = format_integer(static_cast<std::int64_t>(selected_count(state)), plan.style.numbers);
  state.wants_focus = true;  // back to the cells when the menu closes
  if (menu_row(ui, rows, ui.s.grid_open_pane(), {.icon = icon::panel_right, .note = "Alt+Enter"})) open_in_pane(ui, plan, state);
  if (menu_row(ui, rows, ui.s.grid_edit_cell(), {.icon = icon::pencil, .note = "F2", .disabled = locked})) state.edit_wish = true;
  if (menu_row(ui, rows, ui.s.grid_insert_below(), {.icon = icon::plus, .note = "Ctrl+Enter", .disabled = locked})) create_row(ui, plan, state);
  if (menu_row(ui, rows, ui.s.grid_fill_down(), {.icon = icon::arrow_down, .note = "Ctrl+D", .disabled = locked})) fill_down(ui, plan, state);
  if (menu_row(ui, rows, ui.s.grid_move_up(), {.icon = icon::arrow_up, .note = "Alt+\xE2\x86\x91", .disabled = locked})) move_rows(ui, state, -1);
  if (menu_row(ui, rows, ui.s.grid_move_down(), {.icon = icon::arrow_down, .note = "Alt+\xE2\x86\x93", .disabled = locked})) move_rows(ui, state, 1);
  if (menu_row(ui, rows, ui.s.grid_copy_rows(), {.icon = icon::copy, .note = "Ctrl+C"})) state.copy_wish = GridState::CopyWish::copy;
  if (menu_row(ui, rows, ui.s.grid_duplicate(count), {.icon = icon::file_plus_2, .disabled = locked})) duplicate_rows(ui, state);
  if (menu_row(ui, rows, ui.s.grid_delete(count), {.icon = icon::trash_2, .danger = true, .disabled = locked})) delete_rows(ui, state);
  popup_end();
}

}  // namespace rancang
