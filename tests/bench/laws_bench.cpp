// The laws of merging over as many random histories as asked for: bench_laws_bench [COUNT [SEED]]. Exit code 1 and the shrunk history when one is broken.
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "support/merge_laws.hpp"

int main(int count, char** words) {
  std::uint64_t const histories = count > 1 ? std::strtoull(words[1], nullptr, 10) : 1'000'000;
  std::uint64_t const seed = count > 2 ? std::strtoull(words[2], nullptr, 10) : 1;
  constexpr std::uint64_t portion = 50'000;
  auto const start = std::chrono::steady_clock::now();
  for (std::uint64_t done = 0; done < histories;) {
    std::uint64_t const next = std::min(portion, histories - done);
    std::string const told = rancang::testing::try_laws(seed + done, next);
    if (!told.empty()) return std::printf("%s", told.c_str()), 1;
    done += next;
    double const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::printf("%llu histories from seed %llu, %.1f s, no law broken\n", static_cast<unsigned long long>(done), static_cast<unsigned long long>(seed), seconds);
    std::fflush(stdout);
  }
}
