#pragma once
// The small plan in its table, and how to read what became of it. A fixture: the tests of the table use its members by name.
// Must not know: what is tested.
#include <optional>

#include "grid_harness.hpp"
#include "grid_plan.hpp"

namespace rancang {

struct TableAtWork {
  static constexpr ImGuiKeyChord ctrl = ImGuiMod_Ctrl, shift = ImGuiMod_Shift, alt = ImGuiMod_Alt;

  SmallPlan plan = small_plan();
  GridHarness ui;

  explicit TableAtWork(GridHarnessOptions options = {}) : ui(plan.document, options) {}

  // Of the activities in plan order, wherever they stand in the table.
  ActionItem const& item(std::size_t index) const { return ui.document().find(record_type<ActionItem>, plan.items[index])->as<ActionItem>(); }
  bool alive(std::size_t index) const { return ui.document().table(record_type<ActionItem>).find_alive(plan.items[index]) != nullptr; }
  std::size_t items() const { return ui.document().table(record_type<ActionItem>).size(); }
  std::optional<std::int64_t> budget(std::size_t index, Year year) const {  // in million rupiah
    for (auto const& [at, money] : item(index).budget.values)
      if (at == year) return money.rupiah / 1'000'000;
    return std::nullopt;
  }
  bool on_item(std::size_t index) { return ui.grid().selected_record() == plan.items[index]; }
  std::size_t steps() { return ui.editor().history().steps().size(); }
  static int field(std::string_view key) { return record_info(record_type<ActionItem>).index_of(key); }
};

// The same before anybody has written an activity.
struct EmptyTable {
  GridHarness ui{plan_without_items()};

  static Document plan_without_items() {
    Document document = small_plan().document;
    document.tables[index_of(record_type<ActionItem>)] = {};
    return document;
  }
};

}  // namespace rancang
