#pragma once
// Pointer, wheel, keyboard, focus and size of the canvas (web/input.js) → ImGui's input queue. A finger that drags scrolls what lies under it,
// a finger that rests is a right click.
// Must not know: what is under the pointer, which keys do what.

namespace rancang::web {

void open_input();          // tells ImGui about the platform; listens from then on
void finish_input_frame();  // after each frame: mouse cursor, scrolling that glides on
bool last_pointer_was_touch();
// A click at a point of the canvas, as if with a mouse: how the accessible mirror presses a button. CSS pixels.
void click_at(float x, float y);

}  // namespace rancang::web
