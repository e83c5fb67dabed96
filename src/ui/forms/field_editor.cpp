#include "ui/forms/field_editor.hpp"

#include <algorithm>
#include <utility>

#include "ui/icons_generated.hpp"
#include "ui/widgets/button.hpp"

namespace rancang {
namespace {
constexpr float label_height = 15 + 3, help_width = 16 + 4;

float boolean_editor(FormContext& context, FieldSlot const& slot, Box const& at) {
  Ui const& ui = context.ui;
  bool const on = slot.value.as<bool>() && *slot.value.as<bool>();
  std::string const label = std::string(field_label(ui.s, slot.info, slot.field)) + "##" + std::to_string(slot.key);
  std::string_view const blocked = context.plan.read_only ? ui.s.save_read_only() : std::string_view();
  if (check_box(ui, {at.x, at.y, at.w - ui.px(help_width), ui.px(size_control)}, label, on, blocked)) slot.write(Value(!on));
  return ui.px(size_control);
}

// Leads to where the values stand side by side.
void dispute_mark(FormContext& context, FieldSlot const& slot, Box& line) {
  Ui const& ui = context.ui;
  std::string_view const text = ui.s.form_disputed();
  Box box = line.cut_left(std::min(draw::width(ui, text, {Step::caption, Weight::bold}) + ui.px(16), line.w), ui.px(4));
  Press const p = press(ui, box, std::string(text) + "##" + std::to_string(slot.key), {.role = probe::Role::link, .tooltip = ui.s.action_show_conflicts(), .focus_ring = false});
  draw::icon_in(ui, box.cut_left(ui.px(12), ui.px(4)), icon::git_compare_arrows, Token::conflict_base, 12);
  draw::text_in(ui, box, text, p.hovered ? Token::accent_text : Token::conflict_base, {Step::caption, Weight::bold});
  if (p.clicked) ui.send.go(route_text({Screen::conflicts, context.plan.document.plan_id, RecordType::none, context.state.record}));
}

// Label line: name, "wajib" while empty, and the sign that unfolds the help. A box that is ticked carries its name, and so the sign stands beside it.
void label_line(FormContext& context, FieldSlot const& slot, Box line) {
  Ui const& ui = context.ui;
  std::string_view const help = field_help(ui.s, slot.info, slot.field);
  bool const boolean = slot.field.type == ValueType::boolean;
  if (!help.empty()) {
    bool const open = context.state.help_key == slot.key;
    Box const sign = boolean ? Box{line.right() - ui.px(16), line.y + ui.px(label_height), ui.px(16), ui.px(size_control)} : line.cut_right(ui.px(16), ui.px(4));
    std::string const name = ui.s.form_help(field_label(ui.s, slot.info, slot.field)) + "##" + std::to_string(slot.key);
    Press const p = press(ui, sign, name, {.state = probe::State::openable | state_if(open, probe::State::open), .focus_ring = false});
    draw::icon_in(ui, sign, icon::circle_question_mark, open || p.hovered ? Token::accent_text : Token::text_disabled, 12);
    if (p.clicked) context.state.help_key = open ? 0 : slot.key;
  }
  if (!slot.named && !boolean) {
    std::string_view const label = field_label(ui.s, slot.info, slot.field);
    draw::text_in(ui, line.cut_left(std::min(draw::width(ui, label, {Step::dense}), line.w), ui.px(4)), label, Token::text_secondary, {Step::dense});
  }
  if (slot.disputed) dispute_mark(context, slot, line);
  if (slot.field.rules.required && is_empty(slot.value)) draw::text_in(ui, line, ui.s.ui_required(), Token::sev_error, {Step::dense});
}

// From whom a value is, of which day, from which file, as far as it is known; "" for a row of a list, of which only the whole list is.
std::string origin_text(FormContext const& context, FieldSlot const& slot) {
  PlanView const& plan = context.plan;
  Strings const& s = context.ui.s;
  Node const* const node = slot.info.type == RecordType::none ? nullptr : plan.document.find(slot.info.type, context.state.record);
  int const field = node ? node->info().index_of(slot.field.key) : -1;
  if (field < 0 || is_empty(slot.value)) return {};
  Provenance const from = provenance(plan.document, *node, static_cast<std::uint8_t>(field));
  std::string_view const file = plan.arrivals ? plan.arrivals->file_of(from.dot.replica) : std::string_view();
  bool const named = from.who && !from.who->label.empty(), here = plan.arrivals && plan.arrivals->is_own(from.dot.replica);
  if (!named && !here && file.empty() && !(from.who && from.who->day)) return {};
  std::string out = s.form_written_by(named ? std::string_view(from.who->label) : here ? s.form_this_laptop() : s.form_unnamed_laptop());
  if (from.who && from.who->day) out += ", " + format_date(*from.who->day, context.ui.numbers);
  if (!file.empty()) out += ", " + s.form_from_file(file);
  return out;
}
}  // namespace

bool is_short(Ui const& ui, RecordInfo const& info, FieldInfo const& field, float width) {
  switch (field.type) {
    case ValueType::text:
      if (field.rules.max_length > 120 || field.rules.role == Role::title) return false;
      break;
    case ValueType::reference:  // names of records: half the width would cut most of them
    case ValueType::references:
    case ValueType::series:
    case ValueType::list: return false;
    case ValueType::date:
      if (draw::width(ui, format_date(*make_date({2022, 9, 28}), ui.numbers)) + ui.px(16) > width) return false;
      break;
    case ValueType::enumeration:  // between its edges, beside the sign that it opens
      for (std::size_t i = 0; i < field.enumeration->names.size(); ++i)
        if (draw::width(ui, enum_label(ui.s, *field.enumeration, i)) + ui.px(16 + 20) > width) return false;
      break;
    default: break;
  }
  float const required = field.rules.required ? ui.px(4) + draw::width(ui, ui.s.ui_required(), {Step::dense}) : 0;
  return draw::width(ui, field_label(ui.s, info, field), {Step::dense}) + required + ui.px(help_width + (field.type == ValueType::boolean ? 16 + 8 : 0)) <= width;  // the sign of the help, and the box
}

bool begins_pair(RecordInfo const& info, std::size_t index) {
  static constexpr std::pair<std::string_view, std::string_view> ends[] = {{"start_", "end_"}, {"from_", "to_"}};
  std::string_view const first = info.fields[index].key, second = index + 1 < info.fields.size() ? info.fields[index + 1].key : std::string_view();
  if (!second.empty() && info.fields[index + 1].rules.times == first) return true;
  return std::any_of(std::begin(ends), std::end(ends), [&](auto const& end) {
    return first.starts_with(end.first) && second.starts_with(end.second) && first.substr(end.first.size()) == second.substr(end.second.size());
  });
}

float value_editor(FormContext& context, FieldSlot const& slot, Box const& at) {
  switch (slot.field.type) {
    case ValueType::boolean: return boolean_editor(context, slot, at);
    case ValueType::enumeration:
    case ValueType::reference:
    case ValueType::references: return choice_editor(context, slot, at);
    case ValueType::series: return series_editor(context, slot, at);
    case ValueType::list: return list_editor(context, slot, at);
    default: return text_editor(context, slot, at);
  }
}

float field_editor(FormContext& context, FieldSlot const& slot, Box const& at) {
  Ui const& ui = context.ui;
  float y = at.y;
  label_line(context, slot, {at.x, y, at.w, ui.px(15)});
  y += ui.px(label_height);
  y += value_editor(context, slot, {at.x, y, at.w, ui.px(size_control)});
  if (!slot.follows.empty()) {
    float const height = draw::paragraph(ui, {at.x, y + ui.px(2)}, at.w, slot.follows, Token::text_primary, {Step::caption, Weight::bold});
    if (probe::wanted()) probe::item(slot.follows, probe::Role::text, {at.x, y + ui.px(2), at.w, height});
    y += height + ui.px(2);
  }
  if (context.state.problem_key == slot.key) y += draw::paragraph(ui, {at.x, y + ui.px(2)}, at.w, context.state.problem_sentence, Token::sev_error, {Step::caption}) + ui.px(2);
  if (context.state.help_key == slot.key) {
    y += draw::paragraph(ui, {at.x, y + ui.px(2)}, at.w, field_help(ui.s, slot.info, slot.field), Token::text_secondary, {Step::caption}) + ui.px(2);
    std::string const origin = origin_text(context, slot);
    if (probe::wanted() && !origin.empty()) probe::item(origin, probe::Role::text, {at.x, y + ui.px(2), at.w, ui.px(15)});
    if (!origin.empty()) y += draw::paragraph(ui, {at.x, y + ui.px(2)}, at.w, origin, Token::text_muted, {Step::caption}) + ui.px(2);
  }
  return y - at.y;
}

}  // namespace rancang
