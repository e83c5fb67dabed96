// A file held against a plan: whole, or one agency's part, of which nothing is told that lies outside it.
#include "model/comparable.hpp"

#include <doctest/doctest.h>

#include "model/changes.hpp"
#include "support/merge_plan.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
// A plan, and the file that Dinas Kesehatan got of it on the first of August.
struct Held : MergePlan {
  Date const issued = *parse_iso_date("2022-08-01");
  Document file = slice(dinkes);

  Document slice(Ulid agency) const {
    SliceScope scope;
    scope.agency = agency;
    scope.issued_by = issuer;
    scope.issued_on = issued;
    return make_slice(document, scope);
  }
  static Ulid made_on(std::string_view day, std::uint64_t number) { return make_ulid(static_cast<std::uint64_t>(parse_iso_date(day)->days) * 86'400'000 + 1, 0, number); }
  std::string create(Document& in, Ulid id, Ulid lead) {
    return edit(in, issuer, CreateRecord{{items, id, {{field(items, "name"), std::string("Baru")}, {field(items, "lead_agency"), lead}}}, {}});
  }
  std::vector<FieldChange> since_file() const { return changes_between(comparable_state(file, document, FileSide::earlier), document); }
  std::vector<FieldChange> until_file() const { return changes_between(document, comparable_state(file, document, FileSide::later)); }
};
}  // namespace

TEST_CASE_FIXTURE(Held, "a slice that nobody touched shows no difference, though most of the plan is not in it") {
  REQUIRE_FALSE(changes_between(file, document).empty());
  CHECK(since_file().empty());
  CHECK(until_file().empty());
  Document const fitted = comparable_state(file, document, FileSide::earlier);
  CHECK_FALSE(fitted.scope);
  CHECK(fitted.plan_id == document.plan_id);
}

TEST_CASE_FIXTURE(Held, "what lies outside the agency is taken from the other state, whatever the slice says of it") {
  write(document, issuer, programs, program, "name", std::string("Kota Sehat dan Bugar"));      // in the slice, to be read
  write(document, issuer, items, traffic, "name", std::string("Kamera simpang"));              // not in it
  edit(document, issuer, DeleteRecords{{{record_type<Mission>, mission}}});
  create(document, made_on("2022-09-01", 1), dishub);
  CHECK(since_file().empty());
  CHECK(until_file().empty());
}

TEST_CASE_FIXTURE(Held, "within the agency every kind of change is told, in both directions") {
  write(document, issuer, items, health, "name", std::string("Telemedisin"));
  edit(document, issuer, DeleteRecords{{{items, clinic}}});
  Ulid const fresh = made_on("2022-08-02", 1);
  create(document, fresh, dinkes);
  auto changes = since_file();
  REQUIRE(changes.size() == 3);
  for (auto const& change : changes) {
    if (change.node().id == health) CHECK(change.kind == ChangeKind::written);
    if (change.node().id == clinic) CHECK(change.kind == ChangeKind::deleted);
    if (change.node().id == fresh) CHECK(change.kind == ChangeKind::created);
  }
  changes = until_file();
  REQUIRE(changes.size() == 2);  // that the file doesn't have the new row says nothing about it
  for (auto const& change : changes) CHECK(change.kind == (change.node().id == health ? ChangeKind::written : ChangeKind::restored));
}

TEST_CASE_FIXTURE(Held, "a row that the agency made in its file is new where the file is the later state") {
  create(file, made_on("2022-08-03", 2), dinkes);
  auto const changes = until_file();
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].kind == ChangeKind::created);
  REQUIRE(since_file().size() == 1);
  CHECK(since_file()[0].kind == ChangeKind::deleted);
  CHECK_FALSE(since_file()[0].after);  // it has never been in the plan
}

TEST_CASE_FIXTURE(Held, "a row that changed hands is compared where the file knows it, and never told as new or deleted") {
  write(document, issuer, items, health, "lead_agency", dishub);   // it was the agency's when the file was made
  write(document, issuer, items, traffic, "lead_agency", dinkes);  // it came to the agency later
  auto const changes = since_file();
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].node().id == health);
  CHECK(changes[0].kind == ChangeKind::written);
  CHECK(until_file().size() == 1);
}

TEST_CASE_FIXTURE(Held, "in an agency's own file a whole plan is compared by that agency's part alone") {
  Document whole = document;
  write(whole, issuer, items, health, "name", std::string("Telemedisin"));
  write(whole, issuer, items, traffic, "name", std::string("Kamera simpang"));
  create(whole, made_on("2022-08-02", 1), dinkes);  // it never came here, so it wasn't deleted here
  auto const changes = changes_between(comparable_state(whole, file, FileSide::earlier), file);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].node().id == health);
  auto const later = changes_between(file, comparable_state(whole, file, FileSide::later));
  CHECK(later.size() == 2);
}

TEST_CASE_FIXTURE(Held, "whole plans are compared as they are, and the writers of the file keep their names") {
  Document other = document;
  write(other, budi, items, traffic, "name", std::string("Kamera simpang"));
  auto names = *other.replicas;
  names[budi] = {"Budi dari Dishub", dishub};
  other.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(names);
  CHECK(changes_between(comparable_state(other, document, FileSide::earlier), document).size() == 1);
  CHECK(comparable_state(other, file, FileSide::later).replicas->at(budi).label == "Budi dari Dishub");
}

TEST_CASE_FIXTURE(Held, "what is shown against a slice can be taken back as a whole: the rest of the plan stays") {
  write(document, issuer, items, health, "name", std::string("Telemedisin"));
  write(document, issuer, items, traffic, "name", std::string("Kamera simpang"));
  create(document, made_on("2022-08-02", 1), dinkes);
  CHECK(edit(document, issuer, AdoptDocument{comparable_state(file, document, FileSide::earlier), true}) == "");
  CHECK(since_file().empty());
  CHECK(item(document, health).name == "Telemedisin puskesmas");
  CHECK(item(document, traffic).name == "Kamera simpang");
  CHECK(document.table(items).size() == 3);
}
