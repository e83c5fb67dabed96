#include "ui/narrow.hpp"
#include "ui/views/shell_view.hpp"

namespace rancang {
namespace {
constexpr float rail_below = 1100, base_from = 1400, wide_from = 1800;

float nav_width(Ui const& ui, float width) {
  if (width < rail_below) return ui.px(layout_nav_rail);
  return ui.px(width >= wide_from ? 240.0f : width >= base_from ? 208.0f : 196.0f);
}
}  // namespace

ShellLayout shell_layout(Ui const& ui, bool has_plan, bool pane_open, float pane_width) {
  ShellLayout out;
  Box rest = ui.screen;
  out.bar = rest.cut_top(ui.px(layout_app_bar));
  out.strip = rest.cut_bottom(ui.px(layout_strip));
  float const width = ui.screen.w / ui.look.scale;
  out.nav_rail = width < rail_below;
  if (has_plan) out.nav = rest.cut_left(nav_width(ui, width));
  if (has_plan && pane_open) {
    float const standard = width >= wide_from ? 440.0f : width >= base_from ? 344.0f : 324.0f;
    float const wanted = ui.px(pane_width > 0 ? pane_width : standard);
    out.sheet = is_narrow(ui);
    out.pane = out.sheet ? rest : rest.cut_right(std::min(wanted, rest.w * 0.6f));
  }
  out.main = rest;
  return out;
}

}  // namespace rancang
