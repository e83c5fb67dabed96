#include "rules/code_search.hpp"
#include "ui/error_text.hpp"
#include "ui/forms/field_editor.hpp"
#include "ui/record_look.hpp"

namespace rancang {
namespace {
constexpr std::uint32_t longest_line = 40;  // characters; what may be longer takes the lines that it needs

// Moves the writing on: Tab and Enter to the next field, Shift+Tab to the one before.
void leave_field(FormContext& context, std::uint64_t before, FieldExit exit, bool prose) {
  context.ui.send.put(SealRequest{});
  if (exit == FieldExit::tab || (exit == FieldExit::enter && !prose)) context.state.focus_next = true;
  if (exit == FieldExit::shift_tab) context.state.focus_key = before;
}

void take_text(FormContext& context, FieldSlot const& slot, std::string_view text, std::function<Result<Value>(std::string_view)> const& parse) {
  FormState& state = context.state;
  auto value = parse(text);
  if (value) {
    if (state.problem_key == slot.key) state.problem_key = 0;
    if (*value != slot.value) slot.write(std::move(*value));
    return;
  }
  state.problem_key = slot.key;
  state.problem_text = std::string(text);
  state.problem_sentence = error_text(context.ui.s, value.error());
}

float box_height(FormContext const& context, ParsedLook const& look, std::string_view text, float width) {
  Ui const& ui = context.ui;
  bool const wrapped = look.kind == TextKind::wrapped;
  if (!look.prose && !wrapped) return ui.px(look.small ? size_control_dense : size_control);
  float const lines = draw::paragraph(ui, {}, width - ui.px(16), text.empty() ? std::string_view(" ") : text, Token::text_primary, {}, 0, draw::Mode::measure);
  if (wrapped) return lines < 1.5f * ui.look.paragraph_line(Step::body) ? ui.px(size_control) : std::min(lines + ui.px(14), ui.px(340));
  return std::clamp(lines + ui.px(14), 3 * ui.look.paragraph_line(Step::body) + ui.px(12), ui.px(340));
}

// What only the program reads, in words.
float spoken_field(FormContext& context, FieldSlot const& slot, Box const& at) {
  Ui const& ui = context.ui;
  Node const* const node = context.plan.document.find(slot.info.type, context.state.record);
  std::string const text = node ? spoken_text(ui.s, context.plan, *node, slot.field) : std::string();
  float const height = box_height(context, {.prose = true}, text, at.w);
  field_box(ui, {at.x, at.y, at.w, height}, slot.key, std::string(field_label(ui.s, slot.info, slot.field)) + "##" + std::to_string(slot.key), text, {.kind = TextKind::prose, .read_only = true});
  return height;
}

}  // namespace

float parsed_field(FormContext& context, FieldSlot const& slot, Box const& at, ParsedLook const& look, std::function<Result<Value>(std::string_view)> const& parse) {
  Ui const& ui = context.ui;
  FormState& state = context.state;
  bool const refused = state.problem_key == slot.key;
  std::string const& shown = refused ? state.problem_text : look.shown;
  bool const editing = ui.edit.is_editing(slot.key);
  float const height = box_height(context, look, editing ? std::string_view(ui.edit.text()) : std::string_view(shown), at.w);
  std::uint64_t const before = std::exchange(state.last_key, slot.key);
  bool const wanted = !context.plan.read_only && (std::exchange(state.focus_next, false) || state.focus_key == slot.key);
  if (wanted) {
    state.focus_key = 0;
    ui.edit.begin(slot.key, shown);
    state.scroll_to = at.y;
  }
  FieldLook box{.kind = look.kind, .placeholder = look.placeholder, .prefix = look.prefix, .invalid = slot.invalid || refused, .missing = slot.missing, .read_only = context.plan.read_only,
                .small = look.small, .select_all = look.kind != TextKind::prose, .max_length = look.max_length, .clip = context.clip};
  FieldResult const typed = field_box(ui, {at.x, at.y, at.w, height}, slot.key, look.label + "##" + std::to_string(slot.key), shown, box);
  if (look.exit) *look.exit = typed.exit;
  if (typed.exit == FieldExit::escape) {
    if (refused) state.problem_key = 0;
    ui.send.put(CancelRequest{slot.key});
    return height;
  }
  if (typed.changed) take_text(context, slot, typed.text, parse);
  if (typed.exit != FieldExit::none && look.tidy)
    if (auto tidied = look.tidy(typed.text)) slot.write(std::move(*tidied));
  if (typed.exit != FieldExit::none) leave_field(context, before, typed.exit, look.prose);
  return height;
}

float text_editor(FormContext& context, FieldSlot const& slot, Box const& at) {
  if (is_spoken(slot.info.type, slot.field)) return spoken_field(context, slot, at);
  Ui const& ui = context.ui;
  ValueStyle style = context.plan.style;
  bool const money = slot.field.type == ValueType::money, text = slot.field.type == ValueType::text;
  if (money) style.money_unit = MoneyUnit::rupiah;
  ParsedLook look;
  look.label = std::string(field_label(ui.s, slot.info, slot.field));
  look.prose = text && (slot.field.rules.prose || slot.field.rules.max_length > 300);
  bool const wrapped = text && slot.field.rules.max_length > longest_line && !takes_code(slot.info, slot.field);
  look.kind = look.prose ? TextKind::prose : wrapped ? TextKind::wrapped : text || slot.field.type == ValueType::date ? TextKind::line : TextKind::number;
  look.shown = text && slot.value.as<std::string>() ? *slot.value.as<std::string>() : value_text(context.plan.document, slot.field, slot.value, style);
  look.max_length = text ? slot.field.rules.max_length : 60;
  if (money) look.prefix = "Rp";
  if (slot.field.type == ValueType::date) look.placeholder = ui.s.form_date_example();
  if (takes_code(slot.info, slot.field)) return code_editor(context, slot, at, std::move(look));
  auto const parse = [&](std::string_view typed) -> Result<Value> { return parse_value(context.plan.document, slot.field, typed, style); };
  return parsed_field(context, slot, at, look, parse);
}

}  // namespace rancang
