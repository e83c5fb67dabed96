// What the merge board finds out between frames, once the files are compared: what they and the plan went on from, and which errors each would bring.
#include <algorithm>

#include "app/opening.hpp"

namespace rancang {
namespace {
constexpr double slice_ms = 16;
constexpr std::size_t base_budget = 1u << 20;  // bytes a step
constexpr std::uint64_t told_ms = 60'000;      // a file tells the minute in which it was saved

int number_at(std::string_view text, std::size_t at) {
  return at + 2 <= text.size() && text[at] >= '0' && text[at] <= '9' && text[at + 1] >= '0' && text[at + 1] <= '9' ? (text[at] - '0') * 10 + text[at + 1] - '0' : 0;
}
// "2022-08-30T16:20:00+07:00"; nothing for what is no time.
std::optional<std::uint64_t> unix_time(std::string_view iso) {
  auto const date = parse_iso_date(iso.substr(0, 10));
  if (!date || date->days < 1) return std::nullopt;
  std::int64_t const clock = number_at(iso, 11) * 3600 + number_at(iso, 14) * 60 + number_at(iso, 17);
  std::size_t const sign = std::min(iso.find_first_of("+-", std::min<std::size_t>(iso.size(), 19)), iso.size());  // parts of seconds may stand before it
  std::int64_t const zone = sign < iso.size() ? (number_at(iso, sign + 1) * 60 + number_at(iso, sign + 4)) * (iso[sign] == '-' ? -60 : 60) : 0;
  return static_cast<std::uint64_t>((std::int64_t{date->days} * 86'400 + clock - zone) * 1000);
}
}  // namespace

void App::advance_board() {
  if (route_.screen != Screen::merge) return;
  double const until = platform_.steady_ms() + slice_ms;
  if (std::exchange(plan_->board.seen_session, plan_->merging->revision()) != plan_->merging->revision()) choose_base();
  if (plan_->board.base_reading) read_base(until);
  else forecast_errors(until);
}

// The newest state that was kept when slices were handed out, but not after the day on which any of the files was handed out, nor after it was saved. Without one the newest of
// any other kind: it may be older than the moment at which ours and a file parted, or newer, as nobody knows when a copy of the whole plan was made. Either way the session tells
// no value of it that the stamps don't prove, so a state that fits badly says less, and nothing wrong.
void App::choose_base() {
  BoardWork& work = plan_->board;
  std::optional<std::uint64_t> saved;
  std::optional<Date> issued;
  bool any = false;
  for (MergeFile const& file : plan_->merging->files()) {
    if (!file.ticked || file.state != MergeFileState::differs) continue;
    any = true;
    if (auto const one = unix_time(file.input.saved_at); one && (!saved || *one < *saved)) saved = one;
    if (auto const one = file.is_slice() ? file.input.document.scope->issued_on : std::nullopt; one && (!issued || *one < *issued)) issued = one;
  }
  auto const fits = [&](CardPoint const& point) { return (!saved || point.unix_ms < *saved + told_ms) && (!issued || !(*issued < platform_.local_time(point.unix_ms).date)); };
  auto const is_unreadable = [&](CardPoint const& point) { return std::find(work.unreadable.begin(), work.unreadable.end(), point.generation) != work.unreadable.end(); };
  CardPoint const* best = nullptr;
  for (CardPoint const& point : plan_->points())
    if (any && fits(point) && !is_unreadable(point) && (!best || point.kind == PointKind::slices || best->kind != PointKind::slices)) best = &point;
  if (!best || best->generation == work.base.generation) return;
  work.base = *best;
  work.base_reading.emplace(plans_, plan_->id(), best->generation);
}

void App::read_base(double until) {
  BoardWork& work = plan_->board;
  PlanOpening::Step step = PlanOpening::Step::more;
  while (step == PlanOpening::Step::more && platform_.steady_ms() < until) step = work.base_reading->run(base_budget);
  if (step == PlanOpening::Step::waiting) return;
  platform_.request_frame();
  if (step == PlanOpening::Step::more) return;
  if (step == PlanOpening::Step::done) {
    plan_->merging->set_base(work.base_reading->take().document, work.base.unix_ms);
    work.seen_session = plan_->merging->revision();
  } else {
    work.unreadable.push_back(std::exchange(work.base, {}).generation);
    work.seen_session = ~0ULL;  // the next best
  }
  work.base_reading.reset();
}

void App::forecast_errors(double until) {
  BoardWork& work = plan_->board;
  MergeSession& session = *plan_->merging;
  if (work.forecast && work.forecast_revision != plan_->merging_revision) work.forecast.reset(), work.forecast_file.reset();
  if (!work.forecast_file) {
    auto const& files = session.files();
    auto const next = std::find_if(files.begin(), files.end(), [](MergeFile const& file) { return file.state == MergeFileState::differs && file.input.proven && !file.errors; });
    if (next == files.end()) return work.forecast.reset();
    work.forecast_file = static_cast<std::size_t>(next - files.begin());
    if (!work.forecast) work.forecast = std::make_unique<ErrorForecast>(session.ours());
    work.forecast_revision = plan_->merging_revision;
    work.forecast->ask(session.clean_changes(*work.forecast_file));
  }
  platform_.request_frame();
  while (work.forecast->run())
    if (platform_.steady_ms() >= until) return;
  session.set_errors(*std::exchange(work.forecast_file, std::nullopt), work.forecast->errors());
}

}  // namespace rancang
