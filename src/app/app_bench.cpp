#include "app/app_bench.hpp"

#include "ui/grid/grid_probe.hpp"

namespace rancang {
namespace {
std::string_view argument(BenchArguments const& arguments, std::string_view name) {
  for (auto const& [key, value] : arguments)
    if (key == name) return value;
  return {};
}
}  // namespace

GridState* AppBench::grid() const {
  OpenPlan* const plan = app_.plan();
  if (!plan || app_.route().screen != Screen::records || record_info(app_.route().type).single) return nullptr;
  return plan->opened_grid(app_.route());
}

std::uint64_t AppBench::load(std::string text) { return app_.load_text(std::move(text)) ? app_.plan()->editor.revision() : 0; }
std::string AppBench::save() { return app_.plan() ? app_.export_text() : std::string(); }
std::uint64_t AppBench::revision() const { return app_.shown_revision(); }

BenchRows AppBench::rows() const {
  GridState const* const state = grid();
  if (!state) return {};
  GridViewport const port = grid_viewport(*state);
  return {port.first, port.last, port.count};
}
std::string AppBench::row_id(int index) const { return grid() && index >= 0 ? row_id_at(*grid(), static_cast<std::size_t>(index)) : std::string(); }

std::optional<Rect> AppBench::rect(std::string_view what, std::string_view id, std::string_view column) const {
  GridState const* const state = grid();
  if (!state) return std::nullopt;
  if (what == "cell") return cell_rect(*state, id, column);
  if (what == "header") return header_rect(*state, column);
  return std::nullopt;
}

std::string AppBench::read(std::string_view id, std::string_view column) const { return grid() ? read_cell(app_.plan_view(), *grid(), id, column) : std::string(); }
void AppBench::scroll(bool vertical, float fraction) {
  if (grid()) scroll_grid(*grid(), vertical, fraction);
}

void AppBench::command(std::string_view name, BenchArguments const& arguments) {
  if (name == "view") {
    std::string_view const wanted = argument(arguments, "name");
    RecordInfo const* const info = find_record_info(wanted);
    if (info && app_.plan()) app_.go({Screen::records, app_.plan()->editor.document().plan_id, info->type, {}}, true);
    return;
  }
  GridState* const state = grid();
  if (!state) return;
  PlanView const plan = app_.plan_view();
  if (name == "sort") sort_grid(plan, *state, argument(arguments, "column"), argument(arguments, "dir") == "desc");
  if (name == "filter") filter_grid(plan, *state, argument(arguments, "column"), argument(arguments, "contains"));
  if (name == "clear") clear_grid(plan, *state);
}

}  // namespace rancang
