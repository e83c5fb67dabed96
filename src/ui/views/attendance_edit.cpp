// What ticks and choices of the attendance screen ask of the plan.
#include "model/reference_lookup.hpp"
#include "ui/views/attendance_parts.hpp"
#include "ui/widgets/field_box.hpp"

namespace rancang {
namespace {
std::vector<CellWrite> cells_of(std::vector<RecordWrite> writes) {
  std::vector<CellWrite> out;
  for (RecordWrite& write : writes) out.push_back({write.type, write.record, write.field, std::move(write.value)});
  return out;
}

void note_presence(Ui const& ui, PlanView const& plan, std::span<Ulid const> people, std::size_t session, Presence wanted) {
  PresenceChange change = presence_change(plan.document, people, session, wanted);
  if (!change.removed.empty()) {
    DeleteRecords command;
    for (Ulid id : change.removed) command.records.push_back({record_type<Attendance>, id});
    return ui.send.edit(std::move(command));
  }
  SetCells command;
  command.cells = cells_of(std::move(change.writes));
  for (auto& values : change.created) command.created.push_back({record_type<Attendance>, {}, std::move(values)});
  if (!command.cells.empty() || !command.created.empty()) ui.send.edit(std::move(command));
}

bool refused(Ui const& ui, PlanView const& plan) {
  std::string_view const why = locked_text(ui, plan);
  if (!why.empty()) ui.send.notice(std::string(why));
  return !why.empty();
}

bool is_noted(PersonPresence const& row) {
  return std::any_of(row.sessions.begin(), row.sessions.end(), [](Presence presence) { return presence != Presence::unknown; });
}

std::uint64_t picker_key() { return field_key("attendance.replaces"); }
}  // namespace

// Of the whole plan: an agency that finds its way here only looks.
std::string_view locked_text(Ui const& ui, PlanView const& plan) { return plan.read_only ? ui.s.save_read_only() : plan.document.scope ? ui.s.slice_common() : std::string_view(); }

void tick_cursor(Ui const& ui, PlanView const& plan, AttendanceState& state) {
  if (state.column == replaces_column) return open_replacement(ui, plan, state);
  if (refused(ui, plan) || !person_at_cursor(state)) return;
  auto const session = static_cast<std::size_t>(state.column);
  note_presence(ui, plan, {&state.person, 1}, session, next_presence(plan.document, state.person, session));
}

void clear_cursor(Ui const& ui, PlanView const& plan, AttendanceState const& state) {
  if (refused(ui, plan) || !person_at_cursor(state)) return;
  if (state.column != replaces_column) return note_presence(ui, plan, {&state.person, 1}, static_cast<std::size_t>(state.column), Presence::unknown);
  auto cells = cells_of(replacement_writes(plan.document, state.person, {}));
  if (!cells.empty()) ui.send.edit(SetCells{SetCells::Cause::clear, std::move(cells), {}});
}

void tick_column(Ui const& ui, PlanView const& plan, AttendanceState const& state, std::size_t session) {
  if (refused(ui, plan)) return;
  std::vector<Ulid> people;
  for (AttendanceRow const& row : state.rows)
    if (row.head.empty() && state.people[row.person].sessions[session] == Presence::unknown) people.push_back(state.people[row.person].person);
  if (people.empty()) return;
  note_presence(ui, plan, people, session, Presence::present);
  ui.send.notice(ui.s.attendance_ticked(format_integer(static_cast<std::int64_t>(people.size()), ui.numbers), session_text(ui.s, session)));
}

// Everybody else, those of the same agency first.
void open_replacement(Ui const& ui, PlanView const& plan, AttendanceState& state) {
  PersonPresence const* const row = person_at_cursor(state);
  if (!row || refused(ui, plan)) return;
  if (!is_noted(*row)) return ui.send.notice(std::string(ui.s.attendance_tick_first()));
  Person const* const self = plan.document.get(Id<Person>{row->person});
  state.choices = {{std::string(ui.s.attendance_nobody()), {}, !row->replaces}};
  state.choice_ids = {Ulid{}};
  for (bool const same : {true, false})
    for (PersonPresence const& other : state.people) {
      Person const* const person = plan.document.get(Id<Person>{other.person});
      if (!self || !person || other.person == row->person || (person->agency && person->agency == self->agency) != same) continue;
      state.choices.push_back({person->name, agency_text(ui, plan.document, person->agency.value), other.person == row->replaces});
      state.choice_ids.push_back(other.person);
    }
  picker_open(state.picker, picker_key());
  state.reveal = true;
}

void replacement_frame(Ui const& ui, PlanView const& plan, AttendanceState& state, Box const& anchor) {
  if (state.picker.fresh && ImGui::IsKeyPressed(ImGuiKey_Enter)) return;  // the key that opened it would choose at once
  PickerResult const result = picker(ui, state.picker, picker_key(), anchor, state.choices);
  if (result.closed) state.wants_focus = true;
  if (result.chosen < 0) return;
  auto cells = cells_of(replacement_writes(plan.document, state.person, state.choice_ids[static_cast<std::size_t>(result.chosen)]));
  if (!cells.empty()) ui.send.edit(SetCells{SetCells::Cause::bulk, std::move(cells), {}});
}

}  // namespace rancang
