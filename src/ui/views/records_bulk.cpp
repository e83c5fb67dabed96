// The bar of several selected rows: one value for all of them, fill down, copies, the trash. Each is one step of undo.
#include "base/utf8.hpp"
#include "model/field_check.hpp"
#include "ui/error_text.hpp"
#include "ui/grid/grid_choices.hpp"
#include "ui/grid/grid_write.hpp"
#include "ui/icons_generated.hpp"
#include "ui/record_look.hpp"
#include "ui/views/records_parts.hpp"
#include "ui/widgets/field_box.hpp"

namespace rancang {
namespace {
constexpr std::string_view value_popup = "records.bulk";

FieldInfo const& field_at(GridState const& state, int field) { return record_info(state.type).fields[static_cast<std::size_t>(field)]; }
std::string field_name(Ui const& ui, GridState const& state, int field) { return std::string(field_label(ui.s, record_info(state.type), field_at(state, field))); }

// Fields that can have one value for many rows.
bool is_settable(FieldInfo const& field) { return field.type != ValueType::list && field.type != ValueType::series && field.type != ValueType::references && field.rules.role != Role::order; }

std::vector<int> settable_fields(RecordInfo const& info) {
  std::vector<int> out;
  for (int i = 0; i < static_cast<int>(info.fields.size()); ++i)
    if (FieldInfo const& field = info.fields[static_cast<std::size_t>(i)]; is_settable(field) && !is_spoken(info.type, field) && !is_inner_code(info, field)) out.push_back(i);
  return out;
}

std::uint64_t field_owner(GridState const& state) { return field_key("records.bulk.field", index_of(state.type)); }
std::uint64_t value_owner(GridState const& state) { return field_key("records.bulk.value", index_of(state.type)); }

void field_picker(Ui const& ui, GridState& state, Box const& anchor) {
  if (state.picker.owner != field_owner(state)) return;
  std::vector<int> const fields = settable_fields(record_info(state.type));
  std::vector<Choice> choices;
  for (int field : fields) choices.push_back({field_name(ui, state, field), {}});
  PickerResult const result = picker(ui, state.picker, field_owner(state), anchor, choices, {.width = 240});
  if (result.chosen < 0) return;
  state.bulk_field = fields[static_cast<std::size_t>(result.chosen)];
  state.bulk_problem.reset();
  if (has_choices(field_at(state, state.bulk_field))) {
    picker_open(state.picker, value_owner(state));
    state.choices.reset();
  } else {
    state.bulk_wish = true;
  }
}

void value_picker(Ui const& ui, PlanView const& plan, GridState& state, Box const& anchor) {
  if (state.picker.owner != value_owner(state) || state.bulk_field < 0) return;
  FieldInfo const& field = field_at(state, state.bulk_field);
  if (!state.choices || state.choices->owner != value_owner(state)) {
    state.choices = std::make_unique<ChoiceList>(choices_of(ui, plan, field, NoChoice::offered));
    state.choices->owner = value_owner(state);
  }
  PickerResult const result = picker(ui, state.picker, value_owner(state), anchor, state.choices->choices, {.width = 280});
  if (result.chosen >= 0) set_column(ui, plan, state, state.bulk_field, state.choices->value_at(field, result.chosen));
}

// True when the text was understood and sent.
bool send_value(Ui const& ui, PlanView const& plan, GridState& state, std::string const& text) {
  FieldInfo const& field = field_at(state, state.bulk_field);
  std::string const clean = field.rules.prose ? utf8::clean_prose(text) : utf8::clean_name(text);
  Result<Value> value = parse_value(plan.document, field, clean, plan.style);
  if (!value) {
    state.bulk_problem = value.error();
    return false;
  }
  set_column(ui, plan, state, state.bulk_field, *value);
  return true;
}

// One line of text, number or date for all rows.
void value_field(Ui const& ui, PlanView const& plan, GridState& state, Box const& anchor) {
  std::uint64_t const key = value_owner(state);
  if (std::exchange(state.bulk_wish, false)) {
    popup_open(value_popup);
    ui.edit.begin(key, "");
  }
  Box box;
  if (!popup_begin(ui, value_popup, anchor, ui.px(300), ui.px(state.bulk_problem ? 112 : 92), box)) return;
  Box inner = box.inset(ui.px(12));
  std::string const name = field_name(ui, state, state.bulk_field);
  draw::text_in(ui, inner.cut_top(ui.px(15), ui.px(3)), name, Token::text_secondary, {Step::dense});
  Box line = inner.cut_top(ui.px(size_control), ui.px(4));
  bool const pressed = button_right(ui, line, ui.s.grid_set_all(), {.kind = ButtonKind::primary});
  FieldResult const result = field_box(ui, line, key, name, state.bulk_text, {.invalid = state.bulk_problem.has_value()});
  if (result.changed) state.bulk_text = std::string(result.text);
  if (state.bulk_problem) draw::text_in(ui, inner, error_text(ui.s, *state.bulk_problem), Token::sev_error, {Step::caption});
  bool const wanted = pressed || result.exit == FieldExit::enter;
  bool const done = (wanted && send_value(ui, plan, state, state.bulk_text)) || result.exit == FieldExit::escape;
  if (wanted && !done) ui.edit.begin(key, state.bulk_text, false);
  if (done) {
    state.bulk_text.clear();
    state.bulk_problem.reset();
    popup_close();
    state.wants_focus = true;
  }
  popup_end();
}
}  // namespace

void records_bulk_bar(Ui const& ui, PlanView const& plan, GridState& state, Box area) {
  draw::fill(ui, area, Token::accent_tint);
  Box row = area.inset(ui.px(12), 0);
  row.w += ui.px(4);
  std::string const text = selection_text(plan, ui.s, state), count = format_integer(static_cast<std::int64_t>(selected_count(state)), plan.style.numbers);
  if (icon_button(ui, row.cut_right(ui.px(24), ui.px(6)).middle(ui.px(24)), icon::x, ui.s.grid_clear_selection())) state.selection.head = state.selection.anchor, state.selection.added.clear();
  Box left = row;
  Box const summary = left.cut_left(draw::width(ui, text, {Step::dense, Weight::bold}), ui.px(12));
  draw::text_in(ui, summary, text, Token::text_primary, {Step::dense, Weight::bold});
  if (probe::wanted()) probe::item(text, probe::Role::status, summary.rect());
  std::string_view const locked = plan.read_only ? ui.s.grid_read_only() : std::string_view();
  ButtonLook const set{.icon = icon::pencil, .trailing = icon::chevron_down, .small = !ui.touch, .disabled = locked};
  Box const anchor = left.cut_left(button_width(ui, ui.s.grid_set_column(), set), ui.px(6)).middle(ui.px(ui.touch ? size_control_touch : size_control_dense));
  if (button(ui, anchor, ui.s.grid_set_column(), set)) picker_open(state.picker, field_owner(state));
  if (button_left(ui, left, ui.s.grid_fill_down(), {.icon = icon::arrow_down, .small = !ui.touch, .disabled = locked})) fill_down(ui, plan, state);
  if (button_left(ui, left, ui.s.grid_duplicate_short(), {.icon = icon::copy, .small = !ui.touch, .disabled = locked})) duplicate_rows(ui, state);
  if (button_left(ui, left, ui.s.grid_delete_short(count), {.kind = ButtonKind::danger, .icon = icon::trash_2, .small = !ui.touch, .disabled = locked})) delete_rows(ui, state);
  field_picker(ui, state, anchor);
  value_picker(ui, plan, state, anchor);
  value_field(ui, plan, state, anchor);
}

}  // namespace rancang
