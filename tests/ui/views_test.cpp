// Every screen, with plans that have nothing, something, nonsense and very much: it is drawn, it has its title, and nothing on it is wrong.
#include <doctest/doctest.h>

#include "plans.hpp"
#include "screen_check.hpp"
#include "ui/plan_view.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {

constexpr ImVec2 laptop{1366, 768}, desktop{1920, 1080}, phone{390, 844};
constexpr ImGuiKeyChord ctrl = ImGuiMod_Ctrl;

struct Visit {
  std::string plan;  // file
  char const* name;
  ImVec2 size = laptop;
  Action look = Action::count;  // pressed `times` times at the start
  int times = 0;
};

class Tour {
 public:
  explicit Tour(Visit const& visit) : visit_(visit), ui_(std::make_shared<NullDisk>(), visit.size) {
    for (int i = 0; i < visit.times; ++i) ui_.app().act(visit.look);
    ui_.settle();
  }
  UiDriver& ui() { return ui_; }
  Strings const& strings() { return ui_.app().strings(); }

  bool load() {
    if (!ui_.app().load_text(visit_.plan)) return false;
    ui_.settle();
    return ui_.app().plan() != nullptr;
  }
  void go(Route route) {
    if (route.screen != Screen::home && route.screen != Screen::new_plan && route.screen != Screen::about && route.screen != Screen::import_files) route.plan = ui_.app().plan()->editor.document().plan_id;
    ui_.app().go(route, false);
    ui_.settle();
  }
  // The frame is in order and says `title` as a heading.
  void see(std::string_view title, std::string const& what) {
    bool const narrow = visit_.size.x < 600 && ui_.app().plan() != nullptr;
    auto const faults = screen_faults(ui_, narrow ? Edges::ignored : Edges::checked);
    std::string told = std::string(visit_.name) + ", " + what + ", " + std::to_string(static_cast<int>(visit_.size.x));
    for (std::size_t i = 0; i < faults.size() && i < 5; ++i) told += "\n    " + faults[i];
    CHECK_MESSAGE(faults.empty(), told);
    CHECK_MESSAGE(ui_.drawn_vertices() > 500, told);
    if (!title.empty()) CHECK_MESSAGE(ui_.find(title, probe::Role::heading) != nullptr, (told + ": no heading " + std::string(title)));
  }
  void see_records() {
    for (RecordInfo const& info : record_infos()) {
      go({Screen::records, {}, info.type, {}});
      bool const form = info.single && ui_.app().plan()->editor.document().single(info.type) == nullptr;  // what is missing can be made
      see(record_many(strings(), info), std::string(info.name));
      if (form) CHECK(ui_.find(record_label(strings(), info)) != nullptr);
    }
  }
  void see_lists() {
    go({Screen::findings, {}, RecordType::none, {}});
    see(strings().action_show_findings(), "findings");
    go({Screen::history, {}, RecordType::none, {}});
    see(strings().action_show_history(), "history");
    go({Screen::attendance, {}, RecordType::none, {}});
    see(strings().action_show_attendance(), "attendance");
    go({Screen::trash, {}, RecordType::none, {}});
    see(strings().action_show_trash(), "trash");
    go({Screen::conflicts, {}, RecordType::none, {}});
    see(strings().action_show_conflicts(), "conflicts");
    go({Screen::merge, {}, RecordType::none, {}});
    see(strings().merge_title(), "merge board without files");
  }
  void see_overlays() {
    go({Screen::records, {}, record_type<ActionItem>, {}});
    ui_.key(ImGuiKey_F1);
    see(record_many(strings(), record_info(record_type<ActionItem>)), "help");
    ui_.key(ImGuiKey_F1);
    ui_.key(ctrl | ImGuiKey_K);
    see({}, "palette");
    ui_.type("a");
    see({}, "palette with hits");
    CHECK(ui_.find(ui_.app().strings().action_open_palette()) != nullptr);
    ui_.key(ImGuiKey_Escape);
  }
  void see_front() {
    go({});
    see(strings().home_plans_title(), "home");
    go({Screen::new_plan, {}, RecordType::none, {}});
    see(strings().action_new_plan(), "new plan");
    ui_.click(strings().new_plan_create());
    see(strings().action_new_plan(), "new plan with what is missing");
    go({Screen::about, {}, RecordType::none, {}});
    see(strings().app_name(), "about");
    go({Screen::import_files, {}, RecordType::none, {}});
    see(strings().import_title(), "import without files");
  }

 private:
  Visit visit_;
  UiDriver ui_;
};

