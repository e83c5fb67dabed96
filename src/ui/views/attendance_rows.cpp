// Which rows the attendance screen shows, in groups, and where its cursor stands.
#include <unordered_map>

#include "base/order.hpp"
#include "base/utf8.hpp"
#include "model/reference_lookup.hpp"
#include "ui/views/attendance_parts.hpp"

namespace rancang {
namespace {
struct Group {
  Ulid agency;       // grouped by agency
  std::string head;  // "" = none is shown
  std::vector<std::size_t> people;
};

bool passes(Ui const& ui, Document const& document, AttendanceState const& state, PersonPresence const& row, Person const& person, std::string const& wanted) {
  Ulid const only = state.only_agency.value_or(Ulid{});
  if (state.only_agency && person.agency.value != only && !(only && row.represents == only)) return false;
  if (wanted.empty()) return true;
  return utf8::fold(person.name + " " + person.office + " " + person.institution + " " + agency_text(ui, document, person.agency.value)).find(wanted) != std::string::npos;
}

std::vector<Group> empty_groups(Ui const& ui, Document const& document, AttendanceOrder order) {
  std::vector<Group> out;
  if (order == AttendanceOrder::name) out.emplace_back();
  if (order == AttendanceOrder::agency) {
    for (Node const* node : in_plan_order(document, record_type<Agency>)) out.push_back({node->id, record_text(*node), {}});
    out.push_back({{}, std::string(ui.s.attendance_no_agency()), {}});
  }
  if (order == AttendanceOrder::body)
    for (std::size_t i = 0; i < enum_info<Body>().names.size(); ++i) out.push_back({{}, std::string(enum_label(ui.s, enum_info<Body>(), i)), {}});
  return out;
}

void sort_by_name(Document const& document, AttendanceState const& state, std::vector<std::size_t>& people) {
  std::vector<std::pair<std::string, std::size_t>> named;
  for (std::size_t i : people) named.emplace_back(utf8::fold(document.find(record_type<Person>, state.people[i].person)->title()), i);
  sort_list(named);
  for (std::size_t i = 0; i < named.size(); ++i) people[i] = named[i].second;
}

void fill_rows(Ui const& ui, Document const& document, AttendanceState& state) {
  std::vector<Group> groups = empty_groups(ui, document, state.order);
  std::unordered_map<Ulid, std::size_t, UlidHash> places;
  if (state.order == AttendanceOrder::agency)
    for (std::size_t i = 0; i < groups.size(); ++i) places[groups[i].agency] = i;
  std::string const wanted = utf8::fold(state.search);
  for (std::size_t i = 0; i < state.people.size(); ++i) {
    Person const* const person = document.get(Id<Person>{state.people[i].person});
    if (!person || !passes(ui, document, state, state.people[i], *person, wanted)) continue;
    std::size_t group = 0;
    if (state.order == AttendanceOrder::body) group = static_cast<std::size_t>(person->body);
    if (state.order == AttendanceOrder::agency) {
      auto const at = places.find(person->agency.value);
      group = at == places.end() ? groups.size() - 1 : at->second;
    }
    groups[group].people.push_back(i);
  }
  if (state.order == AttendanceOrder::name) sort_by_name(document, state, groups[0].people);
  if (state.order == AttendanceOrder::body) std::rotate(groups.begin(), groups.begin() + 1, groups.end());  // "belum dipilih" last
  state.rows.clear();
  for (Group& group : groups) {
    if (group.people.empty()) continue;
    if (!group.head.empty()) state.rows.push_back({std::move(group.head), group.people.size()});
    for (std::size_t person : group.people) state.rows.push_back({{}, person});
  }
}

void count_figures(AttendanceState& state) {
  state.figures = {};
  state.shown = 0;
  for (AttendanceRow const& row : state.rows) {
    if (!row.head.empty()) continue;
    ++state.shown;
    for (std::size_t i = 0; i < session_count; ++i) {
      Presence const presence = state.people[row.person].sessions[i];
      state.figures[i].present += presence == Presence::present;
      state.figures[i].noted += presence != Presence::unknown;
    }
  }
}

void sort_agencies(AttendanceState& state) {
  if (state.sorted == -2) return;
  auto const changes = [&](AgencyTurnover const& row) {
    return state.sorted < 0 ? row.changes() : row.steps[static_cast<std::size_t>(state.sorted)].left + row.steps[static_cast<std::size_t>(state.sorted)].joined;
  };
  sort_list_stably(state.continuity.agencies, [&](AgencyTurnover const& a, AgencyTurnover const& b) { return changes(a) > changes(b); });
}
}  // namespace

std::string agency_text(Ui const& ui, Document const& document, Ulid agency) {
  return agency ? reference_text(document, record_type<Agency>, agency) : std::string(ui.s.attendance_no_agency());
}
std::string_view workshop_text(Strings const& s, std::size_t workshop) { return enum_label(s, enum_info<Stage>(), workshop + 1); }
std::string session_text(Strings const& s, std::size_t session) { return s.attendance_session(workshop_text(s, session / 2), std::to_string(session_day(session))); }

void refresh_attendance(Ui const& ui, PlanView const& plan, AttendanceState& state) {
  if (state.seen_revision == plan.editor.revision() && state.seen_plan == plan.document.plan_id && state.seen_wording == wording_of(ui.s)) return;
  state.seen_revision = plan.editor.revision(), state.seen_plan = plan.document.plan_id, state.seen_wording = wording_of(ui.s);
  state.people = presences(plan.document);
  state.continuity = continuity(plan.document);
  sort_agencies(state);
  fill_rows(ui, plan.document, state);
  count_figures(state);
  if (!row_of_cursor(state)) move_cursor(state, 0, 0);
}

std::optional<std::size_t> row_of_cursor(AttendanceState const& state) {
  for (std::size_t i = 0; i < state.rows.size(); ++i)
    if (state.rows[i].head.empty() && state.people[state.rows[i].person].person == state.person) return i;
  return std::nullopt;
}

PersonPresence const* person_at_cursor(AttendanceState const& state) {
  auto const row = row_of_cursor(state);
  return row ? &state.people[state.rows[*row].person] : nullptr;
}

// By persons, over the heads of groups; a cursor that is nowhere goes to the first one.
void move_cursor(AttendanceState& state, int rows, int columns) {
  state.column = std::clamp(state.column + columns, 0, state.last_column);
  state.reveal = state.reveal || rows != 0;
  auto const from = row_of_cursor(state);
  int at = from ? static_cast<int>(*from) : -1, left = from ? std::abs(rows) : 1;
  int const step = from && rows < 0 ? -1 : 1, count = static_cast<int>(state.rows.size());
  for (int i = at + step; left > 0 && i >= 0 && i < count; i += step)
    if (state.rows[static_cast<std::size_t>(i)].head.empty()) at = i, --left;
  if (at >= 0) state.person = state.people[state.rows[static_cast<std::size_t>(at)].person].person;
}

}  // namespace rancang
