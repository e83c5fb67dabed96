#pragma once
// Writing into a cell: by the real text field that lies exactly over it, by a dropdown, or by a key that toggles.
// Must not know: how rows and columns are drawn, how commands are run.
#include "ui/grid/grid_write.hpp"

namespace rancang {

enum class EditStart : std::uint8_t { replace, append };  // all selected, or the caret behind the text
// Opens the editor of the selected cell: text field, dropdown, toggle; prose and lists ask the host for the pane.
void begin_edit(Ui const& ui, PlanView const& plan, GridState& state, EditStart start);
// Once a frame, after the cells are drawn: arms the selected cell, lays the field, takes what was typed.
void edit_frame(Ui const& ui, PlanView const& plan, GridState& state);
// Ends a visit, keeping what was understood; what was not is told in a notice.
void leave_edit(Ui const& ui, PlanView const& plan, GridState& state);
bool is_writing(GridState const& state);  // a field or a dropdown is open

// Moves as a key does: from the anchor, over group heads, with the columns wrapping at the ends of a row.
void move_anchor(GridState& state, int rows, int columns, Extend extend = Extend::no);

// grid_pick.cpp: the dropdown of references and enumerations.
bool is_picked(FieldInfo const& field);
void open_cell_picker(Ui const& ui, PlanView const& plan, GridState& state, std::string search);
void picker_frame(Ui const& ui, PlanView const& plan, GridState& state);

}  // namespace rancang
