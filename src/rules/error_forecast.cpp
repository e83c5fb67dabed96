#include "rules/error_forecast.hpp"

#include <algorithm>

#include "base/order.hpp"

namespace rancang {
namespace {
constexpr std::size_t check_at_once = 200, changes_at_once = 100;

// The same thing wrong, whatever stands on the other side.
bool is_same_error(Finding const& a, Finding const& b) { return a.rule == b.rule && a.type == b.type && a.field == b.field && a.inner == b.inner && a.year == b.year; }
}  // namespace

ErrorForecast::ErrorForecast(Document plan) : plan_(std::move(plan)) { findings_.begin(plan_); }

void ErrorForecast::ask(ChangeSet changes) {
  asked_ = std::move(changes);
  at_ = errors_ = 0;
  back_ = false;
  touched_.assign(1, Ulid{});  // records that are missing
  noted_.clear();
}

bool ErrorForecast::run() {
  if (findings_.run(check_at_once)) return true;
  if (asked_.empty()) return false;
  ChangeSet part;
  for (; at_ < asked_.records.size() && part.records.size() < changes_at_once; ++at_) {
    RecordChange const& change = asked_.records[at_];
    part.records.push_back(back_ ? RecordChange{change.after, change.before} : change);
  }
  apply(plan_, part);
  findings_.update(plan_, part);
  if (!back_)
    for (auto const& [type, id] : findings_.touched()) touched_.push_back(id);
  if (at_ < asked_.records.size()) return true;
  at_ = 0;
  if (!std::exchange(back_, true)) return note(), true;
  compare();
  asked_ = {};
  return false;
}

void ErrorForecast::note() {
  sort_list(touched_);
  touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
  for (Ulid record : touched_)
    for (Finding const& finding : findings_.of(record))
      if (finding.severity == Severity::error) noted_.push_back(finding);
}

void ErrorForecast::compare() {
  // Those of a record stand together; what was wrong twice before and three times now is one more.
  std::vector<Finding> before;
  for (std::size_t i = 0; i < noted_.size(); ++i) {
    if (i == 0 || !(noted_[i].record == noted_[i - 1].record)) {
      auto const known = findings_.of(noted_[i].record);
      before.assign(known.begin(), known.end());
    }
    auto const same = std::find_if(before.begin(), before.end(), [&](Finding const& known) { return is_same_error(known, noted_[i]); });
    if (same == before.end()) ++errors_;
    else before.erase(same);
  }
}

}  // namespace rancang
