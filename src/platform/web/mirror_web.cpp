#include "platform/web/mirror_web.hpp"

#include <emscripten.h>

#include <cmath>
#include <string>

#include "platform/web/frame_loop.hpp"
#include "platform/web/input_web.hpp"

// clang-format off
EM_JS(void, rancang_mirror_schedule, (), { Module.mirror.due(); });
EM_JS(void, rancang_mirror_update, (char const* items, int size), { Module.mirror.update(UTF8ToString(items, size)); });
// clang-format on

namespace rancang::web {
namespace {

constexpr char item_end = '\x1e', field_end = '\x1f';

// Labels come from people: what separates fields must not occur in them.
void append_text(std::string& out, std::string const& text) {
  for (char const c : text) out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
}

std::string listed(probe::Access const& probe) {
  std::string out;
  for (probe::ProbeItem const& item : probe.items()) {
    bool const nameless = item.label.empty() && item.value.empty();
    if (nameless || item.role == probe::Role::window || (item.state & probe::State::offscreen)) continue;
    if (!out.empty()) out += item_end;
    for (long const number : {static_cast<long>(item.id), static_cast<long>(item.window)}) out += std::to_string(static_cast<unsigned long>(number)) + field_end;
    out += probe.role_name(item.role);
    out += field_end;
    out += std::to_string(item.state) + field_end;
    for (float const side : {item.rect.x, item.rect.y, item.rect.width, item.rect.height}) out += std::to_string(std::lround(side)) + field_end;
    append_text(out, item.label);
    out += field_end;
    append_text(out, item.value);
  }
  return out;
}

}  // namespace

void mirror_is_due() { rancang_mirror_schedule(); }

}  // namespace rancang::web

extern "C" {

EMSCRIPTEN_KEEPALIVE void rancang_mirror_due() {
  using namespace rancang;  // NOLINT(google-build-using-namespace)
  web::FrameLoop& loop = web::frame_loop();
  if (!loop.probe().items) return;
  static std::uint32_t told = 0;
  loop.step_for(probe::Reader::mirror);
  if (told == loop.probe().generation()) return;
  told = loop.probe().generation();
  std::string const text = web::listed(loop.probe());
  rancang_mirror_update(text.data(), static_cast<int>(text.size()));
}

EMSCRIPTEN_KEEPALIVE void rancang_press(float x, float y) { rancang::web::click_at(x, y); }

}  // extern "C"
