#include "edit/commands.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "edit/drafts.hpp"
#include "model/merge.hpp"
#include "model/reference_lookup.hpp"
#include "model/slice.hpp"

namespace rancang {
namespace {

Result<ChangeSet> finish(Drafts& drafts) {
  if (drafts.failure()) return *drafts.failure();
  return drafts.stamped();
}

struct Runner {
  Document const& document;
  Author const& author;

  Result<ChangeSet> operator()(SetField const& command) const {
    Drafts drafts(document, author);
    drafts.write(command.cell);
    return finish(drafts);
  }
  Result<ChangeSet> operator()(SetCells const& command) const {
    Drafts drafts(document, author);
    for (auto const& cell : command.cells) drafts.write(cell);
    for (auto const& record : command.created) drafts.create(record, {});
    return finish(drafts);
  }
  Result<ChangeSet> operator()(CreateRecord const& command) const {
    Drafts drafts(document, author);
    drafts.create(command.record, command.after);
    return finish(drafts);
  }
  Result<ChangeSet> operator()(DuplicateRecords const& command) const {
    Drafts drafts(document, author);
    for (Ulid id : command.ids) drafts.duplicate({command.type, id}, command.title_suffix);
    return finish(drafts);
  }
  Result<ChangeSet> operator()(DeleteRecords const& command) const {
    Drafts drafts(document, author);
    for (RecordKey key : command.records) drafts.set_alive(key, false);
    return finish(drafts);
  }
  Result<ChangeSet> operator()(RestoreRecords const& command) const {
    Drafts drafts(document, author);
    for (RecordKey key : command.records) drafts.set_alive(key, true);
    return finish(drafts);
  }
  Result<ChangeSet> operator()(MoveRecords const& command) const {
    Drafts drafts(document, author);
    drafts.move(command.type, command.ids, command.before);
    return finish(drafts);
  }
  Result<ChangeSet> operator()(AdoptDocument const& command) const {
    Drafts drafts(document, author);
    for (auto const& change : diff(document, command.document).records)
      if (change.after) drafts.adopt(*change.after, true);
      else if (command.whole) drafts.set_alive({change.type(), change.id()}, false);
    return finish(drafts);
  }
  Result<ChangeSet> operator()(MergeRecords const& command) const {
    for (auto const& change : command.changes.records)
      if (document.find(change.type(), change.id()) != change.before.get()) return error("edit.changed_meanwhile");
    return command.changes;
  }
  Result<ChangeSet> operator()(JoinRecords const& command) const {
    Drafts drafts(document, author);
    drafts.join(command.type, command.keep, command.drop);
    return finish(drafts);
  }
};

// In a slice only what belongs to its agency is written; what comes by a merge was written elsewhere.
Result<ChangeSet> within_scope(Document const& document, Result<ChangeSet> changes) {
  if (!document.scope || !changes) return changes;
  for (auto const& change : changes->records) {
    bool const allowed = change.before ? is_writable_in_scope(document, *change.before) : is_creatable_in_scope(document, *change.after);
    if (!allowed) return error("edit.outside_scope", {record_title(document, change.before ? *change.before : *change.after)});
  }
  return changes;
}
}  // namespace

Result<ChangeSet> run(Document const& document, Command const& command, Author const& author) {
  auto changes = std::visit(Runner{document, author}, command);
  return std::holds_alternative<MergeRecords>(command) ? std::move(changes) : within_scope(document, std::move(changes));
}

ChangeSet replay(Document const& document, ChangeSet const& step, Direction direction, Author const& author) {
  Drafts drafts(document, author);
  for (auto const& change : step.records) {
    NodePtr const& wanted = direction == Direction::back ? change.before : change.after;
    NodePtr const& left = direction == Direction::back ? change.after : change.before;
    Node const* const now = document.find(change.type(), change.id());
    if (now && !left) drafts.set_alive({change.type(), change.id()}, true);  // made again: as it was laid down, with what others wrote since
    else if (now && !shows_same(*now, *left)) drafts.retrace(*left, wanted.get());
    else if (wanted) drafts.adopt(*wanted, false);
    else drafts.set_alive({change.type(), change.id()}, false);
  }
  return drafts.stamped();
}

CommandLabel label_of(Document const& after, Command const& command, ChangeSet const& changes) {
  CommandLabel label;
  label.kind = static_cast<std::uint8_t>(command.index());
  if (auto const* cells = std::get_if<SetCells>(&command)) label.cause = cells->cause;
  if (auto const* set = std::get_if<SetField>(&command)) label.field = set->cell.field;
  label.count = changes.records.size();
  if (changes.empty()) return label;
  label.type = changes.records.front().type();
  Node const* const node = after.find(label.type, changes.records.front().id());
  if (node) label.title = utf8::cut(record_title(after, *node), 80);
  return label;
}

}  // namespace rancang
