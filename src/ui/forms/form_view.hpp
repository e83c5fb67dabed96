#pragma once
// The form of one record, made from its field table: sections, one editor per value type, findings at their field, help beside it.
// Serves the detail pane and the full page of single records alike.
// Must not know: particular records, storage.
#include "ui/forms/form_state.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

// Scrollable form of the record `key` in `area`.
void form_view(Ui const& ui, PlanView const& plan, RecordKey key, FormState& state, Box area);
// The page of a record that a plan has only once (identity, visions): header 36 and the form in a readable column.
void single_view(Ui const& ui, PlanView const& plan, RecordKey key, FormState& state, Box area);

}  // namespace rancang
