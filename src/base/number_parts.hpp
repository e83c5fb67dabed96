#pragma once
// Shared by the writers and readers of numbers, money and dates in this folder; nobody else includes it.
// Must not know: what the numbers mean.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/number_text.hpp"

namespace rancang::number_parts {

struct Signs {
  char group, decimal;
};
inline Signs signs_of(NumberStyle style) { return style == NumberStyle::indonesian ? Signs{'.', ','} : Signs{',', '.'}; }

constexpr int unit_places(MoneyUnit unit) { return 3 * static_cast<int>(unit); }

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Folded, with every sort of dash as '-': what all readers look at. Empty when it can't be a number or a date.
std::string readable(std::string_view text);

}  // namespace rancang::number_parts
