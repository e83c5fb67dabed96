#include "text/help_texts.hpp"

#include <algorithm>

#include "base/order.hpp"

namespace rancang {

HelpTexts::HelpTexts(std::string lines) { set(std::move(lines)); }

void HelpTexts::set(std::string lines) {
  lines_ = std::move(lines);
  entries_.clear();
  std::string_view rest = lines_;
  while (!rest.empty()) {
    std::string_view const line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (std::size_t const tab = line.find('\t'); tab != std::string_view::npos) entries_.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  }
  sort_list(entries_);
}

std::optional<std::string_view> HelpTexts::find(std::string_view key) const {
  auto const at = std::lower_bound(entries_.begin(), entries_.end(), key, [](auto const& entry, std::string_view wanted) { return entry.first < wanted; });
  if (at == entries_.end() || at->first != key) return std::nullopt;
  return at->second;
}

}  // namespace rancang
