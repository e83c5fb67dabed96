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
};
constexpr std::size_t use_count = 11;
RecordType used_type(Use use);

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
