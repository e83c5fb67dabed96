#include "model/merge_report.hpp"

#include <algorithm>
#include <tuple>

#include "base/order.hpp"
#include "model/labels_in_use.hpp"
#include "model/merge_parts.hpp"

namespace rancang {
namespace {
bool contains(std::vector<std::uint8_t> const& fields, std::uint8_t field) { return std::binary_search(fields.begin(), fields.end(), field); }

// Do both say the same about a field, alternatives included?
bool same_field(Node const& a, Node const& b, std::uint8_t field) {
  if (!a.info().fields[field].equal(a.data(), b.data())) return false;
  auto const has = [&](Node const& node) { return std::any_of(node.causal->others.begin(), node.causal->others.end(), [&](Alternative const& other) { return other.field == field; }); };
  if (!has(a) && !has(b)) return true;
  auto const left = different_values(a, field), right = different_values(b, field);
  return left.size() == right.size() && std::all_of(left.begin(), left.end(), [&](FieldValue const& one) {
           return std::any_of(right.begin(), right.end(), [&](FieldValue const& other) { return other.value == one.value; });
         });
}

std::vector<std::uint8_t> given_fields(Node const& node) {
  auto const blank = make_node(node.type, {});
  return changed_fields(*blank, node);
}

bool is_same(ForeignRecord const& a, ForeignRecord const& b) { return a.type == b.type && a.id == b.id && a.json == b.json && a.causality == b.causality; }

// The same records, in whatever order a file had them.
bool same_foreign(std::vector<ForeignRecord> const& merged, std::vector<ForeignRecord> const& ours) {
  if (merged.size() != ours.size()) return false;
  auto sorted = ours;
  sort_list(sorted, [](ForeignRecord const& a, ForeignRecord const& b) { return a.type != b.type ? a.type < b.type : a.id < b.id; });
  return std::equal(merged.begin(), merged.end(), sorted.begin(), is_same) || std::equal(merged.begin(), merged.end(), ours.begin(), is_same);
}

std::string const* find_member(Extras const& extras, std::string_view key) {
  for (auto const& [name, text] : extras)
    if (name == key) return &text;
  return nullptr;
}

class Comparison {
 public:
  Comparison(Document const& ours, Document const& theirs, bool proven, UnknownMerge const& unknown) : ours_(ours), theirs_(theirs), proven_(proven), unknown_(unknown) {
    if (theirs.scope && !ours.scope) scope_ = theirs.scope->agency;
    scoped_ = theirs.scope && !ours.scope;
  }

  MergeReport run() {
    report_.same_plan = ours_.plan_id == theirs_.plan_id;
    report_.proven = proven_;
    for (std::size_t type = 0; type < record_type_count; ++type) {
      Table const &mine = ours_.tables[type], &other = theirs_.tables[type];
      if (same_storage(mine, other)) report_.identical += mine.size() + mine.trash_size();
      else other.for_each_stored([&](NodePtr const& node) { compare(mine.find(node->id), node); });
    }
    frame();
    return std::move(report_);
  }

 private:
  void compare(NodePtr const* found, NodePtr const& theirs) {
    RecordMerge record;
    record.type = theirs->type;
    record.id = theirs->id;
    record.ours = found ? *found : nullptr;
    record.theirs = theirs;
    if (!(proven_ ? merge(record) : propose(record))) return void(++report_.identical);
    record.outside = scoped_ && !(record.ours ? belongs_to(ours_, *record.ours, scope_) : may_create(*theirs));
    record.take = proven_ && !record.outside;
    if (record.outside) ++report_.outside;
    else ++report_.counts[static_cast<std::size_t>(record.verdict)];
    report_.records.push_back(std::move(record));
  }
  bool may_create(Node const& theirs) const { return is_creatable_in_scope(theirs_, theirs); }

  // Whether theirs says anything that ours does not know.
  bool merge(RecordMerge& record) const {
    if (!record.ours) {
      record.merged = record.theirs;
      record.verdict = record.theirs->is_alive() ? MergeVerdict::fresh : MergeVerdict::unseen;
      if (record.verdict == MergeVerdict::fresh) record.fields = given_fields(*record.theirs), record.conflicts = conflict_fields(*record.theirs);
      return true;
    }
    record.merged = merge_nodes(record.ours, record.theirs, unknown_);
    if (record.merged == record.ours) return false;
    for (std::size_t i = 0; i < record.merged->info().fields.size(); ++i)
      if (!same_field(*record.ours, *record.merged, static_cast<std::uint8_t>(i))) record.fields.push_back(static_cast<std::uint8_t>(i));
    for (std::uint8_t field : conflict_fields(*record.merged))
      if (contains(record.fields, field) || field_state(*record.ours, field) != FieldState::conflict) record.conflicts.push_back(field);
    for (std::uint8_t field : record.conflicts)
      if (!contains(record.fields, field)) record.fields.insert(std::lower_bound(record.fields.begin(), record.fields.end(), field), field);
    record.verdict = verdict_of(record);
    record.deletes = record.verdict == MergeVerdict::deleted;
    return true;
  }
  static MergeVerdict verdict_of(RecordMerge const& record) {
    bool const was = record.ours->is_alive(), sent = record.theirs->is_alive(), is = record.merged->is_alive();
    if (was && !is) return MergeVerdict::deleted;
    if (!is) return MergeVerdict::unseen;
    if (!record.conflicts.empty()) return MergeVerdict::conflict;
    if (!was || !sent) return MergeVerdict::revived;
    return record.fields.empty() && same_extras(*record.ours, *record.merged) ? MergeVerdict::unseen : MergeVerdict::changed;
  }
  static bool propose(RecordMerge& record) {
    record.verdict = MergeVerdict::proposal;
    if (record.ours) {
      record.fields = changed_fields(*record.ours, *record.theirs);
      record.deletes = record.ours->is_alive() && !record.theirs->is_alive();
      bool const revives = !record.ours->is_alive() && record.theirs->is_alive();
      if (record.fields.empty() && !record.deletes && !revives && same_extras(*record.ours, *record.theirs)) return false;
    } else {
      if (!record.theirs->is_alive()) return false;
      record.fields = given_fields(*record.theirs);
    }
    record.conflicts = record.fields;
    auto node = clone_node(*record.theirs);
    if (record.ours) node->causal = record.ours->causal;
    record.merged = std::move(node);
    return true;
  }

