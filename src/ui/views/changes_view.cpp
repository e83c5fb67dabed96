#include "ui/views/changes_view.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "ui/icons_generated.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field_box.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {
constexpr float points_width = 260, point_height = 44, row_height = 30;

ChangeWords words_of(Ui const& ui, PlanView const& plan, ChangesState const& state) {
  return {*state.base, state.up_to_now() ? plan.document : *state.end, ui.s, plan.style, plan.arrivals};
}

// Rows of the groups that have something to show.
void find_rows(ChangeWords const& words, ChangesState& state) {
  std::string const wanted = utf8::fold(state.filter);
  state.rows.clear();
  state.found = 0;
  for (std::size_t g = 0; g < state.report.groups.size(); ++g) {
    auto const& group = state.report.groups[g];
    std::size_t const head = state.rows.size();
    state.rows.push_back(-1 - static_cast<std::int32_t>(g));
    for (std::size_t i = group.first; i < group.first + group.count; ++i)
      if (wanted.empty() || utf8::fold(change_sentence(words, state.report.changes[i])).find(wanted) != std::string::npos) state.rows.push_back(static_cast<std::int32_t>(i));
    std::size_t const shown = state.rows.size() - head - 1;
    state.found += shown;
    if (shown == 0) state.rows.pop_back();
  }
}

void refresh(Ui const& ui, PlanView const& plan, ChangesState& state) {
  if (!state.is_read() || (state.seen_revision == plan.editor.revision() && state.seen_language == ui.s.language)) return;
  state.seen_revision = plan.editor.revision(), state.seen_language = ui.s.language;
  ChangeWords const words = words_of(ui, plan, state);
  state.report = change_report(words, changes_between(words.from, words.to), state.group);
  find_rows(words, state);
}

char const* change_icon(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::created: return icon::plus;
    case ChangeKind::deleted: return icon::trash_2;
    case ChangeKind::restored: return icon::rotate_ccw;
    case ChangeKind::written: break;
  }
  return icon::pencil;
}

// What takes one change back: an ordinary edit, that can be undone.
Command taken_back(Document const& document, FieldChange const& change) {
  Node const& node = change.node();
  switch (change.kind) {
    case ChangeKind::created:
    case ChangeKind::restored: return DeleteRecords{{{node.type, node.id}}};
    case ChangeKind::deleted: {
      if (change.after) return RestoreRecords{{{node.type, node.id}}};
      AdoptDocument brought{document};  // it has never been here: it comes as that state has it
      brought.document.table(node.type).put(change.before);
      return brought;
    }
    case ChangeKind::written: break;
  }
  return SetField{{node.type, node.id, static_cast<std::uint8_t>(change.field), change.before->get(static_cast<std::size_t>(change.field))}};
}

void group_row(Ui const& ui, ChangeReport::Group const& group, Box const& box) {
  draw::fill(ui, box, Token::surface_header);
  Box row = box.inset(ui.px(12), 0);
  std::string const count = format_integer(static_cast<std::int64_t>(group.count), ui.numbers);
  draw::text_in(ui, row.cut_right(ui.px(60)), count, Token::text_secondary, {Step::dense, Weight::bold, draw::Align::right});
  draw::text_in(ui, row, group.title, Token::text_primary, {Step::dense, Weight::bold});
}

// "Dinkes, 30 Agu 2022": what the group doesn't say already.
std::string written_note(Ui const& ui, ChangeWords const& words, ChangeGroup group, ReplicaId by) {
  if (!by) return {};
  std::string out = group == ChangeGroup::person ? std::string() : writer_name(words, by);
  auto const day = writing_day(words, by);
  if (day && group != ChangeGroup::day) out += (out.empty() ? "" : ", ") + format_date_short(*day, ui.numbers);
  return out;
}

