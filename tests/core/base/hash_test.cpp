#include "base/hash.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace rancang;

namespace {
// The sanity buffer of the reference implementation: bytes from a 64-bit generator.
std::string sanity_bytes(std::size_t count) {
  std::string out;
  std::uint64_t generator = 2654435761U;
  for (std::size_t i = 0; i < count; ++i) {
    out += static_cast<char>(generator >> 56);
    generator *= 11400714785074694797ULL;
  }
  return out;
}
}  // namespace

TEST_CASE("hash64 gives the published values") {
  CHECK(hash64("") == 0xEF46DB3751D8E999ULL);
  CHECK(hash64("a") == 0xD24EC4F1A98C6E5BULL);
  CHECK(hash64("abc") == 0x44BC2CF5AD770999ULL);
  CHECK(hash64("Nobody inspects the spammish repetition") == 0xFBCEA83C8A378BF1ULL);
  CHECK(hash64("", 2654435761U) == 0xAC75FDA2929B17EFULL);
}

TEST_CASE("hash64 agrees with the reference implementation's sanity checks at every kind of length") {
  constexpr std::uint64_t prime = 2654435761U;
  CHECK(hash64(sanity_bytes(1)) == 0xE934A84ADB052768ULL);
  CHECK(hash64(sanity_bytes(1), prime) == 0x5014607643A9B4C3ULL);
  CHECK(hash64(sanity_bytes(14)) == 0x8282DCC4994E35C8ULL);
  CHECK(hash64(sanity_bytes(14), prime) == 0xC3BD6BF63DEB6DF0ULL);
  CHECK(hash64(sanity_bytes(222)) == 0xB641AE8CB691C174ULL);
  CHECK(hash64(sanity_bytes(222), prime) == 0x20CB8AB7AE10C14AULL);
}

TEST_CASE("Hash64 gives the same number however the text is cut") {
  std::string const text = sanity_bytes(100);
  std::uint64_t const whole = hash64(text);
  for (std::size_t first = 0; first <= text.size(); ++first) {
    Hash64 hash;
    hash.add(std::string_view(text).substr(0, first));
    hash.add("");
    hash.add(std::string_view(text).substr(first));
    CHECK(hash.value() == whole);
  }
  Hash64 bytewise;
  for (std::size_t i = 0; i < text.size(); ++i) {
    CHECK(bytewise.value() == hash64(std::string_view(text).substr(0, i)));
    bytewise.add(std::string_view(text).substr(i, 1));
  }
  CHECK(bytewise.value() == whole);
}

TEST_CASE("hash64 notices one changed bit anywhere") {
  std::string const text = sanity_bytes(77);
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    CHECK(hash64(changed) != hash64(text));
  }
}
