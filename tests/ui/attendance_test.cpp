// Attendance as a grid that is ticked, with pointer and with keys alone; continuity beside it.
#include <doctest/doctest.h>

#include "at_work.hpp"
#include "model/reference_lookup.hpp"
#include "rules/check.hpp"
#include "screen_check.hpp"
#include "ui/views/attendance_view.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
struct Presences : SampleOpen {
  Presences() { show("presence"); }
  void show(std::string const& view) {
    ui.platform().send(RouteChanged{"/plan/" + ulid_text(ui.document().plan_id) + "/" + view});
    ui.settle();
  }
  AttendanceState& state() { return ui.app().plan()->attendance_view; }
  std::string name(Ulid person) { return std::string(ui.document().find(record_type<Person>, person)->title()); }
  std::string session(std::size_t at) { return ui.s().attendance_session(enum_label(ui.s(), enum_info<Stage>(), at / 2 + 1), std::to_string(at % 2 + 1)); }
  std::string cell(Ulid person, std::size_t at) { return session(at) + ": " + name(person); }
  // Of the first row shown: rows of people only.
  Ulid first_shown() {
    for (auto const& row : state().rows)
      if (row.head.empty()) return state().people[row.person].person;
    return {};
  }
  std::vector<Node const*> notes(Ulid person, std::size_t at) {
    std::vector<Node const*> out;
    ui.document().table_of<Attendance>().for_each([&](NodePtr const& node) {
      auto const& note = node->as<Attendance>();
      if (note.person.value == person && note.bimtek == session_workshop(at) && note.day == session_day(at)) out.push_back(node.get());
    });
    return out;
  }
  std::size_t count() { return ui.document().table_of<Attendance>().size(); }
  // Somebody about whom nothing is noted.
  Ulid stranger() {
    for (auto const& row : state().people)
      if (std::all_of(row.sessions.begin(), row.sessions.end(), [](Presence p) { return p == Presence::unknown; })) return row.person;
    return {};
  }
  void look_for(std::string const& text) {
    ui.key(ctrl | ImGuiKey_F);
    ui.type(text);
    ui.key(ImGuiKey_Enter);
  }
};
}  // namespace

TEST_CASE_FIXTURE(Presences, "the screen has an address, a place in the menu and a command, in both languages and on any window") {
  CHECK(ui.find(ui.s().action_show_attendance(), probe::Role::heading));
  CHECK(ui.find(ui.s().action_show_attendance(), probe::Role::link));
  CHECK(screen_faults(ui) == std::vector<std::string>{});
  show("agency");
  ui.key(ctrl | ImGuiKey_K);
  ui.type(ui.s().action_show_attendance());
  ui.key(ImGuiKey_Enter);
  CHECK(ui.app().route().screen == Screen::attendance);
  CHECK(route_text(ui.app().route()) == "/plan/" + ulid_text(ui.document().plan_id) + "/presence");
  CHECK(parse_route(route_text(ui.app().route())) == ui.app().route());
  ui.app().act(Action::toggle_language);
  ui.settle();
  CHECK(ui.find("Workshop attendance", probe::Role::heading));
  for (ImVec2 const size : {ImVec2{1366, 768}, ImVec2{800, 600}}) {
    ui.resize(size);
    CHECK(screen_faults(ui) == std::vector<std::string>{});
  }
}

TEST_CASE_FIXTURE(Presences, "a press notes somebody as present, the next as absent, the third takes the note away; each can be undone") {
  Ulid const person = stranger();
  REQUIRE(person);
  look_for(name(person));
  std::size_t const before = count();
  std::string const label = cell(person, 2);
  CHECK(ui.text(label) == ui.s().attendance_unknown());
  REQUIRE(ui.click(label));
  REQUIRE(notes(person, 2).size() == 1);
  auto const& note = notes(person, 2)[0]->as<Attendance>();
  CHECK(note.present);
  CHECK(note.agency == ui.document().get(Id<Person>{person})->agency);
  CHECK(count() == before + 1);
  CHECK(ui.text(label) == ui.s().attendance_present());
  ui.wait(500);
  REQUIRE(ui.click(label));
  REQUIRE(notes(person, 2).size() == 1);
  CHECK_FALSE(notes(person, 2)[0]->as<Attendance>().present);
  CHECK(ui.text(label) == ui.s().attendance_absent());
  ui.wait(500);
  REQUIRE(ui.click(label));
  CHECK(notes(person, 2).empty());
  ui.key(ctrl | ImGuiKey_Z);
  CHECK(ui.text(label) == ui.s().attendance_absent());
  ui.key(ctrl | ImGuiKey_Z);
  ui.key(ctrl | ImGuiKey_Z);
  CHECK(count() == before);
}

