#include "edit/paste_block.hpp"

#include <doctest/doctest.h>

#include "support/random_plan.hpp"

using namespace rancang;

namespace {
constexpr RecordType items = record_type<ActionItem>;
ValueStyle const style{NumberStyle::indonesian, MoneyUnit::million, 3, nullptr, nullptr, "ya", "tidak"};

struct Sheet {  // name | lead agency | budget 2023 | budget 2024 | quick win
  Document document;
  testing::RandomPlan random{8};
  Ulid kominfo;
  std::vector<Ulid> rows;
  int name = index("name"), agency = index("lead_agency"), budget = index("budget"), quick_win = index("quick_win"), stage = index("stage");
  std::vector<GridColumn> columns{{name, 0}, {agency, 0}, {budget, 2023}, {budget, 2024}, {quick_win, 0}};

  Sheet() {
    Agency record;
    record.name = "Dinas Komunikasi dan Informatika", record.short_name = "Kominfo";
    kominfo = add(record);
    for (auto const* title : {"Satu", "Dua"}) {
      ActionItem item;
      item.name = title;
      item.budget.values = {{2023, {350'000'499}}, {2025, {7}}};
      rows.push_back(add(item));
    }
  }
  static int index(std::string_view key) { return record_info(items).index_of(key); }
  template <class R>
  Ulid add(R const& record) {
    auto node = make_node(record_type<R>, random.next_id());
    node->template as<R>() = record;
    node->causal = created_by(random.replica());
    document.table(record_type<R>).put(node);
    return node->id;
  }
  PasteTarget at(std::size_t row, std::size_t column) const { return {items, columns, rows, row, column, 1, 1, {}}; }
  PastePlan paste(std::size_t row, std::size_t column, std::string_view tsv) const { return plan_paste(document, at(row, column), parse_tsv(tsv), style); }
  Value const* written(PastePlan const& plan, Ulid id, int field) const {
    Value const* found = nullptr;
    for (auto const& write : plan.writes) {
      if (write.id != id || write.field != field) continue;
      CHECK(found == nullptr);
      found = &write.value;
    }
    return found;
  }
};
}  // namespace

TEST_CASE("a block is written cell by cell from the anchor on") {
  Sheet sheet;
  PastePlan const plan = sheet.paste(0, 0, "Tiga\tkominfo\nEmpat\t");
  CHECK(plan.problems.empty());
  CHECK(plan.created.empty());
  CHECK(plan.cells_changed == 3);
  CHECK(plan.cells_unchanged == 1);
  CHECK(*sheet.written(plan, sheet.rows[0], sheet.name) == Value(std::string("Tiga")));
  CHECK(*sheet.written(plan, sheet.rows[0], sheet.agency) == Value(sheet.kominfo));
  CHECK(*sheet.written(plan, sheet.rows[1], sheet.name) == Value(std::string("Empat")));
  CHECK(sheet.written(plan, sheet.rows[1], sheet.agency) == nullptr);
}

