#include <array>

#include "base/number_parts.hpp"
#include "base/utf8.hpp"

namespace rancang {
namespace number_parts {

constexpr std::size_t longest_input = 64;  // bytes of a folded number; more is no number

std::string readable(std::string_view text) {
  if (text.size() > 4 * longest_input) return {};
  std::string const folded = utf8::fold(text);
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    char32_t const c = utf8::next(folded, at);
    if (c == 0x2212 || c == 0x2013) out += '-';
    else utf8::append(out, c);
  }
  return out.size() <= longest_input ? out : std::string();
}

}  // namespace number_parts

using namespace number_parts;
namespace {
std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

struct Digits {  // ± whole.fraction
  bool negative = false;
  std::string whole, fraction;
};

struct Runs {  // digit runs and the separators between them: runs.size() == separators.size() + 1
  std::vector<std::string_view> runs;
  std::string separators;
};

std::optional<Runs> split_runs(std::string_view text) {
  Runs out;
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_digit(text[i])) continue;
    if (text[i] != '.' && text[i] != ',' && text[i] != ' ') return std::nullopt;
    out.runs.push_back(text.substr(start, i - start));
    out.separators += text[i];
    start = i + 1;
  }
  out.runs.push_back(text.substr(start));
  return out;
}

// Whether the first `count` runs are a number grouped by threes with one sort of separator.
bool groups(Runs const& in, std::size_t count) {
  if (count == 1) return true;
  if (in.runs[0].empty() || in.runs[0].size() > 3 || in.runs[0][0] == '0') return false;
  for (std::size_t i = 1; i < count; ++i)
    if (in.runs[i].size() != 3 || in.separators[i - 1] != in.separators[0]) return false;
  return true;
}

// Unsigned digits with separators. The style's decimal sign is one wherever it stands alone; the other one groups if it can, else it is read as
// decimal; two different signs explain themselves, whichever style they come from.
std::optional<Digits> read_digits(std::string_view text, NumberStyle style) {
  auto const in = split_runs(text);
  if (!in) return std::nullopt;
  std::size_t const count = in->runs.size();
  char const last = in->separators.empty() ? '\0' : in->separators.back();
  bool const last_is_single = in->separators.find(last) + 1 == in->separators.size();
  bool const has_other = in->separators.find_first_not_of(last) != std::string::npos;
  bool const whole_groups = groups(*in, count) && !(count > 1 && in->runs.back().empty());
  bool decimal = false;
  if (count > 1) {
    bool const may_be_decimal = last != ' ' && last_is_single;
    bool const must_group = whole_groups && !(last == signs_of(style).decimal && last_is_single);
    decimal = may_be_decimal && (has_other || !must_group);
    if (!decimal && !whole_groups) return std::nullopt;
    if (decimal && !groups(*in, count - 1)) return std::nullopt;
  }
  Digits out;
  for (std::size_t i = 0; i < count - (decimal ? 1 : 0); ++i) out.whole += in->runs[i];
  if (decimal) out.fraction = in->runs.back();
  if (out.whole.empty() && out.fraction.empty()) return std::nullopt;
  return out;
}

bool take_sign(std::string_view& text, bool& negative) {
  if (text.empty() || (text[0] != '-' && text[0] != '+')) return false;
  negative = text[0] == '-';
  text = trimmed(text.substr(1));
  return true;
}

std::optional<Digits> read_number(std::string_view text, NumberStyle style) {
  bool negative = false;
  take_sign(text, negative);
  auto out = read_digits(text, style);
  if (out) out->negative = negative;
  return out;
}

// ± whole.fraction × 10^places as an integer, rounded half away from zero; nullopt past `limit`.
std::optional<std::int64_t> scaled(Digits const& in, int places, std::uint64_t limit) {
  std::string digits = in.whole + in.fraction.substr(0, static_cast<std::size_t>(places));
  if (in.fraction.size() < static_cast<std::size_t>(places)) digits.append(static_cast<std::size_t>(places) - in.fraction.size(), '0');
  std::uint64_t value = 0;
  for (char c : digits)
    if (__builtin_mul_overflow(value, std::uint64_t{10}, &value) || __builtin_add_overflow(value, static_cast<std::uint64_t>(c - '0'), &value)) return std::nullopt;
  if (in.fraction.size() > static_cast<std::size_t>(places) && in.fraction[static_cast<std::size_t>(places)] >= '5' && ++value == 0) return std::nullopt;
  if (value > limit) return std::nullopt;
  return static_cast<std::int64_t>(in.negative ? 0 - value : value);
}

