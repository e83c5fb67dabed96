// Plans come and go: a new one, files that are opened, files that are saved, the home screen.
#include <doctest/doctest.h>

#include "at_work.hpp"
#include "ui/error_text.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
std::string changed_sample(std::string_view name) {
  auto read = read_plan(sample_file());
  auto& table = read->document.table(record_type<ActionItem>);
  auto node = clone_node(*table.stored().front());
  node->as<ActionItem>().name = std::string(name);
  table.put(node);
  return write_plan(read->document, {});
}
}  // namespace

TEST_CASE("from an empty browser to the first row that was typed") {
  auto const disk = std::make_shared<NullDisk>();
  std::string route;
  {
    AtWork ui(disk);
    CHECK(ui.shows(ui.s().home_empty_title()));
    REQUIRE(ui.click(ui.s().action_new_plan()));
    REQUIRE(ui.click(ui.s().new_plan_create()));
    CHECK_FALSE(ui.in_plan());
    REQUIRE(ui.click(ui.s().new_plan_region(), probe::Role::text_field));
    ui.type("Sibolga");
    REQUIRE(ui.click(ui.s().new_plan_province(), probe::Role::text_field));
    ui.type("Sumatera Utara");
    REQUIRE(ui.click(ui.s().new_plan_start(), probe::Role::text_field));
    ui.type("2027");
    REQUIRE(ui.click(ui.s().new_plan_create()));
    REQUIRE(ui.in_plan());
    CHECK(ui.app().route().type == record_type<Plan>);
    CHECK(ui.text("Nama daerah") == "Sibolga");
    CHECK(ui.document().table(record_type<Dimension>).size() == 6);
    CHECK(plan_years(ui.document()) == std::vector<Year>{2027, 2028, 2029, 2030, 2031});
    // The phases of the template, laid over the years of this plan: short 2027, medium 2028–2031, nothing beyond its end.
    std::vector<std::pair<Year, Year>> spans;
    for (Node const* node : in_plan_order(ui.document(), record_type<RoadmapPhase>)) spans.emplace_back(node->as<RoadmapPhase>().from_year, node->as<RoadmapPhase>().to_year);
    CHECK(spans == std::vector<std::pair<Year, Year>>{{2027, 2027}, {2028, 2031}});
    REQUIRE(ui.open_table(record_type<ActionItem>));
    REQUIRE(ui.click("Tambah kegiatan"));
    REQUIRE(ui.activities() == 1);
    REQUIRE(ui.type_name("Jaringan serat optik"));
    CHECK(ui.first_name() == "Jaringan serat optik");
    ui.store();
    CHECK(ui.stored());
    route = ui.platform().routes.back();
  }
  AtWork later(disk, route);
  CHECK(later.first_name() == "Jaringan serat optik");
  CHECK(later.platform().title == "Kota Sibolga \xE2\x80\x93 Rancang");
}

TEST_CASE("a file that this browser doesn't know opens at once") {
  AtWork ui;
  ui.open_files({{"tebing.rancang.json", sample_file(), 0}});
  REQUIRE(ui.in_plan());
  CHECK(ui.document().plan_id == read_plan(sample_file())->document.plan_id);
  CHECK(ui.app().route().screen == Screen::records);
}

TEST_CASE("a file of the open plan is reviewed and changes nothing until it is agreed to") {
  AtWork ui;
  ui.open_files({{"tebing.rancang.json", sample_file(), 0}});
  REQUIRE(ui.in_plan());
  ui.store();
  Document const before = ui.document();
  ui.open_files({{"kiriman.rancang.json", changed_sample("Dari OPD"), 0}});
  CHECK(ui.app().route().screen == Screen::merge);
  CHECK(ui.shows("kiriman.rancang.json"));
  REQUIRE(ui.click(ui.s().merge_cancel()));
  REQUIRE(ui.in_plan());
  CHECK(Document(ui.document()).record_count() == before.record_count());
  CHECK(difference(before, ui.document()) == "");
  ui.open_files({{"kiriman.rancang.json", changed_sample("Dari OPD"), 0}});
  ui.key(ImGuiKey_2);
  REQUIRE(ui.click(ui.s().merge_confirm("1")));
  REQUIRE(ui.in_plan());
  CHECK(ui.document().table(record_type<ActionItem>).stored().front()->title() == "Dari OPD");
  CHECK(ui.history().steps().size() == 1);
  ui.key(ctrl | ImGuiKey_Z);
  CHECK(ui.document().table(record_type<ActionItem>).stored().front()->title() == before.table(record_type<ActionItem>).stored().front()->title());
}

