#pragma once
// Characters that our fonts lack (日本語, Arabic, emoji): drawn one by one by the system's fonts and put into the font atlas like any other glyph.
// Must not know: who draws them.
#include "platform/platform.hpp"

namespace rancang {

// Merges the fallback into the font that was added last. Without a rasterizer nothing is added and the replacement mark is shown.
void add_glyph_fallback(GlyphRasterizer rasterizer);

}  // namespace rancang
