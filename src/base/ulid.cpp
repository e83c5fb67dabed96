#include "base/ulid.hpp"

#include <array>

namespace rancang {
namespace {
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

constexpr std::array<std::int8_t, 128> make_reverse() {
  std::array<std::int8_t, 128> table{};
  for (auto& entry : table) entry = -1;
  for (std::size_t i = 0; i < alphabet.size(); ++i) table[static_cast<std::size_t>(alphabet[i])] = static_cast<std::int8_t>(i);
  return table;
}
constexpr auto reverse = make_reverse();
}  // namespace

std::optional<Ulid> parse_ulid(std::string_view text) {
  if (text.size() != ulid_length || text[0] > '7') return std::nullopt;  // 26 × 5 = 130 bits: the first digit holds 3
  Ulid id;
  for (char c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte >= 128 || reverse[byte] < 0) return std::nullopt;
    id.high = (id.high << 5) | (id.low >> 59);
    id.low = (id.low << 5) | static_cast<std::uint64_t>(reverse[byte]);
  }
  return id;
}

void append_ulid(std::string& out, Ulid id) {
  std::array<char, ulid_length> text{};
  for (std::size_t i = ulid_length; i-- > 0;) {
    text[i] = alphabet[id.low & 31];
    id.low = (id.low >> 5) | (id.high << 59);
    id.high >>= 5;
  }
  out.append(text.data(), text.size());
}

std::string ulid_text(Ulid id) {
  std::string out;
  append_ulid(out, id);
  return out;
}

Ulid make_ulid(std::uint64_t unix_ms, std::uint64_t random_high, std::uint64_t random_low) {
  return {(unix_ms << 16) | (random_high & 0xFFFF), random_low};
}

}  // namespace rancang
