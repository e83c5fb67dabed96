// The program `rancang`: real files, the real clock, real chance.
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>

#include "cli/cli.hpp"

namespace {
std::optional<std::string> read_file(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (file.bad()) return std::nullopt;
  return bytes;
}

bool write_file(std::string const& path, std::string_view bytes) {
  std::error_code ignored;  // a folder that can't be made shows when the file can't be opened
  auto const folder = std::filesystem::path(path).parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder, ignored);
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  return static_cast<bool>(file);
}

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
  world.read_file = read_file;
  world.write_file = write_file;
  world.now = local_time(std::time(nullptr));
  world.unix_ms = static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count());
  world.random = [&] { return std::uniform_int_distribution<std::uint64_t>()(chance); };
  rancang::ExitCode const code = run_cli({words + 1, words + std::max(count, 1)}, world);
  std::cout << world.out << std::flush;
  std::cerr << world.err;
  return static_cast<int>(code);
}
