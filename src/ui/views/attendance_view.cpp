#include "ui/views/attendance_view.hpp"

#include "ui/icons_generated.hpp"
#include "ui/views/attendance_parts.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field_box.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {
constexpr float beside_from = 1000, beside_width = 400, below_height = 230;

void search_field(Ui const& ui, AttendanceState& state, Box const& box) {
  std::uint64_t const key = field_key("attendance.search");
  bool const by_letter = std::exchange(state.begun_by_letter, state.begun_by_letter && !state.wants_filter);
  if (std::exchange(state.wants_filter, false)) ui.edit.begin(key, state.search, !by_letter);
  std::string_view const label = ui.s.attendance_filter();
  FieldResult const result = field_box(ui, box, key, label, state.search, {.icon = icon::search, .placeholder = label, .small = true, .clear_button = true});
  std::string const wanted = result.exit == FieldExit::escape ? std::string() : std::string(result.text);
  if ((result.changed || result.exit == FieldExit::escape) && wanted != state.search) {
    state.search = wanted;
    state.changed();
  }
  if (result.exit != FieldExit::none && result.exit != FieldExit::blur) state.wants_focus = state.reveal = true;
}

void filter_bar(Ui const& ui, PlanView const& plan, AttendanceState& state, Box row) {
  row = row.middle(ui.px(ui.touch ? size_control_touch : size_control_dense));
  search_field(ui, state, row.cut_left(std::min(ui.px(180), row.w * 0.35f), ui.px(8)));
  std::array const orders{ui.s.attendance_by_agency(), ui.s.attendance_by_body(), ui.s.attendance_by_name()};
  int const chosen = segmented(ui, row.cut_left(std::min(ui.px(300), row.w), ui.px(8)), orders, static_cast<int>(state.order));
  if (chosen >= 0) {
    state.order = static_cast<AttendanceOrder>(chosen);
    state.reveal = true;
    state.changed();
  }
  if (!state.only_agency) return;
  std::string const label = agency_text(ui, plan.document, *state.only_agency);
  ChipLook const look{.icon = icon::x, .on = true};
  if (!filter_chip(ui, row.cut_left(chip_width(ui, label, look)).middle(ui.px(24)), label + "##only", look)) return;
  state.only_agency.reset();
  state.changed();
}
// Esc shows everybody again. It also takes the keyboard out of the grid: it is given back.
void take_escape(Ui const& ui, AttendanceState& state) {
  bool const here = ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows) && state.picker.owner == 0 && ui.edit.key() == 0;
  if (!here || !ImGui::IsKeyPressed(ImGuiKey_Escape, false)) return;
  state.wants_focus = true;
  if (state.search.empty() && !state.only_agency) return;
  state.search.clear();
  state.only_agency.reset();
  state.reveal = true;
  state.changed();
}
}  // namespace

void attendance_view(Ui const& ui, PlanView const& plan, AttendanceState& state, Box area) {
  take_escape(ui, state);
  refresh_attendance(ui, plan, state);
  Box head = area.cut_top(ui.px(layout_view_header)).inset(ui.px(12), 0);
  Box const title = head.cut_left(draw::width(ui, ui.s.action_show_attendance(), {Step::lead, Weight::bold}), ui.px(10));
  heading(ui, title, ui.s.action_show_attendance(), Step::lead);
  if (state.people.empty()) {
    draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
    if (empty_state(ui, area, icon::users, ui.s.attendance_empty(), ui.s.attendance_empty_text(), ui.s.attendance_fill_people()) == 1) ui.send.go(record_route(plan.document.plan_id, record_type<Person>));
    return;
  }
  draw::text_in(ui, head, ui.s.attendance_hint(), Token::text_muted, {Step::dense});
  filter_bar(ui, plan, state, area.cut_top(ui.px(layout_filter_bar)).inset(ui.px(8), 0));
  draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
  bool const beside = area.w >= ui.px(beside_from);
  Box const panel = beside ? area.cut_right(ui.px(beside_width)) : area.cut_bottom(std::min(ui.px(below_height), area.h * 0.4f));
  attendance_grid(ui, plan, state, area);
  if (beside) draw::vline(ui, panel.x, panel.y, panel.bottom(), Token::border_default);
  else draw::hline(ui, panel.x, panel.right(), panel.y, Token::border_default);
  continuity_part(ui, plan, state, panel);
}

}  // namespace rancang
