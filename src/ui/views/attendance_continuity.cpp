// How many participants changed between the workshops, over all and by agency; and the same as sentences for the minutes.
#include "model/reference_lookup.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/attendance_parts.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {
constexpr std::size_t step_count = workshop_count - 1;
constexpr float row_height = 26;
constexpr int by_all = -1, by_plan = -2;

struct Columns {
  Box name;
  std::array<Box, step_count> steps;
};
Columns columns_of(Ui const& ui, Box row) {
  Columns out;
  float const step = std::clamp(row.w * 0.22f, ui.px(56), ui.px(90));
  Box cells = row.cut_right(step * step_count, ui.px(8));
  for (Box& box : out.steps) box = cells.cut_left(step);
  out.name = row;
  return out;
}

// "I → II"
std::string step_name(Strings const& s, std::size_t step) {
  auto const numeral = [&](std::size_t workshop) {
    std::string_view const text = workshop_text(s, workshop);
    return std::string(text.substr(text.rfind(' ') + 1));
  };
  return numeral(step) + " \xE2\x86\x92 " + numeral(step + 1);
}

void sort_head(Ui const& ui, AttendanceState& state, Box const& box, std::string const& label, int sorted, draw::Align align) {
  bool const on = state.sorted == sorted;
  Press const p = press(ui, box, label + "##continuity", {.state = state_if(on, probe::State::selected), .tooltip = sorted == by_plan ? ui.s.continuity_sort_plan() : ui.s.continuity_sort()});
  if (p.hovered) draw::fill(ui, box, Token::surface_hover);
  draw::text_in(ui, box, label, on ? Token::accent_text : Token::text_secondary, {Step::caption, on ? Weight::bold : Weight::regular, align});
  if (!p.clicked) return;
  state.sorted = on ? by_all : sorted;
  state.changed();
}

// "3/41 +2": changed of those who came, newcomers.
void step_cell(Ui const& ui, Turnover const& step, bool known, Box const& box) {
  auto const number = [&](std::uint32_t n) { return format_integer(n, ui.numbers); };
  bool const nothing = !known || (step.came == 0 && step.joined == 0);
  std::string text = nothing ? std::string("\xE2\x80\x93") : number(step.left) + "/" + number(step.came);
  if (!nothing && step.joined > 0) text += " +" + number(step.joined);
  bool const moved = !nothing && step.left + step.joined > 0;
  if (moved) draw::fill(ui, box.inset(ui.px(3)), Token::sev_warn_tint, 3);
  draw::text_in(ui, box, text, moved ? Token::text_primary : Token::text_muted, {Step::dense, moved ? Weight::bold : Weight::regular, draw::Align::center});
}

std::string told(Ui const& ui, Continuity const& continuity, std::array<Turnover, step_count> const& steps) {
  auto const number = [&](std::uint32_t n) { return format_integer(n, ui.numbers); };
  std::string out;
  for (std::size_t i = 0; i < step_count; ++i)
    if (continuity.knows(i)) out += (out.empty() ? "" : "\n") + step_name(ui.s, i) + ": " + ui.s.continuity_cell(number(steps[i].left), number(steps[i].came), number(steps[i].joined));
  return out;
}

void steps_row(Ui const& ui, AttendanceState const& state, std::array<Turnover, step_count> const& steps, Columns const& columns) {
  for (std::size_t i = 0; i < step_count; ++i) step_cell(ui, steps[i], state.continuity.knows(i), columns.steps[i]);
}

void agency_row(Ui const& ui, PlanView const& plan, AttendanceState& state, AgencyTurnover const& row, Box const& box) {
  bool const on = state.only_agency == row.agency;
  std::string const name = agency_text(ui, plan.document, row.agency), figures = told(ui, state.continuity, row.steps);
  Press const p = press(ui, box, name + "##continuity" + ulid_text(row.agency), {.role = probe::Role::row, .state = state_if(on, probe::State::selected), .tooltip = figures, .value = figures});
  if (on || p.hovered) draw::fill(ui, box, on ? Token::surface_selected : Token::surface_hover);
  draw::hline(ui, box.x, box.right(), box.bottom() - 1, Token::border_subtle);
  Columns const columns = columns_of(ui, box.inset(ui.px(12), 0));
  draw::text_in(ui, columns.name, name, Token::text_primary, {Step::dense});
  steps_row(ui, state, row.steps, columns);
  if (!p.clicked) return;
  if (on) state.only_agency.reset();
  else state.only_agency = row.agency;
  state.changed();
}

