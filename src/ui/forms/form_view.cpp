#include "ui/forms/form_view.hpp"

#include <algorithm>

#include "edit/outline.hpp"
#include "model/merge.hpp"
#include "ui/forms/thread_part.hpp"
#include "ui/forms/used_part.hpp"
#include "ui/icons_generated.hpp"
#include "ui/record_look.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {
constexpr std::size_t findings_folded = 3;
constexpr float readable_width = 720;

Tone tone_of(Finding const& finding) { return finding.severity == Severity::error ? Tone::error : finding.severity == Severity::warning ? Tone::warning : Tone::info; }

// Writes what the finding's verb promises, or brings its field into view.
void mend(FormContext& context, Finding const& finding) {
  auto writes = fix_writes(context.plan.document, finding);
  if (writes.empty()) return context.state.jump_to(finding.field);
  if (auto done = finding_done(context.plan, context.ui.s, finding)) context.ui.send.notice(std::move(*done));
  SetCells command;
  for (RecordWrite& write : writes) command.cells.push_back({write.type, write.record, write.field, std::move(write.value)});
  if (command.cells.size() == 1) context.ui.send.edit(SetField{std::move(command.cells.front())});
  else context.ui.send.edit(std::move(command));
}

void findings_part(FormContext& context, RecordKey key, Box& column) {
  Ui const& ui = context.ui;
  auto const findings = context.plan.findings.of(key.id);
  std::size_t const shown = context.state.all_findings || findings.size() <= findings_folded ? findings.size() : findings_folded - 1;
  for (std::size_t i = 0; i < shown; ++i) {
    Finding const finding = findings[i];
    std::string const sentence = finding_sentence(context.plan, ui.s, finding);
    std::string const verb = context.plan.read_only ? std::string() : std::string(finding_verb(ui.s, finding)) + "##finding" + std::to_string(i);
    float const height = finding_height(ui, column.w, sentence, verb);
    if (finding_row(ui, column.cut_top(height, ui.px(4)), tone_of(finding), sentence, verb)) mend(context, finding);
  }
  if (shown < findings.size()) {
    std::string const more = ui.s.form_more_findings(format_integer(static_cast<std::int64_t>(findings.size() - shown), ui.numbers));
    if (link(ui, column.cut_top(ui.px(20), ui.px(4)).min(), more)) context.state.all_findings = true;
  }
  if (!findings.empty()) column.cut_top(ui.px(6));
}

std::uint64_t editor_key(Node const& node, std::size_t index) { return field_key("form", UlidHash{}(node.id) ^ node.id.low, index); }

FieldSlot slot_of(FormContext& context, RecordKey key, Node const& node, std::size_t index) {
  FieldInfo const& field = node.info().fields[index];
  std::uint64_t const edit_key = editor_key(node, index);
  auto const write = [send = &context.ui.send, key, index, edit_key](Value value) { send->edit(SetField{{key.type, key.id, static_cast<std::uint8_t>(index), std::move(value)}}, edit_key); };
  bool invalid = false, missing = false;
  for (auto const& finding : context.plan.findings.of(key.id)) {
    if (finding.field != static_cast<std::int16_t>(index)) continue;
    invalid = invalid || finding.severity == Severity::error;
    missing = missing || finding.severity == Severity::warning;
  }
  bool const disputed = !node.causal->others.empty() && field_state(node, static_cast<std::uint8_t>(index)) == FieldState::conflict;
  auto const level = field.rules.times.empty() ? std::nullopt : node.info().level(index, node.data());
  std::string follows;
  if (level) {
    auto const grades = static_cast<std::int64_t>(field.enumeration->names.size()) - 1;
    follows = context.ui.s.form_level(format_integer(*level, context.ui.numbers), format_integer(grades * grades, context.ui.numbers));
  }
  return {node.info(), field, edit_key, field.get(node.data()), write, invalid && !is_empty(field.get(node.data())), missing, disputed, std::move(follows)};
}

// The fields of a record that its form shows. One of another kind of rows is among them as long as it still holds something; a code that the method keeps
// for itself only until it is given, and where something is wrong with it.
struct FormFields {
  FormFields(FormContext const& context, Node const& node_) : node(node_), kind(node_.info().kind_of(node_.data())) {
    for (std::size_t i = 0; i < node.info().fields.size(); ++i)
      if (is_inner_code(node.info(), node.info().fields[i]) && is_settled(context, i)) code = i;
  }
  bool has(std::size_t index) const {
    FieldInfo const& field = node.info().fields[index];
    if (field.rules.role == Role::order || index == code) return false;
    return node.info().has_field(index, kind) || !field.equal(node.data(), node.info().blank);
  }

  Node const& node;
  std::uint8_t kind;
  std::size_t code = static_cast<std::size_t>(-1);

 private:
  bool is_settled(FormContext const& context, std::size_t index) const {
    auto const findings = context.plan.findings.of(node.id);
    bool const wrong = std::any_of(findings.begin(), findings.end(), [&](Finding const& finding) { return finding.field == static_cast<std::int16_t>(index); });
    return !wrong && !peek_text(node.info().fields[index], node.data()).empty() && !context.ui.edit.is_editing(editor_key(node, index));
  }
};

