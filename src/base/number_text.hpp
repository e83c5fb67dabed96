#pragma once
// Numbers, money and dates as people write and read them, in Indonesian (1.234,5 · Rp 1.234.567.890 · 8 September 2022) and English form.
// The forms come from the language, never from the device. Catalogue-free: month names are part of the number form.
// Must not know: fields, screens.
#include <optional>
#include <string>
#include <string_view>

#include "base/quantity.hpp"

namespace rancang {

enum class NumberStyle : std::uint8_t { indonesian, english };
enum class MoneyUnit : std::uint8_t { rupiah, thousand, million, billion };  // divisor 1, 10^3, 10^6, 10^9

// Grouped whole number, minus as U+2212: "1.234.567".
std::string format_integer(std::int64_t value, NumberStyle style);
// At most max_places decimals, trailing zeros dropped: 1234.5 → "1.234,5".
std::string format_decimal(Decimal value, NumberStyle style, int max_places = 6);
// Bare amount in a unit, rounded half away from zero to max_places decimals: Rp 1.250.000.000 in million → "1.250".
std::string format_money(Money value, MoneyUnit unit, NumberStyle style, int max_places = 3);
// "Rp 1.234.567.890".
std::string format_rupiah(Money value, NumberStyle style);
// Short form for headings and echoes: "1,23 miliar", "350 juta", "900 ribu", "1,2 triliun" (English: billion, million, thousand, trillion).
std::string format_money_short(Money value, NumberStyle style);
std::string format_date(Date date, NumberStyle style);        // "8 September 2022"
std::string format_date_short(Date date, NumberStyle style);  // "8 Sep 2022"

// Free input. nullopt = not a number. Accepts the style's separators, plain digits, U+2212 and blanks; "1.2.5" is refused;
// a separator is read as decimal when it can't group (Indonesian style: "1.25" → 1.25, "1.250" → 1250).
std::optional<std::int64_t> parse_integer(std::string_view text, NumberStyle style);
std::optional<Decimal> parse_decimal(std::string_view text, NumberStyle style);
// Money: "Rp 1.250.000", "1,25 miliar", "1,23m", "350jt", "350 juta", "350 rb", "2t". A bare number is counted in `unit`.
std::optional<Money> parse_money(std::string_view text, MoneyUnit unit, NumberStyle style);
// "8 September 2022", "8 Sep 2022", "08/09/2022", "8-9-2022", "2022-09-08".
std::optional<Date> parse_date(std::string_view text);

// File form: plain decimal with a point, no grouping: "1234.5". The inverse is exact; more than 6 decimals or other signs are refused.
std::string decimal_plain(Decimal value);
std::optional<Decimal> parse_decimal_plain(std::string_view text);

}  // namespace rancang
