#include "ui/grid/grid_edit.hpp"

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"
#include "model/field_check.hpp"
#include "rules/code_search.hpp"
#include "ui/error_text.hpp"
#include "ui/grid/grid_cells.hpp"
#include "ui/grid/grid_columns.hpp"
#include "ui/grid/grid_layout.hpp"
#include "ui/widgets/field_box.hpp"

namespace rancang {
namespace {
constexpr int exact_places = 9;  // every rupiah is written out while editing

FieldInfo const& field_of_cell(GridState const& state, CellKey const& cell) { return record_info(state.type).fields[static_cast<std::size_t>(cell.field)]; }
std::uint64_t edit_key(GridState const& state, CellKey const& cell) {
  return field_key("grid", cell.record.low ^ (cell.record.high << 1), static_cast<std::uint64_t>(cell.field + 1) * 65536 + static_cast<std::uint64_t>(cell.year) + (static_cast<std::uint64_t>(index_of(state.type)) << 40));
}
GridColumnView const* column_view(GridState const& state, CellKey const& cell) {
  int const index = column_of(state.geometry, cell);
  return index < 0 ? nullptr : &state.geometry.columns[static_cast<std::size_t>(index)];
}
bool is_typed(FieldInfo const& field) {
  switch (field.type) {
    case ValueType::text: return !field.rules.prose;
    case ValueType::integer:
    case ValueType::decimal:
    case ValueType::money:
    case ValueType::year:
    case ValueType::date:
    case ValueType::series: return true;
    default: return false;
  }
}
// Cells over which the invisible field waits for the first key.
bool can_arm(Ui const& ui, PlanView const& plan, GridState const& state) {
  CellKey const& cell = state.selection.anchor;
  GridColumnView const* const column = cell.record && cell.field >= 0 ? column_view(state, cell) : nullptr;
  if (!column || ui.touch || !state.focused || !is_writable(plan, state, *column)) return false;
  Node const* const node = plan.document.find(state.type, cell.record);
  if (!node || !plan.can_write(*node)) return false;
  FieldInfo const& field = field_of_cell(state, cell);
  return is_typed(field) || is_picked(field);
}

std::string exact_text(PlanView const& plan, Node const& node, GridColumnView const& column) {
  ValueStyle style = plan.style;
  style.money_places = exact_places;
  return cell_text(plan, node, column, style);
}

void set_edit(PlanView const& plan, GridState& state, EditMode mode) {
  state.edit = {mode, state.selection.anchor, edit_key(state, state.selection.anchor)};
  if (mode == EditMode::text) state.table.hold(plan.document, state.edit.cell.record);
}
void drop_edit(PlanView const& plan, GridState& state) {
  if (is_writing(state)) state.table.hold(plan.document, {});
  state.edit = {};
}

std::optional<Error> send_series(Ui const& ui, PlanView const& plan, GridState& state, FieldInfo const& field, Node const& node, std::string_view text) {
  auto const raw = parse_series_cell(field, text, plan.style);
  if (!raw) return raw.error();
  Value value = series_with(field, field.get(node.data()), state.edit.cell.year, *raw);
  if (auto problem = check_value(field, value)) return problem;
  ui.send.edit(SetField{{state.type, node.id, static_cast<std::uint8_t>(state.edit.cell.field), std::move(value)}}, state.edit.key);
  return std::nullopt;
}

// What was typed so far, as a value if it is one; why not otherwise.
std::optional<Error> send_text(Ui const& ui, PlanView const& plan, GridState& state, std::string_view text) {
  FieldInfo const& field = field_of_cell(state, state.edit.cell);
  Node const* const node = plan.document.find(state.type, state.edit.cell.record);
  if (!node) return std::nullopt;
  if (field.type == ValueType::series) return send_series(ui, plan, state, field, *node, text);
  Result<Value> value = field.type == ValueType::text ? Result<Value>(Value(std::string(text))) : parse_value(plan.document, field, text, plan.style);
  if (!value) return value.error();
  if (auto problem = check_value(field, *value)) return problem;
  ui.send.edit(SetField{{state.type, node->id, static_cast<std::uint8_t>(state.edit.cell.field), std::move(*value)}}, state.edit.key);
  return std::nullopt;
}

void take_text(Ui const& ui, PlanView const& plan, GridState& state, std::string const& text) {
  state.edit.problem = send_text(ui, plan, state, text);
  state.edit.refused = text;
}

// Names lose the blanks at their ends only when the visit is over, so that typing is not disturbed.
void finish_text(Ui const& ui, PlanView const& plan, GridState& state, std::string const& text) {
  FieldInfo const& field = field_of_cell(state, state.edit.cell);
  if (field.type == ValueType::text) {
    std::string clean = utf8::clean_name(text);
    Node const* const node = plan.document.find(state.type, state.edit.cell.record);
    if (auto code = node ? tidy_code(*node, field, clean) : std::nullopt) clean = std::move(*code);
    if (clean != text) (void)send_text(ui, plan, state, clean);
  }
  ui.send.put(SealRequest{});
  drop_edit(plan, state);
}

void move_after(Ui const& ui, PlanView const& plan, GridState& state, FieldExit exit) {
  int const back = std::exchange(state.tab_column, -1), column = anchor_column(state);
  auto const to_column = [&](int wanted) { return wanted < 0 ? 0 : wanted - column; };
  switch (exit) {
    case FieldExit::enter: return move_anchor(state, 1, to_column(back));
    case FieldExit::shift_enter: return move_anchor(state, -1, to_column(back));
    case FieldExit::arrow_down: return move_anchor(state, 1, 0);
    case FieldExit::arrow_up: return move_anchor(state, -1, 0);
    case FieldExit::tab:
      state.tab_column = back < 0 ? column : back;
      return move_anchor(state, 0, 1);
    case FieldExit::shift_tab:
      state.tab_column = back < 0 ? column : back;
      return move_anchor(state, 0, -1);
    case FieldExit::ctrl_enter: return create_row(ui, plan, state);
    case FieldExit::escape:
    case FieldExit::blur:
    case FieldExit::none: return;
  }
}

void leave_by(Ui const& ui, PlanView const& plan, GridState& state, FieldExit exit, std::string const& text) {
  if (exit == FieldExit::escape) {
    ui.send.put(CancelRequest{state.edit.key});
    return drop_edit(plan, state);
  }
  if (state.edit.problem) return ui.edit.begin(state.edit.key, text, false);  // stays open until it can be read, or Esc
  finish_text(ui, plan, state, text);
  move_after(ui, plan, state, exit);
}

Box editor_box(Ui const& ui, GridState const& state, FieldInfo const& field) {
  std::size_t const row = state.table.row_of(state.edit.cell.record).value_or(state.geometry.first);
  int const column = std::max(first_cell_column, column_of(state.geometry, state.edit.cell));
  Box const cell = cell_box(state, row, column);
  Box box{cell.x - 1, cell.y - 2, cell.w + 2, cell.h + 3};
  if (is_right_aligned(field)) return box;
  // A narrow column lets its text grow to the right.
  float const needed = draw::width(ui, ui.edit.text(), {cell_step(ui, state)}) + 2 * cell_padding(ui, state) + ui.px(12);
  box.w = std::max(box.w, std::min(needed, state.geometry.body.right() - box.x));
  return box;
}

TextFieldSpec spec_of(Ui const& ui, PlanView const& plan, GridState const& state, Box const& box, FieldInfo const& field) {
  TextFieldSpec spec;
  Step const step = cell_step(ui, state);
  spec.box = box.inset(2).rect();
  spec.clip = state.geometry.body.inset(-2).rect();
  spec.kind = is_right_aligned(field) ? TextKind::number : TextKind::line;
  spec.font_px = ui.look.css(step);
  spec.line_px = ui.look.size(step);
  spec.pad_x = cell_padding(ui, state) - 1;
  spec.pad_y = std::max(0.0f, std::floor((spec.box.height - spec.line_px) / 2));
  spec.text_rgba = ui.color(Token::text_primary);
  spec.ground_rgba = ui.color(Token::surface_panel);
  GridColumnView const* const column = column_view(state, state.edit.cell);
  spec.label = column ? column_name(ui, plan, state, *column) : std::string();
  if (field.type == ValueType::text) spec.max_length = field.rules.max_length;
  spec.language = ui.s.language == Language::id ? "id" : "en";
  return spec;
}

void draw_problem(Ui const& ui, GridState const& state, Box const& cell) {
  std::string const sentence = error_text(ui.s, *state.edit.problem);
  float const wrap = std::min(ui.px(320), std::max(ui.px(160), state.geometry.body.w - ui.px(24)));
  float const height = draw::paragraph(ui, {}, wrap, sentence, Token::sev_error, {Step::dense}, 0, draw::Mode::measure) + ui.px(10);
  float const width = std::min(wrap, draw::width(ui, sentence, {Step::dense})) + ui.px(16);
  bool const below = cell.bottom() + height <= state.geometry.body.bottom();
  float const x = std::min(cell.x, state.geometry.body.right() - width - ui.px(2));
  Box const bubble{std::max(state.geometry.body.x, x), below ? cell.bottom() + 1 : cell.y - height - 1, width, height};
  draw::fill(ui, bubble, Token::sev_error_tint, radius_control);
  draw::outline(ui, bubble, Token::sev_error, radius_control);
  draw::paragraph(ui, {bubble.x + ui.px(8), bubble.y + ui.px(5)}, wrap, sentence, Token::sev_error, {Step::dense});
  if (probe::wanted()) probe::item(sentence, probe::Role::alert, bubble.rect());
}

void draw_editor(Ui const& ui, GridState const& state, Box const& box, FieldInfo const& field) {
  draw::fill(ui, box, Token::surface_panel);
  draw::outline(ui, box, state.edit.problem ? Token::sev_error : Token::focus_ring, 0, 2);
  bool const right = is_right_aligned(field);
  draw::text_in(ui, box.inset(cell_padding(ui, state) + 1, 0), ui.edit.text(), Token::text_primary, {cell_step(ui, state), Weight::regular, right ? draw::Align::right : draw::Align::left});
  if (state.edit.problem) draw_problem(ui, state, box);
}

void text_frame(Ui const& ui, PlanView const& plan, GridState& state) {
  if (ui.edit.key() != state.edit.key) return leave_edit(ui, plan, state);  // another field was opened
  FieldInfo const& field = field_of_cell(state, state.edit.cell);
  Box const box = editor_box(ui, state, field);
  TextEditResult const result = ui.edit.show(state.edit.key, spec_of(ui, plan, state, box, field));
  std::string const text = ui.edit.text();
  {
    draw::Clip const scope(state.geometry.body.inset(-1));
    draw_editor(ui, state, box, field);
  }
  if (result.changed) take_text(ui, plan, state, text);
  if (result.exit != FieldExit::none) leave_by(ui, plan, state, result.exit, text);
}

void arm(Ui const& ui, PlanView const& plan, GridState& state) {
  set_edit(plan, state, EditMode::armed);
  Node const* const node = plan.document.find(state.type, state.edit.cell.record);
  GridColumnView const* const column = column_view(state, state.edit.cell);
  if (node && column) ui.edit.begin(state.edit.key, exact_text(plan, *node, *column), true, true);
}

void armed_frame(Ui const& ui, PlanView const& plan, GridState& state) {
  bool const ours = ui.edit.key() == state.edit.key;
  if (!ours || !(state.selection.anchor == state.edit.cell) || !can_arm(ui, plan, state)) {
    if (ours) ui.edit.end();
    state.edit = {};
    return;
  }
  FieldInfo const& field = field_of_cell(state, state.edit.cell);
  TextEditResult const result = ui.edit.show(state.edit.key, spec_of(ui, plan, state, editor_box(ui, state, field), field));
  if (!result.changed) return;
  std::string const text = ui.edit.text();
  if (is_picked(field)) return open_cell_picker(ui, plan, state, text);
  state.edit.mode = EditMode::text;
  state.edit.typed = true;
  state.table.hold(plan.document, state.edit.cell.record);
  take_text(ui, plan, state, text);
  if (result.exit != FieldExit::none) leave_by(ui, plan, state, result.exit, text);
}
}  // namespace

bool is_writing(GridState const& state) { return state.edit.mode == EditMode::text || state.edit.mode == EditMode::picker; }

void begin_edit(Ui const& ui, PlanView const& plan, GridState& state, EditStart start) {
  CellKey const cell = state.selection.anchor;
  GridColumnView const* const column = cell.record && cell.field >= 0 ? column_view(state, cell) : nullptr;
  Node const* const node = plan.document.find(state.type, cell.record);
  if (!column || !node || is_computed(*column)) return;
  FieldInfo const& field = field_of_cell(state, cell);
  if (field.type == ValueType::list || field.rules.prose) {
    state.pane_field = cell.field;
    state.seen_route = cell.record;
    return ui.send.put(GoRequest{record_route(plan.document.plan_id, state.type, cell.record, state.kind), true});
  }
  if (!is_writable(plan, state, *column)) return;
  if (told_foreign(ui, plan, *node)) return;
  if (field.type == ValueType::boolean) return toggle_cell(ui, plan, state, cell);
  if (is_picked(field)) return open_cell_picker(ui, plan, state, {});
  set_edit(plan, state, EditMode::text);
  ui.edit.begin(state.edit.key, exact_text(plan, *node, *column), start == EditStart::replace);
}

void leave_edit(Ui const& ui, PlanView const& plan, GridState& state) {
  if (state.edit.mode == EditMode::text && state.edit.problem) {
    ui.send.put(CancelRequest{state.edit.key});
    ui.send.put(NoticeRequest{ui.s.grid_value_kept(error_text(ui.s, *state.edit.problem)), true});
  } else if (is_writing(state)) {
    ui.send.put(SealRequest{});
  }
  if (state.edit.mode == EditMode::picker) state.picker.owner = 0;
  if (ui.edit.key() == state.edit.key) ui.edit.end();
  drop_edit(plan, state);
}

void edit_frame(Ui const& ui, PlanView const& plan, GridState& state) {
  if (std::exchange(state.edit_wish, false)) begin_edit(ui, plan, state, EditStart::replace);
  if (state.edit.mode == EditMode::armed) armed_frame(ui, plan, state);
  else if (state.edit.mode == EditMode::text) text_frame(ui, plan, state);
  if (state.edit.mode == EditMode::picker) picker_frame(ui, plan, state);
  bool const free = ui.edit.key() == 0;
  if (state.edit.mode != EditMode::none || !free || !can_arm(ui, plan, state)) return;
  arm(ui, plan, state);
  armed_frame(ui, plan, state);  // laid over the cell in the frame of the click, so that the very next key finds it
}

void move_anchor(GridState& state, int rows, int columns, Extend extend) {
  bool const extends = extend == Extend::yes;
  CellKey const& from = extends ? state.selection.head : state.selection.anchor;
  auto const row = state.table.row_of(from.record);
  if (!row) return;
  int const last = last_cell_column(state);
  int column = std::max(first_cell_column, column_of(state.geometry, from)) + columns;
  std::size_t target = row_after(state, *row, rows);
  if (!extends && columns == 1 && column > last && row_after(state, *row, 1) != *row) target = row_after(state, *row, 1), column = first_cell_column;
  if (!extends && columns == -1 && column < first_cell_column && row_after(state, *row, -1) != *row) target = row_after(state, *row, -1), column = last;
  select_cell(state, target, std::clamp(column, first_cell_column, last), extend);
  state.reveal = true;
}

}  // namespace rancang
