#include "ui/widgets/picker.hpp"

#include <imgui_internal.h>

#include "base/order.hpp"
#include "base/utf8.hpp"
#include "ui/icons_generated.hpp"
#include "ui/widgets/field_box.hpp"

namespace rancang {
namespace {
constexpr int visible_rows = 8;
constexpr std::string_view popup_name = "picker";

// Start of a word beats the middle of one; a match in the note counts as a whole.
int score(std::string const& label, std::string const& note, std::string const& wanted) {
  if (wanted.empty()) return 1;
  if (note == wanted) return 5;
  if (note.rfind(wanted, 0) == 0) return 4;
  std::size_t const at = label.find(wanted);
  if (at == 0) return 4;
  if (at != std::string::npos) return label[at - 1] == ' ' ? 3 : 2;
  return note.find(wanted) != std::string::npos ? 2 : 0;
}

void refresh_matches(PickerState& state, std::span<Choice const> choices) {
  std::string const wanted = utf8::fold(state.search);
  std::vector<std::pair<int, int>> scored;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    int const points = score(utf8::fold(choices[i].label), utf8::fold(choices[i].note), wanted);
    if (points > 0) scored.emplace_back(-points, static_cast<int>(i));
  }
  if (!wanted.empty()) sort_list(scored);  // equal points: in the order of the list
  state.matches.clear();
  for (auto const& [points, index] : scored) state.matches.push_back(index);
  state.known = choices.size();
  state.highlighted = 0;
  if (wanted.empty())
    for (std::size_t i = 0; i < state.matches.size(); ++i)
      if (choices[static_cast<std::size_t>(state.matches[i])].chosen) {
        state.highlighted = static_cast<int>(i);
        break;
      }
}

bool choice_row(Ui const& ui, Box const& box, Choice const& choice, bool highlighted, PickerLook const& look) {
  std::uint32_t const state = state_if(choice.chosen, probe::State::selected);
  Press const p = press(ui, box, choice.label + "##choice", {.role = probe::Role::option, .state = state, .focus_ring = false});
  if (highlighted || p.hovered) draw::fill(ui, box.inset(ui.px(2), 0), highlighted ? Token::surface_selected : Token::surface_hover, radius_chip);
  Box row = box.inset(ui.px(8), 0);
  if (look.several) {
    Box const square = row.cut_left(ui.px(16), ui.px(6)).middle(ui.px(16));
    draw::fill(ui, square, choice.chosen ? Token::accent_base : Token::surface_panel, radius_chip);
    draw::outline(ui, square, choice.chosen ? Token::accent_base : Token::border_strong, radius_chip);
    if (choice.chosen) draw::icon_in(ui, square, icon::check, Token::text_on_accent, 14);
  }
  if (choice.mark) draw::fill(row.cut_left(ui.px(9), ui.px(6)).middle(ui.px(9)), choice.mark, ui.px(2));
  if (choice.chosen && !look.several) draw::icon_in(ui, row.cut_right(ui.px(14), ui.px(6)), icon::check, Token::accent_text, 14);
  if (!choice.note.empty()) {
    float const note_width = std::min(draw::width(ui, choice.note, {Step::caption}), row.w / 3);
    draw::text_in(ui, row.cut_right(note_width, ui.px(8)), choice.note, Token::text_muted, {Step::caption});
  }
  draw::text_in(ui, row, choice.label, Token::text_primary, {Step::dense});
  return p.clicked;
}

// What the search field and the keyboard ask for in this frame.
struct Wishes {
  bool down, up, enter, escape;
};
Wishes search_part(Ui const& ui, PickerState& state, std::uint64_t key, Box const& field, std::span<Choice const> choices, FieldExit& exit) {
  FieldResult const search = field_box(ui, field, key, ui.s.ui_search(), state.search, {.icon = icon::search, .placeholder = ui.s.ui_search()});
  exit = search.exit;
  bool const other = state.known != choices.size();  // somebody else added or removed some of them while the list is open
  if (search.changed) state.search = std::string(search.text);
  if (search.changed || other) {
    int const highlighted = state.highlighted;
    refresh_matches(state, choices);
    if (!search.changed) state.highlighted = std::clamp(highlighted, 0, std::max(static_cast<int>(state.matches.size()) - 1, 0));
  }
  return {search.exit == FieldExit::arrow_down || ImGui::IsKeyPressed(ImGuiKey_DownArrow), search.exit == FieldExit::arrow_up || ImGui::IsKeyPressed(ImGuiKey_UpArrow),
          search.exit == FieldExit::enter || search.exit == FieldExit::tab || ImGui::IsKeyPressed(ImGuiKey_Enter), search.exit == FieldExit::escape || ImGui::IsKeyPressed(ImGuiKey_Escape, false)};
}

// The rows in sight; the index of the one that was pressed, or −1. `follow`: the highlighted one comes into view.
int list_part(Ui const& ui, PickerState const& state, std::span<Choice const> choices, PickerLook const& look, Box const& inner, float row_height, bool follow) {
  int chosen = -1;
  int const count = static_cast<int>(state.matches.size());
  ImGui::SetCursorScreenPos(inner.min());
  ImGui::BeginChild("choices", {inner.w, inner.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoNavInputs);
  if (count == 0) draw::text_in(ui, inner.inset(ui.px(8), 0).cut_top(row_height), ui.s.ui_no_match(), Token::text_muted, {Step::dense});
  float const origin = inner.y - ImGui::GetScrollY();
  if (follow) {
    float const top = static_cast<float>(state.highlighted) * row_height;
    if (top < ImGui::GetScrollY()) ImGui::SetScrollY(top);
    else if (top + row_height > ImGui::GetScrollY() + inner.h) ImGui::SetScrollY(top + row_height - inner.h);
  }
  int const first = std::max(0, static_cast<int>((inner.y - origin) / row_height));
  for (int i = first; i < count && origin + static_cast<float>(i) * row_height < inner.bottom(); ++i) {
    int const index = state.matches[static_cast<std::size_t>(i)];
    if (choice_row(ui, {inner.x, origin + static_cast<float>(i) * row_height, inner.w, row_height}, choices[static_cast<std::size_t>(index)], i == state.highlighted, look)) chosen = index;
  }
  ImGui::SetCursorScreenPos({inner.x, origin + static_cast<float>(count) * row_height});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
  return chosen;
}

bool create_row(Ui const& ui, std::string const& label, Box const& box) {
  draw::hline(ui, box.x, box.right(), box.y, Token::border_subtle);
  Press const p = press(ui, box, label, {.role = probe::Role::option, .focus_ring = false});
  if (p.hovered) draw::fill(ui, box.inset(ui.px(2), 1), Token::surface_hover, radius_chip);
  draw::text_in(ui, box.inset(ui.px(8), 0), label, Token::accent_text, {Step::dense});
  return p.clicked;
}

// The popup is gone, or goes.
void closed(Ui const& ui, PickerState& state, std::uint64_t search_key, PickerResult& result) {
  state.owner = 0;
  if (ui.edit.key() == search_key) ui.edit.end();
  result.closed = true;
}

// What stands inside the open popup.
void inside(Ui const& ui, PickerState& state, std::uint64_t search_key, Box inner, float row_height, std::span<Choice const> choices, PickerLook const& look, PickerResult& result) {
  FieldExit exit = FieldExit::none;
  Wishes const wish = search_part(ui, state, search_key, inner.cut_top(ui.px(28), ui.px(6)), choices, exit);
  bool const can_create = !look.create_label.empty();
  int const last = static_cast<int>(state.matches.size()) - 1;
  if (wish.down) state.highlighted = std::min(state.highlighted + 1, std::max(last, 0));
  if (wish.up) state.highlighted = std::max(state.highlighted - 1, 0);
  if (wish.enter && last >= 0) result.chosen = state.matches[static_cast<std::size_t>(std::min(state.highlighted, last))];
  else if (wish.enter && can_create && !state.search.empty()) result.create = true;
  Box const create_box = can_create ? inner.cut_bottom(row_height) : Box{};
  if (int const pressed = list_part(ui, state, choices, look, inner, row_height, wish.down || wish.up); pressed >= 0) result.chosen = pressed;
  if (can_create && create_row(ui, look.create_label, create_box)) result.create = true;
  result.text = state.search;
  bool const stays = !wish.escape && !(wish.enter && (!look.several || result.create));
  if (exit != FieldExit::none && exit != FieldExit::blur && stays) ui.edit.begin(search_key, state.search, false);
  if (!wish.escape && !result.create && (result.chosen < 0 || look.several)) return;
  popup_close();
  closed(ui, state, search_key, result);
}
}  // namespace

void picker_open(PickerState& state, std::uint64_t owner) { state = {owner, {}, 0, {}, 0, true}; }

PickerResult picker(Ui const& ui, PickerState& state, std::uint64_t owner, Box const& anchor, std::span<Choice const> choices, PickerLook const& look) {
  PickerResult result;
  if (state.owner != owner) return result;
  std::uint64_t const search_key = field_key("picker.search", owner);
  if (std::exchange(state.fresh, false)) {
    popup_open(popup_name);
    ui.edit.begin(search_key, state.search, state.search.empty());
    refresh_matches(state, choices);
  }
  float const row_height = ui.px(ui.touch ? size_control_touch : size_control);
  int const rows = std::min<int>(visible_rows, std::max<int>(1, static_cast<int>(state.matches.size()))) + (look.create_label.empty() ? 0 : 1);
  float const width = std::max(anchor.w, ui.px(look.width));
  float const height = ui.px(8 + 28 + 6 + 4) + static_cast<float>(rows) * row_height;
  Box box;
  if (!popup_begin(ui, popup_name, anchor, width, height, box)) {
    closed(ui, state, search_key, result);
    return result;
  }
  inside(ui, state, search_key, box.inset(ui.px(4)), row_height, choices, look, result);
  popup_end();
  return result;
}

}  // namespace rancang
