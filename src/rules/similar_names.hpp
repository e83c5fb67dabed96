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
std::vector<std::string> name_words(std::string_view folded);
bool are_similar(std::vector<std::string> const& a, std::vector<std::string> const& b);  // of name_words

// Fingerprint for finding candidates: similar names share at least one key, unless the slip moves its word to another place in the alphabet.
struct NameSketch {
  std::array<std::uint64_t, 2> keys{};  // of the first and the second half of the words; 0 = none
  std::uint64_t letters = 0;            // set of letter triples; similar names differ in few bits
};
NameSketch sketch_of(std::vector<std::string> const& words);
bool may_be_similar(std::uint64_t letters_a, std::uint64_t letters_b);

std::uint64_t hash_text(std::string_view text, std::uint64_t seed = 0);

}  // namespace rancang
