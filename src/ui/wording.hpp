#pragma once
// Which texts sentences are made of just now: changes with the language, and when the texts come that the page fetches late. A key of caches of finished sentences.
// Must not know: what is cached.
#include "text/strings_generated.hpp"

namespace rancang {

struct Wording {
  Language language = Language::id;
  HelpTexts const* late = nullptr;
  friend bool operator==(Wording const&, Wording const&) = default;
};
inline Wording wording_of(Strings const& s) { return {s.language, s.help[static_cast<int>(s.language)]}; }

}  // namespace rancang
