#pragma once
// The command line: arguments → text and an exit code. Files, clock and chance are handed in, so that tests run it in place.
// Must not know: the terminal, the browser.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rancang {

struct CliWorld {
  std::function<std::optional<std::string>(std::string const& path)> read_file;
  std::function<bool(std::string const& path, std::string_view bytes)> write_file;
  std::string now;           // ISO 8601 with offset
  std::uint64_t unix_ms = 0;
  std::function<std::uint64_t()> random;
  std::string out, err;      // what the program prints
  std::function<bool(std::string_view text)> print;  // brings `out` to the standard output once all is done; false: it can't. Unset: nobody listens
};

enum class ExitCode : int { fine = 0, findings = 1, usage = 2 };

// Without the program's name: {"validate", "plan.json", "--json"}.
ExitCode run_cli(std::vector<std::string> const& arguments, CliWorld& world);

}  // namespace rancang
