#pragma once
// Draws ImGui's draw data into memory and writes a PNG: what a frame looks like, without a graphics card.
// Must not know: what is drawn.
#include <cstdint>
#include <string>
#include <vector>

#include <imgui.h>

namespace rancang {

struct Picture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgba;
};
// `ground`: what was there before, 0xAABBGGRR. Textures are read from ImTextureData, so nothing must have been uploaded.
Picture draw_picture(ImDrawData const& data, ImU32 ground = 0xFFFFFFFF);
bool write_png(Picture const& picture, std::string const& path);

}  // namespace rancang
