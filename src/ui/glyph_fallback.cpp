#include "ui/glyph_fallback.hpp"

#include <cmath>

#include <imgui.h>
#include <imgui_internal.h>

namespace rancang {
namespace {

constexpr float em_ratio = 1.21f;     // ImGui's size is Inter's line height: 1.21 em
constexpr float ascent_ratio = 0.8f;  // of that height; Inter's ascent 0.969 em

GlyphRasterizer& rasterizer_of_page() {
  static GlyphRasterizer rasterizer = nullptr;
  return rasterizer;
}

// Control characters, private use (our icons) and what only joins or directs its neighbours have no picture of their own.
bool drawable(ImWchar point) {
  if (point < 0xA0 || point > 0x10FFFF) return false;
  bool const private_use = point >= 0xE000 && point <= 0xF8FF;
  bool const invisible = (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) || (point >= 0x2060 && point <= 0x206F) || point == 0xFEFF ||
                         (point >= 0xFE00 && point <= 0xFE0F);
  return !private_use && !invisible && point != 0xFFFD && point != 0x2026;
}

bool contains(ImFontAtlas*, ImFontConfig*, ImWchar point) { return drawable(point); }

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar point, ImFontGlyph* out, float* advance) {
  if (!drawable(point)) return false;
  float const density = source->RasterizerDensity * baked->RasterizerDensity;
  GlyphBitmap bitmap;
  if (!rasterizer_of_page()(static_cast<char32_t>(point), baked->Size / em_ratio * density, bitmap)) return false;
  if (advance) {
    *advance = bitmap.advance / density;
    return true;
  }
  out->Codepoint = point;
  out->AdvanceX = bitmap.advance / density;
  if (bitmap.width <= 0 || bitmap.height <= 0) return true;
  ImFontAtlasRectId const place = ImFontAtlasPackAddRect(atlas, bitmap.width, bitmap.height);
  if (place == ImFontAtlasRectId_Invalid) return false;
  ImTextureRect* const rect = ImFontAtlasPackGetRect(atlas, place);
  float const baseline = std::round(baked->Ascent > 0 ? baked->Ascent : baked->Size * ascent_ratio);
  out->X0 = bitmap.left / density;
  out->Y0 = baseline + bitmap.top / density;
  out->X1 = out->X0 + static_cast<float>(bitmap.width) / density;
  out->Y1 = out->Y0 + static_cast<float>(bitmap.height) / density;
  out->Visible = true;
  out->PackId = place;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, out, rect, bitmap.coverage.data(), ImTextureFormat_Alpha8, bitmap.width);
  return true;
}

ImFontLoader const& loader() {
  static ImFontLoader const instance = [] {
    ImFontLoader made;
    made.Name = "system glyphs";  // lint: internal
    made.FontSrcContainsGlyph = contains;
    made.FontBakedLoadGlyph = load_glyph;
    return made;
  }();
  return instance;
}

}  // namespace

void add_glyph_fallback(GlyphRasterizer rasterizer) {
  if (!rasterizer) return;
  rasterizer_of_page() = rasterizer;
  ImFontConfig config;
  config.MergeMode = true;
  config.FontLoader = &loader();
  ImGui::GetIO().Fonts->AddFont(&config);
}

}  // namespace rancang
