// What editing costs per 1,000 edits: memory of the session's history, bytes of the journal, growth of the file through causality; and one step of undo and redo
// with so many steps in the history. JSON on standard output.
// usage: bench_history_bench [rows …]   (default 300 10000)
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include "cli/generate.hpp"
#include "edit/editor.hpp"
#include "persist/journal.hpp"

using namespace rancang;

namespace {
constexpr std::size_t edits = 10'000, deep_steps = 100'000;
constexpr double per_thousand = 1000.0 / edits;

double milliseconds(std::function<void()> const& work) {
  auto const start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

// Bytes that are allocated; 0 where nobody counts them.
double heap() {
#if defined(__GLIBC__)
  struct mallinfo2 const info = mallinfo2();
  return static_cast<double>(info.uordblks) + static_cast<double>(info.hblkhd);
#else
  return 0;
#endif
}

std::size_t causality_bytes(std::string const& text) {
  auto const start = text.find("\"causality\":{");
  return text.find("\n},\n", start) + 4 - start;
}

// Somebody who goes down the action plan again and again, a name and a location in turn.
class Typist {
 public:
  explicit Typist(Document document, ReplicaId who) : editor_(std::move(document), {who, [] { return Ulid{9, 9}; }, created_by(who)}) {
    editor_.document().table_of<ActionItem>().for_each([&](NodePtr const& node) { rows_.push_back(node->id); });
    RecordInfo const& info = record_info(record_type<ActionItem>);
    for (auto const key : {"name", "location"}) fields_.push_back(static_cast<std::uint8_t>(info.index_of(key)));
  }
  Editor& editor() { return editor_; }
  ChangeSet write() {
    std::size_t const turn = turn_++;
    auto changes = editor_.run(SetField{{record_type<ActionItem>, rows_[turn % rows_.size()], fields_[turn / rows_.size() % fields_.size()], "Penataan kawasan, tahap " + std::to_string(turn)}}, 0, turn);
    if (!changes || changes->records.empty()) std::abort();
    return std::move(*changes);
  }

 private:
  Editor editor_;
  std::vector<Ulid> rows_;
  std::vector<std::uint8_t> fields_;
  std::size_t turn_ = 0;
};

// The middle and the slowest of a hundred times in the history.
struct Steps {
  double median = 0, slowest = 0;
};
Steps steps_of(std::function<void()> const& work) {
  std::vector<double> times;
  for (int i = 0; i < 100; ++i) times.push_back(milliseconds(work));
  std::sort(times.begin(), times.end());
  return {times[times.size() / 2], times.back()};
}

// 100,000 steps, whatever they take, and undo among them.
void measure_deep(Document const& plan, bool last) {
  Typist typist(plan, make_replica(12));
  Editor& editor = typist.editor();
  editor.limit_history({deep_steps, ~std::size_t{0}});
  for (std::size_t i = 0; i < deep_steps; ++i) typist.write();
  Steps const edit = steps_of([&] { typist.write(); });  // each forgets one
  Steps const undo = steps_of([&] {
    if (!editor.undo()) std::abort();
  });
  Steps const redo = steps_of([&] {
    if (!editor.redo()) std::abort();
  });
  std::printf("   \"steps\": %zu, \"counted_mb\": %.1f, \"edit_ms\": %.4f, \"undo_ms\": %.4f, \"redo_ms\": %.4f, \"slowest_ms\": [%.3f, %.3f, %.3f]}%s\n", editor.history().steps().size(),
              static_cast<double>(editor.history().bytes()) / (1 << 20), edit.median, undo.median, redo.median, edit.slowest, undo.slowest, redo.slowest, last ? "" : ",");
}

struct FileSize {
  explicit FileSize(Document const& document) {
    std::string const text = write_plan(document, {"plan", "2022-09-08T09:12:00+07:00", "1.0.0"});
    all = static_cast<double>(text.size()) / 1024;
    causality = static_cast<double>(causality_bytes(text)) / 1024;
  }
  double all = 0, causality = 0;  // kB
};

void measure(int rows, bool last) {
  Document const plan = generate_plan(rows, 1);
  FileSize const before(plan);
  std::printf("  {\"rows\": %d, \"file_kb\": %.0f, \"causality_kb\": %.1f,\n", rows, before.all, before.causality);
  Typist typist(plan, make_replica(11));
  std::size_t journal = 0;
  for (std::size_t i = 1; i <= edits; ++i) {
    std::vector<NodePtr> records;
    for (auto const& change : typist.write().records) records.push_back(change.after);
    journal += write_records(plan.plan_id, {}, records, {}).size();
    if (i != 1000 && i != edits) continue;
    FileSize const now(typist.editor().document());
    std::printf("   \"after_%zu_edits\": {\"file_grown_kb\": %.1f, \"causality_grown_kb\": %.1f},\n", i, now.all - before.all, now.causality - before.causality);
  }
  double const counted = static_cast<double>(typist.editor().history().bytes()), remembered = heap();
  typist.editor().limit_history({0, 0});  // all but one step
  std::printf("   \"per_1000_edits\": {\"history_kb\": %.0f, \"history_counted_kb\": %.0f, \"journal_kb\": %.0f},\n", (remembered - heap()) * per_thousand / 1024, counted * per_thousand / 1024,
              static_cast<double>(journal) * per_thousand / 1024);
  measure_deep(plan, last);
}
}  // namespace

int main(int count, char** arguments) {
  std::vector<int> sizes;
  for (int i = 1; i < count; ++i) sizes.push_back(std::atoi(arguments[i]));
  if (sizes.empty()) sizes = {300, 10'000};
  std::printf("[\n");
  for (std::size_t i = 0; i < sizes.size(); ++i) measure(sizes[i], i + 1 == sizes.size());
  std::printf("]\n");
}
