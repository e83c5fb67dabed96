#include "platform/web/renderer_web.hpp"

#include <emscripten.h>

#include <algorithm>
#include <cmath>

EM_JS(int, rancang_canvas_size, (int vertical), { return vertical ? Module.renderer.canvas.height : Module.renderer.canvas.width; });

EM_JS(int, rancang_context_lost, (), { return Module.renderer.lost ? 1 : 0; });

EM_JS(int, rancang_texture_create, (int id, int width, int height, void const* pixels), {
  return Module.renderer.createTexture(id, width, height, HEAPU8.subarray(pixels, pixels + width * height)) ? 1 : 0;
});

EM_JS(int, rancang_texture_update, (int id, int x, int y, int width, int height, void const* pixels), {
  return Module.renderer.updateTexture(id, x, y, width, height, HEAPU8.subarray(pixels, pixels + width * height)) ? 1 : 0;
});

EM_JS(void, rancang_texture_destroy, (int id), { Module.renderer.destroyTexture(id); });

EM_JS(void, rancang_draw, (float width, float height, void const* vertices, int vertex_bytes, void const* indices, int index_count, void const* commands, int words), {
  Module.renderer.draw(width, height, HEAPU8.subarray(vertices, vertices + vertex_bytes), HEAPU32.subarray(indices >> 2, (indices >> 2) + index_count),
                       HEAPU32.subarray(commands >> 2, (commands >> 2) + words));
});

namespace rancang::web {
namespace {

constexpr int worthwhile_fill_px = 8192;  // below, breaking the batch costs more than it saves

int texture_id(ImTextureData const& texture) { return texture.UniqueID + 1; }  // 0 means "clear"

bool upload(ImTextureData& texture) {
  if (texture.Status == ImTextureStatus_WantCreate) {
    return rancang_texture_create(texture_id(texture), texture.Width, texture.Height, texture.GetPixels());
  }
  // Rows of the changed part lie apart in the texture: they are packed first, since WebGL 1 knows no row length.
  ImTextureRect const& area = texture.UpdateRect;
  std::vector<unsigned char> packed(static_cast<std::size_t>(area.w) * area.h);
  for (int row = 0; row < area.h; ++row) {
    auto const* const from = static_cast<unsigned char const*>(texture.GetPixelsAt(area.x, area.y + row));
    std::copy(from, from + area.w, packed.begin() + static_cast<std::ptrdiff_t>(row) * area.w);
  }
  return rancang_texture_update(texture_id(texture), area.x, area.y, area.w, area.h, packed.data());
}

PixelRect intersection(PixelRect const& a, PixelRect const& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

}  // namespace

void Renderer::open(bool whole_frames) {
  whole_frames_ = whole_frames;
  ImGuiIO& io = ImGui::GetIO();
  io.BackendRendererName = "rancang_web";
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
  io.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;
}

void Renderer::forget() {
  damage_.forget();
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_OK || texture->Status == ImTextureStatus_WantUpdates) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_WantCreate);
    }
  }
}

bool Renderer::update_textures(ImDrawData& data) {
  if (!data.Textures) return true;
  bool complete = true;
  for (ImTextureData* texture : *data.Textures) {
    if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates) {
      complete &= upload(*texture);
      if (!complete) continue;
      texture->SetTexID(static_cast<ImTextureID>(texture_id(*texture)));
      texture->SetStatus(ImTextureStatus_OK);
    } else if (texture->Status == ImTextureStatus_WantDestroy && texture->UnusedFrames > 0) {
      rancang_texture_destroy(texture_id(*texture));
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }
  return complete;
}

bool Renderer::draw(ImDrawData& data) {
  if (rancang_context_lost()) return false;
  if (!update_textures(data)) return false;
  PixelRect const frame{0, 0, rancang_canvas_size(0), rancang_canvas_size(1)};
  if (frame.empty() || data.DisplaySize.x <= 0 || data.DisplaySize.y <= 0) return false;
  if (whole_frames_) damage_.forget();
  std::vector<PixelRect> const areas = damage_.compare(data, frame);
  if (areas.empty()) return false;
  vertices_.clear();
  indices_.clear();
  commands_.clear();
  white_ = ImGui::GetFontTexUvWhitePixel();
  frame_ = frame;
  fractional_ = data.FramebufferScale.y != std::floor(data.FramebufferScale.y);
  for (PixelRect const& area : areas) {
    fill(area, IM_COL32_WHITE);
    for (ImDrawList const* list : data.CmdLists) add_list(data, *list, area);
  }
  rancang_draw(data.DisplaySize.x, data.DisplaySize.y, vertices_.data(), static_cast<int>(vertices_.size() * sizeof(ImDrawVert)), indices_.data(),
               static_cast<int>(indices_.size()), commands_.data(), static_cast<int>(commands_.size() * sizeof(Command) / 4));
  return true;
}

void Renderer::fill(PixelRect const& area, ImU32 color) {
  auto const u = [](int value) { return static_cast<std::uint32_t>(value); };
  commands_.push_back({0, u(area.left), u(frame_.bottom - area.bottom), u(area.right - area.left), u(area.bottom - area.top), color, 0});
}

void Renderer::close_command(ImDrawCmd const& command, PixelRect const& scissor, std::uint32_t first) {
  auto const count = static_cast<std::uint32_t>(indices_.size()) - first;
  if (count == 0) return;
  auto const u = [](int value) { return static_cast<std::uint32_t>(value); };
  commands_.push_back({static_cast<std::uint32_t>(command.GetTexID()), u(scissor.left), u(frame_.bottom - scissor.bottom), u(scissor.right - scissor.left),
                       u(scissor.bottom - scissor.top), first, count});
}

