#include "model/reference_lookup.hpp"
#include "rules/check.hpp"
#include "rules/gates.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/board_views.hpp"
#include "ui/views/findings_parts.hpp"
#include "ui/views/stage_sign.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {
constexpr float row_height = 24, head_height = 34, gap = 8;
constexpr int phases = 6;  // before, I … IV, after

using Phase = StagePhase;

std::int32_t days_overdue(StageOutput const& output, Date today) { return output.state == OutputState::done ? 0 : days_late(output.due, today); }

void refresh(PlanView const& plan, StagesState& state, Date today) {
  if (state.seen_today == today && state.seen_revision == plan.editor.revision() && state.seen.plan_id == plan.document.plan_id) return;
  state.seen_revision = plan.editor.revision();
  state.seen = plan.document;
  state.seen_today = today;
  state.phases.assign(phases, {});
  for (int i = 0; i < phases; ++i) state.phases[static_cast<std::size_t>(i)].phase = static_cast<WorkshopPhase>(i + 1);
  auto const at = [&](WorkshopPhase phase) { return phase == WorkshopPhase::unset ? nullptr : &state.phases[static_cast<std::size_t>(phase) - 1]; };
  for (Node const* node : in_plan_order(state.seen, record_type<Workshop>))
    if (Phase* const phase = at(node->as<Workshop>().phase); phase && !phase->workshop) phase->workshop = node;
  for (Node const* node : in_plan_order(state.seen, record_type<StageOutput>))
    if (Phase* const phase = at(node->as<StageOutput>().phase)) {
      phase->outputs.push_back(node);
      phase->done += node->as<StageOutput>().state == OutputState::done;
      phase->late += days_overdue(node->as<StageOutput>(), today) > 0;
    }
}

// "8–9 Juni 2022", "30 Juni – 1 Juli 2022": what both days share is said once.
std::string span_text(std::string const& first, std::string const& last) {
  if (first.substr(first.find(' ')) == last.substr(last.find(' '))) return first.substr(0, first.find(' ')) + "\xE2\x80\x93" + last;
  bool const same_year = first.substr(first.rfind(' ')) == last.substr(last.rfind(' '));
  return (same_year ? first.substr(0, first.rfind(' ')) : first) + " \xE2\x80\x93 " + last;
}

std::string dates_text(Ui const& ui, Workshop const& workshop) {
  std::string out;
  if (workshop.start_date) out = format_date(*workshop.start_date, ui.numbers);
  if (workshop.start_date && workshop.end_date && workshop.start_date < workshop.end_date) out = span_text(out, format_date(*workshop.end_date, ui.numbers));
  else if (workshop.end_date && workshop.end_date != workshop.start_date) out += " \xE2\x80\x93 " + format_date(*workshop.end_date, ui.numbers);
  if (!workshop.place.empty()) out += (out.empty() ? "" : " \xC2\xB7 ") + workshop.place;
  return out;
}

char const* output_icon(OutputState state) { return state == OutputState::done ? icon::circle_check : state == OutputState::begun ? icon::circle_dot : icon::circle_dashed; }
Token output_color(OutputState state) { return state == OutputState::done ? Token::status_agreed : state == OutputState::begun ? Token::status_review : Token::text_muted; }

// Owed, begun, done, and again.
void next_state(Ui const& ui, Node const& node) {
  auto const& output = node.as<StageOutput>();
  OutputState const next = output.state == OutputState::owed || output.state == OutputState::unset ? OutputState::begun : output.state == OutputState::begun ? OutputState::done : OutputState::owed;
  constexpr auto field = static_cast<std::uint8_t>(field_of<&StageOutput::state>);
  ui.send.edit(SetField{{node.type, node.id, field, Value(EnumIndex{static_cast<std::uint8_t>(next)})}});
}

// When it is due; in the tone of a warning how long that is past.
void due_part(Ui const& ui, StageOutput const& output, Box& row) {
  std::int32_t const late = days_overdue(output, ui.now.date);
  draw::text_in(ui, row.cut_right(ui.px(90), ui.px(8)), format_date_short(*output.due, ui.numbers), late > 0 ? Token::sev_warn : Token::text_muted, {Step::dense, Weight::regular, draw::Align::right});
  if (late == 0) return;
  std::string const text = late_text(ui.s, ui.numbers, late);
  Box const box = row.cut_right(std::min(draw::width(ui, text, {Step::dense, Weight::bold}) + 1, row.w / 2), ui.px(8));
  draw::text_in(ui, box, text, Token::sev_warn, {Step::dense, Weight::bold, draw::Align::right});
  if (probe::wanted()) probe::item(output.name + ": " + text, probe::Role::text, box.rect());
}

