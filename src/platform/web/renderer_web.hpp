#pragma once
// Dear ImGui's draw data on the page's WebGL context (web/renderer.js): uploads font textures and draws again only what differs from the last picture.
// Must not know: what is drawn, when frames are drawn.
#include <cstdint>
#include <vector>

#include <imgui.h>

#include "platform/web/damage.hpp"

namespace rancang::web {

class Renderer {
 public:
  // Declares to ImGui what this renderer can do. Call once per ImGui context, before fonts are added.
  void open(bool whole_frames);
  // Brings the canvas up to date; false when nothing had changed. While the context is lost nothing is drawn and the picture stays due.
  bool draw(ImDrawData& data);
  // Everything on the graphics card is gone or stale: the next draw() uploads and draws all of it.
  void forget();

 private:
  struct Command {
    std::uint32_t texture, x, y, width, height;  // texture 0: fill the rectangle with a colour
    std::uint32_t first_index, indices;          // or the colour, 0xAABBGGRR
  };
  bool update_textures(ImDrawData& data);  // false: the context went meanwhile
  void fill(PixelRect const& area, ImU32 color);
  void add_list(ImDrawData const& data, ImDrawList const& list, PixelRect const& area);
  void add_command(ImDrawData const& data, ImDrawList const& list, ImDrawCmd const& command, PixelRect const& scissor);
  PixelRect plain_pixels(ImDrawData const& data, ImDrawVert const* vertices, ImDrawIdx const* index, PixelRect const& scissor) const;
  void close_command(ImDrawCmd const& command, PixelRect const& scissor, std::uint32_t first);
  std::uint32_t vertex(ImDrawList const& list, std::uint32_t index);
  void snap_glyph(ImDrawData const& data, std::size_t first_index);

  Damage damage_;
  bool whole_frames_ = false;
  bool fractional_ = false;  // the browser is zoomed: a CSS pixel is not a whole number of device pixels
  ImVec2 white_;
  PixelRect frame_;
  std::vector<ImDrawVert> vertices_;
  std::vector<std::uint32_t> indices_;
  std::vector<Command> commands_;
  std::vector<std::uint32_t> placed_;  // vertex of the current list → vertex in vertices_, plus one
};

}  // namespace rancang::web
