// The merge board: which files come to it, what goes on between frames, and the one step in which everything is merged.
#include "app/opening.hpp"
#include <algorithm>
#include "persist/unknown_merge.hpp"
#include "rules/likely_duplicates.hpp"

namespace rancang {
namespace {
constexpr double slice_ms = 24;

MergeInput input_of(IncomingFile& file, ReplicaId proposer) {
  MergeInput input;
  input.name = file.shown.file;
  input.saved_at = file.plan->envelope.saved_at;
  input.document = std::move(file.plan->document);
  input.proven = file.plan->has_causality && !file.plan->edited_by_hand;
  input.digest = file.digest;
  input.proposer = proposer;
  return input;
}
MergeFile told_file(IncomingFile const& file, MergeFileState state, std::string told = {}) {
  MergeFile out;
  out.input.name = file.shown.file;
  out.input.saved_at = file.shown.saved_at;
  out.state = state;
  out.told = std::move(told);
  out.problem = file.shown.refusal;
  return out;
}
}  // namespace

bool App::take_to_board() {
  if (!plan_ || importing_.reading()) return false;
  Ulid const plan = plan_->editor.document().plan_id;
  auto const belongs = [&](IncomingFile const& file) { return file.plan && !file.asked && file.plan->document.plan_id == plan; };
  auto& files = importing_.files();
  if (std::none_of(files.begin(), files.end(), belongs)) return false;
  if (!plan_->merging) {
    plan_->merging = std::make_unique<MergeSession>(plan_->editor.document(), MergeTools{&unknown_merge(), likely_duplicates});
    plan_->merging_revision = plan_->editor.revision();
    plan_->merge_view = {};
    plan_->board = {};
  }
  for (auto& file : files) {
    if (belongs(file)) {
      file.asked = file.shown.answered = true;
      if (file.plan->read_only) plan_->merging->tell(told_file(file, MergeFileState::newer));
      else plan_->merging->add(input_of(file, new_replica()));
    } else if (file.shown.verdict == ImportVerdict::refused && !std::exchange(file.shown.answered, true)) {
      plan_->merging->tell(told_file(file, MergeFileState::refused));
    } else if (file.plan && !file.asked && !std::exchange(file.told, true)) {
      plan_->merging->tell(told_file(file, MergeFileState::foreign, file.shown.plan_name));
    }
  }
  std::erase_if(files, [](IncomingFile const& file) { return file.asked; });  // what is left is another plan's and waits in the review
  go({Screen::merge, plan, RecordType::none, {}}, false);
  return true;
}

void App::open_and_merge(Ulid plan) {
  merge_into_ = plan;
  go({Screen::merge, plan, RecordType::none, {}}, false);
  if (plan_ && plan_->editor.document().plan_id == plan) take_to_board();
}

void App::advance_merge() {
  if (merge_into_ && merge_into_ == plan_->editor.document().plan_id && plan_->lock != LockState::asking) {
    merge_into_ = {};
    take_to_board();
  }
  if (!plan_->merging) return;
  bool const writing = text_edit_.is_editing(text_edit_.key());  // comparing would take the field away under the hands
  if (route_.screen == Screen::merge && !writing && plan_->merging_revision != plan_->editor.revision()) {
    plan_->merging->rebase(plan_->editor.document());
    plan_->merging_revision = plan_->editor.revision();
  }
  if (!plan_->merging->comparing()) return advance_board();
  double const until = platform_.steady_ms() + slice_ms;
  while (plan_->merging->step() && platform_.steady_ms() < until) {
  }
  platform_.request_frame();
}

std::string arrivals_setting(std::string const& plan) { return "arrivals." + plan; }

// Which file brought whose work. Who only proposed has the file's own name and writes with its replica what is taken from it.
void App::note_arrivals(Document const& before) {
  auto known = work_in(before);
  auto const now = work_in(plan_->editor.document());
  for (auto const& file : plan_->merging->files()) {
    if (!file.ticked || file.state != MergeFileState::differs) continue;
    if (file.input.proven) plan_->arrivals.add(file.input.name, file.records, known, now);
    else if (now.count(file.input.proposer) > 0) plan_->arrivals.add(file.input.name, {{file.input.proposer, 0}});
  }
  keep_arrivals();
}

void App::keep_arrivals() { platform_.set_setting(arrivals_setting(plan_->id()), plan_->arrivals.text()); }

// What was written here is told as such also when its replica writes no more.
void App::note_own() {
  ReplicaId const self = plan_->editor.replica();
  if (plan_->arrivals.is_own(self) || !plan_->editor.has_written()) return;
  plan_->arrivals.add_own(self);
  keep_arrivals();
}

bool App::has_decisions() const {
  auto const decided = [](MergeSession const* session) {
    if (!session) return false;
    auto const& of = session->tally().decided;
    return of[static_cast<std::size_t>(MergeGroup::conflict)] + of[static_cast<std::size_t>(MergeGroup::outside)] + of[static_cast<std::size_t>(MergeGroup::proposal)] > 0;
  };
  return (plan_ && decided(plan_->merging.get())) || std::any_of(boards_.begin(), boards_.end(), [&](auto const& kept) { return decided(kept.second.get()); });
}

void App::run_merge(MergeRequest& request) {
  if (!plan_ || !plan_->merging) return;
  MergeSession& session = *plan_->merging;
  using Kind = MergeRequest::Kind;
  switch (request.kind) {
    case Kind::tick: return session.tick(request.index, request.pick == Pick::theirs);
    case Kind::decide: return session.decide(request.index, request.pick, std::move(request.value));
    case Kind::accept_group: return session.accept(static_cast<MergeGroup>(request.index));
    case Kind::twins: return session.decide_twins(request.index, request.pick);
    case Kind::confirm: return confirm_merge();
    case Kind::review: return go({Screen::import_files, {}, RecordType::none, {}}, false);
    case Kind::report:
      platform_.set_clipboard(report_of(session), {});
      return notice(std::string(strings_.merge_report_copied()), Tone::info);
    case Kind::cancel:
      plan_->merging.reset();
      plan_->board = {};
      return platform_.request_frame();
  }
}

std::string App::report_of(MergeSession const& session) {
  Ui const ui = make_ui();
  PlanView const view = plan_view();
  return merge_report_text(ui, view, session, strings_.merge_report_head(plan_name(view.document, strings_), format_date(local_.date, ui.numbers)));
}

void App::keep_point_before_merge() {
  std::string name;
  std::size_t more = 0;
  for (auto const& file : plan_->merging->files()) {
    if (!file.ticked) continue;
    if (name.empty()) name = file.input.name;
    else ++more;
  }
  if (more > 0) name += " +" + std::to_string(more);
  plan_->autosave.keep_point({0, unix_ms_, PointKind::merge, std::move(name)}, plan_->editor.document());
}

void App::confirm_merge() {
  MergeSession const& session = *plan_->merging;
  if (session.comparing() || plan_->merging_revision != plan_->editor.revision()) return;
  if (plan_->editor.read_only()) return refuse(error("edit.read_only"));
  auto command = session.changes(make_author(plan_->editor.replica()), local_.date);
  if (!command) return refuse(command.error());
  NumberStyle const numbers = number_style(strings_);
  auto const number = [&](std::size_t count) { return format_integer(static_cast<std::int64_t>(count), numbers); };
  std::size_t files = 0;
  for (auto const& file : session.files()) files += file.ticked;
  std::string const told = strings_.merge_done(number(session.tally().coming()), number(files));
  keep_point_before_merge();
  Document const before = plan_->editor.document();
  auto changes = plan_->editor.run(std::move(*command), 0, unix_ms_);
  if (!changes) return refuse(changes.error());
  finish_edit(std::move(changes));
  note_arrivals(before);
  plan_->merging.reset();
  plan_->board = {};
  notice(told, Tone::info, true);
  Ulid const plan = plan_->editor.document().plan_id;
  if (!open_conflicts(plan_->editor.document()).empty()) return go({Screen::conflicts, plan, RecordType::none, {}}, false);
  go({Screen::records, plan, record_type<ActionItem>, {}}, false);
}

}  // namespace rancang
