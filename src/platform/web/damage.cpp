#include "platform/web/damage.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace rancang::web {
namespace {

constexpr std::uint64_t prime = 0x9E3779B97F4A7C15u;
constexpr std::size_t max_rectangles = 8;

std::uint64_t mix(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ word) * prime;
  return hash ^ (hash >> 29);
}

std::uint64_t hash_bytes(std::uint64_t hash, void const* data, std::size_t bytes) {
  auto const* at = static_cast<unsigned char const*>(data);
  for (; bytes >= 8; at += 8, bytes -= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, 8);
    hash = mix(hash, word);
  }
  std::uint64_t rest = 0;
  if (bytes) std::memcpy(&rest, at, bytes);
  return mix(hash, rest ^ (static_cast<std::uint64_t>(bytes) << 56));
}

std::uint64_t command_hash(ImDrawCmd const& command) {
  std::uint64_t const texture = static_cast<std::uint64_t>(command.GetTexID());
  return hash_bytes(mix(texture, command.VtxOffset), &command.ClipRect, sizeof command.ClipRect);
}

std::uint64_t content_hash(ImDrawList const& list) {
  std::uint64_t hash = hash_bytes(prime, list.VtxBuffer.Data, static_cast<std::size_t>(list.VtxBuffer.size_in_bytes()));
  hash = hash_bytes(hash, list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.size_in_bytes()));
  for (ImDrawCmd const& command : list.CmdBuffer) hash = mix(mix(hash, command_hash(command)), command.ElemCount);
  return hash;
}

std::uint64_t vertex_hash(std::uint64_t hash, ImDrawVert const& vertex) {
  static_assert(sizeof(ImDrawVert) == 20);
  std::uint64_t words[3] = {};
  std::memcpy(words, &vertex, sizeof vertex);
  return mix(mix(hash, words[0]) + words[1], words[2]);
}

struct Tiler {
  ImDrawData const& data;
  std::vector<std::uint32_t>& tiles;
  int columns;

  void primitive(ImDrawVert const* vertices, ImDrawIdx const* index, unsigned count, PixelRect const& clip, std::uint64_t hash) const {
    ImVec2 low = vertices[index[0]].pos, high = low;
    unsigned const corners = count == 6 ? 4 : 3;
    for (unsigned i = 0; i < corners; ++i) {
      ImDrawVert const& vertex = vertices[i == 3 ? index[5] : index[i]];
      hash = vertex_hash(hash, vertex);
      low = {vertex.pos.x < low.x ? vertex.pos.x : low.x, vertex.pos.y < low.y ? vertex.pos.y : low.y};
      high = {vertex.pos.x > high.x ? vertex.pos.x : high.x, vertex.pos.y > high.y ? vertex.pos.y : high.y};
    }
    ImVec2 const scale = data.FramebufferScale, origin = data.DisplayPos;
    int const spread = scale.y == std::floor(scale.y) ? 0 : 1;  // the renderer moves text to whole device pixels
    int const left = std::max(clip.left, static_cast<int>(std::floor((low.x - origin.x) * scale.x)));
    int const top = std::max(clip.top, static_cast<int>(std::floor((low.y - origin.y) * scale.y)) - spread);
    int const right = std::min(clip.right, static_cast<int>(std::ceil((high.x - origin.x) * scale.x)));
    int const bottom = std::min(clip.bottom, static_cast<int>(std::ceil((high.y - origin.y) * scale.y)) + spread);
    if (left >= right || top >= bottom) return;
    auto const word = static_cast<std::uint32_t>(hash ^ (hash >> 32));
    for (int row = top / Damage::tile_px; row <= (bottom - 1) / Damage::tile_px; ++row) {
      for (int column = left / Damage::tile_px; column <= (right - 1) / Damage::tile_px; ++column) {
        std::uint32_t& tile = tiles[static_cast<std::size_t>(row * columns + column)];
        tile = (tile ^ word) * 0x85EBCA6Bu + 1;  // the order of drawing counts
      }
    }
  }

