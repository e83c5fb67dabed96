#include "ui/icons_generated.hpp"
#include "ui/views/plan_lists.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {

void refresh(PlanView const& plan, TrashState& state) {
  if (state.seen_revision == plan.editor.revision()) return;
  state.seen_revision = plan.editor.revision();
  state.shown.clear();
  for (auto const& table : plan.document.tables) {
    if (table.trash_size() == 0) continue;
    table.for_each_stored([&](NodePtr const& node) {
      if (!node->is_alive()) state.shown.push_back(node);
    });
  }
  std::erase_if(state.chosen, [&](RecordKey key) { return plan.document.table(key.type).find_alive(key.id) != nullptr; });
}

void toggle(TrashState& state, RecordKey key) {
  auto const at = std::find(state.chosen.begin(), state.chosen.end(), key);
  if (at == state.chosen.end()) state.chosen.push_back(key);
  else state.chosen.erase(at);
}

}  // namespace

void trash_view(Ui const& ui, PlanView const& plan, TrashState& state, Box area) {
  refresh(plan, state);
  Box head = area.cut_top(ui.px(layout_view_header)).inset(ui.px(12), 0);
  std::string const count = format_integer(static_cast<std::int64_t>(state.chosen.size()), ui.numbers);
  std::string_view const blocked = plan.read_only ? ui.s.save_read_only() : std::string_view();
  if (!state.chosen.empty() && button_right(ui, head, ui.s.trash_restore(count), {.kind = ButtonKind::primary, .icon = icon::rotate_ccw, .small = true, .disabled = blocked}))
    ui.send.edit(RestoreRecords{state.chosen});
  Box const title = head.cut_left(draw::width(ui, ui.s.action_show_trash(), {Step::lead, Weight::bold}), ui.px(10));
  heading(ui, title, ui.s.action_show_trash(), Step::lead);
  draw::text_in(ui, head, ui.s.trash_count(format_integer(static_cast<std::int64_t>(state.shown.size()), ui.numbers)), Token::text_muted, {Step::dense});
  draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
  if (state.shown.empty()) return void(empty_state(ui, area, icon::trash_2, ui.s.trash_empty(), ui.s.trash_empty_text(), {}));
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("trash", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  float const height = ui.px(30), origin = area.y - ImGui::GetScrollY();
  auto const first = static_cast<std::size_t>(ImGui::GetScrollY() / height);
  for (std::size_t i = first; i < state.shown.size(); ++i) {
    Box const box{area.x, origin + static_cast<float>(i) * height, area.w, height};
    if (box.y >= area.bottom()) break;
    Node const& node = *state.shown[i];
    RecordKey const key{node.type, node.id};
    bool const on = std::find(state.chosen.begin(), state.chosen.end(), key) != state.chosen.end();
    if (on) draw::fill(ui, box, Token::surface_selected);
    draw::hline(ui, box.x, box.right(), box.bottom() - 1, Token::border_subtle);
    Box row = box.inset(ui.px(12), 0);
    draw::text_in(ui, row.cut_right(ui.px(180), ui.px(12)), record_label(ui.s, node.info()), Token::text_muted, {Step::dense});
    std::string title_text = record_title(plan.document, node);
    if (title_text.empty()) title_text = ui.s.ui_untitled();
    if (check_box(ui, row, title_text + "##" + ulid_text(node.id), on)) toggle(state, key);
  }
  ImGui::SetCursorScreenPos({area.x, origin + static_cast<float>(state.shown.size()) * height});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

}  // namespace rancang
