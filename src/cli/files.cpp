#include "cli/files.hpp"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <random>
#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

namespace rancang {
namespace {
namespace fs = std::filesystem;
struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

bool keep_on_disk(std::FILE* file) {
#if __has_include(<unistd.h>)
  return ::fsync(::fileno(file)) == 0;
#else
  return file != nullptr;
#endif
}

// `keep`: not only handed over, but on the disk.
bool write_to(std::string const& path, std::string_view bytes, bool keep) {
  File file(std::fopen(path.c_str(), "wb"));
  if (!file) return false;
  bool const written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size() && std::fflush(file.get()) == 0 && (!keep || keep_on_disk(file.get()));
  return std::fclose(file.release()) == 0 && written;
}
}  // namespace

std::optional<std::string> read_whole_file(std::string const& path) {
  File const file(std::fopen(path.c_str(), "rb"));
  if (!file) return std::nullopt;
  constexpr std::size_t part = 1u << 16;
  std::string bytes;
  for (std::size_t got = part; got == part;) {
    std::size_t const before = bytes.size();
    bytes.resize(before + part);
    got = std::fread(bytes.data() + before, 1, part, file.get());
    bytes.resize(before + got);
  }
  if (std::ferror(file.get())) return std::nullopt;  // a folder can be opened, but not read
  return bytes;
}

bool write_whole_file(std::string const& path, std::string_view bytes) {
  std::error_code failure;
  fs::path const folder = fs::path(path).parent_path();
  if (!folder.empty()) fs::create_directories(folder, failure);  // one that can't be made shows when the file can't be opened
  auto const there = fs::status(path, failure);
  if (fs::exists(there) && !fs::is_regular_file(there)) return write_to(path, bytes, false);
  fs::path const target = fs::is_symlink(fs::symlink_status(path, failure)) ? fs::weakly_canonical(path, failure) : fs::path(path);
  if (fs::exists(there) && !File(std::fopen(target.c_str(), "ab"))) return false;  // its own rights count, not only its folder's
  fs::path const fresh = target.string() + "." + std::to_string(std::random_device()()) + ".new";
  bool const whole = write_to(fresh.string(), bytes, true);
  if (whole && fs::exists(there)) fs::permissions(fresh, there.permissions(), failure);
  if (whole) fs::rename(fresh, target, failure);
  if (whole && !failure) return true;
  std::error_code ignored;
  fs::remove(fresh, ignored);
  return false;
}

}  // namespace rancang
