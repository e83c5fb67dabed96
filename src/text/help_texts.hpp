#pragma once
// Texts that are not compiled into the page: longer ones that nobody needs before a plan is on the screen (help of fields, empty states, sentences of
// findings), and all English ones. The page fetches them, as one file for each language.
// Must not know: where the bytes come from, what asks.
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/language.hpp"

namespace rancang {

class HelpTexts {
 public:
  HelpTexts() = default;
  // Lines "<key>\t<text>", sorted by key; a line without a tab is left out.
  explicit HelpTexts(std::string lines);
  HelpTexts(HelpTexts const&) = delete;
  HelpTexts& operator=(HelpTexts const&) = delete;

  void set(std::string lines);
  bool empty() const { return entries_.empty(); }
  // Valid until the next set().
  std::optional<std::string_view> find(std::string_view key) const;

 private:
  std::string lines_;
  std::vector<std::pair<std::string_view, std::string_view>> entries_;
};

// The texts that a program carries; null in the page, which fetches them. Chosen when it is linked: main_web.cpp or the library help_text.
HelpTexts const* embedded_texts(Language language);

}  // namespace rancang
