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
    std::uint32_t texture, x, y, width, height, first_index, indices;
  };
  bool update_textures(ImDrawData& data);  // false: the context went meanwhile
  void clear(PixelRect const& area, int frame_height);
  void add_list(ImDrawData const& data, ImDrawList const& list, PixelRect const& area, PixelRect const& frame);
  bool add_primitives(ImDrawData const& data, ImDrawList const& list, ImDrawCmd const& command, PixelRect const& area);
  std::uint32_t vertex(ImDrawList const& list, std::uint32_t index);

  Damage damage_;
  bool whole_frames_ = false;
  ImVec2 white_;
  std::vector<ImDrawVert> vertices_;
  std::vector<std::uint32_t> indices_;
  std::vector<Command> commands_;
  std::vector<std::uint32_t> placed_;  // vertex of the current list → vertex in vertices_, plus one
};

}  // namespace rancang::web
