#pragma once
// Exposes a BenchHook to the page (web/bench_hook.js); used only with ?bench.
// Must not know: what is measured.
#include "platform/bench_hook.hpp"

namespace rancang::web {

void set_bench_hook(BenchHook* hook);
void mark_frame_for_bench();  // after each drawn frame

}  // namespace rancang::web
