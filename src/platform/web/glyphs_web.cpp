#include "platform/web/glyphs_web.hpp"

#include <emscripten.h>

#include "platform/web/text_web.hpp"

// Leaves the coverage for take_text(), so that it needs no second copy in JavaScript's memory.
EM_JS(int, rancang_rasterize, (unsigned code_point, float em_px, float* numbers), {
  const glyph = Module.rasterize(code_point, em_px);
  if (!glyph) return 0;
  const room = Module._rancang_text_room(glyph.coverage.length);
  HEAPU8.set(glyph.coverage, room);
  HEAPF32.set([glyph.width, glyph.height, glyph.left, glyph.top, glyph.advance], numbers >> 2);
  return 1;
});

namespace rancang::web {

bool rasterize_glyph(char32_t code_point, float em_px, GlyphBitmap& out) {
  float numbers[5] = {};
  if (!rancang_rasterize(static_cast<unsigned>(code_point), em_px, numbers)) return false;
  std::string const coverage = take_text();
  out.width = static_cast<int>(numbers[0]);
  out.height = static_cast<int>(numbers[1]);
  out.left = numbers[2];
  out.top = numbers[3];
  out.advance = numbers[4];
  out.coverage.assign(coverage.begin(), coverage.end());
  return true;
}

}  // namespace rancang::web
