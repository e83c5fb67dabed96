// The right side of the merge board: one record with the fields that the current entry is about.
#include "model/reference_lookup.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/home_view.hpp"
#include "ui/views/merge_view.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field_box.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {
namespace {
constexpr std::size_t most_told = 12;  // fields of a record that comes or goes

std::string day_of(Ui const& ui, std::uint64_t unix_ms) { return format_date_short(local_day(ui, unix_ms), ui.numbers); }

// Who wrote it and when, as far as anybody knows. Of older files the day is told by when they were saved, of what no file brings by whether the base had it.
std::string version_note(Ui const& ui, MergeSession const& session, MergeOption const& option) {
  std::string out = option.who;
  auto const add = [&](std::string const& part) { out += (out.empty() || part.empty() ? "" : ", ") + part; };
  if (option.file) {
    MergeFile const& file = session.files()[*option.file];
    if (!file.agency && out == file.sender) out.clear();  // the title says it
    auto const date = option.day ? option.day : parse_date(std::string_view(file.input.saved_at).substr(0, 10));
    if (date) add(format_date_short(*date, ui.numbers));
    return out;
  }
  add(merge_agency_name(session, option.agency));
  if (option.day) {
    add(format_date_short(*option.day, ui.numbers));
  } else if (option.age != MergeOption::Age::unknown) {
    std::string const day = day_of(ui, session.base_unix_ms());
    add(option.age == MergeOption::Age::before ? ui.s.merge_note_before(day) : ui.s.merge_note_after(day));
  }
  return out;
}

void choose_cards(MergeRow const& row, std::vector<MergeOption> const& options, VersionField& field, Value const& shown) {
  field.decided = row.pick != Pick::merged;
  switch (row.pick) {
    case Pick::ours: field.segment = 0; break;
    case Pick::theirs: field.segment = 1; break;
    case Pick::both: field.segment = 2; break;
    case Pick::own: field.segment = 3; break;
    case Pick::merged:
      if (row.group != MergeGroup::clean) return;
      field.segment = 2;  // what comes by itself: the file's, or both united
      break;
  }
  for (std::size_t i = 0; i < options.size(); ++i)
    if (options[i].value == shown) {
      field.card = static_cast<int>(i);
      if (row.pick == Pick::merged) field.segment = options[i].mine ? 0 : 1;
    }
}

VersionField field_row(Ui const& ui, PlanView const& plan, MergeSession const& session, std::size_t index) {
  MergeRow const& row = session.rows()[index];
  MergeItem const& item = session.items()[row.item];
  RecordInfo const& info = record_info(item.type);
  VersionField out;
  out.field = &info.fields[row.field];
  out.label = field_label(ui.s, info, *out.field);
  std::string const together = decided_with(ui.s, info, row.field);
  out.hint = together.empty() ? std::string(version_kind(ui.s, *out.field)) : together;
  auto const options = session.options(index);
  for (auto const& option : options) {
    out.cards.push_back(version_card(ui, plan, session.named(), *out.field, option.value));
    out.cards.back().title = merge_version_title(ui, session, option);
    out.cards.back().note = version_note(ui, session, option);
    if (option.file) out.cards.back().source = session.files()[*option.file].input.name;
  }
  if (auto base = session.base_value(index)) {
    for (auto& card : out.cards) card.change = base_change(ui, *base, card.value);
    out.base = version_card(ui, plan, session.named(), *out.field, std::move(*base));
    out.base->title = ui.s.merge_base();
    out.base->note = day_of(ui, session.base_unix_ms());
  }
  mark_differences(out);
  out.segments = {ui.s.merge_mine(), ui.s.merge_theirs(), ui.s.merge_both(), ui.s.merge_edit()};
  if (options.empty() || !options.front().mine) out.disabled[0] = ui.s.merge_created_text();
  if (!session.can_have_both(index)) out.disabled[2] = ui.s.merge_no_both();
  Value const shown = session.result(index);
  choose_cards(row, options, out, shown);
  VersionCard const result = version_card(ui, plan, session.named(), *out.field, shown);
  out.own = is_empty(shown) ? std::string() : result.chips.empty() && out.field->type == ValueType::text ? result.text : value_text(session.named(), *out.field, shown, version_style(plan));
  if (out.segment >= 2 && out.card < 0) {
    out.result = result.chips.empty() ? result.text : std::string();
    for (auto const& chip : result.chips) out.result += (out.result.empty() ? "" : ", ") + chip;
  }
  return out;
}

// What a record says, field by field, for deciding whether it comes or goes.
std::string told_record(PlanView const& plan, Ui const& ui, MergeSession const& session, Node const& node) {
  std::string out;
  std::size_t told = 0;
  for (std::size_t i = 0; i < node.info().fields.size() && told < most_told; ++i) {
    FieldInfo const& field = node.info().fields[i];
    if (field.rules.role == Role::order || field.equal(node.data(), node.info().blank)) continue;
    std::string const text = value_text(session.named(), field, node.get(i), version_style(plan));
    if (text.empty()) continue;
    out += (out.empty() ? "" : "\n") + std::string(field_label(ui.s, node.info(), field)) + ": " + text;
    ++told;
  }
  return out;
}

VersionField life_row(Ui const& ui, PlanView const& plan, MergeSession const& session, std::size_t index) {
  MergeRow const& row = session.rows()[index];
  MergeItem const& item = session.items()[row.item];
  VersionField out;
  bool const created = row.kind == MergeRowKind::created;
  out.label = created ? ui.s.merge_row_created() : row.kind == MergeRowKind::deleted ? ui.s.merge_row_deleted() : ui.s.merge_row_revived();
  out.hint = created ? ui.s.merge_created_text() : row.kind == MergeRowKind::deleted ? ui.s.merge_deleted_text() : ui.s.merge_revived_text();
  if (created) out.segments = {ui.s.merge_refuse(), ui.s.merge_accept()};
  else out.segments = {ui.s.merge_keep(), ui.s.merge_delete()};
  out.decided = session.is_decided(row);
  out.segment = row.pick == Pick::ours ? 0 : row.pick == Pick::theirs ? 1 : row.kind == MergeRowKind::revived ? 0 : row.group == MergeGroup::clean ? 1 : -1;
  VersionCard card;
  card.text = told_record(plan, ui, session, *item.any());
  for (auto const& source : item.sources) {
    std::string const name = merge_version_name(ui, session, session.files()[source.file]);
    card.title += (card.title.empty() ? "" : ", ") + name;
  }
  out.cards.push_back(std::move(card));
  return out;
}

VersionField twins_field(Ui const& ui, PlanView const& plan, MergeSession const& session, std::size_t index) {
  MergeTwins const& twins = session.twins()[index];
  VersionField out;
  out.label = ui.s.merge_group_twins();
  out.hint = twins.pair.same_name ? ui.s.merge_twins_same_name() : ui.s.merge_twins_like_name();
  if (twins.pair.same_code) out.hint += ", " + std::string(ui.s.merge_twins_same_code());
  if (twins.pair.same_agency) out.hint += ", " + std::string(ui.s.merge_twins_same_agency());
  out.segments = {ui.s.merge_twins_apart(), ui.s.merge_twins_join()};
  out.segment = twins.pick == Pick::ours ? 0 : twins.pick == Pick::theirs ? 1 : -1;
  for (Ulid const id : {twins.pair.ours, twins.pair.theirs}) {
    VersionCard card;
    card.title = merge_title(ui, session, twins.pair.type, id);
    if (Node const* const node = session.named().find(twins.pair.type, id)) card.text = told_record(plan, ui, session, *node);
    out.cards.push_back(std::move(card));
  }
  mark_differences(out);
  return out;
}

void refresh(Ui const& ui, PlanView const& plan, MergeSession const& session, MergeViewState& state) {
  if (!state.fields.empty() || state.current >= state.entries.size()) return;
  MergeEntry const& entry = state.entries[state.current];
  state.field_rows.clear();
  auto const add = [&](VersionField field, std::size_t row, bool current) {
    field.key = entry.kind == MergeEntry::Kind::twins ? entry.key : merge_key(session, row);
    field.current = current;
    state.fields.push_back(std::move(field));
    state.field_rows.push_back(row);
  };
  if (entry.kind == MergeEntry::Kind::twins) return add(twins_field(ui, plan, session, entry.index), entry.index, true);
  if (entry.kind == MergeEntry::Kind::head) return;
  bool const whole = entry.kind == MergeEntry::Kind::item;
  MergeItem const& item = session.items()[whole ? entry.index : session.rows()[entry.index].item];
  MergeGroup const group = whole ? MergeGroup::clean : session.rows()[entry.index].group;
  for (std::size_t i = item.first_row; i < item.first_row + item.rows; ++i) {
    MergeRow const& row = session.rows()[i];
    if (row.group != group) continue;
    bool const current = whole ? state.fields.empty() : i == entry.index;
    add(row.kind == MergeRowKind::field ? field_row(ui, plan, session, i) : life_row(ui, plan, session, i), i, current);
  }
}

void decide(Ui const& ui, std::size_t row, Pick pick, Value value = {}) { ui.send.put(MergeRequest{MergeRequest::Kind::decide, row, pick, std::move(value)}); }

// Fields that are decided together with it and have values of their own keep them.
void give_back(Ui const& ui, MergeSession const& session, MergeViewState const& state, std::size_t row) {
  decide(ui, row, state.pick, state.value);
  MergeItem const& item = session.items()[session.rows()[row].item];
  for (std::size_t i = item.first_row; i < item.first_row + item.rows; ++i)
    if (MergeRow const& other = session.rows()[i]; i != row && other.pick == Pick::own) decide(ui, i, Pick::own, other.value);
}

void take_answer(Ui const& ui, MergeSession const& session, MergeViewState& state, std::size_t at, VersionAnswer& answer) {
  bool const twins = state.entries[state.current].kind == MergeEntry::Kind::twins;
  VersionField const& field = state.fields[at];
  std::size_t const row = state.field_rows[at];
  if (answer.segment >= 0) return choose_segment(ui, session, state, at, answer.segment);
  if (answer.card >= 0 && !twins && field.field) {
    auto const options = session.options(row);
    state.own = {};
    if (auto const card = static_cast<std::size_t>(answer.card); card < options.size()) decide(ui, row, options[card].mine ? Pick::ours : Pick::theirs, options[card].value);
  }
  if (answer.own) decide(ui, row, Pick::own, std::move(*answer.own));
  if (answer.back) give_back(ui, session, state, row);
  if (!answer.done) return;
  if (state.own.problem.empty()) state.own = {};
  ui.send.put(SealRequest{});  // the next frame looks at what the plan has become meanwhile
}

// Twins show the entry; other entries the record: its kind, its name, how many fields, where in the list.
void head_part(Ui const& ui, MergeSession const& session, MergeViewState& state, Box head) {
  MergeEntry const& entry = state.entries[state.current];
  std::size_t records = 0, place = 0;
  std::uint64_t last = ~0ULL;
  for (std::size_t i = 0; i < state.entries.size(); ++i) {
    MergeEntry const& one = state.entries[i];
    if (one.kind == MergeEntry::Kind::head) continue;
    std::uint64_t const id = one.kind == MergeEntry::Kind::row ? session.rows()[one.index].item : one.index + (static_cast<std::uint64_t>(one.kind) << 40);
    records += id != last;
    last = id;
    if (i == state.current) place = records;
  }
  auto const number = [&](std::size_t n) { return format_integer(static_cast<std::int64_t>(n), ui.numbers); };
  if (icon_button(ui, head.cut_right(ui.px(24), ui.px(4)).middle(ui.px(24)), icon::chevron_down, ui.s.pane_next(), {.icon_size = 14})) merge_step(state, 1, false);
  if (icon_button(ui, head.cut_right(ui.px(24), ui.px(8)).middle(ui.px(24)), icon::chevron_up, ui.s.pane_previous(), {.icon_size = 14})) merge_step(state, -1, false);
  std::string const position = ui.s.merge_position(number(place), number(records));
  draw::text_in(ui, head.cut_right(draw::width(ui, position, {Step::dense}), ui.px(12)), position, Token::text_secondary, {Step::dense});
  RecordType type = entry.kind == MergeEntry::Kind::twins ? session.twins()[entry.index].pair.type : RecordType::none;
  std::string title(ui.s.merge_group_twins());
  if (type == RecordType::none) {
    MergeItem const& item = session.items()[entry.kind == MergeEntry::Kind::item ? entry.index : session.rows()[entry.index].item];
    type = item.type;
    title = merge_title(ui, session, item.type, item.id);
  }
  std::string const kind(record_label(ui.s, record_info(type)));
  tag(ui, head.cut_left(tag_width(ui, kind), ui.px(8)).middle(ui.px(18)), kind, TagKind::filled);
  Box const name = head.cut_left(std::min(draw::width(ui, title, {Step::lead, Weight::bold}), head.w), ui.px(10));
  heading(ui, name, title, Step::lead);
  if (entry.kind != MergeEntry::Kind::twins) draw::text_in(ui, head, ui.s.merge_fields_differ(number(state.fields.size())), Token::text_secondary, {Step::dense});
}
}  // namespace

