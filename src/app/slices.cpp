// "Bagikan ke OPD": when the files for agencies are made and where they go; what an agency's own file is called and to whom it returns.
#include "app/opening.hpp"

namespace rancang {
namespace {
constexpr std::size_t issue_budget = 1u << 18;  // bytes a step
constexpr double issue_ms = 20;                 // work between two frames
}  // namespace

void App::ask_for_slices(SlicesRequest request) {
  if (!plan_) return;
  if (request.agencies.empty()) {
    give_up_slices();
    return notice(std::string(strings_.slices_cancelled()), Tone::info);
  }
  plan_->autosave.flush(now());
  plan_->slices_wanted = std::move(request);
  plan_->slices_view.total = plan_->slices_wanted->agencies.size();
  plan_->slices_view.made = 0;
}

void App::give_up_slices() {
  if (plan_->slices_view.total == 0) return;
  plan_->slices_wanted.reset();
  plan_->issuing.reset();
  plan_->slices_view.total = plan_->slices_view.made = 0;
  platform_.zip_finish({});
}

void App::advance_slices() {
  SlicesState& state = plan_->slices_view;
  if (plan_->slices_wanted && may_hand_out()) {
    SlicesRequest request = *std::exchange(plan_->slices_wanted, std::nullopt);
    SliceScope scope;
    if (plan_->autosave.writes()) plan_->editor.introduce();  // the files say by whom they were handed out
    scope.issued_by = plan_->editor.replica();
    scope.issued_on = local_.date;
    scope.due = request.due;
    scope.message = std::move(request.message);
    plan_->issuing.emplace(plan_->editor.document(), std::move(request.agencies), std::move(scope), envelope("slice"));
    end_replica();
  }
  if (plan_->issuing) return make_slices();
  // What each slice would hold, a few at a time while somebody looks.
  if (route_.screen != Screen::slices) return;
  if (state.seen_revision != plan_->editor.revision()) platform_.request_frame();  // the rows come with the next picture
  double const until = platform_.steady_ms() + issue_ms;
  for (auto& row : state.rows) {
    if (row.content) continue;
    if (platform_.steady_ms() >= until) return platform_.request_frame();
    SliceScope scope;
    scope.agency = row.agency;
    row.content = slice_content(make_slice(plan_->editor.document(), std::move(scope)));
    platform_.request_frame();
  }
}

void App::make_slices() {
  Issuing& issuing = *plan_->issuing;
  double const until = platform_.steady_ms() + issue_ms;
  bool const alone = issuing.total() == 1;
  platform_.request_frame();
  while (!issuing.done() && !platform_.zip_busy() && platform_.steady_ms() < until) {
    auto const file = issuing.run(issue_budget);
    plan_->slices_view.made = issuing.made();
    if (!file) continue;
    if (!alone) platform_.zip_add(file->name, file->text);
    else if (note_slices(issuing, file->name)) platform_.download(file->name, "application/json", file->text);
  }
  if (!issuing.done() || platform_.zip_busy()) return;
  std::string const zip = issuing.zip_name();
  if (!alone) platform_.zip_finish(note_slices(issuing, zip) ? zip : std::string());
  plan_->issuing.reset();
  plan_->slices_view.total = plan_->slices_view.made = 0;
}

// The plan remembers to whom it handed what; where it can't, nothing is handed out. What was handed out is kept, so that the merge board can say what the files went on from.
bool App::note_slices(Issuing const& issuing, std::string const& file) {
  auto changes = plan_->editor.run(issuing.notes(), 0, unix_ms_);
  bool const done = static_cast<bool>(changes);
  finish_edit(std::move(changes));
  if (done) plan_->autosave.keep_point({0, unix_ms_, PointKind::slices, std::to_string(issuing.total())}, issuing.plan());
  NumberStyle const numbers = number_style(strings_);
  if (done) notice(strings_.slices_made(format_integer(static_cast<std::int64_t>(issuing.total()), numbers), file), Tone::info);
  return done;
}

// Nothing leaves before it is stored; but where storing fails the file is the rescue, so it doesn't wait for what can't come.
bool App::may_hand_out() const {
  SaveKind const kind = plan_->autosave.state(now()).kind;
  return plan_->autosave.all_stored() || kind == SaveKind::failed || kind == SaveKind::read_only || !plan_->autosave.writes();
}

std::string App::file_name() const {
  Document const& document = plan_->editor.document();
  return document.scope ? slice_file_name(document, document.scope->agency, local_.date) : file_name_of(document, local_.date);
}

std::string App::saved_sentence(std::string const& name) const {
  Document const& document = plan_->editor.document();
  return document.scope ? strings_.task_saved(name, issuer_text(document, strings_)) : strings_.notice_file_saved(name);
}

}  // namespace rancang
