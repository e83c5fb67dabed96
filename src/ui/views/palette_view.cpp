#include <imgui_internal.h>

#include "base/order.hpp"
#include "base/utf8.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/overlay_views.hpp"
#include "ui/widgets/field_box.hpp"
#include "ui/widgets/popup.hpp"

namespace rancang {
namespace {
constexpr std::string_view popup_name = "palette";
constexpr std::size_t most_records = 8, most_hits = 16;
using Hit = PaletteState::Hit;

// All words occur; a word at the very start counts more.
int score(std::string const& folded, std::vector<std::string> const& words) {
  int points = 1;
  for (auto const& word : words) {
    std::size_t const at = folded.find(word);
    if (at == std::string::npos) return 0;
    points += at == 0 ? 3 : folded[at - 1] == ' ' ? 2 : 1;
  }
  return points;
}

std::vector<std::string> words_of(std::string const& folded) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t const stop = std::min(folded.find(' ', at), folded.size());
    if (stop > at) out.push_back(folded.substr(at, stop - at));
    at = stop + 1;
  }
  return out;
}

void add_records(Ui const& ui, PlanView const& plan, std::vector<std::string> const& words, std::vector<Hit>& hits) {
  std::vector<std::pair<std::pair<int, std::size_t>, NodePtr>> found;  // points against it, then as found
  for (auto const& info : record_infos()) {
    plan.document.table(info.type).for_each([&](NodePtr const& node) {
      int const points = score(utf8::fold(node->title()), words);
      if (points > 0) found.emplace_back(std::pair(-points, found.size()), node);
    });
  }
  sort_list(found, [](auto const& a, auto const& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < found.size() && i < most_records; ++i) {
    Node const& node = *found[i].second;
    hits.push_back({Hit::Kind::record, {}, node.type, node.id, std::string(utf8::cut(node.title(), 120)), std::string(record_label(ui.s, node.info()))});
  }
}

// What looks at the whole plan: in a slice it is not offered, as in the menu.
bool needs_whole_plan(Action action) { return action == Action::show_slices || action == Action::show_owed || action == Action::show_stages || action == Action::show_attendance; }

void search(Ui const& ui, PlanView const* plan, PaletteState& state) {
  auto const words = words_of(utf8::fold(state.search));
  state.hits.clear();
  state.highlighted = 0;
  if (plan && !words.empty()) add_records(ui, *plan, words, state.hits);
  for (auto const& info : record_infos()) {
    if (!plan || state.hits.size() >= most_hits) break;
    std::string const label(record_many(ui.s, info));
    if (score(utf8::fold(label), words) > 0 && !words.empty()) state.hits.push_back({Hit::Kind::screen, {}, info.type, {}, label, std::string(ui.s.palette_screen())});
  }
  for (int i = 0; i < static_cast<int>(Action::count) && state.hits.size() < most_hits; ++i) {
    auto const action = static_cast<Action>(i);
    if ((needs_plan(action) && !plan) || action == Action::open_palette || (action == Action::save_in_place && !ui.saves_in_place)) continue;
    if (needs_whole_plan(action) && plan->document.scope) continue;
    if (action == Action::show_folder && !ui.shares_folders) continue;
    std::string const label(action_label(action, ui.s));
    if (score(utf8::fold(label), words) == 0) continue;
    auto const shortcut = action_shortcut(action);
    state.hits.push_back({Hit::Kind::action, action, RecordType::none, {}, label, shortcut ? shortcut_text(*shortcut) : std::string()});
  }
}

char const* hit_icon(Hit const& hit) { return hit.kind == Hit::Kind::action ? action_icon(hit.action) : hit.kind == Hit::Kind::screen ? icon::arrow_right : icon::table_2; }

void choose(Ui const& ui, PlanView const* plan, Hit const& hit) {
  if (hit.kind == Hit::Kind::action) ui.send.act(hit.action);
  else if (plan) ui.send.go(record_route(plan->document.plan_id, hit.type, hit.record));
}

bool hit_row(Ui const& ui, Hit const& hit, Box const& box, bool highlighted, std::size_t index) {
  Press const p = press(ui, box, hit.label + "##hit" + std::to_string(index), {.role = probe::Role::option, .state = state_if(highlighted, probe::State::selected), .focus_ring = false});
  if (highlighted || p.hovered) draw::fill(ui, box, highlighted ? Token::surface_selected : Token::surface_hover);
  Box row = box.inset(ui.px(12), 0);
  draw::icon_in(ui, row.cut_left(ui.px(16), ui.px(10)), hit_icon(hit), Token::text_muted, 16);
  if (!hit.note.empty()) draw::text_in(ui, row.cut_right(draw::width(ui, hit.note, {Step::caption}), ui.px(12)), hit.note, Token::text_muted, {Step::caption});
  draw::text_in(ui, row, hit.label, Token::text_primary);
  return p.clicked;
}

void move_highlight(PaletteState& state, FieldExit exit, int last) {
  if (exit == FieldExit::arrow_down || ImGui::IsKeyPressed(ImGuiKey_DownArrow)) state.highlighted = std::min(state.highlighted + 1, std::max(last, 0));
  if (exit == FieldExit::arrow_up || ImGui::IsKeyPressed(ImGuiKey_UpArrow)) state.highlighted = std::max(state.highlighted - 1, 0);
}

void close(Ui const& ui, PaletteState& state, std::uint64_t key) {
  state.open = false;
  if (ui.edit.key() == key) ui.edit.end();
}
}  // namespace

