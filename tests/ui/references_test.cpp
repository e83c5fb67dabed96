// Records that point to each other: who uses this one, outlines pasted into the tree of the medium-term plan, codes looked up while they are typed.
#include <doctest/doctest.h>

#include "at_work.hpp"
#include "base/utf8.hpp"
#include "model/reference_lookup.hpp"
#include "rules/backlinks.hpp"
#include "screen_check.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
void go(AtWork& ui, RecordType type, Ulid record = {}) {
  ui.platform().send(RouteChanged{record_route(ui.document().plan_id, type, record)});
  ui.settle();
}
// The agency that most records name.
Ulid busiest_agency(Document const& document) {
  Ulid best;
  std::size_t most = 0;
  document.table_of<Agency>().for_each([&](NodePtr const& node) {
    std::size_t const count = users_of(document, {{node->type, node->id}}).size();
    if (count > most) most = count, best = node->id;
  });
  return best;
}
std::size_t of_type(RecordNames const& users, RecordType type) {
  return static_cast<std::size_t>(std::count_if(users.begin(), users.end(), [&](auto const& user) { return user.first == type; }));
}
std::string count_label(AtWork& ui, RecordType type, std::size_t count) {
  std::string const number = std::to_string(count);
  std::string_view const argument = number;
  return ui.s().format("record." + std::string(record_info(type).name) + (count == 1 ? ".count_one" : ".count"), {&argument, 1});
}

// An activity without a word in it, in a form that shows all of its fields.
struct NewItem : SampleOpen {
  Ulid const id = make_ulid(9, 9, 8);
  std::string open_new_item(std::string_view field) {  // the field's label
    ui.resize({1920, 4000});
    ui.app().edit(CreateRecord{{record_type<ActionItem>, id, {}}, {}});
    go(ui, record_type<ActionItem>, id);
    RecordInfo const& info = record_info(record_type<ActionItem>);
    return std::string(field_label(ui.s(), info, *info.find(field)));
  }
  ActionItem const& item() { return ui.document().find(record_type<ActionItem>, id)->as<ActionItem>(); }
};
}  // namespace

TEST_CASE_FIXTURE(SampleOpen, "below a form stands who uses the record; a group opens the table with exactly these rows") {
  ui.resize({1920, 4000});
  Ulid const agency = busiest_agency(ui.document());
  auto const users = users_of(ui.document(), {{record_type<Agency>, agency}});
  std::size_t const items = of_type(users, record_type<ActionItem>);
  REQUIRE(items > 0);
  go(ui, record_type<Agency>, agency);
  CHECK(ui.find(ui.s().used_by_these(ui.s().grid_rows(format_integer(static_cast<std::int64_t>(users.size()), NumberStyle::indonesian))), probe::Role::heading));
  std::string const group = count_label(ui, record_type<ActionItem>, items);
  REQUIRE(ui.click(group, probe::Role::link));
  CHECK(ui.app().route().type == record_type<ActionItem>);
  GridState const* const grid = ui.app().plan()->opened_grid(ui.app().route());
  REQUIRE(grid);
  CHECK(grid->query.filter.refers_to == agency);
  CHECK(grid->table.totals().count == items);
  std::string const name = reference_text(ui.document(), record_type<Agency>, agency);
  REQUIRE(ui.click(ui.s().grid_names(utf8::cut(name, 28))));
  CHECK(grid->table.totals().count == ui.activities());
}

TEST_CASE_FIXTURE(SampleOpen, "who uses a record follows what is edited, and a name leads to its record") {
  ui.resize({1920, 4000});
  ui.app().edit(CreateRecord{{record_type<Agency>, make_ulid(9, 9, 9), {{0, Value(std::string("Dinas Baru"))}}}, {}});
  go(ui, record_type<Agency>, make_ulid(9, 9, 9));
  CHECK(ui.shows(ui.s().used_by_nobody()));
  CHECK(ui.find(ui.s().used_by(), probe::Role::heading));
  auto const& table = ui.document().table_of<ActionItem>();
  Node const* first = nullptr;
  table.for_each([&](NodePtr const& node) { first = first ? first : node.get(); });
  RecordInfo const& info = record_info(record_type<ActionItem>);
  Ulid const item = first->id;
  std::string const title(first->title());
  ui.app().edit(SetField{{record_type<ActionItem>, item, static_cast<std::uint8_t>(info.index_of("lead_agency")), Value(make_ulid(9, 9, 9))}});
  ui.settle();
  // Of one type: the heading says it all, and leads to them.
  std::string const heading = ui.s().used_by_these(count_label(ui, record_type<ActionItem>, 1));
  CHECK(ui.find(heading, probe::Role::heading));
  CHECK(ui.find(heading, probe::Role::link));
  CHECK_FALSE(ui.find(count_label(ui, record_type<ActionItem>, 1), probe::Role::link));
  REQUIRE(ui.click(title, probe::Role::link));
  CHECK(ui.app().route().record == item);
}

TEST_CASE_FIXTURE(SampleOpen, "deleting what is used says by whom") {
  Ulid const agency = busiest_agency(ui.document());
  go(ui, record_type<Agency>, agency);
  REQUIRE(ui.click(ui.s().pane_delete()));
  CHECK(ui.told("masih dipakai oleh"));
  CHECK(ui.told(count_label(ui, record_type<ActionItem>, of_type(users_of(ui.document(), {{record_type<Agency>, agency}}), record_type<ActionItem>))));
}

