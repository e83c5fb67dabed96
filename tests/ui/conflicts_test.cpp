// Open conflicts under the hands: others come and go while somebody decides, addresses lead to a record's.
#include <doctest/doctest.h>

#include "board_at_work.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
// Three files, each in conflict with a place of ours; all of them were put off.
struct ConflictsOpen : BoardOpen {
  ConflictsOpen() {
    for (std::size_t i = 0; i < 3; ++i) write(i, "location", "Milik kami " + std::to_string(i));
    std::vector<OpenedFile> files;
    for (std::size_t i = 0; i < 3; ++i) files.push_back(from(31 + i, "opd" + std::to_string(i), i, "location", "Milik mereka " + std::to_string(i)));
    ui.open_files(std::move(files));
    REQUIRE(ui.click(ui.s().merge_postpone("3", "0")));
    REQUIRE(ui.app().route().screen == Screen::conflicts);
    REQUIRE(conflicts().shown.size() == 3);
  }
  bool writing() { return ui.platform().field.has_value(); }
  ConflictsState const& conflicts() { return ui.app().plan()->conflicts_view; }
  Route conflicts_of(Ulid record) { return {Screen::conflicts, ui.document().plan_id, RecordType::none, record}; }
};
}  // namespace

TEST_CASE_FIXTURE(ConflictsOpen, "a conflict stays under the hands when others come and go before it") {
  ui.key(ImGuiKey_DownArrow);
  ui.key(ImGuiKey_DownArrow);
  Ulid const third = conflicts().record(), first = conflicts().shown[0].node->id, second = conflicts().shown[1].node->id;
  REQUIRE_FALSE(third == first);
  ui.key(ImGuiKey_4);
  ui.type(" ditulis");
  ui.app().edit(SetField{{items, first, field("location"), std::string("Diputuskan yang lain")}});
  ui.settle();
  REQUIRE(conflicts().shown.size() == 2);
  CHECK(conflicts().record() == third);
  REQUIRE(writing());
  ui.app().act(Action::undo);
  ui.settle();
  REQUIRE(conflicts().shown.size() == 3);
  CHECK(conflicts().record() == third);
  REQUIRE(writing());
  ui.type(" terus");
  ui.key(ImGuiKey_Enter);
  CHECK(ui.document().find(items, third)->get(field("location")).as<std::string>()->ends_with(" ditulis terus"));
  CHECK(conflicts().shown.size() == 2);
  // Settled by somebody else: the text goes with it.
  go(conflicts_of(second));
  ui.key(ImGuiKey_4);
  ui.app().edit(SetField{{items, second, field("location"), std::string("Diputuskan yang lain")}});
  ui.settle();
  CHECK(conflicts().own.key == 0);
  CHECK_FALSE(writing());
}

TEST_CASE_FIXTURE(ConflictsOpen, "the address leads to its conflict each time, and the way back from a record to where one was") {
  Ulid const first = conflicts().shown[0].node->id, third = conflicts().shown[2].node->id;
  go(conflicts_of(first));
  ui.key(ImGuiKey_DownArrow);
  ui.key(ImGuiKey_DownArrow);
  REQUIRE(conflicts().record() == third);
  go({Screen::findings, ui.document().plan_id, RecordType::none, {}});
  go(conflicts_of(first));
  CHECK(conflicts().record() == first);
  ui.key(ImGuiKey_DownArrow);
  ui.key(ImGuiKey_DownArrow);
  REQUIRE(ui.click(ui.s().conflicts_open_record()));
  CHECK(ui.app().route().screen == Screen::records);
  CHECK(ui.app().route().record == third);
  ui.go_back();
  REQUIRE(ui.app().route().screen == Screen::conflicts);
  CHECK(conflicts().record() == third);
  go({Screen::records, ui.document().plan_id, items, first});
  ui.resize({1920, 3000});  // the whole form
  REQUIRE(ui.click(ui.s().form_disputed()));
  CHECK(conflicts().record() == first);
}