void change_row(Ui const& ui, PlanView const& plan, ChangesState const& state, std::size_t index, Box const& box) {
  FieldChange const& change = state.report.changes[index];
  ChangeWords const words = words_of(ui, plan, state);
  std::string const sentence = change_sentence(words, change), tail = "##" + std::to_string(index);
  Box row = box.inset(ui.px(12), 0);
  Box const back = row.cut_right(ui.px(96), ui.px(8));
  Box const main{box.x, box.y, row.right() - box.x, box.h};
  Press const p = press(ui, main, sentence + tail, {.role = probe::Role::row});
  if (p.hovered) draw::fill(ui, box, Token::surface_hover);
  draw::hline(ui, box.x, box.right(), box.bottom() - 1, Token::border_subtle);
  draw::icon_in(ui, row.cut_left(ui.px(16), ui.px(10)), change_icon(change.kind), Token::text_muted, 16);
  draw::text_in(ui, row.cut_right(std::min(ui.px(240), row.w * 0.3f), ui.px(12)), written_note(ui, words, state.group, change.by), Token::text_muted, {Step::dense, Weight::regular, draw::Align::right});
  if (draw::text_in(ui, row, sentence, Token::text_primary, {Step::dense}) && p.hovered) tooltip(ui, sentence);
  Node const& node = change.node();
  if (p.clicked && change.kind != ChangeKind::deleted) ui.send.put(FieldRequest{node.type, node.id, change.field});
  if (plan.read_only || !state.up_to_now()) return;
  std::string const label = std::string(ui.s.changes_return_one()) + tail;
  if (button(ui, back.middle(ui.px(24)), label, {.kind = ButtonKind::quiet, .small = true})) ui.send.edit(taken_back(plan.document, change));
}

