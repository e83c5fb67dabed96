#pragma once
// xxHash64, the fast non-cryptographic checksum: finds damage and accidental change, not forgery. The same on every machine.
// Must not know: what is hashed.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rancang {

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);

// The same number for text that comes in pieces, however it is cut.
class Hash64 {
 public:
  explicit Hash64(std::uint64_t seed = 0);
  void add(std::string_view bytes);
  std::uint64_t value() const;  // of everything added so far; adding may go on

 private:
  static constexpr std::size_t stripe = 32;

  std::array<std::uint64_t, 4> lanes_;
  std::array<char, stripe> rest_{};  // bytes that don't fill a stripe yet
  std::size_t rest_size_ = 0;
  std::uint64_t length_ = 0;
  std::uint64_t seed_;
};

}  // namespace rancang
