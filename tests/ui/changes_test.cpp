// What changed since a restore point: shown in sentences, copied, taken back, returned to.
#include <doctest/doctest.h>

#include "at_work.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
struct ChangesOpen : SampleOpen {
  void show() {
    ui.platform().send(RouteChanged{"/plan/" + ulid_text(ui.document().plan_id) + "/changes"});
    ui.settle();
  }
  void back_to_table() {
    ui.platform().send(RouteChanged{"/plan/" + ulid_text(ui.document().plan_id) + "/action_item"});
    ui.settle();
  }
  void group_by(std::string_view before, std::string_view wanted) {
    REQUIRE(ui.click(before));
    REQUIRE(ui.click(wanted, probe::Role::option));
  }
  std::size_t change_rows() {
    std::size_t count = 0;
    for (auto const& item : ui.items()) count += item.role == probe::Role::button && item.label.starts_with(ui.s().changes_return_one());
    return count;
  }
};
}  // namespace

TEST_CASE_FIXTURE(ChangesOpen, "a session without edits has no changes; an edit is told in a sentence and can be taken back alone") {
  show();
  CHECK(ui.shows(ui.s().changes_none()));
  back_to_table();
  REQUIRE(ui.type_name("Nama yang lain"));
  show();
  CHECK(change_rows() == 1);
  bool told = false;
  for (auto const& item : ui.items()) told = told || (item.role == probe::Role::row && item.label.find("menjadi “Nama yang lain”") != std::string::npos);
  CHECK(told);
  for (auto const& item : ui.items())
    if (item.role == probe::Role::button && item.label.starts_with(ui.s().changes_return_one())) {
      REQUIRE(ui.click(item.label));
      break;
    }
  CHECK(ui.shows(ui.s().changes_none()));
  back_to_table();
  CHECK(ui.first_name() == original);
}

TEST_CASE_FIXTURE(ChangesOpen, "a point is kept under a name, compared with, copied for the minutes, and returned to") {
  ui.store();
  show();
  REQUIRE(ui.click(ui.s().changes_keep_name(), probe::Role::text_field));
  ui.type("Sebelum rapat Tim");
  ui.key(ImGuiKey_Enter);
  ui.store();
  REQUIRE(ui.app().plan()->points().size() == 1);
  back_to_table();
  REQUIRE(ui.type_name("Nama yang lain"));
  ui.store();
  show();
  bool pressed = false;
  for (auto const& item : ui.items())
    if (!pressed && item.role == probe::Role::row && item.label == "Sebelum rapat Tim") pressed = ui.click(item.label, probe::Role::row);
  REQUIRE(pressed);
  ui.wait(500);
  CHECK(change_rows() == 1);
  REQUIRE(ui.click(ui.s().changes_copy()));
  CHECK(ui.platform().clipboard_plain.find("Perubahan Kota Tebing Tinggi sejak Sebelum rapat Tim") == 0);
  CHECK(ui.platform().clipboard_plain.find("menjadi “Nama yang lain”") != std::string::npos);
  REQUIRE(ui.click(ui.s().changes_return_all()));
  CHECK(ui.shows(ui.s().changes_none()));
  ui.key(ctrl | ImGuiKey_Z);
  CHECK(change_rows() == 1);
}

TEST_CASE_FIXTURE(ChangesOpen, "the first edit of a session keeps the plan as it was found") {
  ui.store();
  CHECK(ui.app().plan()->points().empty());
  REQUIRE(ui.type_name("Nama yang lain"));
  ui.store();
  REQUIRE(ui.app().plan()->points().size() == 1);
  CHECK(ui.app().plan()->points()[0].kind == PointKind::automatic);
  REQUIRE(ui.type_name("Nama ketiga"));
  ui.store();
  CHECK(ui.app().plan()->points().size() == 1);
}

TEST_CASE_FIXTURE(ChangesOpen, "changes are searched and grouped") {
  REQUIRE(ui.type_name("Nama yang lain"));
  show();
  group_by(ui.s().changes_by_person(), ui.s().changes_by_form());
  CHECK(ui.app().plan()->changes_view.report.groups.at(0).title == "Rencana aksi");
  REQUIRE(ui.click(ui.s().changes_filter(), probe::Role::text_field));
  ui.type("pagu");
  CHECK(ui.app().plan()->changes_view.found == 0);
  CHECK(change_rows() == 0);
}

TEST_CASE_FIXTURE(ChangesOpen, "what was signed is frozen, and a later change is told and shown") {
  ui.store();
  ui.app().act(Action::sign_plan);
  ui.store();
  show();
  auto const told = [&](std::string_view beginning) {
    for (auto const& item : ui.items())
      if (item.role == probe::Role::status && item.label.starts_with(beginning)) return true;
    return false;
  };
  CHECK(told("Isi sama seperti saat ditandatangani"));
  back_to_table();
  REQUIRE(ui.type_name("Nama yang lain"));
  ui.store();
  show();
  CHECK(told("Isi berubah sejak ditandatangani"));
  REQUIRE(ui.click(ui.s().signing_show()));
  ui.wait(500);
  CHECK(change_rows() == 1);
  ui.key(ctrl | ImGuiKey_Z);
  CHECK(told("Isi sama seperti saat ditandatangani"));
}

