#include "rules/attendance.hpp"

#include <unordered_map>

#include "model/reference_lookup.hpp"
#include "rules/check.hpp"

namespace rancang {
namespace {
using Places = std::unordered_map<Ulid, std::size_t, UlidHash>;

// Calls visit(row, attendance, session) for every row that says which day it is about.
template <class Visit>
void each_note(Document const& document, Visit visit) {
  document.table_of<Attendance>().for_each([&](NodePtr const& node) {
    auto const& note = node->as<Attendance>();
    if (note.bimtek == Stage::unset || !note.day || *note.day < 1 || *note.day > 2) return;
    visit(*node, note, (static_cast<std::size_t>(note.bimtek) - 1) * 2 + static_cast<std::size_t>(*note.day - 1));
  });
}

template <class V>
std::pair<std::uint8_t, Value> given(int field, V value) {
  return {static_cast<std::uint8_t>(field), Value(std::move(value))};
}
RecordWrite write_replaces(Node const& node, Ulid replaced) { return {node.type, node.id, static_cast<std::uint8_t>(field_of<&Attendance::replaces>), replaced ? Value(replaced) : Value()}; }

// Who came to which workshop, and for whom.
struct Visitor {
  Ulid person;
  std::array<bool, workshop_count> came{};
  std::array<Ulid, workshop_count> agency;
};

std::vector<Visitor> visitors(Document const& document) {
  std::vector<Visitor> out;
  Places places;
  for (Node const* node : in_plan_order(document, record_type<Person>)) {
    auto const& person = node->as<Person>();
    if (person.body == Body::mentor) continue;
    places[node->id] = out.size();
    out.push_back({node->id, {}, {}});
    out.back().agency.fill(person.agency.value);
  }
  each_note(document, [&](Node const&, Attendance const& note, std::size_t session) {
    auto const at = places.find(note.person.value);
    if (at == places.end() || !note.present) return;
    Visitor& visitor = out[at->second];
    visitor.came[session / 2] = true;
    if (note.agency) visitor.agency[session / 2] = note.agency.value;
  });
  return out;
}

// A row for every agency of which somebody came; those without an agency last.
std::vector<AgencyTurnover> agencies_of(Document const& document, std::vector<Visitor> const& visitors, Places& places) {
  Places sent;
  for (Visitor const& visitor : visitors)
    for (std::size_t i = 0; i < workshop_count; ++i)
      if (visitor.came[i]) sent[visitor.agency[i]] = i;
  std::vector<AgencyTurnover> out;
  for (Node const* node : in_plan_order(document, record_type<Agency>)) {
    if (sent.erase(node->id) == 0) continue;
    places[node->id] = out.size();
    out.push_back({node->id, {}});
  }
  if (sent.empty()) return out;
  for (auto const& entry : sent) places[entry.first] = out.size();  // none, or one in the trash
  out.push_back({{}, {}});
  return out;
}
}  // namespace

std::vector<PersonPresence> presences(Document const& document) {
  std::vector<PersonPresence> out;
  Places places;
  for (Node const* node : in_plan_order(document, record_type<Person>)) {
    places[node->id] = out.size();
    out.emplace_back().person = node->id;
  }
  each_note(document, [&](Node const&, Attendance const& note, std::size_t session) {
    auto const at = places.find(note.person.value);
    if (at == places.end()) return;
    PersonPresence& row = out[at->second];
    Presence& presence = row.sessions[session];
    if (presence != Presence::present) presence = note.present ? Presence::present : Presence::absent;
    int const when = static_cast<int>(session);
    if (note.agency && when >= row.represents_at) row.represents = note.agency.value, row.represents_at = when;
    if (note.replaces && when >= row.replaces_at) row.replaces = note.replaces.value, row.replaces_at = when;
    if (!note.remark.empty() && when >= row.remark_at) row.remark = note.remark, row.remark_at = when;
  });
  return out;
}

PresenceChange presence_change(Document const& document, std::span<Ulid const> people, std::size_t session, Presence wanted) {
  struct Known {
    bool noted = false;
    int before = -1;  // the nearest session with a row: who was replaced then is replaced still
    Ulid replaces;
  };
  PresenceChange out;
  std::vector<Known> known(people.size());
  Places places;
  for (std::size_t i = 0; i < people.size(); ++i) places[people[i]] = i;
  each_note(document, [&](Node const& node, Attendance const& note, std::size_t at) {
    auto const place = places.find(note.person.value);
    if (place == places.end()) return;
    Known& of = known[place->second];
    if (at == session) {
      of.noted = true;
      bool const present = wanted == Presence::present;
      if (wanted == Presence::unknown) out.removed.push_back(node.id);
      else if (note.present != present) out.writes.push_back({node.type, node.id, static_cast<std::uint8_t>(field_of<&Attendance::present>), present});
    } else if (at / 2 <= session / 2 && static_cast<int>(at) > of.before) {
      of.before = static_cast<int>(at), of.replaces = note.replaces.value;
    }
  });
  if (wanted == Presence::unknown) return out;
  for (std::size_t i = 0; i < people.size(); ++i) {
    Person const* const person = document.get(Id<Person>{people[i]});
    if (known[i].noted || !person) continue;
    auto& row = out.created.emplace_back();
    row.push_back(given(field_of<&Attendance::person>, people[i]));
    row.push_back(given(field_of<&Attendance::bimtek>, EnumIndex{static_cast<std::uint8_t>(session_workshop(session))}));
    row.push_back(given(field_of<&Attendance::day>, std::int64_t{session_day(session)}));
    row.push_back(given(field_of<&Attendance::present>, wanted == Presence::present));
    if (person->agency) row.push_back(given(field_of<&Attendance::agency>, person->agency.value));
    if (known[i].replaces) row.push_back(given(field_of<&Attendance::replaces>, known[i].replaces));
  }
  return out;
}

Presence next_presence(Document const& document, Ulid person, std::size_t session) {
  Presence now = Presence::unknown;
  bool says_more = false;
  each_note(document, [&](Node const&, Attendance const& note, std::size_t at) {
    if (at != session || note.person.value != person) return;
    if (now != Presence::present) now = note.present ? Presence::present : Presence::absent;
    says_more = says_more || note.replaces || !note.remark.empty() || !note.note.empty();
  });
  if (now == Presence::present) return Presence::absent;
  return now == Presence::unknown || says_more ? Presence::present : Presence::unknown;
}

std::vector<RecordWrite> replacement_writes(Document const& document, Ulid person, Ulid replaced) {
  std::size_t after = 0;  // the first workshop to which the replaced person did not come any more
  each_note(document, [&](Node const&, Attendance const& note, std::size_t session) {
    if (replaced && note.present && note.person.value == replaced) after = std::max(after, session / 2 + 1);
  });
  std::vector<RecordWrite> all, later;
  each_note(document, [&](Node const& node, Attendance const& note, std::size_t session) {
    if (note.person.value != person) return;
    all.push_back(write_replaces(node, replaced));
    if (session / 2 >= after) later.push_back(all.back());
  });
  return later.empty() ? all : later;
}

std::uint32_t AgencyTurnover::changes() const {
  std::uint32_t sum = 0;
  for (Turnover const& step : steps) sum += step.left + step.joined;
  return sum;
}

Continuity continuity(Document const& document) {
  Continuity out;
  std::vector<Visitor> const all = visitors(document);
  Places places;
  out.agencies = agencies_of(document, all, places);
  for (Visitor const& visitor : all)
    for (std::size_t i = 0; i < workshop_count; ++i) out.held[i] = out.held[i] || visitor.came[i];
  for (std::size_t step = 0; step + 1 < workshop_count; ++step) {
    if (!out.knows(step)) continue;
    for (Visitor const& visitor : all) {
      bool const came = visitor.came[step], comes = visitor.came[step + 1];
      if (!came && !comes) continue;
      Ulid const agency = visitor.agency[came ? step : step + 1];
      Turnover& of = out.agencies[places[agency]].steps[step];
      for (Turnover* turnover : {&of, &out.steps[step]}) {
        if (came) ++turnover->came;
        if (came && !comes) ++turnover->left;
        if (!came) ++turnover->joined;
      }
      if (came != comes) out.moves[step].push_back({visitor.person, agency, comes});
    }
  }
  return out;
}

}  // namespace rancang
