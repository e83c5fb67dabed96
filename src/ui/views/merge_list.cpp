// The list of what the files change: what both changed, what is out of scope, proposals, what comes by itself, what was typed twice.
#include "model/reference_lookup.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/choice_list.hpp"
#include "ui/views/merge_view.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field_box.hpp"
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

bool is_clean(std::size_t group) { return group == static_cast<std::size_t>(MergeGroup::clean); }
bool asks(std::size_t group) { return group == static_cast<std::size_t>(MergeGroup::outside) || group == static_cast<std::size_t>(MergeGroup::proposal); }
bool can_accept(MergeSession const& session, std::size_t group) { return asks(group) && session.tally().decided[group] < session.tally().rows[group]; }
void accept_group(Ui const& ui, std::size_t group) { ui.send.put(MergeRequest{MergeRequest::Kind::accept_group, group, Pick::theirs, {}}); }
void open_clean(MergeViewState& state, bool open) { state.clean_open = open, state.seen = ~0ULL; }

// Where the same entry stands now, or what follows the place where it stood.
std::size_t place_of(std::vector<MergeEntry> const& entries, std::uint64_t key, std::size_t old) {
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (entries[i].key == key) return i;
  for (std::size_t i = old; i < entries.size(); ++i)
    if (entries[i].kind != MergeEntry::Kind::head) return i;
  for (std::size_t i = entries.size(); i-- > 0;)
    if (entries[i].kind != MergeEntry::Kind::head) return i;
  return 0;
}

void refresh(Ui const& ui, MergeSession const& session, MergeViewState& state) {
  if (state.seen == session.revision() && state.wording == wording_of(ui.s)) return;
  state.seen = session.revision();
  state.wording = wording_of(ui.s);
  std::uint64_t const before = state.current < state.entries.size() ? state.entries[state.current].key : 0;
  state.entries.clear();
  state.fields.clear();
  auto const& rows = session.rows();
  bool written = false;
  for (std::size_t i = 0; i < rows.size() && !written; ++i) written = merge_key(session, i) == state.own.key;
  if (!written) state.own = {};
  for (std::size_t group = 0; group < merge_group_count; ++group) {
    if (session.tally().rows[group] == 0) continue;
    state.entries.push_back({MergeEntry::Kind::head, group, field_key("group", group)});
    bool const clean = is_clean(group);
    if (clean && !state.clean_open) continue;
    std::uint32_t last = ~0u;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (static_cast<std::size_t>(rows[i].group) != group) continue;
      MergeItem const& item = session.items()[rows[i].item];
      if (!clean) state.entries.push_back({MergeEntry::Kind::row, i, merge_key(session, i)});
      else if (rows[i].item != last) state.entries.push_back({MergeEntry::Kind::item, rows[i].item, field_key("item", item.id.low, item.id.high)});
      last = rows[i].item;
    }
  }
  if (!session.twins().empty()) state.entries.push_back({MergeEntry::Kind::head, twins_group, field_key("group", twins_group)});
  for (std::size_t i = 0; i < session.twins().size(); ++i) {
    TwinPair const& pair = session.twins()[i].pair;
    state.entries.push_back({MergeEntry::Kind::twins, i, field_key("twins", pair.ours.low, pair.theirs.low)});
  }
  state.current = place_of(state.entries, before, state.current);
}

char const* row_icon(MergeSession const& session, MergeRow const& row) {
  if (!session.is_decided(row)) return icon::circle_dashed;
  return session.is_refused(row) ? icon::circle_slash : icon::circle_check;
}
Token row_color(MergeSession const& session, MergeRow const& row) { return session.is_decided(row) && !session.is_refused(row) ? Token::status_agreed : Token::text_muted; }

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
  std::string const title = merge_title(ui, session, item.type, item.id), what = merge_row_text(ui, item, row), from = merge_item_files(ui, session, item);
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
    what = merge_row_text(ui, item, row);
  }
  if (fields > 1) what = ui.s.merge_row_fields(format_integer(static_cast<std::int64_t>(fields), ui.numbers));
  std::string const title = merge_title(ui, session, item.type, item.id);
  bool clicked = false;
  entry_box(ui, state, at, box, title + ", " + what + "##item" + std::to_string(state.entries[at].index), probe::Role::row, clicked);
  EntryColumns const c = entry_columns(ui, box);
  draw::icon_in(ui, c.icon, refused == fields ? icon::circle_slash : icon::circle_check, refused > 0 ? Token::text_muted : Token::status_agreed, 14);
  draw::text_in(ui, c.title, title, Token::text_primary, {Step::dense});
  draw::text_in(ui, c.what, what, Token::text_secondary, {Step::dense});
  draw::text_in(ui, c.from, merge_item_files(ui, session, item), Token::text_muted, {Step::dense});
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