TEST_CASE_FIXTURE(Presences, "arrows move the cell, Space ticks it, Delete empties it, Enter opens the person") {
  Ulid const first = first_shown();
  REQUIRE(state().person == first);
  ui.key(ImGuiKey_Home);
  CHECK(state().column == 0);
  ui.key(ImGuiKey_RightArrow);
  ui.key(ImGuiKey_RightArrow);
  CHECK(state().column == 2);
  ui.key(ImGuiKey_DownArrow);
  Ulid const second = state().person;
  CHECK(second != first);
  ui.key(ImGuiKey_UpArrow);
  CHECK(state().person == first);
  ui.key(ImGuiKey_PageDown);
  CHECK(state().person != second);
  ui.key(ctrl | ImGuiKey_Home);
  CHECK(state().person == first);
  ui.key(ctrl | ImGuiKey_End);
  CHECK(state().person == state().people[state().rows.back().person].person);
  ui.key(ImGuiKey_End);
  CHECK(state().column == static_cast<int>(session_count));
  look_for(name(stranger()));
  Ulid const person = state().person;
  ui.key(ImGuiKey_Home);
  ui.key(ImGuiKey_Space);
  REQUIRE(notes(person, 0).size() == 1);
  ui.key(ImGuiKey_Delete);
  CHECK(notes(person, 0).empty());
  ui.key(ImGuiKey_Enter);
  CHECK(ui.app().route().type == record_type<Person>);
  CHECK(ui.app().route().record == person);
}

TEST_CASE_FIXTURE(Presences, "letters go into the filter, and Escape shows everybody again") {
  std::size_t const all = state().shown;
  ui.key(ImGuiKey_S);
  CHECK(state().search == "s");
  ui.type("ekretaris");
  CHECK(state().search == "sekretaris");
  CHECK(state().shown < all);
  CHECK(state().shown > 0);
  ui.key(ImGuiKey_Enter);
  ui.key(ImGuiKey_End);
  CHECK(state().column == static_cast<int>(session_count));  // the grid has the keyboard again
  ui.key(ImGuiKey_Escape);
  CHECK(state().shown == all);
  ui.key(ImGuiKey_Home);
  CHECK(state().column == 0);
}

TEST_CASE_FIXTURE(Presences, "a whole column is ticked for the rows shown, in one step that leaves absences alone") {
  look_for("dinas");
  std::size_t const shown = state().shown, session_at = 6;
  SessionFigures const before = state().figures[session_at];
  REQUIRE(before.noted < shown);
  REQUIRE(shown < state().people.size());
  std::size_t const rows = count(), steps = ui.history().position();
  ui.key(ImGuiKey_Home);
  for (std::size_t i = 0; i < session_at; ++i) ui.key(ImGuiKey_RightArrow);
  ui.key(ctrl | ImGuiKey_Space);
  CHECK(state().figures[session_at].noted == shown);
  CHECK(state().figures[session_at].present == before.present + shown - before.noted);
  CHECK(count() == rows + shown - before.noted);
  CHECK(ui.history().position() == steps + 1);
  ui.key(ctrl | ImGuiKey_Z);
  CHECK(count() == rows);
  REQUIRE(ui.click(session(session_at), probe::Role::button));  // the head does the same
  CHECK(count() == rows + shown - before.noted);
  CHECK(ui.text(session(session_at)) == std::to_string(state().figures[session_at].present) + "/" + std::to_string(shown));
}

TEST_CASE_FIXTURE(Presences, "who is replaced is chosen from people of the same agency first; without a note there is nothing to say it about") {
  Ulid const person = stranger();
  look_for(name(person));
  ui.key(ImGuiKey_End);
  ui.key(ImGuiKey_Enter);
  CHECK(ui.told(ui.s().attendance_tick_first()));
  ui.key(ImGuiKey_Home);
  ui.key(ImGuiKey_Space);
  ui.key(ImGuiKey_End);
  ui.key(ImGuiKey_Enter);
  REQUIRE(state().picker.owner != 0);
  CHECK(state().choice_ids.size() == state().people.size());  // nobody, and everybody but the person
  Ulid const other = state().choice_ids[1];
  ui.type(name(other));
  ui.key(ImGuiKey_Enter);
  REQUIRE(notes(person, 0).size() == 1);
  CHECK(notes(person, 0)[0]->as<Attendance>().replaces.value == other);
  CHECK(ui.shows(ui.s().attendance_replaces(name(other))));
  ui.key(ImGuiKey_Delete);
  CHECK_FALSE(notes(person, 0)[0]->as<Attendance>().replaces);
}

