// Slices: what an agency gets, what it may write, and that nothing else changes when it comes back.
#include <doctest/doctest.h>

#include "persist/plan_file.hpp"
#include "rules/completeness.hpp"
#include "support/merge_plan.hpp"
#include "support/plan_files.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
struct Handed : MergePlan {
  Document slice_for(Ulid agency) const {
    SliceScope scope;
    scope.agency = agency;
    scope.issued_by = issuer;
    scope.issued_on = parse_iso_date("2022-08-01");
    scope.due = parse_iso_date("2022-08-15");
    scope.message = "Isi pagu";
    return make_slice(document, scope);
  }
};
}  // namespace

TEST_CASE("a slice holds what an agency works on and what it needs to read it") {
  Handed handed;
  Document const slice = handed.slice_for(handed.dinkes);
  CHECK(slice.table(handed.items).size() == 2);
  CHECK_FALSE(slice.table(handed.items).find(handed.traffic));
  CHECK(slice.table(handed.programs).find(handed.program));  // its activities refer to it
  CHECK(slice.table_of<Mission>().find(handed.mission));
  CHECK(slice.table_of<Plan>().size() == 1);
  CHECK(is_writable_in_scope(slice, *handed.node(slice, handed.items, handed.health)));
  CHECK(is_writable_in_scope(slice, *handed.node(slice, handed.agencies, handed.dinkes)));
  CHECK_FALSE(is_writable_in_scope(slice, *handed.node(slice, handed.agencies, handed.dishub)));
  CHECK_FALSE(is_writable_in_scope(slice, *handed.node(slice, handed.programs, handed.program)));
  CHECK(slice_content(slice).writable == 3);
  CHECK(is_writable_in_scope(handed.document, *handed.node(handed.document, handed.programs, handed.program)));
  for (auto const& info : record_infos())
    slice.table(info.type).for_each([&](NodePtr const& node) {
      for (std::size_t i = 0; i < info.fields.size(); ++i)
        if (Ulid const id = peek_reference(info.fields[i], node->data())) CHECK(slice.table(info.fields[i].target).find(id));
    });
}

TEST_CASE("a slice of a random plan is closed under references, and every record belongs to somebody's slice or is common") {
  RandomPlan random(12);
  Document const document = random.document(4, 12);
  document.table_of<Agency>().for_each([&](NodePtr const& agency) {
    SliceScope scope;
    scope.agency = agency->id;
    Document const slice = make_slice(document, scope);
    for (auto const& info : record_infos()) {
      slice.table(info.type).for_each([&](NodePtr const& node) {
        for (auto const& field : info.fields) {
          Ulid const id = peek_reference(field, node->data());
          if (id && document.table(field.target).find(id)) CHECK(slice.table(field.target).find(id));
        }
      });
      document.table(info.type).for_each([&](NodePtr const& node) {
        if (belongs_to(document, *node, agency->id)) CHECK(slice.table(info.type).find(node->id));
      });
    }
    CHECK(slice_content(slice).writable > 0);
  });
}

TEST_CASE("the scope travels in the file, and a slice's file is named after region, agency and day") {
  Handed handed;
  CHECK(slice_file_name(handed.document, handed.dinkes, *parse_iso_date("2022-08-01")) == "tebing-tinggi_dinas-kesehatan_2022-08-01.rancang.json");
  std::vector<std::string> made;
  for (std::size_t expected = 1; expected <= 3; ++expected) {  // the same name again, and a name that looks like the way out
    made.push_back(fresh_slice_name(handed.document, handed.dinkes, *parse_iso_date("2022-08-01"), made));
    CHECK(made.back() == "tebing-tinggi_dinas-kesehatan" + std::vector<std::string>{"", "-2", "-4"}[expected - 1] + "_2022-08-01.rancang.json");
    if (expected == 2) made.push_back("tebing-tinggi_dinas-kesehatan-3_2022-08-01.rancang.json");
  }
  Document const slice = handed.slice_for(handed.dinkes);
  auto const read = read_plan(write_plan(slice, {"slice", "", ""}));
  REQUIRE(read);
  REQUIRE(read->document.scope);
  CHECK(*read->document.scope == *slice.scope);
  CHECK(difference(slice, read->document) == "");
}

TEST_CASE("in a slice only what belongs to its agency can be written, and new rows are its own") {
  Handed handed;
  Document slice = handed.slice_for(handed.dinkes);
  CHECK(handed.write(slice, handed.rina, handed.items, handed.health, "name", std::string("Telemedisin")) == "");
  CHECK(handed.write(slice, handed.rina, handed.programs, handed.program, "name", std::string("Milik kami")) == "edit.outside_scope");
  CHECK(handed.edit(slice, handed.rina, DeleteRecords{{{record_type<Mission>, handed.mission}}}) == "edit.outside_scope");
  auto const lead = handed.field(handed.items, "lead_agency");
  CHECK(handed.edit(slice, handed.rina, CreateRecord{{handed.items, {}, {{lead, handed.dinkes}}}, {}}) == "");
  CHECK(handed.edit(slice, handed.rina, CreateRecord{{handed.items, {}, {}}, {}}) == "");
  CHECK(handed.edit(slice, handed.rina, CreateRecord{{handed.items, {}, {{lead, handed.dishub}}}, {}}) == "edit.outside_scope");
  CHECK(handed.edit(slice, handed.rina, CreateRecord{{record_type<Dimension>, {}, {}}, {}}) == "edit.outside_scope");
}

