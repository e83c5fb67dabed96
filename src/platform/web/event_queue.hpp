#pragma once
// The queue between browser callbacks and the next frame: whatever happens outside is pushed here and drawn at the next animation frame.
// Must not know: what the events mean.
#include <functional>
#include <vector>

#include "platform/platform.hpp"

namespace rancang {

// Called from any browser callback; asks for a frame, so that the event is taken soon.
void push_event(PlatformEvent event);
// The same without asking for a frame.
void push_quietly(PlatformEvent event);
// Everything since the last call, in the order of arrival.
std::vector<PlatformEvent> take_pushed_events();
// What push_event() calls to have a frame drawn; set once at start.
void set_frame_request(std::function<void()> request_frame);

}  // namespace rancang
