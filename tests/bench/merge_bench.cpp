// The morning on which fifty slices of a plan of 10,000 activities come back: reading them, merging them one after the other, and all conflicts in the end.
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "cli/generate.hpp"
#include "edit/commands.hpp"
#include "model/merge_report.hpp"
#include "persist/plan_file.hpp"
#include "persist/unknown_merge.hpp"

using namespace rancang;

namespace {
using Clock = std::chrono::steady_clock;
double since(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

// Every tenth row of an agency gets another name and budget, by a replica of its own.
std::size_t work(Document& slice, ReplicaId who, std::size_t turn) {
  Author const author{who, [] { return Ulid{9, 9}; }, created_by(who)};
  RecordInfo const& info = record_info(record_type<ActionItem>);
  auto const name = static_cast<std::uint8_t>(info.index_of("name"));
  SetCells cells;
  std::size_t row = 0;
  slice.table_of<ActionItem>().for_each([&](NodePtr const& node) {
    if (is_writable_in_scope(slice, *node) && (row++ + turn) % 10 == 0) cells.cells.push_back({info.type, node->id, name, std::string(node->title()) + " (" + std::to_string(turn) + ")"});
  });
  auto const changes = run(slice, cells, author);
  if (changes) apply(slice, *changes);
  return changes ? changes->records.size() : 0;
}
}  // namespace

int main(int count, char** words) {
  int const rows = count > 1 ? std::atoi(words[1]) : 10'000;
  constexpr std::size_t slices = 50;
  Document const plan = generate_plan(rows, 1);
  std::vector<Ulid> agencies;
  plan.table_of<Agency>().for_each([&](NodePtr const& node) { agencies.push_back(node->id); });
  auto start = Clock::now();
  std::vector<Document> made;
  std::size_t edits = 0;
  for (std::size_t i = 0; i < slices; ++i) {
    SliceScope scope;
    scope.agency = agencies[i % agencies.size()];
    made.push_back(make_slice(plan, scope));
  }
  std::printf("plan: %zu records, %zu agencies; making %zu slices: %.0f ms\n", plan.record_count(), agencies.size(), slices, since(start));
  std::vector<std::string> files;
  std::size_t bytes = 0, records = 0;
  for (std::size_t i = 0; i < slices; ++i) {
    edits += work(made[i], make_replica(1000 + i), i);
    files.push_back(write_plan(made[i], {"slice", "", ""}));
    bytes += files.back().size();
    records += made[i].record_count();
  }
  made.clear();
  start = Clock::now();
  std::vector<Document> read;
  for (auto const& file : files) read.push_back(read_plan(file)->document);
  std::printf("reading %zu files (%zu records, %.1f MB, %zu edited rows): %.0f ms\n", slices, records, static_cast<double>(bytes) / 1e6, edits, since(start));
  start = Clock::now();
  Document merged = plan;
  double slowest = 0;
  for (auto const& slice : read) {
    auto const one = Clock::now();
    MergeReport const report = merge_documents(merged, slice, true, unknown_merge());
    merged = merged_document(merged, report, merge_changes(report, make_replica(7)));
    slowest = std::max(slowest, since(one));
  }
  std::printf("merging them: %.0f ms, slowest %.1f ms\n", since(start), slowest);
  start = Clock::now();
  std::size_t const conflicts = open_conflicts(merged).size();
  std::printf("finding %zu conflicts: %.1f ms\n", conflicts, since(start));
  Document const whole = read_plan(write_plan(merged, {}))->document;
  start = Clock::now();
  MergeReport const report = merge_documents(merged, whole, true, unknown_merge());
  std::printf("merging a whole equal copy (%zu identical): %.0f ms\n", report.identical, since(start));
}
