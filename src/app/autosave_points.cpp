// Restore points: whole states of the plan beside the plan. They are written after everything that is owed to the plan itself.
#include <algorithm>

#include "app/autosave.hpp"

namespace rancang {
namespace {
constexpr std::size_t point_slice_bytes = 1u << 20;
}  // namespace

void Autosave::keep_point(CardPoint point, Document document) {
  if (!session_) return;
  wanted_points_.push_back({std::move(point), std::move(document)});
}

void Autosave::drop_point(std::uint64_t generation) {
  if (!session_) return;
  plans_.drop_points(session_, {generation}, [](std::optional<Error> const&) {});
  card_wanted_ = true;
}

std::vector<CardPoint> const& Autosave::points() const {
  static std::vector<CardPoint> const none;
  return session_ ? session_->points : none;
}

bool Autosave::can_keep(Moment now) const {
  return session_ && !wanted_points_.empty() && !snapshot_ && !full_wanted_ && !failure_ && now.steady_ms >= point_not_before_;
}

void Autosave::run_point(Moment now) {
  if (!point_) {
    WantedPoint const& wanted = wanted_points_.front();
    point_.emplace(plans_, session_, wanted.document, source_.envelope(wanted.point.unix_ms), wanted.point);
  }
  SnapshotWriter::Step const step = point_->run(point_slice_bytes);
  if (step == SnapshotWriter::Step::more || step == SnapshotWriter::Step::waiting) return;
  if (step == SnapshotWriter::Step::failed) {
    // While the plan is being closed there is no second try: the plan itself is stored, and the person leaves.
    Error why = point_->error();
    bool const again = !mark_wanted_ && !marked_ && point_not_before_ == 0;
    point_.reset();
    if (why.id == "store.fenced" || why.id == "store.lost") return failed(std::move(why), now);
    point_not_before_ = again ? now.steady_ms + last_retry_ms : 0;
    if (again) return;
    point_failure_ = std::move(why);
  } else {
    point_.reset();
    point_not_before_ = 0;
    card_wanted_ = true;
    thin_points();
  }
  wanted_points_.erase(wanted_points_.begin());
}

void Autosave::thin_points() {
  std::size_t automatic = 0, others = 0;
  std::vector<std::uint64_t> old;
  auto const& points = session_->points;
  for (std::size_t i = points.size(); i-- > 0;) {
    CardPoint const& point = points[i];
    bool const kept = point.kind == PointKind::named || point.kind == PointKind::signing;
    if (point.kind == PointKind::automatic ? ++automatic > automatic_points : !kept && ++others > other_points) old.push_back(point.generation);
  }
  if (!old.empty()) plans_.drop_points(session_, old, [](std::optional<Error> const&) {});
}

}  // namespace rancang
