// Figures of the file format: reading and writing, whole and in slices, and what causality costs in bytes. JSON on standard output.
// usage: bench_persist_bench [rows …]   (default 300 10000 100000)
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

#include "cli/generate.hpp"
#include "persist/plan_reader.hpp"
#include "persist/plan_writer.hpp"

using namespace rancang;

namespace {
double milliseconds(std::function<void()> const& work) {
  auto const start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

// The middle of several runs.
double median(int runs, std::function<void()> const& work) {
  std::vector<double> times;
  for (int i = 0; i < runs; ++i) times.push_back(milliseconds(work));
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

// Every record written once more by each of three replicas, a field each.
Document edited_by_three(Document document) {
  std::vector<ReplicaId> replicas;
  for (std::uint64_t i = 1; i <= 3; ++i) replicas.push_back(make_replica(i * 0x9E3779B97F4A7C15ULL));
  for (auto& table : document.tables) {
    std::vector<NodePtr> nodes;
    table.for_each([&](NodePtr const& node) {
      auto copy = clone_node(*node);
      for (std::size_t i = 0; i < replicas.size(); ++i)
        copy->causal = written_by(*copy->causal, replicas[i], {static_cast<std::uint8_t>((node->id.low + i) % node->info().fields.size())});
      nodes.push_back(std::move(copy));
    });
    table.assign(std::move(nodes));
  }
  return document;
}

double longest_slice(std::string const& text) {
  double longest = 0;
  PlanReader reader(source_of(text));
  PlanReader::Step step = PlanReader::Step::more;
  while (step == PlanReader::Step::more) longest = std::max(longest, milliseconds([&] { step = reader.run(1u << 20); }));
  return longest;
}

std::size_t causality_bytes(std::string const& text) {
  auto const start = text.find("\"causality\":{");
  return text.find("\n},\n", start) + 4 - start;
}

void measure(int rows, bool last) {
  EnvelopeInfo envelope;
  envelope.saved_at = "2022-09-08T09:12:00+07:00";
  envelope.app = "1.0.0";
  Document const plan = generate_plan(rows, 1);
  std::string const text = write_plan(plan, envelope);
  std::string const edited = write_plan(edited_by_three(plan), envelope);
  int const runs = rows > 50'000 ? 3 : 9;
  double const read = median(runs, [&] {
    if (!read_plan(text)) std::abort();
  });
  double const read_edited = median(runs, [&] {
    if (!read_plan(edited)) std::abort();
  });
  // The same JSON in another layout: one blank after the first brace takes the way of foreign files.
  std::string const foreign = "{ " + text.substr(1);
  double const read_foreign = median(runs, [&] {
    if (!read_plan(foreign)) std::abort();
  });
  double const write = median(runs, [&] { write_plan(plan, envelope); });
  double const fresh_share = 100.0 * static_cast<double>(causality_bytes(text)) / static_cast<double>(text.size() - causality_bytes(text));
  double const edited_share = 100.0 * static_cast<double>(causality_bytes(edited)) / static_cast<double>(edited.size() - causality_bytes(edited));
  std::printf(
      "  {\"rows\": %d, \"bytes\": %zu, \"bytes_per_row\": %.0f, \"read_ms\": %.2f, \"read_edited_ms\": %.2f, \"read_foreign_ms\": %.2f, \"longest_slice_ms\": %.2f, \"write_ms\": %.2f, "
      "\"causality_fresh_percent\": %.3f, \"causality_edited_percent\": %.1f}%s\n",
      rows, text.size(), static_cast<double>(text.size()) / rows, read, read_edited, read_foreign, longest_slice(text), write, fresh_share, edited_share, last ? "" : ",");
}
}  // namespace

int main(int count, char** arguments) {
  std::vector<int> sizes;
  for (int i = 1; i < count; ++i) sizes.push_back(std::atoi(arguments[i]));
  if (sizes.empty()) sizes = {300, 10'000, 100'000};
  std::printf("[\n");
  for (std::size_t i = 0; i < sizes.size(); ++i) measure(sizes[i], i + 1 == sizes.size());
  std::printf("]\n");
}
