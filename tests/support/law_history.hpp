#pragma once
// What happens in a random history of five copies of a plan: its steps, made from a seed, and told in words.
// Must not know: plans, what is tested.
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace rancang::testing {

struct LawOp {
  enum Kind : std::uint8_t { write, remove, restore, undo, redo, send, keep_copy, send_copy, send_slice, kinds };
  Kind kind = write;
  std::uint8_t who = 0, to = 0, record = 0, field = 0, value = 0;
};
struct LawHistory {
  std::vector<LawOp> ops;
  std::uint32_t gossip = 0;  // seed of the order in which the copies exchange at the end
};

inline LawHistory random_history(std::uint64_t seed) {
  std::mt19937_64 random(seed * 0x9E3779B97F4A7C15ULL + 1);
  auto const below = [&](unsigned limit) { return static_cast<std::uint8_t>(random() % limit); };
  static constexpr LawOp::Kind often[] = {LawOp::write, LawOp::write, LawOp::write, LawOp::write, LawOp::write, LawOp::remove, LawOp::restore, LawOp::undo, LawOp::redo,
                                          LawOp::send,  LawOp::send,  LawOp::send,  LawOp::keep_copy, LawOp::send_copy, LawOp::send_slice};
  LawHistory history;
  history.gossip = static_cast<std::uint32_t>(random());
  for (std::size_t count = seed % 8 == 0 ? 8 + random() % 20 : 2 + random() % 8; count > 0; --count)
    history.ops.push_back({often[random() % std::size(often)], below(5), below(5), below(3), below(5), below(4)});
  return history;
}

inline std::string history_text(LawHistory const& history) {
  static constexpr char const* names[] = {"writes", "deletes", "restores", "undoes", "redoes", "sends", "keeps a copy", "passes on an old copy", "sends a slice"};
  std::string out;
  for (auto const& op : history.ops) {
    out += "  copy " + std::to_string(op.who) + " " + names[op.kind];
    if (op.kind == LawOp::write) out += " field " + std::to_string(op.field) + " of record " + std::to_string(op.record) + " := " + std::to_string(op.value);
    if (op.kind == LawOp::remove || op.kind == LawOp::restore) out += " record " + std::to_string(op.record);
    if (op.kind == LawOp::send || op.kind == LawOp::send_copy || op.kind == LawOp::send_slice) out += " to copy " + std::to_string(op.to);
    out += "\n";
  }
  return out;
}

}  // namespace rancang::testing