void head_part(Ui const& ui, PlanView const& plan, AttendanceState& state, Box& area) {
  Box head = area.cut_top(ui.px(36)).inset(ui.px(12), 0);
  bool known = false;
  for (std::size_t i = 0; i < step_count; ++i) known = known || state.continuity.knows(i);
  Box copy = head.middle(ui.px(24));
  if (known && button_right(ui, copy, ui.s.continuity_copy(), {.kind = ButtonKind::quiet, .icon = icon::copy, .small = true})) {
    ui.send.put(ClipboardRequest{continuity_text(plan, ui.s, ui.numbers, state.continuity), {}});
    ui.send.notice(std::string(ui.s.continuity_copied()));
  }
  head.w = copy.w;
  heading(ui, head, ui.s.continuity_title(), Step::body);
  Box column = area.inset(ui.px(12), 0);
  area.cut_top(read_paragraph(ui, column, known ? ui.s.continuity_hint() : ui.s.continuity_unknown(), Token::text_muted, {Step::caption}), ui.px(6));
}
}  // namespace

std::string continuity_text(PlanView const& plan, Strings const& s, NumberStyle numbers, Continuity const& continuity) {
  auto const number = [&](std::uint32_t n) { return format_integer(n, numbers); };
  std::string out = std::string(s.continuity_title()) + "\n";
  for (std::size_t i = 0; i < step_count; ++i) {
    if (!continuity.knows(i)) continue;
    out += s.continuity_line(workshop_text(s, i), workshop_text(s, i + 1), number(continuity.steps[i].left), number(continuity.steps[i].came));
    for (bool const joined : {false, true}) {
      std::string names;
      for (Move const& move : continuity.moves[i]) {
        Node const* const node = move.joined == joined ? plan.document.find(record_type<Person>, move.person) : nullptr;
        if (!node) continue;
        names += (names.empty() ? "" : "; ") + std::string(node->title());
        if (move.agency) names += " (" + reference_text(plan.document, record_type<Agency>, move.agency) + ")";
      }
      if (!names.empty()) out += " " + (joined ? s.continuity_joined(names) : s.continuity_left(names));
    }
    out += "\n";
  }
  return out;
}

void continuity_part(Ui const& ui, PlanView const& plan, AttendanceState& state, Box area) {
  head_part(ui, plan, state, area);
  Box const heads = area.cut_top(ui.px(24));
  draw::fill(ui, heads, Token::surface_header);
  Columns const columns = columns_of(ui, heads.inset(ui.px(12), 0));
  sort_head(ui, state, columns.name, std::string(record_many(ui.s, record_info(record_type<Agency>))), by_plan, draw::Align::left);
  for (std::size_t i = 0; i < step_count; ++i) sort_head(ui, state, columns.steps[i], step_name(ui.s, i), static_cast<int>(i), draw::Align::center);
  Box const all = area.cut_top(ui.px(row_height));
  draw::text_in(ui, columns_of(ui, all.inset(ui.px(12), 0)).name, ui.s.continuity_all(), Token::text_primary, {Step::dense, Weight::bold});
  steps_row(ui, state, state.continuity.steps, columns_of(ui, all.inset(ui.px(12), 0)));
  draw::hline(ui, all.x, all.right(), all.bottom() - 1, Token::border_default);
  if (probe::wanted()) probe::item(ui.s.continuity_all(), probe::Role::text, all.rect(), probe::State::none, told(ui, state.continuity, state.continuity.steps));
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("continuity", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  float const height = ui.px(row_height), origin = area.y - ImGui::GetScrollY();
  auto const& agencies = state.continuity.agencies;
  for (auto i = static_cast<std::size_t>(ImGui::GetScrollY() / height); i < agencies.size(); ++i) {
    Box const box{area.x, origin + static_cast<float>(i) * height, area.w, height};
    if (box.y >= area.bottom()) break;
    agency_row(ui, plan, state, agencies[i], box);
  }
  ImGui::SetCursorScreenPos({area.x, origin + static_cast<float>(agencies.size()) * height});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

}  // namespace rancang
