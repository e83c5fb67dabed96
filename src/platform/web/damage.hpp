#pragma once
// Which part of the picture differs from the last one: per draw list a hash of every 64-pixel tile, compared with the list's hashes of the
// frame before. A list whose bytes are the same costs one pass over its memory.
// Must not know: WebGL, what is drawn.
#include <cstdint>
#include <vector>

#include <imgui.h>

namespace rancang::web {

struct PixelRect {  // framebuffer pixels, origin top left, right and bottom exclusive
  int left = 0, top = 0, right = 0, bottom = 0;
  bool empty() const { return left >= right || top >= bottom; }
  friend bool operator==(PixelRect const&, PixelRect const&) = default;
};

// The clip rectangle of a command in framebuffer pixels, cut to the framebuffer.
PixelRect clip_pixels(ImDrawCmd const& command, ImDrawData const& data, PixelRect const& frame);

// Are these the six indices that ImGui writes for a rectangle or a glyph: two triangles over four vertices?
inline bool is_quad(ImDrawIdx const* index, unsigned left) { return left >= 6 && index[3] == index[0] && index[4] == index[2]; }

class Damage {
 public:
  static constexpr int tile_px = 64;

  // Rectangles that must be drawn again, at most eight, not overlapping; the whole frame after forget() or a change of size.
  std::vector<PixelRect> compare(ImDrawData const& data, PixelRect const& frame);
  void forget() { lists_.clear(); }

 private:
  struct ListTiles {
    std::uint64_t content = 0;
    std::vector<std::uint32_t> tiles;  // row by row; 0 = nothing drawn
  };
  std::vector<PixelRect> dirty_rectangles() const;

  PixelRect frame_;
  int columns_ = 0, rows_ = 0;
  std::vector<ListTiles> lists_;
  std::vector<std::uint32_t> scratch_;
  std::vector<bool> dirty_;
};

}  // namespace rancang::web
