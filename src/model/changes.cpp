#include "model/changes.hpp"

#include <algorithm>

namespace rancang {
namespace {

ReplicaId writer_of(Node const& node, int field) {
  Causal const& causal = *node.causal;
  if (field >= 0) return causal.stamp_of(static_cast<std::uint8_t>(field)).replica;
  if (!causal.alive.empty()) return causal.alive.back().replica;
  return {};  // a deletion leaves no stamp of its own
}

void add_written(std::vector<FieldChange>& out, NodePtr const& before, NodePtr const& after) {
  auto const fields = record_info(after->type).fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].rules.role == Role::order || fields[i].equal(before->data(), after->data())) continue;
    out.push_back({before, after, static_cast<std::int16_t>(i), ChangeKind::written, writer_of(*after, static_cast<int>(i))});
  }
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// From a place inside a text to the start of the word there.
std::size_t word_start(std::string_view text, std::size_t at) {
  while (at > 0 && !is_space(text[at - 1])) --at;
  return at;
}
std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_space(text[at])) ++at;
  return at;
}

}  // namespace

std::vector<FieldChange> changes_between(Document const& from, Document const& to) {
  std::vector<FieldChange> out;
  for (auto const& change : diff(from, to).records) {
    bool const was = change.before && change.before->is_alive(), is = change.after && change.after->is_alive();
    if (!was && !is) continue;
    if (!was) {
      out.push_back({change.before, change.after, -1, change.before ? ChangeKind::restored : ChangeKind::created, writer_of(*change.after, -1)});
      if (change.before) add_written(out, change.before, change.after);
    } else if (!is) {
      out.push_back({change.before, change.after, -1, ChangeKind::deleted, {}});
    } else {
      add_written(out, change.before, change.after);
    }
  }
  return out;
}

TextChange changed_words(std::string_view before, std::string_view after, std::size_t around) {
  std::size_t const shorter = std::min(before.size(), after.size());
  std::size_t front = 0;
  while (front < shorter && before[front] == after[front]) ++front;
  std::size_t back = 0;
  while (back < shorter - front && before[before.size() - 1 - back] == after[after.size() - 1 - back]) ++back;
  std::size_t start = word_start(before, front);
  for (std::size_t i = 0; i < around && start > 0; ++i) start = word_start(before, start - 1);
  std::size_t end_before = word_end(before, before.size() - back), end_after = word_end(after, after.size() - back);
  for (std::size_t i = 0; i < around && end_before < before.size(); ++i) end_before = word_end(before, end_before + 1);
  for (std::size_t i = 0; i < around && end_after < after.size(); ++i) end_after = word_end(after, end_after + 1);
  return {before.substr(start, end_before - start), after.substr(start, end_after - start), start > 0, end_before < before.size()};
}

}  // namespace rancang
