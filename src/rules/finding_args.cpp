// The facts that go into a finding's sentence, written the way people read them.
#include "base/utf8.hpp"
#include "model/merge.hpp"
#include "model/reference_lookup.hpp"
#include "rules/budget_code.hpp"
#include "rules/check.hpp"
#include "rules/delivery.hpp"
#include "rules/finding.hpp"
#include "rules/money.hpp"

namespace rancang {
namespace {
constexpr std::size_t longest_quote = 80;  // characters of a record's own text inside a sentence

std::string quote(std::string_view text) {
  std::string const clean = utf8::clean_name(text);
  std::string_view const head = utf8::cut(clean, longest_quote);
  return std::string(head) + (head.size() < clean.size() ? "…" : "");
}

// One finding with what its arguments are made of.
struct Facts {
  Document const& document;
  Finding const& finding;
  NumberStyle style;
  KeyText const& text_of;
  Node const* node;

  RecordInfo const& info() const { return record_info(finding.type); }
  bool has_field() const { return finding.field >= 0 && static_cast<std::size_t>(finding.field) < info().fields.size(); }
  FieldInfo const& outer() const { return info().fields[static_cast<std::size_t>(finding.field)]; }
  FieldInfo const& field() const { return finding.inner < 0 ? outer() : outer().nested->fields[static_cast<std::size_t>(finding.inner)]; }