TEST_CASE_FIXTURE(ChangesOpen, "two earlier states are compared with each other, and a row leads to its own changes") {
  auto const keep = [&](char const* name) {
    ui.app().plan()->autosave.keep_point({0, 1'662'600'000'000, PointKind::named, name}, ui.document());
    ui.store();
  };
  ui.store();
  keep("Satu");
  REQUIRE(ui.type_name("Nama kedua"));
  keep("Dua");
  REQUIRE(ui.type_name("Nama ketiga"));
  ui.store();
  show();
  ChangesState& state = ui.app().plan()->changes_view;
  auto const point = [&](std::string_view name) {
    for (auto const& kept : ui.app().plan()->points())
      if (kept.name == name) return kept.generation;
    return std::uint64_t{0};
  };
  REQUIRE(ui.click("Satu", probe::Role::row));
  ui.wait(500);
  CHECK(change_rows() == 1);
  state.until = point("Dua");
  state.forget_end();
  ui.wait(500);
  REQUIRE(state.report.changes.size() == 1);
  bool told = false;
  for (auto const& item : ui.items()) told = told || (item.role == probe::Role::row && item.label.find("menjadi “Nama kedua”") != std::string::npos);
  CHECK(told);
  CHECK(change_rows() == 0);  // what lies between two earlier states is not taken back from here
  back_to_table();
  REQUIRE(ui.click("Kegiatan 1"));
  REQUIRE(ui.click(ui.s().pane_changes()));
  CHECK(ui.app().route().screen == Screen::changes);
  CHECK(state.filter == "Nama ketiga");
}

TEST_CASE_FIXTURE(ChangesOpen, "the heads of the groups speak the language that was chosen last") {
  REQUIRE(ui.type_name("Nama yang lain"));
  show();
  group_by(ui.s().changes_by_person(), ui.s().changes_by_form());
  ChangesState& state = ui.app().plan()->changes_view;
  REQUIRE(state.report.groups.at(0).title == "Rencana aksi");
  ui.app().act(Action::toggle_language);
  ui.settle();
  CHECK(state.report.groups.at(0).title == record_many(ui.s(), record_info(record_type<ActionItem>)));
  CHECK(state.report.groups.at(0).title != "Rencana aksi");
}

TEST_CASE_FIXTURE(ChangesOpen, "the end of a comparison that is chosen while another one is being read is the one that is shown") {
  auto const keep = [&](char const* name) {
    ui.app().plan()->autosave.keep_point({0, 1'662'600'000'000, PointKind::named, name}, ui.document());
    ui.store();
    return ui.app().plan()->points().back().generation;
  };
  ui.store();
  REQUIRE(ui.type_name("Nama kedua"));
  std::uint64_t const second = keep("Dua");
  REQUIRE(ui.type_name("Nama ketiga"));
  std::uint64_t const third = keep("Tiga");
  show();
  ChangesState& state = ui.app().plan()->changes_view;
  auto const name_at_end = [&] { return std::string(state.end->table(record_type<ActionItem>).stored().front()->title()); };
  auto const choose = [&](std::uint64_t point) {
    state.until = point;
    state.forget_end();
    ui.frame();
  };
  choose(second);
  REQUIRE_FALSE(state.is_read());
  choose(third);
  ui.wait(500);
  REQUIRE(state.is_read());
  CHECK(name_at_end() == "Nama ketiga");
  choose(second);
  choose(now_point);  // given up: what comes of it is not taken for the next one
  ui.wait(500);
  CHECK_FALSE(state.end);
  choose(third);
  ui.wait(500);
  REQUIRE(state.is_read());
  CHECK(name_at_end() == "Nama ketiga");
}

TEST_CASE_FIXTURE(ChangesOpen, "the state that was signed is no longer offered once it has been deleted") {
  ui.store();
  ui.app().act(Action::sign_plan);
  ui.store();
  REQUIRE(ui.type_name("Nama yang lain"));
  ui.store();
  show();
  REQUIRE(ui.find(ui.s().signing_show()));
  for (auto const& point : std::vector<CardPoint>(ui.app().plan()->points()))
    if (point.kind == PointKind::signing) ui.app().plan()->autosave.drop_point(point.generation);
  ui.store();
  CHECK_FALSE(ui.find(ui.s().signing_show()));
  CHECK(ui.told("Isi berubah sejak ditandatangani"));
}

TEST_CASE_FIXTURE(ChangesOpen, "Ctrl+F goes into the search of the changes") {
  REQUIRE(ui.type_name("Nama yang lain"));
  show();
  ui.key(ctrl | ImGuiKey_F);
  ui.type("pagu");
  CHECK(ui.app().plan()->changes_view.filter == "pagu");
  CHECK(change_rows() == 0);
}
