#include "rules/thread.hpp"
#include "ui/forms/thread_part.hpp"
#include "ui/icons_generated.hpp"
#include "ui/route.hpp"
#include "ui/widgets/button.hpp"

namespace rancang {
namespace {
constexpr float link_height = 20;

// Where a broken link is mended: here in this form, or on the record in between.
void mend_link(FormContext& context, RecordKey key, ThreadLink const& link) {
  if (link.mend == key.id) context.state.jump_to(link.field);
  else context.ui.send.go(record_route(context.plan.document.plan_id, link.mend_type, link.mend));
}

void link_row(FormContext& context, RecordKey key, ThreadLink const& link, Box const& box) {
  Ui const& ui = context.ui;
  Box row = box;
  ImVec2 const dot{row.cut_left(ui.px(14), ui.px(6)).x + ui.px(7), box.y + box.h / 2};
  Token const mark = link.node ? Token::text_primary : Token::sev_error;
  ImGui::GetWindowDrawList()->AddCircleFilled(dot, ui.px(4), ui.look.color(Token::surface_panel));
  ImGui::GetWindowDrawList()->AddCircle(dot, ui.px(3.5f), ui.look.color(mark), 0, 2);
  std::string_view const kind = record_label(ui.s, record_info(link.type));
  draw::text_in(ui, row.cut_left(draw::width(ui, kind, {Step::dense}), ui.px(8)), kind, Token::text_secondary, {Step::dense});
  if (link.node) {
    std::string_view const title = link.node->title();
    Press const p = press(ui, row, std::string(title) + "##thread" + ulid_text(link.node->id), {.role = probe::Role::button});
    if (draw::text_in(ui, row, title, p.hovered ? Token::accent_text : Token::text_primary, {Step::dense}) && p.hovered) tooltip(ui, title);
    if (p.clicked) ui.send.go(record_route(context.plan.document.plan_id, link.type, link.node->id));
    return;
  }
  std::string const verb = std::string(link.field >= 0 ? ui.s.thread_choose() : ui.s.thread_broken_above()) + "##thread" + std::to_string(static_cast<int>(link.type));
  if (link.field < 0) draw::text_in(ui, row, ui.s.thread_broken_above(), Token::text_muted, {Step::dense});
  else if (rancang::link(ui, {row.x, row.middle(ui.px(18)).y}, verb)) mend_link(context, key, link);
}
}  // namespace

void thread_part(FormContext& context, RecordKey key, Node const& node, Box& column) {
  auto const thread = thread_of(context.plan.document, node);
  if (thread.empty()) return;
  Ui const& ui = context.ui;
  Box head = column.cut_top(ui.px(18), ui.px(2));
  bool const whole = is_whole(thread);
  std::string_view const state = whole ? ui.s.thread_whole() : ui.s.thread_broken();
  Token const color = whole ? Token::save_ok : Token::sev_error;
  draw::text_in(ui, head.cut_right(draw::width(ui, state, {Step::dense}), ui.px(4)), state, color, {Step::dense});
  draw::icon_in(ui, head.cut_right(ui.px(14)), whole ? icon::circle_check : icon::unlink, color, 14);
  draw::text_in(ui, head, ui.s.thread_title(), Token::text_secondary, {Step::dense});
  if (probe::wanted()) probe::item(ui.s.thread_title(), probe::Role::heading, head.rect());
  float const height = ui.px(link_height), x = column.x + ui.px(7);
  auto const line = static_cast<float>(thread.size() - 1) * height;
  draw::fill(ui, {x - 1, column.y + height / 2, 2, line}, Token::chart_line);
  for (ThreadLink const& link : thread) link_row(context, key, link, column.cut_top(height));
  column.cut_top(ui.px(10));
}

}  // namespace rancang
