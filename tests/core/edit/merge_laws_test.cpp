// The laws of merging over random histories; `bench_laws_bench COUNT SEED` runs as many as one likes.
#include <doctest/doctest.h>

#include "support/merge_laws.hpp"

using namespace rancang;
using namespace rancang::testing;

namespace {
constexpr std::uint64_t first_seed = 20'220'908;

std::shared_ptr<Node> with_causal(NodePtr const& like, Causal causal) {
  auto node = clone_node(*like);
  node->causal = std::make_shared<Causal const>(std::move(causal));
  return node;
}
// Merges that lose something, each in a way that has been shipped by somebody.
NodePtr latest_wins(NodePtr const& a, NodePtr const& b) {  // what does not show is forgotten
  NodePtr const merged = true_merge(a, b);
  Causal causal = *merged->causal;
  causal.others.clear();
  return with_causal(merged, std::move(causal));
}
NodePtr equal_is_one(NodePtr const& a, NodePtr const& b) {  // of equal values only one dot is kept
  NodePtr const merged = true_merge(a, b);
  Causal causal = *merged->causal;
  auto& others = causal.others;
  others.erase(std::remove_if(others.begin(), others.end(), [&](Alternative const& other) { return merged->get(other.field) == other.value; }), others.end());
  return with_causal(merged, std::move(causal));
}
NodePtr deletion_wins(NodePtr const& a, NodePtr const& b) {
  NodePtr const merged = true_merge(a, b);
  if (a->is_alive() && b->is_alive()) return merged;
  Causal causal = *merged->causal;
  causal.alive.clear();
  return with_causal(merged, std::move(causal));
}
NodePtr ours_first(NodePtr const& a, NodePtr const& b) {  // depends on who merges
  NodePtr const merged = true_merge(a, b);
  auto node = clone_node(*merged);
  node->info().fields[0].set(node->data(), a->get(0));
  return node;
}
NodePtr forgets_what_it_saw(NodePtr const& a, NodePtr const& b) {
  NodePtr const merged = true_merge(a, b);
  Causal causal = *merged->causal;
  causal.seen = a->causal->seen;
  return with_causal(merged, std::move(causal));
}
}  // namespace

TEST_CASE("no history of edits and exchanges breaks a law of merging") {
  // The sanitizers make every step many times slower; the full number runs in the other builds.
#ifdef RANCANG_SANITIZED
  constexpr std::uint64_t count = 2'500;
#else
  constexpr std::uint64_t count = 10'000;
#endif
  CHECK(try_laws(first_seed, count) == "");
}

TEST_CASE("merges that lose something are caught, and shown by a history of a few steps") {
  struct Broken {
    char const* name;
    MergeSubject subject;
    std::size_t steps;
  };
  for (Broken const& broken : {Broken{"latest wins", {latest_wins, document_merge_by<latest_wins>}, 3}, Broken{"equal is one", {equal_is_one, document_merge_by<equal_is_one>}, 6},
                               Broken{"deletion wins", {deletion_wins, document_merge_by<deletion_wins>}, 4}, Broken{"ours first", {ours_first, document_merge_by<ours_first>}, 4},
                               Broken{"forgets what it saw", {forgets_what_it_saw, document_merge_by<forgets_what_it_saw>}, 4}}) {
    CAPTURE(std::string(broken.name));
    std::string const told = try_laws(first_seed, 500, broken.subject);
    CAPTURE(told);
    CHECK(told.find("seed ") == 0);
    CHECK(told.find("law") != std::string::npos);
    CHECK(static_cast<std::size_t>(std::count(told.begin(), told.end(), '\n')) <= broken.steps + 1);
  }
}

TEST_CASE("of two equal values written apart both are remembered: who has seen one has not seen the other") {
  // Two copies write the same, one of them takes the other's, a third that saw only one of them overwrites it. The other one must stand beside.
  bool caught = false;
  for (std::uint8_t seen = 0; seen < 2; ++seen) {
    LawHistory const history{{{LawOp::write, 0, 0, 0, 0, 1}, {LawOp::write, 1, 0, 0, 0, 1}, {LawOp::send, seen, 2}, {LawOp::send, 1, 0}, {LawOp::write, 2, 0, 0, 0, 2}, {LawOp::send, 2, 0}}, 1};
    CHECK(broken_law(history, true_subject, true) == "");
    caught = caught || !broken_law(history, {equal_is_one, document_merge_by<equal_is_one>}, false).empty();
  }
  CHECK(caught);
}
