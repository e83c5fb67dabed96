// The program `rancang`: real files, the real clock, real chance.
#include <algorithm>
#include <chrono>
#include <ctime>
#include <iostream>
#include <random>

#include "cli/cli.hpp"
#include "cli/files.hpp"

namespace {
// "2022-09-08T09:12:00+07:00"
std::string local_time(std::time_t now) {
  char text[32];
  std::size_t const size = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S%z", std::localtime(&now));
  std::string out(text, size);
  return out.size() == 24 ? out.insert(22, ":") : out;
}
}  // namespace

int main(int count, char** words) {
  std::random_device chance;
  rancang::CliWorld world;
  world.read_file = rancang::read_whole_file;
  world.write_file = rancang::write_whole_file;
  world.print = [](std::string_view text) { return static_cast<bool>(std::cout << text << std::flush); };
  world.now = local_time(std::time(nullptr));
  world.unix_ms = static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count());
  world.random = [&] { return std::uniform_int_distribution<std::uint64_t>()(chance); };
  rancang::ExitCode const code = run_cli({words + 1, words + std::max(count, 1)}, world);
  std::cerr << world.err;
  return static_cast<int>(code);
}
