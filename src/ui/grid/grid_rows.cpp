#include "ui/grid/grid_rows.hpp"

#include <algorithm>

#include "rules/gates.hpp"
#include "ui/grid/grid_columns.hpp"
#include "ui/grid/grid_selection.hpp"
#include "ui/record_look.hpp"

namespace rancang {
namespace {
bool is_next_edit(PlanView const& plan, GridState const& state) {
  return state.seen_plan == plan.document.plan_id && plan.editor.revision() == state.seen_revision + 1 && !plan.last_change.empty();
}

// What was selected is gone: its place is taken by what stands there now.
void keep_a_selection(GridState& state) {
  if (auto const row = anchor_row(state)) {
    state.last_row = *row;
    return;
  }
  if (state.edit.mode == EditMode::text) return;
  clear_selection(state);
  if (state.table.size() == 0) return;
  std::size_t const row = row_after(state, std::min(state.last_row, state.table.size() - 1), 0);
  Node const* const node = state.table.row(row).node;
  if (!node) return;
  state.selection.anchor = state.selection.head = {node->id, record_info(state.type).title_field()};
}

void show_column(Ui const& ui, GridState& state, int field) {
  for (ColumnSetting& column : state.columns) {
    if (column.field != field || column.part != ColumnPart::value || !column.hidden) continue;
    column.hidden = false;
    remember_settings(ui, state);
  }
}

// Opens what hides a record: its collapsed group first, the filter only if that was not enough.
bool uncover(PlanView const& plan, GridState& state, Ulid id) {
  if (state.table.row_of(id)) return true;
  Node const* const node = plan.document.find(state.type, id);
  if (!node || !node->is_alive()) return false;
  if (!state.query.group.collapsed.empty()) {
    state.query.group.collapsed.clear();
    apply_query(plan, state);
  }
  if (!state.table.row_of(id) && has_filter(state)) {
    clear_filter(state);
    apply_query(plan, state);
  }
  return state.table.row_of(id).has_value();
}

void carry_out_jump(Ui const& ui, PlanView const& plan, GridState& state, GridState::Jump const& jump) {
  if (!jump.record || !uncover(plan, state, jump.record)) return;
  RecordInfo const& info = record_info(state.type);
  CellKey cell{jump.record, jump.field, jump.year};
  if (jump.field < 0) {
    cell = state.selection.anchor;
    cell.record = jump.record;
    if (cell.field < 0) cell = {jump.record, info.title_field()};
  } else {
    show_column(ui, state, jump.field);
    FieldInfo const& field = info.fields[static_cast<std::size_t>(jump.field)];
    auto const& years = plan.years_of(field);
    if (field.type == ValueType::series && cell.year == 0 && !years.empty()) cell.year = years.front();
  }
  state.selection = {cell, cell, {}};
  state.reveal = true;
}

void select_created(Ui const& ui, PlanView const& plan, GridState& state) {
  if (!plan.document.find(state.type, state.created)) return;  // the button stands before the table: carried out after this frame
  Ulid const id = std::exchange(state.created, {});
  carry_out_jump(ui, plan, state, {id, record_info(state.type).title_field()});
  state.edit_wish = true;
  state.wants_focus = true;
}

void carry_out_step(GridState& state) {
  int const steps = std::exchange(state.step_wish, 0);
  auto const row = anchor_row(state);
  if (!row || steps == 0) return;
  select_cell(state, row_after(state, *row, steps), anchor_column(state));
  state.reveal = true;
}
// What the program's own words mean to people; true when something of it changed.
bool tell_anew(Ui const& ui, PlanView const& plan, GridState& state) {
  if (!state.spoken) return false;
  SpokenWords& spoken = *state.spoken;
  int const language = static_cast<int>(ui.s.language);
  if (spoken.revision == plan.editor.revision() && spoken.findings == plan.findings.revision() && spoken.language == language && state.seen_plan == plan.document.plan_id) return false;
  SpokenWords now{{}, plan.editor.revision(), plan.findings.revision(), language};
  auto const fields = record_info(state.type).fields;
  plan.document.table(state.type).for_each([&](NodePtr const& node) {
    for (std::size_t i = 0; i < fields.size(); ++i)
      if (is_spoken(state.type, fields[i])) now.words.emplace(std::pair(node->id, static_cast<int>(i)), spoken_text(ui.s, plan, *node, fields[i]));
  });
  bool const differs = now.words != spoken.words;
  spoken = std::move(now);
  return differs;
}
}  // namespace

void apply_query(PlanView const& plan, GridState& state) {
  state.query.filter.context = state.finding_filter.get();
  if (state.kind == 0) {
    state.table.set_query(plan.document, state.query);
  } else {
    GridQuery of_kind = state.query;
    of_kind.filter.choices.push_back({record_info(state.type).role_field(Role::kind), {}, {state.kind}});
    state.table.set_query(plan.document, of_kind);
  }
  state.query_changed = false;
  state.seen_findings = plan.findings.revision();
}

void sync_rows(Ui const& ui, PlanView const& plan, GridState& state) {
  state.finding_filter->findings = &plan.findings;
  state.finding_filter->gate = current_gate(plan.findings);
  std::uint64_t const revision = plan.editor.revision();
  bool const retold = tell_anew(ui, plan, state);
  if (!state.opened || retold || (revision != state.seen_revision && !is_next_edit(plan, state)) || state.seen_plan != plan.document.plan_id) {
    state.table.open(plan.document);
    state.query_changed = true;
  } else if (revision != state.seen_revision) {
    state.table.refresh(plan.document, plan.last_change);
  }
  state.opened = true;
  state.seen_revision = revision;
  state.seen_plan = plan.document.plan_id;
  bool const findings_moved = state.query.filter.only_with_findings && state.seen_findings != plan.findings.revision();
  if (state.query_changed || findings_moved) apply_query(plan, state);
}

void answer_wishes(Ui const& ui, PlanView const& plan, GridState& state) {
  if (state.created) select_created(ui, plan, state);
  if (auto const jump = std::exchange(state.jump, std::nullopt)) carry_out_jump(ui, plan, state, *jump);
  keep_a_selection(state);
  if (state.step_wish != 0) carry_out_step(state);
}

void follow_route(Ui const& ui, PlanView const& plan, GridState& state) {
  if (plan.route.screen != Screen::records || plan.route.type != state.type || plan.route.kind != state.kind) return;
  Ulid const shown = plan.route.record;
  if (shown != state.seen_route) {
    state.seen_route = shown;
    if (shown && shown != state.selected_record()) carry_out_jump(ui, plan, state, {shown});
    return;
  }
  Ulid const selected = state.selected_record();
  if (!shown || !selected || shown == selected) return;
  state.seen_route = selected;
  ui.send.put(GoRequest{record_route(plan.document.plan_id, state.type, selected, state.kind), true});
}

void clear_filter(GridState& state) {
  GridFilter filter;
  filter.has_finding = FindingFilter::matches;
  filter.context = state.finding_filter.get();
  state.query.filter = std::move(filter);
  state.finding_filter->only.reset();
}
bool has_filter(GridState const& state) {
  GridFilter const& filter = state.query.filter;
  return !filter.text.empty() || !filter.choices.empty() || filter.year != 0 || filter.refers_to || filter.only_with_findings;
}

void remember_settings(Ui const& ui, GridState& state) {
  std::string text = state.encode();
  if (text == state.saved_settings) return;
  state.saved_settings = text;
  ui.send.put(SettingRequest{view_setting(state.type, state.kind), std::move(text)});
}

}  // namespace rancang
