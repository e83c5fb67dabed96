#include "base/quantity.hpp"

#include <doctest/doctest.h>

using namespace rancang;

TEST_CASE("every day from 1900 to 2200 is a date, and its parts give it back") {
  Date const first = *make_date({1900, 1, 1}), last = *make_date({2200, 12, 31});
  CHECK(make_date({1970, 1, 1})->days == 0);
  CHECK(last.days - first.days == 109'937);  // 301 years, 73 of them leap years
  for (Date date = first; date < last; ++date.days) {
    Ymd const ymd = date_parts(date);
    REQUIRE(make_date(ymd) == std::optional(date));
    REQUIRE(parse_iso_date(iso_date(date)) == std::optional(date));
  }
}

TEST_CASE("days that are not in the calendar are refused") {
  CHECK(make_date({2024, 2, 29}));
  CHECK(make_date({2000, 2, 29}));
  CHECK_FALSE(make_date({2023, 2, 29}));
  CHECK_FALSE(make_date({1900, 2, 29}));
  CHECK_FALSE(make_date({2023, 4, 31}));
  CHECK_FALSE(make_date({2023, 0, 1}));
  CHECK_FALSE(make_date({2023, 13, 1}));
  CHECK_FALSE(make_date({2023, 1, 0}));
  CHECK_FALSE(make_date({1899, 12, 31}));
  CHECK_FALSE(make_date({2201, 1, 1}));
}

TEST_CASE("the date of a file has one form only") {
  CHECK(iso_date(*make_date({2022, 9, 8})) == "2022-09-08");
  for (auto const* text : {"", "2022-9-8", "2022/09/08", "2022-09-08 ", "08-09-2022", "2022-02-30", "20a2-09-08"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_date(text));
  }
}

TEST_CASE("a year that is not given differs from one that is zero") {
  YearSeries<Money> const none, zero{{{2023, {0}}}};
  CHECK(none != zero);
  CHECK(zero == YearSeries<Money>{{{2023, {0}}}});
}
