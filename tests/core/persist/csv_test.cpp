#include <doctest/doctest.h>

#include "base/utf8.hpp"
#include "persist/csv.hpp"
#include "support/plan_files.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
std::string const bom = "\xEF\xBB\xBF";

struct Fixture {
  RandomPlan random{1};
  Document document;
  NodePtr agency, item;

  Fixture() {
    document.plan_id = random.next_id();
    Id<Plan> id{random.next_id()};
    auto plan = make_node(record_type<Plan>, id.value);
    plan->as<Plan>().plan_start = 2023;
    plan->as<Plan>().plan_years = 2;
    add(plan);
    auto one = make_node(record_type<Agency>, random.next_id());
    one->as<Agency>().name = "Dinas Kesehatan";
    one->as<Agency>().short_name = "Dinkes";
    agency = add(one);
    auto action = make_node(record_type<ActionItem>, random.next_id());
    action->as<ActionItem>().name = "=1+1; \"Telemedisin\"";
    action->as<ActionItem>().lead_agency = {agency->id};
    action->as<ActionItem>().support_agencies = {{agency->id}, {random.next_id()}};
    action->as<ActionItem>().baseline = Decimal{-12'500'000};
    action->as<ActionItem>().budget.values = {{Year{2023}, Money{350'000'000}}, {Year{2030}, Money{1}}};
    action->as<ActionItem>().quick_win = true;
    item = add(action);
  }
  NodePtr add(std::shared_ptr<Node> node) {
    node->causal = created_by(make_replica(7));
    document.table(node->type).put(node);
    return node;
  }
  CsvTable read(std::string_view text, CsvStyle const& style = {}) {
    auto table = read_csv(document, record_type<ActionItem>, text, style);
    REQUIRE(table);
    return std::move(*table);
  }
  std::string refusal(std::string_view text) {
    auto const table = read_csv(document, record_type<ActionItem>, text);
    return table ? "" : table.error().id;
  }
};

// The document with the changes of a CSV file, or with its records of a type created anew from it.
Document applied(Document document, RecordType type, CsvTable const& table, RandomPlan& random) {
  apply(document, csv_changes(document, type, table, make_replica(9), [&] { return random.next_id(); }));
  return document;
}
}  // namespace

TEST_CASE_FIXTURE(Fixture, "a CSV file has one column a field, one a year, and guards text against being run") {
  std::string const text = write_csv(document, record_type<ActionItem>);
  CHECK(text.substr(0, bom.size()) == bom);
  std::string const head = text.substr(bom.size(), text.find("\r\n") - bom.size());
  CHECK(head.find("id;dimension;sub_dimension;") == 0);
  CHECK(head.find(";budget.2023;budget.2024;budget.2030;funding;") != std::string::npos);
  CHECK(text.find(";\"'=1+1; \"\"Telemedisin\"\"\";") != std::string::npos);
  CHECK(text.find(";Dinkes;Dinkes; ") == std::string::npos);  // an agency that is not there is written by its id, so the cell is quoted
  CHECK(text.find(";-12,5;") != std::string::npos);
  CHECK(text.find(";350000000;;1;") != std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "a file that comes back untouched changes nothing, whatever its separator, line ends and quotes") {
  for (char separator : {';', ',', '\t'}) {
    CsvStyle style;
    style.separator = separator;
    std::string const text = write_csv(document, record_type<ActionItem>, style);
    for (std::string const& other : {text, text.substr(bom.size()), std::string("sep=") + separator + "\r\n" + text.substr(bom.size()), replaced(text, "\r\n", "\n")}) {
      CsvTable const table = read(other);
      CHECK(table.rows.empty());
      CHECK(table.problems.empty());
      CHECK(table.unknown_columns.empty());
    }
  }
}

TEST_CASE("untouched CSV files of random plans change nothing in any record type") {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    RandomPlan random(seed);
    Document const document = random.document(6, 30);
    for (auto const& info : record_infos()) {
      CAPTURE(info.name);
      for (NumberStyle numbers : {NumberStyle::indonesian, NumberStyle::english}) {
        CsvStyle style;
        style.values.numbers = numbers;
        auto const table = read_csv(document, info.type, write_csv(document, info.type, style), style);
        REQUIRE(table);
        CHECK(table->rows.empty());
        CHECK(table->problems.empty());
      }
    }
  }
}

