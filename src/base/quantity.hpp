#pragma once
// Exact quantities: Decimal (fixed point, six places), Money (whole rupiah), Date (days since 1970-01-01), Year series.
// Must not know: how they are written on screen (number_text.hpp does), binary floating point.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rancang {

struct Decimal {
  std::int64_t micros = 0;  // value × 10^6; |value| ≤ 9·10^12
  friend bool operator==(Decimal a, Decimal b) { return a.micros == b.micros; }
  friend bool operator!=(Decimal a, Decimal b) { return a.micros != b.micros; }
  friend bool operator<(Decimal a, Decimal b) { return a.micros < b.micros; }
};
constexpr std::int64_t micros_per_unit = 1'000'000;
constexpr std::int64_t decimal_limit_micros = 9'000'000'000'000'000'000;

struct Money {
  std::int64_t rupiah = 0;  // |value| ≤ 2^53, so that any JSON reader and spreadsheet keeps it exact
  friend bool operator==(Money a, Money b) { return a.rupiah == b.rupiah; }
  friend bool operator!=(Money a, Money b) { return a.rupiah != b.rupiah; }
  friend bool operator<(Money a, Money b) { return a.rupiah < b.rupiah; }
};
constexpr std::int64_t money_limit = 9'007'199'254'740'992;

using Year = std::int16_t;  // 0 = not given
constexpr Year year_min = 1900, year_max = 2200;

struct Date {
  std::int32_t days = 0;  // since 1970-01-01, proleptic Gregorian
  friend bool operator==(Date a, Date b) { return a.days == b.days; }
  friend bool operator!=(Date a, Date b) { return a.days != b.days; }
  friend bool operator<(Date a, Date b) { return a.days < b.days; }
};
struct Ymd {
  int year = 1970, month = 1, day = 1;
};
std::optional<Date> make_date(Ymd ymd);  // nullopt for 31 February and the like, years outside 1900–2200
Ymd date_parts(Date date);
std::optional<Date> parse_iso_date(std::string_view text);  // "2022-09-08" only
std::string iso_date(Date date);

// A value per plan year, sorted by year, at most one per year; a missing year is "not given", which differs from zero.
template <class T>
struct YearSeries {
  std::vector<std::pair<Year, T>> values;
  friend bool operator==(YearSeries const& a, YearSeries const& b) { return a.values == b.values; }
  friend bool operator!=(YearSeries const& a, YearSeries const& b) { return !(a == b); }
};

}  // namespace rancang
