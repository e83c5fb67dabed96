#pragma once
// Merging two states of one record, exact without a common ancestor (sharing.md 2), and what stands in a field afterwards.
// A field is a set of (dot, value): the shown value, and Causal::others. Equal values under different dots stay both, because only then merging is associative;
// they are no conflict. In a field of Merge::unite with several values the shown value is their union and all of them stand in `others`.
// Must not know: files, JSON, edits, screens.
#include <vector>

#include "model/document.hpp"

namespace rancang {

// Merging what only the reader of files understands: members that no field of ours names, records of unknown types. persist/unknown_merge.hpp has it.
struct UnknownMerge {
  // The extras of `merged`, whose causal stamps are merged already.
  std::shared_ptr<Extras const> (*extras)(Node const& a, Node const& b, Node const& merged) = nullptr;
  ForeignRecord (*foreign)(ForeignRecord const& a, ForeignRecord const& b) = nullptr;
  // `after` brought back members of an older state, and `dot` is the write: what differs from `before` carries it, the rest keeps the stamps of `before`.
  std::shared_ptr<Extras const> (*returned)(Node const& before, Node const& after, Dot dot) = nullptr;
};

// The least state that has seen both. Same id and type; commutative, associative, idempotent. Gives `a` itself when `b` adds nothing, `b` when `a` adds nothing.
// Edit beside deletion: the record lives. The same dot with two values: a conflict.
NodePtr merge_nodes(NodePtr const& a, NodePtr const& b, UnknownMerge const& unknown);

// One of the values that stand in a field.
struct FieldValue {
  Dot dot;
  Value value;
};
// A total order, so that every copy lists and shows the same.
int compare_values(Value const& a, Value const& b);
// All of them, the shown one first, then from the largest (counter, replica) down; equal values under several dots are all there.
std::vector<FieldValue> field_values(Node const& node, std::uint8_t field);
// The different ones among them, each with its largest dot. One: nothing to decide.
std::vector<FieldValue> different_values(Node const& node, std::uint8_t field);

// Makes these the values of a field (at least one): what is shown, its stamp in `causal` and the alternatives. `causal` belongs to `node` or will.
void set_field_values(Node& node, Causal& causal, std::uint8_t field, std::vector<FieldValue> values);

// plain: one value. united: sets of references that were joined (Merge::unite). latest: a later one shows without a question (Merge::latest). conflict: to be decided.
enum class FieldState : std::uint8_t { plain, united, latest, conflict };
FieldState field_state(Node const& node, std::uint8_t field);
// Fields in conflict, sorted; with one field of a group (Merge::group) come all fields of the group. Empty for a record in the trash.
std::vector<std::uint8_t> conflict_fields(Node const& node);
struct OpenConflict {
  NodePtr node;
  std::uint8_t field;
};
// All conflicts of alive records, in order of type, id, field.
std::vector<OpenConflict> open_conflicts(Document const& document);

// `fields` (sorted), and where one of them is of a group, all fields of the group: written together, they merge together.
std::vector<std::uint8_t> with_groups(RecordInfo const& info, std::vector<std::uint8_t> fields);

// Who wrote a value. `who` is null when the document has no label for the replica. Labels are typed by people, no proof of identity.
struct Provenance {
  Dot dot;
  ReplicaInfo const* who = nullptr;
};
Provenance provenance(Document const& document, Dot dot);
inline Provenance provenance(Document const& document, Node const& node, std::uint8_t field) { return provenance(document, node.causal->stamp_of(field)); }

}  // namespace rancang
