#include "snapshot.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>

namespace rancang {
namespace {

struct Colour {
  float r, g, b, a;
};
Colour unpack(ImU32 c) {
  return {static_cast<float>(c & 255) / 255, static_cast<float>((c >> 8) & 255) / 255, static_cast<float>((c >> 16) & 255) / 255, static_cast<float>(c >> 24) / 255};
}

ImTextureData const* texture_of(ImDrawData const& data, ImTextureID id) {
  if (!data.Textures) return nullptr;
  for (ImTextureData const* texture : *data.Textures)
    if (texture->TexID == id) return texture;
  return nullptr;
}

Colour texel(ImTextureData const& texture, int x, int y) {
  x = std::clamp(x, 0, texture.Width - 1);
  y = std::clamp(y, 0, texture.Height - 1);
  unsigned char const* const at = texture.Pixels + (static_cast<std::size_t>(y) * static_cast<std::size_t>(texture.Width) + static_cast<std::size_t>(x)) * static_cast<std::size_t>(texture.BytesPerPixel);
  if (texture.BytesPerPixel == 1) return {1, 1, 1, static_cast<float>(at[0]) / 255};
  return {static_cast<float>(at[0]) / 255, static_cast<float>(at[1]) / 255, static_cast<float>(at[2]) / 255, static_cast<float>(at[3]) / 255};
}

// Bilinear, as a graphics card samples.
Colour sample(ImTextureData const& texture, float u, float v) {
  float const x = u * static_cast<float>(texture.Width) - 0.5f, y = v * static_cast<float>(texture.Height) - 0.5f;
  int const x0 = static_cast<int>(std::floor(x)), y0 = static_cast<int>(std::floor(y));
  float const fx = x - static_cast<float>(x0), fy = y - static_cast<float>(y0);
  Colour const a = texel(texture, x0, y0), b = texel(texture, x0 + 1, y0), c = texel(texture, x0, y0 + 1), d = texel(texture, x0 + 1, y0 + 1);
  auto const mix = [&](float Colour::*m) { return (a.*m * (1 - fx) + b.*m * fx) * (1 - fy) + (c.*m * (1 - fx) + d.*m * fx) * fy; };
  return {mix(&Colour::r), mix(&Colour::g), mix(&Colour::b), mix(&Colour::a)};
}

float edge(ImVec2 a, ImVec2 b, float x, float y) { return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x); }
// Pixels on a shared edge belong to one triangle only: the top-left rule.
bool owns_edge(ImVec2 a, ImVec2 b) { return (a.y == b.y && b.x > a.x) || b.y < a.y; }

class Raster {
 public:
  Raster(Picture& picture, ImDrawData const& data) : picture_(picture), data_(data) {}

  void list(ImDrawList const& list) {
    for (ImDrawCmd const& command : list.CmdBuffer) {
      if (command.UserCallback) continue;
      texture_ = texture_of(data_, command.GetTexID());
      clip_ = command.ClipRect;
      for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        auto const vertex = [&](unsigned k) -> ImDrawVert const& { return list.VtxBuffer[static_cast<int>(list.IdxBuffer[static_cast<int>(command.IdxOffset + i + k)] + command.VtxOffset)]; };
        triangle(vertex(0), vertex(1), vertex(2));
      }
    }
  }

 private:
  void triangle(ImDrawVert a, ImDrawVert b, ImDrawVert c) {
    float area = edge(a.pos, b.pos, c.pos.x, c.pos.y);
    if (area == 0) return;
    if (area < 0) std::swap(b, c), area = -area;
    int const x0 = std::max({0, static_cast<int>(std::floor(std::min({a.pos.x, b.pos.x, c.pos.x}))), static_cast<int>(clip_.x)});
    int const y0 = std::max({0, static_cast<int>(std::floor(std::min({a.pos.y, b.pos.y, c.pos.y}))), static_cast<int>(clip_.y)});
    int const x1 = std::min({picture_.width, static_cast<int>(std::ceil(std::max({a.pos.x, b.pos.x, c.pos.x}))), static_cast<int>(clip_.z)});
    int const y1 = std::min({picture_.height, static_cast<int>(std::ceil(std::max({a.pos.y, b.pos.y, c.pos.y}))), static_cast<int>(clip_.w)});
    Colour const ca = unpack(a.col), cb = unpack(b.col), cc = unpack(c.col);
    for (int y = y0; y < y1; ++y)
      for (int x = x0; x < x1; ++x) {
        float const px = static_cast<float>(x) + 0.5f, py = static_cast<float>(y) + 0.5f;
        float const wa = edge(b.pos, c.pos, px, py), wb = edge(c.pos, a.pos, px, py), wc = edge(a.pos, b.pos, px, py);
        if (wa < 0 || wb < 0 || wc < 0) continue;
        if ((wa == 0 && !owns_edge(b.pos, c.pos)) || (wb == 0 && !owns_edge(c.pos, a.pos)) || (wc == 0 && !owns_edge(a.pos, b.pos))) continue;
        float const u = (wa * a.uv.x + wb * b.uv.x + wc * c.uv.x) / area, v = (wa * a.uv.y + wb * b.uv.y + wc * c.uv.y) / area;
        auto const mix = [&](float Colour::*m) { return (wa * ca.*m + wb * cb.*m + wc * cc.*m) / area; };
        Colour const t = texture_ ? sample(*texture_, u, v) : Colour{1, 1, 1, 1};
        blend(x, y, {mix(&Colour::r) * t.r, mix(&Colour::g) * t.g, mix(&Colour::b) * t.b, mix(&Colour::a) * t.a});
      }
  }

