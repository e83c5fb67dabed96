#include <algorithm>

#include "ui/icons_generated.hpp"
#include "ui/views/findings_parts.hpp"

namespace rancang {
namespace {
float row_height(Ui const& ui) { return ui.px(ui.touch ? 44.0f : 30.0f); }

void open_finding(Ui const& ui, PlanView const& plan, FindingsState& state, std::size_t index) {
  Finding const& finding = state.shown[index];
  state.current = index;
  state.is_next = false;
  if (finding.rule == RuleId::record_conflict) return ui.send.go(route_text({Screen::conflicts, plan.document.plan_id, RecordType::none, finding.record}));
  ui.send.put(FieldRequest{finding.type, finding.record, finding.field, finding.year});
}

void fold(FindingsState& state, FindingsState::Group& group, bool folded) {
  group.folded = folded;
  if (folded && state.current >= group.first && state.current < group.first + group.count) state.current = group.first;
  place_groups(state);
}

void head_row(Ui const& ui, PlanView const& plan, FindingsState& state, FindingsState::Group& group, Box const& box) {
  std::string const name = group_name(ui, plan, state, group.key);
  bool const current = group.folded && state.current >= group.first && state.current < group.first + group.count;
  Press const p = press(ui, box, name + "##group" + std::to_string(group.key), {.role = probe::Role::tree_item, .state = probe::State::openable | state_if(!group.folded, probe::State::open)});
  draw::fill(ui, box, current ? Token::surface_selected : p.hovered ? Token::surface_hover : Token::surface_header);
  draw::hline(ui, box.x, box.right(), box.bottom() - 1, Token::border_subtle);
  Box row = box.inset(ui.px(12), 0);
  draw::icon_in(ui, row.cut_left(ui.px(16), ui.px(10)), group.folded ? icon::chevron_right : icon::chevron_down, Token::text_muted, 14);
  std::string const count = format_integer(static_cast<std::int64_t>(group.count), ui.numbers);
  draw::text_in(ui, row.cut_left(std::min(draw::width(ui, name, {Step::dense, Weight::bold}), row.w * 0.8f), ui.px(8)), name, Token::text_primary, {Step::dense, Weight::bold});
  draw::text_in(ui, row, count, Token::text_muted, {Step::dense});
  if (p.clicked) fold(state, group, !group.folded);
}

// "Sisihkan…" at the right of the row that is pointed at or under the cursor; errors have none.
bool mute_link(Ui const& ui, Finding const& finding, Box const& box, std::size_t index, bool wanted) {
  if (!can_mute(finding)) return false;
  Press const p = press(ui, box, std::string(ui.s.findings_mute()) + "##" + std::to_string(index));
  if (wanted || p.hovered || ui.touch) draw::text_in(ui, box, ui.s.findings_mute(), p.hovered ? Token::accent_text : Token::text_secondary, {Step::dense, Weight::regular, draw::Align::right});
  return p.clicked;
}

constexpr std::size_t measured_findings = 200;

FindingsState::Columns const& columns_of(Ui const& ui, PlanView const& plan, FindingsState& state) {
  FindingsState::Columns& columns = state.columns;
  if (columns.valid && columns.scale == ui.look.scale && columns.language == ui.s.language) return columns;
  columns = {.scale = ui.look.scale, .language = ui.s.language, .valid = true};
  auto const widen = [&](float& width, std::string_view text) { width = std::max(width, draw::width(ui, text, {Step::dense}) + 1); };
  for (std::size_t i = 0; i < std::min(state.shown.size(), measured_findings); ++i) {
    Finding const& finding = state.shown[i];
    Node const* const node = finding.record ? plan.document.find(finding.type, finding.record) : nullptr;
    widen(columns.sentence, finding_sentence(plan, ui.s, finding));
    widen(columns.type, record_label(ui.s, record_info(finding.type)));
    widen(columns.verb, finding_verb(ui.s, finding));
    if (node) widen(columns.title, record_title(plan.document, *node));
  }
  return columns;
}

// The parts of a line right of its sign: each as wide as its contents, as far as there is room; the sentence is cut last.
struct LineParts {
  Box sentence, type, title, verb;
};
LineParts parts_of(Ui const& ui, FindingsState::Columns const& columns, Box row) {
  LineParts out;
  out.verb = row.cut_right(std::min(columns.verb, row.w * 0.2f), ui.px(12));
  float const type = std::min(columns.type, row.w * 0.12f), rest = row.w - type - ui.px(24);
  float const least = std::min(columns.title, rest * 0.22f);
  float const title = std::clamp(rest - columns.sentence, least, std::max(least, std::min(columns.title, rest)));
  out.title = row.cut_right(title, ui.px(8));
  out.type = row.cut_right(type, ui.px(16));
  out.sentence = row;
  return out;
}

void finding_line(Ui const& ui, PlanView const& plan, FindingsState& state, std::size_t index, Box const& box) {
  Finding const& finding = state.shown[index];
  bool const current = index == state.current, pointed = box.contains(ImGui::GetIO().MousePos) && ImGui::IsWindowHovered() && !ui.touch;
  if (current || pointed) draw::fill(ui, box, current ? Token::surface_selected : Token::surface_hover);
  draw::hline(ui, box.x, box.right(), box.bottom() - 1, Token::border_subtle);
  Box row = box.inset(ui.px(12), 0);
  Box const aside = plan.read_only || plan.document.scope ? Box{} : row.cut_right(draw::width(ui, ui.s.findings_mute(), {Step::dense}), ui.px(12));
  std::string const sentence = finding_sentence(plan, ui.s, finding);
  Press const p = press(ui, {box.x, box.y, row.right() - box.x, box.h}, sentence + "##" + std::to_string(index), {.role = probe::Role::row, .state = state_if(current, probe::State::selected)});
  draw::icon_in(ui, row.cut_left(ui.px(16), ui.px(10)), tone_icon(severity_tone(finding.severity)), severity_color(finding.severity), 16);
  LineParts const parts = parts_of(ui, columns_of(ui, plan, state), row);
  draw::text_in(ui, parts.verb, finding_verb(ui.s, finding), Token::accent_text, {Step::dense, Weight::regular, draw::Align::right});
  draw::text_in(ui, parts.type, record_label(ui.s, record_info(finding.type)), Token::text_muted, {Step::dense});
  Node const* const node = finding.record ? plan.document.find(finding.type, finding.record) : nullptr;
  if (node) draw::text_in(ui, parts.title, record_title(plan.document, *node), Token::text_secondary, {Step::dense});
  if (draw::text_in(ui, parts.sentence, sentence, Token::text_primary, {Step::dense}) && p.hovered) tooltip(ui, sentence);
  if (!aside.empty() && mute_link(ui, finding, aside, index, current || pointed)) state.current = index, ask_to_mute(plan, state, finding);
  if (p.clicked) open_finding(ui, plan, state, index);
}

// Arrows, pages, Home, End; Enter opens, M sets aside, Left and Right fold.
void keys(Ui const& ui, PlanView const& plan, FindingsState& state, float page) {
  bool const was_focused = std::exchange(state.focused, ImGui::IsWindowFocused());
  if (!state.focused || !was_focused || ui.edit.key() != 0 || state.shown.empty()) return;
  auto const pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, true); };
  if (ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeyAlt) return;
  auto const far = static_cast<std::ptrdiff_t>(state.rows);
  auto const rows = std::max<std::ptrdiff_t>(1, static_cast<std::ptrdiff_t>(page) - 1);
  if (pressed(ImGuiKey_DownArrow)) move_cursor(state, 1);
  else if (pressed(ImGuiKey_UpArrow)) move_cursor(state, -1);
  else if (pressed(ImGuiKey_PageDown)) move_cursor(state, rows);
  else if (pressed(ImGuiKey_PageUp)) move_cursor(state, -rows);
  else if (pressed(ImGuiKey_Home)) move_cursor(state, -far);
  else if (pressed(ImGuiKey_End)) move_cursor(state, far);
  auto* const group = group_of(state, state.current);
  bool const on_head = group && group->folded, enter = ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
  if (group && has_heads(state) && pressed(ImGuiKey_LeftArrow)) fold(state, *group, true);
  else if (on_head && (enter || pressed(ImGuiKey_RightArrow))) fold(state, *group, false);
  else if (enter) open_finding(ui, plan, state, state.current);
  else if (!on_head && ImGui::IsKeyPressed(ImGuiKey_M, false)) ask_to_mute(plan, state, state.shown[state.current]);
}

