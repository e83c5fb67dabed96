#pragma once
// The laws of merging (sharing.md 3) over random histories: five copies of a small plan that write, delete, restore, undo, and pass whole plans, old copies and
// slices around. An oracle follows along with plain sets of "who knew what", without stamps. A history that breaks a law is shrunk and shown.
// Must not know: how merging works.
#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "edit/drafts.hpp"
#include "model/merge_report.hpp"
#include "persist/plan_file.hpp"
#include "persist/unknown_merge.hpp"
#include "support/law_history.hpp"
#include "support/law_plan.hpp"
#include "support/law_subject.hpp"
#include "support/plan_files.hpp"

namespace rancang::testing {

class LawRun : LawPlan {
 public:
  static constexpr std::size_t copies = 5;
  using Events = std::uint64_t;  // set of events of one record

  LawRun(LawHistory const& history, MergeSubject const& subject, bool files) : history_(history), subject_(subject), files_(files) {
    // An activity has many fields, so that only some of the plans have one; it is there for the fields that are decided together.
    count_ = history.gossip % 8 == 0 ? records : records - 1;
    for (std::size_t i = 0; i < copies; ++i) {
      copies_[i].document = start(count_);
      copies_[i].author = {make_replica(77 + i * 1001), [] { return Ulid{9, 9}; }, nullptr};
      copies_[i].author.fresh = created_by(copies_[i].author.replica);
    }
    for (auto const& copy : copies_) seen_states_.push_back(copy);
  }

  // "" when no law was broken.
  std::string run() {
    for (std::size_t i = 0; i < history_.ops.size() && failure_.empty(); ++i) {
      step(history_.ops[i]);
      if (!failure_.empty()) failure_ = "after step " + std::to_string(i + 1) + ": " + failure_;
    }
    if (failure_.empty()) algebra();
    if (failure_.empty()) gossip();
    if (failure_.empty() && files_) file();
    return failure_;
  }

 private:
  struct Event {
    std::size_t record = 0;
    Events knew = 0;                                             // of the same record
    std::vector<std::pair<std::uint8_t, std::vector<Value>>> written;  // by field
    bool keeps_alive = false;
  };
  struct Copy {
    Document document;
    Author author;
    std::array<Events, records> knows{};
    std::vector<ChangeSet> done, undone;
    std::array<std::pair<NodePtr, Events>, records> checked{};  // states that were compared with the oracle already
  };

  void fail(std::string why) {
    if (failure_.empty()) failure_ = std::move(why);
  }

  // ---- what people do ----
  void step(LawOp const& op) {
    Copy& copy = copies_[op.who];
    std::size_t const record = op.record % count_;
    switch (op.kind) {
      case LawOp::write: {
        std::uint8_t const field = fields_of(record)[op.field];
        return command(copy, SetField{{types[record], id_of(record), field, value_for(record_info(types[record]).fields[field], op.value)}});
      }
      case LawOp::remove: return command(copy, DeleteRecords{{{types[record], id_of(record)}}});
      case LawOp::restore: return command(copy, RestoreRecords{{{types[record], id_of(record)}}});
      case LawOp::undo: return turn(copy, copy.done, copy.undone, Direction::back);
      case LawOp::redo: return turn(copy, copy.undone, copy.done, Direction::forward);
      case LawOp::send: return receive(copies_[op.to], copy);
      case LawOp::keep_copy: return void(seen_states_.push_back(copy));
      case LawOp::send_copy: return receive(copies_[op.to], Copy(seen_states_[(op.value + 5u * op.field + 25u * op.record) % seen_states_.size()]));
      case LawOp::send_slice: return receive_slice(copies_[op.to], copy, agency_of(op.value % 2));
      default: return;
    }
  }
  void command(Copy& copy, Command const& what) {
    auto changes = rancang::run(copy.document, what, copy.author);
    if (!changes) return fail("refused: " + changes.error().id);
    if (changes->empty()) return;
    take(copy, *changes);
    copy.done.push_back(std::move(*changes));
    copy.undone.clear();
  }
  void turn(Copy& copy, std::vector<ChangeSet>& from, std::vector<ChangeSet>& to, Direction direction) {
    if (from.empty()) return;
    ChangeSet step = std::move(from.back());
    from.pop_back();
    take(copy, replay(copy.document, step, direction, copy.author));
    to.push_back(std::move(step));
  }
  // A local change: an event that knew all that its copy knew. Law 2: what descends from something swallows it.
  void take(Copy& copy, ChangeSet const& changes) {
    for (auto const& change : changes.records) {
      auto const record = static_cast<std::size_t>(change.id().low - 1);
      Event event;
      event.record = record;
      event.knew = copy.knows[record];
      event.keeps_alive = change.after->is_alive();
      ReplicaId const self = copy.author.replica;
      std::uint32_t const before = change.before->causal->counter_of(self);
      for (std::size_t i = 0; i < change.after->info().fields.size(); ++i) {
        std::vector<Value> values;
        for (auto& one : field_values(*change.after, static_cast<std::uint8_t>(i)))
          if (one.dot.replica == self && one.dot.counter > before) values.push_back(std::move(one.value));
        if (!values.empty()) event.written.emplace_back(static_cast<std::uint8_t>(i), std::move(values));
      }
      copy.knows[record] |= Events{1} << events_[record].size();
      events_[record].push_back(std::move(event));
      if (events_[record].size() > 60) return fail("too many events for the oracle");
      if (differ(subject_.nodes(change.before, change.after), change.after) || differ(subject_.nodes(change.after, change.before), change.after)) fail("law 2: a descendant does not swallow its ancestor");
    }
    apply(copy.document, changes);
    check(copy);
  }
  void take_in(Copy& into, Copy const& from) {
    into.document = subject_.documents(into.document, from.document);
    for (std::size_t i = 0; i < count_; ++i) into.knows[i] |= from.knows[i];
  }
  void receive(Copy& into, Copy const& from) {
    take_in(into, from);
    check(into);
  }
  // Law 5.
  void receive_slice(Copy& into, Copy const& from, Ulid agency) {
    SliceScope scope;
    scope.agency = agency;
    Document const slice = make_slice(from.document, scope);
    Document const before = into.document;
    Document after = subject_.documents(before, slice);
    for (std::size_t i = 0; i < count_; ++i) {
      bool const inside = belongs_to(before, *node_of(before, i), agency);
      if (!inside && node_of(before, i) != node_of(after, i)) return fail("law 5: a slice changed what lies outside of it");
      if (inside && slice.table(types[i]).find(id_of(i))) into.knows[i] |= from.knows[i];
    }
    after.scope = nullptr;
    into.document = std::move(after);
    check(into);
  }

