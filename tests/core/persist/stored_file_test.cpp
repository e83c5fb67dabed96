#include "persist/stored_file.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace rancang;

namespace {
std::string const plan = "01GCDS3M2Q8V6T4R2N0M8K6J4H";

std::vector<StoredName> all_kinds() {
  return {{plan, StoredKind::snapshot, 12, 0, false}, {plan, StoredKind::snapshot, 12, 1, true}, {plan, StoredKind::journal, 13}, {plan, StoredKind::closed, 14},
          {plan, StoredKind::card, 9'999'999'999}, {plan, StoredKind::point, 15, 0, false}, {plan, StoredKind::point, 15, 1, true}};
}
}  // namespace

TEST_CASE("a stored name and its path are the same thing") {
  for (StoredName const& name : all_kinds()) CHECK(parse_stored_path(stored_path(name)) == name);
  CHECK(stored_path(all_kinds()[1]) == "/plans/" + plan + "/snapshot-0000000012-001-end");
  CHECK(stored_path({plan, StoredKind::card, 7}) == "/plans/" + plan + ".card-0000000007");
}

TEST_CASE("paths that are not exactly ours are nobody's") {
  std::string const folder = "/plans/" + plan + "/";
  for (std::string const& path : {std::string("/plans/"), std::string("/plans/x/journal-0000000001"), folder, folder + "journal-1", folder + "journal-00000000001",
                                  folder + "journal-0000000001x", folder + "card-0000000001", folder + "snapshot-0000000001", folder + "snapshot-0000000001-000-",
                                  "/plans/" + plan + ".journal-0000000001", "/plans/" + plan + ".fence", "/other/" + plan + "/journal-0000000001"})
    CHECK_MESSAGE(!parse_stored_path(path), path);
}

TEST_CASE("paths sort by generation, also past the padding") {
  std::vector<std::string> paths;
  for (std::uint64_t g : {1, 9, 10, 99, 100, 123456}) paths.push_back(stored_path({plan, StoredKind::journal, g}));
  CHECK(std::is_sorted(paths.begin(), paths.end()));
}

TEST_CASE("a sealed file gives its payload back, whatever is in it") {
  for (std::string const& payload : {std::string(), std::string("x"), std::string("\n\n{\"a\":1}\n"), std::string(5000, '\0'), std::string("\"last\":true")})
    for (StoredName const& name : all_kinds()) {
      std::string const bytes = seal(name, payload);
      REQUIRE(unseal(name, bytes));
      CHECK(*unseal(name, bytes) == payload);
    }
}

TEST_CASE("every truncation, every flipped bit and every zeroed tail of a sealed file is noticed") {
  StoredName const name{plan, StoredKind::journal, 13};
  std::string const bytes = seal(name, "{\"records\":{\"agency\":[{\"id\":1}]}}\n");
  for (std::size_t length = 0; length < bytes.size(); ++length) CHECK(!unseal(name, bytes.substr(0, length)));
  for (std::size_t i = 0; i < bytes.size(); ++i)
    for (int bit = 0; bit < 8; ++bit) {
      std::string damaged = bytes;
      damaged[i] = static_cast<char>(damaged[i] ^ (1 << bit));
      CHECK(!unseal(name, damaged));
    }
  for (std::size_t zeros = 1; zeros <= bytes.size(); ++zeros) {
    std::string damaged = bytes;
    std::fill(damaged.end() - static_cast<std::ptrdiff_t>(zeros), damaged.end(), '\0');
    CHECK(!unseal(name, damaged));
  }
  CHECK(!unseal(name, bytes + "x"));
}

TEST_CASE("a file is not taken for another one") {
  std::string const other_plan = "01GCDS3M2Q8V6T4R2N0M8K6J4J";
  StoredName const name{plan, StoredKind::snapshot, 12, 1, true};
  std::string const bytes = seal(name, "text");
  CHECK(!unseal({other_plan, StoredKind::snapshot, 12, 1, true}, bytes));
  CHECK(!unseal({plan, StoredKind::journal, 12, 1, true}, bytes));
  CHECK(!unseal({plan, StoredKind::snapshot, 13, 1, true}, bytes));
  CHECK(!unseal({plan, StoredKind::snapshot, 12, 0, true}, bytes));
  CHECK(!unseal({plan, StoredKind::snapshot, 12, 1, false}, bytes));
}
