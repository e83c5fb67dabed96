#include "model/reference_lookup.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/board_views.hpp"
#include "ui/views/slice_views.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {
constexpr float most_width = 720, duty_height = 34;
constexpr RecordType agency_type = record_type<Agency>;

std::string number(Ui const& ui, std::size_t n) { return format_integer(static_cast<std::int64_t>(n), ui.numbers); }

void refresh(PlanView const& plan, TaskState& state, Date today) {
  if (state.seen_today == today && state.seen_revision == plan.editor.revision() && state.seen_findings == plan.findings.revision()) return;
  state.seen_today = today;
  state.seen_revision = plan.editor.revision();
  state.seen_findings = plan.findings.revision();
  state.duties = {};
  for (AgencyDuties const& row : agency_duties(plan.document, plan.findings, today))
    if (row.agency == plan.document.scope->agency) state.duties = row;
  state.content = slice_content(plan.document);
}

// "Batas waktu 15 Agustus 2022, 6 hari lagi"
std::string due_sentence(Ui const& ui, Date due) {
  std::int32_t const left = due.days - ui.now.date.days;
  std::string const when = left < 0 ? late_text(ui.s, ui.numbers, -left) : left == 0 ? std::string(ui.s.task_today()) : left == 1 ? std::string(ui.s.task_day_left()) : ui.s.task_days_left(number(ui, static_cast<std::size_t>(left)));
  return ui.s.task_due(format_date(due, ui.numbers), when);
}

// What is asked: by whom, of whom, until when, in their words.
void order_part(Ui const& ui, PlanView const& plan, TaskState const& state, Box& column) {
  SliceScope const& scope = *plan.document.scope;
  heading(ui, column.cut_top(ui.px(26), ui.px(4)), slice_agency_text(plan.document), Step::title);
  std::string const issuer = issuer_text(plan.document, ui.s);
  std::string const from = scope.issued_on ? ui.s.task_from(issuer, format_date(*scope.issued_on, ui.numbers)) : ui.s.task_from_only(issuer);
  column.cut_top(read_paragraph(ui, column, from + ". " + ui.s.task_content(number(ui, state.content.writable), number(ui, state.content.context)), Token::text_secondary), ui.px(6));
  if (scope.due) {
    bool const late = *scope.due < ui.now.date;
    Box row = column.cut_top(ui.px(20), ui.px(6));
    draw::icon_in(ui, row.cut_left(ui.px(16), ui.px(6)), late ? icon::triangle_alert : icon::calendar_days, late ? Token::sev_error : Token::text_muted, 16);
    std::string const due = due_sentence(ui, *scope.due);
    draw::text_in(ui, row, due, late ? Token::sev_error : Token::text_primary, {Step::body, Weight::bold});
    if (probe::wanted()) probe::item(due, probe::Role::text, row.rect());
  }
  if (scope.message.empty()) return void(column.cut_top(ui.px(6)));
  float const height = finding_height(ui, column.w, scope.message, {});
  finding_row(ui, column.cut_top(height, ui.px(12)), Tone::info, scope.message, {});
}

