#include "platform/web/bench_web.hpp"

#include <emscripten.h>
#include <emscripten/heap.h>
#include <malloc.h>

#include <array>
#include <cstdlib>

#include "platform/web/frame_loop.hpp"
#include "platform/web/text_web.hpp"

// clang-format off
EM_JS(void, rancang_bench_mark, (double number, double event, double revision), { if (Module.bench) Module.bench.drawn(number, event, revision); });
// clang-format on

namespace rancang::web {
namespace {

struct BenchState {
  BenchHook* hook = nullptr;
  std::string text;                // what a function below answered
  std::array<double, 5> numbers{};
  double drawn_revision = 0;
  BenchRows drawn_rows;
};

BenchState& bench() {
  static BenchState state;
  return state;
}

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> lines;
  std::size_t start = 0;
  for (std::size_t end = 0; end != std::string::npos; start = end + 1) {
    end = text.find('\n', start);
    lines.push_back(text.substr(start, end == std::string::npos ? end : end - start));
  }
  return lines;
}

std::optional<Rect> named_item(std::string const& label) {
  FrameLoop& loop = frame_loop();
  if (!loop.probe().items) return std::nullopt;
  loop.step_for(probe::Reader::bench);
  for (probe::ProbeItem const& item : loop.probe().items()) {
    if (item.label == label && item.role != probe::Role::window && !(item.state & probe::State::offscreen)) return item.rect;
  }
  return std::nullopt;
}

}  // namespace

void set_bench_hook(BenchHook* hook) { bench().hook = hook; }

void mark_frame_for_bench() {
  BenchState& state = bench();
  if (!state.hook) return;
  state.drawn_revision = static_cast<double>(state.hook->revision());
  state.drawn_rows = state.hook->rows();
  FrameStamp const stamp = frame_loop().stamp();
  rancang_bench_mark(stamp.number, stamp.newest_event_ms, state.drawn_revision);
}

}  // namespace rancang::web

using namespace rancang;       // NOLINT(google-build-using-namespace): what follows is called from JavaScript by its plain name
using namespace rancang::web;  // NOLINT(google-build-using-namespace)

extern "C" {

EMSCRIPTEN_KEEPALIVE double rancang_bench_load() {
  auto const revision = static_cast<double>(bench().hook->load(take_text()));
  frame_loop().request();
  return revision;
}

EMSCRIPTEN_KEEPALIVE char const* rancang_bench_save() {
  bench().text = bench().hook->save();
  return bench().text.c_str();
}

EMSCRIPTEN_KEEPALIVE double const* rancang_bench_frame() {
  BenchState& state = bench();
  FrameStamp const stamp = frame_loop().stamp();
  state.numbers = {static_cast<double>(stamp.number), stamp.newest_event_ms, state.drawn_revision, static_cast<double>(state.drawn_rows.first),
                   static_cast<double>(state.drawn_rows.last)};
  return state.numbers.data();
}

EMSCRIPTEN_KEEPALIVE double const* rancang_bench_viewport() {
  BenchRows const rows = bench().hook->rows();
  bench().numbers = {static_cast<double>(rows.first), static_cast<double>(rows.last), static_cast<double>(rows.count)};
  return bench().numbers.data();
}

EMSCRIPTEN_KEEPALIVE char const* rancang_bench_row_id(int index) {
  bench().text = bench().hook->row_id(index);
  return bench().text.c_str();
}

EMSCRIPTEN_KEEPALIVE double const* rancang_bench_rect() {
  std::vector<std::string> lines = lines_of(take_text());
  lines.resize(3);
  std::optional<Rect> const rect = lines[0] == "item" ? named_item(lines[1]) : bench().hook->rect(lines[0], lines[1], lines[2]);
  if (!rect) return nullptr;
  bench().numbers = {rect->x, rect->y, rect->width, rect->height};
  return bench().numbers.data();
}

EMSCRIPTEN_KEEPALIVE char const* rancang_bench_read() {
  std::vector<std::string> lines = lines_of(take_text());
  lines.resize(2);
  bench().text = bench().hook->read(lines[0], lines[1]);
  return bench().text.c_str();
}

EMSCRIPTEN_KEEPALIVE void rancang_bench_scroll(int vertical, float fraction) {
  bench().hook->scroll(vertical != 0, fraction);
  frame_loop().request();
}

EMSCRIPTEN_KEEPALIVE void rancang_bench_command() {
  std::vector<std::string> const lines = lines_of(take_text());
  BenchArguments arguments;
  for (std::size_t i = 1; i + 1 < lines.size(); i += 2) arguments.emplace_back(lines[i], lines[i + 1]);
  bench().hook->command(lines[0], arguments);
  frame_loop().request();
}

// For the test of the rescue page.
EMSCRIPTEN_KEEPALIVE void rancang_bench_abort() { std::abort(); }

EMSCRIPTEN_KEEPALIVE double const* rancang_bench_memory() {
  bench().numbers = {static_cast<double>(mallinfo().uordblks), static_cast<double>(emscripten_get_heap_size())};
  return bench().numbers.data();
}

}  // extern "C"
