#include "base/number_text.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace rancang;

namespace {
constexpr auto id = NumberStyle::indonesian;
constexpr auto en = NumberStyle::english;

std::int64_t micros(std::string_view text, NumberStyle style = id) {
  auto const value = parse_decimal(text, style);
  REQUIRE_MESSAGE(value, text);
  return value->micros;
}
std::int64_t rupiah(std::string_view text, MoneyUnit unit = MoneyUnit::rupiah, NumberStyle style = id) {
  auto const value = parse_money(text, unit, style);
  REQUIRE_MESSAGE(value, text);
  return value->rupiah;
}

// Numbers of every length, near powers of ten and at the ends of the range.
std::vector<std::int64_t> numbers(std::int64_t limit) {
  std::mt19937_64 random(7);
  std::vector<std::int64_t> out{0, 1, 9, 10, 99, 100, 999, 1000, 1001, 999'999, 1'000'000, limit};
  for (int i = 0; i < 2000; ++i) out.push_back(static_cast<std::int64_t>(random() >> (random() % 64)) % (limit / 2 + 1) * 2 % (limit - 1));
  std::size_t const count = out.size();
  for (std::size_t i = 0; i < count; ++i) out.push_back(-out[i]);
  return out;
}
}  // namespace

TEST_CASE("whole numbers are grouped by threes, with a real minus") {
  CHECK(format_integer(0, id) == "0");
  CHECK(format_integer(999, id) == "999");
  CHECK(format_integer(1000, id) == "1.000");
  CHECK(format_integer(1234567, id) == "1.234.567");
  CHECK(format_integer(1234567, en) == "1,234,567");
  CHECK(format_integer(-1234, id) == "\u22121.234");
  CHECK(format_integer(INT64_MAX, id) == "9.223.372.036.854.775.807");
  CHECK(format_integer(INT64_MIN, en) == "\u22129,223,372,036,854,775,808");
}

TEST_CASE("decimals show what they have and no zeros at the end") {
  CHECK(format_decimal({1'234'500'000}, id) == "1.234,5");
  CHECK(format_decimal({1'234'500'000}, en) == "1,234.5");
  CHECK(format_decimal({86'000'000}, id) == "86");
  CHECK(format_decimal({1}, id) == "0,000001");
  CHECK(format_decimal({-1}, id) == "\u22120,000001");
  CHECK(format_decimal({2'345'678}, id, 2) == "2,35");
  CHECK(format_decimal({2'999'999}, id, 2) == "3");
  CHECK(format_decimal({-500'000}, id, 0) == "\u22121");
  CHECK(format_decimal({-499'999}, id, 0) == "0");
}

TEST_CASE("money is shown in the plan's unit, rounded half away from zero") {
  CHECK(format_money({1'250'000'000}, MoneyUnit::million, id) == "1.250");
  CHECK(format_money({1'250'000'000}, MoneyUnit::billion, id) == "1,25");
  CHECK(format_money({1'250'500}, MoneyUnit::million, id) == "1,251");
  CHECK(format_money({-1'250'500}, MoneyUnit::million, id) == "\u22121,251");
  CHECK(format_money({1'250'500}, MoneyUnit::million, en, 6) == "1.2505");
  CHECK(format_money({499}, MoneyUnit::million, id) == "0");
  CHECK(format_money({1'250'500}, MoneyUnit::rupiah, id) == "1.250.500");
  CHECK(format_rupiah({1'234'567'890}, id) == "Rp 1.234.567.890");
  CHECK(format_rupiah({-5}, en) == "\u2212Rp 5");
}

TEST_CASE("short money picks the unit that leaves it readable") {
  CHECK(format_money_short({0}, id) == "0");
  CHECK(format_money_short({999}, id) == "999");
  CHECK(format_money_short({900'000}, id) == "900 ribu");
  CHECK(format_money_short({350'000'000}, id) == "350 juta");
  CHECK(format_money_short({1'234'567'890}, id) == "1,23 miliar");
  CHECK(format_money_short({1'200'000'000'000}, id) == "1,2 triliun");
  CHECK(format_money_short({-1'234'567'890}, en) == "\u22121.23 billion");
  CHECK(format_money_short({350'000'000}, en) == "350 million");
  CHECK(format_money_short({999'999}, id) == "1 juta");
  CHECK(format_money_short({999'994}, id) == "999,99 ribu");
  CHECK(format_money_short({money_limit}, id) == "9.007,2 triliun");
}

TEST_CASE("a separator is read as the style means it, and as decimal where it can't group") {
  CHECK(micros("1,25") == 1'250'000);
  CHECK(micros("1.25") == 1'250'000);
  CHECK(micros("1.250") == 1'250'000'000);
  CHECK(micros("1,250") == 1'250'000);
  CHECK(micros("1,250", en) == 1'250'000'000);
  CHECK(micros("1.250", en) == 1'250'000);
  CHECK(micros("0.250") == 250'000);
  CHECK(micros("1234.567") == 1'234'567'000);
  CHECK(micros("1.234.567,5") == 1'234'567'500'000);
  CHECK(micros("1,234,567.5") == 1'234'567'500'000);
  CHECK(micros("1,234,567") == 1'234'567'000'000);
  CHECK(micros("1 234 567,5") == 1'234'567'500'000);
  CHECK(micros("1\u00a0234\u202f567") == 1'234'567'000'000);
  CHECK(micros(",5") == 500'000);
  CHECK(micros("5,") == 5'000'000);
  CHECK(micros("  \u22122,5 ") == -2'500'000);
  CHECK(micros("-2,5") == -2'500'000);
  CHECK(micros("+2,5") == 2'500'000);
  CHECK(micros("0,33333333333") == 333'333);
  CHECK(micros("0,66666666666") == 666'667);
}

TEST_CASE("what is no number is refused") {
  for (auto const* text : {"", " ", "-", "+", ",", ".", "1.2.5", "1,2,5", "1.2345.678", "12.34.567", "1.234,5,6", "1,5.", "12 5", "1..2", "--5", "1e5", "0x10", "1a", "abc", "1.250.", "0.123.456",
                           "1/2", "NaN", "5 -", "1.234 567"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_decimal(text, id));
    CHECK_FALSE(parse_integer(text, id));
  }
  CHECK_FALSE(parse_integer("2,5", id));
  CHECK_FALSE(parse_decimal(std::string(5000, '1'), id));
}

TEST_CASE("numbers past the limits are refused, those on them are not") {
  CHECK(micros("9.000.000.000.000") == decimal_limit_micros);
  CHECK_FALSE(parse_decimal("9.000.000.000.000,000001", id));
  CHECK_FALSE(parse_decimal("99999999999999999999999999", id));
  CHECK(*parse_integer("9223372036854775807", id) == INT64_MAX);
  CHECK(*parse_integer("-9223372036854775808", id) == INT64_MIN);
  CHECK_FALSE(parse_integer("9223372036854775808", id));
  CHECK(rupiah("9007199254740992") == money_limit);
  CHECK_FALSE(parse_money("9007199254740993", MoneyUnit::rupiah, id));
  CHECK(rupiah("9007,199254740992 t") == money_limit);
  CHECK_FALSE(parse_money("9008 t", MoneyUnit::rupiah, id));
}

TEST_CASE("money takes the words that people use") {
  for (auto const* text : {"350 juta", "350jt", "350 JT", "350Juta", "Rp 350 juta", "Rp350.000.000", "rp. 350.000.000,-", "350.000.000,00", "0,35 miliar", "0,35m", "350.000 rb", "350000 ribu", "IDR 350 million"}) {
    CAPTURE(text);
    CHECK(rupiah(text) == 350'000'000);
  }
  CHECK(rupiah("1,23m") == 1'230'000'000);
  CHECK(rupiah("1,25 milyar") == 1'250'000'000);
  CHECK(rupiah("2t") == 2'000'000'000'000);
  CHECK(rupiah("1,2 triliun") == 1'200'000'000'000);
  CHECK(rupiah("1.23m", MoneyUnit::rupiah, en) == 1'230'000);
  CHECK(rupiah("1.5 billion", MoneyUnit::rupiah, en) == 1'500'000'000);
  CHECK(rupiah("900k", MoneyUnit::rupiah, en) == 900'000);
  CHECK(rupiah("-Rp 5") == -5);
  CHECK(rupiah("Rp \u22125") == -5);
  CHECK(rupiah("(1.250)") == -1250);
  CHECK_FALSE(parse_money("350 jutaan", MoneyUnit::rupiah, id));
  CHECK_FALSE(parse_money("Rp", MoneyUnit::rupiah, id));
  CHECK_FALSE(parse_money("juta", MoneyUnit::rupiah, id));
  CHECK_FALSE(parse_money("1.2.5 juta", MoneyUnit::rupiah, id));
  CHECK_FALSE(parse_money("5 juta 3", MoneyUnit::rupiah, id));
}

TEST_CASE("a bare amount is counted in the unit, one with Rp in rupiah") {
  CHECK(rupiah("350", MoneyUnit::million) == 350'000'000);
  CHECK(rupiah("1.250,5", MoneyUnit::million) == 1'250'500'000);
  CHECK(rupiah("Rp 1.250.000", MoneyUnit::million) == 1'250'000);
  CHECK(rupiah("2 rb", MoneyUnit::million) == 2'000);
  CHECK(rupiah("1,23456", MoneyUnit::thousand) == 1'235);
}

TEST_CASE("dates are written and read in both languages") {
  Date const date = *make_date({2022, 9, 8});
  CHECK(format_date(date, id) == "8 September 2022");
  CHECK(format_date(*make_date({2023, 8, 17}), id) == "17 Agustus 2023");
  CHECK(format_date_short(*make_date({2023, 8, 17}), id) == "17 Agu 2023");
  CHECK(format_date_short(*make_date({2023, 5, 20}), en) == "20 May 2023");
  for (auto const* text : {"8 September 2022", "8 Sep 2022", "08/09/2022", "8-9-2022", "2022-09-08", "8.9.2022", "08 sept 2022", "September 8, 2022", "8-Sep-2022"}) {
    CAPTURE(text);
    auto const read = parse_date(text);
    REQUIRE(read);
    CHECK(*read == date);
  }
  for (auto const* text : {"", "8 2022", "31/02/2022", "9/25/2022", "8 Foo 2022", "8 Se 2022", "8/9/22", "8 September 2022 pukul 3", "2022", "0/9/2022", "8/9/1899", "8/9/99999"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("every day of a century comes back from both forms in both languages") {
  for (int day = 0; day < 36'525; ++day) {
    Date const date{day};
    for (auto style : {id, en}) {
      REQUIRE(parse_date(format_date(date, style)) == std::optional(date));
      REQUIRE(parse_date(format_date_short(date, style)) == std::optional(date));
    }
    REQUIRE(parse_date(iso_date(date)) == std::optional(date));
  }
}

TEST_CASE("what is written is read back exactly") {
  for (auto style : {id, en}) {
    for (std::int64_t n : numbers(INT64_MAX)) REQUIRE(parse_integer(format_integer(n, style), style) == std::optional(n));
    for (std::int64_t n : numbers(decimal_limit_micros)) {
      Decimal const value{n};
      // A fraction of three digits behind at most three: "1,250" and "1.250" stay apart because the sign decides.
      REQUIRE(parse_decimal(format_decimal(value, style), style) == std::optional(value));
      REQUIRE(parse_decimal_plain(decimal_plain(value)) == std::optional(value));
    }
    for (std::int64_t n : numbers(money_limit)) {
      REQUIRE(parse_money(format_rupiah({n}, style), MoneyUnit::million, style) == std::optional(Money{n}));
      for (auto unit : {MoneyUnit::rupiah, MoneyUnit::thousand, MoneyUnit::million, MoneyUnit::billion})
        REQUIRE(parse_money(format_money({n}, unit, style, 9), unit, style) == std::optional(Money{n}));
    }
  }
}

TEST_CASE("the file form of a decimal is plain and strict") {
  CHECK(decimal_plain({1'234'500'000}) == "1234.5");
  CHECK(decimal_plain({-1}) == "-0.000001");
  CHECK(decimal_plain({0}) == "0");
  CHECK(*parse_decimal_plain("1.50") == Decimal{1'500'000});
  CHECK(*parse_decimal_plain("-0") == Decimal{0});
  for (auto const* text : {"", "-", ".5", "5.", "1,5", "+1", "01", "1.2345678", "1e3", " 1", "--1", "9000000000000.000001", "99999999999999"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_decimal_plain(text));
  }
}
