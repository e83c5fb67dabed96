#pragma once
// The list of all record types. Adding a record: one header, one entry here, its strings; the rest of the product follows.
// Must not know: anything about a particular record beyond its name in the list.
#include <array>
#include <cstddef>
#include <memory>

#include "model/action_item.hpp"
#include "model/agency.hpp"
#include "model/books.hpp"
#include "model/clock.hpp"
#include "model/commitment.hpp"
#include "model/dimension.hpp"
#include "model/evaluation.hpp"
#include "model/funding.hpp"
#include "model/future.hpp"
#include "model/gap.hpp"
#include "model/indicator.hpp"
#include "model/keeping.hpp"
#include "model/legal_basis.hpp"
#include "model/library.hpp"
#include "model/monitoring.hpp"
#include "model/people.hpp"
#include "model/plan.hpp"
#include "model/profile.hpp"
#include "model/program.hpp"
#include "model/quick_win.hpp"
#include "model/readiness.hpp"
#include "model/risk.hpp"
#include "model/roadmap.hpp"
#include "model/rpjmd.hpp"
#include "model/strategy.hpp"
#include "model/swot.hpp"
#include "model/vision.hpp"

namespace rancang {

template <class... R>
struct TypeList {
  static constexpr std::size_t size = sizeof...(R);
};

// Order = order in files, menus and the JSON Schema: what is referred to comes before what refers.
using Records = TypeList<Plan, Agency, LegalBasis, Dimension, SubDimension, FundingSource, Nomenclature, SniIndicator, Person, Workshop, StageOutput, Attendance, Meeting,
                         Decision, ProfileFigure, DataRequest, Trend, Potential, PolicyContext, ReadinessElement, ReadinessSubElement, Readiness, Gap, SwotItem,
                         CrossStrategy, StrategicIssue, VisionKeyword, RpjmdVision, RpjmdMission, RpjmdGoal, RpjmdObjective, RpjmdProgram, Vision, Mission, MissionAlignment,
                         Indicator, Objective, Strategy, Program, ActionItem, RoadmapPhase, Milestone, QuickWin, QuickWinCriterion, QuickWinScore, Risk, Book, Chapter,
                         Commitment, Collaboration, MonitoringEntry, ImpactSurvey, Instrument, Question, SelfAssessment, MutedFinding, IssuedSlice>;
constexpr std::size_t record_type_count = Records::size;

namespace detail {
template <class R, class... All>
constexpr std::size_t index_in(TypeList<All...>) {
  std::size_t index = 0;
  bool found = false;
  ((std::is_same_v<R, All> ? found = true : (found ? false : (++index, false))), ...);
  return index;
}
}  // namespace detail

template <class R>
struct RecordTypeOf {
  static_assert(detail::index_in<R>(Records{}) < record_type_count, "not in the list of records");
  static constexpr RecordType value = static_cast<RecordType>(detail::index_in<R>(Records{}));
};
template <class R>
constexpr RecordType record_type = RecordTypeOf<R>::value;

constexpr std::size_t index_of(RecordType type) { return static_cast<std::size_t>(type); }

// Erased description of a record type; all of them in list order; by JSON key (nullptr when unknown).
RecordInfo const& record_info(RecordType type);
std::span<RecordInfo const> record_infos();
RecordInfo const* find_record_info(std::string_view name);

}  // namespace rancang
