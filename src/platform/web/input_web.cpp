#include "platform/web/input_web.hpp"

#include <emscripten.h>

#include <imgui.h>

#include "platform/web/frame_loop.hpp"
#include "platform/web/keys_web.hpp"
#include "platform/web/touch_scroll.hpp"

EM_JS(int, rancang_is_mac, (), { return (navigator.platform || "").startsWith("Mac") || (navigator.platform || "").startsWith("iP") ? 1 : 0; });

EM_JS(void, rancang_set_cursor, (int cursor), { Module.input.setCursor(cursor); });

namespace rancang::web {
namespace {

// Numbers shared with web/input.js.
enum PointerKind : int { pointer_move, pointer_down, pointer_up, pointer_cancel, pointer_leave, pointer_hold };
enum PointerSource : int { source_mouse, source_touch, source_pen };
enum Modifier : int { modifier_ctrl = 1, modifier_shift = 2, modifier_alt = 4, modifier_meta = 8 };

struct InputState {
  TouchScroll touch;
  bool last_was_touch = false;
  int cursor = -1;
  char key_name[32] = {};  // web/input.js writes the name of a key here
};

InputState& input() {
  static InputState state;
  return state;
}

// From every event: after Alt+Tab no key-up comes, and ImGui would believe the key is still held.
void set_modifiers(int modifiers) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, modifiers & modifier_ctrl);
  io.AddKeyEvent(ImGuiMod_Shift, modifiers & modifier_shift);
  io.AddKeyEvent(ImGuiMod_Alt, modifiers & modifier_alt);
  io.AddKeyEvent(ImGuiMod_Super, modifiers & modifier_meta);
}

void touch_pointer(int kind, float x, float y, double time_ms) {
  TouchScroll& touch = input().touch;
  switch (kind) {
    case pointer_down: return touch.down(x, y, time_ms);
    case pointer_move: return touch.move(x, y, time_ms);
    case pointer_up: return touch.up(x, y, time_ms);
    case pointer_hold: return touch.held(time_ms);
    default: return touch.cancel();
  }
}

void mouse_pointer(int kind, float x, float y, int button, int source) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(source == source_pen ? ImGuiMouseSource_Pen : ImGuiMouseSource_Mouse);
  if (kind == pointer_leave) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  else io.AddMousePosEvent(x, y);
  int const buttons[] = {ImGuiMouseButton_Left, ImGuiMouseButton_Middle, ImGuiMouseButton_Right};
  if (button < 0 || button > 2) return;
  if (kind == pointer_down) io.AddMouseButtonEvent(buttons[button], true);
  if (kind == pointer_up || kind == pointer_cancel) io.AddMouseButtonEvent(buttons[button], false);
}

}  // namespace

void open_input() {
  ImGuiIO& io = ImGui::GetIO();
  io.BackendPlatformName = "rancang_web";
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
  io.ConfigMacOSXBehaviors = rancang_is_mac() != 0;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
}

void finish_input_frame() {
  input().touch.glide(emscripten_get_now());
  int const cursor = ImGui::GetMouseCursor();
  if (cursor == input().cursor) return;
  input().cursor = cursor;
  rancang_set_cursor(cursor);
}

bool last_pointer_was_touch() { return input().last_was_touch; }

void click_at(float x, float y) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);  // press and release are given a frame each
  io.AddMousePosEvent(x, y);
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  frame_loop().note_event(emscripten_get_now());
  frame_loop().step_now();
}

}  // namespace rancang::web

using namespace rancang::web;  // NOLINT(google-build-using-namespace): what follows is called from JavaScript by its plain name

extern "C" {

EMSCRIPTEN_KEEPALIVE char* rancang_key_name() { return input().key_name; }

EMSCRIPTEN_KEEPALIVE void rancang_pointer(int kind, int source, float x, float y, int button, int modifiers, double time_ms) {
  set_modifiers(modifiers);
  if (kind == pointer_down) input().last_was_touch = source == source_touch;
  if (source == source_touch) touch_pointer(kind, x, y, time_ms);
  else mouse_pointer(kind, x, y, button, source);
  frame_loop().note_event(time_ms);
  if (kind != pointer_move && kind != pointer_leave) frame_loop().step_now();
}

EMSCRIPTEN_KEEPALIVE void rancang_wheel(float x, float y, float steps_x, float steps_y, int modifiers, double time_ms) {
  set_modifiers(modifiers);
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_Mouse);
  io.AddMousePosEvent(x, y);
  io.AddMouseWheelEvent(steps_x, steps_y);
  frame_loop().note_scroll();
  frame_loop().note_event(time_ms);
}

// The key's name lies in rancang_key_name(). `character`: what it types into the canvas, 0 = nothing.
EMSCRIPTEN_KEEPALIVE void rancang_key(int down, int modifiers, unsigned character, double time_ms) {
  set_modifiers(modifiers);
  ImGuiIO& io = ImGui::GetIO();
  if (ImGuiKey const key = key_of(input().key_name); key != ImGuiKey_None) io.AddKeyEvent(key, down);
  if (down && character) io.AddInputCharacter(character);
  frame_loop().note_event(time_ms);
  if (down) frame_loop().step_now();
}

EMSCRIPTEN_KEEPALIVE void rancang_modifiers(int modifiers) { set_modifiers(modifiers); }

EMSCRIPTEN_KEEPALIVE void rancang_focus(int focused) {
  ImGui::GetIO().AddFocusEvent(focused != 0);
  if (!focused) input().touch.cancel();
  frame_loop().request();
}

// An event that the interface sees in another way (a key that ends a visit to the text field): the next frame has seen it.
EMSCRIPTEN_KEEPALIVE void rancang_note_event(double time_ms) { frame_loop().note_event(time_ms); }

// A key that the text field takes; the core hears of the text that comes of it.
EMSCRIPTEN_KEEPALIVE void rancang_note_typing(double time_ms) { frame_loop().note_typing(time_ms); }

// The canvas has `width` × `height` device pixels, `ratio` of them on a CSS pixel.
EMSCRIPTEN_KEEPALIVE void rancang_resize(int width, int height, float ratio) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(width) / ratio, static_cast<float>(height) / ratio};
  io.DisplayFramebufferScale = {ratio, ratio};
  frame_loop().show_now();
}

}  // extern "C"
