#pragma once
// Who came to which day of the four workshops, as a grid that is ticked with pointer or keys, and beside it how many participants changed in between.
// Must not know: how wishes are carried out, how changes of people are counted (rules/attendance.hpp).
#include "rules/attendance.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"
#include "ui/widgets/picker.hpp"
#include "ui/wording.hpp"

namespace rancang {

enum class AttendanceOrder : std::uint8_t { agency, body, name };
struct AttendanceRow {
  std::string head;        // of a group; "" = the row of a person
  std::size_t person = 0;  // index into the people, of a head: how many follow
};
struct SessionFigures {
  std::size_t present = 0, noted = 0;
};

struct AttendanceState {
  // What the person chose.
  AttendanceOrder order = AttendanceOrder::agency;
  std::string search;
  std::optional<Ulid> only_agency;  // null id = those without one
  int sorted = -1;                  // continuity: step that comes first by its changes; −1 = all changes, −2 = the plan's order
  Ulid person;                      // where the keyboard is
  int column = 0;                   // session, or session_count: whom the person replaces
  int last_column = 0;              // that is drawn: where it is narrow, the last session
  bool wants_focus = true, wants_filter = false, begun_by_letter = false, reveal = false;
  PickerState picker;
  std::vector<Choice> choices;      // of the picker
  std::vector<Ulid> choice_ids;

  // What is shown, as of one state of the plan.
  std::uint64_t seen_revision = ~0ULL;
  Ulid seen_plan;
  Wording seen_wording;
  std::vector<PersonPresence> people;
  std::vector<AttendanceRow> rows;
  std::size_t shown = 0;                                // people among the rows
  std::array<SessionFigures, session_count> figures{};  // of them
  Continuity continuity;

  void changed() { seen_revision = ~0ULL; }  // the query: rows anew
};
void attendance_view(Ui const& ui, PlanView const& plan, AttendanceState& state, Box area);
// For the minutes: who changed from workshop to workshop.
std::string continuity_text(PlanView const& plan, Strings const& s, NumberStyle numbers, Continuity const& continuity);

}  // namespace rancang
