// Setting a finding aside with a reason, and the list of those that are.
#include "base/utf8.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/findings_parts.hpp"
#include "ui/widgets/field_box.hpp"
#include "ui/widgets/popup.hpp"

namespace rancang {
namespace {
constexpr std::string_view dialog_name = "findings.mute";

std::string subject_of(Ui const& ui, PlanView const& plan, Finding const& finding) {
  Node const* const node = finding.record ? plan.document.find(finding.type, finding.record) : nullptr;
  if (!finding.record) return std::string(ui.s.findings_whole_plan());
  std::string title = node ? record_title(plan.document, *node) : std::string();
  constexpr std::size_t most = 300;
  for (std::size_t at = 0, count = 0; at < title.size(); ++count) {
    if (count == most) return title.substr(0, at);
    utf8::next(title, at);
  }
  return title;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \n\t") == std::string_view::npos; }

void label(Ui const& ui, Box& column, std::string_view text) { draw::text_in(ui, column.cut_top(ui.px(18), ui.px(2)), text, Token::text_secondary, {Step::dense}); }

// Both fields; whether Enter in one of them says "do it".
bool fields(Ui const& ui, FindingsState::MuteForm& form, Box column) {
  std::uint64_t const reason = field_key("findings.mute.reason"), by = field_key("findings.mute.by");
  if (std::exchange(form.fresh, false)) ui.edit.begin(reason, form.reason);
  label(ui, column, ui.s.findings_mute_reason());
  FieldResult const why = field_box(ui, column.cut_top(ui.px(72), ui.px(2)), reason, ui.s.findings_mute_reason(), form.reason,
                                    {.kind = TextKind::prose, .placeholder = ui.s.findings_mute_hint(), .invalid = form.incomplete && is_blank(form.reason), .max_length = 1000});
  if (why.changed || why.exit != FieldExit::none) form.reason = why.text;
  Box const note = column.cut_top(ui.px(18), ui.px(4));
  if (form.incomplete && is_blank(form.reason)) draw::text_in(ui, note, ui.s.findings_mute_needs_reason(), Token::sev_error, {Step::dense});
  label(ui, column, ui.s.findings_mute_by());
  FieldResult const who = field_box(ui, column.cut_top(ui.px(28)), by, ui.s.findings_mute_by(), form.by, {.placeholder = ui.s.findings_mute_by_hint(), .max_length = 160});
  if (who.changed || who.exit != FieldExit::none) form.by = who.text;
  if (why.exit == FieldExit::tab) ui.edit.begin(by, form.by);
  if (who.exit == FieldExit::shift_tab) ui.edit.begin(reason, form.reason);
  if (why.exit == FieldExit::escape || who.exit == FieldExit::escape) popup_close();
  return why.exit == FieldExit::ctrl_enter || who.exit == FieldExit::enter || who.exit == FieldExit::ctrl_enter;
}

void refresh_muted(PlanView const& plan, FindingsState& state) {
  if (state.muted_revision == plan.editor.revision() && state.muted_findings == plan.findings.revision() && state.muted_plan == plan.document.plan_id) return;
  state.muted_revision = plan.editor.revision();
  state.muted_findings = plan.findings.revision();
  state.muted_plan = plan.document.plan_id;
  state.muted_rows = muted_rows(plan.document, plan.findings);
}

void muted_row(Ui const& ui, PlanView const& plan, MutedRow const& muted, Box const& box, std::size_t index) {
  draw::hline(ui, box.x, box.right(), box.bottom() - 1, Token::border_subtle);
  Box row = box.inset(ui.px(12), 0);
  std::string const id = "##muted" + std::to_string(index);
  float const width = button_width(ui, ui.s.findings_unmute(), {.kind = ButtonKind::quiet, .icon = icon::eye, .small = true});
  Box const again = row.cut_right(width, ui.px(12)).middle(ui.px(24));
  std::string_view const locked = plan.read_only ? ui.s.save_read_only() : std::string_view();
  if (button(ui, again, std::string(ui.s.findings_unmute()) + id, {.kind = ButtonKind::quiet, .icon = icon::eye, .small = true, .disabled = locked}))
    ui.send.edit(DeleteRecords{{{mute_type, muted.mute}}});
  std::string const sentence = muted_sentence(ui.s, plan, muted);
  Press const p = press(ui, row, sentence + id, {.role = probe::Role::row, .value = muted.reason});
  if (p.hovered) draw::fill(ui, row, Token::surface_hover);
  Box place = row.cut_right(row.w * 0.6f, ui.px(16));
  std::string who = muted.muted_by;
  if (muted.muted_on) who += (who.empty() ? "" : ", ") + format_date_short(*muted.muted_on, ui.numbers);
  draw::text_in(ui, place.cut_right(place.w * 0.3f, ui.px(12)), who, Token::text_muted, {Step::dense});
  Node const* const node = muted.finding && muted.finding->record ? plan.document.find(muted.finding->type, muted.finding->record) : nullptr;
  std::string const subject = node ? record_title(plan.document, *node) : muted.subject;
  draw::text_in(ui, place.cut_left(place.w * 0.35f, ui.px(12)), subject, Token::text_secondary, {Step::dense});
  bool const cut = draw::text_in(ui, place, muted.reason, Token::text_primary, {Step::dense});
  if (draw::text_in(ui, row, sentence, muted.finding ? Token::text_secondary : Token::text_muted, {Step::dense}) || cut)
    if (p.hovered) tooltip(ui, sentence + "\n" + muted.reason);
  if (p.clicked) ui.send.go(record_route(plan.document.plan_id, mute_type, muted.mute));
}
}  // namespace

std::string muted_sentence(Strings const& s, PlanView const& plan, MutedRow const& row) {
  if (row.finding) return finding_sentence(plan, s, *row.finding);
  return s.findings_muted_gone(row.rule ? std::string(rule_title(s, *row.rule)) : row.subject);
}

void ask_to_mute(PlanView const& plan, FindingsState& state, Finding const& finding) {
  if (plan.read_only || plan.document.scope || !can_mute(finding)) return;  // setting aside is for those who keep the whole plan
  refresh_muted(plan, state);
  std::string by = state.mute.by;
  for (auto const& row : state.muted_rows)
    if (by.empty()) by = row.muted_by;
  state.mute = {finding, {}, std::move(by), true, true, false};
}

void mute_dialog(Ui const& ui, PlanView const& plan, FindingsState& state) {
  auto& form = state.mute;
  if (!form.open) return;
  if (!popup_is_open(dialog_name)) {
    if (!form.fresh) {  // closed with Esc
      form.open = false;
      state.wants_focus = true;
      return;
    }
    popup_open(dialog_name);
  }
  DialogFrame frame;
  if (!dialog_begin(ui, dialog_name, ui.s.findings_mute_title(), ui.px(480), ui.px(330), frame)) return;
  Box content = frame.content;
  read_paragraph(ui, content.cut_top(ui.px(40), ui.px(8)), finding_sentence(plan, ui.s, form.finding), Token::text_secondary);
  bool const entered = fields(ui, form, content);
  bool const pressed = button_right(ui, frame.buttons, ui.s.findings_mute_now(), {.kind = ButtonKind::primary});
  if (button_right(ui, frame.buttons, ui.s.ui_cancel())) popup_close();
  if (pressed || entered) {
    form.incomplete = is_blank(form.reason);
    if (form.incomplete) form.fresh = true;  // back to the field
    else {
      ui.send.edit(CreateRecord{{mute_type, {}, mute_values(form.finding, subject_of(ui, plan, form.finding), form.reason, form.by, ui.now.date)}, {}});
      popup_close();
    }
  }
  dialog_end();
}

void muted_list(Ui const& ui, PlanView const& plan, FindingsState& state, Box area) {
  refresh_muted(plan, state);
  if (state.muted_rows.empty()) return void(empty_state(ui, area, icon::eye, ui.s.findings_muted_empty(), ui.s.findings_muted_empty_text(), {}));
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("muted", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  float const height = ui.px(ui.touch ? 44.0f : 30.0f), origin = area.y - ImGui::GetScrollY();
  for (auto i = static_cast<std::size_t>(ImGui::GetScrollY() / height); i < state.muted_rows.size(); ++i) {
    Box const box{area.x, origin + static_cast<float>(i) * height, area.w, height};
    if (box.y >= area.bottom()) break;
    muted_row(ui, plan, state.muted_rows[i], box, i);
  }
  ImGui::SetCursorScreenPos({area.x, origin + static_cast<float>(state.muted_rows.size()) * height});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

}  // namespace rancang
