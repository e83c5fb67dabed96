// Beranda: how far a plan is, what is still owed, what was done last, and the ways from there.
#include <doctest/doctest.h>

#include "at_work.hpp"
#include "ui/route.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
// What the sample is not blamed for: its first programme loses its name.
void take_name_away(AtWork& ui) {
  RecordInfo const& info = record_info(record_type<Program>);
  Ulid const first = ui.document().table(record_type<Program>).stored().front()->id;
  ui.app().edit(SetField{{record_type<Program>, first, static_cast<std::uint8_t>(info.title_field()), std::string()}});
  ui.settle();
}
std::string required_title(Strings const& s) { return std::string(s.find("finding.field.required.title").value_or("")); }
std::string renamed(Strings const& s) {
  RecordInfo const& info = record_info(record_type<ActionItem>);
  return s.history_set(field_label(s, info, info.fields[static_cast<std::size_t>(info.title_field())]), "Jaringan serat optik");
}
}  // namespace

TEST_CASE_FIXTURE(SampleOpen, "the home screen says what a plan still owes, and leads there") {
  REQUIRE(ui.click(ui.s().action_go_home()));
  CHECK(ui.shows(ui.s().home_owed_title()));
  CHECK_FALSE(ui.shows(required_title(ui.s())));
  ui.go_back();
  take_name_away(ui);
  REQUIRE(ui.click(ui.s().action_go_home()));
  REQUIRE(ui.click(required_title(ui.s()), probe::Role::link));
  CHECK(ui.app().route().screen == Screen::findings);
  CHECK(ui.app().route().rule == RuleId::field_required);
  CHECK(ui.listed_plans() == 1);  // one row: the finding
  REQUIRE(ui.click(ui.s().findings_only_rule(required_title(ui.s()))));
  CHECK_FALSE(ui.app().route().rule);
  CHECK(ui.listed_plans() > 1);
}

TEST_CASE_FIXTURE(SampleOpen, "the home screen tells the last changes, also after a restart and in the other language") {
  REQUIRE(ui.type_name("Jaringan serat optik"));
  REQUIRE(ui.click(ui.s().action_go_home()));
  CHECK(ui.shows(renamed(ui.s())));
  ui.store();
  AtWork later(disk);
  CHECK(later.shows(renamed(later.s())));
  REQUIRE(later.click(later.s().action_toggle_language()));
  REQUIRE(later.s().language == Language::en);
  CHECK(later.shows(renamed(later.s())));
}

TEST_CASE_FIXTURE(SampleOpen, "an undone step is not told as a change") {
  REQUIRE(ui.type_name("Jaringan serat optik"));
  ui.key(ctrl | ImGuiKey_Z);
  REQUIRE(ui.click(ui.s().action_go_home()));
  CHECK(ui.shows(ui.s().home_changes_empty()));
}

TEST_CASE("addresses of findings keep their rule; an unknown rule shows all") {
  Ulid const plan = *parse_ulid("01GCDS3M2Q8V6T4R2N0M8K6J4H");
  std::string const route = findings_route(plan, RuleId::action_item_no_budget);
  CHECK(route == "/plan/01GCDS3M2Q8V6T4R2N0M8K6J4H/findings/action_item.no_budget");
  CHECK(parse_route(route).rule == RuleId::action_item_no_budget);
  Route const unknown = parse_route("/plan/01GCDS3M2Q8V6T4R2N0M8K6J4H/findings/of_tomorrow");
  CHECK(unknown.screen == Screen::findings);
  CHECK_FALSE(unknown.rule);
}

TEST_CASE_FIXTURE(SampleOpen, "help of fields arrives with the first plan, in both languages, so that it is there without a network") {
  auto const help = [&] { return field_help(ui.s(), record_info(record_type<ActionItem>), *record_info(record_type<ActionItem>).find("budget")); };
  std::string const indonesian(help());
  CHECK(indonesian.find("Contoh baik") != std::string::npos);
  ui.platform().assets.clear();
  REQUIRE(ui.click(ui.s().action_toggle_language()));
  CHECK(help().find("Good example") != std::string_view::npos);
  REQUIRE(ui.click(ui.s().action_toggle_language()));
  CHECK(help() == indonesian);
}

TEST_CASE("without the file of help texts everything else works") {
  AtWork ui;
  ui.platform().assets.erase("help/id.txt");
  REQUIRE(ui.open_sample());
  CHECK(field_help(ui.s(), record_info(record_type<ActionItem>), *record_info(record_type<ActionItem>).find("budget")).empty());
  CHECK(ui.type_name("Jaringan serat optik"));
  CHECK(ui.first_name() == "Jaringan serat optik");
  // It is asked for again when the person goes elsewhere.
  ui.platform().assets["help/id.txt"] = std::string(embedded_help(Language::id));
  REQUIRE(ui.open_table(record_type<Program>));
  ui.settle();
  CHECK_FALSE(field_help(ui.s(), record_info(record_type<ActionItem>), *record_info(record_type<ActionItem>).find("budget")).empty());
}
