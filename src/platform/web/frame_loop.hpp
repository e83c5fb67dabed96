#pragma once
// When a frame is made and when it is drawn. A frame is laid out at the next animation frame after something happened, or at once inside a key or
// pointer event (so that a text field can take the focus within the person's gesture); it is drawn at the animation frame. When nothing
// happens nothing is scheduled at all.
// Must not know: what a frame contains.
#include <cstdint>
#include <functional>

#include "platform/probe_item.hpp"
#include "platform/web/renderer_web.hpp"

namespace rancang::web {

struct FrameStamp {
  std::uint32_t number = 0;    // frames brought to the screen since the start
  double newest_event_ms = 0;  // timeStamp of the newest input event that it has seen
};

class FrameLoop {
 public:
  void open(bool whole_frames);  // before fonts are added: says how textures are wanted
  void start(std::function<void()> frame, probe::Access probe);
  bool started() const { return static_cast<bool>(frame_); }

  void request();                    // at the next animation frame; while the page is hidden soon, without drawing
  void wake_after(double ms);        // the earliest wish counts
  void note_event(double time_ms);   // an input event happened; its frame is requested
  // The person writes in the text field, which shows it by itself: what else changes follows within typing_pause_ms, so that fast typing waits for no canvas.
  void note_typing(double time_ms);
  void note_scroll() { scrolled_ = true; }  // ImGui applies a scroll one frame late: the next picture is laid out twice
  void step_now();                   // lays out what has arrived until now, inside the current browser event
  void redraw_all();                 // the graphics context is new
  void show_now();                   // lays out and draws at once: a canvas of a new size is empty until then

  // Collects the probe's list in a frame of its own, for a reader that is asked only now and then.
  void step_for(probe::Reader reader);
  FrameStamp stamp() const { return stamp_; }
  probe::Access const& probe() const { return probe_; }
  void set_on_drawn(std::function<void(bool changed)> on_drawn) { on_drawn_ = std::move(on_drawn); }

  // Called by the browser.
  void on_animation_frame();
  void on_wake();

 private:
  void step();
  void show();
  void settle(bool changed);
  void stamp_typing();
  void schedule();

  std::function<void()> frame_;
  std::function<void(bool)> on_drawn_;
  probe::Access probe_;
  Renderer renderer_;
  FrameStamp stamp_;
  double last_step_ms_ = 0, wake_at_ms_ = 0, newest_event_ms_ = 0, laid_out_event_ms_ = 0, typed_ms_ = 0;
  int settling_ = 0;        // frames still allowed for ImGui to come to rest after an input
  bool scheduled_ = false, wanted_ = false, stepping_ = false, due_ = false, scrolled_ = false;
};

FrameLoop& frame_loop();

}  // namespace rancang::web
