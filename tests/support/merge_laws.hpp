#pragma once
// The laws of merging (sharing.md 3) over random histories: five copies of a small plan that write, delete, restore, undo, and pass whole plans, old copies and
// slices around. An oracle follows along with plain sets of "who knew what", without stamps. A history that breaks a law is shrunk and shown.
// Must not know: how merging works.
#include <array>
#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "edit/drafts.hpp"
#include "model/merge_report.hpp"
#include "persist/plan_file.hpp"
#include "persist/unknown_merge.hpp"
#include "support/plan_files.hpp"

namespace rancang::testing {

// What is put on trial. Tests of the laws themselves hand in broken ones.
struct MergeSubject {
  NodePtr (*nodes)(NodePtr const& a, NodePtr const& b);
  Document (*documents)(Document const& ours, Document const& theirs);
};
inline NodePtr true_merge(NodePtr const& a, NodePtr const& b) { return merge_nodes(a, b, unknown_merge()); }
inline Document true_document_merge(Document const& ours, Document const& theirs) {
  MergeReport const report = merge_documents(ours, theirs, true, unknown_merge());
  return merged_document(ours, report, merge_changes(report, make_replica(1)));
}
constexpr MergeSubject true_subject{true_merge, true_document_merge};
// A document merge made of any merge of records.
template <NodePtr (*Merge)(NodePtr const&, NodePtr const&)>
Document document_merge_by(Document const& ours, Document const& theirs) {
  Document out = ours;
  for (std::size_t type = 0; type < record_type_count; ++type)
    for (auto const& node : theirs.tables[type].stored()) {
      NodePtr const* const mine = out.tables[type].find(node->id);
      if (theirs.scope && mine && !belongs_to(ours, **mine, theirs.scope->agency)) continue;
      out.tables[type].put(mine ? Merge(*mine, node) : node);
    }
  return out;
}

struct LawOp {
  enum Kind : std::uint8_t { write, remove, restore, undo, redo, send, keep_copy, send_copy, send_slice, kinds };
  Kind kind = write;
  std::uint8_t who = 0, to = 0, record = 0, field = 0, value = 0;
};
struct LawHistory {
  std::vector<LawOp> ops;
  std::uint32_t gossip = 0;  // seed of the order in which the copies exchange at the end
};

inline LawHistory random_history(std::uint64_t seed) {
  std::mt19937_64 random(seed * 0x9E3779B97F4A7C15ULL + 1);
  auto const below = [&](unsigned limit) { return static_cast<std::uint8_t>(random() % limit); };
  static constexpr LawOp::Kind often[] = {LawOp::write, LawOp::write, LawOp::write, LawOp::write, LawOp::write, LawOp::remove, LawOp::restore, LawOp::undo, LawOp::redo,
                                          LawOp::send,  LawOp::send,  LawOp::send,  LawOp::keep_copy, LawOp::send_copy, LawOp::send_slice};
  LawHistory history;
  history.gossip = static_cast<std::uint32_t>(random());
  for (std::size_t count = 4 + random() % 21; count > 0; --count)
    history.ops.push_back({often[random() % std::size(often)], below(5), below(5), below(3), below(5), below(4)});
  return history;
}

class LawRun {
 public:
  static constexpr std::size_t copies = 5, records = 3;
  using Events = std::uint64_t;  // set of events of one record

