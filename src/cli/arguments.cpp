#include "cli/arguments.hpp"

#include <algorithm>
#include <charconv>

namespace rancang {

std::optional<std::uint64_t> Arguments::number(std::string_view option, std::uint64_t least) const {
  std::string const text = get(option);
  std::uint64_t value = 0;
  auto const [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size() || value < least) return std::nullopt;
  return value;
}

Result<Arguments> parse_arguments(std::vector<std::string> const& words, std::span<OptionInfo const> options) {
  Arguments out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string const word = words[i] == "-o" ? "--output" : words[i];
    if (word.size() < 2 || word[0] != '-') {
      if (out.command.empty()) out.command = word;
      else out.files.push_back(word);
      continue;
    }
    auto const equals = word.find('=');
    std::string const name = word.substr(0, equals);
    auto const known = std::find_if(options.begin(), options.end(), [&](OptionInfo const& option) { return option.name == name; });
    if (known == options.end() || (!known->takes_value && equals != std::string::npos)) return error("cli.unknown_option", {name});
    if (known->takes_value && equals == std::string::npos && i + 1 == words.size()) return error("cli.missing_value", {name});
    out.options[name] = !known->takes_value ? "" : equals != std::string::npos ? word.substr(equals + 1) : words[++i];
  }
  return out;
}

}  // namespace rancang
