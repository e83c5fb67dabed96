#include "app/opening.hpp"

namespace rancang {

void App::take_events() {
  for (auto& event : platform_.take_events()) {
    if (plans_.handle(event) || take_folder_event(event)) continue;
    if (auto* files = std::get_if<FilesOpened>(&event)) on_files(*files);
    else if (auto const* lock = std::get_if<LockChanged>(&event)) on_lock(*lock);
    else if (auto* asset = std::get_if<AssetLoaded>(&event)) on_asset(*asset);
    else if (auto const* changed = std::get_if<TextChanged>(&event)) text_edit_.on_changed(*changed);
    else if (auto const* exited = std::get_if<TextExited>(&event)) text_edit_.on_exited(*exited);
    else if (auto const* hover = std::get_if<DropHover>(&event)) home_state_.drop_hover = hover->over;
    else if (auto const* route = std::get_if<RouteChanged>(&event)) {
      route_ = parse_route(route->route);
      text_edit_.end();
      open_route();
    } else if (auto const* visibility = std::get_if<VisibilityChanged>(&event)) {
      hidden_ = visibility->hidden;
      if (hidden_ && plan_) plan_->autosave.leave(now());
      if (!hidden_ && !plan_ && store_ready_) plans_.refresh_cards([this](std::optional<Error> const&) { refresh_home(); });
    } else if (auto* pasted = std::get_if<Pasted>(&event)) {
      if (plan_ && route_.screen == Screen::records && !record_info(route_.type).single) plan_->grid(route_, platform_).on_paste(std::move(pasted->text));
    } else if (auto const* copy = std::get_if<CopyWanted>(&event)) {
      copy_now(copy->cut);
    } else if (auto const* saved = std::get_if<FileSaved>(&event)) {
      take_saved_file(*saved);
    } else if (auto const* wish = std::get_if<HandOverAsked>(&event)) {
      hand_over(wish->plan);
    } else if (auto const* peer = std::get_if<PeerStored>(&event)) {
      // What was not stored before another tab took over lives only here: it is not overwritten.
      if (plan_ && plan_->id() == peer->plan && !plan_->autosave.writes() && plan_->autosave.unsaved().empty()) plan_->following = true;
      home_state_.menu_of = {};
    }
  }
}

void App::take_saved_file(FileSaved const& saved) {
  bool const cancelled = saved.failure && saved.failure->id == "file.cancelled";
  if (cancelled) return;
  if (saved.failure) return refuse(*saved.failure);
  if (!saved.in_place) return keep_witness();
  if (OpenPlan* const plan = in_memory(saved.key)) plan->in_place = true, file_written(*plan, strings_.notice_file_written(saved.name));
}

void App::copy_now(bool cut) {
  if (plan_ && route_.screen == Screen::records && !record_info(route_.type).single) plan_->grid(route_, platform_).on_copy(cut);
}

void App::on_files(FilesOpened& event) {
  home_state_.drop_hover = false;
  if (event.files.empty() || take_compared_file(event)) return;
  if (!importing_.reading() && !importing_.waiting()) importing_.clear();  // those that have their answers
  importing_.add(std::move(event.files), new_replica());
}

void App::on_lock(LockChanged const& event) {
  if (event.state == LockState::outgrown) {
    bool const unsaved = plan_ && plan_->id() == event.plan && !plan_->autosave.unsaved().empty();
    if (!unsaved) refuse(error("store.outdated"));  // else that it must be saved as a file has been said, and loading anew would lose it
    return;
  }
  if (on_other_lock(event)) return;
  if (opening_ && opening_->plan == event.plan) {
    if (event.state == LockState::none) return;  // of an earlier visit
    opening_->lock = event.state;
    return;
  }
  if (!plan_ || plan_->id() != event.plan) {
    bool const leaving = std::any_of(leaving_.begin(), leaving_.end(), [&](auto const& plan) { return plan->id() == event.plan; });
    if (event.state == LockState::held && !leaving) platform_.release_lock(event.plan);  // of an opening that was given up
    return;
  }
  if (event.state == LockState::lost) {
    // The other tab writes from now on. What this tab has not stored stays in memory and is offered as a file.
    ChangeSet const unsaved = plan_->autosave.unsaved();
    plan_->autosave.lose(error("store.taken_over"));
    plan_->editor.set_read_only(true);
    plan_->lock = LockState::lost;
    text_edit_.end();
    if (!unsaved.empty()) notice(strings_.notice_unsaved_taken_over(std::to_string(unsaved.records.size())), Tone::error);
  } else if (event.state == LockState::held && plan_->lock == LockState::asking) {
    plan_->lock = LockState::held;
    plan_->autosave.begin_new(plan_->session, plan_->editor.replica(), plan_->editor.revision(), now());
    begin_folder(*plan_);
  } else if (event.state == LockState::held && plan_->lock != LockState::held) {
    std::string const plan = plan_->id();
    close_plan(Lock::keep);
    start_opening(plan, true);
  }
}

namespace {
constexpr char const* help_files[] = {"help/id.txt", "help/en.txt"};  // by language
constexpr char const* template_file = "templates/new-plan.rancang.json";
}

void App::fetch_help() {
  // Both at once: the language may be changed when there is no network.
  for (int i = 0; i < 2; ++i)
    if (help_texts_[i].empty()) platform_.fetch_asset(help_files[i]);
}

void App::fetch_template() { platform_.fetch_asset(template_file); }

void App::on_template(AssetLoaded& event) {
  auto const wanted = std::exchange(plan_wanted_, std::nullopt);
  if (event.failure) {
    if (wanted) refuse(*event.failure);
    return;
  }
  template_ = std::move(event.bytes);
  if (wanted) create_plan(*wanted);
}

void App::on_asset(AssetLoaded& event) {
  if (event.name == template_file) return on_template(event);
  for (int i = 0; i < 2; ++i) {
    if (event.name != help_files[i]) continue;
    // Until it comes, fields have no help and findings only their verb; that is no reason to interrupt anybody.
    if (event.failure) help_failed_ = true;
    else if (help_texts_[i].empty()) help_texts_[i].set(std::move(event.bytes)), strings_.help[i] = &help_texts_[i];  // once: caches point into them
    if (strings_.language != Language::id) set_language(strings_.language);  // what was put into words before is said again
    return platform_.request_frame();
  }
  if (event.name != wanted_asset_) return;
  wanted_asset_.clear();
  if (event.failure) return refuse(*event.failure);
  ReadLimits limits;
  limits.reader = new_replica();
  auto read = read_plan(event.bytes, limits);
  if (!read) return refuse(read.error());
  read->document.plan_id = new_id();  // the sample never shares a key with another plan
  adopt_new(std::move(read->document), true);
}

}  // namespace rancang