  // ---- the oracle: laws 3 and 7, and edits of different fields without conflict ----
  void check(Copy& copy) {
    for (std::size_t i = 0; i < count_ && failure_.empty(); ++i) {
      NodePtr node = node_of(copy.document, i);
      if (copy.checked[i] == std::pair(node, copy.knows[i])) continue;
      check_record(*node, i, copy.knows[i]);
      copy.checked[i] = {std::move(node), copy.knows[i]};
    }
  }
  static std::vector<Value> const* written(Event const& event, std::uint8_t field) {
    for (auto const& [one, values] : event.written)
      if (one == field) return &values;
    return nullptr;
  }
  // The values that nobody who is known has overwritten after having seen them.
  std::vector<Value const*> expected_values(std::size_t record, Events known, std::uint8_t field, Value const& at_start) const {
    std::vector<Value const*> out;
    auto const& events = events_[record];
    Events overwritten = 0;
    bool any = false;
    for (std::size_t i = 0; i < events.size(); ++i)
      if ((known >> i & 1) && written(events[i], field)) overwritten |= events[i].knew, any = true;
    if (!any) return {&at_start};
    for (std::size_t i = 0; i < events.size(); ++i) {
      if (!(known >> i & 1) || (overwritten >> i & 1)) continue;
      if (auto const* values = written(events[i], field))
        for (auto const& value : *values)
          if (std::none_of(out.begin(), out.end(), [&](Value const* one) { return *one == value; })) out.push_back(&value);
    }
    return out;
  }
  void check_record(Node const& node, std::size_t record, Events known) {
    Node const& first = *node_of(start(count_), record);
    for (std::uint8_t field : fields_of(record)) {
      Value const at_start = first.get(field);
      auto const expected = expected_values(record, known, field, at_start);
      auto const found = different_values(node, field);
      bool same = found.size() == expected.size();
      for (auto const& one : found) same = same && std::any_of(expected.begin(), expected.end(), [&](Value const* value) { return *value == one.value; });
      if (!same) return fail("laws 3 and 7: field " + std::string(node.info().fields[field].key) + " of record " + std::to_string(record) + " holds " + std::to_string(found.size()) + " values, should hold " + std::to_string(expected.size()));
    }
    if (node.is_alive() != should_live(record, known)) fail("laws 3 and 7: record " + std::to_string(record) + (node.is_alive() ? " lives, should be in the trash" : " is in the trash, should live"));
  }
  // Alive as long as some write or restoration has not been seen by a later event that is known.
  bool should_live(std::size_t record, Events known) const {
    if (known == 0) return true;
    for (std::size_t event = 0; event < events_[record].size(); ++event) {
      if (!(known >> event & 1) || !events_[record][event].keeps_alive) continue;
      bool seen = false;
      for (std::size_t later = 0; later < events_[record].size(); ++later) seen = seen || ((known >> later & 1) && (events_[record][later].knew >> event & 1));
      if (!seen) return true;
    }
    return false;
  }

