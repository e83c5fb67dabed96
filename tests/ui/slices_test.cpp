// Both sides of a slice: Dinas Kominfo makes the files of all agencies at once; an agency opens its own elsewhere, fills it in and saves it to send back.
#include <doctest/doctest.h>

#include <set>

#include "slice_at_work.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
constexpr RecordType items = record_type<ActionItem>, agencies = record_type<Agency>;
}  // namespace

TEST_CASE_FIXTURE(Kominfo, "the files of all agencies are made at once, in one zip, and noted in one step") {
  std::size_t const all = ui.document().table(agencies).size(), before = ui.history().position(), noted = notes(ui);
  CHECK(ui.shows(ui.s().slices_chosen(std::to_string(all))));
  REQUIRE(ui.click(ui.s().slices_make(std::to_string(all))));
  ui.store();
  REQUIRE(ui.platform().zips.size() == 1);
  auto const& zip = ui.platform().zips[0];
  CHECK(zip.name == "tebing-tinggi_berkas-opd_2022-09-08.zip");
  CHECK(ui.platform().downloads.empty());
  REQUIRE(zip.files.size() == all);
  std::set<std::string> names;
  for (auto const& file : zip.files) {
    names.insert(file.name);
    auto const read = read_plan(file.bytes);
    REQUIRE(read);
    CHECK(read->envelope.kind == "slice");
    REQUIRE(read->document.scope);
    CHECK(file.name == slice_file_name(ui.document(), read->document.scope->agency, *read->document.scope->issued_on));
    CHECK(read->document.plan_id == ui.document().plan_id);
    CHECK(slice_content(read->document).writable > 0);
  }
  CHECK(names.size() == all);
  CHECK(notes(ui) == noted + all);
  CHECK(ui.history().position() == before + 1);
  CHECK(ui.told(zip.name));
  CHECK(ui.shows(ui.s().slices_out_since("8 Sep 2022")));
  ui.key(ctrl | ImGuiKey_Z);
  CHECK(notes(ui) == noted);
}

TEST_CASE_FIXTURE(Kominfo, "the list says what each file will hold, and those that owe nothing can be left out") {
  Document const slice = make_slice(ui.document(), [&] {
    SliceScope scope;
    scope.agency = busiest(ui.document());
    return scope;
  }());
  SliceContent const content = slice_content(slice);
  bool found = false;
  for (auto const& item : ui.items())
    found |= item.label.starts_with(reference_text(ui.document(), agencies, busiest(ui.document())) + ": " + format_integer(static_cast<std::int64_t>(content.writable), NumberStyle::indonesian) + " baris diisi, " +
                                    format_integer(static_cast<std::int64_t>(content.context), NumberStyle::indonesian));
  CHECK(found);
  std::size_t owing = 0;
  for (auto const& agency : agency_duties(ui.document(), ui.app().plan()->findings)) owing += agency.sum().open() > 0;
  REQUIRE(ui.click(ui.s().slices_owing()));
  CHECK(ui.shows(ui.s().slices_chosen(std::to_string(owing))));
  REQUIRE(ui.click(ui.s().slices_none()));
  probe::ProbeItem const* const make = ui.find(ui.s().slices_make_one());
  REQUIRE(make);
  CHECK((make->state & probe::State::disabled) != 0);
}

TEST_CASE_FIXTURE(Kominfo, "a due date that is over or none is refused before anything is made") {
  REQUIRE(ui.click(ui.s().slices_due(), probe::Role::text_field));
  ui.type("2022-09-01");
  ui.key(ImGuiKey_Enter);
  std::size_t const all = ui.document().table(agencies).size();
  CHECK_FALSE(ui.click(ui.s().slices_make(std::to_string(all))));
  REQUIRE(ui.click(ui.s().slices_due(), probe::Role::text_field));
  ui.type("2022-09-30");
  ui.key(ImGuiKey_Enter);
  CHECK(ui.click(ui.s().slices_make(std::to_string(all))));
  REQUIRE(ui.platform().zips.size() == 1);
  CHECK(read_plan(ui.platform().zips[0].files[0].bytes)->document.scope->due == parse_iso_date("2022-09-30"));
}

