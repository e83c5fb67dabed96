#pragma once
// A small plan without a single finding, changes to it, and cases "this change sets off this rule".
// Must not know: how findings are stored.
#include <functional>
#include <string>
#include <vector>

#include "rules/findings.hpp"

namespace rancang::test {

// The plan, its findings kept up to date by update(), and the ids of its records (one of each type, and more where a plan owes more).
struct CleanPlan {
  CleanPlan();

  Document document;
  Findings findings;
  Id<Plan> plan;
  Id<Agency> agency;
  Id<Dimension> dimension;
  Id<SubDimension> sub_dimension;
  Id<FundingSource> funding_source;
  Id<RpjmdVision> rpjmd_vision;
  Id<RpjmdMission> rpjmd_mission;
  Id<RpjmdGoal> rpjmd_goal;
  Id<RpjmdObjective> rpjmd_objective;
  Id<RpjmdProgram> rpjmd_program;
  Id<Vision> vision;
  Id<Mission> mission;
  Id<Indicator> indicator;
  Id<Objective> objective;
  Id<Strategy> strategy;
  Id<Program> program;
  Id<ActionItem> action_item;

  void apply(ChangeSet const& changes);
  template <class R>
  Id<R> create(R record) {
    Id<R> const id{next_id()};
    auto node = make_node(record_type<R>, id.value);
    node->template as<R>() = std::move(record);
    node->causal = created_by(make_replica(1));
    apply({{{nullptr, node}}});
    return id;
  }
  template <class R, class Change>
  void edit(Id<R> id, Change&& change) {
    auto node = clone_of(record_type<R>, id.value);
    change(node->template as<R>());
    put(std::move(node));
  }
  template <class R>
  Id<R> copy(Id<R> id) {
    return create(R(*document.get(id)));
  }
  template <class R>
  Id<R> first() const {
    return {document.table_of<R>().stored().front()->id};
  }
  template <class R>
  void remove(Id<R> id) {
    auto node = clone_of(record_type<R>, id.value);
    node->causal = deleted_by(*node->causal, make_replica(1));
    put(std::move(node));
  }
  template <class R>
  void restore(Id<R> id) {
    auto node = clone_of(record_type<R>, id.value);
    node->causal = written_by(*node->causal, make_replica(1), {});
    put(std::move(node));
  }
  template <class R>
  void erase(Id<R> id) {
    apply({{{*document.table_of<R>().find(id.value), nullptr}}});
  }
  template <class R>
  void leave_conflict(Id<R> id, int field, Value value) {
    auto node = clone_of(record_type<R>, id.value);
    auto causal = std::make_shared<Causal>(*node->causal);
    causal->others.push_back({static_cast<std::uint8_t>(field), Dot{make_replica(2), 1}, std::move(value)});
    node->causal = causal;
    put(std::move(node));
  }

 private:
  Ulid next_id();
  void create_the_rest();
  void create_sets();    // clean_plan.cpp
  void mend_the_rest();
  std::shared_ptr<Node> clone_of(RecordType type, Ulid id) const;
  void put(std::shared_ptr<Node> node);
  std::uint64_t last_id_ = 0;
};

// A change to the clean plan that sets a rule off.
struct RuleCase {
  RuleId rule;
  std::string why;
  std::function<void(CleanPlan&)> spoil;
};
std::vector<RuleCase> field_cases();
std::vector<RuleCase> record_cases();
std::vector<RuleCase> plan_cases();
std::vector<RuleCase> program_cases();
std::vector<RuleCase> indicator_cases();
std::vector<RuleCase> action_item_cases();
std::vector<RuleCase> money_cases();
std::vector<RuleCase> analysis_cases();
std::vector<RuleCase> quick_win_cases();
std::vector<RuleCase> roadmap_cases();
std::vector<RuleCase> family_cases();
std::vector<RuleCase> evaluation_cases();
std::vector<RuleCase> assessment_cases();
std::vector<RuleCase> set_cases();

// Changes to the plan's first record of a type, as cases and the clean plan need them.
template <class R, class Change>
std::function<void(CleanPlan&)> of_first(Change change) {
  return [change](CleanPlan& plan) { plan.edit(plan.first<R>(), change); };
}
template <class R>
void remove_first(CleanPlan& plan) {
  plan.remove(plan.first<R>());
}
std::vector<Evidence> some_proof();

// The last finding of a rule; a test that asks where there is none fails.
Finding only(CleanPlan const& plan, RuleId rule);
// Everything that is found, as lines to compare.
std::vector<std::string> listed(Findings const& findings, Document const& document);

}  // namespace rancang::test
