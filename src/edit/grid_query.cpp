#include "edit/grid_query.hpp"

#include <algorithm>

namespace rancang {

std::int64_t SeriesTotal::of(Year year) const {
  if (year == 0) return total;
  auto const at = std::lower_bound(years.begin(), years.end(), year, [](auto const& pair, Year key) { return pair.first < key; });
  return at != years.end() && at->first == year ? at->second : 0;
}

std::int64_t GridTotals::of(int field, Year year) const {
  for (auto const& one : series)
    if (one.field == field) return one.of(year);
  return 0;
}

}  // namespace rancang