// Fields of one section, short ones two abreast.
void section_part(FormContext& context, RecordKey key, FormFields const& shown, std::string_view section, Box& column) {
  Node const& node = shown.node;
  Ui const& ui = context.ui;
  float const gap = ui.px(10), half = (column.w - ui.px(8)) / 2;
  bool const pairs = column.w > ui.px(260);
  float x = column.x, row_height = 0;
  auto const end_row = [&] {
    if (row_height > 0) column.cut_top(row_height, gap);
    x = column.x, row_height = 0;
  };
  auto const fields = node.info().fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].rules.section != section || !shown.has(i)) continue;
    bool const narrow = pairs && is_short(ui, node.info(), fields[i], half) && !takes_code(node.info(), fields[i]);  // room for what the nomenclature offers
    if (!narrow || (x > column.x && begins_pair(node.info(), i))) end_row();
    if (context.state.jump == static_cast<int>(i)) {
      context.state.scroll_to = column.y;
      context.state.focus_next = true;
      context.state.jump.reset();
    }
    FieldSlot const slot = slot_of(context, key, node, i);
    row_height = std::max(row_height, field_editor(context, slot, {x, column.y, narrow ? half : column.w, 0}));
    if (narrow && x == column.x) x += half + ui.px(8);
    else end_row();
  }
  end_row();
}

std::vector<std::string_view> sections_of(FormFields const& shown) {
  RecordInfo const& info = shown.node.info();
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < info.fields.size(); ++i)
    if (auto const section = info.fields[i].rules.section; shown.has(i) && std::find(out.begin(), out.end(), section) == out.end()) out.push_back(section);
  // What the row is comes first, wherever its table starts.
  auto const title = info.fields[static_cast<std::size_t>(info.title_field())].rules.section;
  std::stable_partition(out.begin(), out.end(), [&](std::string_view section) { return section == title; });
  return out;
}

// Whose the record is, where it is only read.
void foreign_row(Ui const& ui, std::string const& note, Box row) {
  draw::fill(ui, row, Token::surface_header, radius_control);
  if (probe::wanted()) probe::item(note, probe::Role::text, row.rect());
  draw::icon_in(ui, row.cut_left(ui.px(28)), icon::lock, Token::text_muted, 14);
  draw::text_in(ui, row, note, Token::text_secondary, {Step::dense});
}

// A heading that one of its fields repeats is left to the field.
bool is_said_below(Strings const& s, FormFields const& shown, std::string_view section) {
  std::string_view const heading = section_label(s, section);
  RecordInfo const& info = shown.node.info();
  for (std::size_t i = 0; i < info.fields.size(); ++i)
    if (info.fields[i].rules.section == section && shown.has(i) && field_label(s, info, info.fields[i]) == heading) return true;
  return false;
}

void section_head(Ui const& ui, std::string_view heading, Box& column, bool first) {
  if (!first) {
    draw::hline(ui, column.x, column.right(), column.y + ui.px(4), Token::border_subtle);
    column.cut_top(ui.px(12));
  }
  if (heading.empty()) return;
  Box const line = column.cut_top(ui.px(18), ui.px(6));
  draw::text_in(ui, line, heading, Token::text_primary, {Step::dense, Weight::bold});
  if (probe::wanted()) probe::item(heading, probe::Role::heading, line.rect());
}

}  // namespace

void form_view(Ui const& ui, PlanView const& whole, RecordKey key, FormState& state, Box area) {
  NodePtr const* const found = whole.document.table(key.type).find_alive(key.id);
  if (!found) return;
  Node const& node = **found;
  PlanView plan = whole;
  plan.read_only = !whole.can_write(node);
  bool const fresh = state.record != key.id;
  if (fresh) {
    auto const jump = state.jump;
    state = {};
    state.record = key.id;
    state.jump = jump;
  }
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("form", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNavInputs);
  if (fresh && !state.jump) ImGui::SetScrollY(0);
  FormContext context{ui, plan, state, area};
  Box column{area.x + ui.px(12), area.y + ui.px(10) - ImGui::GetScrollY(), std::min(area.w - ui.px(12 + 14), ui.px(readable_width)), 1'000'000};
  state.last_key = 0;
  if (std::string const note = foreign_note(plan, ui.s, node); !note.empty()) foreign_row(ui, note, column.cut_top(ui.px(24), ui.px(8)));
  findings_part(context, key, column);
  thread_part(context, key, node, column);
  FormFields const shown(context, node);
  bool first = true;
  for (std::string_view const section : sections_of(shown)) {
    section_head(ui, section == "main" || is_said_below(ui.s, shown, section) ? std::string_view() : section_label(ui.s, section), column, first);
    section_part(context, key, shown, section, column);
    first = false;
  }
  state.jump.reset();  // its field may stand in no form
  used_part(context, key, column);
  state.focus_next = false;
  ImGui::SetCursorScreenPos({area.x, column.y + ui.px(12)});
  ImGui::Dummy({1, 1});
  if (state.scroll_to >= 0 && (state.scroll_to < area.y || state.scroll_to > area.bottom() - ui.px(80))) ImGui::SetScrollY(std::max(0.0f, ImGui::GetScrollY() + state.scroll_to - area.y - ui.px(60)));
  state.scroll_to = -1;
  ImGui::EndChild();
}

void single_view(Ui const& ui, PlanView const& plan, RecordKey key, FormState& state, Box area) {
  Box head = area.cut_top(ui.px(layout_view_header)).inset(ui.px(12), 0);
  std::string_view const locked = plan.read_only ? ui.s.grid_read_only() : std::string_view();
  if (outline_level(key.type) && button_right(ui, head, ui.s.outline_button(), {.kind = ButtonKind::quiet, .icon = icon::list_tree, .small = !ui.touch, .disabled = locked})) ui.send.act(Action::paste_outline);
  heading(ui, head, record_many(ui.s, record_info(key.type)), Step::lead);
  draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
  form_view(ui, plan, key, state, area);
}

}  // namespace rancang
