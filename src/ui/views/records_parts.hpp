#pragma once
// Parts of the records screen: view header, filter bar, bar of the selected rows.
// Must not know: how the table is drawn.
#include "ui/grid/grid_state.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"

namespace rancang {

void records_header(Ui const& ui, PlanView const& plan, GridState& state, Box area);
void records_filters(Ui const& ui, PlanView const& plan, GridState& state, Box area);
// Stands in place of the filters while several rows are selected.
void records_bulk_bar(Ui const& ui, PlanView const& plan, GridState& state, Box area);

// records_settings.cpp: grouping, columns, unit of money, density. `level` 0 = long labels, 1 = short ones, 2 = icons.
float settings_width(Ui const& ui, PlanView const& plan, GridState const& state, int level);
void records_settings(Ui const& ui, PlanView const& plan, GridState& state, Box area, int level);

bool has_money(RecordInfo const& info);
// "Tambah kegiatan"
std::string add_label(Ui const& ui, RecordInfo const& info);

}  // namespace rancang
