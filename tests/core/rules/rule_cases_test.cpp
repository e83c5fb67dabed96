#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "core/rules/rule_case.hpp"
#include "text/embedded_help.hpp"
#include "text/strings_generated.hpp"

using namespace rancang;
using namespace rancang::test;

namespace {
std::vector<RuleCase> all_cases() {
  std::vector<RuleCase> all;
  for (auto const& some : {field_cases(), record_cases(), plan_cases(), program_cases(), indicator_cases(), action_item_cases(), money_cases(), analysis_cases(),
                           quick_win_cases(), roadmap_cases(), family_cases(), evaluation_cases(), assessment_cases(), set_cases()})
    all.insert(all.end(), some.begin(), some.end());
  return all;
}

std::vector<Finding> of_rule(CleanPlan const& plan, RuleId rule) {
  std::vector<Finding> out;
  plan.findings.for_each(plan.document, [&](Finding const& finding) {
    if (finding.rule == rule) out.push_back(finding);
  });
  return out;
}

void check_sentence(CleanPlan const& plan, Finding const& finding, Language language) {
  static HelpTexts const late[] = {HelpTexts(std::string(embedded_help(Language::id))), HelpTexts(std::string(embedded_help(Language::en)))};
  Strings strings;
  strings.language = language;
  strings.help[0] = &late[0], strings.help[1] = &late[1];
  auto const text_of = [&](std::string_view key) {
    CHECK_MESSAGE(strings.find(key), "no text for ", std::string(key));
    return std::string(strings.find(key).value_or(""));
  };
  auto const style = language == Language::id ? NumberStyle::indonesian : NumberStyle::english;
  auto const args = finding_args(plan.document, finding, style, text_of);
  auto const sentence = strings.find(finding_key(finding.rule));
  REQUIRE(sentence);
  REQUIRE(strings.find(finding_fix_key(finding.rule)));
  CHECK(strings.find(finding_fix_key(finding.rule))->find('{') == std::string_view::npos);
  bool const is_whole = !finding.record;  // about a record that is missing: nothing to quote
  for (std::size_t i = 0; i < 6; ++i) {
    bool const used = sentence->find("{" + std::to_string(i) + "}") != std::string_view::npos;
    CHECK_MESSAGE((used == (i < args.size()) || is_whole), "placeholder ", i, " of ", args.size(), " arguments");
    if (used && i < args.size()) CHECK_FALSE(args[i].empty());
  }
}
}  // namespace

TEST_CASE("a plan that is filled in has no findings") {
  CleanPlan const plan;
  CHECK(listed(plan.findings, plan.document) == std::vector<std::string>{});
}

TEST_CASE("every rule has a case that sets it off") {
  std::set<RuleId> shown;
  for (auto const& one : all_cases()) shown.insert(one.rule);
  for (std::size_t i = 0; i < rule_count; ++i) CHECK_MESSAGE(shown.count(static_cast<RuleId>(i)) == 1, rule_info(static_cast<RuleId>(i)).id);
}

TEST_CASE("each rule is set off by its case, with a sentence in both languages, and undoing the case clears it") {
  for (auto const& one : all_cases()) {
    CAPTURE(rule_info(one.rule).id);
    CAPTURE(one.why);
    CleanPlan plan;
    Document const before = plan.document;
    one.spoil(plan);
    auto const found = of_rule(plan, one.rule);
    CHECK(!found.empty());
    for (auto const& finding : found)
      for (Language language : {Language::id, Language::en}) check_sentence(plan, finding, language);

    Findings fresh;
    fresh.rebuild(plan.document);
    CHECK(listed(plan.findings, plan.document) == listed(fresh, plan.document));
    plan.apply(diff(plan.document, before));
    CHECK(listed(plan.findings, plan.document) == std::vector<std::string>{});
  }
}

TEST_CASE("a finding leads to a field of its record, and carries its rule's severity") {
  for (auto const& one : all_cases()) {
    CleanPlan plan;
    one.spoil(plan);
    plan.findings.for_each(plan.document, [&](Finding const& finding) {
      auto const& info = record_info(finding.type);
      CHECK(finding.field < static_cast<int>(info.fields.size()));
      CHECK(finding.severity == rule_info(finding.rule).severity);
      if (finding.inner >= 0) CHECK(info.fields[static_cast<std::size_t>(finding.field)].nested != nullptr);
    });
  }
}

TEST_CASE("rule ids are unique, and their fields exist") {
  std::set<std::string_view> ids;
  for (std::size_t i = 0; i < rule_count; ++i) {
    auto const& info = rule_info(static_cast<RuleId>(i));
    CHECK(ids.insert(info.id).second);
    CHECK(find_rule(info.id) == static_cast<RuleId>(i));
    CHECK((info.trigger == Trigger::code) == info.field.empty());
    if (info.field.empty()) continue;
    std::size_t const dot = info.field.find('.');
    auto const* record = find_record_info(info.field.substr(0, dot));
    REQUIRE(record);
    CHECK_MESSAGE(record->find(info.field.substr(dot + 1)), info.field);
  }
  CHECK_FALSE(find_rule("no.such_rule"));
}
