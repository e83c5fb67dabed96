// From decisions to a change: the second half of merge_report.hpp.
#include <algorithm>

#include "base/order.hpp"
#include "model/merge_parts.hpp"
#include "model/merge_report.hpp"

namespace rancang {
namespace {
FieldDecision const* decision_on(RecordMerge const& record, std::uint8_t field) {
  for (auto const& one : record.decisions)
    if (one.field == field) return &one;
  return nullptr;
}

std::string joined_text(std::string const& first, std::string const& second, bool prose) {
  if (first.find(second) != std::string::npos) return first;
  if (second.find(first) != std::string::npos) return second;
  return first + (prose ? "\n" : " / ") + second;
}
void add_rows(ListValue& into, ListValue const& from) {
  auto const less = [](std::vector<Value> const& a, std::vector<Value> const& b) { return compare_values(ListValue{{a}}, ListValue{{b}}) < 0; };
  auto known = into.rows;
  sort_list(known, less);
  for (auto const& row : from.rows) {
    auto const at = std::lower_bound(known.begin(), known.end(), row, less);
    if (at != known.end() && *at == row) continue;
    known.insert(at, row);
    into.rows.push_back(row);
  }
}

// Members that no field of ours names, one by one. What is said about them (keys with a star) stays ours: the file proves nothing. A value of ours that did not
// fit its field goes when the field is written.
std::shared_ptr<Extras const> with_members(Node const* ours, Node const& theirs, std::vector<std::uint8_t> const& written) {
  Extras out;
  if (ours && ours->extras)
    for (auto const& member : *ours->extras)
      if (std::find(written.begin(), written.end(), theirs.info().index_of(member.first)) == written.end()) out.push_back(member);
  if (theirs.extras)
    for (auto const& [key, text] : *theirs.extras) {
      if (key[0] == '*') continue;
      auto const at = std::find_if(out.begin(), out.end(), [&key = key](auto const& member) { return member.first == key; });
      if (at == out.end()) out.emplace_back(key, text);
      else at->second = text;
    }
  return out.empty() ? nullptr : std::make_shared<Extras const>(std::move(out));
}
}  // namespace

bool join_values(Value& into, Value const& other, bool prose) {
  if (auto* text = std::get_if<std::string>(&into.data); text && other.as<std::string>()) return *text = joined_text(*text, *other.as<std::string>(), prose), true;
  if (auto* ids = std::get_if<std::vector<Ulid>>(&into.data); ids && other.as<std::vector<Ulid>>()) {
    auto const& more = *other.as<std::vector<Ulid>>();
    ids->insert(ids->end(), more.begin(), more.end());
    return drop_repeats(*ids), true;
  }
  if (auto* list = std::get_if<ListValue>(&into.data); list && other.as<ListValue>()) return add_rows(*list, *other.as<ListValue>()), true;
  return is_empty(other);
}

namespace {

Value value_of(NodePtr const& node, Node const& like, std::uint8_t field) { return node ? node->get(field) : make_node(like.type, {})->get(field); }

Value both_values(RecordMerge const& record, std::uint8_t field) {
  Value out = value_of(record.ours, *record.merged, field);
  bool const prose = record.merged->info().fields[field].rules.prose;
  auto values = different_values(*record.merged, field);
  values.insert(values.begin(), {Dot{}, value_of(record.theirs, *record.merged, field)});
  for (auto const& one : values)
    if (!is_empty(one.value) && !join_values(out, one.value, prose)) return record.merged->get(field);
  return out;
}

class Deciding {
 public:
  Deciding(ReplicaId self, ReplicaId proposer) : self_(self), proposer_(proposer ? proposer : self) {}

  NodePtr decide(RecordMerge const& record, bool proven) {
    NodePtr node = proven ? decide_fields(record, record.merged, self_) : proposed(record);
    if (record.life == PickLife::alive) node = with_causal(*node, written_by(*node->causal, self_, {}));
    if (record.life == PickLife::deleted && node->is_alive()) node = with_causal(*node, deleted_by(*node->causal, self_));
    return node;
  }

 private:
  // Every pick is a write that has seen both sides. Fields of a group are written together.
  static NodePtr decide_fields(RecordMerge const& record, NodePtr const& merged, ReplicaId author) {
    std::vector<std::uint8_t> written;
    for (auto const& one : record.decisions)
      if (one.pick != Pick::merged && one.field < merged->info().fields.size()) written.push_back(one.field);
    if (written.empty()) return merged;
    std::sort(written.begin(), written.end());
    auto node = clone_node(*merged);
    for (std::uint8_t field : written) node->info().fields[field].set(node->data(), picked_value(record, *decision_on(record, field)));
    node->causal = written_by(*merged->causal, author, with_groups(node->info(), std::move(written)));
    return node;
  }
  NodePtr proposed(RecordMerge const& record) {
    if (!record.ours && record.decisions.empty()) return proposed_record(*record.theirs, fresh());
    auto node = record.ours ? clone_node(*record.ours) : make_node(record.type, record.id);
    std::vector<std::uint8_t> written;
    for (std::uint8_t field : record.fields) {
      FieldDecision const* const decision = decision_on(record, field);
      if (decision && (decision->pick == Pick::ours || decision->pick == Pick::merged)) continue;
      Value const value = decision ? picked_value(record, *decision) : record.theirs->get(field);
      if (node->info().fields[field].set(node->data(), value)) written.push_back(field);
    }
    if (record.decisions.empty()) node->extras = with_members(record.ours.get(), *record.theirs, written);
    bool const revives = record.ours && !record.ours->is_alive() && record.theirs->is_alive();
    if (!record.ours) node->causal = fresh();
    else if (!written.empty() || revives || !same_extras(*node, *record.ours)) node->causal = written_by(*record.ours->causal, proposer_, with_groups(node->info(), std::move(written)));
    if (record.deletes) node->causal = deleted_by(*node->causal, proposer_);
    return node;
  }
  CausalPtr fresh() {
    if (!fresh_) fresh_ = created_by(proposer_);
    return fresh_;
  }

  ReplicaId self_, proposer_;
  CausalPtr fresh_;  // of all records that a file proposes
};
}  // namespace

NodePtr proposed_record(Node const& theirs, CausalPtr causal) {
  auto node = clone_node(theirs);
  node->causal = std::move(causal);
  node->extras = with_members(nullptr, theirs, {});
  return node;
}

Value picked_value(RecordMerge const& record, FieldDecision const& decision) {
  switch (decision.pick) {
    case Pick::ours: return value_of(record.ours, *record.merged, decision.field);
    case Pick::theirs: return value_of(record.theirs, *record.merged, decision.field);
    case Pick::both: return both_values(record, decision.field);
    case Pick::own: return decision.value;
    default: return record.merged->get(decision.field);
  }
}

ChangeSet merge_changes(MergeReport const& report, ReplicaId self, ReplicaId proposer) {
  ChangeSet out;
  Deciding deciding(self, proposer);
  for (auto const& record : report.records) {
    if (!record.take) continue;
    NodePtr node = deciding.decide(record, report.proven);
    if (node != record.ours) out.records.push_back({record.ours, std::move(node)});
  }
  return out;
}

Document merged_document(Document const& ours, MergeReport const& report, ChangeSet const& changes) {
  Document out = ours;
  apply(out, changes);
  out.replicas = report.replicas;
  out.foreign = report.foreign;
  out.extras = report.extras;
  return out;
}

}  // namespace rancang
