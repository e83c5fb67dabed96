#include <doctest/doctest.h>

#include "model/field_check.hpp"
#include "model/value_text.hpp"
#include "support/random_plan.hpp"

using namespace rancang;

namespace {
std::string_view label(void const*, EnumInfo const& info, std::size_t index) {
  static constexpr std::string_view labels[] = {"Konsep", "Ditinjau", "Disepakati", "Batal"};
  return info.name == "row_status" ? labels[index] : info.names[index];
}
ValueStyle const style{NumberStyle::indonesian, MoneyUnit::million, 9, label, nullptr, "ya", "tidak"};

struct Case {
  Document document;
  testing::RandomPlan random{2};

  template <class R>
  Ulid add(R const& record) {
    auto node = make_node(record_type<R>, random.next_id());
    node->template as<R>() = record;
    node->causal = created_by(random.replica());
    document.table(record_type<R>).put(node);
    return node->id;
  }
  Ulid agency(std::string name, std::string short_name, std::string code = {}) {
    Agency record;
    record.name = std::move(name), record.short_name = std::move(short_name), record.code = std::move(code);
    return add(record);
  }
  Ulid source(std::string short_name) {
    FundingSource record;
    record.name = record.short_name = std::move(short_name);
    return add(record);
  }
  template <class R>
  Result<Value> parse(std::string_view key, std::string_view text) const {
    return parse_value(document, *record_info(record_type<R>).find(key), text, style);
  }
  template <class R>
  Value good(std::string_view key, std::string_view text) const {
    auto const value = parse<R>(key, text);
    if (!value) FAIL(key, " \"", text, "\": ", value.error().id);
    return *value;
  }
  template <class R>
  Error bad(std::string_view key, std::string_view text) const {
    auto const value = parse<R>(key, text);
    REQUIRE_MESSAGE(!value, text);
    return value.error();
  }
};
}  // namespace

TEST_CASE("numbers, money, years and dates are read, or refused with the text that was given") {
  Case c;
  CHECK(c.good<ActionItem>("baseline", " 12,5 % ") == Value(Decimal{12'500'000}));
  CHECK(c.good<ActionItem>("start_year", "2024") == Value(Year{2024}));
  CHECK(c.good<Plan>("plan_years", "5") == Value(std::int64_t{5}));
  CHECK(c.good<Plan>("mou_date", "20/5/2022") == Value(*make_date({2022, 5, 20})));
  auto const number = c.bad<ActionItem>("baseline", "1.2.5");
  CHECK(number.id == "value.not_number");
  CHECK(number.args == std::vector<std::string>{"1.2.5"});
  CHECK(c.bad<ActionItem>("start_year", "24").id == "value.not_year");
  CHECK(c.bad<ActionItem>("start_year", "2.024").id == "value.not_year");
  CHECK(c.bad<Plan>("mou_date", "31/2/2022").id == "value.not_date");
  CHECK(c.bad<ActionItem>("status", "apa").id == "value.unknown_choice");
  CHECK(c.bad<ActionItem>("quick_win", "mungkin").id == "value.unknown_choice");
}

TEST_CASE("a value outside the field's limits is refused with the limits as people write them") {
  Case c;
  auto const share = c.bad<Program>("priority_score", "1.250");
  CHECK(share.id == "value.out_of_range");
  CHECK(share.args == std::vector<std::string>{"1.250", "0", "100"});
  auto const year = c.bad<ActionItem>("start_year", "1999");
  CHECK(year.args == std::vector<std::string>{"1999", "2000", "2100"});
  auto const money = c.bad<ActionItem>("budget", "2023: -5");
  CHECK(money.id == "value.out_of_range");
  CHECK(money.args[1] == "Rp 0");
  auto const cell = parse_series_cell(*record_info(record_type<ActionItem>).find("budget"), "-5", style);
  REQUIRE(!cell);
  CHECK(cell.error().id == "value.out_of_range");
  auto const text = c.bad<Agency>("short_name", std::string(41, 'x'));
  CHECK(text.id == "value.too_long");
  CHECK(text.args[1] == "40");
  CHECK(text.args[2] == "41");
}

