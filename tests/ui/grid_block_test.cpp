// Blocks of cells: emptied, filled down, pasted, copied.
#include <doctest/doctest.h>

#include "table_at_work.hpp"

using namespace rancang;

TEST_CASE_FIXTURE(TableAtWork, "Delete clears a block in one step") {
  ui.click("Pagu 2023 1");
  ui.key(shift | ImGuiKey_RightArrow);
  ui.key(shift | ImGuiKey_DownArrow);
  ui.key(ImGuiKey_Delete);
  CHECK_FALSE(budget(0, 2023).has_value());
  CHECK_FALSE(budget(1, 2024).has_value());
  CHECK(budget(0, 2025) == 250);
  CHECK(ui.undo());
  CHECK(budget(0, 2023) == 350);
  CHECK(budget(1, 2024) == 90);
}

TEST_CASE_FIXTURE(TableAtWork, "fill down copies the first row of a block, or the row above a single cell") {
  ui.click("OPD 1");
  ui.key(shift | ImGuiKey_DownArrow);
  ui.key(shift | ImGuiKey_DownArrow);
  ui.key(ctrl | ImGuiKey_D);
  CHECK(item(1).lead_agency == plan.diskominfo);
  CHECK(item(2).lead_agency == plan.diskominfo);
  ui.click("Pagu 2025 5");
  ui.key(ctrl | ImGuiKey_D);
  CHECK(budget(4, 2025) == 450);
  CHECK(steps() == 2);
}

TEST_CASE_FIXTURE(TableAtWork, "a clean block is pasted at once, years of a series together") {
  ui.click("Pagu 2023 1");
  ui.paste("10\t20\n30\t40\n");
  CHECK(budget(0, 2023) == 10);
  CHECK(budget(0, 2024) == 20);
  CHECK(budget(1, 2023) == 30);
  CHECK(budget(1, 2024) == 40);
  CHECK(budget(1, 2025) == 60);
  CHECK(steps() == 1);
  CHECK(ui.undo());
  CHECK(budget(0, 2023) == 350);
}

TEST_CASE_FIXTURE(TableAtWork, "a block that can't be read throughout is shown before it is pasted") {
  ui.click("Pagu 2023 1");
  ui.paste("10\tdua\n30\t40\n");
  CHECK(budget(0, 2023) == 350);
  CHECK(ui.shows("Baris 1, Pagu 2024"));
  CHECK(ui.shows("1 sel tidak bisa dibaca"));
  REQUIRE(ui.click("Tempel yang bisa"));
  CHECK(budget(0, 2023) == 10);
  CHECK(budget(0, 2024) == 250);
  CHECK(budget(1, 2024) == 40);
  ui.paste("x\n");
  REQUIRE(ui.click("Batal"));
  CHECK(budget(0, 2023) == 10);
  CHECK_FALSE(ui.shows("Tempel yang bisa"));
}

TEST_CASE_FIXTURE(TableAtWork, "rows pasted past the last one become records of its group") {
  ui.click("Kegiatan 6");
  ui.paste("Satu\tBappeda\nDua\tSetda\nTiga\tDiskominfo\n");
  CHECK(items() == 8);
  CHECK(item(5).name == "Satu");
  CHECK(ui.text("Kegiatan 8") == "Tiga");
  CHECK(ui.text("OPD 8") == "Diskominfo");
  CHECK(ui.text("Smart Branding") == "5 kegiatan");
}

TEST_CASE_FIXTURE(TableAtWork, "copying gives the exact amounts as text and as a table, cutting empties the cells") {
  ui.click("Pagu 2023 1");
  ui.key(shift | ImGuiKey_RightArrow);
  ui.grid().on_copy(false);
  ui.settle();
  CHECK(ui.clipboard.plain == "350\t250\r\n");
  CHECK(ui.clipboard.html.find("<table") != std::string::npos);
  ui.grid().on_copy(true);
  ui.settle();
  CHECK_FALSE(budget(0, 2023).has_value());
}
