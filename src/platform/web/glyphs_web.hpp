#pragma once
// The system's fonts as a GlyphRasterizer (web/glyphs.js).
// Must not know: ImGui's font atlas.
#include "platform/platform.hpp"

namespace rancang::web {

bool rasterize_glyph(char32_t code_point, float em_px, GlyphBitmap& out);

}  // namespace rancang::web
