// "Perlu diputuskan": what two sides wrote and nobody has decided yet, for a meeting to walk through.
#include "edit/settle.hpp"
#include "model/reference_lookup.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/choice_list.hpp"
#include "ui/views/merge_view.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field_box.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {
constexpr float row_height = 30;

std::string title_of(Ui const& ui, PlanView const& plan, Node const& node) {
  std::string title = record_title(plan.document, node);
  return title.empty() ? std::string(ui.s.ui_untitled()) : title;
}

std::uint64_t key_of(OpenConflict const& conflict) { return field_key("conflict", conflict.node->id.low, conflict.field + 1u); }

void refresh(Ui const& ui, PlanView const& plan, ConflictsState& state) {
  if (state.seen == plan.editor.revision() && state.seen_plan == plan.document.plan_id && state.wording == wording_of(ui.s)) return;
  state.seen = plan.editor.revision();
  state.seen_plan = plan.document.plan_id;
  state.wording = wording_of(ui.s);
  std::uint64_t const before = state.current < state.shown.size() ? key_of(state.shown[state.current]) : 0;
  state.shown = open_conflicts(plan.document);
  std::erase_if(state.shown, [](OpenConflict const& one) { return field_state(*one.node, one.field) != FieldState::conflict; });  // decided together with one that is
  state.records = 0;
  Node const* last = nullptr;
  // What others wrote may have come before it or taken it away.
  state.current = std::min(state.current, state.shown.empty() ? 0 : state.shown.size() - 1);
  bool written = false;
  for (std::size_t i = 0; i < state.shown.size(); ++i) {
    OpenConflict const& one = state.shown[i];
    state.records += one.node.get() != last, last = one.node.get();
    if (key_of(one) == before) state.current = i;
    written = written || key_of(one) == state.own.key;
  }
  if (!written) state.own = {};
  state.fields.clear();
}

VersionField field_of(Ui const& ui, PlanView const& plan, OpenConflict const& conflict) {
  RecordInfo const& info = conflict.node->info();
  VersionField out;
  out.field = &info.fields[conflict.field];
  out.label = field_label(ui.s, info, *out.field);
  std::string const together = decided_with(ui.s, info, conflict.field);
  out.hint = together.empty() ? std::string(version_kind(ui.s, *out.field)) : together;
  auto const values = different_values(*conflict.node, conflict.field);
  Value joined = values.front().value;
  bool both = values.size() > 1 && !is_empty(joined);
  for (std::size_t i = 0; i < values.size(); ++i) {
    VersionCard card = version_card(ui, plan, plan.document, *out.field, values[i].value);
    Provenance const from = provenance(plan.document, values[i].dot);
    bool const named = from.who && !from.who->label.empty();
    card.title = named ? ui.s.merge_version_of(from.who->label) : std::string(i == 0 ? ui.s.conflicts_shown() : ui.s.conflicts_other());
    if (named && i == 0) card.note = ui.s.conflicts_shown();
    if (from.who && from.who->day) card.note += (card.note.empty() ? "" : ", ") + format_date_short(*from.who->day, ui.numbers);
    if (plan.arrivals) card.source = plan.arrivals->file_of(values[i].dot.replica);
    if (i > 0) both = both && !is_empty(values[i].value) && join_values(joined, values[i].value, false);
    out.cards.push_back(std::move(card));
  }
  mark_differences(out);
  out.segments = {ui.s.conflicts_shown(), ui.s.conflicts_other(), ui.s.merge_both(), ui.s.merge_edit()};
  if (!both) out.disabled[2] = ui.s.merge_no_both();
  if (plan.read_only) out.disabled.fill(ui.s.save_read_only());
  Value const shown = conflict.node->get(conflict.field);
  auto const* text = shown.as<std::string>();
  out.own = text ? *text : value_text(plan.document, *out.field, shown, version_style(plan));
  return out;
}

void fill_fields(Ui const& ui, PlanView const& plan, ConflictsState& state) {
  if (!state.fields.empty() || state.shown.empty()) return;
  state.field_rows.clear();
  Node const* const node = state.shown[state.current].node.get();
  for (std::size_t i = 0; i < state.shown.size(); ++i) {
    if (state.shown[i].node.get() != node) continue;
    VersionField field = field_of(ui, plan, state.shown[i]);
    field.key = key_of(state.shown[i]);
    field.current = i == state.current;
    state.fields.push_back(std::move(field));
    state.field_rows.push_back(i);
  }
}

void settle(Ui const& ui, ConflictsState& state, std::size_t at, Value value, Dot side) {
  OpenConflict const& conflict = state.shown[state.field_rows[at]];
  state.own = {};
  ui.send.edit(settling(*conflict.node, conflict.field, std::move(value), side));
}

void take_card(Ui const& ui, ConflictsState& state, std::size_t at, std::size_t card) {
  OpenConflict const& conflict = state.shown[state.field_rows[at]];
  auto values = different_values(*conflict.node, conflict.field);
  if (card < values.size()) settle(ui, state, at, std::move(values[card].value), values[card].dot);
}

void choose(Ui const& ui, ConflictsState& state, std::size_t at, int segment) {
  VersionField const& field = state.fields[at];
  if (!field.disabled[static_cast<std::size_t>(segment)].empty()) return;
  if (segment < 2) return take_card(ui, state, at, static_cast<std::size_t>(segment));
  if (segment == 3 && state.own.key == field.key) return void(state.own.focus = true);  // in red: it is gone on with
  if (segment == 3) return void(state.own = {field.key, true, field.own, {}, false});
  Value joined = field.cards.front().value;
  for (std::size_t i = 1; i < field.cards.size(); ++i) join_values(joined, field.cards[i].value, field.field->rules.prose);
  settle(ui, state, at, std::move(joined), {});
}