TEST_CASE("a slice that comes back changes its own rows; what lies outside is asked for apart") {
  Handed handed;
  Document slice = handed.slice_for(handed.dinkes);
  handed.write(slice, handed.rina, handed.items, handed.health, "name", std::string("Telemedisin"));
  auto program = clone_node(*handed.node(slice, handed.programs, handed.program));  // by another program, or by hand
  program->as<Program>().name = "Milik kami";
  program->causal = written_by(*program->causal, handed.rina, {handed.field(handed.programs, "name")});
  slice.table(handed.programs).put(program);
  MergeReport report = handed.report(handed.document, slice);
  CHECK(report.outside == 1);
  CHECK(report.count(MergeVerdict::changed) == 1);
  Document const merged = handed.merged(handed.document, report);
  CHECK(handed.item(merged, handed.health).name == "Telemedisin");
  CHECK(handed.node(merged, handed.programs, handed.program) == handed.node(handed.document, handed.programs, handed.program));
  CHECK_FALSE(merged.scope);
  for (auto& record : report.records) record.take = true;
  CHECK(handed.node(handed.merged(handed.document, report), handed.programs, handed.program)->as<Program>().name == "Milik kami");
  // What was taken from the agency meanwhile is no longer its own.
  Document moved = handed.document;
  handed.write(moved, handed.issuer, handed.items, handed.health, "lead_agency", handed.dishub);
  CHECK(handed.report(moved, slice).outside == 2);
}

TEST_CASE("a deletion travels in the slice of its owner") {
  Handed handed;
  handed.edit(handed.document, handed.issuer, DeleteRecords{{{handed.items, handed.clinic}}});
  Document const slice = handed.slice_for(handed.dinkes);
  CHECK(slice.table(handed.items).trash_size() == 1);
}

TEST_CASE("in a slice a new row is its agency's, whatever it is a row of, and can be written on") {
  Handed handed;
  Document slice = handed.slice_for(handed.dinkes);
  std::uint64_t made = 0;
  for (auto const& info : record_infos()) {
    if (!is_agency_work(info.type)) continue;
    Ulid const id{9, ++made};
    CAPTURE(info.name);
    CHECK(handed.edit(slice, handed.rina, CreateRecord{{info.type, id, {}}, {}}) == "");
    REQUIRE(slice.find(info.type, id));
    CHECK(is_writable_in_scope(slice, *slice.find(info.type, id)));
  }
  CHECK(made > 5);
  Ulid const pasted{9, 100}, copied = handed.health;
  CHECK(handed.edit(slice, handed.rina, SetCells{SetCells::Cause::paste, {}, {{handed.items, pasted, {{handed.field(handed.items, "name"), std::string("Antrean daring")}}}}}) == "");
  CHECK(handed.item(slice, pasted).lead_agency.value == handed.dinkes);
  CHECK(handed.edit(slice, handed.rina, DuplicateRecords{handed.items, {copied}, " (salinan)"}) == "");
  Document whole = handed.document;
  CHECK(handed.edit(whole, handed.rina, CreateRecord{{handed.items, pasted, {}}, {}}) == "");
  CHECK_FALSE(handed.item(whole, pasted).lead_agency.value);
  CHECK_FALSE(is_agency_work(record_type<IssuedSlice>));
  CHECK_FALSE(is_agency_work(record_type<Dimension>));
}

TEST_CASE("a slice whose scope can't be understood takes nothing") {
  Handed handed;
  Document slice = handed.slice_for(Ulid{});
  for (auto const& info : record_infos()) CHECK(handed.edit(slice, handed.rina, CreateRecord{{info.type, {}, {}}, {}}) == "edit.outside_scope");
}

TEST_CASE("in a slice only what its agency can mend is found and counted") {
  Handed handed;
  Document slice = handed.slice_for(handed.dinkes);
  Findings findings;
  findings.rebuild(slice);
  auto const all_are_ours = [&] {
    std::size_t found = 0;
    findings.for_each(slice, [&](Finding const& finding) {
      ++found;
      REQUIRE(finding.record);
      CHECK(is_writable_in_scope(slice, *slice.find(finding.type, finding.record)));
    });
    CHECK(found == findings.counts().total());
    return found;
  };
  std::size_t const before = all_are_ours();
  CHECK(before > 0);
  CHECK(findings.checked(handed.items) == 2);
  CHECK(findings.checked(handed.programs) == 0);
  CHECK(completeness(findings, slice, handed.programs).owed == 0);
  Author const rina = handed.author(handed.rina);
  auto const changes = run(slice, SetField{{handed.items, handed.health, handed.field(handed.items, "name"), std::string()}}, rina);
  REQUIRE(changes);
  apply(slice, *changes);
  findings.update(slice, *changes);
  CHECK(all_are_ours() == before + 1);
  Findings again;
  again.rebuild(slice);
  CHECK(again.counts().total() == findings.counts().total());
  Findings whole;
  whole.rebuild(handed.document);
  CHECK(whole.checked(handed.programs) > 0);
}

TEST_CASE("the files of several agencies go into a zip that is named after region and day") {
  Handed handed;
  CHECK(slices_file_name(handed.document, *parse_iso_date("2022-08-01")) == "tebing-tinggi_berkas-opd_2022-08-01.zip");
  Document nameless;
  CHECK(slices_file_name(nameless, *parse_iso_date("2022-08-01")) == "rencana_berkas-opd_2022-08-01.zip");
}