void palette_view(Ui const& ui, PlanView const* plan, PaletteState& state) {
  std::uint64_t const key = field_key("palette");
  float const width = std::min(ui.px(560), ui.screen.w - ui.px(16));
  Box const anchor{ui.screen.x + (ui.screen.w - width) / 2, ui.screen.y + ui.px(60), width, 0};
  if (state.wanted) {
    state.wanted = false;
    state.open = true;
    state.search.clear();
    search(ui, plan, state);
    popup_open(popup_name);
    ui.edit.begin(key, "");
  }
  if (!state.open) return;
  float const row_height = ui.px(size_control_normal);
  Box box;
  float const height = ui.px(44) + std::max<float>(1, static_cast<float>(state.hits.size())) * row_height + ui.px(6);
  if (!popup_begin(ui, popup_name, anchor, width, height, box)) return close(ui, state, key);
  Box const field = box.cut_top(ui.px(44)).inset(ui.px(6));
  FieldResult const typed = field_box(ui, field, key, ui.s.action_open_palette(), state.search, {.icon = icon::search, .placeholder = ui.s.action_open_palette()});
  if (typed.changed) {
    state.search = std::string(typed.text);
    search(ui, plan, state);
  }
  int const last = static_cast<int>(state.hits.size()) - 1;
  move_highlight(state, typed.exit, last);
  bool const enter = typed.exit == FieldExit::enter || ImGui::IsKeyPressed(ImGuiKey_Enter);
  bool const escape = typed.exit == FieldExit::escape || ImGui::IsKeyPressed(ImGuiKey_Escape, false);
  int chosen = enter && last >= 0 ? state.highlighted : -1;
  if (state.hits.empty()) draw::text_in(ui, box.cut_top(row_height).inset(ui.px(12), 0), ui.s.ui_no_match(), Token::text_muted);
  for (std::size_t i = 0; i < state.hits.size(); ++i)
    if (hit_row(ui, state.hits[i], box.cut_top(row_height), static_cast<int>(i) == state.highlighted, i)) chosen = static_cast<int>(i);
  if (!enter && !escape && (typed.exit == FieldExit::arrow_down || typed.exit == FieldExit::arrow_up)) ui.edit.begin(key, state.search, false);
  if (chosen >= 0) choose(ui, plan, state.hits[static_cast<std::size_t>(chosen)]);
  if (chosen >= 0 || escape) {
    popup_close();
    close(ui, state, key);
  }
  popup_end();
}

}  // namespace rancang