TEST_CASE("a file equal to the open plan is told to be equal") {
  AtWork ui;
  ui.open_files({{"tebing.rancang.json", sample_file(), 0}});
  ui.open_files({{"sekali-lagi.rancang.json", sample_file(), 0}});
  CHECK(ui.shows(ui.s().merge_file_identical()));
  CHECK(ui.shows(ui.s().merge_nothing()));
}

TEST_CASE("a known plan can be added as a copy beside the one that is here") {
  auto const disk = std::make_shared<NullDisk>();
  AtWork ui(disk);
  ui.open_files({{"tebing.rancang.json", sample_file(), 0}});
  ui.store();
  Ulid const first = ui.document().plan_id;
  REQUIRE(ui.click(ui.s().action_go_home()));
  ui.open_files({{"tebing.rancang.json", changed_sample("Salinan"), 0}});
  REQUIRE(ui.click(ui.s().import_add_copy()));
  REQUIRE(ui.in_plan());
  CHECK(ui.document().plan_id != first);
  ui.store();
  ui.click(ui.s().action_go_home());
  CHECK(ui.listed_plans() == 2);
}

TEST_CASE("several files are answered one by one") {
  AtWork ui;
  Document other = generate_plan(5, 3);
  ui.open_files({{"a.json", sample_file(), 0}, {"b.json", write_plan(other, {}), 0}, {"c.json", "bukan rencana", 0}});
  CHECK(ui.app().route().screen == Screen::import_files);
  CHECK_FALSE(ui.in_plan());
  auto const count = [&](std::string_view label) { return std::count_if(ui.items().begin(), ui.items().end(), [&](auto const& item) { return item.label == label && item.role == probe::Role::button; }); };
  CHECK(count(ui.s().import_add()) == 2);
  REQUIRE(ui.click(ui.s().import_add()));
  CHECK(ui.app().route().screen == Screen::import_files);
  CHECK(count(ui.s().import_add()) == 1);
  REQUIRE(ui.click(ui.s().import_skip()));
  CHECK(ui.in_plan());
  ui.store();
  REQUIRE(ui.click(ui.s().action_go_home()));
  CHECK(ui.listed_plans() == 1);
}

TEST_CASE("a reading tab does not say that it was updated when it refuses to be") {
  auto const disk = std::make_shared<NullDisk>();
  AtWork writer(disk);
  writer.open_files({{"tebing.rancang.json", sample_file(), 0}});
  writer.store();
  AtWork reader(disk, writer.platform().routes.back());
  reader.open_files({{"kiriman.json", changed_sample("Dari OPD"), 0}});
  CHECK(reader.app().route().screen == Screen::merge);
  reader.key(ImGuiKey_2);
  CHECK_FALSE(reader.click(reader.s().merge_confirm("1")));
  CHECK(difference(writer.document(), reader.document()) == "");
}

namespace {
struct Broken {
  char const* id;
  std::string bytes;
};
std::vector<Broken> broken_files() {
  std::string const whole = sample_file();
  return {{"file.empty", ""},
          {"file.not_rancang", "{\"a\":1}"},
          {"file.truncated", whole.substr(0, whole.size() / 2)},
          {"file.not_json", "bukan rencana"},
          {"file.nul", whole.substr(0, 1000) + std::string(500, '\0')},
          {"file.utf16", std::string("\xFF\xFE{\0\"\0", 6)}};
}
}  // namespace