void Renderer::add_list(ImDrawData const& data, ImDrawList const& list, PixelRect const& area) {
  placed_.assign(static_cast<std::size_t>(list.VtxBuffer.Size), 0);
  for (ImDrawCmd const& command : list.CmdBuffer) {
    PixelRect const scissor = intersection(clip_pixels(command, data, frame_), area);
    if (!scissor.empty() && !command.UserCallback) add_command(data, list, command, scissor);
  }
}

// Only primitives that touch the area are copied, so that a small change costs little on the graphics side too.
void Renderer::add_command(ImDrawData const& data, ImDrawList const& list, ImDrawCmd const& command, PixelRect const& scissor) {
  ImVec2 const low{static_cast<float>(scissor.left) / data.FramebufferScale.x, static_cast<float>(scissor.top) / data.FramebufferScale.y};
  ImVec2 const high{static_cast<float>(scissor.right) / data.FramebufferScale.x, static_cast<float>(scissor.bottom) / data.FramebufferScale.y};
  ImDrawVert const* const vertices = list.VtxBuffer.Data + command.VtxOffset;
  ImDrawIdx const* const index = list.IdxBuffer.Data + command.IdxOffset;
  auto first = static_cast<std::uint32_t>(indices_.size());
  for (unsigned at = 0; at + 3 <= command.ElemCount; at += 3) {
    ImVec2 const a = vertices[index[at]].pos, b = vertices[index[at + 1]].pos, c = vertices[index[at + 2]].pos;
    bool const outside = (a.x <= low.x && b.x <= low.x && c.x <= low.x) || (a.x >= high.x && b.x >= high.x && c.x >= high.x) ||
                         (a.y <= low.y && b.y <= low.y && c.y <= low.y) || (a.y >= high.y && b.y >= high.y && c.y >= high.y);
    if (outside) continue;
    PixelRect const plain = is_quad(index + at, command.ElemCount - at) ? plain_pixels(data, vertices, index + at, scissor) : PixelRect{};
    if (!plain.empty()) {
      close_command(command, scissor, first);
      fill(plain, vertices[index[at]].col);
      first = static_cast<std::uint32_t>(indices_.size());
      at += 3;
      continue;
    }
    bool const glyph = fractional_ && is_quad(index + at, command.ElemCount - at) && vertices[index[at]].uv.x != vertices[index[at + 2]].uv.x;
    unsigned const corners = glyph ? 6 : 3;
    for (unsigned corner = 0; corner < corners; ++corner) indices_.push_back(vertex(list, command.VtxOffset + index[at + corner]));
    if (!glyph) continue;
    snap_glyph(data, indices_.size() - 6);
    at += 3;
  }
  close_command(command, scissor, first);
}

// A large opaque rectangle of one colour is a clear of its pixels: without a graphics card that costs next to nothing, while blending it would cost
// more than all text of the screen. The pixels are those whose centres lie inside, as the rasterizer has it.
PixelRect Renderer::plain_pixels(ImDrawData const& data, ImDrawVert const* vertices, ImDrawIdx const* index, PixelRect const& scissor) const {
  ImDrawVert const &a = vertices[index[0]], &b = vertices[index[1]], &c = vertices[index[2]], &d = vertices[index[5]];
  bool const one_color = a.col == b.col && a.col == c.col && a.col == d.col && (a.col >> IM_COL32_A_SHIFT) == 0xFF;
  bool const plain = one_color && a.uv.x == white_.x && a.uv.y == white_.y && c.uv.x == white_.x && c.uv.y == white_.y;
  bool const upright = a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x;
  if (!plain || !upright) return {};
  auto const pixel = [](float edge, float origin, float scale) { return static_cast<int>(std::ceil((edge - origin) * scale - 0.5f)); };
  PixelRect const whole{pixel(std::min(a.pos.x, c.pos.x), data.DisplayPos.x, data.FramebufferScale.x), pixel(std::min(a.pos.y, c.pos.y), data.DisplayPos.y, data.FramebufferScale.y),
                        pixel(std::max(a.pos.x, c.pos.x), data.DisplayPos.x, data.FramebufferScale.x), pixel(std::max(a.pos.y, c.pos.y), data.DisplayPos.y, data.FramebufferScale.y)};
  PixelRect const seen = intersection(whole, scissor);
  return (seen.right - seen.left) * (seen.bottom - seen.top) < worthwhile_fill_px ? PixelRect{} : seen;
}

// Text starts at whole CSS pixels; under a zoom of 125 % that lies between two rows of device pixels, and every letter would be blurred.
void Renderer::snap_glyph(ImDrawData const& data, std::size_t first_index) {
  float const scale = data.FramebufferScale.y, top = vertices_[indices_[first_index]].pos.y;
  float const shift = std::round(top * scale) / scale - top;
  for (std::size_t const corner : {0, 1, 2, 5}) vertices_[indices_[first_index + corner]].pos.y += shift;
}

std::uint32_t Renderer::vertex(ImDrawList const& list, std::uint32_t index) {
  std::uint32_t& place = placed_[index];
  if (place == 0) {
    vertices_.push_back(list.VtxBuffer.Data[index]);
    ImDrawVert& copy = vertices_.back();
    if (copy.uv.x == white_.x && copy.uv.y == white_.y) copy.uv = {-1, -1};  // a plain colour: nothing to sample
    place = static_cast<std::uint32_t>(vertices_.size());
  }
  return place - 1;
}

}  // namespace rancang::web
