// From decisions to one command. The last part of merge_session.hpp.
#include <algorithm>

#include "edit/merge_session.hpp"
#include "model/merge_parts.hpp"

namespace rancang {

MergeRow const* MergeSession::row_of(MergeItem const& item, MergeRowKind kind) const {
  for (std::size_t i = item.first_row; i < item.first_row + item.rows; ++i)
    if (rows_[i].kind == kind) return &rows_[i];
  return nullptr;
}

// From outside of the scope, and accepted in everything that was asked: merged with the stamps of who wrote it. While a part of it waits, having seen it would settle that part.
bool MergeSession::comes_whole(MergeItem const& item, RecordMerge const& record) const {
  if (MergeRow const* const created = row_of(item, MergeRowKind::created)) return created->pick == Pick::theirs;
  bool wanted = false;
  for (std::size_t i = item.first_row; i < item.first_row + item.rows; ++i) {
    MergeRow const& row = rows_[i];
    if (row.kind != MergeRowKind::field || !std::binary_search(record.fields.begin(), record.fields.end(), row.field)) continue;
    if (!is_decided(row)) return false;
    wanted = wanted || (row.pick == Pick::theirs && row.value == record.theirs->get(row.field));
  }
  return wanted;
}

// What stands before fields are decided: ours with what merges by itself and what comes whole, or the record as the first file proposes it.
NodePtr MergeSession::ground(MergeItem const& item) const {
  NodePtr node = item.clean;
  for (auto const& [file, record] : item.sources)
    if (files_[file].input.proven && record->outside && comes_whole(item, *record)) node = node ? merge_nodes(node, record->theirs, *tools_.unknown) : record->theirs;
  bool const created = row_of(item, MergeRowKind::created);
  for (auto const& [file, record] : item.sources) {
    if (files_[file].input.proven) continue;
    ReplicaId const proposer = files_[file].input.proposer;
    if (!node) node = proposed_record(*record->theirs, created_by(proposer));
    else if (created && !node->is_alive()) node = with_causal(*node, written_by(*node->causal, proposer, {}));
  }
  return node;
}

// Who stamps a decided value: the replica of the file that it comes from, where no stamp came with it, so that "from which file" stays answerable; else who decides.
ReplicaId MergeSession::writer_of(MergeItem const& item, MergeRow const& row, ReplicaId self) const {
  if (row.pick != Pick::theirs || (row.group != MergeGroup::proposal && row.group != MergeGroup::outside)) return self;
  for (auto const& [file, record] : item.sources)
    if ((!files_[file].input.proven || record->outside) && record->theirs->get(row.field) == row.value) return files_[file].input.proposer;
  return self;
}

// Decisions are new writes that have seen what stands.
NodePtr MergeSession::with_decisions(MergeItem const& item, NodePtr node, ReplicaId self) const {
  std::shared_ptr<Node> draft;
  std::vector<std::pair<ReplicaId, std::vector<std::uint8_t>>> written;
  for (std::size_t i = item.first_row; i < item.first_row + item.rows; ++i) {
    MergeRow const& row = rows_[i];
    if (row.kind != MergeRowKind::field || !is_decided(row)) continue;
    Value const value = result(i);
    if (node->get(row.field) == value && field_state(*node, row.field) != FieldState::conflict) continue;
    if (!draft) draft = clone_node(*node);
    draft->info().fields[row.field].set(draft->data(), value);
    ReplicaId const writer = writer_of(item, row, self);
    auto at = std::find_if(written.begin(), written.end(), [&](auto const& one) { return one.first == writer; });
    if (at == written.end()) at = written.insert(at, {writer, {}});
    at->second.push_back(row.field);
  }
  if (!draft) return node;
  for (auto& [writer, fields] : written) draft->causal = written_by(*draft->causal, writer, with_groups(draft->info(), std::move(fields)));
  return draft;
}

NodePtr MergeSession::with_life(MergeItem const& item, NodePtr node, ReplicaId self) const {
  MergeRow const *const deleted = row_of(item, MergeRowKind::deleted), *const revived = row_of(item, MergeRowKind::revived);
  bool alive = node->is_alive();
  if (deleted) alive = deleted->pick == Pick::ours ? true : deleted->group != MergeGroup::clean && deleted->pick == Pick::merged;
  if (revived && revived->pick != Pick::merged) alive = revived->pick == Pick::ours;
  if (alive == node->is_alive()) return node;
  if (alive) return with_causal(*node, written_by(*node->causal, self, {}));
  if (deleted && deleted->group == MergeGroup::proposal)
    for (auto const& [file, record] : item.sources)
      if (!files_[file].input.proven && !record->theirs->is_alive()) return with_causal(*node, deleted_by(*node->causal, files_[file].input.proposer));
  return with_causal(*node, deleted_by(*node->causal, self));
}

NodePtr MergeSession::outcome(MergeItem const& item, ReplicaId self) const {
  MergeRow const* const created = row_of(item, MergeRowKind::created);
  if (created && (created->pick == Pick::ours || !is_decided(*created))) return item.ours;
  NodePtr node = ground(item);
  return node ? with_life(item, with_decisions(item, std::move(node), self), self) : item.ours;
}

// A document with what is no record of ours, and without labels.
Document MergeSession::frame_of(Document const& document) {
  Document out;
  out.plan_id = document.plan_id, out.foreign = document.foreign, out.extras = document.extras, out.scope = document.scope;
  return out;
}

// What is no record of ours: labels, records of unknown types, unknown members of the envelope.
void MergeSession::take_frames(MergeRecords& command) const {
  Document frame = frame_of(ours_);
  std::vector<Document const*> proven{&ours_};
  for (auto const& file : files_) {
    if (!file.ticked || file.state != MergeFileState::differs || !file.input.proven) continue;
    auto const report = merge_documents(frame, frame_of(file.input.document), true, *tools_.unknown);
    frame.foreign = report.foreign, frame.extras = report.extras;
    proven.push_back(&file.input.document);
  }
  command.replicas = merge_labels(proven), command.foreign = frame.foreign, command.extras = frame.extras;
  auto all = *command.replicas;
  for (auto const& file : files_) {
    ReplicaId const proposer = file.input.proposer;
    auto const& changes = command.changes.records;
    if (std::any_of(changes.begin(), changes.end(), [&](RecordChange const& change) { return change.after->causal->counter_of(proposer) > 0; })) all[proposer] = {file.input.name, file.agency};
  }
  if (all != *command.replicas) command.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(std::move(all));
}

bool MergeSession::is_outdated(MergeFile const& file) const {
  auto const* const scope = file.input.document.scope.get();
  bool newer = false;
  if (scope && scope->issued_on)
    ours_.table(record_type<IssuedSlice>).for_each([&](NodePtr const& node) {
      auto const& slice = node->as<IssuedSlice>();
      newer = newer || (slice.agency.value == scope->agency && *scope->issued_on < slice.issued_on);
    });
  return newer;
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
  std::vector<std::pair<Ulid, Ulid>> gone;  // one record typed by three is two pairs: what was joined already goes on as the record that stays
  auto const stands_for = [&](Ulid id) {
    for (auto const& [drop, keep] : gone)
      if (id == drop) id = keep;
    return id;
  };
  for (auto const& twins : shown_twins_) {
    if (twins.pick != Pick::theirs) continue;
    Table const& table = merged.table(twins.pair.type);
    Ulid const keep = stands_for(twins.pair.ours), drop = stands_for(twins.pair.theirs);
    if (keep == drop || !table.find_alive(keep) || !table.find_alive(drop)) continue;  // turned down meanwhile
    auto joined = run(merged, JoinRecords{twins.pair.type, keep, drop}, author);
    if (!joined) return joined.error();
    apply(merged, *joined);
    squash(command.changes, *joined);
    gone.emplace_back(drop, keep);
  }
  return command;
}

}  // namespace rancang
