#include "ui/views/merge_view.hpp"

#include "ui/icons_generated.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/notes.hpp"
#include "ui/widgets/popup.hpp"

namespace rancang {
namespace {
constexpr float bar_height = 48;
constexpr char cancel_question[] = "merge.cancel";

std::string number(Ui const& ui, std::size_t count) { return format_integer(static_cast<std::int64_t>(count), ui.numbers); }

std::string comparing_text(Ui const& ui, MergeSession const& session) { return ui.s.merge_comparing(number(ui, static_cast<std::size_t>(session.progress() * 100))); }

void report_button(Ui const& ui, MergeSession const& session, Box& head) {
  std::string const comparing = session.comparing() ? comparing_text(ui, session) : std::string();
  bool const pressed = head.w < ui.px(620) ? icon_button(ui, head.cut_right(ui.px(24), ui.px(6)).middle(ui.px(24)), icon::file_text, ui.s.merge_report(), {.icon_size = 14, .disabled = comparing})
                                           : button_right(ui, head, ui.s.merge_report(), {.icon = icon::file_text, .small = true, .disabled = comparing});
  if (pressed) ui.send.put(MergeRequest{MergeRequest::Kind::report, 0, Pick::merged, {}});
}

void head_part(Ui const& ui, MergeBoard const& board, Box head) {
  if (board.session) report_button(ui, *board.session, head);
  if (board.session && button_right(ui, head, ui.s.merge_add_files(), {.kind = ButtonKind::quiet, .icon = icon::file_plus, .small = true})) ui.send.act(Action::open_files);
  Box const title = head.cut_left(draw::width(ui, ui.s.merge_title(), {Step::lead, Weight::bold}), ui.px(10));
  heading(ui, title, ui.s.merge_title(), Step::lead);
  std::string facts;
  if (board.reading >= 0) facts = ui.s.import_reading(number(ui, static_cast<std::size_t>(board.reading)));
  else if (board.session && board.session->comparing()) facts = comparing_text(ui, *board.session);
  else if (board.session) facts = ui.s.merge_facts(number(ui, board.session->files().size()), number(ui, board.session->tally().total), number(ui, board.session->tally().records));
  std::size_t left_out = 0;
  if (board.session)
    for (auto const& file : board.session->files()) left_out += file.left_out.size();
  if (left_out > 0) facts += ". " + ui.s.merge_left_out_facts(number(ui, left_out));
  if (!facts.empty() && probe::wanted()) probe::item(facts, probe::Role::status, head.rect());
  draw::text_in(ui, head, facts, Token::text_secondary, {Step::dense});
}

void cancel(Ui const& ui) { ui.send.put(MergeRequest{MergeRequest::Kind::cancel, 0, Pick::merged, {}}); }

void cancel_dialog(Ui const& ui, MergeSession const& session) {
  DialogFrame frame;
  if (!dialog_begin(ui, cancel_question, ui.s.merge_cancel_title(), ui.px(440), ui.px(180), frame)) return;
  std::string const count = number(ui, session.decisions());
  read_paragraph(ui, frame.content, ui.s.merge_cancel_text(count), Token::text_secondary);
  bool const yes = button_right(ui, frame.buttons, ui.s.merge_cancel_yes(count), {.kind = ButtonKind::danger, .icon = icon::trash_2});
  bool const no = button_right(ui, frame.buttons, ui.s.merge_cancel_no());
  if (yes) cancel(ui);
  if (yes || no) popup_close();
  dialog_end();
}

void bottom_bar(Ui const& ui, PlanView const& plan, MergeSession const& session, Box area) {
  draw::hline(ui, area.x, area.right(), area.y, Token::border_default);
  Box row = area.inset(ui.px(12), 0);
  MergeTally const& tally = session.tally();
  bool any = false;
  for (auto const& file : session.files()) any = any || file.ticked;
  std::string const waiting = number(ui, tally.waiting), coming = number(ui, tally.coming()), hint = ui.s.merge_waiting_hint(waiting);
  std::string const comparing = session.comparing() ? comparing_text(ui, session) : std::string();
  std::string_view const blocked = plan.read_only ? ui.s.save_read_only() : !comparing.empty() ? std::string_view(comparing) : !any ? ui.s.merge_none_chosen() : std::string_view();
  std::string_view const undecided = !blocked.empty() ? blocked : tally.waiting > 0 ? std::string_view(hint) : std::string_view();
  auto const confirm = [&] { ui.send.put(MergeRequest{MergeRequest::Kind::confirm, 0, Pick::merged, {}}); };
  if (button_right(ui, row, ui.s.merge_confirm(number(ui, tally.total - tally.refused)), {.kind = ButtonKind::primary, .icon = icon::git_merge, .disabled = undecided}, 8)) confirm();
  if (tally.waiting > 0 && button_right(ui, row, ui.s.merge_postpone(waiting, coming), {.disabled = blocked, .tooltip = ui.s.merge_postpone_hint()}, 8)) confirm();
  if (button_right(ui, row, ui.s.merge_cancel(), {.kind = ButtonKind::quiet}, 12)) {
    if (session.decisions() > 0) popup_open(cancel_question);
    else cancel(ui);
  }
  if (row.w < ui.px(120)) return;
  progress_bar(ui, row.cut_left(std::min(ui.px(116), row.w * 0.25f), ui.px(10)).middle(ui.px(6)), tally.total == 0 ? 1.0f : static_cast<float>(tally.ready()) / static_cast<float>(tally.total));
  std::string const text = ui.s.merge_ready(number(ui, tally.ready()), number(ui, tally.total), waiting);
  if (probe::wanted()) probe::item(text, probe::Role::status, row.rect());
  draw::text_in(ui, row.cut_left(std::min(draw::width(ui, text), row.w), ui.px(12)), text, Token::text_primary);
  if (row.w > draw::width(ui, ui.s.merge_one_undo(), {Step::dense}) + ui.px(20)) {
    draw::icon_in(ui, row.cut_left(ui.px(14), ui.px(5)), icon::undo_2, Token::text_secondary, 14);
    draw::text_in(ui, row, ui.s.merge_one_undo(), Token::text_secondary, {Step::dense});
  }
}

void body_part(Ui const& ui, PlanView const& plan, MergeSession const& session, MergeViewState& state, Box area) {
  if (session.comparing()) return void(draw::text_in(ui, area, comparing_text(ui, session), Token::text_secondary, {Step::body, Weight::regular, draw::Align::center}));
  if (session.rows().empty() && session.twins().empty()) return void(empty_state(ui, area, icon::circle_check, ui.s.merge_nothing(), {}, {}));
  // Side by side; where there is no room for that, one above the other.
  bool const wide = area.w >= ui.px(760);
  Box list = wide ? area.cut_left(std::max(ui.px(300), area.w * 0.345f)) : area.cut_top(area.h * 0.4f);
  merge_list(ui, session, state, list);
  if (wide) draw::vline(ui, area.x, area.y, area.bottom(), Token::border_default), area.cut_left(1);
  else draw::hline(ui, area.x, area.right(), area.y, Token::border_default), area.cut_top(1);
  merge_record(ui, plan, session, state, area);
}
}  // namespace

void merge_view(Ui const& ui, PlanView const& plan, MergeBoard const& board, MergeViewState& state, Box area) {
  head_part(ui, board, area.cut_top(ui.px(layout_view_header)).inset(ui.px(12), 0));
  draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
  if (!board.session) {
    state = {};
    if (board.reading < 0 && empty_state(ui, area, icon::git_merge, ui.s.merge_empty(), ui.s.merge_empty_text(), ui.s.merge_choose_files(), {}, icon::folder_open) == 1) ui.send.act(Action::open_files);
    return;
  }
  bottom_bar(ui, plan, *board.session, area.cut_bottom(ui.px(bar_height)));
  merge_files_table(ui, *board.session, area.cut_top(merge_files_height(ui, *board.session)));
  body_part(ui, plan, *board.session, state, area);
  cancel_dialog(ui, *board.session);
}

}  // namespace rancang
