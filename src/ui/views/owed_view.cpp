#include "base/order.hpp"
#include "model/reference_lookup.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/board_views.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {
constexpr float row_height = 30, head_height = 34, name_width = 200, copy_width = 150;
constexpr std::array<Duty, duty_count> duties{Duty::contact, Duty::requests, Duty::figures, Duty::readiness, Duty::actions, Duty::indicators, Duty::budgets, Duty::codes};
constexpr std::array<std::string_view, duty_count> duty_keys{"contact", "requests", "figures", "readiness", "actions", "indicators", "budgets", "codes"};

std::uint32_t open_of(AgencyDuties const& row, int duty) { return duty >= static_cast<int>(duty_count) ? row.sum().open() : row.duties[static_cast<std::size_t>(duty)].open(); }

void refresh(PlanView const& plan, OwedState& state, Date today) {
  if (state.seen_today == today && state.seen_revision == plan.editor.revision() && state.seen_findings == plan.findings.revision() && state.seen_plan == plan.document.plan_id) return;
  state.seen_revision = plan.editor.revision();
  state.seen_findings = plan.findings.revision();
  state.seen_plan = plan.document.plan_id;
  state.seen_today = today;
  state.rows = agency_duties(plan.document, plan.findings, today);
  state.late = late_requests(plan.document, today);
  if (state.sorted >= 0)
    sort_list_stably(state.rows, [&](AgencyDuties const& a, AgencyDuties const& b) { return open_of(a, state.sorted) > open_of(b, state.sorted); });
}

struct Columns {
  Box name, copy;
  std::array<Box, duty_count + 1> cells;  // the duties, then all together
};
Columns columns_of(Ui const& ui, Box row) {
  Columns out;
  out.name = row.cut_left(ui.px(name_width), ui.px(8));
  out.copy = row.cut_right(ui.px(copy_width), ui.px(8));
  float const width = row.w / static_cast<float>(out.cells.size());
  for (auto& cell : out.cells) cell = row.cut_left(width);
  return out;
}

void head_cell(Ui const& ui, OwedState& state, Box const& box, std::string_view label, int index) {
  bool const on = state.sorted == index;
  Press const p = press(ui, box, label, {.role = probe::Role::button, .state = state_if(on, probe::State::selected), .tooltip = ui.s.owed_sort()});
  if (p.hovered) draw::fill(ui, box, Token::surface_hover);
  draw::text_in(ui, box.inset(ui.px(4), 0), label, on ? Token::accent_text : Token::text_secondary, {Step::caption, on ? Weight::bold : Weight::regular, draw::Align::center});
  if (!p.clicked) return;
  state.sorted = on ? -1 : index;
  state.seen_revision = ~0ULL;
}

// "tenggat 24 Juni 2022, lewat 76 hari", "tenggat 24 September 2022"
std::string due_text(Strings const& s, NumberStyle numbers, Date due, Date today) {
  std::int32_t const late = days_late(due, today);
  return s.owed_due(format_date(due, numbers)) + (late > 0 ? ", " + late_text(s, numbers, late) : std::string());
}

// What is overdue in a cell, one request a line.
std::string late_list(Ui const& ui, PlanView const& plan, OwedState const& state, Ulid agency, std::uint32_t count) {
  std::string out = count == 1 ? std::string(ui.s.owed_late_one()) : ui.s.owed_late(format_integer(count, ui.numbers));
  for (LateRequest const& late : state.late) {
    Node const* const node = late.agency == agency ? plan.document.find(duty_type(Duty::requests), late.record) : nullptr;
    if (node) out += "\n" + record_title(plan.document, *node) + " (" + due_text(ui.s, ui.numbers, late.due, ui.now.date) + ")";
  }
  return out;
}