TEST_CASE("empty text and a lone dash are the empty value, required or not") {
  Case c;
  for (auto const& info : record_infos()) {
    for (auto const& about : info.fields) {
      for (auto const* text : {"", "  ", "\u2013", "-"}) {
        if (about.type == ValueType::text && text[0] != '\0') continue;
        auto const value = parse_value(c.document, about, text, style);
        CAPTURE(info.name);
        CAPTURE(about.key);
        REQUIRE(value);
        auto node = make_node(info.type, {});
        CHECK(about.set(node->data(), *value));
        CHECK(about.equal(node->data(), make_node(info.type, {})->data()) == (about.key != "plan_years" && about.key != "currency_unit"));
      }
    }
  }
}

TEST_CASE("choices are found by label or by name in the file, folded") {
  Case c;
  CHECK(c.good<ActionItem>("status", "DISEPAKATI ") == Value(EnumIndex{2}));
  CHECK(c.good<ActionItem>("status", "agreed") == Value(EnumIndex{2}));
  for (auto const* yes : {"ya", "Ya", "true", "X", "1", "yes", "\u2713"}) CHECK(c.good<ActionItem>("quick_win", yes) == Value(true));
  for (auto const* no : {"tidak", "false", "0", "No"}) CHECK(c.good<ActionItem>("quick_win", no) == Value(false));
}

TEST_CASE("text is cleaned the way its field is kept") {
  Case c;
  CHECK(c.good<ActionItem>("name", "  Aplikasi\n\u202e kota ") == Value(std::string("Aplikasi kota")));
  CHECK(c.good<ActionItem>("note", "Baris satu\r\nBaris dua") == Value(std::string("Baris satu\nBaris dua")));
}

TEST_CASE("a reference is found by id, short name, title, code or a beginning that fits one record") {
  Case c;
  Ulid const kominfo = c.agency("Dinas Komunikasi dan Informatika", "Kominfo", "2.16");
  Ulid const health = c.agency("Dinas Kesehatan", "Dinkes", "1.02");
  auto const lead = [&](std::string_view text) { return c.good<ActionItem>("lead_agency", text); };
  for (std::string const& text : {ulid_text(kominfo), std::string("kominfo"), std::string("DINAS komunikasi dan Informatika"), std::string("2.16"), std::string("Dinas Kom"), std::string(" komin ")}) {
    CAPTURE(text);
    CHECK(lead(text) == Value(kominfo));
  }
  CHECK(lead("dinas kesehatan") == Value(health));
  auto const several = c.bad<ActionItem>("lead_agency", "Dinas");
  CHECK(several.id == "value.ambiguous_reference");
  CHECK(several.args == std::vector<std::string>{"Dinas", "Dinas Kesehatan", "Dinas Komunikasi dan Informatika"});
  auto const unknown = c.bad<ActionItem>("lead_agency", "Dinas Perikanan");
  CHECK(unknown.id == "value.unknown_reference");
  CHECK(unknown.args == std::vector<std::string>{"Dinas Perikanan"});
}

TEST_CASE("a whole name wins over a beginning, a short name over a title, and records in the trash are not found") {
  Case c;
  Ulid const first = c.agency("Badan A", "B");
  Ulid const second = c.agency("B", "Badan B");
  CHECK(c.good<ActionItem>("lead_agency", "b") == Value(first));
  CHECK(c.good<ActionItem>("lead_agency", "badan b") == Value(second));
  c.agency("Lain", "Badan B");
  CHECK(c.bad<ActionItem>("lead_agency", "badan b").id == "value.ambiguous_reference");
  auto gone = clone_node(*c.document.find(record_type<Agency>, first));
  gone->causal = deleted_by(*gone->causal, c.random.replica());
  c.document.table(record_type<Agency>).put(gone);
  CHECK(c.bad<ActionItem>("lead_agency", "badan a").id == "value.unknown_reference");
  CHECK(c.bad<ActionItem>("lead_agency", ulid_text(first)).id == "value.unknown_reference");
}

TEST_CASE("several references are parted by semicolons, even where a name holds one") {
  Case c;
  Ulid const kominfo = c.agency("Dinas Komunikasi", "Kominfo"), research = c.agency("Badan Riset", "Riset; Inovasi");
  auto const support = [&](std::string_view text) { return c.good<ActionItem>("support_agencies", text); };
  CHECK(support("kominfo; riset; inovasi") == Value(std::vector<Ulid>{kominfo, research}));
  CHECK(support("Riset; Inovasi;Kominfo;") == Value(std::vector<Ulid>{research, kominfo}));
  CHECK(support("Kominfo; Kominfo") == Value(std::vector<Ulid>{kominfo}));
  CHECK(c.bad<ActionItem>("support_agencies", "Kominfo; Entah").args[0] == "Entah");
}

