#pragma once
// Where the repository is, for tests that read fixtures, golden files or the sources themselves.
// Must not know: what is in those files.
#include <string>
#include <string_view>

namespace rancang::test {

/// Absolute path of a file given relative to the top of the repository ("tests/fixtures/format/v1/a.json").
std::string source_path(std::string_view relative);

}  // namespace rancang::test
