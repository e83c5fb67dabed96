#include "ui/error_text.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/overlay_views.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {

struct VerdictLook {
  char const* icon;
  Token color;
  std::string text;
};
VerdictLook verdict_look(Ui const& ui, ImportItem const& item) {
  auto const number = [&](std::size_t n) { return format_integer(static_cast<std::int64_t>(n), ui.numbers); };
  switch (item.verdict) {
    case ImportVerdict::reading: return {icon::hourglass, Token::text_muted, ui.s.import_reading(number(static_cast<std::size_t>(item.progress)))};
    case ImportVerdict::fresh: return {icon::circle_check, Token::status_agreed, ui.s.import_fresh(number(item.records))};
    case ImportVerdict::known: return {icon::circle_dot, Token::status_review, std::string(ui.s.import_known())};
    case ImportVerdict::refused: return {icon::octagon_x, Token::sev_error, error_text(ui.s, item.refusal)};
  }
  return {"", Token::text_muted, {}};
}

std::string remark_text(Ui const& ui, Error const& remark) {
  std::vector<std::string_view> const args(remark.args.begin(), remark.args.end());
  return ui.s.format("remark." + remark.id, args);
}

std::string origin_text(Ui const& ui, ImportItem const& item) { return item.saved_at.empty() ? item.file : ui.s.import_file(item.file, item.saved_at); }

float item_height(Ui const& ui, ImportItem const& item, float width) {
  float height = ui.px(14 + 18 + 4 + 10 + 28 + 14);
  height += draw::paragraph(ui, {}, width, origin_text(ui, item), Token::text_muted, {Step::dense}, 0, draw::Mode::measure);
  height += draw::paragraph(ui, {}, width, verdict_look(ui, item).text, Token::text_primary, {Step::dense}, 0, draw::Mode::measure);
  for (auto const& remark : item.remarks) height += draw::paragraph(ui, {}, width - ui.px(20), remark_text(ui, remark), Token::text_secondary, {Step::dense}, 0, draw::Mode::measure);
  return height;
}

void answers(Ui const& ui, ImportItem const& item, std::size_t index, Box row) {
  if (item.answered) return;
  std::string const tail = "##" + std::to_string(index);
  auto const answer = [&](ImportChoice choice) { ui.send.put(ImportRequest{index, choice}); };
  if (item.verdict == ImportVerdict::fresh && button_left(ui, row, std::string(ui.s.import_add()) + tail, {.kind = ButtonKind::primary, .icon = icon::plus})) answer(ImportChoice::add_as_new);
  if (item.verdict == ImportVerdict::known) {
    if (button_left(ui, row, std::string(ui.s.import_merge()) + tail, {.kind = ButtonKind::primary, .icon = icon::git_merge})) answer(ImportChoice::merge);
    if (button_left(ui, row, std::string(ui.s.import_add_copy()) + tail, {.icon = icon::copy})) answer(ImportChoice::add_as_new);
  }
  if (item.verdict == ImportVerdict::fresh || item.verdict == ImportVerdict::known)
    if (button_left(ui, row, std::string(ui.s.import_skip()) + tail)) answer(ImportChoice::skip);
}

void item_card(Ui const& ui, ImportItem const& item, std::size_t index, Box const& card) {
  draw::card(ui, card);
  Box column = card.inset(ui.px(14));
  Box head = column.cut_top(ui.px(18), ui.px(2));
  VerdictLook const look = verdict_look(ui, item);
  draw::icon_in(ui, head.cut_left(ui.px(16), ui.px(8)), look.icon, look.color, 16);
  heading(ui, head, item.plan_name.empty() ? item.file : item.plan_name, Step::body);
  column.cut_top(read_paragraph(ui, column, origin_text(ui, item), Token::text_muted, {Step::dense}), ui.px(2));
  float const used = read_paragraph(ui, column, look.text, item.verdict == ImportVerdict::refused ? Token::sev_error : Token::text_secondary, {Step::dense});
  column.cut_top(used, ui.px(2));
  for (auto const& remark : item.remarks) {
    Box row = column;
    draw::icon_in(ui, {row.x, row.y, ui.px(14), ui.px(18)}, icon::triangle_alert, Token::sev_warn_mark, 14);
    row.cut_left(ui.px(20));
    column.cut_top(read_paragraph(ui, row, remark_text(ui, remark), Token::text_secondary, {Step::dense}));
  }
  column.cut_top(ui.px(8));
  answers(ui, item, index, column.cut_top(ui.px(28)));
}

}  // namespace

void import_view(Ui const& ui, std::vector<ImportItem> const& items, Box area) {
  draw::fill(ui, area, Token::surface_canvas);
  float const width = std::min(ui.px(680), area.w - ui.px(32));
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("import", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  Box column{area.x + (area.w - width) / 2, area.y + ui.px(20) - ImGui::GetScrollY(), width, 1'000'000};
  heading(ui, column.cut_top(ui.px(26), ui.px(4)), ui.s.import_title(), Step::title);
  float const used = read_paragraph(ui, column, ui.s.import_text(), Token::text_secondary);
  column.cut_top(used, ui.px(14));
  for (std::size_t i = 0; i < items.size(); ++i) item_card(ui, items[i], i, column.cut_top(item_height(ui, items[i], width - ui.px(28)), ui.px(10)));
  Box buttons = column.cut_top(ui.px(28));
  if (items.empty()) draw::text_in(ui, buttons.cut_left(ui.px(300)), ui.s.import_none(), Token::text_secondary);
  if (button_left(ui, buttons, ui.s.action_go_home(), {.icon = icon::arrow_left})) ui.send.act(Action::go_home);
  ImGui::SetCursorScreenPos({area.x, column.y + ui.px(20)});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

}  // namespace rancang
