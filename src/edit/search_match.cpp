#include <algorithm>

#include "edit/search_index.hpp"
#include "edit/word_scan.hpp"

namespace rancang {

std::vector<std::string> SearchIndex::terms_of(std::string_view text) {
  std::vector<std::string> terms;
  std::string scratch;
  for_each_word(text, scratch, [&](std::string_view word) {
    if (terms.size() < WordTable::most_terms) terms.emplace_back(word);
  });
  return terms;
}

void SearchIndex::filter(std::vector<Slot>& slots, std::vector<std::string> const& terms, int field) const {
  auto const masks = words_.matches(terms);
  auto const wanted = static_cast<unsigned>((1u << terms.size()) - 1);
  constexpr std::uint8_t ends = 0x80;
  // What a unit says by itself: nothing (marks of fields), the terms in its word, or that the record ends here.
  std::vector<std::uint8_t> says(wide_word, 0);
  std::copy_n(masks.begin(), std::min<std::size_t>(masks.size(), wide_word - first_word), says.begin() + first_word);
  says[end_mark] = ends;
  auto const misses_anywhere = [&](Slot slot) {
    unsigned found = 0;
    for (Unit const* at = units_of(slot);;) {
      Unit const unit = *at++;
      std::uint8_t const said = unit < wide_word ? says[unit] : masks[(static_cast<Word>(unit & 0x3FFF) << 16) | *at++];
      if (said == 0) continue;
      found |= said;
      if ((found & wanted) == wanted) return false;
      if (said == ends) return true;
    }
  };
  auto const misses_in_field = [&](Slot slot) {
    unsigned found = 0;
    std::size_t position = 0;
    for (Word word = 0; found != wanted && next_word(slot, field, position, word);) found |= masks[word];
    return found != wanted;
  };
  slots.erase(field < 0 ? std::remove_if(slots.begin(), slots.end(), misses_anywhere) : std::remove_if(slots.begin(), slots.end(), misses_in_field), slots.end());
}

bool SearchIndex::matches(Slot slot, std::vector<std::string> const& terms, int field) const {
  unsigned const wanted = (1u << terms.size()) - 1;
  unsigned found = 0;
  auto const look_at = [&](Word word) {
    for (std::size_t i = 0; i < terms.size(); ++i)
      if (words_.text(word).find(terms[i]) != std::string_view::npos) found |= 1u << i;
  };
  if (field >= 0) {
    std::size_t position = 0;
    for (Word word = 0; found != wanted && next_word(slot, field, position, word);) look_at(word);
    return found == wanted;
  }
  for (Unit const* at = units_of(slot); *at != end_mark && found != wanted;) {
    if (*at < first_word) ++at;
    else look_at(take(at));
  }
  return found == wanted;
}

bool SearchIndex::next_word(Slot slot, int field, std::size_t& position, Word& word) const {
  Unit const* const units = units_of(slot);
  Unit const* at = units + position;
  bool const named = is_named(field);
  if (position == 0 && !named) {
    while (*at != end_mark && *at != field) at += *at >= wide_word ? 2 : 1;
    if (*at == end_mark) return false;
    ++at;
  }
  while (*at >= first_word) {
    word = take(at);
    position = static_cast<std::size_t>(at - units);
    if (!named || words_.owner(word) == field) return true;
  }
  return false;
}

int SearchIndex::compare(Slot a, Slot b, int field) const {
  std::size_t at_a = 0, at_b = 0;
  Word word_a = 0, word_b = 0;
  for (;;) {
    bool const more_a = next_word(a, field, at_a, word_a), more_b = next_word(b, field, at_b, word_b);
    if (!more_a || !more_b) return static_cast<int>(more_a) - static_cast<int>(more_b);
    if (word_a == word_b) continue;
    int const order = words_.text(word_a).compare(words_.text(word_b));
    if (order != 0) return order;
  }
}

}  // namespace rancang