void output_row(Ui const& ui, PlanView const& plan, Node const& node, Box row) {
  auto const& output = node.as<StageOutput>();
  std::string const name = output.name + "##" + ulid_text(node.id);
  Box const mark = row.cut_left(ui.px(24), ui.px(4));
  std::string_view const state = enum_label(ui.s, enum_info<OutputState>(), static_cast<std::size_t>(output.state));
  std::string const toggle = std::string(state) + ": " + name;
  Press const change = press(ui, mark, toggle, {.tooltip = plan.read_only ? ui.s.save_read_only() : state, .disabled = plan.read_only});
  if (change.hovered) draw::fill(ui, mark, Token::surface_hover, 4);
  draw::icon_in(ui, mark, output_icon(output.state), output_color(output.state), 16);
  if (change.clicked) next_state(ui, node);
  Press const open = press(ui, row, name, {.role = probe::Role::link});
  if (open.hovered) draw::fill(ui, row, Token::surface_hover);
  if (output.due) due_part(ui, output, row);
  bool const cut = draw::text_in(ui, row, output.name, output.state == OutputState::done ? Token::text_secondary : Token::text_primary, {Step::dense});
  if (cut && open.hovered) tooltip(ui, output.name);
  if (open.clicked) ui.send.go(record_route(plan.document.plan_id, node.type, node.id));
}

// What the gate waits for is bold. A check that does not hold leads to its findings, or to the table with the empty fields.
void check_row(Ui const& ui, PlanView const& plan, GateCheck const& check, Box row) {
  std::uint32_t const open = open_findings(plan.findings, check);
  std::string const key = "gate." + std::string(check.key);
  std::string_view const label = ui.s.find(key).value_or(std::string_view());  // on its way for a moment
  Press const p = press(ui, row, std::string(label) + "##" + key, {.role = probe::Role::link});
  if (p.hovered) draw::fill(ui, row, Token::surface_hover);
  Box const mark = row.cut_left(ui.px(24), ui.px(4));
  bool const unasked = is_unasked(plan.document, plan.findings, check);
  auto const rule = first_open_rule(plan.findings, check);
  Severity const severity = rule ? rule_info(*rule).severity : Severity::warning;
  if (unasked) draw::icon_in(ui, mark, icon::circle_dashed, Token::text_muted, 16);
  else if (open == 0) draw::icon_in(ui, mark, icon::circle_check, Token::status_agreed, 16);
  else draw::icon_in(ui, mark, tone_icon(severity_tone(severity)), severity_color(severity), 16);
  if (open > 0) draw::text_in(ui, row.cut_right(ui.px(80), ui.px(8)), ui.s.stages_open(format_integer(open, ui.numbers)), Token::accent_text, {Step::dense, Weight::regular, draw::Align::right});
  if (std::uint32_t const muted = muted_findings(plan.findings, check); muted > 0) {
    std::string const aside = ui.s.stages_muted(format_integer(muted, ui.numbers));
    draw::text_in(ui, row.cut_right(draw::width(ui, aside, {Step::dense}), ui.px(8)), aside, Token::text_muted, {Step::dense});
  }
  bool const cut = draw::text_in(ui, row, label, open == 0 ? Token::text_secondary : Token::text_primary, {Step::dense, open > 0 && check.hard ? Weight::bold : Weight::regular});
  if (cut && p.hovered) tooltip(ui, label);
  if (!p.clicked) return;
  ui.send.go(rule ? findings_route(plan.document.plan_id, rule) : record_route(plan.document.plan_id, check.type));
}

void part_head(Ui const& ui, Box& column, std::string_view text, std::string const& count) {
  Box row = column.cut_top(ui.px(row_height));
  draw::text_in(ui, row.cut_right(ui.px(190), ui.px(8)), count, Token::text_secondary, {Step::dense, Weight::regular, draw::Align::right});
  draw::text_in(ui, row, text, Token::text_secondary, {Step::dense, Weight::bold});
}

std::size_t checks_in(int gate) {
  std::size_t count = 0;
  for (auto const& check : gate_checks()) count += check.gate == gate ? 1 : 0;
  return count;
}