  // ---- laws 1 and 2 on whole states ----
  static bool differ(NodePtr const& a, NodePtr const& b) { return a != b && !(*a->causal == *b->causal && same_data(*a, *b)); }
  void algebra() {
    std::mt19937 random(history_.gossip ^ 0xABCDu);
    auto const any = [&](std::size_t record) {
      std::size_t const index = random() % (copies + seen_states_.size());
      return node_of(index < copies ? copies_[index].document : seen_states_[index - copies].document, record);
    };
    for (std::size_t record = 0; record < count_; ++record) {
      NodePtr const a = any(record), b = any(record), c = any(record), ab = subject_.nodes(a, b), bc = subject_.nodes(b, c);
      if (differ(ab, subject_.nodes(b, a))) fail("law 1: merging is not commutative");
      if (differ(subject_.nodes(ab, c), subject_.nodes(a, bc))) fail("law 1: merging is not associative");
      if (differ(subject_.nodes(a, clone_node(*a)), a)) fail("law 1: merging is not idempotent");
      if (differ(subject_.nodes(ab, a), ab) || differ(subject_.nodes(b, ab), ab)) fail("law 2: a merge does not swallow its parts");
    }
  }

  // ---- law 4 ----
  void gossip() {
    std::mt19937 random(history_.gossip);
    for (int i = 0; i < 3 && failure_.empty(); ++i) {
      std::size_t const from = random() % copies, to = random() % copies;
      if (i % 3 == 2) receive(copies_[to], Copy(seen_states_[random() % seen_states_.size()]));
      else receive(copies_[to], copies_[from]);
    }
    std::size_t const first = random() % copies;
    for (std::size_t i = 1; i < copies; ++i) take_in(copies_[first], copies_[(first + i) % copies]);
    for (std::size_t i = 1; i < copies; ++i) take_in(copies_[(first + i) % copies], copies_[first]);
    check(copies_[first]);
    for (auto const& copy : copies_) {
      std::string const what = difference(copy.document, copies_[0].document);
      if (!what.empty()) return fail("law 4: copies that exchanged everything differ in " + what);
    }
  }

  // ---- law 6 ----
  void file() {
    Document const& document = copies_[0].document;
    std::string const text = write_plan(document, {});
    auto const read = read_plan(text);
    if (!read) return fail("law 6: what was written can't be read");
    std::string const what = difference(document, read->document);
    if (!what.empty()) return fail("law 6: the file loses " + what);
    if (write_plan(read->document, {}) != text) fail("law 6: written again, the file is another");
  }

  LawHistory const& history_;
  MergeSubject const& subject_;
  bool files_;
  std::size_t count_ = records;
  std::array<Copy, copies> copies_;
  std::vector<Copy> seen_states_;
  std::array<std::vector<Event>, records> events_;
  std::string failure_;
};

inline std::string broken_law(LawHistory const& history, MergeSubject const& subject, bool files) { return LawRun(history, subject, files).run(); }

// Drops one step after the other as long as some law stays broken.
inline LawHistory shrunk(LawHistory history, MergeSubject const& subject, bool files) {
  for (bool smaller = true; smaller;) {
    smaller = false;
    for (std::size_t i = history.ops.size(); i-- > 0;) {
      LawHistory shorter = history;
      shorter.ops.erase(shorter.ops.begin() + static_cast<std::ptrdiff_t>(i));
      if (broken_law(shorter, subject, files).empty()) continue;
      history = std::move(shorter);
      smaller = true;
    }
  }
  return history;
}

// Runs histories seed … seed + count − 1; "" or the first that breaks a law: its seed, the law and the shrunk history.
inline std::string try_laws(std::uint64_t seed, std::uint64_t count, MergeSubject const& subject = true_subject) {
  constexpr std::uint64_t every = 16;  // so many histories, one is written to a file and read again
  for (std::uint64_t i = 0; i < count; ++i) {
    LawHistory const history = random_history(seed + i);
    bool const files = (seed + i) % every == 0;
    if (broken_law(history, subject, files).empty()) continue;
    LawHistory const small = shrunk(history, subject, files);
    return "seed " + std::to_string(seed + i) + ": " + broken_law(small, subject, files) + "\n" + history_text(small);
  }
  return {};
}

}  // namespace rancang::testing
