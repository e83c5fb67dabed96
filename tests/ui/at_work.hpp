#pragma once
// Somebody at work in the whole application: opens the sample, goes to a table, waits until everything is stored. What tests of whole workflows share.
// Must not know: what is tested.
#include <algorithm>
#include <memory>
#include <string>

#include <doctest/doctest.h>

#include "plans.hpp"
#include "support/plan_files.hpp"
#include "text/embedded_help.hpp"
#include "ui/plan_view.hpp"
#include "ui_driver.hpp"

namespace rancang::testing {

constexpr ImGuiKeyChord ctrl = ImGuiMod_Ctrl, shift = ImGuiMod_Shift;
constexpr char sample_name[] = "samples/tebing-tinggi.rancang.json";

struct AtWork : UiDriver {
  explicit AtWork(std::shared_ptr<NullDisk> disk = std::make_shared<NullDisk>(), std::string route = {}) : UiDriver(std::move(disk), {1920, 1080}, 1, std::move(route)) {
    platform().assets[sample_name] = sample_file();
    platform().assets["samples/tanjungpinang.rancang.json"] = file_text("assets/samples/tanjungpinang.rancang.json");
    platform().assets["templates/new-plan.rancang.json"] = file_text("assets/templates/new-plan.rancang.json");
    platform().assets["help/id.txt"] = std::string(embedded_help(Language::id));
    platform().assets["help/en.txt"] = std::string(embedded_help(Language::en));
  }

  Strings const& s() { return app().strings(); }
  bool in_plan() { return app().plan() != nullptr; }
  Document const& document() { return app().plan()->editor.document(); }
  std::size_t activities() { return document().table(record_type<ActionItem>).size(); }
  History const& history() { return app().plan()->editor.history(); }
  bool open_sample() { return click(s().action_open_sample()) && in_plan(); }
  void store() { wait(3000); }
  bool stored() { return !platform().unsaved; }
  void open_files(std::vector<OpenedFile> files) {
    platform().send(FilesOpened{std::move(files), false});
    settle();
  }
  void go_back() {
    if (platform().routes.size() > 1) platform().routes.pop_back();
    platform().send(RouteChanged{platform().routes.back()});
    settle();
  }
  // Presses the entry of the menu at the left; where the menu is folded, its stage first.
  bool open_table(RecordType type) {
    std::string const entry(s().find("record." + std::string(record_info(type).name) + ".nav").value_or(record_many(s(), record_info(type))));
    for (char const* stage : {"", "nav.clock", "nav.preparation", "nav.bimtek_i", "nav.bimtek_ii", "nav.bimtek_iii", "nav.bimtek_iv", "nav.evaluation", "nav.library", "nav.keeping"}) {
      if (*stage && !find(entry, probe::Role::link)) click(*s().find(stage), probe::Role::tree_item);
      if (find(entry, probe::Role::link)) return click(entry, probe::Role::link);
    }
    return false;
  }
  // Writes into the first row of the action plan as a person does.
  bool type_name(std::string_view name) {
    wait(500);  // a second press at once would be a double click
    if (!click("Kegiatan 1")) return false;
    type(name);
    key(ImGuiKey_Enter);
    return true;
  }
  std::string first_name() { return text("Kegiatan 1"); }
  // Rows of the home screen.
  std::size_t listed_plans() const {
    return static_cast<std::size_t>(std::count_if(items().begin(), items().end(), [](auto const& item) { return item.role == probe::Role::row; }));
  }
  bool told(std::string_view sentence) const {
    for (auto const& item : items())
      if ((item.role == probe::Role::alert || item.role == probe::Role::status) && item.label.find(sentence) != std::string::npos) return true;
    return false;
  }
};

// The sample, just opened. A fixture: tests use its members by name.
struct SampleOpen {
  std::shared_ptr<NullDisk> disk = std::make_shared<NullDisk>();
  AtWork ui{disk};
  std::string original;  // name of the first activity as it came

  SampleOpen() {
    REQUIRE(ui.open_sample());
    original = ui.first_name();
  }
};

}  // namespace rancang::testing
