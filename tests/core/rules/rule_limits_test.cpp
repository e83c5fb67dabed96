// Where rules stop: the last value that is still good, and what a rule leaves in peace.
#include <doctest/doctest.h>

#include <limits>

#include "core/rules/rule_case.hpp"

using namespace rancang;
using namespace rancang::test;

namespace {
std::uint32_t found_after(RuleId rule, std::function<void(CleanPlan&)> const& change) {
  CleanPlan plan;
  change(plan);
  return plan.findings.count(rule);
}
}  // namespace

TEST_CASE("a risk is high from 12 of 25 on, and a mitigation with an owner is enough") {
  auto const risk = [](Grade likelihood, Grade impact, std::string mitigation) {
    return of_first<Risk>([=](Risk& r) { r.likelihood = likelihood, r.impact = impact, r.mitigation = mitigation; });
  };
  CHECK(found_after(RuleId::risk_no_mitigation, risk(Grade::medium, Grade::medium, "")) == 0);
  CHECK(found_after(RuleId::risk_no_mitigation, risk(Grade::low, Grade::very_high, "")) == 0);
  CHECK(found_after(RuleId::risk_no_mitigation, risk(Grade::high, Grade::medium, "")) == 1);
  CHECK(found_after(RuleId::risk_no_mitigation, risk(Grade::very_high, Grade::very_high, "Cadangan")) == 0);
}

TEST_CASE("realised money may reach the budget of its year; a cancelled activity with reason and follow-up is in order") {
  CHECK(found_after(RuleId::monitoring_entry_over_budget, of_first<MonitoringEntry>([](MonitoringEntry& r) { r.realised = Money{100'000'000}; })) == 0);
  auto const cancelled = of_first<MonitoringEntry>([](MonitoringEntry& r) { r.state = MonitoringState::cancelled, r.obstacle = "Lelang gagal", r.follow_up = "Lelang ulang"; });
  CHECK(found_after(RuleId::monitoring_entry_no_follow_up, cancelled) == 0);
}

TEST_CASE("what starts together with the activity it depends on is not too early, and a deleted one is not waited for") {
  auto const follow = [](CleanPlan& p, Year start) {
    auto const other = p.copy(p.action_item);
    p.edit(other, [start](ActionItem& r) { r.name = "Pelatihan petugas", r.start_year = start; });
    p.edit(p.action_item, [other](ActionItem& r) { r.depends_on = {other}; });
    return other;
  };
  CHECK(found_after(RuleId::action_item_starts_too_early, [&](CleanPlan& p) { follow(p, 2023); }) == 0);
  CHECK(found_after(RuleId::action_item_starts_too_early, [&](CleanPlan& p) { follow(p, 2024); }) == 1);
  CHECK(found_after(RuleId::action_item_starts_too_early, [&](CleanPlan& p) { p.remove(follow(p, 2024)); }) == 0);
}

TEST_CASE("the legal umbrella may be a perda or a perkada; a contribution of its own needs no partner") {
  CHECK(found_after(RuleId::action_item_umbrella_form, [](CleanPlan& p) { p.edit(p.action_item, [](ActionItem& r) { r.policy_form = PolicyForm::perda; }); }) == 0);
  CHECK(found_after(RuleId::action_item_umbrella_form, [](CleanPlan& p) { p.edit(p.action_item, [](ActionItem& r) { r.policy_form = PolicyForm::sop; }); }) == 1);
  auto const alone = of_first<Collaboration>([](Collaboration& r) { r.kind = CollaborationKind::own_contribution, r.partner_regions.clear(), r.state = CollaborationState::running; });
  CHECK(found_after(RuleId::collaboration_no_partner, alone) == 0);
  CHECK(found_after(RuleId::collaboration_no_agreement, alone) == 0);
}

TEST_CASE("a survey of every user is no contradiction, and one without figures is not judged") {
  auto const survey = [](std::optional<std::int64_t> users, std::optional<std::int64_t> respondents) { return of_first<ImpactSurvey>([=](ImpactSurvey& r) { r.users = users, r.respondents = respondents; }); };
  CHECK(found_after(RuleId::impact_survey_more_than_users, survey(60, 60)) == 0);
  CHECK(found_after(RuleId::impact_survey_more_than_users, survey({}, 60)) == 0);
  CHECK(found_after(RuleId::impact_survey_few_respondents, survey(60, {})) == 0);
}

TEST_CASE("the same people may answer for two services of one dimension, or in another year for another dimension") {
  auto const again = [](Year year, bool elsewhere) {
    return [=](CleanPlan& p) {
      auto const home = elsewhere ? p.create(Dimension{.code = "soc", .name = "Smart Society"}) : p.dimension;
      auto other = *p.document.get(p.first<ImpactSurvey>());
      other.service = "Layanan lain";
      other.year = year;
      other.sub_dimension = p.create(SubDimension{.dimension = home, .code = "soc.learning", .name = "Ekosistem belajar"});
      p.create(std::move(other));
    };
  };
  CHECK(found_after(RuleId::impact_survey_same_respondents, again(2023, true)) == 2);
  CHECK(found_after(RuleId::impact_survey_same_respondents, again(2024, true)) == 0);
  CHECK(found_after(RuleId::impact_survey_same_respondents, again(2023, false)) == 0);
}

TEST_CASE("a phase is filled by any activity of the dimension that runs in one of its years") {
  auto const runs = [](Year from, Year to) {
    return [=](CleanPlan& p) {
      p.create(RoadmapPhase{.name = "Pemantapan", .from_year = 2026, .to_year = 2027});
      p.edit(p.action_item, [=](ActionItem& r) { r.start_year = from, r.end_year = to; });
    };
  };
  CHECK(found_after(RuleId::dimension_empty_phase, runs(2023, 2027)) == 0);
  CHECK(found_after(RuleId::dimension_empty_phase, runs(2023, 2026)) == 0);
  CHECK(found_after(RuleId::dimension_empty_phase, runs(2023, 2025)) == 1);
  CHECK(found_after(RuleId::dimension_empty_phase, runs(2024, 2025)) == 2);
}

TEST_CASE("weights beyond every limit are summed without wrapping") {
  constexpr std::int64_t huge = std::numeric_limits<std::int64_t>::max();
  auto const weigh = of_first<Instrument>([](Instrument& r) { r.weights = {{EvaluationBlock::output, Decimal{huge}}, {EvaluationBlock::impact, Decimal{huge}}}; });
  CHECK(found_after(RuleId::instrument_weights_not_whole, weigh) == 1);
  CHECK(found_after(RuleId::instrument_weights_not_whole, of_first<Instrument>([](Instrument& r) { r.weights = {{EvaluationBlock::output, Decimal{100'000'000}}}; })) == 0);
}
