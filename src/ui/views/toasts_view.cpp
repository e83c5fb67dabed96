#include <imgui_internal.h>

#include "ui/icons_generated.hpp"
#include "ui/views/overlay_views.hpp"

namespace rancang {
namespace {
constexpr std::size_t most_toasts = 3;

Token bar_of(Tone tone) { return tone == Tone::info ? Token::status_agreed : tone_color(tone); }

// Returns true when the toast was closed.
bool toast_row(Ui const& ui, Toast const& toast, Box const& box) {
  draw::fill(ui, box, Token::surface_panel, radius_control);
  draw::outline(ui, box, Token::border_strong, radius_control);
  draw::fill(ui, {box.x, box.y, 3, box.h}, bar_of(toast.tone), 1);
  std::string const serial = "##" + std::to_string(toast.serial);
  Box row = box;
  row.cut_left(ui.px(12));
  draw::icon_in(ui, row.cut_left(ui.px(16), ui.px(8)), toast.tone == Tone::info ? icon::circle_check : tone_icon(toast.tone), bar_of(toast.tone), 16);
  bool closed = icon_button(ui, row.cut_right(ui.px(28)).middle(ui.px(24)), icon::x, std::string(ui.s.ui_close()) + serial, {.icon_size = 14});
  if (toast.undo) {
    std::string const label = std::string(ui.s.action_undo()) + serial;
    Box const place = row.cut_right(link_width(ui, label), ui.px(8));
    if (link(ui, {place.x, place.y + (place.h - ui.look.size(Step::dense)) / 2}, label)) {
      ui.send.act(Action::undo);
      closed = true;
    }
  }
  float const height = draw::paragraph(ui, {}, row.w, toast.text, Token::text_primary, {Step::dense}, 3, draw::Mode::measure);
  draw::paragraph(ui, {row.x, row.y + (row.h - height) / 2}, row.w, toast.text, Token::text_primary, {Step::dense}, 3);
  if (probe::wanted()) probe::item(toast.text, toast.tone == Tone::error ? probe::Role::alert : probe::Role::status, box.rect());
  return closed;
}
}  // namespace

void toasts_view(Ui const& ui, std::vector<Toast>& toasts, Box area, double& next_ms) {
  next_ms = -1;
  std::erase_if(toasts, [&](Toast const& toast) { return toast.tone != Tone::error && ui.steady_ms - toast.born_ms >= toast_ms; });
  if (toasts.size() > most_toasts) toasts.erase(toasts.begin(), toasts.end() - most_toasts);
  if (toasts.empty()) return;
  float const width = std::min(ui.px(460), area.w - ui.px(24));
  float height = 0;
  std::vector<float> heights;
  for (auto const& toast : toasts) {
    float const text_width = width - ui.px(12 + 24 + 28 + (toast.undo ? 80 : 0));
    heights.push_back(std::max(ui.px(36), draw::paragraph(ui, {}, text_width, toast.text, Token::text_primary, {Step::dense}, 3, draw::Mode::measure) + ui.px(14)));
    height += heights.back() + ui.px(6);
  }
  ImGui::SetNextWindowPos({area.x + ui.px(12), area.bottom() - height});
  ImGui::SetNextWindowSize({width, height});
  ImGui::Begin("toasts", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  Box rows{area.x + ui.px(12), area.bottom() - height, width, height};
  std::uint64_t closed = 0;
  for (std::size_t i = 0; i < toasts.size(); ++i) {
    if (toast_row(ui, toasts[i], rows.cut_top(heights[i], ui.px(6)))) closed = toasts[i].serial;
    double const left = toast_ms - (ui.steady_ms - toasts[i].born_ms);
    if (toasts[i].tone != Tone::error && (next_ms < 0 || left < next_ms)) next_ms = left + 1;
  }
  ImGui::End();
  std::erase_if(toasts, [&](Toast const& toast) { return toast.serial == closed; });
}

}  // namespace rancang