TEST_CASE_FIXTURE(Kominfo, "making files can be given up: nothing leaves and nothing is noted") {
  std::size_t const noted = notes(ui);
  ui.platform().packing = true;
  REQUIRE(ui.click(ui.s().slices_make(std::to_string(ui.document().table(agencies).size()))));
  ui.frame(3);
  CHECK(ui.app().plan()->issuing);
  REQUIRE(ui.click(ui.s().ui_cancel()));
  ui.platform().packing = false;
  ui.store();
  CHECK_FALSE(ui.app().plan()->issuing);
  CHECK(ui.platform().zips.empty());
  CHECK(ui.platform().zip_files.empty());
  CHECK(notes(ui) == noted);
  CHECK(ui.told(ui.s().slices_cancelled()));
}

TEST_CASE_FIXTURE(Kominfo, "without a packer the files come one by one, and the person is told") {
  ui.platform().no_zip = true;
  std::size_t const all = ui.document().table(agencies).size();
  REQUIRE(ui.click(ui.s().slices_make(std::to_string(all))));
  ui.store();
  CHECK(ui.platform().downloads.size() == all);
  CHECK(ui.told("satu per satu"));
}

TEST_CASE_FIXTURE(Kominfo, "nothing is handed out before it is stored") {
  go(ui, ui.document().plan_id, "action_item");
  REQUIRE(ui.type_name("Pusat kendali kota"));
  ui.app().act(Action::show_slices);
  ui.frame(2);
  REQUIRE_FALSE(ui.stored());
  choose_only(busiest(ui.document()));
  ui.click(ui.s().slices_make_one());
  ui.store();
  CHECK(ui.stored());
  REQUIRE(ui.platform().downloads.size() == 1);
  AtWork later(disk, "/plan/" + ulid_text(ui.document().plan_id) + "/issued_slice");
  REQUIRE(later.in_plan());
  CHECK(notes(later) == notes(ui));
}

TEST_CASE_FIXTURE(Opd, "an agency's file opens with what is asked of it, and shows only what is its own or around it") {
  CHECK(opd->app().route().screen == Screen::task);
  CHECK(opd->shows(name));
  CHECK(opd->shows("Isi pagu"));
  CHECK(opd->shows("7 hari lagi"));
  CHECK(opd->shows(opd->s().slice_tag(name)));
  CHECK(opd->find(opd->s().task_title(), probe::Role::link));
  CHECK_FALSE(opd->find(opd->s().action_show_owed(), probe::Role::link));
  CHECK_FALSE(opd->find(opd->s().action_show_slices(), probe::Role::link));
  CHECK_FALSE(opd->find(record_many(opd->s(), record_info(record_type<IssuedSlice>)), probe::Role::link));
  for (auto const& info : record_infos())
    if (opd->document().table(info.type).size() == 0 && !is_agency_work(info.type)) CHECK_FALSE(opd->find(record_many(opd->s(), info), probe::Role::link));
  CHECK(opd->open_table(items));
  opd->app().act(Action::show_slices);
  opd->settle();
  std::string const budgets(*opd->s().find("duty.budgets"));
  REQUIRE(opd->find(budgets, probe::Role::link));
  REQUIRE(opd->click(budgets, probe::Role::link));
  CHECK(opd->app().route().type == items);
  opd->platform().unix_now += 9ll * 86'400'000;
  opd->app().act(Action::show_slices);
  opd->settle();
  CHECK(opd->app().route().screen == Screen::task);
  CHECK(opd->shows("lewat 2 hari"));
}

