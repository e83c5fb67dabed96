#pragma once
// What the words after the program's name mean: a command, its files, its options.
// Must not know: what commands do.
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace rancang {

struct Arguments {
  std::string command;
  std::vector<std::string> files;
  std::map<std::string, std::string, std::less<>> options;  // "--type" → "action_item"; switches → ""

  bool has(std::string_view option) const { return options.find(option) != options.end(); }
  std::string get(std::string_view option) const {
    auto const at = options.find(option);
    return at == options.end() ? std::string() : at->second;
  }
  // A whole number of at least `least`; nullopt: not such a number.
  std::optional<std::uint64_t> number(std::string_view option, std::uint64_t least) const;
};

// An option of a command; all options start with two dashes, "-o" is short for "--output".
struct OptionInfo {
  std::string_view name;
  bool takes_value;
};
// Errors (catalogue "cli."): cli.unknown_option {option}, cli.missing_value {option}.
Result<Arguments> parse_arguments(std::vector<std::string> const& words, std::span<OptionInfo const> options);

}  // namespace rancang
