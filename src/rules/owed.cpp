#include "rules/owed.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/order.hpp"
#include "model/reference_lookup.hpp"
#include "rules/check.hpp"
#include "rules/money.hpp"

namespace rancang {
namespace {
std::optional<Date> due_of(Node const& node) { return node.type == record_type<DataRequest> ? node.as<DataRequest>().due : std::nullopt; }
bool is_answered(DataRequest const& request) { return request.state == RequestState::delivered || request.state == RequestState::confirmed; }

// Calls visit(agency, duty, record, done) for everything that somebody owes. Dropped rows owe nothing.
template <class Visit>
struct DutyWalk {
  Document const& document;
  Findings const& findings;
  Visit visit;

  bool has(Ulid record, std::initializer_list<RuleId> rules) const {
    for (Finding const& finding : findings.of(record))
      if (std::find(rules.begin(), rules.end(), finding.rule) != rules.end()) return true;
    return false;
  }
  bool lacks_fields(Ulid record) const { return has(record, {RuleId::field_required, RuleId::field_owed}); }

  void agency(Node const& node) const {
    visit(node.id, Duty::contact, node, !node.as<Agency>().contact_name.empty());
  }
  void request(Node const& node) const {
    auto const& request = node.as<DataRequest>();
    visit(request.agency.value, Duty::requests, node, is_answered(request));
  }
  void figure(Node const& node) const { visit(node.as<ProfileFigure>().agency.value, Duty::figures, node, !lacks_fields(node.id)); }
  void readiness(Node const& node) const { visit(node.as<Readiness>().agency.value, Duty::readiness, node, !lacks_fields(node.id)); }
  void action(Node const& node, PlanPeriod const& period) const {
    auto const& item = node.as<ActionItem>();
    Ulid const lead = item.lead_agency.value;
    visit(lead, Duty::actions, node, true);
    visit(lead, Duty::indicators, node, !has(node.id, {RuleId::action_item_no_indicator, RuleId::action_item_no_unit, RuleId::action_item_no_baseline, RuleId::action_item_no_targets}));
    visit(lead, Duty::budgets, node, !has(node.id, {RuleId::action_item_no_budget, RuleId::action_item_zero_budget, RuleId::action_item_no_funding, RuleId::action_item_funding_not_whole, RuleId::action_item_funding_not_budget}));
    bool const first_year = period.is_known() && budget_of(item, period.years.front()) > 0;
    if (first_year) visit(lead, Duty::codes, node, !item.budget_code.empty());
  }

  template <class R, class Each>
  void each(Each&& of) const {
    document.table_of<R>().for_each([&](NodePtr const& node) {
      if (is_checked(node.get())) of(*node);
    });
  }
  void all() const {
    PlanPeriod const period{plan_years(document)};
    each<Agency>([&](Node const& node) { agency(node); });
    each<DataRequest>([&](Node const& node) { request(node); });
    each<ProfileFigure>([&](Node const& node) { figure(node); });
    each<Readiness>([&](Node const& node) { readiness(node); });
    each<ActionItem>([&](Node const& node) { action(node, period); });
  }
};
template <class Visit>
DutyWalk(Document const&, Findings const&, Visit) -> DutyWalk<Visit>;
}  // namespace

DutyState AgencyDuties::sum() const {
  DutyState out;
  for (auto const& duty : duties) out.total += duty.total, out.done += duty.done;
  return out;
}

std::int32_t days_late(std::optional<Date> due, Date today) { return due && *due < today ? today.days - due->days : 0; }

RecordType duty_type(Duty duty) {
  switch (duty) {
    case Duty::contact: return record_type<Agency>;
    case Duty::requests: return record_type<DataRequest>;
    case Duty::figures: return record_type<ProfileFigure>;
    case Duty::readiness: return record_type<Readiness>;
    default: return record_type<ActionItem>;
  }
}

Ulid agency_of(Document const& document, Node const& node) {
  if (node.type == record_type<Agency>) return node.id;
  auto const first = [&](RecordType target) {
    for (FieldInfo const& field : node.info().fields) {
      if (field.type != ValueType::reference || field.target != target) continue;
      if (Ulid const id = peek_reference(field, node.data())) return id;
    }
    return Ulid{};
  };
  if (Ulid const agency = first(record_type<Agency>)) return agency;
  Ulid const item = node.type == record_type<ActionItem> ? Ulid{} : first(record_type<ActionItem>);
  Node const* const activity = item ? document.find(record_type<ActionItem>, item) : nullptr;
  return activity ? activity->as<ActionItem>().lead_agency.value : Ulid{};
}

std::vector<AgencyDuties> agency_duties(Document const& document, Findings const& findings, std::optional<Date> today) {
  std::vector<AgencyDuties> out;
  std::unordered_map<Ulid, std::size_t, UlidHash> place;
  for (Node const* node : in_plan_order(document, record_type<Agency>)) {
    if (!is_checked(node)) continue;
    place[node->id] = out.size();
    out.push_back({node->id, {}});
  }
  DutyWalk{document, findings, [&](Ulid agency, Duty duty, Node const& node, bool done) {
    auto const at = place.find(agency);
    if (at == place.end()) return;
    DutyState& state = out[at->second].duties[static_cast<std::size_t>(duty)];
    ++state.total;
    if (done) ++state.done;
    else if (today && days_late(due_of(node), *today) > 0) ++state.late;
  }}.all();
  for (auto& agency : out) {  // one activity is enough, none is a debt
    DutyState& actions = agency.duties[static_cast<std::size_t>(Duty::actions)];
    actions = {1, actions.total > 0 ? 1u : 0u};
  }
  return out;
}

std::vector<OwedRow> owed_rows(Document const& document, Findings const& findings, Ulid agency) {
  std::vector<OwedRow> out;
  DutyWalk{document, findings, [&](Ulid of, Duty duty, Node const& node, bool done) {
    if (of == agency && !done) out.push_back({duty, node.type, node.id, due_of(node)});
  }}.all();
  sort_list_stably(out, [](OwedRow const& a, OwedRow const& b) { return a.duty < b.duty; });
  return out;
}

std::vector<LateRequest> late_requests(Document const& document, Date today) {
  std::vector<LateRequest> out;
  document.table_of<DataRequest>().for_each([&](NodePtr const& node) {
    auto const& request = node->as<DataRequest>();
    if (is_checked(node.get()) && !is_answered(request) && days_late(request.due, today) > 0) out.push_back({request.agency.value, node->id, *request.due});
  });
  sort_list(out, [](LateRequest const& a, LateRequest const& b) { return a.due == b.due ? a.record < b.record : a.due < b.due; });
  return out;
}

}  // namespace rancang