TEST_CASE_FIXTURE(Opd, "an agency edits its own rows; what belongs to others is shown as such and refused") {
  Document const before = opd->document();
  Node const* const mine = row(items, true);
  Node const* const program = row(record_type<Program>, false);
  REQUIRE(mine);
  REQUIRE(program);
  Ulid const own_id = mine->id, foreign_id = program->id;
  go(*opd, before.plan_id, "program/" + ulid_text(foreign_id));
  CHECK(opd->shows("hanya dibaca"));
  auto const refused = [&] {
    bool const told = opd->told("hanya bisa dibaca");
    CHECK(opd->document().find(record_type<Program>, foreign_id) == before.find(record_type<Program>, foreign_id));
    CHECK(opd->history().position() == 0);
    while (opd->click(opd->s().ui_close(), probe::Role::button) && opd->told("hanya bisa dibaca")) {}
    return told;
  };
  GridState& grid = opd->app().plan()->grid(opd->app().route(), opd->platform());
  grid.select_record(foreign_id, record_info(record_type<Program>).title_field(), 0);
  opd->settle();
  grid.focus();
  opd->settle();
  opd->key(ImGuiKey_F2);
  CHECK(refused());
  CHECK_FALSE(opd->platform().field);
  opd->app().edit(SetField{{record_type<Program>, foreign_id, static_cast<std::uint8_t>(record_info(record_type<Program>).title_field()), std::string("Milik kami")}});
  opd->settle();
  CHECK(refused());
  opd->app().make_ui().send.edit(DeleteRecords{{{record_type<Program>, foreign_id}, {items, own_id}}});
  opd->settle();
  CHECK(refused());
  CHECK_FALSE(opd->told("dihapus"));
  CHECK(opd->document().find(items, own_id) == before.find(items, own_id));

  opd->app().edit(SetField{{items, own_id, static_cast<std::uint8_t>(record_info(items).title_field()), std::string("Kegiatan OPD")}});
  opd->settle();
  CHECK(opd->history().position() == 1);
  go(*opd, before.plan_id, "action_item");
  auto const writable = [&] {
    std::size_t count = 0;
    opd->document().table(items).for_each([&](NodePtr const& node) { count += is_writable_in_scope(opd->document(), *node); });
    return count;
  };
  std::size_t const rows = opd->activities(), ours = writable();
  REQUIRE(opd->click("Tambah kegiatan"));
  REQUIRE(opd->activities() == rows + 1);
  CHECK(writable() == ours + 1);
}

TEST_CASE_FIXTURE(Opd, "an agency's file takes no outline of what is everybody's, says so and keeps the text; its own programmes it takes") {
  auto const count = [&](RecordType type) { return opd->document().table(type).size(); };
  std::size_t const missions = count(record_type<RpjmdMission>), programs = count(record_type<RpjmdProgram>);
  opd->app().act(Action::paste_outline);
  opd->settle();
  opd->type("Misi 41: Kota yang terang");
  std::string const add = opd->s().outline_add("1");
  REQUIRE(opd->find(add));
  CHECK_FALSE(opd->click(add));
  CHECK(opd->app().plan()->outline_view.text == "Misi 41: Kota yang terang");
  CHECK_FALSE(opd->told(opd->s().outline_added("1")));
  CHECK(count(record_type<RpjmdMission>) == missions);
  Node const* known = nullptr;
  opd->document().table(record_type<RpjmdObjective>).for_each([&](NodePtr const& node) { known = known ? known : node.get(); });
  REQUIRE(known);
  REQUIRE(opd->click(opd->s().outline_text(), probe::Role::text_field));
  opd->platform().type_text("Sasaran: " + std::string(known->title()) + "\n\tProgram: Penerangan jalan kota");
  opd->settle();
  REQUIRE(opd->click(add));
  CHECK(count(record_type<RpjmdProgram>) == programs + 1);
  CHECK(opd->told(opd->s().outline_added("1")));
}

TEST_CASE_FIXTURE(Opd, "boards of the whole plan are not offered in an agency's file, and the attendance that an address leads to is only read") {
  for (Action const action : {Action::show_attendance, Action::show_owed, Action::show_stages}) {
    std::string const label(action_label(action, opd->s()));
    opd->key(ctrl | ImGuiKey_K);
    opd->type(label);
    CHECK_FALSE(opd->find(label, probe::Role::option));
    opd->key(ImGuiKey_Escape);
  }
  go(*opd, opd->document().plan_id, "presence");
  REQUIRE_FALSE(opd->app().plan()->attendance_view.people.empty());
  std::size_t const notes_before = opd->document().table_of<Attendance>().size();
  opd->key(ImGuiKey_Home);
  opd->key(ctrl | ImGuiKey_Space);
  CHECK(opd->told(opd->s().slice_common()));
  CHECK_FALSE(opd->told("dicatat hadir"));
  CHECK(opd->document().table_of<Attendance>().size() == notes_before);
}

TEST_CASE_FIXTURE(SampleOpen, "a whole plan has no task: its address leads to the action plan") {
  go(ui, ui.document().plan_id, "task");
  CHECK(ui.app().route().screen == Screen::records);
  CHECK(ui.app().route().type == items);
  CHECK_FALSE(ui.find(ui.s().task_title(), probe::Role::link));
}