// ---- money words ----
struct Suffix {
  std::string_view word;
  int places;  // rupiah = number × 10^places
};
constexpr std::array common_suffixes{Suffix{"rb", 3},      Suffix{"ribu", 3},    Suffix{"k", 3},        Suffix{"thousand", 3}, Suffix{"jt", 6},      Suffix{"juta", 6},
                                     Suffix{"mn", 6},      Suffix{"million", 6}, Suffix{"miliar", 9},   Suffix{"milyar", 9},   Suffix{"bn", 9},      Suffix{"billion", 9},
                                     Suffix{"t", 12},      Suffix{"tn", 12},     Suffix{"triliun", 12}, Suffix{"trilyun", 12}, Suffix{"trillion", 12}};
constexpr std::array indonesian_suffixes{Suffix{"m", 9}};  // m = miliar here, million there
constexpr std::array english_suffixes{Suffix{"m", 6}, Suffix{"b", 9}};

template <std::size_t N>
std::optional<int> find_suffix(std::array<Suffix, N> const& suffixes, std::string_view word) {
  for (auto const& suffix : suffixes)
    if (suffix.word == word) return suffix.places;
  return std::nullopt;
}
std::optional<int> suffix_places(std::string_view word, NumberStyle style) {
  if (auto const places = find_suffix(common_suffixes, word)) return places;
  return style == NumberStyle::indonesian ? find_suffix(indonesian_suffixes, word) : find_suffix(english_suffixes, word);
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (text.substr(0, prefix.size()) != prefix) return false;
  text = trimmed(text.substr(prefix.size()));
  return true;
}
bool take_currency(std::string_view& text) { return take_prefix(text, "rp.") || take_prefix(text, "rp") || take_prefix(text, "idr"); }

// "1.250.000,-" says "no cents".
void drop_no_cents(std::string_view& text) {
  std::size_t const dash = text.find_last_not_of('-');
  if (dash != std::string_view::npos && dash + 1 < text.size() && (text[dash] == ',' || text[dash] == '.')) text = trimmed(text.substr(0, dash));
}
}  // namespace

std::optional<std::int64_t> parse_integer(std::string_view text, NumberStyle style) {
  auto const number = read_number(readable(text), style);
  if (!number || number->fraction.find_first_not_of('0') != std::string::npos) return std::nullopt;
  constexpr std::uint64_t most = std::uint64_t{1} << 63;
  return scaled(*number, 0, number->negative ? most : most - 1);
}

std::optional<Decimal> parse_decimal(std::string_view text, NumberStyle style) {
  auto const number = read_number(readable(text), style);
  auto const micros = number ? scaled(*number, 6, decimal_limit_micros) : std::nullopt;
  return micros ? std::optional(Decimal{*micros}) : std::nullopt;
}

std::optional<Money> parse_money(std::string_view text, MoneyUnit unit, NumberStyle style) {
  std::string const given = readable(text);
  std::string_view rest = given;
  bool negative = false;
  if (rest.size() > 2 && rest.front() == '(' && rest.back() == ')') {  // accountants' minus
    rest = trimmed(rest.substr(1, rest.size() - 2));
    negative = true;
  }
  bool const sign_given = take_sign(rest, negative) || negative;
  bool const currency_given = take_currency(rest);
  if (!sign_given) take_sign(rest, negative);
  drop_no_cents(rest);
  std::size_t const word = rest.find_first_not_of("0123456789., ");
  int places = currency_given ? 0 : unit_places(unit);
  if (word != std::string_view::npos) {
    auto const given_places = suffix_places(trimmed(rest.substr(word)), style);
    if (!given_places) return std::nullopt;
    places = *given_places;
    rest = trimmed(rest.substr(0, word));
  }
  auto number = read_digits(rest, style);
  if (!number) return std::nullopt;
  number->negative = negative;
  auto const rupiah = scaled(*number, places, money_limit);
  return rupiah ? std::optional(Money{*rupiah}) : std::nullopt;
}

std::optional<Decimal> parse_decimal_plain(std::string_view text) {
  bool const negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  std::size_t const point = text.find('.');
  std::string_view const whole = text.substr(0, point), fraction = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (whole.empty() || whole.size() > 13 || (whole.size() > 1 && whole[0] == '0') || fraction.size() > 6) return std::nullopt;
  if (point != std::string_view::npos && fraction.empty()) return std::nullopt;
  std::uint64_t micros = 0;  // 13 + 6 digits fit
  for (std::string_view part : {whole, fraction})
    for (char c : part) {
      if (!is_digit(c)) return std::nullopt;
      micros = micros * 10 + static_cast<std::uint64_t>(c - '0');
    }
  for (std::size_t places = fraction.size(); places < 6; ++places) micros *= 10;
  if (micros > decimal_limit_micros) return std::nullopt;
  return Decimal{negative ? -static_cast<std::int64_t>(micros) : static_cast<std::int64_t>(micros)};
}

}  // namespace rancang
