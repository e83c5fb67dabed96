#pragma once
// Laptops that share a folder: each has a browser of its own, and all they have in common is a directory in memory.
// Must not know: what is tested.
#include "app/opening.hpp"
#include "at_work.hpp"
#include "model/merge.hpp"
#include "model/slice.hpp"
#include "platform/null/null_folder.hpp"

namespace rancang::testing {

constexpr RecordType items = record_type<ActionItem>;
inline std::uint8_t item_field(std::string_view key) { return static_cast<std::uint8_t>(record_info(items).index_of(key)); }

struct Laptop {
  std::shared_ptr<NullDisk> disk = std::make_shared<NullDisk>();
  std::unique_ptr<AtWork> at_work;
  std::string route;

  explicit Laptop(std::uint32_t number) { disk->last_tab = number * 100; }  // chance differs between laptops
  AtWork& ui() { return *at_work; }
  SharedFolder& folder() { return *ui().app().plan()->folder; }
  void start() {
    at_work.reset();
    at_work = std::make_unique<AtWork>(disk);
    ui().platform().null_folder().supported = true;
    if (route.empty()) return;
    ui().platform().send(RouteChanged{route});
    ui().settle();
    ui().wait(500);
  }
  NodePtr row(std::size_t index) { return ui().document().table(items).stored()[index]; }
  ActionItem const& item(std::size_t index) { return row(index)->as<ActionItem>(); }
  void write(std::size_t index, std::string_view key, std::string text) {
    ui().app().edit(SetField{{items, row(index)->id, item_field(key), std::move(text)}});
    ui().settle();
  }
  FolderPeer const* peer(std::string_view file) {
    for (auto const& one : folder().peers())
      if (one.file.name == file) return &one;
    return nullptr;
  }
  std::string own_file() {
    for (auto const& one : folder().peers())
      if (folder().is_own(one)) return one.file.name;
    return {};
  }
};

// Some laptops that have opened the same file and chosen the same folder.
struct Room {
  std::shared_ptr<NullFolder> shared = std::make_shared<NullFolder>();
  std::string const file;
  std::vector<std::unique_ptr<Laptop>> laptops;

  explicit Room(std::uint32_t count, Document const& plan = generate_plan(5, 3)) : file(write_plan(plan, {})) {
    for (std::uint32_t i = 0; i < count; ++i) {
      Laptop& laptop = *laptops.emplace_back(std::make_unique<Laptop>(i + 1));
      laptop.start();
      laptop.ui().platform().null_folder().choice = shared;
      laptop.ui().open_files({{"rencana.rancang.json", file, 0}});
      REQUIRE(laptop.ui().in_plan());
      laptop.ui().store();
      laptop.ui().app().act(Action::show_folder);
      laptop.ui().settle();
      laptop.route = laptop.ui().platform().routes.back();
      REQUIRE(laptop.ui().click(laptop.ui().s().folder_pick()));
    }
    pass();
  }
  Laptop& operator[](std::size_t index) { return *laptops[index]; }
  // Time goes by on all of them.
  void pass(int rounds = 5) {
    for (int i = 0; i < rounds; ++i)
      for (auto& laptop : laptops) laptop->ui().wait(2500);
  }
  void check_equal() {
    for (auto& laptop : laptops) CHECK(difference(laptops[0]->ui().document(), laptop->ui().document()) == "");
  }
};

}  // namespace rancang::testing
