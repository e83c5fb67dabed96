// The grid of people and days: heads with figures, rows in groups, the cursor.
#include <imgui_internal.h>

#include "model/reference_lookup.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/attendance_parts.hpp"

namespace rancang {
namespace {
constexpr float row_height = 28, head_height = 56, wide_enough = 620;

struct Columns {
  Box name, replaces;
  std::array<Box, session_count> sessions;
};
bool is_wide(Ui const& ui, float width) { return width > ui.px(wide_enough); }
Columns columns_of(Ui const& ui, Box row) {
  Columns out;
  if (is_wide(ui, row.w)) out.replaces = row.cut_right(std::min(ui.px(220), row.w * 0.22f), ui.px(8));
  float const cell = std::clamp(row.w * 0.07f, ui.px(26), ui.px(56));
  Box cells = row.cut_right(cell * session_count, ui.px(8));
  for (Box& box : out.sessions) box = cells.cut_left(cell);
  out.name = row;
  return out;
}

std::string_view presence_text(Strings const& s, Presence presence) {
  return presence == Presence::present ? s.attendance_present() : presence == Presence::absent ? s.attendance_absent() : s.attendance_unknown();
}

void session_head(Ui const& ui, PlanView const& plan, AttendanceState& state, std::size_t session, Box box) {
  SessionFigures const& figures = state.figures[session];
  auto const number = [&](std::size_t n) { return format_integer(static_cast<std::int64_t>(n), ui.numbers); };
  std::size_t const open = state.shown - figures.noted;
  std::string const told = open == 0 ? ui.s.attendance_all_noted(number(figures.present), number(figures.noted)) : ui.s.attendance_tick_all(number(figures.present), number(figures.noted), number(open));
  bool const on = state.column == static_cast<int>(session);
  std::string const shown = box.w < ui.px(40) ? number(figures.present) : number(figures.present) + "/" + number(figures.noted);
  std::string_view const locked = locked_text(ui, plan);
  Press const p = press(ui, box, session_text(ui.s, session) + "##head", {.state = state_if(on, probe::State::selected), .tooltip = locked.empty() ? std::string_view(told) : locked, .value = shown, .disabled = !locked.empty() || open == 0});
  if (p.hovered) draw::fill(ui, box, Token::surface_hover);
  std::string const day = std::to_string(session_day(session));
  draw::text_in(ui, box.cut_top(box.h / 2), box.w < ui.px(52) ? day : ui.s.attendance_day(day), on ? Token::accent_text : Token::text_secondary, {Step::caption, Weight::regular, draw::Align::center});
  draw::text_in(ui, box, shown, figures.noted > 0 ? Token::text_primary : Token::text_muted, {Step::caption, Weight::bold, draw::Align::center});
  if (!p.clicked) return;
  tick_column(ui, plan, state, session);
  state.wants_focus = true;
}

void head_part(Ui const& ui, PlanView const& plan, AttendanceState& state, Box heads) {
  draw::fill(ui, heads, Token::surface_header);
  draw::hline(ui, heads.x, heads.right(), heads.bottom() - 1, Token::border_default);
  Columns const columns = columns_of(ui, heads.inset(ui.px(12), 0));
  draw::text_in(ui, columns.name, record_many(ui.s, record_info(record_type<Person>)), Token::text_secondary, {Step::caption});
  if (columns.replaces.w > 0) draw::text_in(ui, columns.replaces, ui.s.attendance_replaces_column(), Token::text_secondary, {Step::caption});
  float const upper = ui.px(20);
  for (std::size_t i = 0; i < session_count; ++i) {
    Box box = columns.sessions[i];
    Box pair = box.cut_top(upper);
    pair.w *= 2;
    bool const narrow = pair.w < ui.px(64);
    std::string_view const name = workshop_text(ui.s, i / 2);
    if (i % 2 == 0) draw::text_in(ui, pair, narrow ? name.substr(name.rfind(' ') + 1) : name, Token::text_secondary, {Step::caption, Weight::bold, draw::Align::center});
    if (i % 2 == 0) draw::vline(ui, box.x, heads.y + ui.px(4), heads.bottom(), Token::border_subtle);
    session_head(ui, plan, state, i, box);
  }
}

// A cell reacts and is read out for itself: the row around it is only the name of the person.
struct CellLook {
  bool here, focused;  // the cursor stands there; the keyboard is in the grid
  bool is_read_out() const { return here && focused; }
};
void draw_cursor(Ui const& ui, Box const& box, CellLook const& look, bool hovered) {
  if (look.here) draw::outline(ui, box, look.focused ? Token::focus_ring : Token::border_strong, 3, look.focused ? 2 : 1);
  else if (hovered) draw::outline(ui, box, Token::border_strong, 3);
}

// One day of one person; `at` is where it can be seen. True when it was pressed.
bool session_cell(Ui const& ui, PersonPresence const& row, std::string const& name, std::size_t session, Box const& box, Box const& at, CellLook const& look) {
  Presence const presence = row.sessions[session];
  std::uint32_t const state = probe::State::checkable | state_if(presence == Presence::present, probe::State::checked) | state_if(look.is_read_out(), probe::State::focused);
  Press const p = press(ui, at, session_text(ui.s, session) + ": " + name + "##" + ulid_text(row.person), {.role = probe::Role::cell, .state = state, .value = presence_text(ui.s, presence), .focus_ring = false});
  if (session % 2 == 0) draw::vline(ui, box.x, box.y, box.bottom(), Token::border_subtle);
  if (presence == Presence::unknown) draw::text_in(ui, box, "\xE2\x80\x93", Token::text_muted, {Step::dense, Weight::regular, draw::Align::center});
  else draw::icon_in(ui, box, presence == Presence::present ? icon::check : icon::x, presence == Presence::present ? Token::status_agreed : Token::sev_warn, 16);
  draw_cursor(ui, box.inset(1), look, p.hovered);
  return p.clicked;
}

std::string replaces_text(Ui const& ui, PlanView const& plan, PersonPresence const& row) {
  Person const* const replaced = plan.document.get(Id<Person>{row.replaces});
  std::string out = replaced ? ui.s.attendance_replaces(replaced->name) : std::string();
  if (!row.remark.empty()) out += (out.empty() ? "" : " \xC2\xB7 ") + row.remark;
  return out;
}

bool replaces_cell(Ui const& ui, PlanView const& plan, PersonPresence const& row, std::string const& name, Box const& box, CellLook const& look) {
  std::string const text = replaces_text(ui, plan, row);
  Press const p = press(ui, box, std::string(ui.s.attendance_replaces_column()) + ": " + name + "##" + ulid_text(row.person), {.role = probe::Role::cell, .state = state_if(look.is_read_out(), probe::State::focused), .value = text, .focus_ring = false});
  bool const cut = draw::text_in(ui, box, text, Token::text_secondary, {Step::dense});
  if (cut && p.hovered) tooltip(ui, text);
  if (text.empty() && (p.hovered || look.is_read_out())) draw::icon_in(ui, box.middle(box.h), icon::user_round, Token::text_muted, 14);
  if (look.here) draw_cursor(ui, box.inset(-ui.px(3), 1), look, false);
  return p.clicked;
}

void name_cell(Ui const& ui, PlanView const& plan, AttendanceState const& state, Person const& person, Box box, bool hovered) {
  std::string note = person.office;
  std::string const from = person.agency ? (state.order == AttendanceOrder::agency ? std::string() : agency_text(ui, plan.document, person.agency.value)) : person.institution;
  if (!from.empty() && from != note) note += (note.empty() ? "" : " \xC2\xB7 ") + from;
  if (note == person.name) note.clear();
  float const wanted = draw::width(ui, person.name, {Step::dense});
  Box const name = note.empty() ? box : box.cut_left(std::min(wanted + 1, box.w * 0.75f), ui.px(8));
  bool const cut = draw::text_in(ui, name, person.name, hovered ? Token::accent_text : Token::text_primary, {Step::dense});
  if (!note.empty() && box.w > ui.px(24)) draw::text_in(ui, box, note, Token::text_muted, {Step::caption});
  if (cut && hovered) tooltip(ui, person.name + (note.empty() ? "" : "\n" + note));
}

// What a screen reader calls the cells of a row: the name, numbered where somebody above on the screen has the same.
std::string row_label(std::string const& name, std::vector<std::string_view>& above) {
  auto const twins = std::count(above.begin(), above.end(), std::string_view(name));
  above.push_back(name);
  return twins == 0 ? name : name + " (" + std::to_string(twins + 1) + ")";
}

void press_cell(Ui const& ui, PlanView const& plan, AttendanceState& state, Ulid person, int column) {
  state.person = person;
  state.column = column;
  tick_cursor(ui, plan, state);
}

void person_row(Ui const& ui, PlanView const& plan, AttendanceState& state, PersonPresence const& row, Box const& box, Box const& area, bool focused, std::vector<std::string_view>& above) {
  Person const* const person = plan.document.get(Id<Person>{row.person});
  if (!person) return;
  Ulid const id = row.person;
  bool const here = id == state.person, pointed = box.intersect(area).contains(ImGui::GetIO().MousePos) && ImGui::IsWindowHovered() && !ui.touch;
  if (here || pointed) draw::fill(ui, box, here ? Token::surface_selected : Token::surface_hover);
  draw::hline(ui, box.x, box.right(), box.bottom() - 1, Token::border_subtle);
  Columns const columns = columns_of(ui, box.inset(ui.px(12), 0));
  std::string const label = row_label(person->name, above);
  Box const name{box.x, box.y, columns.name.right() - box.x, box.h};
  Press const p = press(ui, name.intersect(area), person->name + "##" + ulid_text(id), {.role = probe::Role::row, .state = state_if(here, probe::State::selected), .focus_ring = false});
  name_cell(ui, plan, state, *person, columns.name, p.hovered);
  int pressed = -1;
  for (int i = 0; i < static_cast<int>(session_count); ++i) {
    Box const& cell = columns.sessions[static_cast<std::size_t>(i)];
    if (session_cell(ui, row, label, static_cast<std::size_t>(i), cell, cell.intersect(area), {here && state.column == i, focused})) pressed = i;
  }
  Box const replaces = columns.replaces.intersect(area);
  if (!replaces.empty() && replaces_cell(ui, plan, row, label, replaces, {here && state.column == replaces_column, focused})) pressed = replaces_column;
  if (pressed >= 0) press_cell(ui, plan, state, id, pressed);
  if (!p.clicked) return;
  state.person = id;
  ui.send.go(record_route(plan.document.plan_id, record_type<Person>, id));
}

void group_row(Ui const& ui, AttendanceRow const& row, Box const& box, Box const& area) {
  draw::fill(ui, box, Token::surface_sunken);
  draw::hline(ui, box.x, box.right(), box.bottom() - 1, Token::border_subtle);
  Box line = box.inset(ui.px(12), 0);
  draw::text_in(ui, line.cut_left(std::min(draw::width(ui, row.head, {Step::dense, Weight::bold}) + 1, line.w * 0.7f), ui.px(10)), row.head, Token::text_primary, {Step::dense, Weight::bold});
  std::string const count = ui.s.attendance_people(format_integer(static_cast<std::int64_t>(row.person), ui.numbers));
  draw::text_in(ui, line, count, Token::text_muted, {Step::caption});
  if (probe::wanted()) probe::item(row.head, probe::Role::row_header, box.intersect(area).rect(), probe::State::none, count);
}

// Focus as in the tables: the grid has it when the screen is opened and gets it back from fields and popups.
bool update_focus(AttendanceState& state) {
  bool const popup = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
  if ((state.wants_focus || ImGui::IsWindowAppearing()) && !popup) {
    ImGui::SetWindowFocus();
    state.wants_focus = false;
  }
  return ImGui::IsWindowFocused();
}

void reveal_cursor(AttendanceState& state, float height, float visible) {
  if (!std::exchange(state.reveal, false)) return;
  auto const row = row_of_cursor(state);
  if (!row) return;
  // The head of a group comes into view with its first row.
  float const top = static_cast<float>(*row > 0 && !state.rows[*row - 1].head.empty() ? *row - 1 : *row) * height, bottom = static_cast<float>(*row + 1) * height;
  if (top < ImGui::GetScrollY()) ImGui::SetScrollY(top);
  else if (bottom > ImGui::GetScrollY() + visible) ImGui::SetScrollY(bottom - visible);
}
// Where the list of people opens, also while its row is out of sight or its column too narrow; `row`: the first one.
Box cursor_box(Ui const& ui, AttendanceState const& state, Box row) {
  row.y += static_cast<float>(row_of_cursor(state).value_or(0)) * row.h;
  Columns const columns = columns_of(ui, row.inset(ui.px(12), 0));
  return columns.replaces.w > 0 ? columns.replaces : columns.name;
}
}  // namespace

void attendance_grid(Ui const& ui, PlanView const& plan, AttendanceState& state, Box area) {
  head_part(ui, plan, state, area.cut_top(ui.px(head_height)));
  if (state.rows.empty()) draw::text_in(ui, Box(area).cut_top(ui.px(40)).inset(ui.px(12), 0), ui.s.ui_no_match(), Token::text_muted, {Step::dense});
  float const height = ui.px(ui.touch ? 44 : row_height);
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("attendance", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNavInputs);
  state.last_column = is_wide(ui, area.w - 2 * ui.px(12)) ? replaces_column : replaces_column - 1;
  state.column = std::min(state.column, state.last_column);
  bool const focused = update_focus(state);
  if (focused) attendance_keys(ui, plan, state, std::max(1, static_cast<int>(area.h / height) - 1));
  reveal_cursor(state, height, area.h);
  float const origin = area.y - ImGui::GetScrollY();
  std::vector<std::string_view> names;
  for (auto i = static_cast<std::size_t>(ImGui::GetScrollY() / height); i < state.rows.size(); ++i) {
    Box const box{area.x, origin + static_cast<float>(i) * height, area.w, height};
    if (box.y >= area.bottom()) break;
    AttendanceRow const& row = state.rows[i];
    if (row.head.empty()) person_row(ui, plan, state, state.people[row.person], box, area, focused, names);
    else group_row(ui, row, box, area);
  }
  if (state.picker.owner != 0) replacement_frame(ui, plan, state, cursor_box(ui, state, {area.x, origin, area.w, height}).intersect(area));
  ImGui::SetCursorScreenPos({area.x, origin + static_cast<float>(state.rows.size()) * height});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

}  // namespace rancang
