#include "rules/gates.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/shell_view.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {
constexpr draw::Type small{Step::caption};

void part(Ui const& ui, Box& row, char const* icon, Token color, std::string_view text, Token text_color) {
  if (icon) draw::icon_in(ui, row.cut_left(ui.px(14), ui.px(5)), icon, color, 14);
  draw::text_in(ui, row.cut_left(draw::width(ui, text, small), ui.px(12)), text, text_color, small);
}

// The same for what a screen reader is to meet as well.
void told_part(Ui const& ui, Box& row, char const* icon, Token color, std::string_view text, Token text_color) {
  float const left = row.x;
  part(ui, row, icon, color, text, text_color);
  if (probe::wanted()) probe::item(text, probe::Role::status, {left, row.y, row.x - left, row.h});
}

bool strip_link(Ui const& ui, Box& row, std::string_view label) {
  Box const box = row.cut_left(link_width(ui, label, Step::caption), ui.px(12));
  return link(ui, {box.x, box.y + (box.h - ui.look.size(Step::caption)) / 2}, label, Step::caption);
}

void save_part(Ui const& ui, SaveStatus const& save, Box& row) {
  switch (save.state) {
    case SaveSign::unknown: break;
    case SaveSign::saved: told_part(ui, row, icon::circle_check, Token::save_ok, save.time.empty() ? std::string(ui.s.save_all_saved()) : ui.s.save_saved_at(save.time), Token::text_secondary); break;
    case SaveSign::saving: told_part(ui, row, icon::refresh_cw, Token::save_busy, ui.s.save_busy(), Token::text_secondary); break;
    case SaveSign::dirty: told_part(ui, row, icon::dot, Token::save_dirty, ui.s.save_unsaved(format_integer(static_cast<std::int64_t>(save.changes), ui.numbers)), Token::save_dirty); break;
    case SaveSign::failed: {
      std::string const sentence = ui.s.save_failed(save.time) + (save.reason.empty() ? std::string() : ". " + save.reason);
      // The way out keeps its place, however narrow the window is.
      float const room = row.w - link_width(ui, ui.s.save_file_now(), Step::caption) - ui.px(12);
      Box said = row.cut_left(std::max(0.0f, std::min(draw::width(ui, sentence, small) + ui.px(14 + 5 + 12), room)));
      told_part(ui, said, icon::octagon_x, Token::save_failed, sentence, Token::save_failed);
      if (strip_link(ui, row, ui.s.save_file_now())) ui.send.act(Action::save_file);
      break;
    }
    case SaveSign::read_only:
      told_part(ui, row, icon::lock, Token::text_secondary, ui.s.save_read_only(), Token::text_secondary);
      if (save.can_take_over && strip_link(ui, row, ui.s.action_take_over())) ui.send.act(Action::take_over);
      break;
  }
}

void file_part(Ui const& ui, SaveStatus const& save, Box& row) {
  draw::vline(ui, row.x - ui.px(6), row.y + ui.px(5), row.bottom() - ui.px(5), Token::border_default);
  row.cut_left(ui.px(6));
  int const days = save.file_age_days.value_or(-1);
  std::string const text = days < 0 ? std::string(ui.s.save_file_never()) : days == 0 ? std::string(ui.s.save_file_today()) : ui.s.save_file_age(format_integer(days, ui.numbers));
  Token const color = days < 0 || days >= 2 ? Token::sev_warn : Token::text_secondary;
  told_part(ui, row, icon::hard_drive, color, text, color);
  if (strip_link(ui, row, ui.s.action_save_file())) ui.send.act(Action::save_file);
}

// The shared folder, if there is one; leads to its screen.
void folder_part(Ui const& ui, ShellFacts const& facts, Box& row) {
  if (facts.folder == FolderSign::off) return;
  bool const waits = facts.folder == FolderSign::waiting, bad = facts.folder == FolderSign::problem;
  std::string const text = waits ? std::string(ui.s.folder_strip_waiting()) : bad ? std::string(ui.s.folder_strip_problem()) : ui.s.folder_strip(format_integer(static_cast<std::int64_t>(facts.laptops), ui.numbers));
  Box box = row.cut_left(ui.px(14 + 5) + draw::width(ui, text, small), ui.px(12));
  Press const p = press(ui, box, text, {.role = probe::Role::link, .tooltip = ui.s.action_show_folder()});
  if (p.hovered) draw::fill(ui, box.inset(-ui.px(4), 1), Token::surface_hover);
  Token const color = waits || bad ? Token::sev_warn : Token::text_secondary;
  part(ui, box, facts.folder == FolderSign::working ? icon::refresh_cw : bad ? icon::triangle_alert : icon::hard_drive, color, text, color);
  if (p.clicked) ui.send.act(Action::show_folder);
}

