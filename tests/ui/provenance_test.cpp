// From whom a value is, of which day, from which file: told where it stands, in the list of changes and on the way through files.
#include <doctest/doctest.h>

#include "screen_check.hpp"
#include "slice_at_work.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
constexpr std::uint64_t day_ms = 86'400'000;
ReplicaId writer(AtWork& ui) { return ui.app().plan()->editor.replica(); }
std::uint8_t title() { return static_cast<std::uint8_t>(record_info(slice_items).title_field()); }
void write(AtWork& ui, Ulid id, std::string text) {
  ui.app().edit(SetField{{slice_items, id, title(), std::move(text)}});
  ui.settle();
}
ReplicaId stamp(AtWork& ui, Ulid id) { return ui.document().find(slice_items, id)->causal->stamp_of(title()).replica; }
Ulid first_row(AtWork& ui) { return ui.document().table(slice_items).stored()[0]->id; }
}  // namespace

TEST_CASE_FIXTURE(SampleOpen, "looking writes nothing; an edit tells its day, and after midnight another replica writes") {
  ui.store();
  std::size_t const before = ui.document().replicas->size();
  ui.wait(3000);
  CHECK(ui.document().replicas->size() == before);
  Ulid const id = first_row(ui);
  ReplicaId const first = writer(ui);
  write(ui, id, "Satu");
  CHECK(ui.document().replicas->at(first).day == parse_iso_date("2022-09-08"));
  write(ui, id, "Dua");
  CHECK(writer(ui) == first);
  ui.platform().unix_now += day_ms;
  ui.frame();
  CHECK(writer(ui) != first);
  CHECK(ui.document().replicas->count(writer(ui)) == 0);
  write(ui, id, "Tiga");
  CHECK(stamp(ui, id) == writer(ui));
  CHECK(ui.document().replicas->at(writer(ui)).day == parse_iso_date("2022-09-09"));
}

TEST_CASE_FIXTURE(SampleOpen, "what is in a file that was handed out is all that its replica wrote") {
  ui.store();
  Ulid const id = first_row(ui);
  ReplicaId const first = writer(ui);
  ui.app().act(Action::save_file);
  ui.store();
  CHECK(writer(ui) == first);  // it has written nothing
  write(ui, id, "Satu");
  ui.app().act(Action::save_file);
  ui.store();
  REQUIRE(ui.platform().downloads.size() == 2);
  CHECK(writer(ui) != first);
  write(ui, id, "Dua");
  auto const read = read_plan(ui.platform().downloads[1].bytes);
  REQUIRE(read);
  CHECK(read->document.find(slice_items, id)->causal->stamp_of(title()).replica == first);
  CHECK(stamp(ui, id) == writer(ui));
}

TEST_CASE_FIXTURE(SampleOpen, "opened again on the same day the same replica goes on, on another day another one") {
  Ulid const id = first_row(ui);
  std::string const route = "/plan/" + ulid_text(ui.document().plan_id) + "/action_item";
  write(ui, id, "Satu");
  ui.store();
  ReplicaId const first = writer(ui);
  auto const reopen = [&](std::uint64_t later) {
    ui.platform().send(RouteChanged{"/"});
    ui.store();
    ui.platform().unix_now += later;
    ui.platform().send(RouteChanged{route});
    ui.settle();
    ui.wait(500);
    REQUIRE(ui.in_plan());
  };
  reopen(0);
  CHECK(writer(ui) == first);
  reopen(day_ms);
  CHECK(writer(ui) != first);
  write(ui, id, "Dua");
  CHECK(stamp(ui, id) == writer(ui));
}