void head_entry(Ui const& ui, MergeSession const& session, MergeViewState& state, std::size_t at, Box const& box) {
  std::size_t const group = state.entries[at].index;
  bool const current = at == state.current;
  draw::fill(ui, box, current ? Token::surface_selected : Token::surface_header);
  GroupLook const look = group_look(ui, group);
  Box row = box.inset(ui.px(12), 0);
  std::string const note = group_note(ui, session, group);
  if (can_accept(session, group) && box.w > ui.px(300) && button_right(ui, row, std::string(ui.s.merge_accept_all()) + "##" + std::to_string(group), {.kind = ButtonKind::quiet, .small = true})) accept_group(ui, group);
  if (is_clean(group)) {
    std::uint32_t const marks = probe::State::openable | state_if(state.clean_open, probe::State::open) | state_if(current, probe::State::selected);
    Press const p = press(ui, box, std::string(look.title) + ", " + note, {.role = probe::Role::tree_item, .state = marks});
    if (p.hovered) draw::fill(ui, box, Token::surface_hover);
    draw::icon_in(ui, row.cut_right(ui.px(14)), state.clean_open ? icon::chevron_down : icon::chevron_right, Token::text_muted, 14);
    if (p.clicked) open_clean(state, !state.clean_open), state.current = at;
  } else if (probe::wanted()) probe::item(std::string(look.title) + ", " + note, probe::Role::heading, box.rect());
  draw::icon_in(ui, row.cut_left(ui.px(14), ui.px(6)), look.icon, look.color, 14);
  draw::Type const bold{Step::dense, Weight::bold};
  draw::text_in(ui, row.cut_left(draw::width(ui, look.title, bold), ui.px(8)), look.title, look.color, bold);
  draw::text_in(ui, row, note, Token::text_secondary, {Step::dense});
}

bool any_entry(Ui const& ui, MergeSession const& session, MergeViewState& state, std::size_t at, Box const& box) {
  switch (state.entries[at].kind) {
    case MergeEntry::Kind::head: return head_entry(ui, session, state, at, box), false;
    case MergeEntry::Kind::row: return row_entry(ui, session, state, at, box);
    case MergeEntry::Kind::item: return item_entry(ui, session, state, at, box);
    case MergeEntry::Kind::twins: return twins_entry(ui, session, state, at, box);
  }
  return false;
}

void walk(Ui const& ui, MergeSession const& session, MergeViewState& state) {
  ChoiceKeys const keys = choice_keys(ui);
  if (keys.step != 0) merge_step(state, keys.step, true);
  if (state.current >= state.entries.size()) return;
  MergeEntry const& entry = state.entries[state.current];
  if (entry.kind == MergeEntry::Kind::head) {
    if (keys.digit == 2 && can_accept(session, entry.index)) accept_group(ui, entry.index);
    if (is_clean(entry.index) && keys.side != 0) open_clean(state, keys.side > 0);
    return;
  }
  for (std::size_t i = 0; keys.digit > 0 && i < state.fields.size(); ++i)
    if (state.fields[i].current) return choose_segment(ui, session, state, i, keys.digit - 1);
}
}  // namespace

std::string merge_item_files(Ui const& ui, MergeSession const& session, MergeItem const& item) {
  std::vector<std::string> names;
  for (auto const& source : item.sources) {
    std::string name = merge_version_name(ui, session, session.files()[source.file]);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  std::string out;
  for (std::string const& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::string merge_row_text(Ui const& ui, MergeItem const& item, MergeRow const& row) {
  switch (row.kind) {
    case MergeRowKind::created: return std::string(ui.s.merge_row_created());
    case MergeRowKind::deleted: return std::string(ui.s.merge_row_deleted());
    case MergeRowKind::revived: return std::string(ui.s.merge_row_revived());
    case MergeRowKind::field: break;
  }
  RecordInfo const& info = record_info(item.type);
  return std::string(field_label(ui.s, info, info.fields[row.field]));
}

std::string merge_title(Ui const& ui, MergeSession const& session, RecordType type, Ulid id) {
  Node const* node = session.named().find(type, id);
  std::string title = node ? record_title(session.named(), *node) : std::string();
  return title.empty() ? std::string(ui.s.ui_untitled()) : title;
}

std::uint64_t merge_key(MergeSession const& session, std::size_t row) {
  MergeRow const& of = session.rows()[row];
  MergeItem const& item = session.items()[of.item];
  return field_key("merge", item.id.low, static_cast<std::uint64_t>(item.type) << 16 | static_cast<std::uint64_t>(of.kind) << 8 | of.field);
}

void merge_step(MergeViewState& state, int by, bool groups) {
  for (std::size_t next = state.current + static_cast<std::size_t>(by); next < state.entries.size(); next += static_cast<std::size_t>(by)) {
    MergeEntry const& entry = state.entries[next];
    if (entry.kind == MergeEntry::Kind::head && !(groups && (asks(entry.index) || is_clean(entry.index)))) continue;
    state.current = next, state.reveal = true;
    return state.fields.clear();
  }
}

void merge_group(Ui const& ui, MergeSession const& session, MergeViewState& state, Box area) {
  std::size_t const group = state.entries[state.current].index;
  heading(ui, area.cut_top(ui.px(36)).inset(ui.px(12), 0), group_look(ui, group).title, Step::lead);
  draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
  area = area.inset(ui.px(12));
  area.cut_top(read_paragraph(ui, area, group_note(ui, session, group), Token::text_secondary), ui.px(12));
  Box row = area.cut_top(ui.px(size_control));
  if (can_accept(session, group) && button_left(ui, row, ui.s.merge_accept_all(), {.icon = icon::check})) accept_group(ui, group);
  if (is_clean(group) && button_left(ui, row, state.clean_open ? ui.s.merge_fold() : ui.s.merge_unfold(), {.icon = state.clean_open ? icon::chevron_down : icon::chevron_right})) open_clean(state, !state.clean_open);
}

void merge_list(Ui const& ui, MergeSession const& session, MergeViewState& state, Box area) {
  refresh(ui, session, state);
  walk(ui, session, state);
  choice_list(ui, {"merge_list", entry_height, state.entries.size(), state.current, state.reveal, ui.s.merge_hint()}, area, [&](std::size_t i, Box const& box) {
    if (any_entry(ui, session, state, i, box)) state.current = i, state.fields.clear();
  });
}

}  // namespace rancang
