// What a table and a form leave readable: no name, date or choice is cut where there is room for it.
#include <doctest/doctest.h>

#include "at_work.hpp"
#include "model/reference_lookup.hpp"
#include "table_at_work.hpp"
#include "ui/grid/grid_choices.hpp"
#include "ui/grid/grid_layout.hpp"

using namespace rancang;
using namespace rancang::testing;
using rancang::detail::add_record;

namespace {
constexpr ImVec2 laptop{1366, 768};

float width_of(Look const& look, std::string_view text, Step step, Weight weight = Weight::regular) {
  return look.font(weight)->CalcTextSizeA(look.size(step), FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

// The table of a record type over the small plan, as wide as a laptop leaves it beside menu and pane.
struct OneTable : GridHarness {
  explicit OneTable(SmallPlan const& plan, RecordType type, float width = 846) : GridHarness(plan.document, {.size = {width, 640}, .type = type}) {}

  GridColumnView const* column(std::string_view key) {
    int const field = record_info(grid().type).index_of(key);
    for (GridColumnView const& view : grid().geometry.columns)
      if (view.field == field) return &view;
    return nullptr;
  }
  bool fits() { return grid().geometry.bar_x.empty(); }
};

std::string long_text(std::size_t words) {
  std::string out;
  for (std::size_t i = 0; i < words; ++i) out += "kalimat panjang ";
  return out;
}

// First record of every type, opened beside its table.
template <class Visit>
void each_form(AtWork& ui, Visit visit) {
  for (RecordInfo const& info : record_infos()) {
    auto const nodes = in_plan_order(ui.document(), info.type);
    if (info.single || nodes.empty()) continue;
    ui.platform().send(RouteChanged{record_route(ui.document().plan_id, info.type, nodes.front()->id)});
    ui.settle();
    visit(info);
  }
}
}  // namespace

TEST_CASE("dates stand in a table with short months, whole") {
  SmallPlan plan = small_plan();
  add_record(plan, 1, Decision{.statement = "Pagu dipindah", .date = make_date({2022, 9, 28})});
  OneTable table(plan, record_type<Decision>);
  auto const* const item = table.find("Tanggal 1");
  REQUIRE(item);
  CHECK(item->value == "28 Sep 2022");
  CHECK(item->rect.width >= width_of(table.look(), item->value, Step::dense) + 8);
}

TEST_CASE("a column of choices holds the longest of them, up to a bound") {
  for (RecordInfo const& info : record_infos()) {
    OneTable table(small_plan(), info.type, 2600);
    for (GridColumnView const& view : table.grid().geometry.columns) {
      if (view.kind != ColumnKind::value || info.fields[static_cast<std::size_t>(view.field)].type != ValueType::enumeration) continue;
      FieldInfo const& field = info.fields[static_cast<std::size_t>(view.field)];
      if (field.rules.role == Role::status) continue;
      float longest = 0;
      for (std::size_t i = 0; i < field.enumeration->names.size(); ++i)
        if (!field.enumeration->names[i].empty()) longest = std::max(longest, width_of(table.look(), enum_label(table.strings(), *field.enumeration, i), Step::dense));
      CHECK_MESSAGE(view.width >= std::min(190.0f, longest + 8), info.name, '.', field.key);
    }
  }
}

TEST_CASE("room that a short title does not need goes to prose") {
  SmallPlan plan = small_plan();
  add_record(plan, 1, RoadmapPhase{.name = "Jangka pendek", .from_year = 2023, .to_year = 2023, .theme = long_text(30)});
  OneTable table(plan, record_type<RoadmapPhase>);
  CHECK(table.fits());
  REQUIRE(table.column("theme"));
  CHECK(table.column("name")->width < 200);
  CHECK(table.column("theme")->width > 400);
  CHECK(table.grid().geometry.columns.back().x + table.grid().geometry.columns.back().width <= table.grid().geometry.scrolled.w + 0.5f);
}

TEST_CASE("a long title gets more room where the table scrolls anyway, and only then") {
  SmallPlan plan = small_plan();
  add_record(plan, 1, Indicator{.code = "GOV-01", .name = long_text(8), .unit = "persen"});
  OneTable scrolling(plan, record_type<Indicator>);
  CHECK_FALSE(scrolling.fits());
  CHECK(scrolling.column("name")->width == doctest::Approx(280));
  SmallPlan items = small_plan();
  add_record(items, 99, ActionItem{.dimension = items.governance, .name = long_text(8), .lead_agency = items.setda});
  OneTable whole(items, record_type<ActionItem>);
  CHECK(whole.fits());
  CHECK(whole.column("name")->width >= 200);
}

TEST_CASE("baseline and first targets of an indicator are in view beside the pane") {
  SmallPlan plan = small_plan();
  add_record(plan, 1, Indicator{.code = "GOV-01", .name = long_text(8), .unit = "persen"});
  OneTable table(plan, record_type<Indicator>);
  REQUIRE(table.column("targets"));
  GridGeometry const& g = table.grid().geometry;
  CHECK(table.column("baseline")->x + table.column("baseline")->width <= g.scrolled.w);
  CHECK(table.column("targets")->x + table.column("targets")->width <= g.scrolled.w);
  CHECK(table.column("data_sources")->x > table.column("targets")->x);
}

TEST_CASE("rows reach as far as the head while nothing scrolls") {
  SmallPlan plan = small_plan();
  OneTable few(plan, record_type<ActionItem>);
  CHECK(few.grid().geometry.bar_y.empty());
  CHECK(few.grid().geometry.body.w == few.grid().geometry.head.w);
  for (std::uint64_t i = 10; i < 60; ++i) add_record(plan, i, ActionItem{.dimension = plan.governance, .name = "Kegiatan", .lead_agency = plan.setda});
  OneTable many(plan, record_type<ActionItem>);
  CHECK_FALSE(many.grid().geometry.bar_y.empty());
  CHECK(many.grid().geometry.body.right() == doctest::Approx(many.grid().geometry.bar_y.x));
}

TEST_CASE("a table without rows shows whole heads only") {
  for (RecordInfo const& info : record_infos()) {
    GridHarness ui(EmptyTable::plan_without_items(), {.size = laptop, .type = info.type});
    if (ui.grid().table.record_count() > 0) continue;
    std::size_t heads = 0;
    for (auto const& item : probe::items()) {
      if (item.role != probe::Role::column_header) continue;
      ++heads;
      int whole = 0;
      for (int i = 2; i < static_cast<int>(ui.grid().geometry.columns.size()); ++i) {
        Box const box = head_cell_box(ui.grid(), i);
        whole += box.x == item.rect.x && box.w == item.rect.width ? 1 : 0;
      }
      CHECK_MESSAGE(whole == 1, info.name, ": ", item.label);
    }
    CHECK_MESSAGE(heads > 0, info.name);
  }
}

TEST_CASE("a head with a unit below it holds its whole name") {
  SmallPlan plan = small_plan();
  OneTable table(plan, record_type<MonitoringEntry>, 2600);
  for (GridColumnView const& view : table.grid().geometry.columns) {
    if (view.kind != ColumnKind::value) continue;
    FieldInfo const& field = record_info(record_type<MonitoringEntry>).fields[static_cast<std::size_t>(view.field)];
    if (field.type == ValueType::money) CHECK_MESSAGE(view.width >= width_of(table.look(), field_label(table.strings(), record_info(record_type<MonitoringEntry>), field), Step::caption, Weight::bold) + 8, field.key);
  }
  CHECK(std::any_of(table.grid().geometry.columns.begin(), table.grid().geometry.columns.end(), [](auto const& view) {
    return view.kind == ColumnKind::value && record_info(record_type<MonitoringEntry>).fields[static_cast<std::size_t>(view.field)].type == ValueType::money;
  }));
}

TEST_CASE("figures of the region's own plan stand under its years") {
  SmallPlan plan = small_plan();
  auto dated = clone_node(*plan.document.single(record_type<Plan>));
  dated->as<Plan>().rpjmd_start = 2018;
  dated->as<Plan>().rpjmd_end = 2022;
  plan.document.table(record_type<Plan>).put(dated);
  RpjmdProgram program{.code = "2.16", .name = "Aplikasi Informatika", .agency = plan.diskominfo};
  program.budget.values = {{Year{2018}, Money{900'000'000}}, {Year{2022}, Money{4'500'000'000}}};
  add_record(plan, 1, std::move(program));
  OneTable table(plan, record_type<RpjmdProgram>);
  std::vector<Year> years;
  for (GridColumnView const& view : table.grid().geometry.columns)
    if (view.kind == ColumnKind::year) years.push_back(view.year);
  CHECK(years == std::vector<Year>{2018, 2019, 2020, 2021, 2022});
  std::string const label(field_label(table.strings(), record_info(record_type<RpjmdProgram>), *record_info(record_type<RpjmdProgram>).find("budget")));
  CHECK(table.text(label + " 2018 1") == "900");
  CHECK(table.text(label + " 2022") == "4.500");  // the total in the head
}

TEST_CASE("codes that the plan keeps for itself are no columns at first") {
  SmallPlan plan = small_plan();
  for (RecordType const type : {record_type<Dimension>, record_type<SubDimension>, record_type<ReadinessElement>, record_type<ReadinessSubElement>}) {
    OneTable table(plan, type);
    CHECK(table.column("code") == nullptr);
    CHECK(table.column("name") != nullptr);
  }
}

TEST_CASE("a row of the matrix of missions is called by what it joins") {
  SmallPlan plan = small_plan();
  auto const mission = add_record(plan, 1, RpjmdMission{.number = 1, .text = "Mewujudkan tata kelola pemerintahan yang baik, bersih, melayani dan terbuka bagi semua"});
  auto const cell = add_record(plan, 1, MissionAlignment{.rpjmd_mission = mission, .dimension = plan.branding});
  OneTable table(plan, record_type<MissionAlignment>);
  CHECK(table.column("rpjmd_mission")->kind == ColumnKind::title);
  CHECK(table.text("Misi RPJMD 1").substr(0, 10) == "Mewujudkan");
  std::string const title = record_title(plan.document, *plan.document.find(record_type<MissionAlignment>, cell.value));
  CHECK(title == "Mewujudkan tata kelola pemerintahan yang baik\xE2\x80\xA6 \xC2\xB7 Smart Branding");
}

TEST_CASE("figures of one row have as many decimals as the longest of them") {
  SmallPlan plan = small_plan();
  ProfileFigure ratio{.name = "Rasio Gini", .unit = "indeks"};
  ratio.values.values = {{Year{2018}, Decimal{312'000}}, {Year{2019}, Decimal{310'000}}, {Year{2020}, Decimal{1'000'000}}};
  add_record(plan, 1, std::move(ratio));
  OneTable table(plan, record_type<ProfileFigure>);
  std::string const label(field_label(table.strings(), record_info(record_type<ProfileFigure>), *record_info(record_type<ProfileFigure>).find("values")));
  CHECK(table.text(label + " 2018 1") == "0,312");
  CHECK(table.text(label + " 2019 1") == "0,310");
  CHECK(table.text(label + " 2020 1") == "1,000");
}

TEST_CASE("the search says what it filters as long as the bar has room") {
  SmallPlan plan = small_plan();
  OneTable table(plan, record_type<DataRequest>);
  std::string const label = table.strings().grid_filter(lower_first(record_label(table.strings(), record_info(record_type<DataRequest>))));
  auto const* const field = table.find(label);
  REQUIRE(field);
  CHECK(field->rect.width >= width_of(table.look(), label, Step::dense) + 36);
}

TEST_CASE_FIXTURE(SampleOpen, "no name of a field is cut in the pane of a laptop, no date and no figure of a year") {
  ui.resize({1366, 4000});
  auto const wide = [](std::string_view text, Step step) { return ImGui::GetIO().FontDefault->CalcTextSizeA(Look{}.size(step), FLT_MAX, 0, text.data(), text.data() + text.size()).x; };
  std::size_t names = 0, values = 0;
  each_form(ui, [&](RecordInfo const& info) {
    for (auto const& item : ui.items()) {
      if (item.role != probe::Role::text_field || item.rect.x < 1042) continue;
      for (FieldInfo const& field : info.fields) {
        std::string_view const label = field_label(ui.s(), info, field);
        if (item.label == label && ++names > 0) CHECK_MESSAGE(item.rect.width >= wide(label, Step::dense), info.name, ": ", label);
        bool const year = field.type == ValueType::series && item.label.size() == label.size() + 5 && item.label.compare(0, label.size(), label) == 0;
        if (!year && !(field.type == ValueType::date && item.label == label)) continue;
        ++values;
        CHECK_MESSAGE(item.rect.width >= wide(item.value, year ? Step::dense : Step::body) + 16, info.name, ": ", item.label, " ", item.value);
      }
    }
  });
  CHECK(names > 200);
  CHECK(values > 20);
}

TEST_CASE_FIXTURE(SampleOpen, "chosen records are called in the form as in the table, never by an inner code") {
  ui.resize({1366, 2400});
  auto const issues = in_plan_order(ui.document(), record_type<StrategicIssue>);
  REQUIRE_FALSE(issues.empty());
  auto const& issue = issues.front()->as<StrategicIssue>();
  REQUIRE_FALSE(issue.dimensions.empty());
  ui.platform().send(RouteChanged{record_route(ui.document().plan_id, record_type<StrategicIssue>, issues.front()->id)});
  ui.settle();
  Dimension const& dimension = *ui.document().get(issue.dimensions.front());
  CHECK(ui.find(ui.s().form_remove(dimension.name)) != nullptr);
  CHECK(ui.find(ui.s().form_remove(dimension.code)) == nullptr);
  std::string const cell = std::string(field_label(ui.s(), record_info(record_type<StrategicIssue>), *record_info(record_type<StrategicIssue>).find("dimensions"))) + " 1";
  CHECK(ui.text(cell).substr(0, 3) == dimension_short(dimension_index(ui.document(), issue.dimensions.front().value)));
}
