#include "base/number_text.hpp"

#include "base/number_parts.hpp"

namespace rancang {
using namespace number_parts;
namespace {
constexpr std::string_view minus_sign = "\u2212";

constexpr std::uint64_t power_of_ten(int exponent) {
  std::uint64_t value = 1;
  for (int i = 0; i < exponent; ++i) value *= 10;
  return value;
}
std::uint64_t magnitude(std::int64_t value) { return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value); }
std::uint64_t divide_rounded(std::uint64_t value, std::uint64_t by) { return value / by + (value % by >= by - value % by ? 1 : 0); }

// digits of `value` grouped by threes
void append_grouped(std::string& out, std::uint64_t value, NumberStyle style) {
  std::string const digits = std::to_string(value);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += signs_of(style).group;
    out += digits[i];
  }
}

// value / 10^places with its zeros at the end dropped
void append_scaled(std::string& out, std::uint64_t value, int places, NumberStyle style) {
  std::uint64_t const scale = power_of_ten(places);
  append_grouped(out, value / scale, style);
  std::string fraction = std::to_string(value % scale + scale).substr(1);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  if (!fraction.empty()) (out += signs_of(style).decimal) += fraction;
}

std::string signed_text(bool negative, std::uint64_t value, int places, NumberStyle style) {
  std::string out(negative && value != 0 ? minus_sign : std::string_view());
  append_scaled(out, value, places, style);
  return out;
}
}  // namespace

std::string format_integer(std::int64_t value, NumberStyle style) { return signed_text(value < 0, magnitude(value), 0, style); }

std::string format_decimal(Decimal value, NumberStyle style, int max_places) {
  int const places = max_places < 0 ? 0 : max_places > 6 ? 6 : max_places;
  return signed_text(value.micros < 0, divide_rounded(magnitude(value.micros), power_of_ten(6 - places)), places, style);
}

std::string format_money(Money value, MoneyUnit unit, NumberStyle style, int max_places) {
  int const most = unit_places(unit);
  int const places = max_places < 0 ? 0 : max_places > most ? most : max_places;
  return signed_text(value.rupiah < 0, divide_rounded(magnitude(value.rupiah), power_of_ten(most - places)), places, style);
}

std::string format_rupiah(Money value, NumberStyle style) {
  std::string out(value.rupiah < 0 ? minus_sign : std::string_view());
  out += "Rp ";
  append_grouped(out, magnitude(value.rupiah), style);
  return out;
}

std::string format_money_short(Money value, NumberStyle style) {
  static constexpr std::string_view words[2][4] = {{" ribu", " juta", " miliar", " triliun"}, {" thousand", " million", " billion", " trillion"}};
  std::uint64_t const size = magnitude(value.rupiah);
  if (size < 1000) return format_integer(value.rupiah, style);
  int step = 0;  // the largest unit in which the amount, as rounded, is at least 1
  while (step < 3 && divide_rounded(size, power_of_ten(3 * step + 1)) >= 100'000) ++step;
  std::string out = signed_text(value.rupiah < 0, divide_rounded(size, power_of_ten(3 * step + 1)), 2, style);
  return out += words[style == NumberStyle::indonesian ? 0 : 1][step];
}

std::string decimal_plain(Decimal value) {
  std::uint64_t const size = magnitude(value.micros);
  std::string out = value.micros < 0 ? "-" : "";
  out += std::to_string(size / micros_per_unit);
  std::string fraction = std::to_string(size % micros_per_unit + micros_per_unit).substr(1);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  if (!fraction.empty()) (out += '.') += fraction;
  return out;
}

}  // namespace rancang
