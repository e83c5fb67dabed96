#include "base/hash.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace rancang {
namespace {
constexpr std::uint64_t prime1 = 0x9E3779B185EBCA87ULL, prime2 = 0xC2B2AE3D27D4EB4FULL, prime3 = 0x165667B19E3779F9ULL, prime4 = 0x85EBCA77C2B2AE63ULL,
                        prime5 = 0x27D4EB2F165667C5ULL;

std::uint64_t rotate(std::uint64_t value, int bits) { return (value << bits) | (value >> (64 - bits)); }

// Little-endian whatever the machine.
std::uint64_t read(char const* bytes, int count) {
  std::uint64_t value = 0;
  for (int i = 0; i < count; ++i) value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  return value;
}
std::uint64_t read64(char const* bytes) {
  if constexpr (std::endian::native != std::endian::little) return read(bytes, 8);
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

std::uint64_t mix(std::uint64_t lane, std::uint64_t input) { return rotate(lane + input * prime2, 31) * prime1; }
std::uint64_t merge_lane(std::uint64_t hash, std::uint64_t lane) { return (hash ^ mix(0, lane)) * prime1 + prime4; }

void mix_stripe(std::array<std::uint64_t, 4>& lanes, char const* bytes) {
  for (std::size_t i = 0; i < lanes.size(); ++i) lanes[i] = mix(lanes[i], read64(bytes + 8 * i));
}

std::uint64_t finish(std::uint64_t hash, char const* at, std::size_t size) {
  for (; size >= 8; at += 8, size -= 8) hash = rotate(hash ^ mix(0, read64(at)), 27) * prime1 + prime4;
  if (size >= 4) {
    hash = rotate(hash ^ (read(at, 4) * prime1), 23) * prime2 + prime3;
    at += 4, size -= 4;
  }
  for (; size > 0; ++at, --size) hash = rotate(hash ^ (read(at, 1) * prime5), 11) * prime1;
  hash = (hash ^ (hash >> 33)) * prime2;
  hash = (hash ^ (hash >> 29)) * prime3;
  return hash ^ (hash >> 32);
}
}  // namespace

Hash64::Hash64(std::uint64_t seed) : lanes_{seed + prime1 + prime2, seed + prime2, seed, seed - prime1}, seed_(seed) {}

void Hash64::add(std::string_view bytes) {
  length_ += bytes.size();
  if (rest_size_ > 0) {
    std::size_t const taken = std::min(stripe - rest_size_, bytes.size());
    std::copy_n(bytes.data(), taken, rest_.data() + rest_size_);
    rest_size_ += taken;
    bytes.remove_prefix(taken);
    if (rest_size_ < stripe) return;
    mix_stripe(lanes_, rest_.data());
    rest_size_ = 0;
  }
  for (; bytes.size() >= stripe; bytes.remove_prefix(stripe)) mix_stripe(lanes_, bytes.data());
  std::copy_n(bytes.data(), bytes.size(), rest_.data());
  rest_size_ = bytes.size();
}

std::uint64_t Hash64::value() const {
  std::uint64_t hash = seed_ + prime5;
  if (length_ >= stripe) {
    hash = rotate(lanes_[0], 1) + rotate(lanes_[1], 7) + rotate(lanes_[2], 12) + rotate(lanes_[3], 18);
    for (std::uint64_t lane : lanes_) hash = merge_lane(hash, lane);
  }
  return finish(hash + length_, rest_.data(), rest_size_);
}

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed) {
  Hash64 hash(seed);
  hash.add(bytes);
  return hash.value();
}

}  // namespace rancang
