// The list of what the files change: what both changed, what is out of scope, proposals, what comes by itself, what was typed twice.
#include "model/reference_lookup.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/merge_view.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {
constexpr float entry_height = 26;

struct GroupLook {
  char const* icon;
  Token color;
  std::string_view title;
};
GroupLook group_look(Ui const& ui, std::size_t group) {
  switch (group) {
    case 0: return {icon::git_compare_arrows, Token::conflict_base, ui.s.merge_group_conflict()};
    case 1: return {icon::lock, Token::sev_warn, ui.s.merge_group_outside()};
    case 2: return {icon::circle_dashed, Token::sev_warn, ui.s.merge_group_proposal()};
    case 3: return {icon::circle_check, Token::status_agreed, ui.s.merge_group_clean()};
    default: return {icon::copy, Token::accent_text, ui.s.merge_group_twins()};
  }
}

std::string group_note(Ui const& ui, MergeSession const& session, std::size_t group) {
  auto const number = [&](std::size_t n) { return format_integer(static_cast<std::int64_t>(n), ui.numbers); };
  MergeTally const& tally = session.tally();
  switch (group) {
    case 0: return ui.s.merge_group_conflict_note(number(tally.decided[0]), number(tally.rows[0]));
    case 1: return std::string(ui.s.merge_group_outside_note());
    case 2: return std::string(ui.s.merge_group_proposal_note());
    case 3: return tally.turned_down[3] == 0 ? ui.s.merge_group_clean_note(number(tally.rows[3])) : ui.s.merge_group_clean_some(number(tally.rows[3]), number(tally.turned_down[3]));
    default: return ui.s.merge_group_twins_note(number(session.twins().size()));
  }
}

void refresh(Ui const& ui, MergeSession const& session, MergeViewState& state) {
  if (state.seen == session.revision() && state.seen_language == ui.s.language) return;
  state.seen = session.revision();
  state.seen_language = ui.s.language;
  MergeEntry const before = state.current < state.entries.size() ? state.entries[state.current] : MergeEntry{};
  bool const had = !state.entries.empty();
  state.entries.clear();
  state.fields.clear();
  auto const& rows = session.rows();
  for (std::size_t group = 0; group < merge_group_count; ++group) {
    if (session.tally().rows[group] == 0) continue;
    state.entries.push_back({MergeEntry::Kind::head, group});
    bool const clean = group == static_cast<std::size_t>(MergeGroup::clean);
    if (clean && !state.clean_open) continue;
    std::uint32_t last = ~0u;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (static_cast<std::size_t>(rows[i].group) != group) continue;
      if (!clean) state.entries.push_back({MergeEntry::Kind::row, i});
      else if (rows[i].item != last) state.entries.push_back({MergeEntry::Kind::item, rows[i].item});
      last = rows[i].item;
    }
  }
  if (!session.twins().empty()) state.entries.push_back({MergeEntry::Kind::head, twins_group});
  for (std::size_t i = 0; i < session.twins().size(); ++i) state.entries.push_back({MergeEntry::Kind::twins, i});
  std::size_t first = 0;
  state.current = state.entries.size();
  for (std::size_t i = state.entries.size(); i-- > 0;) {
    MergeEntry const& entry = state.entries[i];
    if (entry.kind != MergeEntry::Kind::head) first = i;
    if (had && !state.reset && entry.kind == before.kind && entry.index == before.index) state.current = i;
  }
  if (state.current == state.entries.size()) state.current = first;
  state.reset = false;
}

char const* row_icon(MergeSession const& session, MergeRow const& row) {
  if (!session.is_decided(row)) return icon::circle_dashed;
  return session.is_refused(row) ? icon::circle_slash : icon::circle_check;
}
Token row_color(MergeSession const& session, MergeRow const& row) { return session.is_decided(row) && !session.is_refused(row) ? Token::status_agreed : Token::text_muted; }

std::string row_words(Ui const& ui, MergeItem const& item, MergeRow const& row) {
  switch (row.kind) {
    case MergeRowKind::created: return std::string(ui.s.merge_row_created());
    case MergeRowKind::deleted: return std::string(ui.s.merge_row_deleted());
    case MergeRowKind::revived: return std::string(ui.s.merge_row_revived());
    case MergeRowKind::field: break;
  }
  RecordInfo const& info = record_info(item.type);
  return std::string(field_label(ui.s, info, info.fields[row.field]));
}

std::string files_of(Ui const& ui, MergeSession const& session, MergeItem const& item) {
  std::string out;
  for (auto const& source : item.sources) {
    std::string const name = merge_file_name(ui, session, session.files()[source.file]);
    if (out.find(name) == std::string::npos) out += (out.empty() ? "" : ", ") + name;
  }
  return out;
}

bool entry_box(Ui const& ui, MergeViewState const& state, std::size_t at, Box const& box, std::string const& label, probe::Role role, bool& clicked) {
  bool const current = at == state.current;
  Press const p = press(ui, box, label, {.role = role, .state = state_if(current, probe::State::selected), .focus_ring = false});
  if (current || p.hovered) draw::fill(ui, box, current ? Token::surface_selected : Token::surface_hover);
  draw::hline(ui, box.x, box.right(), box.bottom() - 1, Token::border_subtle);
  clicked = p.clicked;
  return p.hovered;
}

