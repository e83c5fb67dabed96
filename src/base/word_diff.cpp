#include "base/word_diff.hpp"

#include <algorithm>

namespace rancang {
namespace {
constexpr std::size_t most_words = 400;

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

struct Words {
  std::string_view text;
  std::vector<TextSpan> spans;

  explicit Words(std::string_view given) : text(given) {
    for (std::uint32_t at = 0; at < text.size();) {
      while (at < text.size() && is_blank(text[at])) ++at;
      std::uint32_t const from = at;
      while (at < text.size() && !is_blank(text[at])) ++at;
      if (at > from) spans.push_back({from, at});
    }
  }
  std::string_view word(std::size_t i) const { return text.substr(spans[i].from, spans[i].to - spans[i].from); }
};

struct Range {
  std::size_t from = 0, to = 0;
  std::size_t size() const { return to - from; }
};

// Words that follow each other become one span, the blanks between them included.
void mark(Words const& words, std::size_t i, std::vector<TextSpan>& out) {
  if (i > 0 && !out.empty() && out.back().to == words.spans[i - 1].to) out.back().to = words.spans[i].to;
  else out.push_back(words.spans[i]);
}

// Lengths of the longest common sequence of every pair of tails; row by row.
std::vector<std::uint16_t> common_lengths(Words const& a, Range ra, Words const& b, Range rb) {
  std::size_t const width = rb.size() + 1;
  std::vector<std::uint16_t> length((ra.size() + 1) * width);
  for (std::size_t i = ra.size(); i-- > 0;)
    for (std::size_t j = rb.size(); j-- > 0;) {
      std::uint16_t const below = length[(i + 1) * width + j], right = length[i * width + j + 1];
      bool const same = a.word(ra.from + i) == b.word(rb.from + j);
      length[i * width + j] = same ? static_cast<std::uint16_t>(length[(i + 1) * width + j + 1] + 1) : std::max(below, right);
    }
  return length;
}
}  // namespace

WordDiff word_diff(std::string_view first, std::string_view second) {
  WordDiff out;
  Words const a(first), b(second);
  Range ra{0, a.spans.size()}, rb{0, b.spans.size()};
  while (ra.size() > 0 && rb.size() > 0 && a.word(ra.from) == b.word(rb.from)) ++ra.from, ++rb.from;
  while (ra.size() > 0 && rb.size() > 0 && a.word(ra.to - 1) == b.word(rb.to - 1)) --ra.to, --rb.to;
  std::size_t i = 0, j = 0;
  if (ra.size() > 0 && rb.size() > 0 && ra.size() <= most_words && rb.size() <= most_words) {
    auto const length = common_lengths(a, ra, b, rb);
    std::size_t const width = rb.size() + 1;
    while (i < ra.size() && j < rb.size()) {
      if (a.word(ra.from + i) == b.word(rb.from + j)) ++i, ++j;
      else if (length[(i + 1) * width + j] >= length[i * width + j + 1]) mark(a, ra.from + i++, out.first);
      else mark(b, rb.from + j++, out.second);
    }
  }
  while (i < ra.size()) mark(a, ra.from + i++, out.first);
  while (j < rb.size()) mark(b, rb.from + j++, out.second);
  return out;
}

}  // namespace rancang
