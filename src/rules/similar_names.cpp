#include "rules/similar_names.hpp"

#include <algorithm>
#include <bit>
#include <cstdlib>

#include "base/order.hpp"

namespace rancang {
namespace {
constexpr std::array<std::string_view, 16> small_words{"atau", "bagi", "dalam", "dan", "dari", "dengan", "di", "ke", "of", "oleh", "pada", "para", "serta", "the", "untuk", "yang"};
constexpr std::size_t shortest_slip = 5;       // letters of a word in which one slip is believed
constexpr std::size_t shortest_two_slips = 9;  // … and two
constexpr int most_slips = 2;
constexpr int most_different_bits = 6 * most_slips;  // a slip changes at most three letter triples on each side

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
bool has_digit(std::string_view word) { return std::any_of(word.begin(), word.end(), is_digit); }

// Edit distance, given up beyond `most`.
bool within_edits(std::string_view a, std::string_view b, std::size_t most) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most || a.size() > 60) return false;
  std::array<std::size_t, 64> row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t const replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()] <= most;
}

bool is_slip(std::string_view a, std::string_view b) {
  std::size_t const shorter = std::min(a.size(), b.size());
  if (shorter < shortest_slip || has_digit(a) || has_digit(b)) return false;
  return within_edits(a, b, shorter >= shortest_two_slips ? most_slips : 1);
}
}  // namespace

std::uint64_t hash_text(std::string_view text, std::uint64_t seed) {
  std::uint64_t hash = 0xCBF2'9CE4'8422'2325ULL ^ seed;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x0000'0100'0000'01B3ULL;
  hash = (hash ^ (hash >> 32)) * 0xD6E8'FEB8'6659'FD93ULL;
  return hash ^ (hash >> 32);
}

NameWords::NameWords(std::string_view folded) {
  letters_.reserve(folded.size());
  words_.reserve(8);
  std::uint32_t start = 0;
  auto const end_word = [&] {
    std::string_view const word = std::string_view(letters_).substr(start);
    if (word.empty()) return;
    if (std::binary_search(small_words.begin(), small_words.end(), word)) letters_.resize(start);
    else words_.push_back({start, static_cast<std::uint32_t>(word.size())});
    start = static_cast<std::uint32_t>(letters_.size());
  };
  for (std::size_t i = 0; i < folded.size(); ++i) {
    char const c = folded[i];
    if (c == '-' || c == '\'') continue;
    if (c == '\xE2' && folded.substr(i, 2) == "\xE2\x80") {  // dashes, curly quotes, ellipsis
      end_word();
      i += 2;
    } else if (is_word(c)) {
      letters_ += c;
    } else {
      end_word();
    }
  }
  end_word();
  std::string_view const letters = letters_;
  sort_list(words_, [letters](Word const& a, Word const& b) { return letters.substr(a.start, a.length) < letters.substr(b.start, b.length); });
}

// The same words but for one, which is a slip of the other's.
bool are_similar(NameWords const& a, NameWords const& b) {
  if (a.size() == 0 || b.size() == 0) return false;
  std::string_view only_a, only_b;
  std::size_t count_a = 0, count_b = 0, i = 0, j = 0;
  while ((i < a.size() || j < b.size()) && count_a < 2 && count_b < 2) {
    int const order = i == a.size() ? 1 : j == b.size() ? -1 : a[i].compare(b[j]);
    if (order < 0) only_a = a[i], ++count_a;
    if (order > 0) only_b = b[j], ++count_b;
    if (order <= 0) ++i;
    if (order >= 0) ++j;
  }
  if (count_a == 0 && count_b == 0) return true;
  return count_a == 1 && count_b == 1 && a.size() > 1 && is_slip(only_a, only_b);
}

std::array<HalfName, 2> halves_of(NameWords const& words) {
  std::array<HalfName, 2> halves;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string_view const word = words[i];
    std::size_t const own = i < words.size() / 2 ? 0 : 1;
    HalfName& other = halves[1 - own];
    halves[own].key = hash_text(word, halves[own].key + own + 1);
    for (std::size_t at = 0; at < word.size(); ++at) other.letters |= 1ULL << (hash_text(word.substr(at, 3)) & 63u);
    ++other.words;
    other.length = static_cast<std::uint16_t>(other.length + word.size());
  }
  return halves;
}

bool may_be_similar(HalfName const& a, HalfName const& b) {
  int const longer = std::abs(a.length - b.length);
  return a.words == b.words && longer <= most_slips && std::popcount(a.letters ^ b.letters) <= most_different_bits;
}

}  // namespace rancang
