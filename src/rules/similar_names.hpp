#pragma once
// When two names probably mean the same thing: other word order, "e-government" and "egovernment", a slip in one long word. Figures never count as slips.
// Must not know: records, documents, findings.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rancang {

// Words of a folded name that carry meaning, sorted; hyphens and apostrophes join, small words (dan, di, untuk …) are left out.
class NameWords {
 public:
  explicit NameWords(std::string_view folded);
  std::size_t size() const { return words_.size(); }
  std::string_view operator[](std::size_t i) const { return std::string_view(letters_).substr(words_[i].start, words_[i].length); }

 private:
  struct Word {
    std::uint32_t start, length;
  };
  std::string letters_;  // all words without what stands between them: two allocations for a name, not one for each word
  std::vector<Word> words_;
};
bool are_similar(NameWords const& a, NameWords const& b);

// One half of a name's words, in order of the alphabet, to find the names that share it; and a sketch of the other half, to tell most of them apart cheaply.
// Similar names share at least one half, unless the slip moves its word to another place in the alphabet.
struct HalfName {
  std::uint64_t key = 0;      // hash of the half; 0 = it has no words
  std::uint64_t letters = 0;  // of the other half: set of letter triples, number of words, bytes
  std::uint16_t words = 0, length = 0;
};
std::array<HalfName, 2> halves_of(NameWords const& words);
bool may_be_similar(HalfName const& a, HalfName const& b);  // with the same key; false = certainly not

std::uint64_t hash_text(std::string_view text, std::uint64_t seed = 0);

}  // namespace rancang
