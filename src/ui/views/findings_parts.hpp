#pragma once
// What the parts of the findings screen share: its list, its filter bar, setting aside.
// Must not know: other screens.
#include "ui/views/findings_view.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {

// findings_list.cpp
void refresh_findings(PlanView const& plan, FindingsState& state);
void list_agencies(PlanView const& plan, FindingsState& state);
std::string agency_name(PlanView const& plan, Ulid agency);
bool has_heads(FindingsState const& state);
void place_groups(FindingsState& state);  // after folding
FindingsState::Group* group_of(FindingsState& state, std::size_t finding);
struct FindingRow {
  FindingsState::Group* group = nullptr;
  bool is_head = false;
  std::size_t finding = 0;  // in `shown`; of a head its first
};
FindingRow finding_row_at(FindingsState& state, std::size_t row);
std::size_t row_of(FindingsState& state, std::size_t finding);
void move_cursor(FindingsState& state, std::ptrdiff_t rows);

// findings_bar.cpp
void findings_bar(Ui const& ui, PlanView const& plan, FindingsState& state, Box row, Box const& second_row);  // the second one where the window is narrow, else empty
std::string group_name(Ui const& ui, PlanView const& plan, FindingsState const& state, std::uint32_t key);
std::string stage_name(Strings const& s, std::uint8_t stage);  // "Bimtek II"
Tone severity_tone(Severity severity);
Token severity_color(Severity severity);

// findings_mute.cpp
void ask_to_mute(PlanView const& plan, FindingsState& state, Finding const& finding);  // the dialog opens at the end of the frame
void mute_dialog(Ui const& ui, PlanView const& plan, FindingsState& state);
void muted_list(Ui const& ui, PlanView const& plan, FindingsState& state, Box area);

}  // namespace rancang
