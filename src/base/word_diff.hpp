#pragma once
// Two texts compared word by word: which stretches of each the other lacks. For showing versions side by side.
// Must not know: languages, screens.
#include <cstdint>
#include <string_view>
#include <vector>

namespace rancang {

struct TextSpan {  // bytes [from, to)
  std::uint32_t from = 0, to = 0;
  friend bool operator==(TextSpan a, TextSpan b) { return a.from == b.from && a.to == b.to; }
};
struct WordDiff {
  std::vector<TextSpan> first, second;  // what only this side says; neighbouring words are one span
};
// The longest common sequence of words between equal beginnings and ends. Where what differs is longer than some hundred words, all of it is marked.
WordDiff word_diff(std::string_view first, std::string_view second);

}  // namespace rancang
