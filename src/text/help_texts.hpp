#pragma once
// Longer texts that nobody needs before a plan is on the screen: help of fields, empty states, sentences of findings. The page fetches them late, as
// one file for each language.
// Must not know: where the bytes come from, what asks.
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

}  // namespace rancang
