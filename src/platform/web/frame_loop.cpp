#include "platform/web/frame_loop.hpp"

#include <emscripten.h>

#include <algorithm>
#include <utility>

#include <imgui_internal.h>

EM_JS(void, rancang_schedule_frame, (), {
  // A hidden page gets no animation frames, but what other tabs and finished work say must still be heard.
  if (document.hidden) setTimeout(Module._rancang_on_frame);
  else requestAnimationFrame(Module._rancang_on_frame);
});

EM_JS(int, rancang_page_hidden, (), { return document.hidden ? 1 : 0; });

EM_JS(void, rancang_schedule_wake, (double ms), {
  clearTimeout(Module.wakeTimer);
  Module.wakeTimer = setTimeout(Module._rancang_on_wake, ms);
});

extern "C" {
EMSCRIPTEN_KEEPALIVE void rancang_on_frame() { rancang::web::frame_loop().on_animation_frame(); }
EMSCRIPTEN_KEEPALIVE void rancang_on_wake() { rancang::web::frame_loop().on_wake(); }
EMSCRIPTEN_KEEPALIVE void rancang_context_restored() { rancang::web::frame_loop().redraw_all(); }
EMSCRIPTEN_KEEPALIVE void rancang_step() { rancang::web::frame_loop().step_now(); }
}

namespace rancang::web {
namespace {

constexpr int settling_frames = 6;      // ImGui sizes popups and hovers within two or three
constexpr int queue_rounds = 4;         // a tap is several frames to ImGui: move, press, release
constexpr double typing_pause_ms = 100;  // between a key and the picture of what else it changes; a picture at once would hold up the next key where there is no GPU
constexpr double hover_poll_ms = 100;   // while a tooltip waits for its delay
constexpr float longest_step_s = 1.0f;  // after a long sleep nothing may jump; but two clicks with a pause between them are no double click

bool tooltip_is_waiting() {
  ImGuiContext const& g = *GImGui;
  return g.HoverItemDelayId != 0 && g.HoverItemDelayTimer < g.Style.HoverDelayNormal + g.Style.HoverStationaryDelay;
}

}  // namespace

FrameLoop& frame_loop() {
  static FrameLoop loop;
  return loop;
}

void FrameLoop::open(bool whole_frames) { renderer_.open(whole_frames); }

void FrameLoop::start(std::function<void()> frame, probe::Access probe) {
  frame_ = std::move(frame);
  probe_ = probe;
  request();
}

void FrameLoop::request() {
  wanted_ = true;
  schedule();
}

void FrameLoop::schedule() {
  if (scheduled_ || stepping_ || !frame_) return;
  scheduled_ = true;
  rancang_schedule_frame();
}

void FrameLoop::note_typing(double time_ms) {
  typed_ms_ = std::max(typed_ms_, time_ms);
  wake_after(typing_pause_ms);
  schedule();
}

// This animation frame shows what was typed, without a new picture of the canvas.
void FrameLoop::stamp_typing() {
  if (typed_ms_ <= stamp_.newest_event_ms) return;
  ++stamp_.number;
  stamp_.newest_event_ms = typed_ms_;
  if (on_drawn_) on_drawn_(false);
}

void FrameLoop::wake_after(double ms) {
  double const now = emscripten_get_now(), due = now + std::max(0.0, ms);
  if (wake_at_ms_ > now && wake_at_ms_ <= due) return;
  wake_at_ms_ = due;
  rancang_schedule_wake(due - now);
}

void FrameLoop::note_event(double time_ms) {
  newest_event_ms_ = std::max(newest_event_ms_, time_ms);
  settling_ = settling_frames;
  request();
}

void FrameLoop::on_wake() {
  wake_at_ms_ = 0;
  settling_ = settling_frames;
  request();
}

void FrameLoop::redraw_all() {
  renderer_.forget();
  request();
}

void FrameLoop::step_now() {
  if (stepping_ || !frame_) return;
  for (int round = 0; round < queue_rounds; ++round) {
    step();
    if (GImGui->InputEventsQueue.Size == 0) break;
  }
  request();
}

void FrameLoop::step_for(probe::Reader reader) {
  if (stepping_ || !frame_ || !probe_.want) return;
  probe_.want(reader, true);
  step();
  probe_.want(reader, false);
  request();
}

void FrameLoop::step() {
  stepping_ = true;
  wanted_ = false;
  laid_out_event_ms_ = newest_event_ms_;
  double const now = emscripten_get_now();
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = std::clamp(static_cast<float>((now - last_step_ms_) / 1000.0), 1e-4f, longest_step_s);
  last_step_ms_ = now;
  if (probe_.begin_frame) probe_.begin_frame();
  ImGui::NewFrame();
  frame_();
  ImGui::Render();
  if (probe_.end_frame) probe_.end_frame();
  due_ = true;
  stepping_ = false;
}

void FrameLoop::on_animation_frame() {
  scheduled_ = false;
  if (frame_) show();
}

void FrameLoop::show_now() {
  wanted_ = true;
  if (frame_ && !stepping_) show();
}

void FrameLoop::show() {
  if (wanted_ || GImGui->InputEventsQueue.Size > 0) step();
  if (std::exchange(scrolled_, false)) step();
  if (rancang_page_hidden()) return;
  bool changed = false;
  if (std::exchange(due_, false)) {
    changed = renderer_.draw(*ImGui::GetDrawData());
    ++stamp_.number;
    stamp_.newest_event_ms = std::max(laid_out_event_ms_, typed_ms_);
    if (on_drawn_) on_drawn_(changed);
  } else {
    stamp_typing();
  }
  settle(changed);
}

// Goes on while input waits, a button is held, or the last input still changes the picture.
void FrameLoop::settle(bool changed) {
  bool const held = ImGui::IsAnyMouseDown() && GImGui->ActiveId != 0;
  bool const moving = changed && settling_ > 0;
  if (moving) --settling_;
  if (wanted_ || held || moving || GImGui->InputEventsQueue.Size > 0) request();
  if (tooltip_is_waiting()) wake_after(hover_poll_ms);
}

}  // namespace rancang::web
