#include "text/help_texts.hpp"

#include <algorithm>

#include "base/order.hpp"

namespace rancang {

namespace {
// A text of several lines stands on one, its line ends spelt "\\n": put back where it stands.
std::string_view unfolded(std::string_view text) {
  if (text.find("\\n") == std::string_view::npos) return text;
  char* const start = const_cast<char*>(text.data());
  char* out = start;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const line_end = text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n';
    *out++ = line_end ? '\n' : text[i];
    i += line_end;
  }
  return {start, static_cast<std::size_t>(out - start)};
}
}  // namespace

HelpTexts::HelpTexts(std::string lines) { set(std::move(lines)); }

void HelpTexts::set(std::string lines) {
  lines_ = std::move(lines);
  entries_.clear();
  std::string_view rest = lines_;
  while (!rest.empty()) {
    std::string_view const line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (std::size_t const tab = line.find('\t'); tab != std::string_view::npos) entries_.emplace_back(line.substr(0, tab), unfolded(line.substr(tab + 1)));
  }
  sort_list(entries_);
}

std::optional<std::string_view> HelpTexts::find(std::string_view key) const {
  auto const at = std::lower_bound(entries_.begin(), entries_.end(), key, [](auto const& entry, std::string_view wanted) { return entry.first < wanted; });
  if (at == entries_.end() || at->first != key) return std::nullopt;
  return at->second;
}

}  // namespace rancang
