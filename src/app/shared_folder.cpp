#include "app/shared_folder.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "base/order.hpp"
#include "model/merge_report.hpp"
#include "model/slice.hpp"
#include "persist/unknown_merge.hpp"

namespace rancang {
namespace {
constexpr std::size_t slice_bytes = 1u << 20;  // about 10 ms in a browser
constexpr double never = 1e300;

std::string file_of(ReplicaId replica) { return replica_text(replica) + std::string(folder_file_end); }
bool ends_right(std::string_view name) { return name.size() > folder_file_end.size() && name.substr(name.size() - folder_file_end.size()) == folder_file_end; }

// Does `ours` say anything that `theirs` does not know?
bool says_more(Document const& ours, Document const& theirs) { return !merge_documents(theirs, ours, true, unknown_merge()).records.empty(); }
}  // namespace

SharedFolder::SharedFolder(FolderAccess& access, std::string plan, ReplicaId own, std::uint64_t revision, std::function<EnvelopeInfo(bool slice)> envelope)
    : access_(access), plan_(std::move(plan)), envelope_(std::move(envelope)), own_name_(file_of(own)), seen_revision_(revision) {}

void SharedFolder::stop(bool forget) {
  access_.stop(plan_, forget);
  on_changed({plan_, FolderState::closed, {}, {}});
}

FolderPeer* SharedFolder::find(std::string_view name) {
  auto const at = std::find_if(peers_.begin(), peers_.end(), [&](FolderPeer const& peer) { return peer.file.name == name; });
  return at == peers_.end() ? nullptr : &*at;
}

FolderPeer const* SharedFolder::own() const { return const_cast<SharedFolder*>(this)->find(own_name_); }

// Under our name lies what is not ours to write over: of a newer version, or changed by hand. It stays until somebody has looked at it.
bool SharedFolder::blocked() const {
  FolderPeer const* const mine = own();
  return mine && mine->state == PeerState::refused && mine->problem.id.starts_with("folder.");
}

std::size_t SharedFolder::laptops() const {
  auto const shares = [](FolderPeer const& peer) { return peer.state == PeerState::taken; };
  return static_cast<std::size_t>(std::count_if(peers_.begin(), peers_.end(), shares));
}

bool SharedFolder::busy() const {
  if (state_ != FolderState::open) return false;
  bool const unread = std::any_of(peers_.begin(), peers_.end(), [](FolderPeer const& peer) { return peer.state == PeerState::unread; });
  return !listed_ || reader_ || unread || owes();
}

// ---- what the folder answers ----

bool SharedFolder::handle(PlatformEvent& event, Moment now) {
  auto const ours = [&](auto const* answer) { return answer && answer->plan == plan_; };
  if (auto const* changed = std::get_if<FolderChanged>(&event); ours(changed)) return on_changed(*changed), true;
  if (auto const* listed = std::get_if<FolderListed>(&event); ours(listed)) return on_listed(*listed, now), true;
  if (auto* read = std::get_if<FolderRead>(&event); ours(read)) return on_read(*read, now), true;
  if (auto const* written = std::get_if<FolderWritten>(&event); ours(written)) return on_written(*written, now), true;
  return false;
}

// What was asked for before has no answer any more.
void SharedFolder::on_changed(FolderChanged const& event) {
  bool const other = event.state == FolderState::closed || event.name != name_;
  state_ = event.state;
  failure_ = event.failure;
  asked_.clear();
  reader_.reset();
  writer_.reset();
  dirty_ = dirty_ || std::exchange(writing_, false);
  write_failed_ = listed_ = false;
  not_before_ = 0;
  for (auto& peer : peers_)
    if (peer.state != PeerState::gone) peer.look_ms = 0;
  if (!other) return;
  name_ = event.name;
  peers_.clear();
  written_unix_ms_ = 0;
}

void SharedFolder::on_listed(FolderListed const& event, Moment now) {
  if (event.failure) return void(failure_ = event.failure);
  if (!write_failed_) failure_.reset();
  listed_ = true;
  for (auto const& file : event.files) {
    if (!ends_right(file.name)) continue;
    FolderPeer* peer = find(file.name);
    if (!peer) {
      peers_.push_back({file, PeerState::unread, {}, {}, {}, 0, 0, 0, 0, now.steady_ms});
      peers_.back().writer = parse_replica(file.name.substr(0, file.name.size() - folder_file_end.size())).value_or(ReplicaId{});
    } else if (!(peer->file == file) || peer->state == PeerState::gone) {
      peer->file = file;
      if (peer->state != PeerState::taken) peer->state = PeerState::unread;
      peer->tries = 0;
      peer->look_ms = now.steady_ms;
    }
  }
  sort_list_stably(peers_, [](FolderPeer const& a, FolderPeer const& b) { return a.file.name < b.file.name; });
  for (auto& peer : peers_) {
    bool const there = std::any_of(event.files.begin(), event.files.end(), [&](FolderFile const& file) { return file.name == peer.file.name; });
    if (there || peer.state == PeerState::gone) continue;
    peer.state = PeerState::gone;
    peer.look_ms = never;
    dirty_ = dirty_ || peer.taken_unix_ms != 0 || is_own(peer);  // what it said is now ours to say
  }
  if (!own() && !writing_) dirty_ = true;
}

void SharedFolder::on_read(FolderRead& event, Moment now) {
  if (asked_ != event.file.name) return;
  asked_.clear();
  FolderPeer* const peer = find(event.file.name);
  if (!peer || peer->state == PeerState::gone) return;
  if (event.failure) return fail(*peer, *event.failure, now);
  peer->file = event.file;
  std::uint64_t const hash = hash64(event.bytes);
  bool const known = peer->state == PeerState::taken && (hash == peer->hash || (is_own(*peer) && hash == written_hash_));
  if (known) return;
  reading_ = event.file.name;
  reading_hash_ = hash;
  reader_.emplace(std::move(event.bytes));
}

void SharedFolder::on_written(FolderWritten const& event, Moment now) {
  if (!std::exchange(writing_, false)) return;
  if (event.failure) {
    failure_ = event.failure;
    write_failed_ = dirty_ = true;
    not_before_ = now.steady_ms + retry_ms;
    return;
  }
  if (std::exchange(write_failed_, false)) failure_.reset();
  written_unix_ms_ = now.unix_ms;
  FolderPeer* peer = find(event.file.name);
  if (!peer) peer = &peers_.emplace_back();
  peer->file = event.file;
  peer->state = PeerState::taken;
  peer->problem = {};
  peer->hash = written_hash_;
  peer->taken_unix_ms = now.unix_ms;
  peer->look_ms = never;
  peer->writer = parse_replica(event.file.name.substr(0, event.file.name.size() - folder_file_end.size())).value_or(ReplicaId{});
  sort_list_stably(peers_, [](FolderPeer const& a, FolderPeer const& b) { return a.file.name < b.file.name; });
}

// ---- reading ----

// Half a file looks like a damaged one: it is told only when it stays so.
void SharedFolder::fail(FolderPeer& peer, Error why, Moment now) {
  if (++peer.tries >= most_tries) return refuse(peer, std::move(why));
  peer.problem = std::move(why);
  peer.state = PeerState::retrying;
  peer.look_ms = now.steady_ms + retry_ms;
}

void SharedFolder::refuse(FolderPeer& peer, Error why) {
  peer.problem = std::move(why);
  peer.state = PeerState::refused;
  peer.look_ms = never;
  dirty_ = dirty_ || is_own(peer);  // a damaged one of ours is written anew
}

void SharedFolder::ask_next(Moment now) {
  if (!asked_.empty() || reader_) return;
  for (auto& peer : peers_) {
    if (peer.look_ms > now.steady_ms) continue;
    peer.look_ms = never;
    asked_ = peer.file.name;
    return access_.read(plan_, asked_);
  }
}

std::optional<FolderTaken> SharedFolder::run_reader(Document const& document, FolderMoment const& at) {
  PlanReader::Step const step = reader_->run(slice_bytes);
  if (step == PlanReader::Step::more) return std::nullopt;
  FolderPeer* const peer = find(reading_);
  std::optional<FolderTaken> taken;
  if (peer && step == PlanReader::Step::failed) fail(*peer, reader_->error(), at.now);
  else if (peer) taken = take(*peer, document, at);
  reader_.reset();
  return taken;
}

std::optional<FolderTaken> SharedFolder::take(FolderPeer& peer, Document const& document, FolderMoment const& at) {
  ReadPlan const read = reader_->take();
  if (read.document.plan_id != document.plan_id) return refuse(peer, error("folder.other_plan")), std::nullopt;
  if (read.read_only) return refuse(peer, error("folder.newer")), std::nullopt;
  // A whole plan takes what a slice brings; a slice must stay the part that was handed out.
  if (document.scope && !(read.document.scope && read.document.scope->agency == document.scope->agency)) return refuse(peer, error("folder.other_scope")), std::nullopt;
  if (!read.has_causality || read.edited_by_hand) return refuse(peer, error("folder.unproven")), std::nullopt;
  MergeReport report = merge_documents(document, read.document, true, unknown_merge());
  std::size_t held = 0, conflicts = 0;
  for (auto& record : report.records) {
    if (record.take && at.held && at.held(record.type, record.id)) record.take = false, ++held;
    if (!record.take) continue;
    peer.changes += record.verdict != MergeVerdict::unseen;
    conflicts += !record.conflicts.empty();
  }
  if (is_own(peer) && says_more(document, read.document)) dirty_ = true;  // somebody else wrote under our name, or ours is old
  if (auto const who = read.document.replicas->find(peer.writer); who != read.document.replicas->end()) peer.label = who->second.label;
  peer.state = PeerState::taken;
  peer.problem = report.outside > 0 ? error("folder.outside", {std::to_string(report.outside)}) : Error{};
  peer.tries = 0;
  peer.taken_unix_ms = at.now.unix_ms;
  // What was held back is read again. So is everything once: where times are coarse, a second change may look like the first.
  peer.hash = held > 0 ? 0 : reading_hash_;
  peer.look_ms = at.now.steady_ms + (held > 0 ? retry_ms : second_look_ms);
  FolderTaken out{{merge_changes(report, {}), report.replicas, report.foreign, report.extras}, peer.label.empty() ? peer.file.name : peer.label, conflicts};
  bool const same_frame = report.replicas == document.replicas && report.foreign == document.foreign && report.extras == document.extras;
  if (out.merge.changes.empty() && same_frame) return std::nullopt;
  return out;
}

// ---- writing ----

// Our file of an earlier session may say more than a storage that a power cut has rolled back: it is read before it is written over.
bool SharedFolder::may_write() const {
  FolderPeer const* const mine = own();
  return listed_ && !blocked() && !writing_ && !writer_ && (!mine || (mine->state != PeerState::unread && mine->state != PeerState::retrying));
}

void SharedFolder::run_writer(Document const& document, FolderMoment const& at) {
  if (!writer_) {
    // A laptop never shows others what it could lose itself.
    if (!dirty_ || !at.stored || !may_write() || at.now.steady_ms < not_before_) return;
    writer_.emplace(document, envelope_(document.scope != nullptr));
    text_.clear();
    dirty_ = false;
    not_before_ = at.now.steady_ms + write_every_ms;
  }
  bool const more = writer_->run(slice_bytes);
  text_ += writer_->take();
  if (more) return;
  writer_.reset();
  written_hash_ = hash64(text_);
  writing_ = true;
  access_.write(plan_, own_name_, std::exchange(text_, {}));
}

// ---- time ----

std::optional<FolderTaken> SharedFolder::tick(Document const& document, FolderMoment const& at) {
  if (at.revision != seen_revision_) seen_revision_ = at.revision, dirty_ = true;
  if (state_ != FolderState::open) return std::nullopt;
  if (!at.leaving) {
    ask_next(at.now);
    if (reader_)
      if (auto taken = run_reader(document, at)) return taken;  // what is to be written is looked at with the next frame
  }
  run_writer(document, at);
  return std::nullopt;
}

std::optional<double> SharedFolder::wake_in_ms(FolderMoment const& at) const {
  if (state_ != FolderState::open) return std::nullopt;
  if (writer_ || (reader_ && !at.leaving)) return 0;
  double due = never;
  if (asked_.empty() && !at.leaving)
    for (auto const& peer : peers_) due = std::min(due, peer.look_ms);
  if (dirty_ && at.stored && may_write()) due = std::min(due, not_before_);
  if (due == never) return std::nullopt;
  return std::max(0.0, due - at.now.steady_ms);
}

}  // namespace rancang
