#include <doctest/doctest.h>

#include "persist/json_text.hpp"

using namespace rancang::json;

namespace {
std::string quoted(std::string_view text) {
  std::string out;
  append_string(out, text);
  return out;
}
bool scans(std::string_view text, std::string_view expected) {
  Scanner scan(text);
  std::string_view out;
  return scan.string(out) && out == expected && scan.at_end();
}
bool is_number(std::string_view text) {
  Scanner scan(text);
  std::string_view out;
  return scan.number(out) && scan.at_end();
}
}  // namespace

TEST_CASE("every text is scanned as it was written, wherever its special characters stand") {
  for (std::string const& special : {"\"", "\\", "\n", "\t", "\r", "\b", "\f", "\x01", "\x1f", "\x7f", "é", "日本", "🏙"}) {
    for (std::size_t before = 0; before < 20; ++before) {
      std::string const text = std::string(before, 'x') + special + std::string(20 - before, 'y') + special;
      CHECK(scans(quoted(text), text));
    }
  }
}

TEST_CASE("only the normal form of a text is taken") {
  CHECK(quoted("\x07\"") == "\"\\u0007\\\"\"");
  for (std::string const& odd : {"\"\\/\"", "\"\\u0041\"", "\"\\u000a\"", "\"\\u00\"", "\"\\u001F\"", "\"\\x\"", "\"a", "\"a\\", "\"a\nb\"", "\"\xC3\"", "\"aaaaaaaaaaaaaaaa\xFF\"", "a\"", "\"\\u0000\""}) {
    CAPTURE(odd);
    Scanner scan(odd);
    std::string_view out;
    CHECK_FALSE(scan.string(out));
  }
}

TEST_CASE("numbers are plain decimals") {
  for (std::string_view good : {"0", "-1", "10", "0.5", "-0.50", "123456789012345678901234567890"}) CHECK(is_number(good));
  for (std::string_view bad : {"", "-", "01", "-0", "1.", ".5", "1e5", "1E5", "+1", "1234567890123456789012345678901234567890123", "0x1"}) CHECK_FALSE(is_number(bad));
}

TEST_CASE("whole numbers stay within 64 bits") {
  std::int64_t value = 0;
  CHECK(parse_whole("9223372036854775807", value));
  CHECK(value == 9223372036854775807LL);
  for (std::string_view bad : {"9223372036854775808", "1.0", "", "-", "01", "-0", "1 "}) CHECK_FALSE(parse_whole(bad, value));
}

TEST_CASE("a value is skipped with everything inside it") {
  for (std::string_view value : {"{\"a\":[1,{\"b\":\"}\\\"]\"}],\"c\":null}", "\"x\\\"y\"", "12.5", "true", "[]"}) {
    std::string const text = std::string(value) + ",1";
    Scanner scan(text);
    std::string_view raw;
    CHECK(scan.skip(raw));
    CHECK(raw == value);
    CHECK(scan.take(','));
  }
}
