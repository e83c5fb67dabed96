#include <algorithm>

#include "ui/draw.hpp"
#include "ui/views/navigation_items.hpp"
#include "ui/views/shell_view.hpp"
#include "ui/views/stage_sign.hpp"
#include "ui/widgets/press.hpp"

namespace rancang {
namespace {

using Item = NavigationItem;
using Group = NavigationGroup;
using navigation::groups;

std::string_view group_label(Ui const& ui, Group const& group) { return ui.s.find("nav." + std::string(group.key)).value_or(group.key); }

std::string_view item_label(Ui const& ui, Item const& item) {
  switch (item.screen) {
    case Screen::findings: return ui.s.action_show_findings();
    case Screen::stages: return ui.s.action_show_stages();
    case Screen::changes: return ui.s.action_show_changes();
    case Screen::owed: return ui.s.action_show_owed();
    case Screen::attendance: return ui.s.action_show_attendance();
    case Screen::history: return ui.s.action_show_history();
    case Screen::trash: return ui.s.action_show_trash();
    case Screen::merge: return ui.s.action_show_merge();
    case Screen::conflicts: return ui.s.action_show_conflicts();
    case Screen::slices: return ui.s.action_show_slices();
    case Screen::task: return ui.s.task_title();
    case Screen::folder: return ui.s.action_show_folder();
    default: break;
  }
  RecordInfo const& info = record_info(item.type);
  std::string_view const whole = table_title(ui.s, info, item.kind);
  return item.kind == 0 ? ui.s.find("record." + std::string(info.name) + ".nav").value_or(whole) : whole;  // some are called shorter here
}

// Boards of the whole plan are for those who have it; a slice lists what it holds and what its agency may add.
bool is_listed(Ui const& ui, ShellFacts const& facts, Item const& item) {
  Document const& document = facts.plan->document;
  bool const whole = !document.scope;
  switch (item.screen) {
    case Screen::task: return !whole;
    case Screen::folder: return ui.shares_folders;
    case Screen::slices:
    case Screen::owed:
    case Screen::stages:
    case Screen::attendance: return whole;
    case Screen::records: return whole || document.table(item.type).size() > 0 || is_agency_work(item.type);
    default: return true;
  }
}
std::size_t listed_count(Ui const& ui, ShellFacts const& facts, Group const& group) {
  return static_cast<std::size_t>(std::count_if(group.items.begin(), group.items.end(), [&](Item const& item) { return is_listed(ui, facts, item); }));
}

bool is_current(Route const& route, Item const& item) { return route.screen == item.screen && (item.screen != Screen::records || (route.type == item.type && route.kind == item.kind)); }
bool holds_current(Route const& route, Group const& group) {
  for (auto const& item : group.items)
    if (is_current(route, item)) return true;
  return false;
}

// How many conflicts are open; how many files lie on the board.
void merge_mark(Ui const& ui, ShellFacts const& facts, Screen screen, Box& row) {
  bool const conflicts = screen == Screen::conflicts;
  std::size_t const count = conflicts ? facts.plan->findings.count(RuleId::record_conflict) : facts.merge_files;
  if (count == 0) return;
  std::string const number = format_integer(static_cast<std::int64_t>(count), ui.numbers), text = conflicts ? number : ui.s.merge_total_files(number);
  draw::Type const type{Step::caption, conflicts ? Weight::bold : Weight::regular, draw::Align::center};
  Box const box = row.cut_right(draw::width(ui, text, type) + ui.px(10), ui.px(6)).middle(ui.px(15));
  if (conflicts) draw::fill(ui, box, Token::conflict_tint, radius_chip);
  draw::text_in(ui, box, text, conflicts ? Token::conflict_base : Token::text_muted, type);
}

// What stands at the right of an item: number of errors, check, or percent.
void item_mark(Ui const& ui, ShellFacts const& facts, Item const& item, Box& row) {
  if (item.screen == Screen::conflicts || item.screen == Screen::merge) return merge_mark(ui, facts, item.screen, row);
  if ((item.screen != Screen::records && item.screen != Screen::findings) || item.kind != 0) return;
  std::uint32_t const errors = item.screen == Screen::findings ? facts.plan->findings.counts().of(Severity::error) : facts.plan->findings.counts(item.type).of(Severity::error);
  if (errors > 0) {
    std::string const count = format_integer(errors, ui.numbers);
    Box const box = row.cut_right(draw::width(ui, count, {Step::caption, Weight::bold}) + ui.px(10), ui.px(6)).middle(ui.px(15));
    draw::fill(ui, box, Token::sev_error_tint, radius_chip);
    draw::text_in(ui, box, count, Token::sev_error, {Step::caption, Weight::bold, draw::Align::center});
    return;
  }
  if (item.screen == Screen::findings) return;
  Completeness const part = completeness(facts.plan->findings, facts.plan->document, item.type);
  if (part.owed == 0 && facts.plan->document.scope) return;  // only read here
  if (part.records == 0) {
    draw::text_in(ui, row.cut_right(ui.px(10), ui.px(6)), "\xE2\x80\x93", Token::text_muted, {Step::caption, Weight::regular, draw::Align::right});
  } else if (part.percent() >= 100) {
    draw::icon_in(ui, row.cut_right(ui.px(14), ui.px(6)), icon::check, Token::text_muted, 14);
  } else {
    std::string const percent = format_integer(part.percent(), ui.numbers) + "%";
    draw::text_in(ui, row.cut_right(draw::width(ui, percent, {Step::caption}), ui.px(6)), percent, Token::text_muted, {Step::caption});
  }
}

void go_to(Ui const& ui, ShellFacts const& facts, Item const& item) { ui.send.go(route_text({item.screen, facts.plan->document.plan_id, item.type, {}, {}, item.kind})); }

void item_row(Ui const& ui, ShellFacts const& facts, Item const& item, Box const& box, bool rail) {
  bool const current = is_current(facts.plan->route, item);
  std::string_view const label = item_label(ui, item);
  Press const p = press(ui, box, label, {.role = probe::Role::link, .state = state_if(current, probe::State::selected), .tooltip = rail ? label : std::string_view()});
  if (current || p.hovered) draw::fill(ui, box, current ? Token::surface_selected : Token::surface_hover);
  if (current) draw::fill(ui, {box.x, box.y, 3, box.h}, Token::accent_base);
  Token const icon_color = current ? Token::accent_text : Token::text_muted;
  if (rail) {
    draw::icon_in(ui, box, item.icon, icon_color, 18);
  } else {
    Box row = box;
    row.cut_left(ui.px(12));
    row.cut_right(ui.px(10));
    draw::icon_in(ui, row.cut_left(ui.px(16), ui.px(8)), item.icon, icon_color, 16);
    item_mark(ui, facts, item, row);
    draw::text_in(ui, row, label, Token::text_primary, {Step::dense, current ? Weight::bold : Weight::regular});
  }
  if (p.clicked) go_to(ui, facts, item);
}

// A stage has the sign of its card on the stage board; other groups, and what a slice holds of them, are complete, begun, or not begun.
StageSign group_sign(ShellFacts const& facts, Group const& group) {
  if (WorkshopPhase const phase = stage_of_group(group.key); phase != WorkshopPhase::unset && !facts.plan->document.scope) return stage_sign(*facts.plan, phase);
  bool complete = true, begun = false, counted = false;
  for (auto const& item : group.items) {
    if (item.screen != Screen::records || item.kind != 0) continue;
    Completeness const part = completeness(facts.plan->findings, facts.plan->document, item.type);
    if (part.owed == 0 && facts.plan->document.scope) continue;
    counted = true;
    begun = begun || (part.records > 0 && !record_info(item.type).template_rows);  // rows that a new plan is born with are no beginning
    complete = complete && part.is_complete();
  }
  complete = complete && (counted || !facts.plan->document.scope);
  return stage_sign(complete, begun);
}

bool group_head(Ui const& ui, ShellFacts const& facts, Group const& group, Box const& box, bool accordion, bool open) {
  std::string_view const label = group_label(ui, group);
  Press const p = accordion ? press(ui, box, label, {.role = probe::Role::tree_item, .state = probe::State::openable | state_if(open, probe::State::open)}) : Press{};
  if (p.hovered) draw::fill(ui, box, Token::surface_hover);
  Box row = box;
  row.cut_left(ui.px(accordion ? 8 : 12));
  row.cut_right(ui.px(8));
  if (accordion) draw::icon_in(ui, row.cut_left(ui.px(12), ui.px(4)), open ? icon::chevron_down : icon::chevron_right, Token::text_muted, 12);
  StageSign const sign = group_sign(facts, group);
  draw::icon_in(ui, row.cut_right(ui.px(14)), sign.icon, sign.color, 14);
  draw::text_in(ui, row, label, Token::text_secondary, {accordion ? Step::dense : Step::caption, Weight::bold});
  return p.clicked;
}

// Of everything unfolded: where that doesn't fit, only the stage of the moment is open.
float rows_height(Ui const& ui, ShellFacts const& facts, float row_height) {
  std::size_t rows = 0;
  for (auto const& group : groups) rows += listed_count(ui, facts, group) + (group.key.empty() ? 0 : 1);
  return static_cast<float>(rows) * row_height + ui.px(8);
}

// One stage is open at a time: the bits that open this one (none of them past the end) and fold the others.
std::uint32_t toggled_for(ShellFacts const& facts, std::size_t opened) {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < groups.size(); ++i)
    if (holds_current(facts.plan->route, groups[i]) != (i == opened)) bits |= 1u << i;
  return bits;
}

}  // namespace

