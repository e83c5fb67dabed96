// Files against the plan: what each brings, whether it is a copy, who sent it. The first half of merge_session.hpp.
#include <algorithm>
#include <map>

#include "edit/merge_session.hpp"

namespace rancang {
namespace {
bool comes_before(RecordMerge const& a, RecordMerge const& b) { return a.type != b.type ? a.type < b.type : a.id < b.id; }

RecordMerge const* find_record(std::vector<RecordMerge> const& records, RecordMerge const& like) {
  auto const at = std::lower_bound(records.begin(), records.end(), like, comes_before);
  return at != records.end() && at->type == like.type && at->id == like.id ? &*at : nullptr;
}

void count_record(MergeFile& file, RecordMerge const& record) {
  if (record.verdict == MergeVerdict::unseen) return;
  bool const whole = record.verdict == MergeVerdict::fresh || record.deletes || !record.ours;
  std::size_t const changes = (whole ? 1 : record.fields.size()) + (record.verdict == MergeVerdict::revived ? 1 : 0);
  file.changes += changes;
  if (!file.input.proven) file.proposals += changes;
  else if (record.outside) file.outside += changes;
  else {
    std::size_t const conflicts = std::min(changes, record.conflicts.size() + (record.verdict == MergeVerdict::revived ? 1 : 0));
    file.conflicts += conflicts;
    file.clean += changes - conflicts;
  }
}
}  // namespace

MergeSession::MergeSession(Document ours, MergeTools tools) : ours_(std::move(ours)), tools_(tools) { begin_ours(); }

void MergeSession::begin_ours() {
  named_ = ours_;
  if (tools_.twins) twins_ = tools_.twins(ours_);
}

void MergeSession::add(MergeInput input) {
  MergeFile file;
  file.input = std::move(input);
  files_.push_back(std::move(file));
  if (!comparing_) at_file_ = files_.size() - 1, at_part_ = 0;
  comparing_ = true;
  ++revision_;
}

void MergeSession::tell(MergeFile file) {
  files_.push_back(std::move(file));
  if (!comparing_) at_file_ = files_.size(), at_part_ = 0;
  ++revision_;
}

void MergeSession::rebase(Document ours) {
  remember();
  items_.clear(), rows_.clear(), shown_twins_.clear(), all_twins_.clear();
  ours_ = std::move(ours);
  begin_ours();
  for (auto& file : files_)
    if (file.state < MergeFileState::refused) file.state = MergeFileState::pending;
  at_file_ = at_part_ = 0;
  comparing_ = true;
  count();
  ++revision_;
}

double MergeSession::progress() const {
  if (!comparing_ || files_.empty()) return 1;
  return (static_cast<double>(at_file_) + static_cast<double>(at_part_) / static_cast<double>(record_type_count)) / static_cast<double>(files_.size());
}

bool MergeSession::step() {
  if (!comparing_) return false;
  if (at_file_ < files_.size()) {
    MergeFile& file = files_[at_file_];
    if (file.state != MergeFileState::pending || compare_part(file)) {
      if (file.state == MergeFileState::pending) finish(at_file_);
      ++at_file_, at_part_ = 0;
    }
  }
  if (at_file_ < files_.size()) return true;
  comparing_ = false;
  rebuild();
  return false;
}

void MergeSession::begin(MergeFile& file) {
  file.records.clear();
  file.changes = file.clean = file.conflicts = file.outside = file.proposals = 0;
  file.errors.reset();
}

// True when the file is done. A slice is small and looks up its own records: it is compared in one piece; a whole plan table by table.
bool MergeSession::compare_part(MergeFile& file) {
  if (at_part_ == 0) begin(file);
  Document const& theirs = file.input.document;
  if (theirs.scope) {
    file.records = merge_documents(ours_, theirs, file.input.proven, *tools_.unknown).records;
    return true;
  }
  Document part;
  part.plan_id = theirs.plan_id;
  part.tables[at_part_] = theirs.tables[at_part_];
  auto report = merge_documents(ours_, part, file.input.proven, *tools_.unknown);
  for (auto& record : report.records) file.records.push_back(std::move(record));
  return ++at_part_ == record_type_count;
}

void MergeSession::finish(std::size_t index) {
  MergeFile& file = files_[index];
  bool const first_time = !std::exchange(file.known, true);
  if (first_time) find_sender(file);
  for (auto const& record : file.records) count_record(file, record);
  file.framed = frame_tells(file);
  file.outdated = is_outdated(file);
  if (file.framed || !file.records.empty()) file.state = MergeFileState::differs;
  else file.state = file.input.document.record_count() == 0 ? MergeFileState::empty : MergeFileState::identical;
  if (file.state == MergeFileState::differs) find_repetition(index);
  bool const news = file.state == MergeFileState::differs;
  if (first_time || !news) file.ticked = news;
  if (news && file.input.proven && twins_) {
    for (TwinPair const& pair : twins_->find(file.input.document)) all_twins_.push_back(pair);
    for (auto const& record : file.records)
      if (!record.ours && !record.outside && record.theirs->is_alive()) twins_->add(record.theirs);
  }
  ++revision_;
}

// Does a file bring what is no record of ours: records of unknown types, members of the envelope, a name for somebody who wrote here?
bool MergeSession::frame_tells(MergeFile& file) const {
  Document const& theirs = file.input.document;
  auto report = merge_documents(frame_of(ours_), frame_of(theirs), file.input.proven, *tools_.unknown);
  file.left_out = std::move(report.left_out);
  if (!file.input.proven) return false;
  auto const grown = [](bool changed, std::size_t now, std::size_t before) { return changed ? std::max<std::size_t>(now - before, 1) : 0; };
  std::size_t const news = grown(report.foreign != ours_.foreign, report.foreign->size(), ours_.foreign->size()) +
                           grown(report.extras != ours_.extras, report.extras ? report.extras->size() : 0, ours_.extras ? ours_.extras->size() : 0);
  file.changes += news, file.clean += news;
  auto const is_new = [&](auto const& label) { return ours_.replicas->count(label.first) == 0; };
  if (news > 0 || std::none_of(theirs.replicas->begin(), theirs.replicas->end(), is_new)) return news > 0;
  auto const writers = work_in(ours_);
  return std::any_of(theirs.replicas->begin(), theirs.replicas->end(), [&](auto const& label) { return is_new(label) && writers.count(label.first) > 0; });
}

// Whoever wrote most of what is new here.
void MergeSession::find_sender(MergeFile& file) const {
  Document const& theirs = file.input.document;
  std::map<ReplicaId, std::size_t> writers;
  for (auto const& record : file.records)
    for (std::uint8_t field : record.fields) {
      Dot const dot = record.theirs->causal->stamp_of(field);
      if (!record.ours || !record.ours->causal->has_seen(dot)) ++writers[dot.replica];
    }
  // One person writes under many replicas, one a day at least.
  std::map<std::pair<std::string_view, Ulid>, std::size_t> people;
  for (auto const& [replica, count] : writers)
    if (auto const known = theirs.replicas->find(replica); known != theirs.replicas->end()) people[{known->second.label, known->second.agency}] += count;
  std::size_t most = 0;
  for (auto const& [who, count] : people) {
    if (count <= most) continue;
    most = count;
    file.sender = who.first;
    file.agency = who.second;
  }
  if (theirs.scope && theirs.scope->agency) file.agency = theirs.scope->agency;
}

// Does an earlier file of the same drop that is ticked say all of it already?
void MergeSession::find_repetition(std::size_t index) {
  MergeFile& file = files_[index];
  auto const told_by = [&](MergeFile const& other) {
    if (file.framed && other.input.digest != file.input.digest) return false;
    return other.input.proven == file.input.proven && std::all_of(file.records.begin(), file.records.end(), [&](RecordMerge const& record) {
             RecordMerge const* const known = find_record(other.records, record);
             if (!known || known->outside != record.outside) return false;
             if (!file.input.proven) return same_data(*known->theirs, *record.theirs) && known->theirs->is_alive() == record.theirs->is_alive();
             return merge_nodes(known->theirs, record.theirs, *tools_.unknown) == known->theirs;
           });
  };
  for (std::size_t i = 0; i < index; ++i) {
    if (files_[i].state != MergeFileState::differs || !files_[i].ticked || !told_by(files_[i])) continue;
    file.like = i;
    file.state = files_[i].input.digest == file.input.digest ? MergeFileState::same : MergeFileState::repeated;
    return;
  }
}

ChangeSet MergeSession::clean_changes(std::size_t index) const {
  ChangeSet out;
  if (!files_[index].input.proven) return out;
  for (auto const& record : files_[index].records) {
    if (record.outside || record.merged == record.ours) continue;
    NodePtr after = record.merged;
    if (record.ours && !record.conflicts.empty()) {
      auto undecided = clone_node(*after);
      for (std::uint8_t field : record.conflicts) undecided->info().fields[field].set(undecided->data(), record.ours->get(field));
      undecided->causal = written_by(*undecided->causal, files_[index].input.proposer, record.conflicts);
      after = std::move(undecided);
    }
    out.records.push_back({record.ours, std::move(after)});
  }
  return out;
}

void MergeSession::tick(std::size_t index, bool on) {
  if (index >= files_.size() || files_[index].state != MergeFileState::differs || files_[index].ticked == on) return;
  files_[index].ticked = on;
  // Files that only repeat this one: without it they say something, with it nothing.
  for (std::size_t i = index + 1; i < files_.size(); ++i) {
    MergeFile& file = files_[i];
    bool const repeats = file.state == MergeFileState::repeated || file.state == MergeFileState::same;
    if (!on && repeats && file.like == index) file.state = MergeFileState::differs;
    if (file.state == MergeFileState::differs && !file.ticked) find_repetition(i);
  }
  if (!comparing_) rebuild();
}

}  // namespace rancang