struct EntryColumns {
  Box icon, title, what, from;
};
EntryColumns entry_columns(Ui const& ui, Box box) {
  box = box.inset(ui.px(12), 0);
  EntryColumns out;
  out.icon = box.cut_left(ui.px(14), ui.px(8));
  out.from = box.cut_right(std::min(ui.px(110), box.w * 0.25f), ui.px(8));
  out.what = box.cut_right(box.w * 0.42f, ui.px(8));
  out.title = box;
  return out;
}

bool row_entry(Ui const& ui, MergeSession const& session, MergeViewState const& state, std::size_t at, Box const& box) {
  std::size_t const index = state.entries[at].index;
  MergeRow const& row = session.rows()[index];
  MergeItem const& item = session.items()[row.item];
  std::string const title = merge_title(ui, session, item.type, item.id), what = row_words(ui, item, row), from = files_of(ui, session, item);
  bool clicked = false;
  bool const hovered = entry_box(ui, state, at, box, title + ", " + what + "##row" + std::to_string(index), probe::Role::row, clicked);
  EntryColumns const c = entry_columns(ui, box);
  draw::icon_in(ui, c.icon, row_icon(session, row), row_color(session, row), 14);
  // The record's name stands once for all its fields.
  bool const again = at > 0 && state.entries[at - 1].kind == MergeEntry::Kind::row && session.rows()[state.entries[at - 1].index].item == row.item;
  bool cut = !again && draw::text_in(ui, c.title, title, Token::text_primary, {Step::dense, Weight::bold});
  cut |= draw::text_in(ui, c.what, what, Token::text_primary, {Step::dense});
  if (!again) cut |= draw::text_in(ui, c.from, from, Token::text_muted, {Step::dense});
  if (cut && hovered) tooltip(ui, title + ", " + what + ", " + from);
  return clicked;
}

bool item_entry(Ui const& ui, MergeSession const& session, MergeViewState const& state, std::size_t at, Box const& box) {
  MergeItem const& item = session.items()[state.entries[at].index];
  std::size_t fields = 0, refused = 0;
  std::string what;
  for (std::size_t i = item.first_row; i < item.first_row + item.rows; ++i) {
    MergeRow const& row = session.rows()[i];
    if (row.group != MergeGroup::clean) continue;
    ++fields;
    refused += session.is_refused(row);
    what = row_words(ui, item, row);
  }
  if (fields > 1) what = ui.s.merge_row_fields(format_integer(static_cast<std::int64_t>(fields), ui.numbers));
  std::string const title = merge_title(ui, session, item.type, item.id);
  bool clicked = false;
  entry_box(ui, state, at, box, title + ", " + what + "##item" + std::to_string(state.entries[at].index), probe::Role::row, clicked);
  EntryColumns const c = entry_columns(ui, box);
  draw::icon_in(ui, c.icon, refused == fields ? icon::circle_slash : icon::circle_check, refused > 0 ? Token::text_muted : Token::status_agreed, 14);
  draw::text_in(ui, c.title, title, Token::text_primary, {Step::dense});
  draw::text_in(ui, c.what, what, Token::text_secondary, {Step::dense});
  draw::text_in(ui, c.from, files_of(ui, session, item), Token::text_muted, {Step::dense});
  return clicked;
}

bool twins_entry(Ui const& ui, MergeSession const& session, MergeViewState const& state, std::size_t at, Box const& box) {
  MergeTwins const& twins = session.twins()[state.entries[at].index];
  std::string const first = merge_title(ui, session, twins.pair.type, twins.pair.ours), second = merge_title(ui, session, twins.pair.type, twins.pair.theirs);
  bool clicked = false;
  entry_box(ui, state, at, box, first + " / " + second + "##twins" + std::to_string(state.entries[at].index), probe::Role::row, clicked);
  Box row = box.inset(ui.px(12), 0);
  draw::icon_in(ui, row.cut_left(ui.px(14), ui.px(8)), twins.pick == Pick::theirs ? icon::git_merge : twins.pick == Pick::ours ? icon::circle_check : icon::circle_dashed,
                twins.pick == Pick::merged ? Token::text_muted : Token::status_agreed, 14);
  draw::text_in(ui, row.cut_left(row.w / 2, ui.px(8)), first, Token::text_primary, {Step::dense});
  draw::text_in(ui, row, second, Token::text_primary, {Step::dense});
  return clicked;
}