  void list(ImDrawList const& drawn, PixelRect const& frame) const {
    for (ImDrawCmd const& command : drawn.CmdBuffer) {
      PixelRect const clip = clip_pixels(command, data, frame);
      if (clip.empty() || command.UserCallback) continue;
      std::uint64_t const seed = command_hash(command);
      ImDrawVert const* const vertices = drawn.VtxBuffer.Data + command.VtxOffset;
      ImDrawIdx const* index = drawn.IdxBuffer.Data + command.IdxOffset;
      for (unsigned left = command.ElemCount; left >= 3;) {
        unsigned const count = is_quad(index, left) ? 6 : 3;
        primitive(vertices, index, count, clip, seed);
        index += count;
        left -= count;
      }
    }
  }
};

}  // namespace

PixelRect clip_pixels(ImDrawCmd const& command, ImDrawData const& data, PixelRect const& frame) {
  ImVec2 const scale = data.FramebufferScale, origin = data.DisplayPos;
  return {std::max(frame.left, static_cast<int>(std::floor((command.ClipRect.x - origin.x) * scale.x))),
          std::max(frame.top, static_cast<int>(std::floor((command.ClipRect.y - origin.y) * scale.y))),
          std::min(frame.right, static_cast<int>(std::ceil((command.ClipRect.z - origin.x) * scale.x))),
          std::min(frame.bottom, static_cast<int>(std::ceil((command.ClipRect.w - origin.y) * scale.y)))};
}

std::vector<PixelRect> Damage::compare(ImDrawData const& data, PixelRect const& frame) {
  bool const whole = lists_.empty() || !(frame == frame_);
  frame_ = frame;
  columns_ = (frame.right + tile_px - 1) / tile_px;
  rows_ = (frame.bottom + tile_px - 1) / tile_px;
  std::size_t const tiles = static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_);
  dirty_.assign(tiles, whole);
  if (whole) lists_.clear();
  std::size_t const now = static_cast<std::size_t>(data.CmdLists.Size), before = lists_.size();
  lists_.resize(std::max(now, before));
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    ListTiles& known = lists_[i];
    known.tiles.resize(tiles);
    std::uint64_t const content = i < now ? content_hash(*data.CmdLists[static_cast<int>(i)]) : 0;
    if (i < before && content == known.content) continue;
    known.content = content;
    scratch_.assign(tiles, 0);
    if (i < now) Tiler{data, scratch_, columns_}.list(*data.CmdLists[static_cast<int>(i)], frame);
    for (std::size_t tile = 0; tile < tiles; ++tile) {
      if (scratch_[tile] != known.tiles[tile]) dirty_[tile] = true;
    }
    known.tiles.swap(scratch_);
  }
  lists_.resize(now);
  if (whole) return {frame};
  return dirty_rectangles();
}

// Runs of dirty tiles per row, equal runs below each other as one rectangle; too many become one around all.
std::vector<PixelRect> Damage::dirty_rectangles() const {
  std::vector<PixelRect> found;
  for (int row = 0; row < rows_; ++row) {
    for (int column = 0; column < columns_;) {
      if (!dirty_[static_cast<std::size_t>(row * columns_ + column)]) {
        ++column;
        continue;
      }
      int const first = column;
      while (column < columns_ && dirty_[static_cast<std::size_t>(row * columns_ + column)]) ++column;
      PixelRect run{first * tile_px, row * tile_px, std::min(column * tile_px, frame_.right), std::min((row + 1) * tile_px, frame_.bottom)};
      auto const above = std::find_if(found.begin(), found.end(), [&run](PixelRect const& other) {
        return other.bottom == run.top && other.left == run.left && other.right == run.right;
      });
      if (above != found.end()) above->bottom = run.bottom;
      else found.push_back(run);
    }
  }
  if (found.size() <= max_rectangles) return found;
  PixelRect around = found.front();
  for (PixelRect const& other : found) {
    around = {std::min(around.left, other.left), std::min(around.top, other.top), std::max(around.right, other.right), std::max(around.bottom, other.bottom)};
  }
  return {around};
}

}  // namespace rancang::web
