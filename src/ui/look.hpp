#pragma once
// Look: theme, text scale and fonts; every colour and size that is drawn comes from here (look.md, assets/tokens.json).
// Must not know: records, views.
#include <span>
#include <string>

#include <imgui.h>

#include "platform/platform.hpp"
#include "ui/tokens_generated.hpp"

namespace rancang {

using namespace metric;  // sizes of the design language: radius_card, size_control, …

enum class Step : std::uint8_t { caption, dense, body, lead, title, display, figure };
enum class Weight : std::uint8_t { regular, bold };

struct FontFiles {  // TrueType bytes; kept alive by the caller as long as the fonts are used
  std::span<unsigned char const> regular, bold, icons;
  GlyphRasterizer fallback = nullptr;  // draws what the three lack
};

class Look {
 public:
  Theme theme = Theme::light;
  float scale = 1.0f;  // the person's own text size (80 … 200 %), on top of the browser's zoom

  ImU32 color(Token token) const { return token_color(theme, token); }
  float px(float css_px) const { return static_cast<float>(static_cast<int>(css_px * scale + 0.5f)); }
  float size(Step step) const { return px(type_size_px[static_cast<int>(step)]); }          // ImGui size = line height
  float css(Step step) const { return size(step) / 1.21f; }                                 // the equal CSS font-size
  float paragraph_line(Step step) const { return px(type_size_paragraph_px[static_cast<int>(step)]); }
  ImFont* font(Weight weight) const { return fonts_[static_cast<int>(weight)]; }

  // Both weights with the icons merged in. Call once per ImGui context.
  void load_fonts(FontFiles const& files);
  // Sets ImGui's own colours and style values from the tokens; call when theme or scale changed.
  void apply() const;

 private:
  ImFont* fonts_[2] = {};
};

}  // namespace rancang
