#include <algorithm>

#include "app/opening.hpp"

namespace rancang {
namespace {
constexpr std::size_t read_budget = 1u << 20;  // bytes a slice: about 10 ms on a slow laptop
constexpr double slice_ms = 24;                // work between two frames while something is being read
constexpr double check_ms = 8;                 // … and while the plan can be used already
}  // namespace

void App::advance_work() {
  if (!store_ready_ && plans_.state() == StoreState::ready) {  // opened later than at the start, by a save
    store_ready_ = true;
    home_.load_failure = {};
    refresh_home();
  }
  advance_leaving();
  if (plan_ && plan_->autosave.writes() && plan_->editor.day() != local_.date) write_anew();
  if (opening_) advance_opening();
  if (importing_.reading()) advance_import();
  if (plan_) {
    if (plan_->findings.is_checking()) {
      plan_->check_for(check_ms, platform_);
      platform_.request_frame();
    }
    std::uint64_t const before = plan_->autosave.saved_revision();
    plan_->autosave.tick(now());
    if (plan_->autosave.saved_revision() != before) {
      platform_.announce_stored(plan_->id());
      keep_witness();
    }
    advance_folder(*plan_, false);
    if (handing_over_) hand_over(plan_->id());
    if (plan_->following) follow_writer();
    advance_merge();
  }
  advance_point();
  advance_comparing();
  if (plan_ && route_.screen == Screen::task && !plan_->editor.document().scope) go(first_screen(plan_->editor.document()), true);
  if (plan_) advance_slices();
  if (!save_wanted_.empty()) save_when_stored();
}

// Of another plan than this one: what is read is forgotten, the lock goes. A copy that is being made for the home screen goes on.
void App::drop_opening(std::string const& but) {
  if (!opening_ || opening_->copy || opening_->plan == but) return;
  platform_.release_lock(opening_->plan);
  opening_.reset();
}

void App::start_opening(std::string const& plan, bool taken_over) {
  drop_opening(plan);
  if (!taken_over && take_back(plan)) return;
  opening_ = std::make_unique<Opening>();
  opening_->plan = plan;
  opening_->took_over = taken_over;
  opening_->lock = taken_over ? LockState::held : LockState::asking;
  if (!taken_over) platform_.ask_lock(plan);
  opening_->reading.emplace(plans_, plan);
}

void App::advance_opening() {
  Opening& opening = *opening_;
  // What is read before the lock is known could be older than the last save of the tab that let it go.
  if (opening.lock == LockState::asking) return;
  double const until = platform_.steady_ms() + slice_ms;
  while (opening.reading && platform_.steady_ms() < until) {
    PlanOpening::Step const step = opening.reading->run(read_budget);
    if (step == PlanOpening::Step::waiting) break;
    if (step == PlanOpening::Step::more) continue;
    if (step == PlanOpening::Step::done) opening.opened = opening.reading->take();
    else opening.failure = opening.reading->error();
    opening.reading.reset();
  }
  if (opening.failure) {
    Error const why = *opening.failure;
    platform_.release_lock(opening.plan);
    opening_.reset();
    refuse(why);
    return go({}, true);
  }
  if (opening.opened && opening.copy) {
    Document document = std::move(opening.opened->document);
    bool const sample = platform_.setting("sample." + opening.plan) == "1";
    document.plan_id = new_id();
    copy_arrivals(opening.plan, ulid_text(document.plan_id));
    return adopt_new(std::move(document), sample);
  }
  if (opening.opened && opening.lock != LockState::asking) finish_opening();
}

void App::finish_opening() {
  std::unique_ptr<Opening> const opening = std::move(opening_);
  OpenedPlan& opened = *opening->opened;
  bool const writes = opening->lock == LockState::held && !opened.read_only;
  auto const before = opened.clean_replica ? opened.document.replicas->find(*opened.clean_replica) : opened.document.replicas->end();
  bool const today = before != opened.document.replicas->end() && before->second.day == local_.date;
  bool const same_replica = writes && today && !opening->took_over;
  if (plan_) close_plan(Lock::keep);  // this tab has read it until now
  plan_ = std::make_unique<OpenPlan>(plans_, std::move(opened.document), make_author(same_replica ? *opened.clean_replica : new_replica()));
  plan_->lock = opening->lock;
  plan_->newer_version = opened.read_only;
  plan_->session = opened.session;
  plan_->editor.set_read_only(!writes);
  plan_->arrivals = Arrivals(platform_.setting(arrivals_setting(plan_->id())));
  if (writes) {
    plan_->autosave.begin(opened.session, plan_->editor.replica(), plan_->editor.revision());
    begin_folder(*plan_);
    keep_stage_point();
  }
  if (opened.older || !opened.broken.empty()) notice(strings_.notice_older_state(std::to_string(opened.broken.size())), Tone::warning);
  take_up_board();
  platform_.ask_persistence();
}

// The files that waited on its merge board; they are compared again with the plan as it is now.
void App::take_up_board() {
  auto const kept = boards_.find(plan_->id());
  if (kept == boards_.end()) return;
  plan_->merging = std::move(kept->second);
  plan_->merging_revision = plan_->editor.revision() + 1;
  boards_.erase(kept);
}

void App::follow_writer() {
  plan_->following = false;
  if (!plan_->session) return;
  std::string const id = plan_->id();
  follow_plan(plans_, plan_->session, plan_->editor.document(), [this, id](Result<Document> result) {
    if (!plan_ || plan_->id() != id || plan_->autosave.writes()) return;
    if (!result) return start_opening(id, false);
    plan_->editor.replace(std::move(*result));
    plan_->arrivals = Arrivals(platform_.setting(arrivals_setting(id)));
    plan_->reloaded();
    platform_.request_frame();
  });
}

// What is not stored yet stays in memory, with its lock, until it is (leaving.cpp).
void App::close_plan(Lock lock) {
  if (!plan_) return;
  text_edit_.end();
  give_up_slices();
  point_reading_.reset();
  drop_compared_file();
  plan_->board = {};
  handing_over_ = false;
  bool const writes = plan_->autosave.writes() || plan_->lock == LockState::asking;
  if (plan_->merging) boards_[plan_->id()] = std::move(plan_->merging);
  plan_->autosave.leave(now());
  plan_->left_ms = steady_ms_;
  if (writes && lock == Lock::release) leaving_.push_back(std::move(plan_));
  else if (!plan_->autosave.unsaved().empty()) keep_as_copy(std::move(plan_));
  plan_.reset();
  advance_leaving();
  refresh_home();
}

void App::open_route() {
  if (std::exchange(help_failed_, false)) fetch_help();
  if (!store_ready_) return;
  bool const wants_plan = static_cast<bool>(route_.plan);
  std::string const id = ulid_text(route_.plan);
  // A review of opened files may end in the open plan, so it stays open behind it.
  bool const kept = route_.screen == Screen::import_files;
  if (plan_ && !kept && (!wants_plan || plan_->id() != id)) close_plan();
  if (!kept) drop_opening(id);
  if (!wants_plan) return refresh_home();
  if (plan_ || (opening_ && opening_->plan == id)) return;
  start_opening(id, false);
}

void App::advance_import() {
  double const until = platform_.steady_ms() + slice_ms;
  while (importing_.run(read_budget) && platform_.steady_ms() < until) {
  }
  if (importing_.reading()) return;
  auto& files = importing_.files();
  for (auto& file : files) {
    if (!file.plan || file.shown.verdict != ImportVerdict::reading) continue;
    Document const& incoming = file.plan->document;
    file.shown.plan_name = plan_name(incoming, strings_) + " " + plan_years_text(incoming);
    file.shown.saved_at = file.plan->envelope.saved_at.substr(0, 16);
    file.shown.records = incoming.record_count();
    file.shown.newer = file.plan->read_only;
    file.shown.remarks = file.plan->remarks;
    file.shown.verdict = has_plan(incoming.plan_id) ? ImportVerdict::known : ImportVerdict::fresh;
  }
  if (take_to_board()) return;
  // One whole plan that this browser doesn't know: opening it was the wish, nothing else is touched.
  if (files.size() == 1 && files[0].shown.verdict == ImportVerdict::fresh && files[0].shown.remarks.empty()) return answer_import(0, ImportChoice::add_as_new);
  go({Screen::import_files, {}, RecordType::none, {}}, false);
}

void App::keep_witness() {
  if (!plan_) return;
  Witness witness = read_witness(platform_.setting("witness"));
  WitnessEntry entry{plan_->id(), plan_name(plan_->editor.document(), strings_), plan_->autosave.generation(), 0};
  remember(witness, entry);
  platform_.set_setting("witness", write_witness(witness));
}

void App::save_when_stored() {
  if (opening_ && opening_->plan == save_wanted_) return;
  if (!plan_ || plan_->id() != save_wanted_) return save_wanted_.clear();
  if (!may_hand_out()) return;
  save_wanted_.clear();
  std::string const name = file_name();
  std::string const text = export_text();
  end_replica();
  if (save_in_place_) return platform_.save_in_place(0, plan_->id(), name, text);  // file_written() when the answer is there
  platform_.download(name, "application/json", text);
  file_written(*plan_, saved_sentence(name));
}

void App::file_written(OpenPlan const& plan, std::string const& sentence) {
  Witness witness = read_witness(platform_.setting("witness"));
  remember(witness, {plan.id(), plan_name(plan.editor.document(), strings_), plan.autosave.generation(), unix_ms_});
  platform_.set_setting("witness", write_witness(witness));
  refresh_home();
  notice(sentence, Tone::info);
}

}  // namespace rancang