void rows_view(Ui const& ui, PlanView const& plan, ChangesState const& state, Box area) {
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("changes", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  float const height = ui.px(row_height), origin = area.y - ImGui::GetScrollY();
  for (auto i = static_cast<std::size_t>(ImGui::GetScrollY() / height); i < state.rows.size(); ++i) {
    Box const box{area.x, origin + static_cast<float>(i) * height, area.w, height};
    if (box.y >= area.bottom()) break;
    std::int32_t const row = state.rows[i];
    if (row < 0) group_row(ui, state.report.groups[static_cast<std::size_t>(-1 - row)], box);
    else change_row(ui, plan, state, static_cast<std::size_t>(row), box);
  }
  ImGui::SetCursorScreenPos({area.x, origin + static_cast<float>(state.rows.size()) * height});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

void choose(Ui const& ui, ChangesState& state, std::uint64_t point) {
  state.since = point;
  if (state.until == point) state.until = now_point;
  state.forget();
  ui.send.put(PointRequest{PointRequest::Wish::show, point, {}});
}

std::string point_name(ShownPoint const& point) { return point.when.empty() ? point.name : point.name + " (" + point.when + ")"; }

void point_row(Ui const& ui, ChangesState& state, ShownPoint const& point, Box const& box, bool read_only) {
  bool const on = state.since == point.id, is_file = point.id == file_point;
  std::string const tail = "##" + std::to_string(point.id);
  Box row = box.inset(ui.px(12), 0);
  Box const drop = row.cut_right(ui.px(24), ui.px(4));
  Box const main{box.x, box.y, row.right() - box.x, box.h};
  Press const p = press(ui, main, point.name + tail, {.role = probe::Role::row, .state = state_if(on, probe::State::selected)});
  if (on || p.hovered) draw::fill(ui, box, on ? Token::surface_selected : Token::surface_hover);
  draw::hline(ui, box.x, box.right(), box.bottom() - 1, Token::border_subtle);
  draw::icon_in(ui, row.cut_left(ui.px(16), ui.px(10)), point.icon, on ? Token::accent_text : Token::text_muted, 16);
  Box lines = row.middle(ui.px(36));
  Box const name = point.when.empty() ? row : lines.cut_top(ui.px(18));
  if (draw::text_in(ui, name, point.name, Token::text_primary, {Step::dense, on ? Weight::bold : Weight::regular}) && p.hovered) tooltip(ui, point.name);
  if (!point.when.empty()) draw::text_in(ui, lines, point.when, Token::text_muted, {Step::caption});
  bool const droppable = is_file || (on && point.can_drop && !read_only);
  std::string const verb = std::string(is_file ? ui.s.changes_drop_file() : ui.s.changes_drop()) + tail;
  if (droppable && icon_button(ui, drop.middle(ui.px(24)), is_file ? icon::x : icon::trash_2, verb)) ui.send.put(PointRequest{PointRequest::Wish::drop, point.id, {}});
  if (p.clicked && !on) choose(ui, state, point.id);
}

// A file on disk in place of a point; while it is being read, how far that is.
void file_line(Ui const& ui, ChangesState const& state, Box line) {
  line.h = ui.px(size_control);
  if (state.file_progress >= 0) return draw::text_in(ui, line, ui.s.import_reading(std::to_string(state.file_progress)), Token::text_muted, {Step::dense}), void();
  if (button(ui, line, ui.s.changes_compare_file(), {.kind = ButtonKind::quiet, .icon = icon::git_compare_arrows})) ui.send.put(PointRequest{PointRequest::Wish::compare, 0, {}});
}

void points_view(Ui const& ui, PlanView const& plan, ChangesState& state, std::vector<ShownPoint> const& points, Box area) {
  draw::text_in(ui, area.cut_top(ui.px(layout_filter_bar)).inset(ui.px(12), 0), ui.s.changes_points(), Token::text_secondary, {Step::dense, Weight::bold});
  if (!plan.read_only) {
    Box line = area.cut_top(ui.px(size_control + 10)).inset(ui.px(8), 0).middle(ui.px(size_control));
    bool const pressed = button_right(ui, line, ui.s.changes_keep(), {.icon = icon::flag, .disabled = state.name.empty() ? ui.s.changes_keep_name() : std::string_view()});
    FieldResult const result = field_box(ui, line, field_key("changes.name"), ui.s.changes_keep_name(), state.name, {.placeholder = ui.s.changes_keep_example(), .max_length = 120});
    if (result.changed) state.name = std::string(result.text);
    Box const freeze = area.cut_top(ui.px(size_control + 6)).inset(ui.px(8), 0);
    if (button(ui, {freeze.x, freeze.y, freeze.w, ui.px(size_control)}, ui.s.action_sign_plan(), {.kind = ButtonKind::quiet, .icon = icon::signature})) ui.send.act(Action::sign_plan);
    if ((pressed || result.exit == FieldExit::enter) && !state.name.empty()) ui.send.put(PointRequest{PointRequest::Wish::keep, 0, std::exchange(state.name, {})});
  }
  file_line(ui, state, area.cut_top(ui.px(size_control + 6)).inset(ui.px(8), 0));
  draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("points", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings);
  float const height = ui.px(point_height);
  Box row{area.x, area.y - ImGui::GetScrollY(), area.w, height};
  for (ShownPoint const& point : points) {
    point_row(ui, state, point, row, plan.read_only);
    row.y += height;
  }
  ImGui::SetCursorScreenPos(row.min());
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

// "Sampai: sekarang": any later state may end the comparison.
void until_chip(Ui const& ui, ChangesState& state, std::vector<ShownPoint> const& points, Box& row) {
  std::uint64_t const owner = field_key("changes.until");
  std::string shown(ui.s.changes_now());
  for (ShownPoint const& point : points)
    if (point.id == state.until) shown = point_name(point);
  std::string const label = ui.s.changes_until(shown);
  ChipLook const look{.on = !state.up_to_now(), .chevron = true};
  Box const box = row.cut_left(std::min(chip_width(ui, label, look), ui.px(220)), ui.px(8)).middle(ui.px(24));
  if (filter_chip(ui, box, label, look)) picker_open(state.picker, owner);
  if (state.picker.owner != owner) return;
  std::vector<Choice> choices{{std::string(ui.s.changes_now()), {}, state.up_to_now()}};
  std::vector<std::uint64_t> ends{now_point};
  for (ShownPoint const& point : points) {
    if (point.id == state.since) continue;  // a state differs from itself in nothing
    choices.push_back({point.name, point.when, point.id == state.until});
    ends.push_back(point.id);
  }
  PickerResult const result = picker(ui, state.picker, owner, box, choices);
  if (result.chosen < 0) return;
  state.until = ends[static_cast<std::size_t>(result.chosen)];
  state.forget_end();
}

// "Per orang": what the changes are grouped by.
void group_chip(Ui const& ui, ChangesState& state, Box& row) {
  std::uint64_t const owner = field_key("changes.group");
  std::array<std::string_view, 6> const names{ui.s.changes_by_person(), ui.s.changes_by_agency(), ui.s.changes_by_form(), ui.s.changes_by_day(), ui.s.changes_by_stage(), ui.s.changes_by_file()};
  ChipLook const look{.chevron = true};
  std::string_view const label = names[static_cast<std::size_t>(state.group)];
  Box const box = row.cut_left(std::min(chip_width(ui, label, look), ui.px(160)), ui.px(8)).middle(ui.px(24));
  if (filter_chip(ui, box, label, look)) picker_open(state.group_picker, owner);
  if (state.group_picker.owner != owner) return;
  std::vector<Choice> choices;
  for (std::size_t i = 0; i < names.size(); ++i) choices.push_back({std::string(names[i]), {}, i == static_cast<std::size_t>(state.group)});
  PickerResult const result = picker(ui, state.group_picker, owner, box, choices);
  if (result.chosen < 0) return;
  state.group = static_cast<ChangeGroup>(result.chosen);
  state.seen_revision = ~0ULL;
}

// Group by, search, copy, return.
void tools_view(Ui const& ui, PlanView const& plan, ChangesState& state, std::vector<ShownPoint> const& points, Box row) {
  auto const chosen_point = std::find_if(points.begin(), points.end(), [&](ShownPoint const& point) { return point.id == state.since; });
  std::string const since = chosen_point == points.end() ? std::string() : point_name(*chosen_point);
  auto const end_point = std::find_if(points.begin(), points.end(), [&](ShownPoint const& point) { return point.id == state.until; });
  bool const any = !state.report.changes.empty();
  if (!plan.read_only && any && state.up_to_now() && button_right(ui, row, ui.s.changes_return_all(), {.icon = icon::rotate_ccw})) ui.send.put(PointRequest{PointRequest::Wish::restore, state.since, since});
  if (any && button_right(ui, row, ui.s.changes_copy(), {.kind = ButtonKind::primary, .icon = icon::copy})) ui.send.put(PointRequest{PointRequest::Wish::copy, state.since, since, end_point == points.end() ? std::string() : point_name(*end_point)});
  group_chip(ui, state, row);
  until_chip(ui, state, points, row);
  Box const search = row.cut_left(std::min(ui.px(180), row.w), ui.px(8)).middle(ui.px(size_control));
  bool const wanted = std::exchange(state.wants_filter, false);
  if (search.w < ui.px(80)) return;
  if (wanted) ui.edit.begin(field_key("changes.filter"), state.filter);
  FieldResult const result = field_box(ui, search, field_key("changes.filter"), ui.s.changes_filter(), state.filter, {.icon = icon::search, .placeholder = ui.s.changes_filter(), .clear_button = true});
  if (result.changed) state.filter = std::string(result.text), state.seen_revision = ~0ULL;
}

void signing_strip(Ui const& ui, ChangesState& state, SigningFacts const& signing, Box row) {
  draw::fill(ui, row, signing.differs ? Token::accent_tint : Token::surface_header);
  std::string const when = signing.date ? format_date(*signing.date, ui.numbers) : signing.fingerprint;
  std::string const text = signing.differs ? ui.s.signing_differs(when) : ui.s.signing_same(when);
  Box line = row.inset(ui.px(12), 0);
  draw::icon_in(ui, line.cut_left(ui.px(16), ui.px(10)), signing.differs ? icon::triangle_alert : icon::signature, signing.differs ? Token::sev_warn_mark : Token::text_secondary, 16);
  bool const offered = signing.differs && signing.point != 0 && state.since != signing.point;
  if (offered && button_right(ui, line, ui.s.signing_show(), {.kind = ButtonKind::quiet, .small = true})) choose(ui, state, signing.point);
  draw::text_in(ui, line, text, Token::text_primary, {Step::dense, Weight::bold});
  if (probe::wanted()) probe::item(text, probe::Role::status, row.rect());
}

}  // namespace

void changes_view(Ui const& ui, PlanView const& plan, ChangesState& state, std::vector<ShownPoint> const& points, SigningFacts const& signing, Box area) {
  refresh(ui, plan, state);
  Box head = area.cut_top(ui.px(layout_view_header)).inset(ui.px(12), 0);
  Box const title = head.cut_left(draw::width(ui, ui.s.action_show_changes(), {Step::lead, Weight::bold}), ui.px(10));
  heading(ui, title, ui.s.action_show_changes(), Step::lead);
  draw::text_in(ui, head, ui.s.changes_hint(), Token::text_muted, {Step::dense});
  draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
  Box const left = area.cut_left(std::min(ui.px(points_width), area.w * 0.4f));
  points_view(ui, plan, state, points, left);
  draw::vline(ui, area.x, area.y, area.bottom(), Token::border_default);
  area.cut_left(1);
  tools_view(ui, plan, state, points, area.cut_top(ui.px(layout_filter_bar)).inset(ui.px(8), 0));
  draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
  if (signing.is_signed) signing_strip(ui, state, signing, area.cut_top(ui.px(34)));
  if (!state.is_read()) return draw::text_in(ui, area.cut_top(ui.px(40)).inset(ui.px(12), 0), ui.s.changes_loading(), Token::text_muted, {Step::dense}), void();
  if (state.report.changes.empty()) return void(empty_state(ui, area, icon::circle_check, ui.s.changes_none(), state.since == file_point || state.until == file_point ? ui.s.changes_none_file() : ui.s.changes_none_text(), {}));
  if (state.rows.empty()) return draw::text_in(ui, area.cut_top(ui.px(40)).inset(ui.px(12), 0), ui.s.changes_none_found(), Token::text_muted, {Step::dense}), void();
  rows_view(ui, plan, state, area);
}

}  // namespace rancang
