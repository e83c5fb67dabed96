#pragma once
// Record ids: ULIDs (48 bits of milliseconds, 80 random bits; 26 characters of Crockford's alphabet), sortable by time of creation.
// Id<R> is the same number that remembers what it points to.
// Must not know: clock, randomness (both are handed in), records.
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace rancang {

struct Ulid {
  std::uint64_t high = 0, low = 0;
  explicit operator bool() const { return (high | low) != 0; }
  friend bool operator==(Ulid const& a, Ulid const& b) { return a.high == b.high && a.low == b.low; }
  friend bool operator!=(Ulid const& a, Ulid const& b) { return !(a == b); }
  friend bool operator<(Ulid const& a, Ulid const& b) { return a.high != b.high ? a.high < b.high : a.low < b.low; }
};

constexpr std::size_t ulid_length = 26;

// Exactly 26 characters of the ULID alphabet, upper case; anything else is refused.
std::optional<Ulid> parse_ulid(std::string_view text);
std::string ulid_text(Ulid id);
void append_ulid(std::string& out, Ulid id);
// unix_ms: milliseconds since 1970; random: 80 bits in two words (the upper 48 bits of random_high are dropped).
Ulid make_ulid(std::uint64_t unix_ms, std::uint64_t random_high, std::uint64_t random_low);

template <class R>
struct Id {
  Ulid value;
  explicit operator bool() const { return static_cast<bool>(value); }
  friend bool operator==(Id const& a, Id const& b) { return a.value == b.value; }
  friend bool operator!=(Id const& a, Id const& b) { return a.value != b.value; }
  friend bool operator<(Id const& a, Id const& b) { return a.value < b.value; }
};

struct UlidHash {
  // The random tail is already uniform; the time part is folded in for hand-made ids.
  std::size_t operator()(Ulid const& id) const { return static_cast<std::size_t>(id.low ^ (id.low >> 32) ^ (id.high * 0x9E3779B97F4A7C15ULL)); }
};

}  // namespace rancang
