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
  for (PixelRect const& area : areas) {
    clear(area, frame.bottom);
    for (ImDrawList const* list : data.CmdLists) add_list(data, *list, area, frame);
  }
  rancang_draw(data.DisplaySize.x, data.DisplaySize.y, vertices_.data(), static_cast<int>(vertices_.size() * sizeof(ImDrawVert)), indices_.data(),
               static_cast<int>(indices_.size()), commands_.data(), static_cast<int>(commands_.size() * sizeof(Command) / 4));
  return true;
}

void Renderer::clear(PixelRect const& area, int frame_height) {
  auto const u = [](int value) { return static_cast<std::uint32_t>(value); };
  commands_.push_back({0, u(area.left), u(frame_height - area.bottom), u(area.right - area.left), u(area.bottom - area.top), 0, 0});
}

// Only primitives that touch the area are copied, so that a small change costs little on the graphics side too.
void Renderer::add_list(ImDrawData const& data, ImDrawList const& list, PixelRect const& area, PixelRect const& frame) {
  placed_.assign(static_cast<std::size_t>(list.VtxBuffer.Size), 0);
  for (ImDrawCmd const& command : list.CmdBuffer) {
    PixelRect const scissor = intersection(clip_pixels(command, data, frame), area);
    if (scissor.empty() || command.UserCallback) continue;
    auto const first = static_cast<std::uint32_t>(indices_.size());
    if (!add_primitives(data, list, command, scissor)) continue;
    auto const u = [](int value) { return static_cast<std::uint32_t>(value); };
    commands_.push_back({static_cast<std::uint32_t>(command.GetTexID()), u(scissor.left), u(frame.bottom - scissor.bottom), u(scissor.right - scissor.left),
                         u(scissor.bottom - scissor.top), first, static_cast<std::uint32_t>(indices_.size()) - first});
  }
}

bool Renderer::add_primitives(ImDrawData const& data, ImDrawList const& list, ImDrawCmd const& command, PixelRect const& area) {
  ImVec2 const low{static_cast<float>(area.left) / data.FramebufferScale.x, static_cast<float>(area.top) / data.FramebufferScale.y};
  ImVec2 const high{static_cast<float>(area.right) / data.FramebufferScale.x, static_cast<float>(area.bottom) / data.FramebufferScale.y};
  std::size_t const before = indices_.size();
  ImDrawIdx const* const index = list.IdxBuffer.Data + command.IdxOffset;
  for (unsigned at = 0; at + 3 <= command.ElemCount; at += 3) {
    ImVec2 const a = list.VtxBuffer.Data[command.VtxOffset + index[at]].pos, b = list.VtxBuffer.Data[command.VtxOffset + index[at + 1]].pos,
                 c = list.VtxBuffer.Data[command.VtxOffset + index[at + 2]].pos;
    bool const outside = std::max({a.x, b.x, c.x}) <= low.x || std::min({a.x, b.x, c.x}) >= high.x || std::max({a.y, b.y, c.y}) <= low.y ||
                         std::min({a.y, b.y, c.y}) >= high.y;
    if (outside) continue;
    for (unsigned corner = 0; corner < 3; ++corner) indices_.push_back(vertex(list, command.VtxOffset + index[at + corner]));
  }
  return indices_.size() > before;
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
