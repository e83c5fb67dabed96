// What makes a table, a form and a list easy to read: names with room, figures under each other by place, nothing said twice, on a narrow window one thing at a time.
#include <doctest/doctest.h>

#include "at_work.hpp"
#include "model/reference_lookup.hpp"
#include "table_at_work.hpp"
#include "ui/grid/grid_columns.hpp"
#include "ui/grid/grid_write.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/stage_sign.hpp"

using namespace rancang;
using namespace rancang::testing;
using rancang::detail::add_record;

namespace {
// The table of a record type as wide as a laptop leaves it beside menu and pane.
struct LaptopTable : GridHarness {
  LaptopTable(SmallPlan const& plan, RecordType type) : GridHarness(plan.document, {.size = {846, 640}, .type = type}) {}

  GridColumnView const* column(std::string_view key) {
    int const field = record_info(grid().type).index_of(key);
    for (GridColumnView const& view : grid().geometry.columns)
      if (view.field == field) return &view;
    return nullptr;
  }
  std::string label(std::string_view key) { return std::string(field_label(strings(), record_info(grid().type), *record_info(grid().type).find(key))); }
};

Node const& open_first(AtWork& ui, RecordType type) {
  auto const nodes = in_plan_order(ui.document(), type);
  REQUIRE_FALSE(nodes.empty());
  ui.platform().send(RouteChanged{record_route(ui.document().plan_id, type, nodes.front()->id)});
  ui.settle();
  return *nodes.front();
}

Rect box_of(AtWork& ui, RecordType type, std::string_view key) {
  RecordInfo const& info = record_info(type);
  auto const* const item = ui.find(field_label(ui.s(), info, *info.find(key)), probe::Role::text_field);
  REQUIRE(item);
  return item->rect;
}
}  // namespace

TEST_CASE_FIXTURE(SampleOpen, "a code that the method keeps for itself is written once and then only read") {
  ui.resize({1366, 2400});
  std::string const code(*ui.s().find("record.common.code"));
  for (RecordType const type : {record_type<Dimension>, record_type<SubDimension>, record_type<ReadinessElement>, record_type<ReadinessSubElement>}) {
    open_first(ui, type);
    CHECK_FALSE(ui.find(code, probe::Role::text_field));
  }
  open_first(ui, record_type<Chapter>);
  CHECK(ui.find(code, probe::Role::text_field));  // chapters are called by theirs
  Ulid const id = make_ulid(9, 9, 9);
  ui.app().edit(CreateRecord{{record_type<Dimension>, id, {{1, Value(std::string("Smart Health"))}}}, {}});
  ui.platform().send(RouteChanged{record_route(ui.document().plan_id, record_type<Dimension>, id)});
  ui.settle();
  REQUIRE(ui.click(code, probe::Role::text_field));
  ui.type("health");
  CHECK(ui.find(code, probe::Role::text_field));  // as long as it is written
  ui.key(ImGuiKey_Tab);
  CHECK(ui.document().find(record_type<Dimension>, id)->as<Dimension>().code == "health");
  CHECK_FALSE(ui.find(code, probe::Role::text_field));
}

TEST_CASE("a column of codes that the method keeps for itself can't be written") {
  SmallPlan plan = small_plan();
  LaptopTable table(plan, record_type<Dimension>);
  for (ColumnSetting& setting : table.grid().columns) setting.hidden = false;
  table.settle();
  REQUIRE(table.column("code"));
  CHECK_FALSE(is_writable(table.view(), table.grid(), *table.column("code")));
  CHECK(is_writable(table.view(), table.grid(), *table.column("description")));
}

TEST_CASE("a long name among words has up to half of the table") {
  SmallPlan plan = small_plan();
  for (std::uint64_t i = 1; i < 4; ++i) add_record(plan, i, Strategy{.dimension = plan.governance, .text = "Menyatukan layanan OPD di satu pintu daring dengan standar waktu yang sama", .explanation = std::string(200, 'x')});
  LaptopTable table(plan, record_type<Strategy>);
  CHECK(table.column("text")->width > 380);
  CHECK(table.column("text")->width < 423);
}

TEST_CASE("a column without any value takes the room of its head, once the table has some rows") {
  SmallPlan plan = small_plan();
  auto const width = [](SmallPlan const& of, std::string_view key) {
    LaptopTable table(of, record_type<Chapter>);
    REQUIRE(table.column(key));
    return table.column(key)->width;
  };
  add_record(plan, 1, Chapter{.code = "1", .name = "Pendahuluan"});
  float const begun = width(plan, "contents");
  CHECK(begun >= 220);
  for (std::uint64_t i = 2; i < 12; ++i) add_record(plan, i, Chapter{.code = std::to_string(i), .name = "Bab"});
  CHECK(width(plan, "contents") < 100);
  CHECK(width(plan, "agency") < 100);
  add_record(plan, 12, Chapter{.code = "12", .name = "Bab", .contents = "Sudah ditulis"});
  CHECK(width(plan, "contents") >= 220);
}

