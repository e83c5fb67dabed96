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
  unsigned const wanted = (1u << terms.size()) - 1;
  auto const misses = [&](Slot slot) {
    unsigned found = 0;
    bool counts = field < 0;
    for (Unit const* at = units_of(slot); *at != end_mark;) {
      if (*at < first_word) {
        counts = field < 0 || *at == field;
        ++at;
        continue;
      }
      Word const word = take(at);
      if (counts) found |= masks[word];
      if (found == wanted) return false;
    }
    return true;
  };
  slots.erase(std::remove_if(slots.begin(), slots.end(), misses), slots.end());
}

bool SearchIndex::matches(Slot slot, std::vector<std::string> const& terms, int field) const {
  unsigned const wanted = (1u << terms.size()) - 1;
  unsigned found = 0;
  bool counts = field < 0;
  for (Unit const* at = units_of(slot); *at != end_mark && found != wanted;) {
    if (*at < first_word) {
      counts = field < 0 || *at == field;
      ++at;
      continue;
    }
    Word const word = take(at);
    for (std::size_t i = 0; counts && i < terms.size(); ++i)
      if (words_.text(word).find(terms[i]) != std::string_view::npos) found |= 1u << i;
  }
  return found == wanted;
}

bool SearchIndex::next_word(Slot slot, int field, std::size_t& position, Word& word) const {
  Unit const* const units = units_of(slot);
  Unit const* at = units + position;
  if (position == 0) {
    while (*at != end_mark && *at != field) at += *at >= wide_word ? 2 : 1;
    if (*at == end_mark) return false;
    ++at;
  }
  if (*at < first_word) return false;
  word = take(at);
  position = static_cast<std::size_t>(at - units);
  return true;
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
