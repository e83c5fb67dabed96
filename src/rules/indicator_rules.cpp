// Indicators (domain.md 4.10, F-23): targets, and quality ticks that contradict the fields (6.1).
#include <array>

#include "base/utf8.hpp"
#include "rules/check.hpp"

namespace rancang {
namespace {
// Words that name a technology; an indicator that is technology neutral counts results instead.
constexpr std::array<std::string_view, 24> technology_words{
    "android", "aplikasi",  "app",      "apps",     "bandwidth", "blockchain", "cctv",   "chatbot", "cloud",  "dashboard", "dasbor", "hotspot",
    "iot",     "komputer",  "platform", "portal",   "sensor",    "server",     "situs",  "software", "website", "wifi",     "web",    "perangkat lunak"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }

bool has_word(std::string const& text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    std::size_t const end = at + word.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return true;
  }
  return false;
}

bool names_technology(std::string_view name) {
  std::string folded = utf8::fold(name);
  folded.erase(std::remove(folded.begin(), folded.end(), '-'), folded.end());  // "wi-fi"
  return std::any_of(technology_words.begin(), technology_words.end(), [&](std::string_view word) { return has_word(folded, word); });
}

bool moves_back(Polarity polarity, Decimal from, Decimal to) {
  return (polarity == Polarity::higher_is_better && to < from) || (polarity == Polarity::lower_is_better && from < to);
}

void check_targets(PlanPeriod const& period, Indicator const& indicator, Report& report) {
  std::optional<Decimal> last = indicator.baseline;
  for (auto const& [year, target] : indicator.targets.values) {
    if (period.is_known() && !period.covers(year)) report.add(RuleId::indicator_targets_outside_plan, field_of<&Indicator::targets>, year);
    if (last && moves_back(indicator.polarity, *last, target)) report.add(RuleId::indicator_targets_against_polarity, field_of<&Indicator::targets>, year);
    last = target;
  }
}

void check_ticks(Indicator const& indicator, Report& report) {
  if (indicator.is_verifiable && indicator.formula.empty()) report.add(RuleId::indicator_verifiable_no_formula, field_of<&Indicator::formula>);
  if (indicator.is_verifiable && indicator.data_sources.empty()) report.add(RuleId::indicator_verifiable_no_source, field_of<&Indicator::data_sources>);
  if (indicator.is_available && !indicator.baseline) report.add(RuleId::indicator_available_no_baseline, field_of<&Indicator::baseline>);
  if (indicator.is_tech_neutral && names_technology(indicator.name)) report.add(RuleId::indicator_tech_wording, field_of<&Indicator::name>);
}
}  // namespace

void check_indicator(RuleContext const& context, Node const& node, Report& report) {
  auto const& indicator = node.as<Indicator>();
  check_targets(context.period, indicator, report);
  check_ticks(indicator, report);
  if (context.usage.count(Use::indicator_user, node.id) == 0) report.add(RuleId::indicator_unused);
}

}  // namespace rancang