void see_everything(Visit const& visit) {
  Tour tour(visit);
  REQUIRE(tour.load());
  tour.see_records();
  tour.see_lists();
  tour.see_overlays();
}

}  // namespace

TEST_CASE("raw keys of the catalogue are told from what people write") {
  for (auto const* key : {"record.plan.name", "action_item", "enum.stage.i", "a.b"}) CHECK(is_raw_key(key));
  for (auto const* text : {"Rencana", "1.250", "Kegiatan 1", "", "plan", "a.b.", "tebing-tinggi_2022.json", "www.kota.go.id/x", "..."}) CHECK_FALSE(is_raw_key(text));
}

TEST_CASE("the screens without a plan are in order at every size") {
  for (ImVec2 const size : {laptop, desktop, phone}) Tour({"", "no plan", size}).see_front();
}

TEST_CASE("the screens without a plan are in order in English, dark, with contrast and with large text") {
  Tour({"", "English", laptop, Action::toggle_language, 1}).see_front();
  Tour({"", "dark", laptop, Action::toggle_theme, 1}).see_front();
  Tour({"", "contrast", laptop, Action::toggle_theme, 2}).see_front();
  Tour({"", "text of 150 %", desktop, Action::text_larger, 5}).see_front();
}

TEST_CASE("every screen shows a plan that has nothing at all") {
  std::string const plan = empty_file();
  for (ImVec2 const size : {laptop, desktop, phone}) see_everything({plan, "nothing", size});
}

TEST_CASE("every screen shows the sample plan") {
  std::string const plan = sample_file();
  for (ImVec2 const size : {laptop, desktop, phone}) see_everything({plan, "sample", size});
}

TEST_CASE("every screen shows the sample plan in English") { see_everything({sample_file(), "sample in English", laptop, Action::toggle_language, 1}); }
TEST_CASE("every screen shows the sample plan in the dark") { see_everything({sample_file(), "sample in the dark", laptop, Action::toggle_theme, 1}); }
TEST_CASE("every screen shows the sample plan with contrast") { see_everything({sample_file(), "sample with contrast", laptop, Action::toggle_theme, 2}); }
TEST_CASE("every screen shows the sample plan with text of 150 %") { see_everything({sample_file(), "sample with large text", desktop, Action::text_larger, 5}); }

TEST_CASE("every screen shows a plan that no form would have let through") {
  std::string const plan = invalid_file();
  for (ImVec2 const size : {laptop, phone}) see_everything({plan, "invalid", size});
}

TEST_CASE("every screen shows a plan of ten thousand activities") { see_everything({huge_file(), "huge"}); }

TEST_CASE("the form of every record shows a plan that no form would have let through") {
  Tour tour({invalid_file(), "invalid forms"});
  REQUIRE(tour.load());
  for (RecordInfo const& info : record_infos()) {
    Table const& table = tour.ui().app().plan()->editor.document().table(info.type);
    REQUIRE(table.size() > 0);
    Ulid id;
    table.for_each([&](NodePtr const& node) { id = node->id; });  // the last one
    tour.go({Screen::records, {}, info.type, id});
    tour.see(record_many(tour.strings(), info), "form of " + std::string(info.name));
    std::size_t const fields = static_cast<std::size_t>(std::count_if(tour.ui().items().begin(), tour.ui().items().end(), [](auto const& item) { return item.role == probe::Role::text_field; }));
    CHECK_MESSAGE(fields > 2, std::string(info.name));
  }
}

TEST_CASE("toasts lie over a screen without harm, three at most") {
  Tour tour({sample_file(), "toasts"});
  REQUIRE(tour.load());
  for (int i = 0; i < 5; ++i) {
    CHECK_FALSE(tour.ui().app().load_text("rusak" + std::to_string(i)));
    tour.ui().settle();
  }
  tour.see({}, "toasts");
  auto const& items = tour.ui().items();
  CHECK(std::count_if(items.begin(), items.end(), [](auto const& item) { return item.role == probe::Role::alert; }) == 3);
  for (int i = 0; i < 3; ++i) {
    auto const alert = std::find_if(tour.ui().items().begin(), tour.ui().items().end(), [](auto const& item) { return item.role == probe::Role::alert; });
    REQUIRE(alert != tour.ui().items().end());
    tour.ui().click_at(alert->rect.x + alert->rect.width - 16, alert->rect.y + alert->rect.height / 2);
  }
  CHECK(std::none_of(tour.ui().items().begin(), tour.ui().items().end(), [](auto const& item) { return item.role == probe::Role::alert; }));
}
