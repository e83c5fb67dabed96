#include "platform/web/event_queue.hpp"

#include <utility>

namespace rancang {
namespace {

// The page has one thread and one platform; browser callbacks arrive as plain C functions.
std::vector<PlatformEvent>& queue() {
  static std::vector<PlatformEvent> events;
  return events;
}

std::function<void()>& frame_request() {
  static std::function<void()> request;
  return request;
}

}  // namespace

void push_event(PlatformEvent event) {
  queue().push_back(std::move(event));
  if (frame_request()) frame_request()();
}

void push_quietly(PlatformEvent event) { queue().push_back(std::move(event)); }

std::vector<PlatformEvent> take_pushed_events() { return std::exchange(queue(), {}); }

void set_frame_request(std::function<void()> request_frame) { frame_request() = std::move(request_frame); }

}  // namespace rancang
