#include "base/quantity.hpp"

namespace rancang {
namespace {
// Days from civil and back: the era arithmetic of the proleptic Gregorian calendar (400 years = 146,097 days).
std::int32_t days_from_civil(int year, int month, int day) {
  year -= month <= 2;
  int const era = (year >= 0 ? year : year - 399) / 400;
  int const year_of_era = year - era * 400;
  int const day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int const day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}
bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }
int days_in_month(int year, int month) {
  static constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}
std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}
void append_padded(std::string& out, int value, std::size_t width) {
  std::string const text = std::to_string(value);
  out.append(width > text.size() ? width - text.size() : 0, '0').append(text);
}
}  // namespace

std::optional<Date> make_date(Ymd ymd) {
  if (ymd.year < year_min || ymd.year > year_max || ymd.month < 1 || ymd.month > 12) return std::nullopt;
  if (ymd.day < 1 || ymd.day > days_in_month(ymd.year, ymd.month)) return std::nullopt;
  return Date{days_from_civil(ymd.year, ymd.month, ymd.day)};
}

Ymd date_parts(Date date) {
  int const shifted = date.days + 719468;
  int const era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  int const day_of_era = shifted - era * 146097;
  int const year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int const day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int const shifted_month = (5 * day_of_year + 2) / 153;
  int const day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  int const month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  auto const year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return make_date({*year, *month, *day});
}

std::string iso_date(Date date) {
  Ymd const ymd = date_parts(date);
  std::string out;
  append_padded(out, ymd.year, 4);
  out += '-';
  append_padded(out, ymd.month, 2);
  out += '-';
  append_padded(out, ymd.day, 2);
  return out;
}

}  // namespace rancang