void walk(Ui const& ui, PlanView const& plan, ConflictsState& state) {
  ChoiceKeys const keys = choice_keys(ui);
  std::size_t const next = state.current + static_cast<std::size_t>(keys.step);
  if (keys.step != 0 && next < state.shown.size()) state.current = next, state.reveal = true, state.fields.clear();
  fill_fields(ui, plan, state);
  for (std::size_t i = 0; keys.digit > 0 && i < state.fields.size(); ++i)
    if (state.fields[i].current) return choose(ui, state, i, keys.digit - 1);
}

// An address may name the record whose conflicts are meant. Whoever was elsewhere and comes again is led there again.
void follow_route(PlanView const& plan, ConflictsState& state) {
  int const frame = ImGui::GetFrameCount();
  if (frame > std::exchange(state.drawn, frame) + 1) state.asked = {};
  if (state.asked == plan.route.record) return;
  state.asked = plan.route.record;
  for (std::size_t i = state.shown.size(); state.asked && i-- > 0;)
    if (state.shown[i].node->id == state.asked) state.current = i, state.reveal = true, state.fields.clear();
}

bool list_row(Ui const& ui, PlanView const& plan, ConflictsState const& state, std::size_t index, Box const& box) {
  OpenConflict const& conflict = state.shown[index];
  RecordInfo const& info = conflict.node->info();
  bool const current = index == state.current;
  std::string const title = title_of(ui, plan, *conflict.node), field(field_label(ui.s, info, info.fields[conflict.field]));
  Press const p = press(ui, box, title + ", " + field + "##" + std::to_string(index), {.role = probe::Role::row, .state = state_if(current, probe::State::selected), .focus_ring = false});
  if (current || p.hovered) draw::fill(ui, box, current ? Token::surface_selected : Token::surface_hover);
  draw::hline(ui, box.x, box.right(), box.bottom() - 1, Token::border_subtle);
  Box row = box.inset(ui.px(12), 0);
  draw::icon_in(ui, row.cut_left(ui.px(14), ui.px(8)), icon::git_compare_arrows, Token::conflict_base, 14);
  bool cut = draw::text_in(ui, row.cut_right(row.w * 0.4f, ui.px(8)), field, Token::text_primary, {Step::dense});
  bool const again = index > 0 && state.shown[index - 1].node == conflict.node;
  if (!again) cut |= draw::text_in(ui, row, title, Token::text_primary, {Step::dense, Weight::bold});
  if (cut && p.hovered) tooltip(ui, title + ", " + field);
  return p.clicked;
}

void record_part(Ui const& ui, PlanView const& plan, ConflictsState& state, Box area) {
  Node const& node = *state.shown[state.current].node;
  Box head = area.cut_top(ui.px(36)).inset(ui.px(12), 0);
  if (button_right(ui, head, ui.s.conflicts_open_record(), {.kind = ButtonKind::quiet, .icon = icon::arrow_right, .small = true})) {
    ui.send.put(GoRequest{route_text({Screen::conflicts, plan.document.plan_id, RecordType::none, node.id}), true});  // the way back leads here, not to where the list was entered
    ui.send.go(record_route(plan.document.plan_id, node.type, node.id));
  }
  std::string const kind(record_label(ui.s, node.info()));
  tag(ui, head.cut_left(tag_width(ui, kind), ui.px(8)).middle(ui.px(18)), kind, TagKind::filled);
  heading(ui, head, title_of(ui, plan, node), Step::lead);
  draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
  version_column(ui, plan, {"conflict", plan.document, state.fields, state.own, {}}, area, [&](std::size_t i, VersionAnswer& answer) {
    if (answer.segment >= 0) choose(ui, state, i, answer.segment);
    else if (answer.card >= 0 && !plan.read_only) take_card(ui, state, i, static_cast<std::size_t>(answer.card));
    else if (answer.done && answer.own) settle(ui, state, i, std::move(*answer.own), {});
  });
}
}  // namespace

void conflicts_view(Ui const& ui, PlanView const& plan, ConflictsState& state, Box area) {
  refresh(ui, plan, state);
  follow_route(plan, state);
  Box head = area.cut_top(ui.px(layout_view_header)).inset(ui.px(12), 0);
  heading(ui, head.cut_left(draw::width(ui, ui.s.action_show_conflicts(), {Step::lead, Weight::bold}), ui.px(10)), ui.s.action_show_conflicts(), Step::lead);
  auto const number = [&](std::size_t n) { return format_integer(static_cast<std::int64_t>(n), ui.numbers); };
  draw::text_in(ui, head, ui.s.conflicts_facts(number(state.shown.size()), number(state.records)), Token::text_secondary, {Step::dense});
  draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
  if (state.shown.empty()) return void(empty_state(ui, area, icon::circle_check, ui.s.conflicts_empty(), ui.s.conflicts_empty_text(), {}));
  walk(ui, plan, state);
  bool const wide = area.w >= ui.px(760);
  Box const list = wide ? area.cut_left(std::max(ui.px(300), area.w * 0.345f)) : area.cut_top(area.h * 0.4f);
  choice_list(ui, {"conflicts", row_height, state.shown.size(), state.current, state.reveal, ui.s.conflicts_hint()}, list, [&](std::size_t i, Box const& box) {
    if (list_row(ui, plan, state, i, box)) state.current = i, state.fields.clear();
  });
  if (wide) draw::vline(ui, area.x, area.y, area.bottom(), Token::border_default), area.cut_left(1);
  else draw::hline(ui, area.x, area.right(), area.y, Token::border_default), area.cut_top(1);
  fill_fields(ui, plan, state);
  record_part(ui, plan, state, area);
}

}  // namespace rancang
