#include <algorithm>

#include "ui/dimension_tag.hpp"
#include "ui/forms/field_editor.hpp"
#include "ui/grid/grid_choices.hpp"
#include "ui/icons_generated.hpp"
#include "ui/widgets/button.hpp"

namespace rancang {
namespace {

// Short name or code, shown at the right of a record's title; a code that tables keep to themselves is none for people.
std::string note_of(Node const& node) {
  RecordInfo const& info = node.info();
  int const field = info.index_of("short_name") >= 0 ? info.index_of("short_name") : info.role_field(Role::code);
  if (field < 0 || info.fields[static_cast<std::size_t>(field)].rules.initially_hidden) return {};
  return std::string(peek_text(info.fields[static_cast<std::size_t>(field)], node.data()));
}

bool holds(Value const& value, Ulid id) {
  if (auto const* one = value.as<Ulid>()) return *one == id;
  auto const* many = value.as<std::vector<Ulid>>();
  return many && std::find(many->begin(), many->end(), id) != many->end();
}

FormChoices choices_of(FormContext const& context, FieldSlot const& slot) {
  FormChoices out{slot.key, context.plan.editor.revision(), {}, {}};
  if (slot.field.type == ValueType::enumeration) {
    EnumIndex const current = slot.value.as<EnumIndex>() ? *slot.value.as<EnumIndex>() : EnumIndex{};
    for (std::size_t i = 0; i < slot.field.enumeration->names.size(); ++i) {
      out.rows.push_back({std::string(enum_label(context.ui.s, *slot.field.enumeration, i)), {}, current.index == i, 0});
      out.values.push_back(EnumIndex{static_cast<std::uint8_t>(i)});
    }
    return out;
  }
  if (slot.field.type == ValueType::reference && slot.value.as<Ulid>()) {
    out.rows.push_back({std::string(context.ui.s.form_no_reference()), {}, false, 0});
    out.values.push_back(Value());
  }
  for (Node const* node : in_plan_order(context.plan.document, slot.field.target)) {
    int const dimension = node->type == record_type<Dimension> ? dimension_index(context.plan.document, node->id) : -1;
    out.rows.push_back({record_title(context.plan.document, *node), note_of(*node), holds(slot.value, node->id), dimension < 0 ? 0 : context.ui.color(dimension_color(dimension))});
    out.values.push_back(node->id);
  }
  return out;
}

void toggle(FieldSlot const& slot, Ulid id) {
  std::vector<Ulid> ids = slot.value.as<std::vector<Ulid>>() ? *slot.value.as<std::vector<Ulid>>() : std::vector<Ulid>();
  auto const at = std::find(ids.begin(), ids.end(), id);
  if (at == ids.end()) ids.push_back(id);
  else ids.erase(at);
  slot.write(ids);
}

std::string shown_text(FormContext const& context, FieldSlot const& slot) {
  if (auto const* id = slot.value.as<Ulid>()) {
    Node const* const node = context.plan.document.find(slot.field.target, *id);
    return node && node->is_alive() ? std::string(node->title()) : std::string(context.ui.s.form_broken_reference());
  }
  return value_text(context.plan.document, slot.field, slot.value, context.plan.style);
}

// The frame of a dropdown with what is chosen; returns true when pressed.
bool closed_box(FormContext& context, FieldSlot const& slot, Box const& box, std::string const& shown) {
  Ui const& ui = context.ui;
  bool const open = context.state.picker.owner == slot.key, locked = context.plan.read_only;
  std::string const label = std::string(field_label(ui.s, slot.info, slot.field)) + "##" + std::to_string(slot.key);
  Press const p = press(ui, box, label, {.role = probe::Role::text_field, .state = probe::State::openable | state_if(open, probe::State::open) | state_if(slot.invalid, probe::State::invalid), .value = shown, .disabled = locked});
  draw::fill(ui, box, locked ? Token::surface_sunken : p.hovered ? Token::surface_hover : Token::surface_panel, radius_control);
  draw::outline(ui, box, open ? Token::focus_ring : slot.invalid ? Token::sev_error : locked ? Token::border_default : Token::border_strong, radius_control, open || slot.invalid ? 2 : 1);
  Box row = box.inset(ui.px(8), 0);
  draw::icon_in(ui, row.cut_right(ui.px(14), ui.px(4)), locked ? icon::lock : icon::chevron_down, Token::text_muted, 14);
  if (auto const* id = slot.value.as<Ulid>(); id && slot.field.target == record_type<Dimension>)
    draw::fill(ui, row.cut_left(ui.px(9), ui.px(6)).middle(ui.px(9)), dimension_color(dimension_index(context.plan.document, *id)), 2);
  if (draw::text_in(ui, row, shown.empty() ? ui.s.form_choose() : std::string_view(shown), shown.empty() ? Token::text_muted : Token::text_primary) && p.hovered) tooltip(ui, shown);
  return p.clicked;
}

// A new record with the typed title, and the reference to it, as one step.
void create(FormContext& context, FieldSlot const& slot, std::string const& text) {
  RecordInfo const& target = record_info(slot.field.target);
  Ulid const id = make_ulid(context.ui.unix_ms, static_cast<std::uint64_t>(context.ui.steady_ms * 1000), field_key(text, context.ui.unix_ms, slot.key));
  NewRecord record{slot.field.target, id, {{static_cast<std::uint8_t>(target.title_field()), Value(text)}}};
  if (int const short_name = target.index_of("short_name"); short_name >= 0) record.values.emplace_back(static_cast<std::uint8_t>(short_name), Value(std::string(text.substr(0, 24))));
  context.ui.send.edit(CreateRecord{record, {}}, slot.key);
  if (slot.field.type == ValueType::references) toggle(slot, id);
  else slot.write(Value(id));
}

// What a chosen record is called: as in the table.
void chip_face(Ui const& ui, Box const& face, Node const* node, std::string_view label, int dimension) {
  if (dimension >= 0) return dimension_tag(ui, face, dimension);
  draw::text_in(ui, face.inset(ui.px(6), 0), label, node ? Token::text_secondary : Token::sev_error, {Step::caption});
}

// Chips of the chosen records, each with a cross. Returns the height used.
float chips(FormContext& context, FieldSlot const& slot, Box const& at) {
  auto const* const ids = slot.value.as<std::vector<Ulid>>();
  if (!ids || ids->empty()) return 0;
  Ui const& ui = context.ui;
  float x = at.x, y = at.y + ui.px(4);
  for (Ulid id : *ids) {
    Node const* const node = context.plan.document.find(slot.field.target, id);
    int const dimension = node && node->type == record_type<Dimension> ? dimension_index(context.plan.document, id) : -1;
    std::string const label = !node ? std::string(ui.s.form_broken_reference()) : record_text(*node);
    float const face = dimension >= 0 ? dimension_tag_width(ui, dimension) : draw::width(ui, label, {Step::caption}) + ui.px(14);
    float const width = std::min(face + ui.px(22), at.w);
    if (x + width > at.right() && x > at.x) x = at.x, y += ui.px(26);
    Box chip{x, y, width, ui.px(22)};
    if (dimension >= 0) draw::fill(ui, chip, dimension_tint(dimension), radius_chip);
    else draw::outline(ui, chip, node ? Token::border_default : Token::sev_error, radius_chip);
    Box const cross = chip.cut_right(ui.px(22));
    Press const p = context.plan.read_only ? Press{} : press(ui, cross, ui.s.form_remove(label) + "##" + std::to_string(slot.key) + ulid_text(id), {.focus_ring = false});
    draw::icon_in(ui, cross, icon::x, p.hovered ? Token::sev_error : Token::text_muted, 12);
    chip_face(ui, chip, node, label, dimension);
    if (p.clicked) toggle(slot, id);
    x += width + ui.px(4);
  }
  return y + ui.px(22) - at.y;
}

}  // namespace

float choice_editor(FormContext& context, FieldSlot const& slot, Box const& at) {
  Ui const& ui = context.ui;
  Box const box{at.x, at.y, at.w, ui.px(size_control)};
  bool const many = slot.field.type == ValueType::references;
  auto const* const ids = slot.value.as<std::vector<Ulid>>();
  std::string const shown = many ? (ids && !ids->empty() ? ui.s.form_chosen(format_integer(static_cast<std::int64_t>(ids->size()), ui.numbers)) : std::string()) : shown_text(context, slot);
  if (closed_box(context, slot, box, slot.field.type == ValueType::enumeration && is_empty(slot.value) ? std::string() : shown)) picker_open(context.state.picker, slot.key);
  float const used = many ? chips(context, slot, {at.x, box.bottom(), at.w, 0}) : 0;
  if (context.state.picker.owner != slot.key) return box.h + used;
  FormChoices& choices = context.state.choices;
  if (choices.key != slot.key || choices.revision != context.plan.editor.revision()) choices = choices_of(context, slot);
  bool const creates = slot.field.target != RecordType::none && !record_info(slot.field.target).single && !context.state.picker.search.empty();
  PickerLook const look{many, creates ? create_choice_label(ui, slot.field.target, context.state.picker.search) : std::string(), 260};
  PickerResult const result = picker(ui, context.state.picker, slot.key, box, choices.rows, look);
  if (result.create && !result.text.empty()) create(context, slot, result.text);
  if (result.chosen >= 0) {
    Value const& value = choices.values[static_cast<std::size_t>(result.chosen)];
    if (many) toggle(slot, *value.as<Ulid>());
    else slot.write(value);
  }
  if (result.closed) choices = {}, ui.send.put(SealRequest{});
  return box.h + used;
}

}  // namespace rancang
