// Findings: the first check of a plan, then single edits, at 300, 10,000 and 100,000 action items. One line of JSON per figure.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

#include "cli/generate.hpp"
#include "rules/completeness.hpp"
#include "rules/findings.hpp"

using namespace rancang;

namespace {
// Processor time, so that other work on the machine does not count.
double now_ms() { return static_cast<double>(std::clock()) * 1000.0 / CLOCKS_PER_SEC; }
double ms_since(double start) { return now_ms() - start; }

void print(char const* what, int items, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  double const median = times[times.size() / 2], p95 = times[times.size() * 95 / 100];
  std::printf("{\"bench\":\"rules\",\"what\":\"%s\",\"action_items\":%d,\"best_ms\":%.4f,\"median_ms\":%.4f,\"p95_ms\":%.4f,\"worst_ms\":%.4f}\n", what, items, times.front(), median, p95, times.back());
  std::fflush(stdout);
}

class Bench {
 public:
  explicit Bench(int items) : items_(items), document_(generate_plan(items, 7)) {}

  void run() {
    rebuild();
    edits<ActionItem>("edit: a letter of an action item's name", [](ActionItem& r, int i) { r.name += static_cast<char>('a' + i % 26); });
    edits<ActionItem>("edit: an action item's budget", [](ActionItem& r, int i) { r.budget.values = {{2024, {i * 1'000'000}}}; });
    edits<Program>("edit: a letter of a programme's name", [](Program& r, int i) { r.name += static_cast<char>('a' + i % 26); });
    edits<Plan>("edit: a letter of the region's name", [](Plan& r, int) { r.region_name += 'x'; });
    edits<Program>("edit: a programme's dimension", [](Program& r, int) { r.dimension = {}; });
    deletions<ActionItem>("delete an action item");
    deletions<Program>("delete a programme");
    deletions<Agency>("delete an agency and bring it back");
    completeness_read();
  }

 private:
  void rebuild() {
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
      auto const start = now_ms();
      findings_.rebuild(document_);
      times.push_back(ms_since(start));
    }
    print("rebuild", items_, times);
    auto const& counts = findings_.counts();
    std::printf("{\"bench\":\"rules\",\"what\":\"found\",\"action_items\":%d,\"errors\":%u,\"warnings\":%u,\"infos\":%u}\n", items_, counts.of(Severity::error), counts.of(Severity::warning),
                counts.of(Severity::info));
  }

  double apply_timed(NodePtr before, NodePtr after) {
    ChangeSet const change{{{std::move(before), std::move(after)}}};
    apply(document_, change);
    auto const start = now_ms();
    findings_.update(document_, change);
    return ms_since(start);
  }

  NodePtr pick(RecordType type, int i) const {
    auto const nodes = document_.table(type).stored();
    return nodes[static_cast<std::size_t>(i) * 7919 % nodes.size()];
  }

  template <class R, class Change>
  void edits(char const* what, Change change) {
    std::vector<double> times;
    for (int i = 0; i < 101; ++i) {
      NodePtr const before = pick(record_type<R>, i);
      auto after = clone_node(*before);
      change(after->template as<R>(), i);
      times.push_back(apply_timed(before, after));
    }
    print(what, items_, times);
  }

  template <class R>
  void deletions(char const* what) {
    std::vector<double> times;
    for (int i = 0; i < 21; ++i) {
      NodePtr const before = pick(record_type<R>, i);
      auto after = clone_node(*before);
      after->causal = deleted_by(*before->causal, make_replica(3));
      times.push_back(apply_timed(before, after));
      times.push_back(apply_timed(after, before));
    }
    print(what, items_, times);
  }

  void completeness_read() {
    std::vector<double> times;
    for (int i = 0; i < 21; ++i) {
      auto const start = now_ms();
      volatile int const percent = completeness(findings_, document_).percent();
      static_cast<void>(percent);
      times.push_back(ms_since(start));
    }
    print("read completeness", items_, times);
  }

  int items_;
  Document document_;
  Findings findings_;
};
}  // namespace

int main() {
  for (int items : {300, 10'000, 100'000}) Bench(items).run();
}
