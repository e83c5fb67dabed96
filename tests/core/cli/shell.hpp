#pragma once
// The command line in place: files in memory, a fixed clock, predictable chance.
// Must not know: what is tested.
#include <map>
#include <string>
#include <vector>

#include "cli/cli.hpp"

namespace rancang::testing {

struct Shell {
  std::map<std::string, std::string> files;
  std::string out, err;
  std::uint64_t chance = 1;
  bool full = false;  // the standard output takes nothing

  int operator()(std::vector<std::string> const& arguments) {
    CliWorld world;
    world.read_file = [&](std::string const& path) { return files.count(path) ? std::optional(files[path]) : std::nullopt; };
    world.write_file = [&](std::string const& path, std::string_view bytes) {
      if (path == "/full") return false;
      files[path] = bytes;
      return true;
    };
    world.now = "2022-09-08T09:12:00+07:00";
    world.unix_ms = 1'662'600'000'000;
    world.random = [&] { return chance += 0x9E3779B97F4A7C15ULL; };
    world.print = [&](std::string_view) { return !full; };
    ExitCode const code = run_cli(arguments, world);
    out = world.out;
    err = world.err;
    return static_cast<int>(code);
  }
  bool says(std::string_view text) const { return out.find(text) != std::string::npos; }
  bool complains(std::string_view text) const { return err.find(text) != std::string::npos; }
};

}  // namespace rancang::testing