  std::string year() const { return std::to_string(finding.year); }
  // "Pagu", "Pagu 2024", "Sumber data: Judul"
  std::string label() const {
    if (!has_field()) return text_of("record." + std::string(info().name));
    std::string const prefix = "record.";
    std::string text = text_of(prefix + std::string(info().name) + "." + std::string(outer().key));
    if (finding.inner >= 0) text += ": " + text_of(prefix + std::string(outer().nested->name) + "." + std::string(field().key));
    return finding.year == 0 ? text : text + " " + year();
  }
  std::string title(RecordType type, Ulid id) const {
    Node const* const found = id ? document.find(type, id) : nullptr;
    return found ? quote(record_title(document, *found)) : std::string();
  }
  std::string own_title() const { return node ? quote(record_title(document, *node)) : std::string(); }
  std::string own_text() const { return node && has_field() ? quote(peek_text(field(), node->data())) : std::string(); }
  std::string integer(std::int64_t value) const { return format_integer(value, style); }
  std::string rupiah(std::int64_t value) const { return format_rupiah({value}, style); }
  std::string stage(Gate gate) const {
    auto const& names = EnumTable<Stage>::names;
    return text_of("enum.stage." + std::string(names[static_cast<std::size_t>(gate)]));
  }
};

// A raw number of a field as text: money, decimals, counts; years ungrouped.
std::string raw_text(Facts const& facts, std::int64_t raw) {
  FieldInfo const& field = facts.field();
  if (field.type == ValueType::money || field.element == Element::money) return facts.rupiah(raw);
  if (field.type == ValueType::decimal || field.element == Element::decimal) return format_decimal({raw}, facts.style);
  return field.type == ValueType::year ? std::to_string(raw) : facts.integer(raw);
}

std::optional<std::int64_t> raw_of(Value const& value, Year year) {
  if (auto const* v = value.as<std::int64_t>()) return *v;
  if (auto const* v = value.as<Decimal>()) return v->micros;
  if (auto const* v = value.as<Money>()) return v->rupiah;
  if (auto const* v = value.as<Year>()) return *v;
  if (auto const* series = value.as<SeriesValue>())
    for (auto const& [at, raw] : series->values)
      if (at == year) return raw;
  return std::nullopt;
}

std::int64_t raw_limit(FieldInfo const& field, bool upper) {
  std::int64_t const limit = upper ? field.rules.max : field.rules.min;
  bool const decimal = field.type == ValueType::decimal || field.element == Element::decimal;
  return decimal ? limit * micros_per_unit : limit;
}

// The offending value: of the field itself, or of the first row of a list that is outside the limits.
std::optional<std::int64_t> offending(Facts const& facts) {
  if (!facts.node || !facts.has_field()) return std::nullopt;
  FieldInfo const& field = facts.field();
  if (facts.finding.inner < 0) return raw_of(field.get(facts.node->data()), facts.finding.year);
  bool const upper = facts.finding.rule == RuleId::field_too_large;
  for (std::size_t row = 0, rows = facts.outer().row_count(facts.node->data()); row < rows; ++row) {
    auto const raw = raw_of(field.get(facts.outer().row(facts.node->data(), row)), facts.finding.year);
    if (raw && (upper ? *raw > raw_limit(field, true) : *raw < raw_limit(field, false))) return raw;
  }
  return std::nullopt;
}

using Args = std::vector<std::string>;

Args range_args(Facts const& facts) {
  auto const raw = offending(facts);
  bool const upper = facts.finding.rule == RuleId::field_too_large;
  return {facts.label(), raw ? raw_text(facts, *raw) : std::string(), raw_text(facts, raw_limit(facts.field(), upper))};
}

// Characters in the text, or in the longest of a list's rows.
std::size_t text_length(Facts const& facts) {
  if (!facts.node || !facts.has_field()) return 0;
  if (facts.finding.inner < 0) return utf8::length(peek_text(facts.field(), facts.node->data()));
  std::size_t longest = 0;
  for (std::size_t row = 0, rows = facts.outer().row_count(facts.node->data()); row < rows; ++row)
    longest = std::max(longest, utf8::length(peek_text(facts.field(), facts.outer().row(facts.node->data(), row))));
  return longest;
}

Args length_args(Facts const& facts) {
  return {facts.label(), facts.integer(static_cast<std::int64_t>(text_length(facts))), facts.integer(facts.field().rules.max_length)};
}

Args dimension_args(Facts const& facts) {
  RecordType const target = facts.field().target;
  Node const* const other = facts.document.find(target, facts.finding.other);
  auto const dimension = [&](Node const* of) {
    int const field = of ? dimension_field(of->type) : -1;
    return field < 0 ? std::string() : facts.title(record_type<Dimension>, peek_reference(of->info().fields[static_cast<std::size_t>(field)], of->data()));
  };
  return {facts.label(), facts.title(target, facts.finding.other), dimension(other), dimension(facts.node)};
}

Args conflict_args(Facts const& facts) {
  bool const known = facts.node && facts.node->causal && facts.finding.field >= 0;
  std::size_t const versions = known ? different_values(*facts.node, static_cast<std::uint8_t>(facts.finding.field)).size() : 1;
  return {facts.label(), facts.integer(static_cast<std::int64_t>(versions))};
}

Args general_args(Facts const& facts) {
  switch (facts.finding.rule) {
    case RuleId::field_owed: return {facts.label(), facts.stage(gate_of(facts.finding))};
    case RuleId::field_too_long: return length_args(facts);
    case RuleId::field_too_small:
    case RuleId::field_too_large: return range_args(facts);
    case RuleId::reference_in_trash: return {facts.label(), facts.title(facts.field().target, facts.finding.other)};
    case RuleId::reference_other_dimension: return dimension_args(facts);
    case RuleId::record_conflict: return conflict_args(facts);
    case RuleId::record_duplicate_name: return {facts.own_title()};
    case RuleId::record_similar_name: return {facts.own_title(), facts.title(facts.finding.type, facts.finding.other)};
    case RuleId::record_duplicate_code:
    case RuleId::agency_duplicate_short_name: return {facts.own_text(), facts.title(facts.finding.type, facts.finding.other)};
    default: return {facts.label()};
  }
}

std::string budget_span(ActionItem const& item) {
  auto const& values = item.budget.values;
  if (values.empty()) return {};
  std::string const first = std::to_string(values.front().first), last = std::to_string(values.back().first);
  return first == last ? first : first + "–" + last;
}

Args action_item_args(Facts const& facts, ActionItem const& item) {
  Year const year = facts.finding.year;
  auto const period = plan_years(facts.document);
  auto const code = parse_budget_code(item.budget_code, item.code_edition);
  switch (facts.finding.rule) {
    case RuleId::action_item_targets_outside_plan: return {facts.year()};
    case RuleId::action_item_negative_budget:
    case RuleId::action_item_budget_outside_plan: return {facts.year(), facts.rupiah(budget_of(item, year))};
    case RuleId::action_item_budget_outside_time: return {facts.year(), facts.rupiah(budget_of(item, year)), std::to_string(item.start_year), std::to_string(item.end_year)};
    case RuleId::action_item_no_funding: return {budget_span(item), facts.rupiah(total_of(item.budget))};
    case RuleId::action_item_funding_not_whole: return {format_decimal(share_sum(item.funding), facts.style)};
    case RuleId::action_item_funding_not_budget: return {facts.year(), facts.rupiah(funded(item, year).rupiah), facts.rupiah(budget_of(item, year))};
    case RuleId::action_item_time_outside_plan: return {facts.label(), std::to_string(facts.finding.field == field_of<&ActionItem::start_year> ? item.start_year : item.end_year)};
    case RuleId::action_item_quick_win_late: return {period.size() < 2 ? std::string() : std::to_string(period[0]) + "–" + std::to_string(period[1])};
    case RuleId::action_item_code_unreadable:
    case RuleId::action_item_code_too_short:
    case RuleId::action_item_code_province: return {quote(item.budget_code)};
    case RuleId::action_item_code_form: return {quote(item.budget_code), code ? code->text : std::string()};
    case RuleId::action_item_code_edition: return {quote(item.budget_code), code ? facts.text_of("enum.code_edition." + std::string(EnumTable<CodeEdition>::names[static_cast<std::size_t>(code->edition)])) : std::string()};
    case RuleId::action_item_starts_too_early: return {facts.title(record_type<ActionItem>, facts.finding.other)};
    case RuleId::action_item_not_in_renja:
    case RuleId::action_item_no_code: return {period.empty() ? std::string() : std::to_string(period[0])};
    default: return {};
  }
}

Args plan_args(Facts const& facts, Plan const& plan) {
  switch (facts.finding.rule) {
    case RuleId::plan_years_count: return {facts.integer(plan.plan_years)};
    case RuleId::plan_region_code_form: return {quote(plan.region_code)};
    case RuleId::plan_bps_code_form: return {quote(plan.bps_code)};
    case RuleId::plan_rpjmd_end_before_start: return {std::to_string(plan.rpjmd_start), std::to_string(plan.rpjmd_end)};
    case RuleId::plan_rpjmd_ends_early: return {std::to_string(plan.rpjmd_end), std::to_string(plan.plan_start)};
    default: return {};
  }
}

Args indicator_args(Facts const& facts) {
  bool const of_year = facts.finding.rule == RuleId::indicator_targets_against_polarity || facts.finding.rule == RuleId::indicator_targets_outside_plan;
  return of_year ? Args{facts.year()} : Args{};
}

// The figure's name, its year, what was delivered and what the profile says, if it does, with the unit.
Args delivery_args(Facts const& facts, DataRequest const& request) {
  auto const delivery = delivery_of(facts.document, request);
  ProfileFigure const* const figure = facts.document.get(request.figure);
  if (!delivery || !figure) return {};
  auto const written = [&](Decimal value) { return format_decimal(value, facts.style) + (figure->unit.empty() ? "" : " " + figure->unit); };
  Args out{facts.title(record_type<ProfileFigure>, delivery->figure), facts.year(), written(delivery->value)};
  if (delivery->in_profile) out.push_back(written(*delivery->in_profile));
  return out;
}

// Rules of types with a single sentence that takes facts.
Args other_args(Facts const& facts, Node const& node) {
  switch (facts.finding.rule) {
    case RuleId::cross_strategy_other_quadrant: return {facts.title(record_type<SwotItem>, facts.finding.other)};
    case RuleId::quick_win_issue_not_rpjmd: return {facts.title(record_type<StrategicIssue>, facts.finding.other)};
    case RuleId::data_request_not_in_profile:
    case RuleId::data_request_other_in_profile: return delivery_args(facts, node.as<DataRequest>());
    case RuleId::attendance_replaced: return {facts.title(record_type<Person>, facts.finding.other)};
    case RuleId::impact_survey_few_respondents: return {facts.integer(node.as<ImpactSurvey>().respondents.value_or(0))};
    case RuleId::impact_survey_same_respondents: {
      auto const* const other = facts.document.get(Id<ImpactSurvey>{facts.finding.other});
      auto const* const part = other ? facts.document.get(other->sub_dimension) : nullptr;
      return {facts.own_text(), facts.title(record_type<ImpactSurvey>, facts.finding.other), part ? facts.title(record_type<Dimension>, part->dimension.value) : std::string()};
    }
    case RuleId::dimension_empty_phase: {
      auto const* const phase = facts.document.get(Id<RoadmapPhase>{facts.finding.other});
      return {facts.title(record_type<RoadmapPhase>, facts.finding.other), facts.year(), phase ? std::to_string(phase->to_year) : std::string()};
    }
    case RuleId::self_assessment_no_proof: return {facts.integer(node.as<SelfAssessment>().self_score.value_or(0))};
    case RuleId::monitoring_entry_over_budget: {
      auto const& entry = node.as<MonitoringEntry>();
      auto const* const item = facts.document.get(entry.action_item);
      return {facts.rupiah(entry.realised ? entry.realised->rupiah : 0), facts.rupiah(item ? budget_of(*item, entry.year) : 0)};
    }
    default: return {};
  }
}

bool is_general(RuleId rule) { return rule <= RuleId::record_duplicate_code || rule == RuleId::agency_duplicate_short_name; }
}  // namespace

std::vector<std::string> finding_args(Document const& document, Finding const& finding, NumberStyle style, KeyText const& text_of) {
  Node const* const node = finding.record ? document.find(finding.type, finding.record) : nullptr;
  Facts const facts{document, finding, style, text_of, node};
  if (is_general(finding.rule)) return general_args(facts);
  if (!node) return {};
  if (finding.type == record_type<ActionItem>) return action_item_args(facts, node->as<ActionItem>());
  if (finding.type == record_type<Plan>) return plan_args(facts, node->as<Plan>());
  if (finding.type == record_type<Indicator>) return indicator_args(facts);
  return other_args(facts, *node);
}

}  // namespace rancang
