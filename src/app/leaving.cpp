// Plans that were closed and are not stored yet; handing the open plan to another tab; short work under a plan's lock.
#include <algorithm>

#include "app/opening.hpp"

namespace rancang {
namespace {
constexpr double folder_wait_ms = 5000;
}

void App::advance_leaving() {
  std::vector<std::unique_ptr<OpenPlan>> overtaken;
  for (auto& plan : leaving_) {
    std::uint64_t const before = plan->autosave.saved_revision();
    plan->autosave.tick(now());
    std::string const id = plan->id();
    if (plan->autosave.saved_revision() != before) platform_.announce_stored(id);
    SaveState const state = plan->autosave.state(now());
    if (state.kind == SaveKind::failed && !std::exchange(plan->failure_told, true))
      notice(strings_.notice_closed_unsaved(plan_name(plan->editor.document(), strings_), sentence(state.failure)), Tone::error);
    advance_folder(*plan, true);
    // What is owed to the shared folder gets a moment; at the next opening it is written anyway.
    if (plan->folder && plan->folder->owes() && steady_ms_ < plan->left_ms + folder_wait_ms) {
      platform_.wake_after_ms(plan->left_ms + folder_wait_ms - steady_ms_);  // it may never answer
      continue;
    }
    // Its lock is still being asked for: nothing could be stored yet.
    if (plan->lock == LockState::asking || !plan->autosave.left()) continue;
    if (plan->folder) plan->folder->stop(false);
    platform_.release_lock(id);
    if (!plan->autosave.unsaved().empty()) overtaken.push_back(std::move(plan));
    plan.reset();
  }
  auto const gone = std::remove(leaving_.begin(), leaving_.end(), nullptr);
  if (gone == leaving_.end()) return;
  leaving_.erase(gone, leaving_.end());
  for (auto& plan : overtaken) keep_as_copy(std::move(plan));
  refresh_home();
}

// Another tab writes this plan now, and what was not stored here must not be lost: it becomes a plan of its own, beside the other one.
void App::keep_as_copy(std::unique_ptr<OpenPlan> plan) {
  notice(strings_.notice_kept_as_copy(plan_name(plan->editor.document(), strings_)), Tone::warning);
  Document document = plan->editor.document();
  document.plan_id = new_id();
  std::string const id = ulid_text(document.plan_id);
  copy_arrivals(plan->id(), id);
  plan->autosave.end();
  if (plan->folder) plan->folder->stop(false);
  plan->folder.reset();
  plan->editor.replace(std::move(document));
  plan->session = PlanStore::new_session(id);
  plan->lock = LockState::asking;
  leaving_.push_back(std::move(plan));
  platform_.ask_lock(id);
}

// A plan that is opened again before it was stored goes on where it was.
bool App::take_back(std::string const& plan) {
  auto const found = std::find_if(leaving_.begin(), leaving_.end(), [&](auto const& left) { return left->id() == plan; });
  if (found == leaving_.end()) return false;
  plan_ = std::move(*found);
  plan_->failure_told = false;
  plan_->left_ms = 0;
  leaving_.erase(found);
  take_up_board();
  return true;
}

// Another tab wants to write: first everything is stored, then the lock goes and this tab reads. If storing doesn't work the other tab takes the lock after
// two seconds, and what is not stored stays here.
void App::hand_over(std::string const& plan) {
  if (!plan_ || plan_->id() != plan || !plan_->autosave.writes()) return void(handing_over_ = false);
  if (!std::exchange(handing_over_, true)) {
    text_edit_.end();
    plan_->editor.set_read_only(true);
    plan_->autosave.leave(now());
  }
  if (!plan_->autosave.left()) return;
  handing_over_ = false;
  plan_->autosave.end();
  plan_->lock = LockState::elsewhere;
  platform_.release_lock(plan);
  platform_.request_frame();
}

// Asks for the lock, works, lets it go. Refused while another tab has the plan open.
void App::with_lock(std::string const& plan, LockedWork work, std::function<void()> then) {
  locked_jobs_[plan] = {std::move(work), std::move(then)};
  platform_.ask_lock(plan);
}

bool App::on_other_lock(LockChanged const& event) {
  for (auto& plan : leaving_) {
    if (plan->id() != event.plan || plan->lock != LockState::asking || event.state != LockState::held) continue;
    plan->lock = LockState::held;
    plan->autosave.begin_new(plan->session, plan->editor.replica(), plan->editor.revision(), now());
    plan->autosave.leave(now());
    return true;
  }
  auto const found = locked_jobs_.find(event.plan);
  if (found == locked_jobs_.end()) return false;
  LockedJob const job = std::move(found->second);
  locked_jobs_.erase(found);
  if (event.state != LockState::held) {
    refuse(error("plan.open_elsewhere"));
    return true;
  }
  std::string const id = event.plan;
  job.work([this, id, then = job.then](std::optional<Error> const& failure) {
    bool const in_use = std::any_of(leaving_.begin(), leaving_.end(), [&](auto const& plan) { return plan->id() == id; });
    if (!in_use && !(plan_ && plan_->id() == id)) platform_.release_lock(id);
    if (failure) refuse(*failure);
    else then();
    platform_.request_frame();
  });
  return true;
}

}  // namespace rancang
