#include "platform/web/text_web.hpp"

#include <emscripten.h>

#include <utility>

namespace {

std::string& incoming() {
  static std::string text;
  return text;
}

}  // namespace

extern "C" EMSCRIPTEN_KEEPALIVE char* rancang_text_room(std::size_t bytes) {
  incoming().resize(bytes);
  return incoming().data();
}

namespace rancang::web {

std::string take_text() { return std::exchange(incoming(), {}); }

}  // namespace rancang::web
