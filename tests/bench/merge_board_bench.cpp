// The morning on which fifty slices of a plan of 10,000 activities come back: compared file by file, ticked, merged. Milliseconds as JSON; arguments: activities, files.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "cli/generate.hpp"
#include "support/merge_files.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
template <class Work>
double milliseconds(Work const& work) {
  std::clock_t const start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) * 1000.0 / CLOCKS_PER_SEC;
}

// An agency at work on its slice: the place of a hundred of its own rows, and one new row.
Document worked_on(Document const& plan, Ulid agency, std::uint64_t replica) {
  SliceScope scope;
  scope.agency = agency;
  std::uint64_t made = 0;
  Editor editor(make_slice(plan, scope), {make_replica(replica), [&] { return make_ulid(1'662'700'000'000, replica, ++made); }, nullptr});
  SetCells cells;
  auto const location = MergeFiles::field("location");
  editor.document().table(MergeFiles::items).for_each([&](NodePtr const& node) {
    if (cells.cells.size() < 100 && is_writable_in_scope(editor.document(), *node)) cells.cells.push_back({node->type, node->id, location, "Lokasi " + std::to_string(replica)});
  });
  cells.created.push_back({MergeFiles::items, {}, {{MergeFiles::field("name"), "Kegiatan baru " + std::to_string(replica)}, {MergeFiles::field("lead_agency"), agency}}});
  static_cast<void>(editor.run(cells, 0, 1));
  return editor.document();
}
}  // namespace

int main(int count, char** arguments) {
  std::size_t const rows = count > 1 ? static_cast<std::size_t>(std::atoi(arguments[1])) : 10'000, files = count > 2 ? static_cast<std::size_t>(std::atoi(arguments[2])) : 50;
  Document const plan = generate_plan(rows, 1);
  std::vector<Ulid> agencies;
  plan.table(record_type<Agency>).for_each([&](NodePtr const& node) { agencies.push_back(node->id); });
  MergeSession session(plan, {&unknown_merge(), likely_duplicates});
  for (std::size_t i = 0; i < files; ++i) {
    MergeInput input;
    input.name = "slice" + std::to_string(i) + ".json";
    input.digest = i + 1;
    input.document = worked_on(plan, agencies[i % agencies.size()], 100 + i);
    session.add(std::move(input));
  }
  double slowest = 0, all = 0;
  for (bool more = true; more;) {
    double const step = milliseconds([&] { more = session.step(); });
    slowest = std::max(slowest, step), all += step;
  }
  double const tick = milliseconds([&] { session.tick(0, false), session.tick(0, true); });
  std::size_t changed = 0;
  double const merged = milliseconds([&] {
    auto const command = session.changes({make_replica(1), [] { return Ulid{9, 9}; }, nullptr}, Date{19'000});
    changed = command ? command->changes.records.size() : 0;
  });
  std::printf("{\"files\": %zu, \"changes\": %zu, \"records\": %zu, \"compare_all\": %.1f, \"slowest_step\": %.1f, \"tick_twice\": %.1f, \"merge\": %.1f}\n", files, session.tally().total, changed, all, slowest, tick, merged);
}
