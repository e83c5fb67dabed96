#include "support/source_dir.hpp"

// The path is compiled into this file alone, so that a compiler cache serves a clone in another place.
std::string rancang::test::source_path(std::string_view relative) { return RANCANG_SOURCE_DIR "/" + std::string{relative}; }
