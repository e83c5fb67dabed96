#include "ui/dimension_tag.hpp"

#include "ui/draw.hpp"

namespace rancang {
namespace {
constexpr float margin = 5, icon_size = 12, icon_gap = 4;
constexpr draw::Type code_type{Step::caption, Weight::bold};
}  // namespace

float dimension_tag_width(Ui const& ui, int index) { return draw::width(ui, dimension_short(index), code_type) + ui.px(2 * margin + icon_size + icon_gap) + 1; }

void dimension_tag(Ui const& ui, Box const& box, int index) {
  draw::fill(ui, box, dimension_tint(index), radius_chip);
  Box inner = box.inset(ui.px(margin), 0);
  draw::icon_in(ui, inner.cut_left(ui.px(icon_size), ui.px(icon_gap)), dimension_icon(index), dimension_text_color(index), icon_size);
  draw::text_in(ui, inner, dimension_short(index), dimension_text_color(index), code_type);
}

}  // namespace rancang