void reveal_cursor(FindingsState& state, float height, float view) {
  if (!std::exchange(state.reveal, false)) return;
  float const top = static_cast<float>(row_of(state, state.current)) * height, scroll = ImGui::GetScrollY();
  if (top < scroll) ImGui::SetScrollY(top);
  else if (top + height > scroll + view) ImGui::SetScrollY(top + height - view);
}

void list(Ui const& ui, PlanView const& plan, FindingsState& state, Box const& area) {
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("findings", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNavInputs);
  bool const free = !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
  if (free && (std::exchange(state.wants_focus, false) || ImGui::IsWindowAppearing())) ImGui::SetWindowFocus();
  float const height = row_height(ui);
  keys(ui, plan, state, area.h / height);
  reveal_cursor(state, height, area.h);
  float const origin = area.y - ImGui::GetScrollY();
  for (auto i = static_cast<std::size_t>(ImGui::GetScrollY() / height); i < state.rows; ++i) {
    Box const box{area.x, origin + static_cast<float>(i) * height, area.w, height};
    if (box.y >= area.bottom()) break;
    FindingRow const at = finding_row_at(state, i);
    if (at.is_head) head_row(ui, plan, state, *at.group, box);
    else finding_line(ui, plan, state, at.finding, box);
  }
  ImGui::SetCursorScreenPos({area.x, origin + static_cast<float>(state.rows) * height});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

// Nothing is due: what comes later is one press away.
void nothing(Ui const& ui, PlanView const& plan, FindingsState& state, Box const& area) {
  bool const later = state.later > 0 && !state.rule;
  std::string const text = later ? ui.s.findings_later_text(stage_name(ui.s, state.gate), format_integer(state.later, ui.numbers)) : std::string(ui.s.findings_empty_text());
  if (empty_state(ui, area, icon::circle_check, ui.s.findings_empty(), text, later ? ui.s.findings_all_stages() : std::string_view()) != 1) return;
  state.filter.stage = all_stages;
  ui.send.put(SettingRequest{findings_setting(plan.document.plan_id), state.filter.encode()});
}
}  // namespace

std::string_view rule_title(Strings const& s, RuleId rule) {
  if (auto const title = s.find(finding_key(rule) + ".title")) return *title;
  return s.find(finding_fix_key(rule)).value_or(std::string_view());
}

void findings_view(Ui const& ui, PlanView const& plan, FindingsState& state, Box area) {
  Box head = area.cut_top(ui.px(layout_view_header)).inset(ui.px(12), 0);
  heading(ui, head, ui.s.action_show_findings(), Step::lead);
  Box const filters = area.cut_top(ui.px(layout_filter_bar)).inset(ui.px(8), 0);
  Box const more = area.w < ui.px(760) ? area.cut_top(ui.px(layout_filter_bar)).inset(ui.px(8), 0) : Box{};
  state.rule = plan.route.rule;
  refresh_findings(plan, state);
  findings_bar(ui, plan, state, filters, more);
  refresh_findings(plan, state);
  draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
  if (state.muted) muted_list(ui, plan, state, area);
  else if (state.shown.empty()) nothing(ui, plan, state, area);
  else list(ui, plan, state, area);
  mute_dialog(ui, plan, state);
}

}  // namespace rancang