float count_width(Ui const& ui, std::string const& text) { return ui.px(14 + 5 + 12) + draw::width(ui, text, small); }

// Errors, and the warnings that are due by now, in the middle; a press opens the findings.
void findings_part(Ui const& ui, ShellFacts const& facts, Box const& strip, float left, float right) {
  if (facts.plan->findings.is_checking()) return void(draw::text_in(ui, {left, strip.y, right - left, strip.h}, ui.s.shell_checking(), Token::text_muted, {Step::caption, Weight::regular, draw::Align::center}));
  FindingCounts const counts = due_counts(facts.plan->findings, current_gate(facts.plan->findings));
  std::uint32_t const later = facts.plan->findings.counts().of(Severity::warning) - counts.of(Severity::warning);
  std::string const errors = ui.s.shell_errors(format_integer(counts.of(Severity::error), ui.numbers));
  std::string const warnings = ui.s.shell_warnings(format_integer(counts.of(Severity::warning), ui.numbers));
  float const width = count_width(ui, errors) + count_width(ui, warnings);
  float const x = std::clamp(strip.x + (strip.w - width) / 2, left, std::max(left, right - width));
  if (right - left < width) return;
  Box row{x, strip.y, width, strip.h};
  std::string const help = later > 0 ? ui.s.findings_later(format_integer(later, ui.numbers)) : std::string(ui.s.action_show_findings());
  Press const p = press(ui, row, errors + ", " + warnings, {.role = probe::Role::link, .tooltip = help});
  if (p.hovered) draw::fill(ui, row.inset(-ui.px(4), 1), Token::surface_hover);
  auto const mark = [&](Severity severity, Token token) { return counts.of(severity) > 0 ? token : Token::text_muted; };
  part(ui, row, icon::octagon_x, mark(Severity::error, Token::sev_error), errors, Token::text_secondary);
  part(ui, row, icon::triangle_alert, mark(Severity::warning, Token::sev_warn_mark), warnings, Token::text_secondary);
  if (p.clicked) ui.send.act(Action::show_findings);
}

}  // namespace

void status_strip_view(Ui const& ui, ShellFacts const& facts, Box area) {
  bool const failed = facts.save.state == SaveSign::failed;
  draw::fill(ui, area, failed ? Token::sev_error_tint : Token::surface_nav);
  draw::hline(ui, area.x, area.right(), area.y, Token::border_default);
  Box row = area;
  row.cut_left(ui.px(10));
  row.cut_right(ui.px(10));
  std::string const zoom = ui.s.shell_text_size(format_integer(static_cast<std::int64_t>(ui.look.scale * 100 + 0.5f), ui.numbers));
  Box const zoom_box = row.cut_right(draw::width(ui, zoom, small), ui.px(12));
  Press const p = press(ui, zoom_box, zoom, {.tooltip = ui.s.shell_text_size_help()});
  draw::text_in(ui, zoom_box, zoom, p.hovered ? Token::accent_text : Token::text_secondary, small);
  if (p.clicked) ui.send.act(ImGui::GetIO().KeyShift ? Action::text_smaller : Action::text_larger);
  if (facts.offline) {
    Box offline = row.cut_right(draw::width(ui, ui.s.shell_offline(), small) + ui.px(19), ui.px(12));
    told_part(ui, offline, icon::wifi_off, Token::text_secondary, ui.s.shell_offline(), Token::text_secondary);
  }
  if (!facts.plan) return save_part(ui, facts.save, row);
  // Where the window is narrow the state of saving is what stays.
  bool const roomy = row.w > ui.px(560);
  if (roomy && !facts.selection.empty()) draw::text_in(ui, row.cut_right(draw::width(ui, facts.selection, small), ui.px(12)), facts.selection, Token::text_secondary, small);
  save_part(ui, facts.save, row);
  if (roomy && !failed && facts.save.state != SaveSign::read_only) file_part(ui, facts.save, row);
  if (roomy && !failed) folder_part(ui, facts, row);
  findings_part(ui, facts, area, row.x, row.right());
}

}  // namespace rancang