TEST_CASE("a broken file is refused with a sentence, and nothing that was here is lost") {
  for (Broken const& broken : broken_files()) {
    CAPTURE(broken.id);
    auto const disk = std::make_shared<NullDisk>();
    AtWork ui(disk);
    REQUIRE(ui.open_sample());
    REQUIRE(ui.type_name("Tetap ada"));
    ui.store();
    auto const files = disk->files;
    std::string const route = ui.platform().routes.back();
    ui.open_files({{"rusak.json", broken.bytes, 0}});
    auto const refusal = read_plan(broken.bytes);
    REQUIRE_FALSE(refusal);
    CHECK(refusal.error().id == broken.id);
    CHECK(ui.shows(error_text(ui.s(), refusal.error())));
    CHECK(ui.shows("rusak.json"));
    ui.store();
    CHECK(disk->files == files);
    ui.go_back();
    CHECK(ui.platform().routes.back() == route);
    CHECK(ui.first_name() == "Tetap ada");
  }
}

TEST_CASE("a refused file doesn't come back with the next one") {
  AtWork ui;
  ui.open_files({{"rusak.json", "x", 0}});
  CHECK(ui.shows("rusak.json"));
  ui.open_files({{"tebing.rancang.json", sample_file(), 0}});
  CHECK(ui.in_plan());
  CHECK_FALSE(ui.shows("rusak.json"));
}

TEST_CASE_FIXTURE(SampleOpen, "a saved file reads back to the very plan that is open") {
  REQUIRE(ui.type_name("Untuk dikirim"));
  REQUIRE(ui.click("Kegiatan 2"));
  REQUIRE(ui.click(ui.s().pane_delete()));
  ui.key(ctrl | ImGuiKey_S);
  ui.store();
  REQUIRE(ui.platform().downloads.size() == 1);
  auto const& file = ui.platform().downloads[0];
  CHECK(file.name == "tebing-tinggi_2022-09-08.rancang.json");
  auto const read = read_plan(file.bytes);
  REQUIRE(read);
  CHECK(read->remarks.empty());
  CHECK(difference(ui.document(), read->document) == "");
  CHECK(ui.shows(ui.s().save_file_today()));
  AtWork elsewhere;
  elsewhere.open_files({{file.name, file.bytes, 0}});
  CHECK(elsewhere.first_name() == "Untuk dikirim");
}

TEST_CASE_FIXTURE(SampleOpen, "the table is exported with the labels that are on the screen") {
  REQUIRE(ui.open_table(record_type<Agency>));
  ui.app().act(Action::export_csv);
  REQUIRE(ui.platform().downloads.size() == 1);
  CHECK(ui.platform().downloads[0].name == "agency_2022-09-08.csv");
  CHECK(ui.platform().downloads[0].bytes.find("Nama OPD") != std::string::npos);
}

TEST_CASE("a file that was chosen once is written again by Ctrl+S, and the home screen knows") {
  AtWork ui;
  ui.platform().in_place = true;
  REQUIRE(ui.open_sample());
  ui.store();
  ui.key(ctrl | ImGuiKey_S);
  ui.store();
  CHECK(ui.platform().downloads.size() == 1);
  REQUIRE(ui.platform().places.empty());
  REQUIRE(ui.click(ui.s().grid_export()));
  REQUIRE(ui.click(ui.s().action_save_in_place()));
  ui.store();
  REQUIRE(ui.platform().places.size() == 1);
  REQUIRE(ui.type_name("Ditulis lagi"));
  ui.key(ctrl | ImGuiKey_S);
  ui.store();
  CHECK(ui.platform().places.size() == 1);
  CHECK(ui.platform().downloads.size() == 1);
  CHECK(ui.platform().places.begin()->second.find("Ditulis lagi") != std::string::npos);
}
