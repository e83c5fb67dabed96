#include "ui/icons_generated.hpp"
#include "ui/views/home_view.hpp"
#include "ui/views/plan_lists.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {
char const* step_icon(CommandLabel const& label) {
  static constexpr char const* icons[] = {icon::pencil, icon::clipboard_paste, icon::plus, icon::copy, icon::trash_2, icon::rotate_ccw, icon::arrow_down_up, icon::git_merge, icon::git_merge, icon::git_merge};
  return label.kind < std::size(icons) ? icons[label.kind] : icon::pencil;
}

// The last row: the plan as it was opened, or as far back as this session remembers.
std::string start_sentence(Ui const& ui, History const& history) {
  return history.forgotten() == 0 ? std::string(ui.s.history_start()) : ui.s.history_forgotten(format_integer(static_cast<std::int64_t>(history.forgotten()), ui.numbers));
}
}  // namespace

std::string step_sentence(Strings const& s, NumberStyle numbers, CommandLabel const& label) {
  if (label.type == RecordType::none) return std::string(s.history_other());
  RecordInfo const& info = record_info(label.type);
  std::string const count = format_integer(static_cast<std::int64_t>(label.count), numbers);
  std::string const kind(record_label(s, info));
  std::string const title = label.title.empty() ? std::string(s.ui_untitled()) : label.title;
  std::string const what = label.count == 1 ? kind + " \xE2\x80\x9C" + title + "\xE2\x80\x9D" : count + " " + kind;
  switch (label.kind) {
    case 0: return s.history_set(label.field >= 0 ? field_label(s, info, info.fields[static_cast<std::size_t>(label.field)]) : std::string_view(), title);
    case 1:
      switch (label.cause) {
        case SetCells::Cause::paste: return s.history_paste(what);
        case SetCells::Cause::fill: return s.history_fill(what);
        case SetCells::Cause::clear: return s.history_clear(what);
        case SetCells::Cause::bulk: return s.history_bulk(what);
      }
      return {};
    case 2: return s.history_create(what);
    case 3: return s.history_duplicate(what);
    case 4: return s.history_delete(what);
    case 5: return s.history_restore(what);
    case 6: return s.history_move(what);
    case 8: return s.history_merge(count);
    case 9: return s.history_join(what);
    default: return s.history_adopt(count);
  }
}

void history_view(Ui const& ui, PlanView const& plan, HistoryViewState&, Box area) {
  History const& history = plan.editor.history();
  Box head = area.cut_top(ui.px(layout_view_header)).inset(ui.px(12), 0);
  Box const title = head.cut_left(draw::width(ui, ui.s.action_show_history(), {Step::lead, Weight::bold}), ui.px(10));
  heading(ui, title, ui.s.action_show_history(), Step::lead);
  draw::text_in(ui, head, plan.read_only ? ui.s.grid_read_only() : ui.s.history_hint(), Token::text_muted, {Step::dense});
  draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
  std::size_t const count = history.steps().size();
  if (count == 0) return void(empty_state(ui, area, icon::history, ui.s.history_empty(), ui.s.history_empty_text(), {}));
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("history", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  float const height = ui.px(30), origin = area.y - ImGui::GetScrollY();
  auto const first = static_cast<std::size_t>(ImGui::GetScrollY() / height);
  // Newest first; the last row is the state in which the plan was opened, or the oldest one that is remembered.
  for (std::size_t i = first; i <= count; ++i) {
    Box const box{area.x, origin + static_cast<float>(i) * height, area.w, height};
    if (box.y >= area.bottom()) break;
    std::size_t const position = count - i;
    bool const current = position == history.position(), undone = position > history.position();
    std::string const text = position == 0 ? start_sentence(ui, history) : step_sentence(ui.s, ui.numbers, history.steps()[position - 1].label);
    Press const p = press(ui, box, text + "##" + std::to_string(position), {.role = probe::Role::row, .state = state_if(current, probe::State::selected), .disabled = plan.read_only});
    if (current || (p.hovered && !plan.read_only)) draw::fill(ui, box, current ? Token::surface_selected : Token::surface_hover);
    draw::hline(ui, box.x, box.right(), box.bottom() - 1, Token::border_subtle);
    Box row = box.inset(ui.px(12), 0);
    draw::icon_in(ui, row.cut_left(ui.px(16), ui.px(10)), position == 0 ? (history.forgotten() == 0 ? icon::folder_open : icon::hourglass) : step_icon(history.steps()[position - 1].label), Token::text_muted, 16);
    draw::text_in(ui, row.cut_right(ui.px(140), ui.px(12)), position == 0 ? std::string() : when_text(ui, history.steps()[position - 1].unix_ms), Token::text_muted, {Step::dense, Weight::regular, draw::Align::right});
    draw::text_in(ui, row, text, undone ? Token::text_disabled : Token::text_primary, {Step::dense, current ? Weight::bold : Weight::regular});
    if (p.clicked) ui.send.put(UndoToRequest{history.forgotten() + position});
  }
  ImGui::SetCursorScreenPos({area.x, origin + static_cast<float>(count + 1) * height});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

}  // namespace rancang
