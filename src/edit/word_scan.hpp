#pragma once
// How a text falls into folded words: a fast way for plain ASCII, utf8::fold for the rest; both give the same words.
// Must not know: what becomes of the words.
#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.hpp"

namespace rancang {

// `scratch` is reused; a view given to `visit` lives until the call ends.
template <class Visit>
void for_each_word(std::string_view text, std::string& scratch, Visit&& visit) {
  scratch.clear();
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    if (byte > 0x20 && byte < 0x7F) {
      scratch += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
    } else if (byte == ' ') {
      scratch += ' ';
    } else {  // white space of other kinds, controls, letters beyond ASCII
      scratch = utf8::fold(text);
      break;
    }
  }
  std::string_view const folded = scratch;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t const end = std::min(folded.find(' ', at), folded.size());
    if (end > at) visit(folded.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace rancang
