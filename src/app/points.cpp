// Restore points as the person sees them: kept by name, shown, compared with, returned to.
#include <algorithm>

#include "app/opening.hpp"
#include "ui/icons_generated.hpp"

namespace rancang {
namespace {
constexpr std::size_t point_budget = 1u << 20;  // bytes a slice
constexpr double point_slice_ms = 24;
constexpr std::int32_t stage_days = 45;         // so long after a workshop its end is still worth keeping

std::string point_name(CardPoint const& point, Strings const& s) {
  switch (point.kind) {
    case PointKind::automatic: return std::string(s.point_automatic());
    case PointKind::merge: return s.point_merge(point.name);
    case PointKind::restore: return s.point_restore(point.name);
    case PointKind::signing: return s.point_signing(point.name);
    case PointKind::slices: return s.point_slices(point.name);
    case PointKind::named:
    case PointKind::stage: break;
  }
  return point.name.empty() ? std::string(s.point_automatic()) : point.name;
}

char const* point_icon(PointKind kind) {
  switch (kind) {
    case PointKind::named: return icon::flag;
    case PointKind::stage: return icon::calendar_days;
    case PointKind::merge: return icon::git_merge;
    case PointKind::restore: return icon::rotate_ccw;
    case PointKind::signing: return icon::signature;
    case PointKind::slices: return icon::share_2;
    case PointKind::automatic: break;
  }
  return icon::history;
}
}  // namespace

std::vector<ShownPoint> App::shown_points(Ui const& ui) const {
  std::vector<ShownPoint> out;
  if (plan_->changes_view.file) out.push_back(shown_file(ui));
  out.push_back({0, std::string(strings_.changes_session_start()), {}, icon::play, false});
  auto const& points = plan_->points();
  for (std::size_t i = points.size(); i-- > 0;)
    out.push_back({points[i].generation, point_name(points[i], strings_), when_text(ui, points[i].unix_ms), point_icon(points[i].kind), true});
  return out;
}

void App::answer_point(PointRequest const& request) {
  if (!plan_) return;
  ChangesState& state = plan_->changes_view;
  switch (request.wish) {
    case PointRequest::Wish::keep:
      plan_->autosave.keep_point({0, unix_ms_, PointKind::named, request.name}, plan_->editor.document());
      return notice(strings_.changes_kept(request.name), Tone::info);
    case PointRequest::Wish::show: return show_point(request.point);
    case PointRequest::Wish::compare: return choose_compared_file();
    case PointRequest::Wish::drop:
      if (request.point == file_point) return drop_compared_file(), platform_.request_frame();
      plan_->autosave.drop_point(request.point);
      return show_point(0);
    case PointRequest::Wish::history:
      state.filter = request.name;
      state.seen_revision = ~0ULL;
      return go({Screen::changes, plan_->editor.document().plan_id, RecordType::none, {}}, false);
    case PointRequest::Wish::restore: return restore_point(request.name);
    case PointRequest::Wish::copy: break;
  }
  if (!state.is_read()) return;
  PlanView const view = plan_view();
  std::string const count = format_integer(static_cast<std::int64_t>(state.report.changes.size()), view.style.numbers);
  std::string const name = plan_name(view.document, strings_), told = strings_.changes_count(count);
  std::string const head = state.up_to_now() ? strings_.changes_report_head(name, request.name, told) : strings_.changes_report_span(name, request.name, request.until, told);
  platform_.set_clipboard(report_text({*state.base, state.up_to_now() ? view.document : *state.end, strings_, view.style, view.arrivals}, state.report, head), {});
  notice(strings_.changes_copied(count), Tone::info);
}

void App::show_point(std::uint64_t point) {
  ChangesState& state = plan_->changes_view;
  state.forget();
  state.since = point;
  point_reading_.reset();
  read_point(point, state.base);
}

void App::read_point(std::uint64_t point, std::optional<Document>& into) {
  if (point == 0) into = plan_->opened;
  else if (point == file_point) into = plan_->changes_view.file->document;
  else point_reading_.emplace(plans_, plan_->id(), point), point_read_ = point;
  platform_.request_frame();
}

void App::advance_point() {
  ChangesState const* const wanted = plan_ && point_reading_ ? &plan_->changes_view : nullptr;
  // Another one was chosen while the last one was being read, or none.
  if (wanted && (wanted->is_read() || point_read_ != (wanted->base ? wanted->until : wanted->since))) point_reading_.reset();
  if (plan_ && !point_reading_ && route_.screen == Screen::changes) {
    ChangesState& state = plan_->changes_view;
    if (!state.base) show_point(state.since);
    else if (!state.is_read()) read_point(state.until, state.end);
  }
  if (auto const failed = plan_ ? plan_->autosave.take_point_failure() : std::nullopt) notice(strings_.changes_keep_failed(sentence(*failed)), Tone::error);
  if (!point_reading_) return;
  if (!plan_) return point_reading_.reset();
  double const until = platform_.steady_ms() + point_slice_ms;
  PlanOpening::Step step = PlanOpening::Step::more;
  while (step == PlanOpening::Step::more && platform_.steady_ms() < until) step = point_reading_->run(point_budget);
  if (step == PlanOpening::Step::waiting) return;
  platform_.request_frame();
  if (step == PlanOpening::Step::more) return;
  if (step == PlanOpening::Step::done) {
    ChangesState& state = plan_->changes_view;
    (state.base ? state.end : state.base) = point_reading_->take().document;
    return point_reading_.reset();
  }
  Error const why = point_reading_->error();
  refuse(why);
  plan_->changes_view.until = now_point;
  show_point(0);
}

void App::restore_point(std::string const& name) {
  if (!plan_->changes_view.base) return;
  plan_->autosave.keep_point({0, unix_ms_, PointKind::restore, name}, plan_->editor.document());
  auto changes = plan_->editor.run(AdoptDocument{*plan_->changes_view.base, true}, 0, unix_ms_);
  bool const done = static_cast<bool>(changes);
  finish_edit(std::move(changes));
  if (done) notice(strings_.changes_returned(name), Tone::info, true);
}

// The first time that a plan is opened after a workshop has ended, its state then is kept under the workshop's name.
void App::keep_stage_point() {
  Document const& document = plan_->editor.document();
  Node const* newest = nullptr;
  document.table_of<Workshop>().for_each([&](NodePtr const& node) {
    auto const& end = node->as<Workshop>().end_date;
    if (!end || end->days >= local_.date.days || end->days + stage_days < local_.date.days) return;
    if (!newest || newest->as<Workshop>().end_date->days < end->days) newest = node.get();
  });
  if (!newest) return;
  std::string const name(newest->title());
  auto const& points = plan_->points();
  bool const kept = std::any_of(points.begin(), points.end(), [&](CardPoint const& point) { return point.kind == PointKind::stage && point.name == name; });
  if (!kept) plan_->autosave.keep_point({0, unix_ms_, PointKind::stage, name}, document);
}

}  // namespace rancang
