#include "ui/icons_generated.hpp"
#include "ui/views/plan_lists.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {

bool shows(FindingsState const& state, Finding const& finding) {
  if (state.rule) return finding.rule == *state.rule;
  bool const severity = finding.severity == Severity::error ? state.errors : finding.severity == Severity::warning ? state.warnings : state.infos;
  return severity && (!state.type || finding.type == *state.type);
}

void refresh(PlanView const& plan, FindingsState& state) {
  std::uint64_t const filter = (state.errors ? 1u : 0u) | (state.warnings ? 2u : 0u) | (state.infos ? 4u : 0u) | (state.type ? (static_cast<std::uint64_t>(*state.type) + 1) << 8 : 0u) |
                               (state.rule ? (static_cast<std::uint64_t>(*state.rule) + 1) << 16 : 0u);
  if (state.seen_findings == plan.findings.revision() && state.seen_filter == filter) return;
  state.seen_findings = plan.findings.revision();
  state.seen_filter = filter;
  state.shown.clear();
  for (Severity const severity : {Severity::error, Severity::warning, Severity::info})
    plan.findings.for_each(plan.document, [&](Finding const& finding) {
      if (finding.severity == severity && shows(state, finding)) state.shown.push_back(finding);
    });
  state.current = std::min(state.current, state.shown.empty() ? 0 : state.shown.size() - 1);
}

Tone tone_of(Severity severity) { return severity == Severity::error ? Tone::error : severity == Severity::warning ? Tone::warning : Tone::info; }

void jump(Ui const& ui, PlanView const& plan, Finding const& finding) {
  ui.send.go(record_route(plan.document.plan_id, finding.type, finding.record));
}

bool row_view(Ui const& ui, PlanView const& plan, Finding const& finding, Box const& box, std::size_t index, bool current) {
  Node const* const node = finding.record ? plan.document.find(finding.type, finding.record) : nullptr;
  std::string const sentence = finding_sentence(plan, ui.s, finding);
  Press const p = press(ui, box, sentence + "##" + std::to_string(index), {.role = probe::Role::row, .state = state_if(current, probe::State::selected)});
  if (current || p.hovered) draw::fill(ui, box, current ? Token::surface_selected : Token::surface_hover);
  draw::hline(ui, box.x, box.right(), box.bottom() - 1, Token::border_subtle);
  Box row = box.inset(ui.px(12), 0);
  Tone const tone = tone_of(finding.severity);
  draw::icon_in(ui, row.cut_left(ui.px(16), ui.px(10)), tone_icon(tone), tone == Tone::warning ? Token::sev_warn_mark : tone_color(tone), 16);
  std::string_view const verb = finding_verb(ui.s, finding);
  Box const verb_box = row.cut_right(ui.px(130), ui.px(12));
  draw::text_in(ui, verb_box, verb, Token::accent_text, {Step::dense, Weight::regular, draw::Align::right});
  Box place = row.cut_right(std::min(ui.px(360), row.w * 0.4f), ui.px(16));
  draw::text_in(ui, place.cut_left(ui.px(120), ui.px(8)), record_label(ui.s, record_info(finding.type)), Token::text_muted, {Step::dense});
  if (node) draw::text_in(ui, place, record_title(plan.document, *node), Token::text_secondary, {Step::dense});
  if (draw::text_in(ui, row, sentence, Token::text_primary, {Step::dense}) && p.hovered) tooltip(ui, sentence);
  return p.clicked;
}

void chip(Ui const& ui, Box& row, Severity severity, std::string const& label, bool& on) {
  Tone const tone = tone_of(severity);
  ChipLook const look{.icon = tone_icon(tone), .icon_color = tone == Tone::warning ? Token::sev_warn_mark : tone_color(tone), .on = on};
  Box const box = row.cut_left(chip_width(ui, label, look), ui.px(4)).middle(ui.px(24));
  if (filter_chip(ui, box, label, look)) on = !on;
}

}  // namespace

std::string_view rule_title(Strings const& s, RuleId rule) {
  if (auto const title = s.find(finding_key(rule) + ".title")) return *title;
  return s.find(finding_fix_key(rule)).value_or(std::string_view());
}

void findings_view(Ui const& ui, PlanView const& plan, FindingsState& state, Box area) {
  Box head = area.cut_top(ui.px(layout_view_header)).inset(ui.px(12), 0);
  heading(ui, head, ui.s.action_show_findings(), Step::lead);
  Box filters = area.cut_top(ui.px(layout_filter_bar)).inset(ui.px(8), 0);
  state.rule = plan.route.rule;
  FindingCounts const& counts = plan.findings.counts();
  auto const number = [&](Severity severity) { return format_integer(counts.of(severity), ui.numbers); };
  chip(ui, filters, Severity::error, ui.s.shell_errors(number(Severity::error)), state.errors);
  chip(ui, filters, Severity::warning, ui.s.shell_warnings(number(Severity::warning)), state.warnings);
  chip(ui, filters, Severity::info, ui.s.findings_infos(number(Severity::info)), state.infos);
  if (state.rule) {
    std::string const label = ui.s.findings_only_rule(rule_title(ui.s, *state.rule));
    ChipLook const look{.icon = icon::x, .on = true};
    if (filter_chip(ui, filters.cut_left(chip_width(ui, label, look), ui.px(4)).middle(ui.px(24)), label, look)) ui.send.go(findings_route(plan.document.plan_id));
  }
  refresh(plan, state);
  draw::text_in(ui, filters.inset(ui.px(8), 0), ui.s.findings_shown(format_integer(static_cast<std::int64_t>(state.shown.size()), ui.numbers)), Token::text_muted, {Step::dense});
  draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
  if (state.shown.empty()) return void(empty_state(ui, area, icon::circle_check, ui.s.findings_empty(), ui.s.findings_empty_text(), {}));
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("findings", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  float const height = ui.px(30), origin = area.y - ImGui::GetScrollY();
  auto const first = static_cast<std::size_t>(ImGui::GetScrollY() / height);
  for (std::size_t i = first; i < state.shown.size(); ++i) {
    Box const row{area.x, origin + static_cast<float>(i) * height, area.w, height};
    if (row.y >= area.bottom()) break;
    if (row_view(ui, plan, state.shown[i], row, i, i == state.current)) {
      state.current = i;
      jump(ui, plan, state.shown[i]);
    }
  }
  ImGui::SetCursorScreenPos({area.x, origin + static_cast<float>(state.shown.size()) * height});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

std::optional<Finding> next_finding(PlanView const& plan, FindingsState& state) {
  refresh(plan, state);
  if (state.shown.empty()) return std::nullopt;
  state.current = (state.current + 1) % state.shown.size();
  return state.shown[state.current];
}

}  // namespace rancang
