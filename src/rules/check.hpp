#pragma once
// What a rule sees and where it reports: RuleContext is the plan, Report collects the findings of one record. Every rule is a function in one of …_rules.cpp.
// Must not know: how findings are stored or kept up to date, sentences.
#include <algorithm>
#include <cstdint>
#include <vector>

#include "rules/finding.hpp"
#include "rules/name_index.hpp"
#include "rules/usage.hpp"

namespace rancang {

// What rules need of the plan's identity.
struct PlanPeriod {
  std::vector<Year> years;  // empty when the start is not known
  bool is_known() const { return !years.empty(); }
  bool covers(Year year) const { return is_known() && year >= years.front() && year <= years.back(); }
  friend bool operator==(PlanPeriod const& a, PlanPeriod const& b) { return a.years == b.years; }
};

struct RuleContext {
  Document const& document;
  PlanPeriod const& period;
  Usage const& usage;
  NameIndex const& names;
  EqualNames const* equal_names = nullptr;  // answers of names.equal_to(), if it was asked for the whole document
  std::size_t row = 0;                      // in which this record has its place there
};

class Report {
 public:
  void begin(Node const& node) { type_ = node.type, record_ = node.id, findings_.clear(); }
  void begin_missing() { record_ = {}, findings_.clear(); }
  void add(RuleId rule, int field = -1, Year year = 0, Ulid other = {}, int inner = -1) {
    findings_.push_back({rule, rule_info(rule).severity, type_, static_cast<std::int8_t>(inner), static_cast<std::int16_t>(field), year, record_, other});
  }
  void add_missing(RuleId rule, RecordType type) {
    type_ = type;
    add(rule);
  }
  // Worst first, then in the order of fields; the same thing in several rows of a list once.
  std::span<Finding const> sorted();

 private:
  RecordType type_ = RecordType::none;
  Ulid record_;
  std::vector<Finding> findings_;
};

// Position of a member in its record's table: field_of<&ActionItem::budget>.
namespace detail {
template <auto Member>
constexpr int find_field() {
  int index = 0, found = -1;
  for_each_field<typename MemberOf<Member>::Record>([&](auto const& row) {
    if (std::is_same_v<std::remove_cvref_t<decltype(row)>, Field<Member>>) found = index;
    ++index;
  });
  return found;
}
}  // namespace detail
template <auto Member>
constexpr int field_of = detail::find_field<Member>();

// Everything that is to be said about one alive record, left in `report`.
void check_record(RuleContext const& context, Node const& node, Report& report);
// Records that a plan must have and this one lacks.
void check_missing_records(RuleContext const& context, Report& report);

// The parts of check_record.
void check_fields(Node const& node, Report& report);                                  // field_rules.cpp, text included
void check_references(RuleContext const& context, Node const& node, Report& report);  // reference_rules.cpp
void check_names(RuleContext const& context, Node const& node, Report& report);       // name_rules.cpp
void check_conflicts(Node const& node, Report& report);                               // plan_rules.cpp
void check_single(RuleContext const& context, Node const& node, Report& report);
void check_plan(RuleContext const& context, Node const& node, Report& report);
void check_rpjmd_vision(RuleContext const& context, Node const& node, Report& report);
void check_rpjmd_mission(RuleContext const& context, Node const& node, Report& report);  // coverage_rules.cpp
void check_agency(RuleContext const& context, Node const& node, Report& report);
void check_dimension(RuleContext const& context, Node const& node, Report& report);
void check_sub_dimension(RuleContext const& context, Node const& node, Report& report);
void check_program(RuleContext const& context, Node const& node, Report& report);        // program_rules.cpp
void check_indicator(RuleContext const& context, Node const& node, Report& report);      // indicator_rules.cpp
void check_legal_basis(RuleContext const& context, Node const& node, Report& report);  // analysis_rules.cpp
void check_attendance(RuleContext const& context, Node const& node, Report& report);
void check_data_request(RuleContext const& context, Node const& node, Report& report);
void check_trend(RuleContext const& context, Node const& node, Report& report);
void check_readiness_sub_element(RuleContext const& context, Node const& node, Report& report);
void check_readiness(RuleContext const& context, Node const& node, Report& report);
void check_gap(RuleContext const& context, Node const& node, Report& report);
void check_swot_item(RuleContext const& context, Node const& node, Report& report);
void check_cross_strategy(RuleContext const& context, Node const& node, Report& report);
void check_quick_win(RuleContext const& context, Node const& node, Report& report);      // quick_win_rules.cpp
void check_risk(RuleContext const& context, Node const& node, Report& report);
void check_roadmap_phase(RuleContext const& context, Node const& node, Report& report);
void check_milestone(RuleContext const& context, Node const& node, Report& report);
void check_action_item_family(RuleContext const& context, ActionItem const& item, Ulid id, Report& report);
void check_workshop(RuleContext const& context, Node const& node, Report& report);       // evaluation_rules.cpp
void check_stage_output(RuleContext const& context, Node const& node, Report& report);
void check_meeting(RuleContext const& context, Node const& node, Report& report);
void check_decision(RuleContext const& context, Node const& node, Report& report);
void check_monitoring_entry(RuleContext const& context, Node const& node, Report& report);
void check_impact_survey(RuleContext const& context, Node const& node, Report& report);
void check_instrument(RuleContext const& context, Node const& node, Report& report);
void check_question(RuleContext const& context, Node const& node, Report& report);
void check_self_assessment(RuleContext const& context, Node const& node, Report& report);
void check_collaboration(RuleContext const& context, Node const& node, Report& report);
void check_chapter(RuleContext const& context, Node const& node, Report& report);
void check_whole_plan(RuleContext const& context, Report& report);                       // coverage_rules.cpp: sets that a plan owes, whatever record they lack
void check_action_item(RuleContext const& context, Node const& node, Report& report);    // action_item_rules.cpp
void check_action_item_money(RuleContext const& context, ActionItem const& item, Report& report);  // money_rules.cpp
void check_action_item_code(RuleContext const& context, ActionItem const& item, Report& report);   // code_rules.cpp

// What other records read of a record through a reference, beyond its being there.
struct SharedFacts {
  Ulid dimension;
  bool has_baseline = false, has_targets = false;  // of an indicator
  bool is_used = false;                            // of an element of readiness, of an instrument
  bool in_rpjmd = false;                           // of a strategic issue
  Year start_year = 0;                             // of an action item
  std::uint64_t budget = 0;                        // … a print of its yearly budget
  std::uint8_t quadrant = 0;                       // of a SWOT item
  std::uint64_t values = 0;                        // of a figure of the profile: a print of them
  friend bool operator==(SharedFacts const& a, SharedFacts const& b) = default;
};
SharedFacts shared_facts(Node const& node);

// Index of the field that says to which dimension a record belongs; −1 for types without one.
int dimension_field(RecordType type);
// Whether the empty field counts as missing: required, due at a gate, or named by a rule of rule_table.hpp.
bool is_owed(RecordInfo const& info, std::size_t field);

}  // namespace rancang
