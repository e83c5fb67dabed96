// Which file brought whose work.
#include "model/arrivals.hpp"

#include <doctest/doctest.h>

#include "../edit/workbench.hpp"
#include "model/merge_report.hpp"
#include "persist/unknown_merge.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
ReplicaId const rina = make_replica(71), budi = make_replica(72);
}

TEST_CASE("the file that first brought a writer is named, and kept from one session to the next") {
  Workbench ours;
  Workbench theirs;
  theirs.editor.write_as({rina, [] { return Ulid{1, 2}; }, nullptr});
  REQUIRE(theirs.name(0, "Dinas Kesehatan"));
  MergeReport const report = merge_documents(ours.document(), theirs.document(), true, unknown_merge());
  auto known = work_in(ours.document());
  auto const now = work_in(theirs.document());
  Arrivals arrivals;
  arrivals.add_own(ours.self);
  arrivals.add("dinkes.rancang.json", report.records, known, now);
  arrivals.add("salinan.rancang.json", report.records, known, now);  // of the same merge: the first one brought it
  arrivals.add("tabel\tdua\nbaris.json", {{budi, 1}});
  CHECK(arrivals.file_of(rina) == "dinkes.rancang.json");
  CHECK(arrivals.file_of(budi) == "tabel dua baris.json");
  CHECK(arrivals.file_of(ours.self) == "");
  CHECK(arrivals.is_own(ours.self));
  CHECK_FALSE(arrivals.is_own(rina));
  CHECK(arrivals.file_of({}) == "");
  Arrivals const again(arrivals.text());
  CHECK(again.file_of(rina) == "dinkes.rancang.json");
  CHECK(again.file_of(budi) == "tabel dua baris.json");
  CHECK(again.is_own(ours.self));
  CHECK(again.text() == arrivals.text());
}

TEST_CASE("what came again after its merge was taken back came with the later file; what was turned down did not come") {
  Workbench ours, theirs;
  theirs.editor.write_as({rina, [] { return Ulid{1, 2}; }, nullptr});
  REQUIRE(theirs.name(0, "Dinas Kesehatan"));
  MergeReport const report = merge_documents(ours.document(), theirs.document(), true, unknown_merge());
  Arrivals arrivals;
  auto known = work_in(ours.document());
  arrivals.add("ditolak.json", report.records, known, work_in(ours.document()));
  CHECK(arrivals.file_of(rina) == "");
  arrivals.add("pertama.json", report.records, known, work_in(theirs.document()));
  known = work_in(ours.document());
  arrivals.add("kedua.json", report.records, known, work_in(theirs.document()));
  CHECK(arrivals.file_of(rina) == "kedua.json");
}

TEST_CASE("what a slice says beside its scope is not taken for its work") {
  Workbench ours, theirs;
  theirs.editor.write_as({rina, [] { return Ulid{1, 2}; }, nullptr});
  REQUIRE(theirs.name(0, "Dinas Kesehatan"));
  MergeReport report = merge_documents(ours.document(), theirs.document(), true, unknown_merge());
  for (auto& record : report.records) record.outside = true;
  Arrivals arrivals;
  auto known = work_in(ours.document());
  arrivals.add("dinkes.rancang.json", report.records, known, work_in(theirs.document()));
  CHECK(arrivals.text() == "");
}

TEST_CASE("the oldest files are forgotten, and what can't be read is left out") {
  Arrivals arrivals;
  for (std::uint64_t i = 0; i < Arrivals::most_files + 1; ++i) arrivals.add("berkas " + std::to_string(i), {{make_replica(1000 + i), 1}});
  CHECK(arrivals.file_of(make_replica(1000)) == "");
  CHECK(arrivals.file_of(make_replica(1001)) == "berkas 1");
  CHECK(arrivals.file_of(make_replica(1000 + Arrivals::most_files)) == "berkas " + std::to_string(Arrivals::most_files));
  Arrivals const odd("tanpa tab\nnama\tbukan-id k7Q2aaaa\n\n\t\n");
  CHECK(odd.file_of(*parse_replica("k7Q2aaaa")) == "nama");
  CHECK(odd.text() == "nama\tk7Q2aaaa\n");
}