  LawRun(LawHistory const& history, MergeSubject const& subject, bool files) : history_(history), subject_(subject), files_(files) {
    for (std::size_t i = 0; i < copies; ++i) {
      copies_[i].document = start();
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
  };

  static constexpr RecordType types[records] = {record_type<Milestone>, record_type<Milestone>, record_type<ActionItem>};
  static Ulid id_of(std::size_t record) { return {5, record + 1}; }
  static Ulid agency_of(std::size_t index) { return {3, index + 1}; }
  static std::vector<std::uint8_t> const& fields_of(std::size_t record) {
    static auto const find = [](RecordType type, std::initializer_list<char const*> keys) {
      std::vector<std::uint8_t> out;
      for (auto const* key : keys) out.push_back(static_cast<std::uint8_t>(record_info(type).index_of(key)));
      return out;
    };
    static std::vector<std::uint8_t> const milestone = find(record_type<Milestone>, {"statement", "order", "action_items", "agency", "note"});
    static std::vector<std::uint8_t> const item = find(record_type<ActionItem>, {"name", "start_year", "end_year", "lead_agency", "support_agencies"});
    return types[record] == record_type<Milestone> ? milestone : item;
  }
  static Value value_for(FieldInfo const& field, std::uint8_t value) {
    switch (field.type) {
      case ValueType::text: return std::string(1, static_cast<char>('a' + value));
      case ValueType::integer: return std::int64_t{value};
      case ValueType::year: return static_cast<Year>(2023 + value);
      case ValueType::reference: return agency_of(value % 2);
      default: {
        std::vector<Ulid> ids;
        for (std::size_t bit = 0; bit < 2; ++bit)
          if (value >> bit & 1) ids.push_back(agency_of(bit));
        return ids;
      }
    }
  }
  static Document const& start() {
    static Document const document = [] {
      Document out;
      out.plan_id = {1, 1};
      CausalPtr const by = created_by(make_replica(5));
      auto const put = [&](RecordType type, Ulid id) {
        auto node = make_node(type, id);
        node->causal = by;
        out.table(type).put(node);
      };
      for (std::size_t i = 0; i < 2; ++i) put(record_type<Agency>, agency_of(i));
      for (std::size_t i = 0; i < records; ++i) put(types[i], id_of(i));
      return out;
    }();
    return document;
  }
  static NodePtr node_of(Document const& document, std::size_t record) { return *document.table(types[record]).find(id_of(record)); }

  void fail(std::string why) {
    if (failure_.empty()) failure_ = std::move(why);
  }

  // ---- what people do ----
  void step(LawOp const& op) {
    Copy& copy = copies_[op.who];
    std::size_t const record = op.record;
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
  void receive(Copy& into, Copy const& from) {
    into.document = subject_.documents(into.document, from.document);
    for (std::size_t i = 0; i < records; ++i) into.knows[i] |= from.knows[i];
    check(into);
  }
  // Law 5.
  void receive_slice(Copy& into, Copy const& from, Ulid agency) {
    SliceScope scope;
    scope.agency = agency;
    Document const slice = make_slice(from.document, scope);
    Document const before = into.document;
    Document after = subject_.documents(before, slice);
    for (std::size_t i = 0; i < records; ++i) {
      bool const inside = belongs_to(before, *node_of(before, i), agency);
      if (!inside && node_of(before, i) != node_of(after, i)) return fail("law 5: a slice changed what lies outside of it");
      if (inside && slice.table(types[i]).find(id_of(i))) into.knows[i] |= from.knows[i];
    }
    after.scope = nullptr;
    into.document = std::move(after);
    check(into);
  }

  // ---- the oracle: laws 3 and 7, and edits of different fields without conflict ----
  void check(Copy const& copy) {
    for (std::size_t i = 0; i < records && failure_.empty(); ++i) check_record(*node_of(copy.document, i), i, copy.knows[i]);
  }
  bool is_overwritten(std::size_t record, Events known, std::size_t event, std::uint8_t field) const {
    for (std::size_t later = 0; later < events_[record].size(); ++later) {
      Event const& one = events_[record][later];
      if (!(known >> later & 1) || !(one.knew >> event & 1)) continue;
      for (auto const& [written, values] : one.written)
        if (written == field) return true;
    }
    return false;
  }
  bool start_is_overwritten(std::size_t record, Events known, std::uint8_t field) const {
    for (std::size_t event = 0; event < events_[record].size(); ++event)
      if (known >> event & 1)
        for (auto const& [written, values] : events_[record][event].written)
          if (written == field) return true;
    return false;
  }
  void check_record(Node const& node, std::size_t record, Events known) {
    for (std::uint8_t field : fields_of(record)) {
      std::vector<Value> expected;
      auto const add = [&](Value const& value) {
        if (std::find(expected.begin(), expected.end(), value) == expected.end()) expected.push_back(value);
      };
      if (!start_is_overwritten(record, known, field)) add(make_node(node.type, {})->get(field));
      for (std::size_t event = 0; event < events_[record].size(); ++event)
        if (known >> event & 1)
          for (auto const& [written, values] : events_[record][event].written)
            if (written == field && !is_overwritten(record, known, event, field))
              for (auto const& value : values) add(value);
      auto const found = different_values(node, field);
      bool same = found.size() == expected.size();
      for (auto const& one : found) same = same && std::find(expected.begin(), expected.end(), one.value) != expected.end();
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
    for (std::size_t record = 0; record < records; ++record) {
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
    for (int i = 0; i < 6 && failure_.empty(); ++i) {
      std::size_t const from = random() % copies, to = random() % copies;
      if (i % 3 == 2) receive(copies_[to], Copy(seen_states_[random() % seen_states_.size()]));
      else receive(copies_[to], copies_[from]);
    }
    std::size_t const first = random() % copies;
    for (std::size_t i = 1; i < copies; ++i) receive(copies_[first], copies_[(first + i) % copies]);
    for (std::size_t i = 1; i < copies; ++i) receive(copies_[(first + i) % copies], copies_[first]);
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

inline std::string history_text(LawHistory const& history) {
  static constexpr char const* names[] = {"writes", "deletes", "restores", "undoes", "redoes", "sends", "keeps a copy", "passes on an old copy", "sends a slice"};
  std::string out;
  for (auto const& op : history.ops) {
    out += "  copy " + std::to_string(op.who) + " " + names[op.kind];
    if (op.kind == LawOp::write) out += " field " + std::to_string(op.field) + " of record " + std::to_string(op.record) + " := " + std::to_string(op.value);
    if (op.kind == LawOp::remove || op.kind == LawOp::restore) out += " record " + std::to_string(op.record);
    if (op.kind == LawOp::send || op.kind == LawOp::send_copy || op.kind == LawOp::send_slice) out += " to copy " + std::to_string(op.to);
    out += "\n";
  }
  return out;
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
