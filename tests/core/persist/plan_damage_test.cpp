// Damaged files: cut off anywhere, bits flipped, zeros at the end. Every damage must be noticed, and the reader must live.
#include <doctest/doctest.h>

#include <random>

#include "persist/plan_file.hpp"
#include "support/plan_files.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
// The sanitizers make reading some ten times slower and see what goes wrong in any of many like cases; WebAssembly tries them all.
#if defined(RANCANG_SANITIZED)
constexpr std::size_t thinning = 10;
#else
constexpr std::size_t thinning = 1;
#endif

std::string file_of(std::size_t bytes) {
  RandomPlan random(20);
  for (std::size_t records = 1;; records += 1 + records / 8) {
    Document document = random.document(records / 10 + 1, records);
    add_history(document, random, 40);
    std::string text = write_plan(document, {"plan", "2022-09-08T09:12:00+07:00", "1.0.0"});
    if (text.size() >= bytes) return text;
  }
}

enum class Told { refused, as_edit, not_at_all };
Told told(std::string_view text) {
  auto const read = read_plan(text);
  return !read ? Told::refused : read->edited_by_hand ? Told::as_edit : Told::not_at_all;
}
}  // namespace

TEST_CASE("F19: a file cut off at any of 200 lengths is refused") {
  std::string const text = file_of(200'000);
  REQUIRE(told(text) == Told::not_at_all);
  for (std::size_t i = 0; i < 200; ++i) {
    std::size_t const length = text.size() * i / 200;
    CAPTURE(length);
    CHECK(told(std::string_view(text).substr(0, length)) == Told::refused);
  }
}

TEST_CASE("F20: every flipped bit of a file of 200 KB is noticed") {
  constexpr std::size_t flips = 10'000 / thinning;
  std::string const text = file_of(200'000);
  std::mt19937_64 random(20);
  int unnoticed = 0, refused = 0;
  for (std::size_t i = 0; i < flips; ++i) {
    std::string damaged = text;
    std::size_t const bit = random() % (text.size() * 8);
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
    Told const result = told(damaged);
    unnoticed += result == Told::not_at_all;
    refused += result == Told::refused;
  }
  CHECK(unnoticed == 0);
  CHECK(refused > 0);
}

TEST_CASE("F21: every beginning of a file of 20 KB is refused") {
  std::string const text = file_of(20'000);
  std::size_t accepted = 0;
  for (std::size_t length = 0; length < text.size(); length += thinning) accepted += told(std::string_view(text).substr(0, length)) != Told::refused;
  CHECK(accepted == 0);
}

TEST_CASE("F22: zeros instead of the last bytes, or behind them, are refused") {
  std::string const text = file_of(20'000);
  std::size_t accepted = 0;
  for (std::size_t zeros = 1; zeros <= 8192; zeros += thinning) {
    std::string damaged = text;
    damaged.replace(damaged.size() - zeros, zeros, zeros, '\0');
    accepted += told(damaged) != Told::refused;
  }
  for (std::size_t zeros = 1; zeros <= 8192; zeros *= 2) accepted += told(text + std::string(zeros, '\0')) != Told::refused;
  for (std::size_t at = 0; at < text.size(); at += 101) {
    std::string damaged = text;
    damaged[at] = '\0';
    accepted += told(damaged) != Told::refused;
  }
  CHECK(accepted == 0);
}
