#pragma once
// Box: a rectangle that is laid out by cutting pieces off its sides. All lengths in CSS pixels of the window.
// Must not know: what is drawn in it.
#include <algorithm>

#include <imgui.h>

#include "platform/platform.hpp"

namespace rancang {

struct Box {
  float x = 0, y = 0, w = 0, h = 0;

  float right() const { return x + w; }
  float bottom() const { return y + h; }
  ImVec2 min() const { return {x, y}; }
  ImVec2 max() const { return {x + w, y + h}; }
  ImVec2 center() const { return {x + w / 2, y + h / 2}; }
  Rect rect() const { return {x, y, w, h}; }
  bool contains(ImVec2 p) const { return p.x >= x && p.y >= y && p.x < x + w && p.y < y + h; }

  // Cuts a strip off a side and returns it; what stays is this box. `gap` is dropped between the two.
  Box cut_left(float width, float gap = 0) {
    float const take = std::min(width, w);
    Box const piece{x, y, take, h};
    x += std::min(take + gap, w), w = std::max(0.0f, w - take - gap);
    return piece;
  }
  Box cut_right(float width, float gap = 0) {
    float const take = std::min(width, w);
    Box const piece{x + w - take, y, take, h};
    w = std::max(0.0f, w - take - gap);
    return piece;
  }
  Box cut_top(float height, float gap = 0) {
    float const take = std::min(height, h);
    Box const piece{x, y, w, take};
    y += std::min(take + gap, h), h = std::max(0.0f, h - take - gap);
    return piece;
  }
  Box cut_bottom(float height, float gap = 0) {
    float const take = std::min(height, h);
    Box const piece{x, y + h - take, w, take};
    h = std::max(0.0f, h - take - gap);
    return piece;
  }
  Box inset(float dx, float dy) const { return {x + dx, y + dy, std::max(0.0f, w - 2 * dx), std::max(0.0f, h - 2 * dy)}; }
  Box inset(float d) const { return inset(d, d); }
  // A box of this height, vertically centred.
  Box middle(float height) const { return {x, y + (h - height) / 2, w, height}; }
  Box intersect(Box const& o) const {
    float const left = std::max(x, o.x), top = std::max(y, o.y);
    return {left, top, std::max(0.0f, std::min(right(), o.right()) - left), std::max(0.0f, std::min(bottom(), o.bottom()) - top)};
  }
  bool empty() const { return w <= 0 || h <= 0; }
};

}  // namespace rancang
