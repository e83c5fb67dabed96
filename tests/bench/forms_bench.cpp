// Every form with 10,000 rows of made-up values: its table opened, sorted by the title, filtered by a word, grouped by the first reference; and who names a record.
// JSON on the standard output, milliseconds, the median of a few runs; the slowest by the sum of the four at the end. An argument is another number of rows.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>

#include "edit/grid_table.hpp"
#include "rules/backlinks.hpp"
#include "support/random_plan.hpp"

using namespace rancang;

namespace {
constexpr std::size_t others = 40, runs = 3, slowest = 8;
std::size_t rows = 10'000;

double milliseconds(std::function<void()> const& work) {
  std::clock_t const start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) * 1000.0 / CLOCKS_PER_SEC;
}
double median(std::function<void()> const& work) {
  std::vector<double> times;
  for (std::size_t i = 0; i < runs; ++i) times.push_back(milliseconds(work));
  std::sort(times.begin(), times.end());
  return times[runs / 2];
}

struct Figures {
  std::string_view type;
  double open = 0, sort = 0, filter = 0, group = 0, users = 0;
  double sum() const { return open + sort + filter + group; }
};

int first_reference(RecordInfo const& info) {
  for (std::size_t i = 0; i < info.fields.size(); ++i)
    if (info.fields[i].type == ValueType::reference || info.fields[i].type == ValueType::references) return static_cast<int>(i);
  return -1;
}

Figures measure(Document document, testing::RandomPlan& random, RecordInfo const& info) {
  std::vector<NodePtr> nodes;
  nodes.reserve(rows);
  for (std::size_t i = 0; i < rows; ++i) nodes.push_back(random.record(document, info.type));
  document.table(info.type).assign(std::move(nodes));
  Figures out{info.name};
  GridTable table(info.type);
  out.open = median([&] { table.open(document); });
  GridQuery sorted, filtered, grouped;
  sorted.sort = {info.title_field(), 0, false};
  filtered.filter.text = "layanan";
  grouped.group.field = first_reference(info);
  out.sort = median([&] { table.set_query(document, sorted); });
  out.filter = median([&] { table.set_query(document, filtered); });
  if (grouped.group.field >= 0) out.group = median([&] { table.set_query(document, grouped); });
  // The record that can be named by this type: one pass over these rows and all that may name it.
  for (FieldInfo const& field : info.fields)
    if (field.target != RecordType::none && document.table(field.target).size() > 0) {
      Ulid const id = document.table(field.target).stored().front()->id;
      out.users = std::max(out.users, median([&] { (void)users_of(document, {{field.target, id}}); }));
    }
  return out;
}
}  // namespace

int main(int count, char** arguments) {
  if (count > 1) rows = static_cast<std::size_t>(std::atoi(arguments[1]));
  testing::RandomPlan random(10);
  Document const base = random.document(others, others);
  std::vector<Figures> all;
  std::printf("{\n");
  for (RecordInfo const& info : record_infos()) {
    if (info.single) continue;
    Figures const f = all.emplace_back(measure(base, random, info));
    std::printf("  \"%.*s\": {\"open\": %.1f, \"sort_by_title\": %.1f, \"filter_word\": %.1f, \"group_by_reference\": %.1f, \"users_of_one\": %.1f},\n", static_cast<int>(f.type.size()), f.type.data(), f.open,
                f.sort, f.filter, f.group, f.users);
    std::fflush(stdout);
  }
  std::sort(all.begin(), all.end(), [](Figures const& a, Figures const& b) { return a.sum() > b.sum(); });
  std::printf("  \"slowest\": [");
  for (std::size_t i = 0; i < all.size() && i < slowest; ++i) std::printf("%s\"%.*s\"", i > 0 ? ", " : "", static_cast<int>(all[i].type.size()), all[i].type.data());
  std::printf("]\n}\n");
}
