#pragma once
// Real files, whole at a time: a plan that is written over itself is the old one or the new one, never half of it.
// Must not know: plans, what the program prints.
#include <optional>
#include <string>
#include <string_view>

namespace rancang {

// Nothing when it is not there, is a folder, or reading fails.
std::optional<std::string> read_whole_file(std::string const& path);
// Missing folders are made. A file that is there already keeps its rights and stays as it is until the new one is on the disk; what is no file (a pipe, a
// device) is written to as it stands. False: not written.
bool write_whole_file(std::string const& path, std::string_view bytes);

}  // namespace rancang