// Done of total: the more is still owed the stronger the ground, what is complete has none; nothing asked for is a dash. `late`: what is overdue, "" = nothing.
bool figure_cell(Ui const& ui, Box const& box, DutyState const& duty, std::string const& name, std::string const& late) {
  Box const inner = box.inset(ui.px(2), ui.px(2));
  if (duty.total == 0) {
    draw::text_in(ui, inner, "\xE2\x80\x93", Token::text_muted, {Step::dense, Weight::regular, draw::Align::center});
    return false;
  }
  static constexpr Token fills[] = {Token::ramp_0, Token::ramp_1, Token::ramp_2, Token::ramp_3, Token::ramp_4};
  static constexpr Token texts[] = {Token::ramp_text_0, Token::ramp_text_1, Token::ramp_text_2, Token::ramp_text_3, Token::ramp_text_4};
  std::size_t const step = duty.open() == 0 ? 0 : 1 + std::min<std::size_t>(duty.open() * 4 / duty.total, 3);
  Press const p = press(ui, inner, name, {.role = probe::Role::link, .tooltip = late, .value = late});
  if (step > 0) draw::fill(ui, inner, fills[step], 3);
  if (p.hovered) draw::outline(ui, inner, Token::border_strong, 3);
  std::string const text = format_integer(duty.done, ui.numbers) + "/" + format_integer(duty.total, ui.numbers);
  draw::text_in(ui, inner, text, step > 0 ? texts[step] : Token::text_muted, {Step::dense, step > 0 ? Weight::bold : Weight::regular, draw::Align::center});
  if (late.empty()) return p.clicked;
  Box const mark = Box(inner).cut_right(ui.px(18)).middle(ui.px(16));
  draw::fill(ui, mark, Token::sev_warn_tint, radius_chip);
  draw::icon_in(ui, mark, icon::triangle_alert, Token::sev_warn_mark, 12);
  return p.clicked;
}

void agency_row(Ui const& ui, PlanView const& plan, OwedState const& state, AgencyDuties const& row, Box const& box) {
  Node const* const node = plan.document.find(record_type<Agency>, row.agency);
  if (!node) return;
  draw::hline(ui, box.x, box.right(), box.bottom() - 1, Token::border_subtle);
  Columns const columns = columns_of(ui, box.inset(ui.px(12), 0));
  std::string const name = record_text(*node), tail = "##" + ulid_text(row.agency);
  Press const open = press(ui, columns.name, name + tail, {.role = probe::Role::link});
  if (open.hovered) draw::fill(ui, columns.name, Token::surface_hover);
  bool const cut = draw::text_in(ui, columns.name.inset(ui.px(4), 0), name, Token::text_primary, {Step::dense});
  if (cut && open.hovered) tooltip(ui, name);
  if (open.clicked) ui.send.go(record_route(plan.document.plan_id, node->type, node->id));
  for (std::size_t i = 0; i < duty_count; ++i) {
    DutyState const& duty = row.duties[i];
    std::string const late = duty.late > 0 ? late_list(ui, plan, state, row.agency, duty.late) : std::string();
    if (figure_cell(ui, columns.cells[i], duty, name + ": " + std::string(duty_label(ui.s, duties[i])) + tail, late)) ui.send.put(RowsOfRequest{duty_type(duties[i]), record_type<Agency>, row.agency, duty.open() > 0});
  }
  DutyState const sum = row.sum();
  draw::text_in(ui, columns.cells[duty_count], format_integer(sum.total == 0 ? 100 : sum.done * 100 / sum.total, ui.numbers) + "%", sum.open() > 0 ? Token::text_primary : Token::text_muted,
                {Step::dense, sum.open() > 0 ? Weight::bold : Weight::regular, draw::Align::center});
  if (sum.open() == 0) return;
  std::string const label = std::string(ui.s.owed_copy()) + tail;
  if (!button(ui, columns.copy.middle(ui.px(24)), label, {.kind = ButtonKind::quiet, .icon = icon::copy, .small = true})) return;
  ui.send.put(ClipboardRequest{reminder_text(plan, ui.s, ui.numbers, row.agency, ui.now.date), {}});
  ui.send.notice(ui.s.owed_copied(name));
}
}  // namespace

std::string_view duty_label(Strings const& s, Duty duty) {
  std::string_view const key = duty_keys[static_cast<std::size_t>(duty)];
  return s.find("duty." + std::string(key)).value_or(key);
}