TEST_CASE_FIXTURE(SampleOpen, "who wrote into a file that was handed out writes no more, though the mark of a clean end was his") {
  Ulid const id = first_row(ui);
  std::string const route = "/plan/" + ulid_text(ui.document().plan_id) + "/action_item";
  write(ui, id, "Satu");
  ReplicaId const first = writer(ui);
  ui.platform().send(VisibilityChanged{true});
  ui.store();
  ui.platform().send(VisibilityChanged{false});
  ui.app().act(Action::save_file);
  ui.store();
  REQUIRE(writer(ui) != first);
  ui.platform().send(RouteChanged{"/"});
  ui.store();
  ui.platform().send(RouteChanged{route});
  ui.settle();
  ui.wait(500);
  REQUIRE(ui.in_plan());
  CHECK(writer(ui) != first);
}

TEST_CASE_FIXTURE(Opd, "a value that a file brought tells file and day in the list of changes and at its field, also in the next session") {
  Node const* const mine = row(slice_items, true);
  REQUIRE(mine);
  Ulid const id = mine->id, plan = ui.document().plan_id;
  ReplicaId const before = stamp(*opd, id);
  CHECK(opd->app().plan()->arrivals.file_of(before) == handed.name);  // the file that the agency's plan began with
  opd->platform().unix_now += 2 * day_ms;
  opd->frame();
  write(*opd, id, "Nama dari OPD");
  REQUIRE(opd->click(opd->s().task_save()));
  opd->store();
  REQUIRE(opd->platform().downloads.size() == 1);
  std::string const file = opd->platform().downloads[0].name;
  ui.open_files({{file, opd->platform().downloads[0].bytes, 0}});
  ui.wait(500);
  REQUIRE(ui.click(ui.s().merge_confirm("1")));
  ui.store();
  auto const told = [&] {
    go(ui, plan, "changes");
    ui.wait(500);
    REQUIRE(ui.click(ui.s().changes_by_person()));
    REQUIRE(ui.click(ui.s().changes_by_file(), probe::Role::option));
    auto const& groups = ui.app().plan()->changes_view.report.groups;
    return std::any_of(groups.begin(), groups.end(), [&](auto const& group) { return group.title == file && group.count == 1; });
  };
  CHECK(told());
  CHECK(ui.app().plan()->arrivals.file_of(stamp(ui, id)) == file);
  ui.platform().send(RouteChanged{"/"});
  ui.store();
  go(ui, plan, "action_item/" + ulid_text(id));
  ui.wait(500);
  REQUIRE(ui.in_plan());
  CHECK(ui.app().plan()->arrivals.file_of(stamp(ui, id)) == file);
  std::string const help = ui.s().form_help(field_label(ui.s(), record_info(slice_items), record_info(slice_items).fields[title()]));
  REQUIRE(ui.click(help));
  ui.frame(2);
  CHECK(ui.shows(ui.s().form_written_by(ui.s().form_unnamed_laptop()) + ", 10 September 2022, " + ui.s().form_from_file(file)));
}

TEST_CASE("the name that a laptop is given on the first screen goes with every change from then on, also of a plan that was written in before") {
  AtWork ui;
  REQUIRE(ui.open_sample());
  Ulid const id = first_row(ui);
  std::string const route = "/plan/" + ulid_text(ui.document().plan_id) + "/action_item";
  write(ui, id, "Satu");
  ui.store();
  CHECK(ui.document().replicas->at(writer(ui)).label == "");
  ui.platform().send(RouteChanged{"/"});
  ui.store();
  REQUIRE(ui.click(ui.s().folder_label(), probe::Role::text_field));
  ui.type("Diskominfo – Rina");
  ui.key(ImGuiKey_Enter);
  ui.settle();
  ui.platform().send(RouteChanged{route});
  ui.settle();
  ui.wait(500);
  REQUIRE(ui.in_plan());
  write(ui, id, "Dua");
  CHECK(ui.document().replicas->at(stamp(ui, id)).label == "Diskominfo – Rina");
  CHECK(ui.platform().setting("folder.label") == "Diskominfo – Rina");
  go(ui, ui.document().plan_id, "changes");
  ui.wait(500);
  CHECK(ui.app().plan()->changes_view.report.groups.at(0).title == "Diskominfo – Rina");
  for (std::string const& fault : screen_faults(ui)) CHECK_MESSAGE(false, fault);
}
