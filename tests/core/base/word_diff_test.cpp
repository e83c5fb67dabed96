#include <doctest/doctest.h>

#include <string>

#include "base/word_diff.hpp"

using namespace rancang;

namespace {
std::string marked(std::string_view text, std::vector<TextSpan> const& spans) {
  std::string out;
  std::size_t at = 0;
  for (TextSpan const span : spans) {
    out += std::string(text.substr(at, span.from - at)) + "[" + std::string(text.substr(span.from, span.to - span.from)) + "]";
    at = span.to;
  }
  return out + std::string(text.substr(at));
}
std::pair<std::string, std::string> both(std::string_view a, std::string_view b) {
  WordDiff const diff = word_diff(a, b);
  return {marked(a, diff.first), marked(b, diff.second)};
}
using Pair = std::pair<std::string, std::string>;
}  // namespace

TEST_CASE("words that only one text says are marked, what both say is not") {
  CHECK(both("Taman bantaran 1,2 km dengan jalur pejalan kaki dan lampu", "Taman bantaran 900 m dengan jalur pejalan kaki dan titik pantau banjir") ==
        Pair{"Taman bantaran [1,2 km] dengan jalur pejalan kaki dan [lampu]", "Taman bantaran [900 m] dengan jalur pejalan kaki dan [titik pantau banjir]"});
  CHECK(both("a b c", "a b c") == Pair{"a b c", "a b c"});
  CHECK(both("", "satu dua") == Pair{"", "[satu dua]"});
  CHECK(both("satu  dua", "") == Pair{"[satu  dua]", ""});
  CHECK(both("a b", "b a") == Pair{"[a] b", "b [a]"});
  CHECK(both("baris satu\nbaris dua", "baris satu\nbaris tiga") == Pair{"baris satu\nbaris [dua]", "baris satu\nbaris [tiga]"});
}

TEST_CASE("texts of many words are compared in bounded time: what differs is marked as a whole") {
  std::string a = "awal ", b = "awal ";
  for (int i = 0; i < 3000; ++i) a += "x" + std::to_string(i) + " ", b += "x" + std::to_string(i + (i % 2)) + " ";
  a += "akhir", b += "akhir";
  WordDiff const diff = word_diff(a, b);
  REQUIRE(diff.first.size() == 1);
  CHECK(diff.first[0].from > 0);
  CHECK(diff.first[0].to < a.size());
}