std::string merge_version_title(Ui const& ui, MergeSession const& session, MergeOption const& option) {
  if (option.mine) return std::string(ui.s.merge_mine());
  if (option.file) return ui.s.merge_version_of(merge_version_name(ui, session, session.files()[*option.file]));
  return option.who.empty() ? std::string(ui.s.conflicts_other()) : ui.s.merge_version_of(option.who);
}

void choose_segment(Ui const& ui, MergeSession const& session, MergeViewState& state, std::size_t at, int segment) {
  VersionField const& field = state.fields[at];
  std::size_t const row = state.field_rows[at];
  auto const index = static_cast<std::size_t>(segment);
  MergeEntry const& entry = state.entries[state.current];
  if (!field.field && segment > 1) return;
  if (!field.disabled[index].empty()) return;
  if (entry.kind == MergeEntry::Kind::twins) return ui.send.put(MergeRequest{MergeRequest::Kind::twins, entry.index, segment == 0 ? Pick::ours : Pick::theirs, {}});
  if (segment == 3) {
    if (state.own.key == field.key) return void(state.own.focus = true);  // in red: it is gone on with
    state.pick = session.rows()[row].pick, state.value = session.rows()[row].value;
    return void(state.own = {field.key, true, field.own, {}, false});
  }
  state.own = {};
  if (!field.field || segment != 1) return decide(ui, row, segment == 0 ? Pick::ours : segment == 1 ? Pick::theirs : Pick::both);
  // Of several files the next one, each time.
  auto const options = session.options(row);
  std::size_t const first = !options.empty() && options.front().mine ? 1 : 0;
  std::size_t next = first;
  if (field.segment == 1 && field.card >= static_cast<int>(first)) next = static_cast<std::size_t>(field.card) + 1;
  if (next >= options.size()) next = first;
  if (next < options.size()) decide(ui, row, Pick::theirs, options[next].value);
}

void merge_record(Ui const& ui, PlanView const& plan, MergeSession const& session, MergeViewState& state, Box area) {
  if (state.current >= state.entries.size()) return;
  if (state.entries[state.current].kind == MergeEntry::Kind::head) return merge_group(ui, session, state, area);
  refresh(ui, plan, session, state);
  head_part(ui, session, state, area.cut_top(ui.px(36)).inset(ui.px(12), 0));
  draw::hline(ui, area.x, area.right(), area.y - 1, Token::border_default);
  std::string_view const note = state.entries[state.current].kind == MergeEntry::Kind::twins ? ui.s.merge_twins_text() : std::string_view();
  version_column(ui, plan, {"merge_record", session.named(), state.fields, state.own, note}, area, [&](std::size_t i, VersionAnswer& answer) { take_answer(ui, session, state, i, answer); });
}

}  // namespace rancang
