// Plans that are thrown away: the question before, the way back, the end.
#include <doctest/doctest.h>

#include "at_work.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
std::size_t plans_of(NullDisk const& disk) {
  std::size_t count = 0;
  for (auto const& [path, bytes] : disk.files) count += path.find("card") != std::string::npos;
  return count;
}
// On the home screen, the only plan there.
bool throw_away(AtWork& ui) {
  return ui.click(ui.s().home_more()) && ui.click(ui.s().home_delete(), probe::Role::menu_item) && ui.click(ui.s().home_delete(), probe::Role::button);
}
}  // namespace

TEST_CASE_FIXTURE(SampleOpen, "a plan is moved to the trash only after a question, and its data stay") {
  ui.store();
  REQUIRE(ui.click(ui.s().action_go_home()));
  std::size_t const plans = plans_of(*disk);
  for (bool const agreed : {false, true}) {
    REQUIRE(ui.click(ui.s().home_more()));
    REQUIRE(ui.click(ui.s().home_delete(), probe::Role::menu_item));
    CHECK(ui.find(ui.s().home_delete_title(), probe::Role::dialog));
    if (!agreed) {
      ui.key(ImGuiKey_Escape);
      CHECK_FALSE(ui.find(ui.s().home_delete_title(), probe::Role::dialog));
      REQUIRE(ui.click(ui.s().home_more()));
      REQUIRE(ui.click(ui.s().home_delete(), probe::Role::menu_item));
    }
    REQUIRE(ui.click(agreed ? ui.s().home_delete() : ui.s().ui_cancel(), probe::Role::button));
    ui.store();
    CHECK(ui.shows("Kota Tebing Tinggi") == !agreed);
  }
  CHECK(ui.shows(ui.s().home_empty_title()));
  CHECK(plans_of(*disk) == plans);
}

TEST_CASE_FIXTURE(SampleOpen, "a plan that was moved to the trash is taken out again at once") {
  std::string const route = ui.platform().routes.back();
  ui.store();
  REQUIRE(ui.click(ui.s().action_go_home()));
  REQUIRE(throw_away(ui));
  CHECK(ui.told(ui.s().notice_plan_trashed()));
  REQUIRE(ui.click(ui.s().action_undo(), probe::Role::link));
  ui.settle();
  CHECK(ui.shows("Kota Tebing Tinggi"));
  CHECK(AtWork(disk, route).first_name() == original);
}

TEST_CASE("a plan in the trash is still listed after a restart, comes back from there, or goes for good after a question") {
  auto const disk = std::make_shared<NullDisk>();
  std::string name, route;
  {
    AtWork ui(disk);
    REQUIRE(ui.open_sample());
    name = ui.first_name();
    route = ui.platform().routes.back();
    ui.store();
    REQUIRE(ui.click(ui.s().action_go_home()));
    REQUIRE(throw_away(ui));
    ui.store();
  }
  {
    AtWork ui(disk);
    CHECK(ui.listed_plans() == 0);
    REQUIRE(ui.click(ui.s().home_restore()));
    ui.store();
    CHECK(ui.listed_plans() == 1);
    CHECK_FALSE(ui.find(ui.s().home_restore()));
  }
  CHECK(AtWork(disk, route).first_name() == name);
  AtWork ui(disk);
  REQUIRE(throw_away(ui));
  ui.store();
  REQUIRE(ui.click(ui.s().home_erase()));
  REQUIRE(ui.find(ui.s().home_erase_title(), probe::Role::dialog));
  REQUIRE(ui.click(ui.s().ui_cancel(), probe::Role::button));
  CHECK(ui.find(ui.s().home_restore()));
  REQUIRE(ui.click(ui.s().home_erase()));
  // The dialog's button is the last one of this name.
  REQUIRE(ui.click_last(ui.s().home_erase()));
  ui.store();
  CHECK_FALSE(ui.find(ui.s().home_restore()));
  AtWork later(disk);
  CHECK(later.listed_plans() == 0);
  CHECK_FALSE(later.find(later.s().home_restore()));
  CHECK_FALSE(later.shows("Kota Tebing Tinggi"));  // nor is it missed
}
