#pragma once
// The parts of the attendance screen: rows, edits, keys, grid, continuity.
// Must not know: other screens.
#include <span>

#include "ui/views/attendance_view.hpp"

namespace rancang {

constexpr int replaces_column = static_cast<int>(session_count);
std::string agency_text(Ui const& ui, Document const& document, Ulid agency);  // short name; for none "Di luar OPD"
std::string session_text(Strings const& s, std::size_t session);               // "Bimtek I, hari 1"
std::string_view workshop_text(Strings const& s, std::size_t workshop);        // "Bimtek I"

// attendance_rows.cpp: once a frame, before anything is drawn
void refresh_attendance(Ui const& ui, PlanView const& plan, AttendanceState& state);
std::optional<std::size_t> row_of_cursor(AttendanceState const& state);
PersonPresence const* person_at_cursor(AttendanceState const& state);
void move_cursor(AttendanceState& state, int rows, int columns);

// attendance_edit.cpp: what is asked for
std::string_view locked_text(Ui const& ui, PlanView const& plan);  // why nothing is noted here; "" = it is
void tick_cursor(Ui const& ui, PlanView const& plan, AttendanceState& state);
void clear_cursor(Ui const& ui, PlanView const& plan, AttendanceState const& state);
void tick_column(Ui const& ui, PlanView const& plan, AttendanceState const& state, std::size_t session);  // who is shown and not noted, in one step
void open_replacement(Ui const& ui, PlanView const& plan, AttendanceState& state);
void replacement_frame(Ui const& ui, PlanView const& plan, AttendanceState& state, Box const& anchor);

void attendance_keys(Ui const& ui, PlanView const& plan, AttendanceState& state, int page_rows);
void attendance_grid(Ui const& ui, PlanView const& plan, AttendanceState& state, Box area);
void continuity_part(Ui const& ui, PlanView const& plan, AttendanceState& state, Box area);

}  // namespace rancang
