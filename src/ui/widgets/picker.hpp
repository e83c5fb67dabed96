#pragma once
// picker(): dropdown with search on top, for references and enumerations, in forms, grid cells and filters alike (look.md 7 "dropdown").
// Must not know: what the choices stand for.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ui/widgets/popup.hpp"

namespace rancang {

struct Choice {
  std::string label;          // "Dinas Kesehatan"
  std::string note;           // short name or code at the right
  bool chosen = false;
  ImU32 mark = 0;             // 9 px square before the label (dimension), 0 = none
};
struct PickerLook {
  bool several = false;       // stays open; each press toggles
  std::string create_label;   // "Tambah OPD “{0}”" already filled by the caller's format; "" = can't create
  float width = 320;
};
struct PickerResult {
  int chosen = -1;            // index into choices
  bool create = false;        // with `text`
  bool closed = false;
  std::string text;           // what stands in the search field
};

// State of the one open picker; kept by the caller (one per view is enough).
struct PickerState {
  std::uint64_t owner = 0;    // field_key of the field it serves, 0 = closed
  std::string search;
  int highlighted = 0;
  std::vector<int> matches;   // indexes of choices, best first
  std::size_t known = 0;      // how many choices there were then
  bool fresh = false;
};
void picker_open(PickerState& state, std::uint64_t owner);
// Draws the popup while `state.owner == owner`. `choices` is asked for only then.
PickerResult picker(Ui const& ui, PickerState& state, std::uint64_t owner, Box const& anchor, std::span<Choice const> choices, PickerLook const& look = {});

}  // namespace rancang
