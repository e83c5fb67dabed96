// Figures of tables over 300, 10,000 and 100,000 action items: rows, sorting, filtering, single edits, memory, pasting. JSON on the standard output.
// Times are milliseconds unless the name says otherwise, the median of several runs.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

#include "edit/grid_table.hpp"
#include "edit/paste_block.hpp"
#include "support/random_plan.hpp"

using namespace rancang;

namespace {
constexpr RecordType items = record_type<ActionItem>;

// Of the processor where the platform tells, so that a busy machine disturbs little.
double milliseconds(std::function<void()> const& work) {
  std::clock_t const start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) * 1000.0 / CLOCKS_PER_SEC;
}
double median(std::size_t runs, std::function<void()> const& work) {
  std::vector<double> times;
  for (std::size_t i = 0; i < runs; ++i) times.push_back(milliseconds(work));
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

int field_of(std::string_view key) { return record_info(items).index_of(key); }

// About the text of a real row: a name of six to ten words, codes that are nearly all different, five years of money, one source or two.
class PlanMaker {
 public:
  Document make(std::size_t count) {
    Document document = random_.document(40, 0);
    for (int i = 0; i < 3000; ++i) vocabulary_.push_back(syllables(2 + random_.number(3)));
    for (std::size_t type = 0; type < record_type_count; ++type) document.tables[type].for_each_stored([&](NodePtr const& node) { ids_[type].push_back(node->id); });
    std::vector<NodePtr> nodes;
    nodes.reserve(count);
    for (std::size_t i = 0; i < count; ++i) nodes.push_back(item(i));
    document.table(items).assign(std::move(nodes));
    return document;
  }
  testing::RandomPlan& random() { return random_; }

 private:
  std::string syllables(std::size_t count) {
    static constexpr std::string_view stock[] = {"pe", "ngem", "ba", "ngan", "la", "ya", "nan", "kom", "in", "for", "ma", "si", "ta", "ra", "ke", "ber", "lan", "jut", "an", "sis", "tem", "di", "gi", "tal"};
    std::string out;
    for (; count > 0; --count) out += stock[random_.number(std::size(stock))];
    return out;
  }
  std::string sentence(std::size_t least, std::size_t most) {
    std::string out;
    for (std::size_t count = least + random_.number(most - least + 1); count > 0; --count) {  // some words are much more common than others
      std::size_t const rank = random_.chance(50) ? random_.number(60) : random_.number(vocabulary_.size());
      (out += out.empty() ? "" : " ") += vocabulary_[rank];
    }
    if (!out.empty()) out[0] = static_cast<char>(out[0] - 32);
    return out;
  }
  template <class R>
  Id<R> any() {
    auto const& ids = ids_[index_of(record_type<R>)];
    return {ids[random_.number(ids.size())]};
  }
  NodePtr item(std::size_t number) {
    auto node = make_node(items, random_.next_id());
    node->causal = causal_;
    auto& row = node->as<ActionItem>();
    row.dimension = any<Dimension>(), row.sub_dimension = any<SubDimension>(), row.program = any<Program>(), row.lead_agency = any<Agency>(), row.indicator = any<Indicator>();
    if (random_.chance(40)) row.support_agencies = {any<Agency>(), any<Agency>()};
    row.name = sentence(6, 10);
    row.family = static_cast<ActionFamily>(1 + random_.number(7));
    row.budget_code = "2.16.0" + std::to_string(random_.number(9)) + ".2.0" + std::to_string(random_.number(9)) + "." + std::to_string(10'000 + number).substr(1);
    row.output_indicator = sentence(3, 5);
    row.unit = random_.chance(50) ? "dokumen" : "unit";
    row.location = sentence(1, 2);
    row.start_year = 2023, row.end_year = 2027;
    for (Year year = 2023; year < 2028; ++year) row.budget.values.emplace_back(year, Money{static_cast<std::int64_t>(random_.number(4000)) * 500'000});
    row.funding.push_back({any<FundingSource>(), Decimal{60'000'000}, {}});
    if (random_.chance(30)) row.funding.push_back({any<FundingSource>(), Decimal{40'000'000}, {}});
    row.order = static_cast<std::int64_t>(number) << 20;
    row.status = static_cast<RowStatus>(random_.number(4));
    if (random_.chance(20)) row.note = sentence(8, 14);
    return node;
  }

  testing::RandomPlan random_{2023};
  CausalPtr causal_ = created_by(make_replica(7));
  std::vector<std::string> vocabulary_;
  std::array<std::vector<Ulid>, record_type_count> ids_;
};

void print(char const* name, double value, char const* end = ",") { std::printf("    \"%s\": %.3f%s\n", name, value, end); }

GridQuery sorted_by(char const* key, Year year = 0) {
  GridQuery query;
  query.sort = {field_of(key), year, false};
  return query;
}
GridQuery with_text(char const* text) {
  GridQuery query;
  query.filter.text = text;
  return query;
}

// The mean of many single edits, in microseconds; every edit gives another record another name.
double edit_us(GridTable& table, Document& document, bool held) {
  std::vector<Ulid> const ids = table.shown_records();
  constexpr std::size_t edits = 500;
  double total = 0;
  for (std::size_t i = 0; i < edits; ++i) {
    NodePtr const before = *document.table(items).find(ids[i * 7919 % ids.size()]);
    auto after = clone_node(*before);
    after->as<ActionItem>().name.insert(0, i % 2 == 0 ? "Zeta " : "Alfa ");
    ChangeSet const change{{{before, after}}};
    apply(document, change);
    if (held) table.hold(document, before->id);
    total += milliseconds([&] { table.refresh(document, change); });
  }
  table.hold(document, {});
  return total * 1000 / edits;
}

double paste_ms(Document const& document, std::size_t rows) {
  std::vector<GridColumn> const columns{{field_of("name"), 0}, {field_of("lead_agency"), 0}, {field_of("budget"), 2023}, {field_of("budget"), 2024}, {field_of("quick_win"), 0}};
  ValueStyle const style;
  Agency const* agency = nullptr;
  document.table(record_type<Agency>).for_each([&](NodePtr const& node) { agency = &node->as<Agency>(); });
  TextBlock block;
  for (std::size_t i = 0; i < rows; ++i) block.push_back({"Kegiatan " + std::to_string(i), agency->short_name, "1.250.000", "350 juta", "ya"});
  std::vector<Ulid> const none;
  PasteTarget const target{items, columns, none, 0, 0, 1, 1, {}};
  return milliseconds([&] { plan_paste(document, target, block, style); });
}

void measure(std::size_t count, bool last) {
  PlanMaker maker;
  Document document = maker.make(count);
  GridTable table(items);
  std::size_t const runs = count > 50'000 ? 5 : 9;
  auto const query_ms = [&](GridQuery const& query) { return median(runs, [&] { table.set_query(document, query); }); };
  std::printf("  \"%zu\": {\n", count);
  print("open_default_order", median(runs, [&] { table.open(document); }));
  GridQuery grouped;
  grouped.group.field = field_of("dimension");
  print("group_by_dimension", query_ms(grouped));
  print("sort_by_budget_total", query_ms(sorted_by("budget")));
  print("prepare_words_once", milliseconds([&] { table.prepare(document, count); }));
  print("sort_by_name_first", milliseconds([&] { table.set_query(document, sorted_by("name")); }));
  print("sort_by_name", query_ms(sorted_by("name")));
  print("sort_by_agency", query_ms(sorted_by("lead_agency")));
  print("filter_word", query_ms(with_text("kominfor")));
  print("filter_letter", query_ms(with_text("a")));
  print("filter_nothing_fits", query_ms(with_text("zzqq")));
  print("filter_three_words", query_ms(with_text("ba ta dokumen")));
  GridQuery column = with_text("kom");
  column.filter.text_field = field_of("name");
  print("filter_one_column", query_ms(column));
  print("memory_bytes", static_cast<double>(table.memory_bytes()));
  table.set_query(document, {});
  print("edit_in_place_us", edit_us(table, document, false));
  table.set_query(document, sorted_by("name"));
  print("edit_that_moves_us", edit_us(table, document, false));
  print("edit_held_us", edit_us(table, document, true));
  print("paste_1000_rows", paste_ms(document, 1000), "");
  std::printf("  }%s\n", last ? "" : ",");
}
}  // namespace

int main() {
  std::printf("{\n");
  measure(300, false);
  measure(10'000, false);
  measure(100'000, true);
  std::printf("}\n");
}
