#include "model/value_text.hpp"

#include <doctest/doctest.h>

#include "support/random_plan.hpp"

using namespace rancang;

namespace {
std::string_view label(void const*, EnumInfo const& info, std::size_t index) {
  if (info.name == "row_status" && index == 2) return "Disepakati";
  if (info.name == "budget_state" && index == 0) return "Belum";
  return info.names[index];
}
ValueStyle const style{NumberStyle::indonesian, MoneyUnit::million, 3, label, nullptr, "ya", "tidak"};

template <class R>
FieldInfo const& field(std::string_view key) {
  FieldInfo const* const found = record_info(record_type<R>).find(key);
  REQUIRE_MESSAGE(found, key);
  return *found;
}

struct Plan3 {  // a plan with three agencies, two sources and an action item
  Document document;
  testing::RandomPlan random{1};
  Ulid kominfo = agency("Dinas Komunikasi dan Informatika", "Kominfo", "2.16");
  Ulid bappeda = agency("Badan Perencanaan; Riset dan Inovasi", "Bappeda; Litbang", "5.01");
  Ulid unnamed = agency("", "", "");
  Ulid apbd = source("APBD", "APBD"), csr = source("Tanggung jawab sosial", "CSR 2");

  template <class R>
  Ulid add(R const& record) {
    auto node = make_node(record_type<R>, random.next_id());
    node->template as<R>() = record;
    node->causal = created_by(random.replica());
    document.table(record_type<R>).put(node);
    return node->id;
  }
  Ulid agency(std::string name, std::string short_name, std::string code) {
    Agency record;
    record.name = std::move(name), record.short_name = std::move(short_name), record.code = std::move(code);
    return add(record);
  }
  Ulid source(std::string name, std::string short_name) {
    FundingSource record;
    record.name = std::move(name), record.short_name = std::move(short_name);
    return add(record);
  }
  template <class R>
  std::string text(std::string_view key, Value const& value) const { return value_text(document, field<R>(key), value, style); }
};
}  // namespace

TEST_CASE("plain values are written in the style's language and unit") {
  Plan3 plan;
  CHECK(plan.text<ActionItem>("name", std::string("Aplikasi")) == "Aplikasi");
  CHECK(plan.text<ActionItem>("quick_win", true) == "ya");
  CHECK(plan.text<ActionItem>("quick_win", false) == "tidak");
  CHECK(plan.text<ActionItem>("baseline", Decimal{1'234'500'000}) == "1.234,5");
  CHECK(plan.text<ActionItem>("start_year", Year{2023}) == "2023");
  CHECK(plan.text<Plan>("plan_years", std::int64_t{5}) == "5");
  CHECK(plan.text<Plan>("mou_date", *parse_date("8 Sep 2022")) == "8 September 2022");
  CHECK(plan.text<ActionItem>("status", EnumIndex{2}) == "Disepakati");
  CHECK(plan.text<ActionItem>("status", EnumIndex{1}) == "review");
  CHECK(plan.text<ActionItem>("stage", EnumIndex{0}).empty());
  for (auto const& about : record_info(record_type<ActionItem>).fields) CHECK(value_text(plan.document, about, Value(), style).empty());
}

TEST_CASE("series name their years") {
  Plan3 plan;
  SeriesValue const budget{Element::money, {{2023, 350'000'000}, {2024, 1'250'500'000}}};
  CHECK(plan.text<ActionItem>("budget", budget) == "2023: 350; 2024: 1.250,5");
  CHECK(plan.text<ActionItem>("in_dpa", SeriesValue{Element::enumeration, {{2023, 0}, {2024, 2}}}) == "2023: Belum; 2024: included");
  CHECK(series_cell_text(field<ActionItem>("budget"), 350'000'000, style) == "350");
  CHECK(series_cell_text(field<ActionItem>("targets"), 2'500'000, style) == "2,5");
}

TEST_CASE("a reference is written by short name, title, code or id, whichever comes first") {
  Plan3 plan;
  CHECK(plan.text<ActionItem>("lead_agency", plan.kominfo) == "Kominfo");
  CHECK(plan.text<ActionItem>("lead_agency", plan.unnamed) == ulid_text(plan.unnamed));
  Ulid const nowhere = plan.random.next_id();
  CHECK(plan.text<ActionItem>("lead_agency", nowhere) == ulid_text(nowhere));
  Program program;
  program.name = "Kota cerdas";
  CHECK(plan.text<ActionItem>("program", plan.add(program)) == "Kota cerdas");
  RpjmdMission mission;
  mission.number = 3;
  CHECK(plan.text<Mission>("from_rpjmd_missions", std::vector<Ulid>{plan.add(mission)}) == "3");
  CHECK(plan.text<ActionItem>("support_agencies", std::vector<Ulid>{plan.kominfo, plan.bappeda}) == "Kominfo; Bappeda; Litbang");
}

TEST_CASE("lists show each row's name with its number or its years") {
  Plan3 plan;
  ListValue const shares{{{plan.apbd, Decimal{60'000'000}, SeriesValue{Element::money, {}}},
                          {plan.csr, Decimal{40'000'000}, SeriesValue{Element::money, {}}},
                          {plan.apbd, Value(), SeriesValue{Element::money, {{2023, 350'000'000}, {2024, 1'500'000}}}}}};
  CHECK(plan.text<ActionItem>("funding", shares) == "APBD 60; CSR 2 40; APBD (2023: 350, 2024: 1,5)");
  ListValue const sources{{{std::string("Kota dalam angka"), Year{2023}, std::string("hlm. 4")}, {std::string("Renstra"), Value(), std::string()}}};
  CHECK(plan.text<Indicator>("data_sources", sources) == "Kota dalam angka (2023); Renstra");
}

TEST_CASE("reading a field in place gives the same text as its value, for every field of every record") {
  testing::RandomPlan random(11);
  Document const document = random.document(12, 60);
  for (auto const& info : record_infos()) {
    document.table(info.type).for_each([&](NodePtr const& node) {
      for (auto const& about : info.fields) {
        std::string out = "=";
        append_value_text(out, document, about, node->data(), style);
        CHECK(out == "=" + value_text(document, about, about.get(node->data()), style));
      }
    });
  }
}