bool duty_row(Ui const& ui, Duty duty, DutyState const& state, Box const& box) {
  draw::hline(ui, box.x, box.right(), box.bottom() - 1, Token::border_subtle);
  std::string const label(duty_label(ui.s, duty)), figure = state.total == 0 ? std::string("\xE2\x80\x93") : number(ui, state.done) + "/" + number(ui, state.total);
  bool const done = state.open() == 0;
  Press const p = state.total == 0 ? Press{} : press(ui, box, label, {.role = probe::Role::link, .value = figure});
  if (p.hovered) draw::fill(ui, box, Token::surface_hover);
  Box row = box.inset(ui.px(8), 0);
  Token const color = state.total == 0 ? Token::text_muted : done ? Token::status_agreed : Token::status_review;
  draw::icon_in(ui, row.cut_left(ui.px(16), ui.px(8)), state.total == 0 ? icon::minus : done ? icon::circle_check : icon::circle_dot, color, 16);
  draw::icon_in(ui, row.cut_right(ui.px(16), ui.px(4)), icon::chevron_right, state.total == 0 ? Token::text_disabled : Token::text_muted, 14);
  std::string const open = state.late > 0 ? ui.s.task_open_late(number(ui, state.open()), number(ui, state.late)) : done ? std::string() : ui.s.task_open(number(ui, state.open()));
  draw::text_in(ui, row.cut_right(ui.px(170), ui.px(8)), open, state.late > 0 ? Token::sev_error : Token::text_secondary, {Step::dense, Weight::regular, draw::Align::right});
  draw::text_in(ui, row.cut_right(ui.px(60), ui.px(8)), figure, Token::text_primary, {Step::dense, Weight::bold, draw::Align::right});
  draw::text_in(ui, row, label, Token::text_primary);
  return p.clicked;
}

void duties_part(Ui const& ui, TaskState const& state, Box& column) {
  DutyState const sum = state.duties.sum();
  Box line = column.cut_top(ui.px(20), ui.px(4));
  heading(ui, line, sum.open() == 0 ? ui.s.task_complete() : ui.s.task_progress(number(ui, sum.done), number(ui, sum.total)), Step::lead);
  progress_bar(ui, column.cut_top(ui.px(6), ui.px(6)), sum.total == 0 ? 1.0f : static_cast<float>(sum.done) / static_cast<float>(sum.total));
  for (std::size_t i = 0; i < duty_count; ++i) {
    auto const duty = static_cast<Duty>(i);
    DutyState const& one = state.duties.duties[i];
    if (duty_row(ui, duty, one, column.cut_top(ui.px(duty_height)))) ui.send.put(RowsOfRequest{duty_type(duty), agency_type, state.duties.agency, one.open() > 0});
  }
}

void return_part(Ui const& ui, PlanView const& plan, Box& column) {
  Box row = column.cut_top(ui.px(32), ui.px(6));
  if (button_left(ui, row, ui.s.task_save(), {.kind = ButtonKind::primary, .icon = icon::save})) ui.send.act(Action::save_file);
  column.cut_top(read_paragraph(ui, column, ui.s.task_save_hint(issuer_text(plan.document, ui.s)), Token::text_muted, {Step::dense}));
}
}  // namespace

std::string slice_agency_text(Document const& document) { return document.scope ? reference_text(document, agency_type, document.scope->agency) : std::string(); }

std::string issuer_text(Document const& document, Strings const& s) {
  auto const found = document.replicas->find(document.scope->issued_by);
  return found == document.replicas->end() || found->second.label.empty() ? std::string(s.task_issuer()) : found->second.label;
}

void task_view(Ui const& ui, PlanView const& plan, TaskState& state, Box area) {
  if (!plan.document.scope) return;
  refresh(plan, state, ui.now.date);
  Box head = area.cut_top(ui.px(layout_view_header)).inset(ui.px(12), 0);
  Box const title = head.cut_left(draw::width(ui, ui.s.task_title(), {Step::lead, Weight::bold}), ui.px(10));
  heading(ui, title, ui.s.task_title(), Step::lead);
  draw::text_in(ui, head, ui.s.task_hint(), Token::text_muted, {Step::dense});
  draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
  if (!plan.document.scope->agency) return void(empty_state(ui, area, icon::lock, ui.s.task_unknown(), ui.s.task_unknown_text(), {}));
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("task", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  Box column{area.x + ui.px(16), area.y + ui.px(16) - ImGui::GetScrollY(), std::min(area.w - ui.px(40), ui.px(most_width)), 1'000'000};
  order_part(ui, plan, state, column);
  return_part(ui, plan, column);
  column.cut_top(ui.px(18));
  duties_part(ui, state, column);
  ImGui::SetCursorScreenPos({area.x, column.y + ui.px(16)});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

}  // namespace rancang
