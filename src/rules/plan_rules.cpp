// The plan as a whole: its identity (domain.md 4.2, F-01), the records that every plan has once, conflicts left by a merge.
#include "model/merge.hpp"
#include "rules/check.hpp"

namespace rancang {
namespace {
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Kemendagri's code of a city or regency: "PP.KK".
bool is_region_code(std::string_view code) {
  return code.size() == 5 && is_digit(code[0]) && is_digit(code[1]) && code[2] == '.' && is_digit(code[3]) && is_digit(code[4]);
}

bool is_bps_code(std::string_view code) { return code.size() == 4 && std::all_of(code.begin(), code.end(), is_digit); }

// An RPD has no political vision (domain.md 8.1).
bool owes_rpjmd_vision(Document const& document) {
  Node const* const plan = document.single(record_type<Plan>);
  return !plan || plan->as<Plan>().rpjmd_kind == RpjmdKind::rpjmd;
}
}  // namespace

void check_plan(RuleContext const&, Node const& node, Report& report) {
  auto const& plan = node.as<Plan>();
  if (!plan.region_code.empty() && !is_region_code(plan.region_code)) report.add(RuleId::plan_region_code_form, field_of<&Plan::region_code>);
  if (!plan.bps_code.empty() && !is_bps_code(plan.bps_code)) report.add(RuleId::plan_bps_code_form, field_of<&Plan::bps_code>);
  if (plan.rpjmd_end == 0) return;
  if (plan.rpjmd_end < plan.rpjmd_start) report.add(RuleId::plan_rpjmd_end_before_start, field_of<&Plan::rpjmd_end>);
  else if (plan.rpjmd_end < plan.plan_start) report.add(RuleId::plan_rpjmd_ends_early, field_of<&Plan::rpjmd_end>);
}

void check_rpjmd_vision(RuleContext const& context, Node const& node, Report& report) {
  if (node.as<RpjmdVision>().statement.empty() && owes_rpjmd_vision(context.document)) report.add(RuleId::rpjmd_vision_missing, field_of<&RpjmdVision::statement>);
}

// A merge of two plans can leave two of what there is once; the first by id counts.
void check_single(RuleContext const& context, Node const& node, Report& report) {
  Node const* const first = context.document.single(node.type);
  if (first && first->id != node.id) report.add(RuleId::record_more_than_one, -1, 0, first->id);
}

void check_conflicts(Node const& node, Report& report) {
  if (!node.causal || node.causal->others.empty()) return;
  int last = -1;
  for (auto const& other : node.causal->others) {
    if (other.field == last || other.field >= node.info().fields.size()) continue;
    last = other.field;
    if (field_state(node, other.field) == FieldState::conflict) report.add(RuleId::record_conflict, other.field);
  }
}

void check_missing_records(RuleContext const& context, Report& report) {
  report.begin_missing();
  Document const& document = context.document;
  if (!document.single(record_type<Plan>)) report.add_missing(RuleId::plan_missing, record_type<Plan>);
  if (!document.single(record_type<RpjmdVision>) && owes_rpjmd_vision(document)) report.add_missing(RuleId::rpjmd_vision_missing, record_type<RpjmdVision>);
  if (!document.single(record_type<Vision>)) report.add_missing(RuleId::vision_missing, record_type<Vision>);
  check_whole_plan(context, report);
}

}  // namespace rancang
