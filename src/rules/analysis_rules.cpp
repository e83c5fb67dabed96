// The analysis of Bimtek I (domain.md 4.2–4.5): what contradicts itself, and what cannot be believed without proof.
#include "base/utf8.hpp"
#include "rules/check.hpp"
#include "rules/delivery.hpp"

namespace rancang {
namespace {
bool fits(CrossKind kind, Quadrant quadrant) {
  bool const inside_ok = kind == CrossKind::so || kind == CrossKind::st ? quadrant == Quadrant::strength : quadrant == Quadrant::weakness;
  bool const outside_ok = kind == CrossKind::so || kind == CrossKind::wo ? quadrant == Quadrant::opportunity : quadrant == Quadrant::threat;
  return inside_ok || outside_ok;
}
}  // namespace

void check_legal_basis(RuleContext const&, Node const& node, Report& report) {
  auto const& basis = node.as<LegalBasis>();
  if (basis.validity == LegalValidity::in_force && basis.number.empty()) report.add(RuleId::legal_basis_no_number, field_of<&LegalBasis::number>);
}

void check_attendance(RuleContext const&, Node const& node, Report& report) {
  auto const& attendance = node.as<Attendance>();
  if (attendance.person.value && attendance.person == attendance.replaces) return report.add(RuleId::attendance_replaces_self, field_of<&Attendance::replaces>);
  if (attendance.replaces) report.add(RuleId::attendance_replaced, field_of<&Attendance::replaces>, 0, attendance.replaces.value);
}

void check_data_request(RuleContext const& context, Node const& node, Report& report) {
  auto const& request = node.as<DataRequest>();
  bool const arrived = request.state == RequestState::delivered || request.state == RequestState::confirmed;
  if (arrived && !request.value) report.add(RuleId::data_request_no_value, field_of<&DataRequest::value>);
  if (request.state == RequestState::refused && request.obstacle.empty()) report.add(RuleId::data_request_no_obstacle, field_of<&DataRequest::obstacle>);
  auto const delivery = delivery_of(context.document, request);
  if (!delivery || delivery->in_profile == delivery->value) return;
  RuleId const rule = delivery->in_profile ? RuleId::data_request_other_in_profile : RuleId::data_request_not_in_profile;
  report.add(rule, field_of<&DataRequest::value>, delivery->year, delivery->figure);
}

void check_trend(RuleContext const&, Node const& node, Report& report) {
  auto const& trend = node.as<Trend>();
  if (trend.impact >= Grade::high && trend.response.empty()) report.add(RuleId::trend_no_response, field_of<&Trend::response>);
}

void check_readiness_sub_element(RuleContext const& context, Node const& node, Report& report) {
  auto const* const element = context.document.get(node.as<ReadinessSubElement>().element);
  if (element && element->is_used && context.usage.count(Use::sub_element_readiness, node.id) == 0) report.add(RuleId::readiness_sub_element_not_assessed);
}

void check_readiness(RuleContext const&, Node const& node, Report& report) {
  auto const& readiness = node.as<Readiness>();
  if (readiness.score >= ReadinessScore::mostly && readiness.evidence.empty()) report.add(RuleId::readiness_no_evidence, field_of<&Readiness::evidence>);
}

void check_gap(RuleContext const&, Node const& node, Report& report) {
  auto const& gap = node.as<Gap>();
  if (!gap.condition.empty() && utf8::fold(gap.condition) == utf8::fold(gap.target)) report.add(RuleId::gap_no_difference, field_of<&Gap::target>);
}

void check_swot_item(RuleContext const&, Node const& node, Report& report) {
  auto const& item = node.as<SwotItem>();
  if (item.weight && !item.rating) report.add(RuleId::swot_item_no_rating, field_of<&SwotItem::rating>);
}

void check_cross_strategy(RuleContext const& context, Node const& node, Report& report) {
  auto const& cross = node.as<CrossStrategy>();
  if (cross.kind == CrossKind::unset) return;
  for (auto const& id : cross.from) {
    auto const* const item = context.document.get(id);
    if (item && item->quadrant != Quadrant::unset && !fits(cross.kind, item->quadrant)) report.add(RuleId::cross_strategy_other_quadrant, field_of<&CrossStrategy::from>, 0, id.value);
  }
}

}  // namespace rancang
