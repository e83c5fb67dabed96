#pragma once
// Editor: the only writer of a Document. Runs commands, keeps history, counts revisions.
// Must not know: screens, storage, clock (times are handed in).
#include "edit/history.hpp"

namespace rancang {

class Editor {
 public:
  Editor(Document document, Author author);

  Document const& document() const { return document_; }
  History const& history() const { return history_; }
  void limit_history(HistoryLimits limits) { history_.limit(limits); }
  std::uint64_t revision() const { return revision_; }  // grows with every change
  ReplicaId replica() const { return author_.replica; }
  std::optional<Date> day() const { return author_.day; }
  bool has_written() const;                // has anything been stamped by this replica?
  void write_as(Author author);            // from now on; what was done stays in the history
  void introduce();                        // tells day and label before the first change, where the replica is named to others
  void set_label(std::string label) { author_.label = std::move(label); }  // told with the next change
  bool read_only() const { return read_only_; }
  void set_read_only(bool read_only) { read_only_ = read_only; }

  // The change that was made (empty when the command changed nothing), or why it was refused ("edit.read_only" and those of run()).
  Result<ChangeSet> run(Command const& command, std::uint64_t join_key, std::uint64_t unix_ms);
  Result<ChangeSet> undo();
  Result<ChangeSet> redo();
  // Esc in a field: takes the open joined step back and forgets it, if it is the last thing done under this key.
  Result<ChangeSet> cancel(std::uint64_t join_key);
  void seal_step() { history_.seal(); }
  // A merge that nobody here asked for (a shared folder): applied like a command, and no step of this history. Undo takes back what this person's steps
  // wrote, and leaves what came in (replay() in commands.hpp).
  Result<ChangeSet> absorb(MergeRecords const& merge);

  // A reading tab shows what the writer stored; history starts anew.
  void replace(Document document);
  void set_replicas(std::map<ReplicaId, ReplicaInfo> replicas);

 private:
  void adopt(ChangeSet const& changes);
  void tell_day(ChangeSet const& changes);
  bool is_introduced() const;
  void take_frame(MergeRecords const& merge);

  Document document_;
  Author author_;
  History history_;
  std::uint64_t revision_ = 1;
  bool read_only_ = false;
};

}  // namespace rancang
