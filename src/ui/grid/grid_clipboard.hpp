#pragma once
// Copying a block of cells for spreadsheets and word processors, and pasting one back: at once when every cell can be read, else after a look.
// Must not know: how the clipboard is reached.
#include "ui/grid/grid_write.hpp"

namespace rancang {

// A paste that can't be done as it stands, while the person looks at it.
struct PasteReview {
  PastePlan plan;
  std::vector<std::string> places;     // "Baris 14, Pagu 2024", one per problem
  std::vector<std::string> sentences;  // why
  bool fresh = true;                   // the dialog is still to be opened
};

// The selected cells as tab-separated text and as an HTML table; nullopt while nothing is selected. Needs no frame.
std::optional<ClipboardRequest> copied_block(PlanView const& plan, GridState const& state);

// Once a frame: carries out on_copy() and on_paste(), shows the review.
void clipboard_frame(Ui const& ui, PlanView const& plan, GridState& state);

}  // namespace rancang
