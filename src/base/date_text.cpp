#include <algorithm>
#include <array>
#include <vector>

#include "base/number_parts.hpp"
#include "base/utf8.hpp"

namespace rancang {
using namespace number_parts;
namespace {
using MonthNames = std::array<std::string_view, 12>;
constexpr MonthNames indonesian_months{"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"};
constexpr MonthNames english_months{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};

std::string date_text(Date date, NumberStyle style, std::size_t letters) {
  Ymd const ymd = date_parts(date);
  auto const& names = style == NumberStyle::indonesian ? indonesian_months : english_months;
  std::string out = std::to_string(ymd.day) + ' ';
  out += names[static_cast<std::size_t>(ymd.month - 1)].substr(0, letters);
  return (out += ' ') += std::to_string(ymd.year);
}

// 1–12, or 0: at least three letters of a name in either language.
int month_of(std::string_view word) {
  if (word.size() < 3) return 0;
  if (word == "agt") return 8;
  for (auto const* names : {&indonesian_months, &english_months})
    for (std::size_t i = 0; i < names->size(); ++i)
      if (word.size() <= (*names)[i].size() && utf8::fold((*names)[i]).compare(0, word.size(), word) == 0) return static_cast<int>(i) + 1;
  return 0;
}

int small_number(std::string_view digits) {  // −1 unless one to four digits
  if (digits.empty() || digits.size() > 4) return -1;
  int value = 0;
  for (char c : digits) {
    if (!is_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::vector<std::string_view> date_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t const end = std::min(text.find_first_of(" /-.,", at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}
}  // namespace

std::string format_date(Date date, NumberStyle style) { return date_text(date, style, std::string_view::npos); }
std::string format_date_short(Date date, NumberStyle style) { return date_text(date, style, 3); }

std::optional<Date> parse_date(std::string_view text) {
  std::string const given = readable(text);
  auto const words = date_words(given);
  if (words.size() != 3) return std::nullopt;
  int const first = small_number(words[0]), second = small_number(words[1]), third = small_number(words[2]);
  if (first >= 1000) return words[0].size() == 4 ? make_date({first, second, third}) : std::nullopt;  // 2022-09-08
  if (third < 1000) return std::nullopt;                                                              // years have four digits
  if (first > 0) return make_date({third, second > 0 ? second : month_of(words[1]), first});          // day, month, year
  return make_date({third, month_of(words[0]), second});                                              // September 8, 2022
}

}  // namespace rancang
