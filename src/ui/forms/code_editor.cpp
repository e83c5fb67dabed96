// A field for codes of the nomenclature: what is typed, a code or words of a name, is looked up at once; a line below takes it over.
#include "rules/code_search.hpp"
#include "ui/forms/field_editor.hpp"
#include "ui/icons_generated.hpp"
#include "ui/widgets/button.hpp"

namespace rancang {
namespace {
constexpr std::size_t offers_shown = 8;

Node const* record_of(FormContext const& context, FieldSlot const& slot) { return context.plan.document.find(slot.info.type, context.state.record); }

void refresh_offers(FormContext& context, FieldSlot const& slot, std::string_view text) {
  FormState& state = context.state;
  std::uint64_t const revision = context.plan.editor.revision();
  if (state.code_revision == revision && state.code_text == text) return;
  if (state.code_text != text) state.code_line = -1;
  state.code_revision = revision;
  state.code_text = std::string(text);
  state.code_offers = code_offers(context.plan.document, slot.info, text, offers_shown);
}

// The code, its edition and the official name as one step.
void take_offer(FormContext& context, FieldSlot const& slot, CodeOffer const& offer) {
  Node const* const record = record_of(context, slot);
  if (!record) return;
  SetCells command;
  for (auto& [field, value] : offer_values(*record, slot.field, offer)) command.cells.push_back({record->type, record->id, field, std::move(value)});
  if (context.ui.edit.key() == slot.key) context.ui.edit.end();
  context.state.problem_key = 0;
  context.state.code_key = 0;
  context.ui.send.edit(std::move(command));
  context.ui.send.put(SealRequest{});
}

std::string note_of(Ui const& ui, CodeOffer const& offer) {
  std::string out;
  if (offer.level != CodeLevel::unset) out = enum_label(ui.s, enum_info<CodeLevel>(), static_cast<std::size_t>(offer.level));
  if (offer.edition != CodeEdition::unset) (out += out.empty() ? "" : " \xC2\xB7 ") += enum_label(ui.s, enum_info<CodeEdition>(), static_cast<std::size_t>(offer.edition));
  return out;
}

bool offer_row(Ui const& ui, Box const& box, CodeOffer const& offer, bool highlighted) {
  std::string const note = note_of(ui, offer), text = offer.code + "  " + offer.name;
  Press const p = press(ui, box, text + "##code" + ulid_text(offer.id), {.role = probe::Role::option, .state = state_if(highlighted, probe::State::selected), .value = note, .focus_ring = false});
  if (highlighted || p.hovered) draw::fill(ui, box, highlighted ? Token::surface_selected : Token::surface_hover, radius_chip);
  Box row = box.inset(ui.px(8), 0);
  Box const first = row.cut_top(box.h / 2);
  if (draw::text_in(ui, first, text, Token::text_primary, {Step::dense}) && p.hovered) tooltip(ui, text);
  draw::text_in(ui, row, note, Token::text_muted, {Step::caption});
  return p.clicked;
}

// The lines below the field; returns their height.
float offers_part(FormContext& context, FieldSlot const& slot, Box const& at) {
  Ui const& ui = context.ui;
  FormState& state = context.state;
  float const row_height = ui.px(36);
  Box list{at.x, at.y + ui.px(2), at.w, std::max<float>(1, static_cast<float>(state.code_offers.size())) * row_height + ui.px(4)};
  draw::fill(ui, list, Token::surface_panel, radius_control);
  draw::outline(ui, list, Token::border_strong, radius_control);
  Box rows = list.inset(ui.px(2));
  if (state.code_offers.empty()) draw::text_in(ui, rows.cut_top(row_height).inset(ui.px(8), 0), ui.s.code_none(), Token::text_muted, {Step::dense});
  int chosen = -1;
  for (int i = 0; i < static_cast<int>(state.code_offers.size()); ++i)
    if (offer_row(ui, rows.cut_top(row_height), state.code_offers[static_cast<std::size_t>(i)], i == state.code_line)) chosen = i;
  bool const elsewhere = ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !list.contains(ImGui::GetIO().MousePos) && !ui.edit.is_editing(slot.key);
  if (elsewhere) state.code_key = 0;
  if (chosen >= 0) take_offer(context, slot, CodeOffer(state.code_offers[static_cast<std::size_t>(chosen)]));
  return list.h + ui.px(2);
}

void follow_keys(FormContext& context, FieldSlot const& slot, FieldExit exit) {
  FormState& state = context.state;
  int const last = static_cast<int>(state.code_offers.size()) - 1;
  bool const editing = context.ui.edit.is_editing(slot.key);
  bool const down = exit == FieldExit::arrow_down || (editing && ImGui::IsKeyPressed(ImGuiKey_DownArrow)), up = exit == FieldExit::arrow_up || (editing && ImGui::IsKeyPressed(ImGuiKey_UpArrow));
  if (down) state.code_line = std::min(state.code_line + 1, last);
  if (up) state.code_line = std::max(state.code_line - 1, -1);
  if (exit == FieldExit::arrow_down || exit == FieldExit::arrow_up) context.ui.edit.begin(slot.key, state.code_text);
  bool const taken = exit == FieldExit::enter && state.code_line >= 0 && state.code_line <= last;
  if (taken) take_offer(context, slot, CodeOffer(state.code_offers[static_cast<std::size_t>(state.code_line)]));
  if (exit == FieldExit::enter || exit == FieldExit::tab || exit == FieldExit::shift_tab || exit == FieldExit::escape) state.code_key = 0;
}
}  // namespace

float code_editor(FormContext& context, FieldSlot const& slot, Box const& at, ParsedLook look) {
  Ui const& ui = context.ui;
  FormState& state = context.state;
  FieldExit exit = FieldExit::none;
  look.exit = &exit;
  look.tidy = [&](std::string_view text) -> std::optional<Value> {
    Node const* const record = record_of(context, slot);
    auto code = record ? tidy_code(*record, slot.field, text) : std::nullopt;
    return code ? std::optional<Value>(Value(std::move(*code))) : std::nullopt;
  };
  bool const open_before = state.code_key == slot.key;
  Box field = at;
  Box const sign = field.cut_right(ui.px(size_control), ui.px(2));
  float const height = parsed_field(context, slot, {field.x, at.y, field.w, at.h}, look, [](std::string_view text) -> Result<Value> { return Value(std::string(text)); });
  bool const editing = ui.edit.is_editing(slot.key);
  std::string const name = std::string(ui.s.code_search()) + "##" + std::to_string(slot.key);
  bool const pressed = icon_button(ui, {sign.x, at.y, sign.w, ui.px(size_control)}, icon::search, name, {.icon_size = 14, .active = open_before, .disabled = context.plan.read_only ? ui.s.save_read_only() : std::string_view()});
  if (pressed && !editing) ui.edit.begin(slot.key, look.shown);
  if (editing || pressed) state.code_key = slot.key;
  if (ui.edit.key() != 0 && ui.edit.key() != slot.key && open_before) state.code_key = 0;
  if (exit != FieldExit::none) follow_keys(context, slot, exit);
  else if (editing) follow_keys(context, slot, FieldExit::none);
  if (state.code_key != slot.key) return height;
  // Once the field is left the lines stay as they are until one is pressed, so that none moves under the pointer.
  if (editing || pressed) refresh_offers(context, slot, editing ? std::string_view(ui.edit.text()) : std::string_view(look.shown));
  return height + offers_part(context, slot, {at.x, at.y + height, at.w, 0});
}

}  // namespace rancang
