// The shared folder of a plan: begun when this tab may write, fed with what the folder answers, its merges applied, and what the screen says about it.
#include "app/opening.hpp"

namespace rancang {
namespace {
std::string name_setting(std::string const& plan) { return "folder." + plan; }  // the replica that names this browser's file
}  // namespace

FolderSign folder_sign(SharedFolder const& folder) {
  if (folder.state() == FolderState::waiting) return FolderSign::waiting;
  if (folder.failure()) return FolderSign::problem;
  if (folder.state() == FolderState::closed) return FolderSign::off;
  for (auto const& peer : folder.peers())
    if (peer.state == PeerState::refused) return FolderSign::problem;
  return folder.busy() ? FolderSign::working : FolderSign::current;
}

// The file keeps its name though its laptop writes under many replicas: a laptop is one file.
void App::begin_folder(OpenPlan& plan) {
  if (!platform_.folder().can_share()) return;
  auto const own = parse_replica(platform_.setting(name_setting(plan.id())));
  plan.folder = std::make_unique<SharedFolder>(platform_.folder(), plan.id(), own.value_or(plan.editor.replica()), plan.editor.revision(), [this](bool slice) { return envelope(slice ? "slice" : "plan"); });
  plan.folder->resume(false);
}

bool App::take_folder_event(PlatformEvent& event) {
  if (plan_ && plan_->folder && plan_->folder->handle(event, now())) {
    if (std::holds_alternative<FolderChanged>(event)) label_laptop();
    return true;
  }
  for (auto& plan : leaving_)
    if (plan->folder && plan->folder->handle(event, now())) return true;
  return false;
}

FolderMoment App::folder_moment(OpenPlan const& plan, bool leaving) const {
  FolderMoment at{now(), plan.editor.revision(), plan.autosave.all_stored(), leaving, {}};
  bool const writing = !leaving && text_edit_.is_editing(text_edit_.key());
  if (writing && route_.screen == Screen::conflicts) at.held = [id = plan.conflicts_view.record()](RecordType, Ulid of) { return of == id; };
  if (!writing || route_.screen != Screen::records) return at;
  // The text under the cursor was loaded before: what comes for its record waits, so that it is not overwritten by somebody who has not seen it.
  auto const* const grid = plan.opened_grid(route_);
  Ulid const selected = grid ? grid->selected_record() : Ulid{}, shown = plan.form.record;
  bool const single = record_info(route_.type).single;
  at.held = [=, type = route_.type](RecordType of, Ulid id) { return (single && of == type) || id == selected || id == shown; };
  return at;
}

void App::advance_folder(OpenPlan& plan, bool leaving) {
  if (!plan.folder) return;
  if (!plan.autosave.writes()) {
    plan.folder->stop(false);
    return plan.folder.reset();
  }
  if (plan.editor.read_only()) return;  // being handed over
  auto taken = plan.folder->tick(plan.editor.document(), folder_moment(plan, leaving));
  if (!taken) return;
  auto changes = plan.editor.absorb(taken->merge);
  plan.folder->absorbed(plan.editor.revision());
  if (!changes) return refuse(changes.error());
  plan.changed(std::move(*changes), now());
  if (taken->conflicts > 0) notice(strings_.folder_conflict(taken->from, std::to_string(taken->conflicts)), Tone::conflict);
  platform_.request_frame();
}

void App::wake_for_folder(OpenPlan const& plan, bool leaving) {
  if (!plan.folder || plan.editor.read_only()) return;
  auto const wake = plan.folder->wake_in_ms(folder_moment(plan, leaving));
  if (wake && *wake <= 0) platform_.request_frame();
  else if (wake) platform_.wake_after_ms(*wake);
}

void App::answer_folder(FolderRequest const& request) {
  if (request.wish == FolderRequest::Wish::label) {
    platform_.set_setting(label_setting, request.label);
    home_.laptop_name = request.label;
    if (plan_) plan_->editor.set_label(request.label);
  }
  if (!plan_ || !plan_->folder) return;
  std::string const setting = name_setting(plan_->id());
  switch (request.wish) {
    case FolderRequest::Wish::pick:
      if (platform_.setting(setting).empty()) platform_.set_setting(setting, plan_->folder->own_name().substr(0, replica_length));
      return plan_->folder->pick();
    case FolderRequest::Wish::allow: return plan_->folder->resume(true);
    case FolderRequest::Wish::stop: return plan_->folder->stop(true);
    case FolderRequest::Wish::label: return label_laptop();
  }
}

// What this laptop is called goes with everything that is written here from now on.
void App::label_laptop() {
  std::string const label = platform_.setting(label_setting);
  if (label.empty() || !plan_->folder || plan_->folder->state() != FolderState::open) return;
  auto replicas = *plan_->editor.document().replicas;
  for (auto const who : {std::optional(plan_->editor.replica()), parse_replica(platform_.setting(name_setting(plan_->id())))})
    if (who) replicas[*who].label = label;
  if (replicas != *plan_->editor.document().replicas) plan_->editor.set_replicas(std::move(replicas));
}

namespace {
// What is said about one file.
void tell_state(FolderRow& row, FolderPeer const& peer, Ui const& ui, std::string problem) {
  std::string const when = when_text(ui, peer.taken_unix_ms);
  switch (peer.state) {
    case PeerState::unread: row.mark = FolderMark::busy, row.state = ui.s.folder_row_unread(); break;
    case PeerState::retrying: row.mark = FolderMark::busy, row.state = ui.s.folder_row_retrying(); break;
    case PeerState::refused: row.mark = FolderMark::problem, row.state = std::move(problem); break;
    case PeerState::gone: row.mark = FolderMark::problem, row.state = ui.s.folder_row_gone(); break;
    case PeerState::taken:
      row.state = row.own ? ui.s.folder_row_written(when) : ui.s.folder_row_taken(when);
      if (!peer.problem.id.empty()) row.mark = FolderMark::problem, row.state = std::move(problem);
  }
}
}  // namespace

FolderFacts App::folder_facts(Ui const& ui) const {
  FolderFacts facts;
  facts.label = platform_.setting(label_setting);
  facts.reads_only = !plan_->folder;
  if (!plan_->folder) return facts;
  SharedFolder const& folder = *plan_->folder;
  facts.sign = folder_sign(folder);
  facts.name = folder.name();
  if (folder.failure()) facts.problem = sentence(*folder.failure());
  for (auto const& peer : folder.peers()) {
    FolderRow& row = facts.rows.emplace_back();
    row.file = peer.file.name;
    row.own = folder.is_own(peer);
    row.who = row.own && !facts.label.empty() ? facts.label : peer.label.empty() ? peer.file.name.substr(0, peer.file.name.size() - folder_file_end.size()) : peer.label;
    row.changes = peer.changes;
    tell_state(row, peer, ui, peer.problem.id.empty() ? std::string() : sentence(peer.problem));
  }
  return facts;
}

}  // namespace rancang