TEST_CASE_FIXTURE(SampleOpen, "an outline is read while it is pasted and added in one step") {
  go(ui, record_type<RpjmdMission>);
  std::size_t const missions = ui.document().table_of<RpjmdMission>().size(), steps = ui.history().steps().size();
  REQUIRE(ui.click(ui.s().outline_button()));
  CHECK(ui.find(ui.s().outline_title(), probe::Role::dialog));
  CHECK(screen_faults(ui).empty());
  ui.type("Misi 41: Kota yang terang\n\tTujuan: Lampu jalan menyala\n\t\tSasaran: Padam paling lama sehari\nProgram\n1.\n");
  CHECK(ui.find("Kota yang terang", probe::Role::row));
  CHECK(ui.shows("Baris 5"));
  CHECK(ui.shows("3 baru"));
  CHECK(screen_faults(ui).empty());
  CHECK(ui.document().table_of<RpjmdMission>().size() == missions);
  REQUIRE(ui.click(ui.s().outline_add("3")));
  CHECK(ui.document().table_of<RpjmdMission>().size() == missions + 1);
  CHECK(ui.history().steps().size() == steps + 1);
  CHECK(ui.told("3 butir ditambahkan"));
  ui.key(ctrl | ImGuiKey_Z);
  CHECK(ui.document().table_of<RpjmdMission>().size() == missions);
}

TEST_CASE_FIXTURE(SampleOpen, "the palette opens the outline from anywhere; nothing changes when it is cancelled") {
  std::uint64_t const revision = ui.app().plan()->editor.revision();
  ui.app().act(Action::paste_outline);
  ui.settle();
  ui.type("Misi: Sesuatu");
  CHECK(ui.shows("1 baru"));
  REQUIRE(ui.click(std::string(record_label(ui.s(), record_info(record_type<RpjmdGoal>)))));
  REQUIRE(ui.click_last(ui.s().ui_cancel()));
  CHECK_FALSE(ui.find(ui.s().outline_title(), probe::Role::dialog));
  CHECK(ui.app().plan()->editor.revision() == revision);
}

TEST_CASE_FIXTURE(NewItem, "typing in the code field offers rows of the nomenclature; one press writes code and edition") {
  std::string const label = open_new_item("budget_code");
  REQUIRE(ui.click(label, probe::Role::text_field));
  ui.type("2.16.3.2.2");
  probe::ProbeItem const* offer = nullptr;
  for (auto const& item : ui.items())
    if (item.role == probe::Role::option && item.label.starts_with("2.16.03.2.02.")) offer = &item;
  REQUIRE(offer);
  std::string const code = offer->label.substr(0, offer->label.find(' ')), text = offer->label;
  CHECK_FALSE(offer->value.empty());
  REQUIRE(ui.click(text, probe::Role::option));
  CHECK(item().budget_code == code);
  CHECK_FALSE(ui.find(text, probe::Role::option));
}

TEST_CASE_FIXTURE(NewItem, "a code that lost its zeros gets them back when the field is left; words stay as they are") {
  std::string const label = open_new_item("budget_code");
  REQUIRE(ui.click(label, probe::Role::text_field));
  ui.type("2.16.3.2.2");
  ui.key(ImGuiKey_Tab);
  CHECK(item().budget_code == "2.16.03.2.02");
  REQUIRE(ui.click(label, probe::Role::text_field));
  ui.type("belum ada");
  ui.key(ImGuiKey_Tab);
  CHECK(item().budget_code == "belum ada");
}

TEST_CASE_FIXTURE(NewItem, "Esc in the code field closes its offers and gives the old code back") {
  std::string const label = open_new_item("budget_code");
  REQUIRE(ui.click(label, probe::Role::text_field));
  ui.type("2.16.3.2.2");
  auto const offers = [&] { return std::count_if(ui.items().begin(), ui.items().end(), [](auto const& item) { return item.role == probe::Role::option; }); };
  REQUIRE(offers() > 0);
  ui.key(ImGuiKey_Escape);
  CHECK(item().budget_code.empty());
  CHECK(offers() == 0);
}

TEST_CASE_FIXTURE(NewItem, "an open list of the form follows what others add and take away") {
  std::string const label = open_new_item("lead_agency");
  REQUIRE(ui.click(label, probe::Role::text_field));
  ui.type("Dinas Baru");
  CHECK_FALSE(ui.find("Dinas Baru", probe::Role::option));
  Ulid const added = make_ulid(9, 9, 9);
  ui.app().edit(CreateRecord{{record_type<Agency>, added, {{static_cast<std::uint8_t>(record_info(record_type<Agency>).title_field()), Value(std::string("Dinas Baru"))}}}, {}});
  ui.settle();
  REQUIRE(ui.find("Dinas Baru", probe::Role::option));
  ui.app().edit(DeleteRecords{{{record_type<Agency>, added}}});
  ui.settle();
  CHECK_FALSE(ui.find("Dinas Baru", probe::Role::option));
  CHECK(ui.app().plan()->form.picker.matches.empty());
}
