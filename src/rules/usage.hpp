#pragma once
// How often a record is used by those that ought to use it (programmes of a dimension, action items of an agency …), counted along with the edits.
// Must not know: findings, severities, what follows from a zero.
#include <array>
#include <unordered_map>

#include "model/document.hpp"

namespace rancang {

enum class Use : std::uint8_t {
  dimension_program,
  dimension_quick_win,
  sub_dimension_objective,
  sub_dimension_strategy,
  rpjmd_mission_link,        // from a smart city mission, or a cell of the alignment matrix that is not "none"
  program_action_item,
  program_beyond_application,  // action items of a programme whose family is not "application"
  agency_action_item,        // as lead or support
  indicator_user,            // objectives and action items
  dimension_issue,           // strategic issues
  sub_element_readiness,
  sub_dimension_indicator,
  quick_win_risk,
  question_answer,
  dimension_year,            // action items of a dimension that run in a year: the target is in_year()
  action_item_reader,        // records whose findings read an activity's budget or years: monitoring, activities that depend on it
  // Of the plan as a whole: the target is `whole_plan`.
  any_agency,
  council_decree,
  team_decree,
  swot_strength,
  swot_weakness,
  swot_opportunity,
  swot_threat,
  any_keyword,
  presented_quick_win,
  legal_umbrella,
  any_commitment,
  council_meeting,
  team_meeting,
  forum_meeting,
  any_survey,
};
constexpr std::size_t use_count = static_cast<std::size_t>(Use::any_survey) + 1;
constexpr Ulid whole_plan{0, 1};  // no record has this id: it would be from 1970
Ulid in_year(Ulid dimension, Year year);
RecordType used_type(Use use);  // none: of the whole plan, or nobody is looked at again because of it alone

// Dropped and deleted records use nothing.
bool is_dropped(Node const& node);
bool is_checked(Node const* node);  // there, alive, not dropped

class Usage {
 public:
  using Touched = std::vector<std::pair<RecordType, Ulid>>;

  void clear();
  void add(Node const& node);
  // Takes `before` out and puts `after` in (null or unchecked = nothing); adds to `touched` what went from unused to used or back.
  void replace(Node const* before, Node const* after, Touched& touched);
  std::uint32_t count(Use use, Ulid target) const;

 private:
  std::array<std::unordered_map<Ulid, std::uint32_t, UlidHash>, use_count> counts_;
};

}  // namespace rancang