TEST_CASE("records made anew from their CSV file have the same values in every field but lists") {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    RandomPlan random(seed);
    Document const document = random.document(6, 30);
    RecordType const type = record_type<ActionItem>;
    Document without = document;
    without.table(type).assign({});
    auto const table = read_csv(without, type, write_csv(document, type));
    REQUIRE(table);
    Document const again = applied(without, type, *table, random);
    CHECK(again.table(type).size() == document.table(type).size());
    document.table(type).for_each([&](NodePtr const& node) {
      NodePtr const* const other = again.table(type).find(node->id);
      REQUIRE(other);
      for (std::uint8_t field : changed_fields(*node, **other)) {
        FieldInfo const& info = node->info().fields[field];
        CAPTURE(info.key);
        // A text is cleaned when it is typed anew; the rows of a list have no full text form.
        bool const same_text = info.type == ValueType::text && utf8::clean_name(peek_text(info, node->data())) == peek_text(info, (*other)->data());
        CHECK((same_text || info.type == ValueType::list));
      }
    });
  }
}

TEST_CASE_FIXTURE(Fixture, "changed cells become values, the rest of the record stays") {
  CsvTable const table = read("id;name;lead_agency;budget.2024;budget.2030;baseline;quick_win;start_year\n" + ulid_text(item->id) + ";Baru;dinas kesehatan;1.250.000;;0,5;tidak;2024\n");
  CHECK(table.problems.empty());
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0].values.size() == 5);  // the agency is the one that it was, under its long name
  Document const after = applied(document, record_type<ActionItem>, table, random);
  auto const& action = (*after.table_of<ActionItem>().find(item->id))->as<ActionItem>();
  CHECK(action.name == "Baru");
  CHECK(action.budget.values == std::vector<std::pair<Year, Money>>{{Year{2023}, Money{350'000'000}}, {Year{2024}, Money{1'250'000}}});
  CHECK(action.baseline == Decimal{500'000});
  CHECK(action.start_year == 2024);
  CHECK_FALSE(action.quick_win);
  CHECK(action.support_agencies.size() == 2);
  auto const& causal = *(*after.table_of<ActionItem>().find(item->id))->causal;
  CHECK(causal.counter_of(make_replica(9)) == 1);
}

TEST_CASE_FIXTURE(Fixture, "rows without an id are new records, empty rows are nothing") {
  CsvTable const table = read("name,start_year\nSatu,2023\n,\n\"Dua, tiga\",2024\n");
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[1].row == 4);
  Document const after = applied(document, record_type<ActionItem>, table, random);
  CHECK(after.table_of<ActionItem>().size() == 3);
}

TEST_CASE_FIXTURE(Fixture, "columns are found by key or label, in any order and case; unknown ones are told") {
  CsvStyle style;
  style.label = [](RecordInfo const&, FieldInfo const& field) { return field.key == "budget" ? std::string("Anggaran") : field.key == "name" ? std::string("Nama kegiatan") : std::string(field.key); };
  CsvTable const table = read("NAMA KEGIATAN;Anggaran 2024;Catatan rapat;budget.2025\nSatu;5;x;6\n", style);
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0].values.size() == 2);
  CHECK(table.unknown_columns == std::vector<std::string>{"Catatan rapat"});
  CHECK(write_csv(document, record_type<ActionItem>, style).find(";Anggaran 2023;") != std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "cells that can't be understood are told with row and column and left out") {
  CsvTable const table = read("id;name;start_year;lead_agency;budget.2023\nkosong;A;2023;;\n;B;dua ribu;Dinas Sihir;mahal;lebih\n" + ulid_text(item->id) + ";C;;;\n" + ulid_text(item->id) + ";D;;;\n");
  std::vector<std::string> ids;
  for (auto const& problem : table.problems) ids.push_back(std::to_string(problem.row) + " " + problem.column + " " + problem.error.id);
  CHECK(ids == std::vector<std::string>{"2 id csv.bad_id", "3 start_year value.not_year", "3 lead_agency value.unknown_reference", "3 budget.2023 value.not_money", "3  csv.extra_cells", "5 id csv.duplicate_id"});
  REQUIRE(table.rows.size() == 2);
}

TEST_CASE_FIXTURE(Fixture, "what is no table of this record is refused") {
  CHECK(refusal("") == "csv.empty");
  CHECK(refusal(bom) == "csv.empty");
  CHECK(refusal("a;b;c\n1;2;3") == "csv.no_columns");
  CHECK(refusal("id\n") == "csv.no_columns");
  CHECK(refusal("name;Name\nA;B") == "csv.duplicate_column");
  CHECK(refusal("budget.2023;budget.2023\n1;2") == "csv.duplicate_column");
  CHECK(refusal(std::string("name\nA\0", 7)) == "file.nul");
  CHECK(refusal("\xFF\xFEn") == "file.utf16");
  CHECK(refusal("name\nCaf\xE9") == "file.bad_utf8");
  ReadLimits limits;
  limits.records_per_type = 1;
  auto const table = read_csv(document, record_type<ActionItem>, "name\nA\nB\n", {}, limits);
  CHECK((!table && table.error().id == "csv.too_many_rows"));
}