  void blend(int x, int y, Colour colour) {
    std::uint8_t* const at = &picture_.rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(picture_.width) + static_cast<std::size_t>(x)) * 4];
    std::array<float, 3> const over{colour.r, colour.g, colour.b};
    for (std::size_t i = 0; i < 3; ++i) {
      float const value = over[i] * colour.a + static_cast<float>(at[i]) / 255 * (1 - colour.a);
      at[i] = static_cast<std::uint8_t>(std::clamp(value, 0.0f, 1.0f) * 255 + 0.5f);
    }
  }

  Picture& picture_;
  ImDrawData const& data_;
  ImTextureData const* texture_ = nullptr;
  ImVec4 clip_{};
};

// ---- PNG: stored blocks, no compression ----
std::uint32_t crc_of(std::string const& bytes) {
  std::uint32_t crc = 0xFFFFFFFFu;
  for (unsigned char byte : bytes) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1u)));
  }
  return ~crc;
}
std::string big_endian(std::uint32_t value) {
  return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8), static_cast<char>(value)};
}
std::string chunk(std::string const& kind, std::string const& body) { return big_endian(static_cast<std::uint32_t>(body.size())) + kind + body + big_endian(crc_of(kind + body)); }

std::string stored(std::string const& raw) {
  std::string out = "\x78\x01";
  std::uint32_t a = 1, b = 0;
  for (unsigned char byte : raw) a = (a + byte) % 65521, b = (b + a) % 65521;
  for (std::size_t at = 0; at < raw.size(); at += 65535) {
    std::size_t const length = std::min<std::size_t>(65535, raw.size() - at);
    out += at + length == raw.size() ? '\1' : '\0';
    out += static_cast<char>(length & 255), out += static_cast<char>(length >> 8);
    out += static_cast<char>(~length & 255), out += static_cast<char>((~length >> 8) & 255);
    out.append(raw, at, length);
  }
  return out + big_endian((b << 16) | a);
}

}  // namespace

Picture draw_picture(ImDrawData const& data, ImU32 ground) {
  Picture picture{static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y), {}};
  picture.rgba.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
  for (std::size_t i = 0; i < picture.rgba.size(); i += 4)
    for (unsigned k = 0; k < 4; ++k) picture.rgba[i + k] = static_cast<std::uint8_t>(ground >> (8 * k));
  Raster raster(picture, data);
  for (ImDrawList const* list : data.CmdLists) raster.list(*list);
  return picture;
}

bool write_png(Picture const& picture, std::string const& path) {
  std::string raw;
  raw.reserve(static_cast<std::size_t>(picture.height) * (static_cast<std::size_t>(picture.width) * 3 + 1));
  for (int y = 0; y < picture.height; ++y) {
    raw += '\0';
    for (int x = 0; x < picture.width; ++x) {
      std::size_t const at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 4;
      raw.append(reinterpret_cast<char const*>(&picture.rgba[at]), 3);
    }
  }
  std::string const head = big_endian(static_cast<std::uint32_t>(picture.width)) + big_endian(static_cast<std::uint32_t>(picture.height)) + std::string("\x08\x02\x00\x00\x00", 5);
  std::ofstream out(path, std::ios::binary);
  out << "\x89PNG\r\n\x1A\n" << chunk("IHDR", head) << chunk("IDAT", stored(raw)) << chunk("IEND", "");
  return out.good();
}

}  // namespace rancang
