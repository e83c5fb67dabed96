// Plans that are opened one after another, faster than the disk answers; what waits while a plan is closed.
#include <doctest/doctest.h>

#include "at_work.hpp"
#include "edit/editor.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
std::string small_file() { return file_text("assets/samples/tanjungpinang.rancang.json"); }

// Two plans in this browser, the second one open.
struct TwoPlans {
  std::shared_ptr<NullDisk> disk = std::make_shared<NullDisk>();
  AtWork ui{disk};
  std::string first, second;  // addresses

  TwoPlans() {
    ui.open_files({{"tebing.rancang.json", sample_file(), 0}});
    REQUIRE(ui.in_plan());
    first = ui.platform().routes.back();
    ui.store();
    ui.app().act(Action::go_home);
    ui.settle();
    ui.open_files({{"tanjungpinang.rancang.json", small_file(), 0}});
    REQUIRE(ui.in_plan());
    second = ui.platform().routes.back();
    ui.store();
  }
  void address(std::string const& route) {
    ui.platform().send(RouteChanged{route});
    ui.frame(2);
  }
  static std::string id_in(std::string const& route) { return route.substr(route.find("/plan/") + 6, 26); }
};
}  // namespace

TEST_CASE_FIXTURE(TwoPlans, "the home screen saves a plan that is not open") {
  ui.app().act(Action::go_home);
  ui.settle();
  REQUIRE(ui.listed_plans() == 2);
  REQUIRE(ui.click(ui.s().action_save_file()));
  ui.wait(1000);
  REQUIRE(ui.platform().downloads.size() == 1);
  CHECK(ui.platform().downloads[0].bytes.size() > 10000);
  auto const saved = read_plan(ui.platform().downloads[0].bytes);
  REQUIRE(saved);
  CHECK(ulid_text(saved->document.plan_id) == ui.app().plan()->id());
}

TEST_CASE_FIXTURE(TwoPlans, "who turns back before a plan was read finds the other one as it was left, and the lock is free") {
  address(first);
  ui.settle();
  REQUIRE(ui.type_name("Kata terakhir"));
  ui.platform().null_store().hold(true);
  address(second);  // the first is not stored yet and waits; the second can't be read yet
  address(first);
  CHECK(ui.app().plan());
  ui.platform().null_store().hold(false);
  ui.settle();
  ui.store();
  REQUIRE(ui.in_plan());
  CHECK(ui.app().plan()->id() == id_in(first));
  CHECK(ui.first_name() == "Kata terakhir");
  CHECK(disk->writers.contains(id_in(first)));
  CHECK_FALSE(disk->writers.contains(id_in(second)));
  AtWork other(disk, second);
  REQUIRE(other.in_plan());
  CHECK(other.app().plan()->autosave.writes());
}

TEST_CASE_FIXTURE(TwoPlans, "who goes home before a plan was read does not open it unseen") {
  ui.app().act(Action::go_home);
  ui.settle();
  ui.platform().null_store().hold(true);
  address(first);
  address("/");
  ui.platform().null_store().hold(false);
  ui.settle();
  ui.store();
  CHECK_FALSE(ui.in_plan());
  CHECK(disk->writers.empty());
}

TEST_CASE_FIXTURE(TwoPlans, "files on the merge board wait while their plan is closed") {
  address(first);
  ui.settle();
  ui.open_files({{"salinan.rancang.json", [&] {
    Editor editor(ui.document(), {make_replica(77), [] { return Ulid{1, 1}; }, created_by(make_replica(77))});
    constexpr RecordType items = record_type<ActionItem>;
    auto const field = static_cast<std::uint8_t>(record_info(items).index_of("name"));
    REQUIRE(editor.run(SetField{{items, ui.document().table(items).stored()[0]->id, field, std::string("Dari luar")}}, 0, 1));
    return write_plan(editor.document(), {});
  }(), 0}});
  REQUIRE(ui.app().route().screen == Screen::merge);
  REQUIRE(ui.app().plan()->merging->files().size() == 1);
  address(second);
  ui.settle();
  ui.store();
  REQUIRE(ui.app().plan()->id() == id_in(second));
  CHECK_FALSE(ui.app().plan()->merging);
  address("/plan/" + id_in(first) + "/merge");
  ui.settle();
  ui.wait(500);
  REQUIRE(ui.in_plan());
  REQUIRE(ui.app().plan()->merging);
  CHECK(ui.app().plan()->merging->files().size() == 1);
  REQUIRE(ui.click(ui.s().merge_confirm("1")));
  CHECK(ui.document().table(record_type<ActionItem>).stored()[0]->as<ActionItem>().name == "Dari luar");
}

TEST_CASE_FIXTURE(TwoPlans, "the answer about a chosen file is for the plan that was saved") {
  address(first);
  ui.settle();
  ui.platform().in_place = true;
  ui.platform().send(FileSaved{"tanjungpinang.rancang.json", true, std::nullopt, id_in(second)});  // its plan is closed meanwhile
  ui.settle();
  CHECK_FALSE(ui.app().plan()->in_place);
  ui.platform().send(FileSaved{"tebing.rancang.json", true, std::nullopt, id_in(first)});
  ui.settle();
  CHECK(ui.app().plan()->in_place);
}