TEST_CASE("cells of one series become one write that keeps the other years") {
  Sheet sheet;
  PastePlan const plan = sheet.paste(0, 2, "400\t1,5 m");
  CHECK(plan.cells_changed == 2);
  REQUIRE(plan.writes.size() == 1);
  CHECK(plan.writes[0].value == Value(SeriesValue{Element::money, {{2023, 400'000'000}, {2024, 1'500'000'000}, {2025, 7}}}));
  PastePlan const cleared = sheet.paste(0, 2, "\t\u2013");
  REQUIRE(cleared.writes.size() == 1);
  CHECK(cleared.writes[0].value == Value(SeriesValue{Element::money, {{2025, 7}}}));
  CHECK(cleared.cells_unchanged == 1);
}

TEST_CASE("a cell that already shows the pasted text is left alone, even where the text is rounded") {
  Sheet sheet;
  PastePlan const plan = sheet.paste(0, 0, "Satu\t\t350");
  CHECK(plan.writes.empty());
  CHECK(plan.cells_unchanged == 3);
  CHECK(sheet.paste(0, 2, "350,001").writes.size() == 1);
}

TEST_CASE("rows past the last one become new records, with what the group they are pasted into gives") {
  Sheet sheet;
  PasteTarget target = sheet.at(1, 0);
  target.defaults = {{static_cast<std::uint8_t>(sheet.stage), Value(EnumIndex{3})}, {static_cast<std::uint8_t>(sheet.name), Value(std::string("lain"))}};
  PastePlan const plan = plan_paste(sheet.document, target, parse_tsv("Dua\nTiga\tKominfo\t5\t6\tx\n\t \n\tKominfo\n"), style);
  CHECK(plan.writes.empty());
  REQUIRE(plan.created.size() == 2);
  auto const has = [](NewRecord const& record, int field, Value const& value) {
    for (auto const& [index, held] : record.values)
      if (index == field) return held == value;
    return false;
  };
  NewRecord const& first = plan.created[0];
  CHECK(first.type == items);
  CHECK_FALSE(first.id);
  CHECK(has(first, sheet.name, std::string("Tiga")));
  CHECK(has(first, sheet.agency, sheet.kominfo));
  CHECK(has(first, sheet.budget, SeriesValue{Element::money, {{2023, 5'000'000}, {2024, 6'000'000}}}));
  CHECK(has(first, sheet.quick_win, true));
  CHECK(has(first, sheet.stage, EnumIndex{3}));
  CHECK(has(plan.created[1], sheet.name, std::string("lain")));
  CHECK(sheet.paste(2, 0, "Lima").created.size() == 1);
}

TEST_CASE("what can't be understood is told with its place and text, and the rest is done") {
  Sheet sheet;
  PastePlan const plan = sheet.paste(0, 0, "Tiga\tDinas Entah\t1.2.5\t-4\tmungkin");
  CHECK(plan.cells_changed == 1);
  REQUIRE(plan.problems.size() == 4);
  CHECK(plan.problems[0].column == 1);
  CHECK(plan.problems[0].text == "Dinas Entah");
  CHECK(plan.problems[0].problem.id == "value.unknown_reference");
  CHECK(plan.problems[1].problem.id == "value.not_money");
  CHECK(plan.problems[2].problem.id == "value.out_of_range");
  CHECK(plan.problems[3].problem.id == "value.unknown_choice");
  CHECK(sheet.paste(2, 0, "Baru\tDinas Entah").created.size() == 1);
}

TEST_CASE("columns past the last one are dropped and counted") {
  Sheet sheet;
  PastePlan const plan = sheet.paste(0, 4, "ya\tb\tc");
  CHECK(plan.columns_dropped == 2);
  CHECK(plan.cells_changed == 1);
  CHECK(sheet.paste(2, 5, "a\tb").columns_dropped == 2);
  CHECK(sheet.paste(2, 5, "a\tb").created.empty());
}

TEST_CASE("one cell fills the selection") {
  Sheet sheet;
  PasteTarget target = sheet.at(0, 2);
  target.row_count = 2, target.column_count = 2;
  PastePlan const plan = plan_paste(sheet.document, target, parse_tsv("9"), style);
  CHECK(plan.cells_changed == 4);
  REQUIRE(plan.writes.size() == 2);
  CHECK(plan.writes[1].value == Value(SeriesValue{Element::money, {{2023, 9'000'000}, {2024, 9'000'000}, {2025, 7}}}));
  CHECK(plan_paste(sheet.document, target, parse_tsv("8\t9"), style).writes.size() == 1);
}

TEST_CASE("pasting what was copied from the same cells changes nothing, for every field of a random plan") {
  testing::RandomPlan random(9);
  Document const document = random.document(6, 30);
  for (auto const& info : record_infos()) {
    std::vector<GridColumn> columns;
    for (std::size_t i = 0; i < info.fields.size(); ++i) {
      columns.push_back({static_cast<int>(i), 0});
      if (info.fields[i].type == ValueType::series) columns.push_back({static_cast<int>(i), 2025});
    }
    std::vector<Ulid> rows;
    CopyBlock block;
    document.table(info.type).for_each([&](NodePtr const& node) {
      rows.push_back(node->id);
      auto& cells = block.emplace_back();
      for (GridColumn column : columns) {
        FieldInfo const& field = info.fields[static_cast<std::size_t>(column.field)];
        Value const value = field.get(node->data());
        std::string text;
        if (column.year == 0) text = value_text(document, field, value, style);
        else
          for (auto const& [year, raw] : value.as<SeriesValue>()->values)
            if (year == column.year) text = series_cell_text(field, raw, style);
        bool const is_number = field.type == ValueType::series || field.type == ValueType::integer || field.type == ValueType::decimal;
        cells.push_back({text, is_number ? CellKind::number : CellKind::text});
      }
    });
    PasteTarget const target{info.type, columns, rows, 0, 0, 1, 1, {}};
    PastePlan const plan = plan_paste(document, target, parse_tsv(write_tsv(block)), style);
    CAPTURE(info.name);
    CHECK(plan.problems.empty());
    CHECK(plan.writes.empty());
    CHECK(plan.cells_unchanged == rows.size() * columns.size());
  }
}
