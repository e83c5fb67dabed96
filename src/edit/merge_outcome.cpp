// From decisions to one command. The last part of merge_session.hpp.
#include <algorithm>

#include "edit/merge_session.hpp"

namespace rancang {
namespace {
NodePtr with_causal(Node const& node, CausalPtr causal) {
  auto copy = clone_node(node);
  copy->causal = std::move(causal);
  return copy;
}
}  // namespace

// Decisions are new writes that have seen every side. What is taken from an unproven file is written by that file's own replica, so that it stays answerable.
NodePtr MergeSession::outcome(MergeItem const& item, ReplicaId self) const {
  auto const row_of = [&](MergeRowKind kind) -> MergeRow const* {
    for (std::size_t i = item.first_row; i < item.first_row + item.rows; ++i)
      if (rows_[i].kind == kind) return &rows_[i];
    return nullptr;
  };
  MergeRow const *const created = row_of(MergeRowKind::created), *const deleted = row_of(MergeRowKind::deleted), *const revived = row_of(MergeRowKind::revived);
  if (created && (created->pick == Pick::ours || (created->group != MergeGroup::clean && created->pick == Pick::merged))) return item.ours;
  NodePtr node = item.clean;
  // Accepted from outside of the scope: merged with the stamps of who wrote it.
  for (auto const& [file, record] : item.sources) {
    if (!files_[file].input.proven || !record->outside) continue;
    bool wanted = created && created->pick == Pick::theirs;
    for (std::size_t i = item.first_row; i < item.first_row + item.rows; ++i)
      wanted = wanted || (rows_[i].kind == MergeRowKind::field && rows_[i].pick == Pick::theirs && rows_[i].value == record->theirs->get(rows_[i].field));
    if (wanted) node = node ? merge_nodes(node, record->theirs, *tools_.unknown) : record->theirs;
  }
  ReplicaId proposer;
  for (auto const& [file, record] : item.sources) {
    if (files_[file].input.proven) continue;
    if (!proposer) proposer = files_[file].input.proposer;
    if (!node) node = with_causal(*record->theirs, created_by(proposer));
    else if (created && !node->is_alive()) node = with_causal(*node, written_by(*node->causal, proposer, {}));
  }
  if (!node) return item.ours;
  std::shared_ptr<Node> draft;
  std::vector<std::uint8_t> decided, proposed;
  for (std::size_t i = item.first_row; i < item.first_row + item.rows; ++i) {
    MergeRow const& row = rows_[i];
    if (row.kind != MergeRowKind::field || (row.group == MergeGroup::conflict && row.pick == Pick::merged)) continue;
    Value const value = result(i);
    bool const shows = node->get(row.field) == value, open = field_state(*node, row.field) == FieldState::conflict;
    if (shows && !open) continue;
    if (!draft) draft = clone_node(*node);
    draft->info().fields[row.field].set(draft->data(), value);
    (row.group == MergeGroup::proposal && row.pick == Pick::theirs ? proposed : decided).push_back(row.field);
  }
  if (draft) {
    if (!decided.empty()) draft->causal = written_by(*draft->causal, self, with_groups(draft->info(), std::move(decided)));
    if (!proposed.empty()) draft->causal = written_by(*draft->causal, proposer, with_groups(draft->info(), std::move(proposed)));
    node = std::move(draft);
  }
  bool alive = node->is_alive();
  if (deleted) alive = deleted->pick == Pick::ours ? true : deleted->group != MergeGroup::clean && deleted->pick == Pick::merged;
  if (revived && revived->pick != Pick::merged) alive = revived->pick == Pick::ours;
  bool const by_file = deleted && deleted->group == MergeGroup::proposal;
  if (alive && !node->is_alive()) node = with_causal(*node, written_by(*node->causal, self, {}));
  if (!alive && node->is_alive()) node = with_causal(*node, deleted_by(*node->causal, by_file && proposer ? proposer : self));
  return node;
}

// What is no record of ours: labels, records of unknown types, unknown members of the envelope.
void MergeSession::take_frames(MergeRecords& command) const {
  Document frame;
  frame.plan_id = ours_.plan_id;
  frame.replicas = ours_.replicas, frame.foreign = ours_.foreign, frame.extras = ours_.extras, frame.scope = ours_.scope;
  for (auto const& file : files_) {
    if (!file.ticked || file.state != MergeFileState::differs) continue;
    if (file.input.proven) {
      Document theirs = file.input.document;
      theirs.tables = {};
      auto const report = merge_documents(frame, theirs, true, *tools_.unknown);
      frame.replicas = report.replicas, frame.foreign = report.foreign, frame.extras = report.extras;
    } else {
      auto all = *frame.replicas;
      all[file.input.proposer] = {file.input.name, file.agency};
      frame.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(std::move(all));
    }
  }
  command.replicas = frame.replicas, command.foreign = frame.foreign, command.extras = frame.extras;
}

// The newest slice of an agency that is still out comes back with its file.
Result<Nothing> MergeSession::note_returns(ChangeSet& changes, Document& merged, Author const& author, Date today) const {
  RecordType const type = record_type<IssuedSlice>;
  SetCells cells;
  auto const field = [&](std::string_view key) { return static_cast<std::uint8_t>(record_info(type).index_of(key)); };
  for (auto const& file : files_) {
    if (!file.ticked || file.state != MergeFileState::differs || !file.is_slice()) continue;
    Node const* newest = nullptr;
    merged.table(type).for_each([&](NodePtr const& node) {
      auto const& slice = node->as<IssuedSlice>();
      if (slice.returned_on || !(slice.agency.value == file.input.document.scope->agency)) return;
      if (!newest || !(slice.issued_on < newest->as<IssuedSlice>().issued_on)) newest = node.get();
    });
    if (!newest) continue;
    cells.cells.push_back({type, newest->id, field("returned_on"), today});
    cells.cells.push_back({type, newest->id, field("returned_by"), file.sender});
  }
  if (cells.cells.empty()) return Nothing{};
  auto noted = run(merged, cells, author);
  if (!noted) return noted.error();
  apply(merged, *noted);
  squash(changes, *noted);
  return Nothing{};
}

Result<MergeRecords> MergeSession::changes(Author const& author, Date today) const {
  MergeRecords command;
  for (auto const& item : items_) {
    NodePtr node = outcome(item, author.replica);
    if (node && node != item.ours) command.changes.records.push_back({item.ours, std::move(node)});
  }
  take_frames(command);
  Document merged = ours_;
  apply(merged, command.changes);
  if (auto noted = note_returns(command.changes, merged, author, today); !noted) return noted.error();
  for (auto const& twins : shown_twins_) {
    if (twins.pick != Pick::theirs) continue;
    auto joined = run(merged, JoinRecords{twins.pair.type, twins.pair.ours, twins.pair.theirs}, author);
    if (!joined) return joined.error();
    apply(merged, *joined);
    squash(command.changes, *joined);
  }
  return command;
}

}  // namespace rancang