void outputs_part(Ui const& ui, PlanView const& plan, Phase const& phase, Box column) {
  auto const number = [&](std::size_t n) { return format_integer(static_cast<std::int64_t>(n), ui.numbers); };
  std::string count = phase.outputs.empty() ? std::string() : ui.s.stages_of(number(phase.done), number(phase.outputs.size()));
  if (phase.late > 0) count += " \xC2\xB7 " + ui.s.stages_late(number(phase.late));
  part_head(ui, column, ui.s.stages_outputs(), count);
  for (Node const* output : phase.outputs) output_row(ui, plan, *output, column.cut_top(ui.px(row_height)));
  if (phase.outputs.empty()) draw::text_in(ui, column.cut_top(ui.px(row_height)), ui.s.stages_no_outputs(), Token::text_muted, {Step::dense});
}

void gate_part(Ui const& ui, PlanView const& plan, int gate, Box column) {
  std::uint32_t met = 0, all = 0;
  for (auto const& check : gate_checks())
    if (check.gate == gate) ++all, met += open_findings(plan.findings, check) == 0 && !is_unasked(plan.document, plan.findings, check);
  auto const number = [&](std::uint32_t n) { return format_integer(n, ui.numbers); };
  std::string const title(ui.s.find("gate.g" + std::to_string(gate)).value_or(std::string_view()));
  part_head(ui, column, title, ui.s.stages_of(number(met), number(all)));
  for (auto const& check : gate_checks())
    if (check.gate == gate) check_row(ui, plan, check, column.cut_top(ui.px(row_height)));
}

float card_height(Ui const& ui, Phase const& phase, int index) {
  std::size_t const rows = std::max(std::max<std::size_t>(phase.outputs.size(), 1), index < static_cast<int>(gate_count) ? checks_in(index) : 0) + 1;
  return ui.px(head_height + 20) + static_cast<float>(rows) * ui.px(row_height);
}

void card(Ui const& ui, PlanView const& plan, Phase const& phase, int index, Box box) {
  draw::card(ui, box);
  Box head = box.cut_top(ui.px(head_height)).inset(ui.px(12), 0);
  draw::hline(ui, box.x, box.right(), box.y - 1, Token::border_subtle);
  bool const gated = index < static_cast<int>(gate_count);
  StageSign const sign = stage_sign(plan, phase.phase);
  draw::icon_in(ui, head.cut_left(ui.px(18), ui.px(8)), sign.icon, sign.color, 18);
  std::string const name = phase.workshop && !phase.workshop->as<Workshop>().name.empty() ? phase.workshop->as<Workshop>().name
                                                                                         : std::string(enum_label(ui.s, enum_info<WorkshopPhase>(), static_cast<std::size_t>(phase.phase)));
  Box const title = head.cut_left(std::min(draw::width(ui, name, {Step::lead, Weight::bold}), head.w * 0.6f), ui.px(12));
  heading(ui, title, name, Step::lead);
  std::string const when = phase.workshop ? dates_text(ui, phase.workshop->as<Workshop>()) : std::string();
  if (!when.empty()) draw::text_in(ui, head, when, Token::text_secondary, {Step::dense});
  else if (phase.workshop && index > 0 && index < phases - 1 && link(ui, head.middle(ui.px(18)).min(), std::string(ui.s.stages_give_dates()) + "##" + std::to_string(index)))
    ui.send.go(record_route(plan.document.plan_id, record_type<Workshop>, phase.workshop->id));
  Box body = box.inset(ui.px(12), ui.px(6));
  Box const left = gated ? body.cut_left((body.w - ui.px(24)) / 2, ui.px(24)) : body;
  outputs_part(ui, plan, phase, left);
  if (gated) gate_part(ui, plan, index, body);
}
}  // namespace

void stages_view(Ui const& ui, PlanView const& plan, StagesState& state, Box area) {
  refresh(plan, state, ui.now.date);
  Box head = area.cut_top(ui.px(layout_view_header)).inset(ui.px(12), 0);
  Box const title = head.cut_left(draw::width(ui, ui.s.action_show_stages(), {Step::lead, Weight::bold}), ui.px(10));
  heading(ui, title, ui.s.action_show_stages(), Step::lead);
  draw::text_in(ui, head, ui.s.stages_hint(), Token::text_muted, {Step::dense});
  draw::fill(ui, area, Token::surface_canvas);
  draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("stages", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  Box column{area.x + ui.px(12), area.y + ui.px(gap) - ImGui::GetScrollY(), std::min(area.w - ui.px(12 + 16), ui.px(1280)), 1'000'000};
  for (int i = 0; i < phases; ++i) {
    Phase const& phase = state.phases[static_cast<std::size_t>(i)];
    Box const box = column.cut_top(card_height(ui, phase, i), ui.px(gap));
    if (box.bottom() > area.y && box.y < area.bottom()) card(ui, plan, phase, i, box);
  }
  ImGui::SetCursorScreenPos({area.x, column.y});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

}  // namespace rancang
