#include "platform/web/touch_scroll.hpp"

#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "platform/web/frame_loop.hpp"

namespace rancang::web {
namespace {

constexpr float slop_px = 8;             // a finger is never quite still
constexpr float slowest = 0.03f;         // px per ms at which a glide ends
constexpr double glide_half_life_ms = 160;

// The window under the finger, or the nearest around it, that can scroll that way. A window that wants drags for itself says so with
// ImGuiWindowFlags_NoScrollWithMouse.
ImGuiWindow* scrollable(bool vertical) {
  for (ImGuiWindow* window = GImGui->HoveredWindow; window; window = window->ParentWindow) {
    if (window->Flags & ImGuiWindowFlags_NoScrollWithMouse) return nullptr;
    if ((vertical ? window->ScrollMax.y : window->ScrollMax.x) > 0) return window;
    if (!(window->Flags & ImGuiWindowFlags_ChildWindow)) return nullptr;
  }
  return nullptr;
}

void point(float x, float y) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  io.AddMousePosEvent(x, y);
}

// A finger that has left hovers over nothing: no tooltip stays behind.
void leave() { ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX); }

float aimed(float target, float now) { return target < FLT_MAX ? target : now; }

}  // namespace

void TouchScroll::down(float x, float y, double time_ms) {
  state_ = State::pressed;
  x_ = start_x_ = x;
  y_ = start_y_ = y;
  speed_x_ = speed_y_ = 0;
  time_ms_ = time_ms;
  point(x, y);
}

void TouchScroll::move(float x, float y, double time_ms) {
  if (state_ == State::idle || state_ == State::gliding || state_ == State::held) return;
  if (state_ == State::pressed) {
    if (std::hypot(x - start_x_, y - start_y_) < slop_px) return;
    bool const vertical = std::abs(y - start_y_) >= std::abs(x - start_x_);
    across_ = scrollable(false);
    along_ = scrollable(true);
    state_ = (vertical ? along_ : across_) ? State::scrolling : State::dragging;
    if (state_ == State::dragging) {
      point(start_x_, start_y_);
      ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    }
  }
  if (state_ == State::scrolling) {
    float const elapsed = static_cast<float>(std::max(1.0, time_ms - time_ms_));
    speed_x_ = 0.7f * speed_x_ + 0.3f * (x - x_) / elapsed;
    speed_y_ = 0.7f * speed_y_ + 0.3f * (y - y_) / elapsed;
    scroll(x - x_, y - y_);
  } else {
    point(x, y);
  }
  x_ = x;
  y_ = y;
  time_ms_ = time_ms;
}

void TouchScroll::up(float x, float y, double time_ms) {
  ImGuiIO& io = ImGui::GetIO();
  if (state_ == State::pressed) {
    point(start_x_, start_y_);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    leave();
  } else if (state_ == State::dragging) {
    point(x, y);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    leave();
  } else if (state_ == State::scrolling && time_ms - time_ms_ < 60) {
    state_ = State::gliding;
    time_ms_ = time_ms;
    return;
  }
  state_ = State::idle;
}

void TouchScroll::cancel() {
  if (state_ == State::dragging) ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  state_ = State::idle;
}

void TouchScroll::held(double time_ms) {
  if (state_ != State::pressed || time_ms - time_ms_ < hold_ms) return;
  state_ = State::held;
  ImGuiIO& io = ImGui::GetIO();
  point(start_x_, start_y_);
  io.AddMouseButtonEvent(ImGuiMouseButton_Right, true);
  io.AddMouseButtonEvent(ImGuiMouseButton_Right, false);
}

void TouchScroll::glide(double time_ms) {
  if (state_ != State::gliding) return;
  float const elapsed = static_cast<float>(std::clamp(time_ms - time_ms_, 0.0, 50.0));
  scroll(speed_x_ * elapsed, speed_y_ * elapsed);
  float const keep = static_cast<float>(std::exp2(-static_cast<double>(elapsed) / glide_half_life_ms));
  speed_x_ *= keep;
  speed_y_ *= keep;
  time_ms_ = time_ms;
  if (std::hypot(speed_x_, speed_y_) < slowest) state_ = State::idle;
  else frame_loop().request();
}

void TouchScroll::scroll(float dx, float dy) const {
  if (across_ && dx != 0) ImGui::SetScrollX(across_, std::clamp(aimed(across_->ScrollTarget.x, across_->Scroll.x) - dx, 0.0f, across_->ScrollMax.x));
  if (along_ && dy != 0) ImGui::SetScrollY(along_, std::clamp(aimed(along_->ScrollTarget.y, along_->Scroll.y) - dy, 0.0f, along_->ScrollMax.y));
}

}  // namespace rancang::web