TEST_CASE("words that follow figures keep a distance, unless a person has set the width") {
  SmallPlan plan = small_plan();
  add_record(plan, 1, SelfAssessment{.year = 2023, .answer = "Ada", .self_score = 3});
  LaptopTable table(plan, record_type<SelfAssessment>);
  REQUIRE(table.column("agency"));
  CHECK(table.column("agency")->lead > 6);
  CHECK(table.column("answer")->lead > 6);
  CHECK(table.column("self_score")->lead == 0);
  float const whole = table.column("agency")->width;
  for (ColumnSetting& setting : table.grid().columns)
    if (setting.field == table.column("agency")->field) setting.width = 90;
  table.settle();
  CHECK(whole > 90);
  CHECK(table.column("agency")->width == doctest::Approx(90));
}

TEST_CASE("figures of one column and one unit have as many decimals as the longest of them") {
  SmallPlan plan = small_plan();
  std::uint64_t id = 0;
  for (std::int64_t const micros : {1'500'000, 2'000'000, 750'000}) add_record(plan, ++id, SelfAssessment{.year = 2023, .final_score = Decimal{micros}});
  LaptopTable scores(plan, record_type<SelfAssessment>);
  for (ColumnSetting& setting : scores.grid().columns) setting.width = 60;
  scores.settle();
  std::string const score = scores.label("final_score");
  CHECK(scores.text(score + " 1") == "1,50");
  CHECK(scores.text(score + " 2") == "2,00");
  CHECK(scores.text(score + " 3") == "0,75");
  add_record(plan, 11, Gap{.quantity = Decimal{14'000'000}, .unit = "orang"});
  add_record(plan, 12, Gap{.quantity = Decimal{42'500'000}, .unit = "km"});
  add_record(plan, 13, Gap{.quantity = Decimal{3'000'000}, .unit = "km"});
  LaptopTable gaps(plan, record_type<Gap>);
  for (ColumnSetting& setting : gaps.grid().columns) setting.hidden = setting.field != record_info(record_type<Gap>).index_of("quantity");
  gaps.settle();
  std::string const quantity = gaps.label("quantity");
  CHECK(gaps.text(quantity + " 1") == "14");
  CHECK(gaps.text(quantity + " 2") == "42,5");
  CHECK(gaps.text(quantity + " 3") == "3,0");
}

TEST_CASE("the second line of a head says what the first does not") {
  SmallPlan plan = small_plan();
  LaptopTable table(plan, record_type<Instrument>);
  auto const unit = [&](RecordType type, std::string_view key) { return list_unit(table.strings(), record_info(type), *record_info(type).find(key)); };
  CHECK(unit(record_type<Instrument>, "weights") == "%");
  CHECK(unit(record_type<SelfAssessment>, "assessor_scores").empty());
  CHECK(unit(record_type<ActionItem>, "funding") == "Porsi, %");
}

TEST_CASE_FIXTURE(SampleOpen, "a stage has one sign, on its board and in the menu, that follows its outputs") {
  auto const sign = [&] { return std::string(stage_sign(ui.app().plan_view(), WorkshopPhase::ii).icon); };
  CHECK(sign() == icon::circle_check);
  Node const* output = nullptr;
  ui.document().table_of<StageOutput>().for_each([&](NodePtr const& node) {
    if (node->as<StageOutput>().phase == WorkshopPhase::ii) output = node.get();
  });
  REQUIRE(output);
  ui.app().edit(SetField{{output->type, output->id, static_cast<std::uint8_t>(output->info().index_of("state")), EnumIndex{static_cast<std::uint8_t>(OutputState::begun)}}});
  CHECK(sign() == icon::circle_dot);
  CHECK(stage_of_group("bimtek_ii") == WorkshopPhase::ii);
  CHECK(stage_of_group("library") == WorkshopPhase::unset);
}

TEST_CASE_FIXTURE(SampleOpen, "where something begins and ends stands side by side, and so do the factors of a level") {
  ui.resize({1366, 2400});
  open_first(ui, record_type<Workshop>);
  Rect const start = box_of(ui, record_type<Workshop>, "start_date"), end = box_of(ui, record_type<Workshop>, "end_date");
  CHECK(start.y == end.y);
  CHECK(end.x > start.x);
  open_first(ui, record_type<Risk>);
  auto const nodes = in_plan_order(ui.document(), record_type<Risk>);
  auto const graded = std::find_if(nodes.begin(), nodes.end(), [](Node const* node) { return node->info().level(static_cast<std::size_t>(node->info().index_of("impact")), node->data()).has_value(); });
  REQUIRE(graded != nodes.end());
  auto const level = *(*graded)->info().level(static_cast<std::size_t>((*graded)->info().index_of("impact")), (*graded)->data());
  ui.platform().send(RouteChanged{record_route(ui.document().plan_id, record_type<Risk>, (*graded)->id)});
  ui.settle();
  CHECK(ui.find("Tingkat " + std::to_string(level) + " dari 25", probe::Role::text));
}

TEST_CASE_FIXTURE(SampleOpen, "a row of proof is called proof, whatever it is made of") {
  ui.resize({1366, 4000});
  open_first(ui, record_type<Readiness>);
  CHECK(ui.find("Tambah bukti"));
  CHECK_FALSE(ui.find("Tambah sumber data"));
}

TEST_CASE_FIXTURE(SampleOpen, "a name that outgrows its line takes as many as it needs; Enter leaves it") {
  ui.resize({1366, 2400});
  Node const& item = open_first(ui, record_type<ActionItem>);
  Rect const before = box_of(ui, record_type<ActionItem>, "name");
  CHECK(before.height == 28);
  std::string const label(field_label(ui.s(), item.info(), *item.info().find("name")));
  REQUIRE(ui.click(label, probe::Role::text_field));
  std::string const name = "Portal layanan tunggal kota yang menyatukan semua layanan perangkat daerah di satu pintu";
  ui.type(name);
  CHECK(box_of(ui, record_type<ActionItem>, "name").height > 40);
  ui.key(ImGuiKey_Enter);
  CHECK(ui.document().find(record_type<ActionItem>, item.id)->title() == name);
  CHECK(box_of(ui, record_type<ActionItem>, "name").height > 40);
}

TEST_CASE_FIXTURE(SampleOpen, "the first frame of a table has its columns counted and its first record in the pane") {
  ui.platform().send(RouteChanged{record_route(ui.document().plan_id, record_type<Dimension>)});
  ui.frame();
  CHECK(ui.find("Smart Governance", probe::Role::heading));
  CHECK(ui.find("3"));  // name, description, certainty
  CHECK_FALSE(ui.find("0"));
}

TEST_CASE_FIXTURE(SampleOpen, "users of one name stand once, with their number") {
  ui.resize({1366, 2400});
  open_first(ui, record_type<QuickWinCriterion>);
  std::vector<std::string> names;
  for (auto const& item : ui.items())
    if (item.role == probe::Role::link && item.rect.x > 1042 && item.label.find(" \xC2\xB7 ") != std::string::npos) names.push_back(item.label);
  REQUIRE_FALSE(names.empty());
  CHECK(names.front().ends_with(" (3)"));
  for (std::size_t i = 1; i < names.size(); ++i) CHECK(names[i] != names[i - 1]);
}

TEST_CASE_FIXTURE(SampleOpen, "findings that were set aside are searched and sorted by what they say") {
  ui.platform().send(RouteChanged{record_route(ui.document().plan_id, record_type<MutedFinding>)});
  ui.settle();
  GridState const* const grid = ui.app().plan()->opened_grid(ui.app().route());
  REQUIRE(grid);
  REQUIRE(grid->table.record_count() == 1);
  auto const found = [&](std::string_view text) {
    REQUIRE(ui.click(ui.s().grid_filter("temuan yang disisihkan"), probe::Role::text_field));
    ui.type(text);
    ui.key(ImGuiKey_Tab);
    return grid->table.totals().count;
  };
  CHECK(found("kementerian") == 1);
  CHECK(found("no_mou") == 0);
}

TEST_CASE("on a narrow window a record covers its list, and the list comes back") {
  AtWork ui;
  REQUIRE(ui.open_sample());
  ui.platform().send(RouteChanged{record_route(ui.document().plan_id, record_type<Agency>)});
  ui.resize({390, 844});
  ui.settle();
  CHECK(ui.find("OPD", probe::Role::grid));
  CHECK_FALSE(ui.find(ui.s().pane_next()));
  REQUIRE(ui.click("Nama OPD 2"));
  auto const* const close = ui.find(ui.s().ui_close());
  REQUIRE(close);
  CHECK_FALSE(ui.find("OPD", probe::Role::grid));
  CHECK(ui.find("Sekretariat DPRD", probe::Role::heading));
  Rect const field = box_of(ui, record_type<Agency>, "name");
  CHECK(field.width > 300);
  REQUIRE(ui.click(ui.s().pane_next()));
  CHECK(ui.find("Inspektorat Daerah", probe::Role::heading));
  REQUIRE(ui.click(ui.s().ui_close()));
  CHECK(ui.find("OPD", probe::Role::grid));
  CHECK_FALSE(ui.find(ui.s().pane_next()));
}
