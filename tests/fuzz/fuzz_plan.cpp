// libFuzzer: any bytes → the reader of plan files. What it accepts must be written and read again as the same bytes, in our layout and in another;
// one run in two repairs the checksum first, so that the fuzzer gets past it.
// Build and run: cmake -DRANCANG_FUZZ=ON (clang), then bin/fuzz_plan -max_total_time=60 -max_len=20000 CORPUS tests/fixtures/format/v1
#include <cstdint>
#include <cstdlib>

#include "base/hash.hpp"
#include "persist/envelope_codec.hpp"
#include "persist/plan_file.hpp"
#include "support/plan_files.hpp"

using namespace rancang;

namespace {
void require(bool fact) {
  if (!fact) std::abort();
}

// The bytes with the checksum that fits them, if they have an end of ours.
std::string repaired(std::string text) {
  auto const end = text.rfind("\"end\"");
  auto const checksum = end == std::string::npos ? end : text.find("\"checksum\":\"", end);
  if (checksum == std::string::npos || checksum + 12 + 16 > text.size()) return text;
  return text.replace(checksum + 12, 16, checksum_text(hash64(std::string_view(text).substr(0, end))));
}

void check(std::string const& bytes) {
  auto const read = read_plan(bytes);
  if (!read) return;
  std::string const once = write_plan(read->document, read->envelope);
  auto const again = read_plan(once);
  require(static_cast<bool>(again));
  require(!again->edited_by_hand);
  require(testing::difference(read->document, again->document).empty());
  require(write_plan(again->document, again->envelope) == once);
  auto const other_layout = read_plan(testing::respaced(once));
  require(static_cast<bool>(other_layout));
  require(testing::difference(read->document, other_layout->document).empty());
  require(other_layout->remarks.size() == again->remarks.size() + 1);  // told as edited
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const bytes(reinterpret_cast<char const*>(data), size);
  check(bytes);
  check(repaired(bytes));
  return 0;
}