  // Records of unknown types carry their stamps and come from slices too: a newer version wrote them for its agency. Nobody says whose the members of an envelope are.
  void frame() {
    report_.replicas = proven_ ? merge_labels({&ours_, &theirs_}) : ours_.replicas;
    report_.foreign = ours_.foreign;
    report_.extras = ours_.extras;
    merge_foreign();
    if (same_foreign(*report_.foreign, *ours_.foreign)) report_.foreign = ours_.foreign;
    if (!proven_) leave_foreign();
    tell_extras();
    if (proven_) report_.replicas = labels_in_use(ours_.replicas, report_.replicas, theirs_);
    if (proven_ && !theirs_.scope) merge_extras();
  }
  // A file without proof only proposes, and what no version knows can't be asked about.
  void leave_foreign() {
    if (report_.foreign == ours_.foreign) return;
    report_.foreign = ours_.foreign;
    for (auto const& other : *theirs_.foreign)
      if (std::none_of(ours_.foreign->begin(), ours_.foreign->end(), [&](ForeignRecord const& one) { return is_same(one, other); })) leave_out(other.type);
  }
  void tell_extras() {
    if (!theirs_.extras || ours_.extras == theirs_.extras) return;
    for (auto const& [key, text] : *theirs_.extras) {
      std::string const* const mine = ours_.extras ? find_member(*ours_.extras, key) : nullptr;
      if (mine ? *mine != text : !proven_ || theirs_.scope) leave_out(key);
    }
  }
  void leave_out(std::string const& name) {
    auto& out = report_.left_out;
    if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
  }
  void merge_foreign() {
    if (theirs_.foreign == ours_.foreign) return;
    auto all = *ours_.foreign;
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> places;
    for (std::size_t i = 0; i < all.size(); ++i) places.emplace(std::pair<std::string_view, std::string_view>((*ours_.foreign)[i].type, (*ours_.foreign)[i].id), i);
    bool changed = false;
    for (auto const& other : *theirs_.foreign) {
      auto const [at, fresh] = places.emplace(std::pair<std::string_view, std::string_view>(other.type, other.id), all.size());
      if (fresh) all.push_back(other);
      ForeignRecord& mine = all[at->second];
      ForeignRecord merged = fresh || !unknown_.foreign ? mine : unknown_.foreign(mine, other);
      changed = changed || fresh || merged.json != mine.json || merged.causality != mine.causality;
      mine = std::move(merged);
    }
    if (!changed) return;
    // As readers have them: the same on every copy.
    sort_list(all, [](ForeignRecord const& a, ForeignRecord const& b) { return a.type != b.type ? a.type < b.type : a.id < b.id; });
    report_.foreign = std::make_shared<std::vector<ForeignRecord> const>(std::move(all));
  }
  void merge_extras() {
    if (!theirs_.extras || ours_.extras == theirs_.extras) return;
    std::map<std::string, std::string> all;
    for (Document const* const document : {&ours_, &theirs_})
      if (document->extras)
        for (auto const& [key, text] : *document->extras) {
          auto& known = all[key];
          known = std::max(known, text);  // nobody says which is later: the same choice on every copy
        }
    Extras list(all.begin(), all.end());
    if (!ours_.extras || list != *ours_.extras) report_.extras = std::make_shared<Extras const>(std::move(list));
  }

  Document const &ours_, &theirs_;
  bool proven_;
  UnknownMerge const& unknown_;
  Ulid scope_;
  bool scoped_ = false;
  MergeReport report_;
};
}  // namespace

std::map<ReplicaId, std::uint64_t> work_in(Document const& document) {
  std::map<ReplicaId, std::uint64_t> out;
  for (auto const& table : document.tables)
    table.for_each_stored([&](NodePtr const& node) {
      for (Dot dot : node->causal->seen) out[dot.replica] += dot.counter;
    });
  return out;
}

std::shared_ptr<std::map<ReplicaId, ReplicaInfo> const> merge_labels(std::vector<Document const*> const& documents) {
  auto all = *documents[0]->replicas;
  bool disputed = false;
  for (Document const* const document : documents)
    for (auto const& [id, info] : *document->replicas) disputed = !(all.try_emplace(id, info).first->second == info) || disputed;
  if (disputed) {
    std::map<ReplicaId, std::uint64_t> most;
    for (Document const* const document : documents) {
      auto const work = work_in(*document);
      for (auto const& [id, info] : *document->replicas) {
        auto const at = work.find(id);
        auto const [best, fresh] = most.try_emplace(id, 0);
        std::uint64_t const now = at == work.end() ? 0 : at->second;
        ReplicaInfo& known = all[id];
        if (!fresh && std::tie(now, info.label, info.agency, info.day) < std::tie(best->second, known.label, known.agency, known.day)) continue;
        best->second = now;
        known = info;
      }
    }
  }
  if (all == *documents[0]->replicas) return documents[0]->replicas;
  return std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(std::move(all));
}

MergeReport merge_documents(Document const& ours, Document const& theirs, bool proven, UnknownMerge const& unknown) { return Comparison(ours, theirs, proven, unknown).run(); }

}  // namespace rancang