void navigation_view(Ui const& ui, ShellFacts const& facts, ShellState& state, Box area, bool rail) {
  draw::fill(ui, area, Token::surface_nav);
  draw::vline(ui, area.right() - 1, area.y, area.bottom(), Token::border_default);
  float const row_height = ui.px(ui.touch ? 44.0f : 26.0f);
  bool const accordion = !rail && rows_height(ui, facts, row_height) > area.h;
  Route const& route = facts.plan->route;
  if (state.groups_screen != route.screen || state.groups_type != route.type) state.groups_toggled = 0;
  state.groups_screen = route.screen, state.groups_type = route.type;
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("navigation", {area.w - 1, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  float const bar = ImGui::GetScrollMaxY() > 0 ? ImGui::GetStyle().ScrollbarSize : 0;
  Box rows{area.x, area.y + ui.px(4) - ImGui::GetScrollY(), area.w - 1 - bar, 4000};
  float const start = rows.y;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    Group const& group = groups[i];
    if (listed_count(ui, facts, group) == 0) continue;
    bool const headed = !group.key.empty() && !rail;
    bool open = true;
    if (headed) {
      bool const standard = !accordion || holds_current(facts.plan->route, group);
      open = standard != ((state.groups_toggled >> i & 1u) != 0u && accordion);
      if (group_head(ui, facts, group, rows.cut_top(row_height), accordion, open)) state.groups_toggled = toggled_for(facts, open ? groups.size() : i);
    } else if (rail && i > 0) {
      Box const gap = rows.cut_top(ui.px(9));
      draw::hline(ui, gap.x + ui.px(10), gap.right() - ui.px(10), gap.y + ui.px(4), Token::border_default);
    }
    if (!open) continue;
    for (auto const& item : group.items)
      if (is_listed(ui, facts, item)) item_row(ui, facts, item, rows.cut_top(row_height), rail);
  }
  ImGui::SetCursorScreenPos({area.x, rows.y});
  ImGui::Dummy({1, std::max(1.0f, std::min(ui.px(8), rows.y - start))});
  ImGui::EndChild();
}

}  // namespace rancang
