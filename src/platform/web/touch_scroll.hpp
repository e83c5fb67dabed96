#pragma once
// A finger on the canvas: tap, long press, drag to scroll with a glide, or drag of the thing itself where nothing scrolls.
// Must not know: browsers' event objects, what is scrolled.

struct ImGuiWindow;

namespace rancang::web {

class TouchScroll {
 public:
  void down(float x, float y, double time_ms);
  void move(float x, float y, double time_ms);
  void up(float x, float y, double time_ms);
  void cancel();
  void held(double time_ms);          // the finger rests: the right button
  void glide(double time_ms);         // once per frame after the finger has left; asks for frames while it lasts
  bool gliding() const { return state_ == State::gliding; }

  static constexpr double hold_ms = 500;

 private:
  enum class State { idle, pressed, scrolling, dragging, held, gliding };
  void scroll(float dx, float dy) const;

  State state_ = State::idle;
  ImGuiWindow* across_ = nullptr;  // what scrolls sideways under this finger
  ImGuiWindow* along_ = nullptr;   // and up and down; ImGui never frees a window
  float x_ = 0, y_ = 0, start_x_ = 0, start_y_ = 0;
  float speed_x_ = 0, speed_y_ = 0;  // CSS pixels per millisecond
  double time_ms_ = 0;
};

}  // namespace rancang::web
