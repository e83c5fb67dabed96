#include "persist/causality_writer.hpp"

#include <algorithm>
#include <map>

#include "base/order.hpp"
#include "persist/json_text.hpp"

namespace rancang {
namespace {
ReplicaId nobody() { return *parse_replica("00000000"); }

// Whoever created the record in one stroke, if it was never touched again; else null.
ReplicaId fresh_creator(Causal const* causal) {
  if (!causal) return nobody();
  auto const only_base = [&](std::vector<Dot> const& dots) { return dots.size() == 1 && dots[0] == causal->base; };
  bool const fresh = causal->base.counter == 1 && causal->fields.empty() && causal->others.empty() && only_base(causal->seen) && only_base(causal->alive);
  return fresh ? causal->base.replica : ReplicaId{};
}

bool has_unknown_stamps(Node const& node) {
  if (!node.extras) return false;
  return std::any_of(node.extras->begin(), node.extras->end(), [](auto const& member) { return member.first == extra_stamps || member.first == extra_others; });
}

// Replicas named by stamps, each once.
class Names {
 public:
  void add(Stamps const& stamps) {
    for (Dot dot : stamps.seen) add(dot.replica);
    add(stamps.base.replica);
    for (auto const& [key, dot] : stamps.fields) add(dot.replica);
    for (Dot dot : stamps.alive) add(dot.replica);
    for (auto const& other : stamps.others) add(other.dot.replica);
  }
  void add(Causal const& causal) {
    for (Dot dot : causal.seen) add(dot.replica);
    add(causal.base.replica);
    for (auto const& [field, dot] : causal.fields) add(dot.replica);
    for (Dot dot : causal.alive) add(dot.replica);
    for (auto const& other : causal.others) add(other.dot.replica);
  }
  std::vector<ReplicaId> const& sorted() {
    tidy();
    return names_;
  }

 private:
  void add(ReplicaId id) {
    if (!names_.empty() && names_.back() == id) return;
    if (names_.size() == tidy_at_) tidy(), tidy_at_ = std::max(tidy_at_, names_.size() * 2);
    names_.push_back(id);
  }
  void tidy() {
    sort_list(names_);
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
  }
  std::size_t tidy_at_ = 1024;
  std::vector<ReplicaId> names_;
};
}  // namespace

void CausalityWriter::prepare(std::span<Node const* const> nodes, std::span<ForeignRecord const> foreign) {
  std::map<ReplicaId, std::size_t> created;
  Causal const* last = nullptr;
  ReplicaId creator = nobody();
  for (Node const* const node : nodes) {
    if (node->causal.get() != last) creator = fresh_creator(node->causal.get());
    last = node->causal.get();
    if (creator) ++created[creator];
  }
  for (auto const& record : foreign)
    if (parse_stamps(record.causality, ShortNames(), stamps_) && stamps_.is_fresh() && stamps_.base.counter == 1) ++created[stamps_.base.replica];
  default_ = {};
  std::size_t most = 0;
  for (auto const& [replica, count] : created)
    if (count > most) most = count, default_.created_by = replica;
  Names names;
  last = nullptr;
  for (Node const* const node : nodes) {
    if (has_unknown_stamps(*node)) {
      read_stamps(*node, nobody(), stamps_);
      names.add(stamps_);
    } else if (node->causal && node->causal.get() != last && !is_default(*node)) {
      names.add(*node->causal);
    }
    last = node->causal.get();
  }
  for (auto const& record : foreign)
    if (parse_stamps(record.causality, ShortNames(), stamps_) && !is_default(stamps_)) names.add(stamps_);
  default_.names.assign(names.sorted());
}

bool CausalityWriter::is_default(Node const& node) {
  if (has_unknown_stamps(node)) return false;
  if (node.causal.get() != last_ || !last_) last_is_default_ = default_.created_by && fresh_creator(node.causal.get()) == default_.created_by;
  last_ = node.causal.get();
  return last_is_default_;
}

void CausalityWriter::append_line(std::string& out, std::string_view id) {
  out += ",\n";
  json::append_string(out, id);
  out += ':';
  append_stamps(out, stamps_, default_.names);
}

void CausalityWriter::append_entry(std::string& out, Node const& node) {
  if (is_default(node)) return;
  read_stamps(node, nobody(), stamps_);
  append_line(out, ulid_text(node.id));
}

void CausalityWriter::append_entry(std::string& out, ForeignRecord const& record) {
  if (record.id.empty() || !parse_stamps(record.causality, ShortNames(), stamps_) || is_default(stamps_)) return;
  append_line(out, record.id);
}

}  // namespace rancang
