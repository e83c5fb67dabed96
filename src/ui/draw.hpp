#pragma once
// Primitives of the design language on ImGui's draw lists: text, icons, fills, hairlines, paragraphs.
// Must not know: records, interaction.
#include <string_view>

#include "ui/ui.hpp"

namespace rancang::draw {

enum class Align : std::uint8_t { left, center, right };
struct Type {
  Step step = Step::body;
  Weight weight = Weight::regular;
  Align align = Align::left;
};

float width(Ui const& ui, std::string_view text, Type type = {});
// One line at a position, whole pixels.
void text(Ui const& ui, ImVec2 at, std::string_view text, Token color, Type type = {});
// One line inside a box: vertically centred, cut with an ellipsis when too long. Returns true when it was cut (show the rest in a tooltip).
bool text_in(Ui const& ui, Box const& box, std::string_view text, Token color, Type type = {});
// Wrapped text; returns its height. With draw=false only measures. max_lines 0 = all.
enum class Mode : std::uint8_t { measure, draw };
float paragraph(Ui const& ui, ImVec2 at, float wrap_width, std::string_view text, Token color, Type type = {}, int max_lines = 0, Mode mode = Mode::draw);
// An icon of icons_generated.hpp centred in the box. Sizes: 12, 14, 16, 18, 20, 24, 28.
void icon_in(Ui const& ui, Box const& box, char const* icon, Token color, float size = 16);
void icon_in(Ui const& ui, Box const& box, char const* icon, ImU32 color, float size);

void fill(Ui const& ui, Box const& box, Token color, float radius = 0);
void fill(Box const& box, ImU32 color, float radius = 0);
void outline(Ui const& ui, Box const& box, Token color, float radius = 0, float thickness = 1);
void hline(Ui const& ui, float x0, float x1, float y, Token color);  // 1 px, y is its upper edge
void vline(Ui const& ui, float x, float y0, float y1, Token color);
void dashed(Ui const& ui, Box const& box, Token color, float radius);  // 4 on, 3 off
void card(Ui const& ui, Box const& box);  // panel fill, hairline, radius 6

// Clips everything until the end of the scope.
class Clip {
 public:
  explicit Clip(Box const& box) { ImGui::PushClipRect(box.min(), box.max(), true); }
  ~Clip() { ImGui::PopClipRect(); }
  Clip(Clip const&) = delete;
  Clip& operator=(Clip const&) = delete;
};

}  // namespace rancang::draw
