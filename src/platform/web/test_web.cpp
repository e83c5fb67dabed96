#include "platform/web/test_web.hpp"

#include <emscripten.h>

#include "platform/web/frame_loop.hpp"
#include "platform/web/text_web.hpp"

namespace rancang::web {
namespace {

struct TestState {
  TestHook* hook = nullptr;
  std::string text;  // what a function below answered
};
TestState& state() {
  static TestState test;
  return test;
}

char const* answer(std::string text) {
  state().text = std::move(text);
  return state().text.c_str();
}

}  // namespace

void set_test_hook(TestHook* hook) { state().hook = hook; }

}  // namespace rancang::web

extern "C" {

// One fact a line, in the order of the struct.
EMSCRIPTEN_KEEPALIVE char const* rancang_test_acked() {
  rancang::Acked const acked = rancang::web::state().hook->acked();
  return rancang::web::answer(acked.plan + '\n' + std::to_string(acked.revision) + '\n' + std::to_string(acked.saved) + '\n' + std::to_string(acked.generation) + '\n' + acked.state +
                              '\n' + acked.error + '\n' + std::to_string(acked.changes));
}
EMSCRIPTEN_KEEPALIVE char const* rancang_test_dump() { return rancang::web::answer(rancang::web::state().hook->dump()); }
EMSCRIPTEN_KEEPALIVE char const* rancang_test_noted() { return rancang::web::answer(rancang::web::state().hook->noted()); }
EMSCRIPTEN_KEEPALIVE int rancang_test_note() {
  bool const taken = rancang::web::state().hook->note(rancang::web::take_text());
  rancang::web::frame_loop().request();
  return taken ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE void rancang_test_take_over() {
  rancang::web::state().hook->take_over();
  rancang::web::frame_loop().request();
}

}  // extern "C"
