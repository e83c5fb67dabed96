// The fingerprint of what a plan says.
#include <doctest/doctest.h>

#include "../edit/workbench.hpp"
#include "persist/fingerprint.hpp"
#include "persist/plan_file.hpp"

using namespace rancang;
using namespace rancang::testing;

TEST_CASE_FIXTURE(Workbench, "the fingerprint follows what the plan says, not who wrote it or how it is kept") {
  std::string const first = content_fingerprint(document());
  CHECK(first.size() == 16);
  REQUIRE(name(1, "Dinas Kesehatan"));
  std::string const later = content_fingerprint(document());
  CHECK(later != first);
  REQUIRE(name(1, "B"));  // the same words, written by somebody else at another time
  CHECK(content_fingerprint(document()) == first);
  auto const read = read_plan(write_plan(document(), {}));
  REQUIRE(read);
  CHECK(content_fingerprint(read->document) == first);
  REQUIRE(run(CreateRecord{{record_type<MutedFinding>, {}, {}}, {}}));
  REQUIRE(run(CreateRecord{{record_type<Commitment>, {}, {}}, {}}));
  CHECK(content_fingerprint(document()) == first);
  REQUIRE(run(DeleteRecords{{{agencies, rows[3]}}}));
  CHECK(content_fingerprint(document()) != first);
}