TEST_CASE_FIXTURE(Presences, "a plan that can only be read is not ticked") {
  ui.app().plan()->editor.set_read_only(true);
  ui.settle();
  std::size_t const before = count();
  ui.key(ImGuiKey_Home);
  ui.key(ImGuiKey_Space);
  CHECK(ui.told(ui.s().save_read_only()));
  ui.key(ImGuiKey_Delete);
  ui.key(ctrl | ImGuiKey_Space);
  CHECK_FALSE(ui.click(session(0), probe::Role::button));
  CHECK(count() == before);
}

TEST_CASE_FIXTURE(Presences, "continuity counts the changes between workshops; an agency filters the people; the minutes get sentences") {
  Continuity const& now = state().continuity;
  REQUIRE(now.knows(0));
  REQUIRE(now.steps[0].left + now.steps[0].joined > 0);
  for (std::size_t i = 1; i < now.agencies.size(); ++i) CHECK(now.agencies[i - 1].changes() >= now.agencies[i].changes());
  Ulid const agency = now.agencies.front().agency;
  REQUIRE(agency);
  std::string const label = reference_text(ui.document(), record_type<Agency>, agency);
  std::size_t const all = state().shown;
  REQUIRE(ui.click(label, probe::Role::row));
  CHECK(state().only_agency == agency);
  CHECK(state().shown > 0);
  CHECK(state().shown < all);
  ui.wait(500);
  REQUIRE(ui.click(label, probe::Role::row));
  CHECK(state().shown == all);
  REQUIRE(ui.click(ui.s().continuity_copy()));
  std::string const& copied = ui.platform().clipboard_plain;
  Turnover const& step = state().continuity.steps[0];
  CHECK(copied.find("Bimtek I ke Bimtek II: " + std::to_string(step.left) + " dari " + std::to_string(step.came) + " peserta berganti.") != std::string::npos);
  CHECK(copied.find(name(state().continuity.moves[0].front().person)) != std::string::npos);
  REQUIRE(ui.click("I \xE2\x86\x92 II", probe::Role::button));
  CHECK(state().sorted == 0);
}

TEST_CASE_FIXTURE(Presences, "a press on the person, as of a screen reader on the middle of the row, opens it and notes nothing") {
  Ulid const person = stranger();
  look_for(name(person));
  std::size_t const before = count();
  REQUIRE(ui.click(name(person), probe::Role::row));
  CHECK(ui.app().route().record == person);
  CHECK(count() == before);
}

TEST_CASE_FIXTURE(Presences, "in a narrow window the cursor does not go where no column is") {
  ui.key(ImGuiKey_End);
  REQUIRE(state().column == static_cast<int>(session_count));
  ui.resize({640, 600});
  CHECK(state().column == static_cast<int>(session_count) - 1);
  ui.key(ImGuiKey_RightArrow);
  CHECK(state().column == static_cast<int>(session_count) - 1);
  ui.key(ImGuiKey_Enter);
  CHECK(state().picker.owner == 0);
  CHECK(ui.app().route().record == state().person);
}

TEST_CASE_FIXTURE(Presences, "the list of who is replaced opens in sight wherever its row is, and stays when the window gets narrow") {
  ui.key(ctrl | ImGuiKey_Home);
  ui.key(ImGuiKey_Home);
  if (notes(state().person, 0).empty()) ui.key(ImGuiKey_Space);
  ui.key(ImGuiKey_End);
  ImGui::GetIO().AddMousePosEvent(600, 500);
  for (int i = 0; i < 40; ++i) {
    ImGui::GetIO().AddMouseWheelEvent(0, -5);
    ui.frame();
  }
  ui.settle();
  REQUIRE_FALSE(ui.shows(cell(state().person, 0)));
  ui.key(ImGuiKey_Enter);
  REQUIRE(state().picker.owner != 0);
  CHECK(ui.find(ui.s().attendance_nobody(), probe::Role::option));
  ui.resize({640, 600});
  CHECK(ui.find(ui.s().attendance_nobody(), probe::Role::option));
  ui.key(ImGuiKey_Escape);
  CHECK(state().picker.owner == 0);
}