std::string late_text(Strings const& s, NumberStyle numbers, std::int32_t days) { return days == 1 ? std::string(s.late_day()) : s.late_days(format_integer(days, numbers)); }

std::string reminder_text(PlanView const& plan, Strings const& s, NumberStyle numbers, Ulid agency, Date today) {
  Node const* const node = plan.document.find(record_type<Agency>, agency);
  Node const* const identity = plan.document.single(record_type<Plan>);
  auto const rows = owed_rows(plan.document, plan.findings, agency);
  std::string out = s.owed_message_head(node ? std::string(node->title()) : std::string(), identity ? identity->as<Plan>().region_name : std::string(), format_integer(static_cast<std::int64_t>(rows.size()), numbers)) + "\n";
  auto const late = std::count_if(rows.begin(), rows.end(), [&](OwedRow const& row) { return days_late(row.due, today) > 0; });
  if (late > 0) out += (late == 1 ? std::string(s.owed_message_late_one()) : s.owed_message_late(format_integer(late, numbers))) + "\n";
  std::optional<Duty> last;
  for (OwedRow const& row : rows) {
    if (last != row.duty) out += "\n" + std::string(duty_label(s, row.duty)) + ":\n";
    last = row.duty;
    Node const* const owed = plan.document.find(row.type, row.record);
    std::string const title = owed ? record_title(plan.document, *owed) : std::string();
    out += "- " + (title.empty() ? std::string(s.ui_untitled()) : title) + (row.due ? " (" + due_text(s, numbers, *row.due, today) + ")" : std::string()) + "\n";
  }
  return out + "\n" + std::string(s.owed_message_end()) + "\n";
}

void owed_view(Ui const& ui, PlanView const& plan, OwedState& state, Box area) {
  refresh(plan, state, ui.now.date);
  Box head = area.cut_top(ui.px(layout_view_header)).inset(ui.px(12), 0);
  if (!plan.document.scope && button_right(ui, head, ui.s.action_show_slices(), {.kind = ButtonKind::quiet, .icon = icon::share_2, .small = !ui.touch})) ui.send.act(Action::show_slices);
  Box const title = head.cut_left(draw::width(ui, ui.s.action_show_owed(), {Step::lead, Weight::bold}), ui.px(10));
  heading(ui, title, ui.s.action_show_owed(), Step::lead);
  draw::text_in(ui, head, ui.s.owed_hint(), Token::text_muted, {Step::dense});
  draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
  if (state.rows.empty()) {
    if (empty_state(ui, area, icon::building_2, ui.s.owed_empty(), ui.s.owed_empty_text(), ui.s.owed_fill_agencies()) == 1) ui.send.go(record_route(plan.document.plan_id, record_type<Agency>));
    return;
  }
  Box const heads = area.cut_top(ui.px(head_height));
  draw::fill(ui, heads, Token::surface_header);
  Columns const columns = columns_of(ui, heads.inset(ui.px(12), 0));
  draw::text_in(ui, columns.name.inset(ui.px(4), 0), record_many(ui.s, record_info(record_type<Agency>)), Token::text_secondary, {Step::caption});
  for (std::size_t i = 0; i < duty_count; ++i) head_cell(ui, state, columns.cells[i], duty_label(ui.s, duties[i]), static_cast<int>(i));
  head_cell(ui, state, columns.cells[duty_count], ui.s.owed_all(), static_cast<int>(duty_count));
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("owed", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  float const height = ui.px(row_height), origin = area.y - ImGui::GetScrollY();
  for (auto i = static_cast<std::size_t>(ImGui::GetScrollY() / height); i < state.rows.size(); ++i) {
    Box const box{area.x, origin + static_cast<float>(i) * height, area.w, height};
    if (box.y >= area.bottom()) break;
    agency_row(ui, plan, state, state.rows[i], box);
  }
  ImGui::SetCursorScreenPos({area.x, origin + static_cast<float>(state.rows.size()) * height});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

}  // namespace rancang
