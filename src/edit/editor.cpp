#include "edit/editor.hpp"

namespace rancang {

Editor::Editor(Document document, Author author) : document_(std::move(document)), author_(std::move(author)) {
  if (!author_.fresh) author_.fresh = created_by(author_.replica);
}

void Editor::adopt(ChangeSet const& changes) {
  if (changes.empty()) return;
  apply(document_, changes);
  ++revision_;
}

Result<ChangeSet> Editor::run(Command const& command, std::uint64_t join_key, std::uint64_t unix_ms) {
  if (read_only_) return error("edit.read_only");
  auto changes = rancang::run(document_, command, author_);
  if (!changes) return changes;
  if (auto const* merge = std::get_if<MergeRecords>(&command)) take_frame(*merge);
  if (changes->empty()) return changes;
  adopt(*changes);
  history_.commit({*changes, label_of(document_, command, *changes), join_key, unix_ms});
  return changes;
}

Result<ChangeSet> Editor::absorb(MergeRecords const& merge) {
  if (read_only_) return error("edit.read_only");
  auto changes = rancang::run(document_, merge, author_);
  if (!changes) return changes;
  take_frame(merge);
  adopt(*changes);
  if (history_.ends_with_any_of(*changes)) history_.seal();  // a joined step would swallow what came in
  return changes;
}

Result<ChangeSet> Editor::undo() {
  if (read_only_) return error("edit.read_only");
  HistoryStep const* const step = history_.next_undo();
  if (!step) return ChangeSet{};
  auto changes = replay(document_, step->changes, Direction::back, author_);
  adopt(changes);
  history_.step_back();
  return changes;
}

Result<ChangeSet> Editor::redo() {
  if (read_only_) return error("edit.read_only");
  HistoryStep const* const step = history_.next_redo();
  if (!step) return ChangeSet{};
  auto changes = replay(document_, step->changes, Direction::forward, author_);
  adopt(changes);
  history_.step_forward();
  return changes;
}

Result<ChangeSet> Editor::cancel(std::uint64_t join_key) {
  HistoryStep const* const step = history_.next_undo();
  if (!step || join_key == 0 || step->join_key != join_key) return ChangeSet{};
  auto changes = undo();
  history_.drop_redo();
  return changes;
}

void Editor::take_frame(MergeRecords const& merge) {
  auto const same = [](auto const& wish, auto const& now) { return !wish || wish == now; };
  if (same(merge.replicas, document_.replicas) && same(merge.foreign, document_.foreign) && same(merge.extras, document_.extras)) return;
  if (merge.replicas) document_.replicas = merge.replicas;
  if (merge.foreign) document_.foreign = merge.foreign;
  if (merge.extras) document_.extras = merge.extras;
  ++revision_;
}

void Editor::replace(Document document) {
  document_ = std::move(document);
  history_ = History{};
  ++revision_;
}

void Editor::set_replicas(std::map<ReplicaId, ReplicaInfo> replicas) {
  document_.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(std::move(replicas));
  ++revision_;
}

}  // namespace rancang
