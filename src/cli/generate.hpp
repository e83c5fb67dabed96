#pragma once
// Made-up plans of any size, the same for the same seed: for tests, benchmarks and trying things out.
// Must not know: files, clocks, real data.
#include <cstdint>

#include "model/document.hpp"

namespace rancang {

// A whole plan 2023–2027 whose action plan has `action_items` rows under about a quarter as many programmes; agencies, funding sources, indicators, objectives
// and strategies are shared. About 640 bytes of JSON and 24 filled columns a row, years counted as columns. All records are created by one replica.
Document generate_plan(int action_items, std::uint64_t seed);

}  // namespace rancang
