#include "edit/editor.hpp"

#include <algorithm>

namespace rancang {
namespace {
using Labels = std::map<ReplicaId, ReplicaInfo>;

// How we call ourselves is said here and nowhere else.
std::shared_ptr<Labels const> with_own_label(std::shared_ptr<Labels const> const& labels, Labels const& before, ReplicaId self) {
  auto const mine = before.find(self), told = labels->find(self);
  if (mine == before.end() || (told != labels->end() && told->second == mine->second)) return labels;
  auto all = *labels;
  all[self] = mine->second;
  return std::make_shared<Labels const>(std::move(all));
}
}  // namespace

Editor::Editor(Document document, Author author) : document_(std::move(document)), author_(std::move(author)) {
  if (!author_.fresh) author_.fresh = created_by(author_.replica);
}

void Editor::adopt(ChangeSet const& changes) {
  if (changes.empty()) return;
  apply(document_, changes);
  ++revision_;
  tell_day(changes);
}

// The first change under a replica says on which day it writes, and on which laptop.
void Editor::tell_day(ChangeSet const& changes) {
  auto const is_ours = [&](RecordChange const& change) { return change.after && change.after->causal->counter_of(author_.replica) > 0; };
  if (!is_introduced() && std::any_of(changes.records.begin(), changes.records.end(), is_ours)) introduce();
}

bool Editor::is_introduced() const {
  if (!author_.day) return true;
  auto const known = document_.replicas->find(author_.replica);
  return known != document_.replicas->end() && known->second.day && known->second.label == author_.label;
}

void Editor::introduce() {
  if (is_introduced()) return;
  auto all = *document_.replicas;
  ReplicaInfo& self = all[author_.replica];
  self.day = author_.day, self.label = author_.label;
  document_.replicas = std::make_shared<Labels const>(std::move(all));
}

bool Editor::has_written() const {
  auto const known = document_.replicas->find(author_.replica);
  return known != document_.replicas->end() && known->second.day;
}

void Editor::write_as(Author author) {
  author_ = std::move(author);
  if (!author_.fresh) author_.fresh = created_by(author_.replica);
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
  auto labels = merge.replicas ? with_own_label(merge.replicas, *document_.replicas, author_.replica) : document_.replicas;
  if (*labels == *document_.replicas) labels = document_.replicas;
  auto const same = [](auto const& wish, auto const& now) { return !wish || wish == now; };
  if (labels == document_.replicas && same(merge.foreign, document_.foreign) && same(merge.extras, document_.extras)) return;
  document_.replicas = std::move(labels);
  if (merge.foreign) document_.foreign = merge.foreign;
  if (merge.extras) document_.extras = merge.extras;
  ++revision_;
}

void Editor::replace(Document document) {
  document_ = std::move(document);
  history_.clear();
  ++revision_;
}

void Editor::set_replicas(std::map<ReplicaId, ReplicaInfo> replicas) {
  document_.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(std::move(replicas));
  ++revision_;
}

}  // namespace rancang