void head_entry(Ui const& ui, MergeSession const& session, MergeViewState& state, std::size_t group, Box const& box) {
  draw::fill(ui, box, Token::surface_header);
  GroupLook const look = group_look(ui, group);
  bool const clean = group == static_cast<std::size_t>(MergeGroup::clean), asks = group == static_cast<std::size_t>(MergeGroup::outside) || group == static_cast<std::size_t>(MergeGroup::proposal);
  Box row = box.inset(ui.px(12), 0);
  std::string const note = group_note(ui, session, group);
  if (asks && session.tally().decided[group] < session.tally().rows[group] && box.w > ui.px(300) &&
      button_right(ui, row, std::string(ui.s.merge_accept_all()) + "##" + std::to_string(group), {.kind = ButtonKind::quiet, .small = true}))
    ui.send.put(MergeRequest{MergeRequest::Kind::accept_group, group, Pick::theirs, {}});
  if (clean) {
    Press const p = press(ui, box, std::string(look.title) + ", " + note, {.role = probe::Role::tree_item, .state = probe::State::openable | state_if(state.clean_open, probe::State::open)});
    if (p.hovered) draw::fill(ui, box, Token::surface_hover);
    draw::icon_in(ui, row.cut_right(ui.px(14)), state.clean_open ? icon::chevron_down : icon::chevron_right, Token::text_muted, 14);
    if (p.clicked) state.clean_open = !state.clean_open, state.seen = ~0ULL;
  } else if (probe::wanted()) probe::item(std::string(look.title) + ", " + note, probe::Role::heading, box.rect());
  draw::icon_in(ui, row.cut_left(ui.px(14), ui.px(6)), look.icon, look.color, 14);
  draw::Type const bold{Step::dense, Weight::bold};
  draw::text_in(ui, row.cut_left(draw::width(ui, look.title, bold), ui.px(8)), look.title, look.color, bold);
  draw::text_in(ui, row, note, Token::text_secondary, {Step::dense});
}

bool any_entry(Ui const& ui, MergeSession const& session, MergeViewState& state, std::size_t at, Box const& box) {
  switch (state.entries[at].kind) {
    case MergeEntry::Kind::head: return head_entry(ui, session, state, state.entries[at].index, box), false;
    case MergeEntry::Kind::row: return row_entry(ui, session, state, at, box);
    case MergeEntry::Kind::item: return item_entry(ui, session, state, at, box);
    case MergeEntry::Kind::twins: return twins_entry(ui, session, state, at, box);
  }
  return false;
}

void walk(Ui const& ui, MergeSession const& session, MergeViewState& state) {
  ChoiceKeys const keys = choice_keys(ui);
  if (keys.step != 0)
    for (std::size_t next = state.current + static_cast<std::size_t>(keys.step); next < state.entries.size(); next += static_cast<std::size_t>(keys.step)) {
      if (state.entries[next].kind == MergeEntry::Kind::head) continue;
      state.current = next, state.reveal = true;
      state.fields.clear();
      break;
    }
  if (keys.digit == 0) return;
  for (std::size_t i = 0; i < state.fields.size(); ++i)
    if (state.fields[i].current) return choose_segment(ui, session, state, i, keys.digit - 1);
}
}  // namespace

std::string merge_title(Ui const& ui, MergeSession const& session, RecordType type, Ulid id) {
  Node const* node = session.named().find(type, id);
  std::string title = node ? record_title(session.named(), *node) : std::string();
  return title.empty() ? std::string(ui.s.ui_untitled()) : title;
}

ChoiceKeys choice_keys(Ui const& ui) {
  ChoiceKeys out;
  ImGuiIO const& io = ImGui::GetIO();
  if (ui.edit.key() != 0 || io.KeyCtrl || io.KeyAlt || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) return out;
  out.step = ImGui::IsKeyPressed(ImGuiKey_DownArrow, true) ? 1 : ImGui::IsKeyPressed(ImGuiKey_UpArrow, true) ? -1 : 0;
  for (int i = 0; i < version_segments; ++i)
    if (ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_1 + i), false) || ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_Keypad1 + i), false)) out.digit = i + 1;
  return out;
}

void merge_list(Ui const& ui, MergeSession const& session, MergeViewState& state, Box area) {
  refresh(ui, session, state);
  walk(ui, session, state);
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("merge_list", {area.w, area.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNavInputs);
  float const height = ui.px(entry_height);
  if (std::exchange(state.reveal, false)) {
    float const top = static_cast<float>(state.current) * height;
    if (top < ImGui::GetScrollY()) ImGui::SetScrollY(top);
    if (top + height > ImGui::GetScrollY() + area.h) ImGui::SetScrollY(top + height - area.h);
  }
  float const origin = area.y - ImGui::GetScrollY();
  for (auto i = static_cast<std::size_t>(ImGui::GetScrollY() / height); i < state.entries.size(); ++i) {
    Box const box{area.x, origin + static_cast<float>(i) * height, area.w, height};
    if (box.y >= area.bottom()) break;
    if (any_entry(ui, session, state, i, box)) state.current = i, state.fields.clear(), state.own = {};
  }
  Box hint{area.x + ui.px(12), origin + static_cast<float>(state.entries.size()) * height + ui.px(12), area.w - ui.px(24), 0};
  hint.h = state.entries.empty() ? 0 : read_paragraph(ui, hint, ui.s.merge_hint(), Token::text_secondary, {Step::dense});
  ImGui::SetCursorScreenPos({area.x, hint.bottom() + ui.px(12)});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

}  // namespace rancang