TEST_CASE("series are read year by year") {
  Case c;
  CHECK(c.good<ActionItem>("budget", "2024: 1.250,5; 2023: 350 ; 2025: 2 m") ==
        Value(SeriesValue{Element::money, {{2023, 350'000'000}, {2024, 1'250'500'000}, {2025, 2'000'000'000}}}));
  CHECK(c.good<ActionItem>("in_renja", "2023: included") == Value(SeriesValue{Element::enumeration, {{2023, 2}}}));
  CHECK(c.bad<ActionItem>("budget", "350").id == "value.not_year");
  CHECK(c.bad<ActionItem>("budget", "2023: 1; 2023: 2").id == "value.not_year");
  CHECK(c.bad<ActionItem>("budget", "2023: banyak").id == "value.not_money");
  FieldInfo const& budget = *record_info(record_type<ActionItem>).find("budget");
  CHECK(**parse_series_cell(budget, "350", style) == 350'000'000);
  CHECK_FALSE(parse_series_cell(budget, " \u2013 ", style)->has_value());
  CHECK(parse_series_cell(budget, "1.2.5", style).error().id == "value.not_money");
}

TEST_CASE("shares of funding are read with their source, per cent or years") {
  Case c;
  Ulid const apbd = c.source("APBD"), csr = c.source("CSR 2");
  Value const none = SeriesValue{Element::money, {}};
  CHECK(c.good<ActionItem>("funding", "APBD 60; csr 2 40%") == Value(ListValue{{{apbd, Decimal{60'000'000}, none}, {csr, Decimal{40'000'000}, none}}}));
  CHECK(c.good<ActionItem>("funding", "CSR 2") == Value(ListValue{{{csr, Value(), none}}}));
  CHECK(c.good<ActionItem>("funding", "APBD 12,5 (2023: 1,5, 2024: 2)") ==
        Value(ListValue{{{apbd, Decimal{12'500'000}, SeriesValue{Element::money, {{2023, 1'500'000}, {2024, 2'000'000}}}}}}));
  CHECK(c.bad<ActionItem>("funding", "APBD 160").id == "value.out_of_range");
  CHECK(c.bad<ActionItem>("funding", "Hibah 10").id == "value.unknown_reference");
  CHECK(c.good<Indicator>("data_sources", "Kota dalam angka (2023); Renstra (revisi)") ==
        Value(ListValue{{{std::string("Kota dalam angka"), Year{2023}, std::string()}, {std::string("Renstra (revisi)"), Value(), std::string()}}}));
}

TEST_CASE("every value of a random plan comes back from its text, wherever the text says it all") {
  testing::RandomPlan random(5);
  Document const document = random.document(10, 80);
  ReferenceLookup lookup(document);
  std::size_t compared = 0;
  for (auto const& info : record_infos()) {
    document.table(info.type).for_each([&](NodePtr const& node) {
      for (auto const& about : info.fields) {
        // Names in random plans repeat, so references are left to the tests above; lists of sources leave pages out.
        if (about.type == ValueType::reference || about.type == ValueType::references || about.type == ValueType::list) continue;
        Value const value = about.get(node->data());
        auto const back = parse_value(lookup, about, value_text(document, about, value, style), style);
        CAPTURE(about.key);
        REQUIRE(back);
        CHECK(*back == value);
        ++compared;
      }
    });
  }
  CHECK(compared > 2000);
}

TEST_CASE("no text of a hostile cell makes any field's reader loop or break") {
  testing::RandomPlan random(6);
  Document const document = random.document(4, 10);
  ReferenceLookup lookup(document);
  std::string const stock[] = {";", ":", "(", ")", " ", "2023", "2023:", "(2023: 1)", "APBD", "60%", "-", "\xff", "\n", "\u202e", "0", ",", ".", "Rp", "jt"};
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (std::size_t i = random.number(40); i > 0; --i) text += stock[random.number(std::size(stock))];
    for (auto const& info : record_infos()) {
      auto node = make_node(info.type, {});
      for (auto const& about : info.fields) {
        auto const value = parse_value(lookup, about, text, style);
        if (value) CHECK(about.set(node->data(), *value));
        else CHECK(value.error().id.rfind("value.", 0) == 0);
      }
    }
  }
}
