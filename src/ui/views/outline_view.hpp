#pragma once
// Dialog in which an outline of the medium-term plan is pasted, looked at, and taken over in one step.
// Must not know: how outlines are read.
#include <string>

#include "edit/outline.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

struct OutlineState {
  bool wanted = false;  // opens in the next frame
  bool open = false;
  std::string text;
  OutlineLevel base = OutlineLevel::mission;
  OutlinePlan plan;     // of text, base and revision
  bool is_foreign = false;  // in a slice: something of it is made by others
  std::uint64_t seen_revision = 0;
};
void outline_view(Ui const& ui, PlanView const& plan, OutlineState& state);

}  // namespace rancang
