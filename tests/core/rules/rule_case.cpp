#include "core/rules/rule_case.hpp"

#include <doctest/doctest.h>

#include "rules/check.hpp"

namespace rancang::test {
namespace {
constexpr Year first = 2023, last = 2027;

template <class T>
YearSeries<T> every_year(T value) {
  YearSeries<T> out;
  for (Year year = first; year <= last; ++year) out.values.emplace_back(year, value);
  return out;
}

Plan clean_identity() {
  Plan plan;
  plan.region_name = "Kota Contoh";
  plan.region_type = RegionType::kota;
  plan.province = "Sumatera Utara";
  plan.region_code = "12.76";
  plan.bps_code = "1274";
  plan.head_title = HeadTitle::wali_kota;
  plan.head_name = "Wali Kota";
  plan.plan_start = first;
  plan.plan_years = 5;
  plan.rpjmd_start = 2021;
  plan.rpjmd_end = 2026;
  plan.mou_date = Date{19'000};
  return plan;
}

Indicator clean_indicator(CleanPlan const& plan) {
  Indicator out;
  out.name = "Lama pengurusan izin usaha";
  out.formula = "rata-rata hari kerja";
  out.unit = "hari";
  out.polarity = Polarity::lower_is_better;
  out.dimension = plan.dimension;
  out.sub_dimension = plan.sub_dimension;
  out.data_sources = {{"Laporan kinerja", 2022, "hlm. 12"}};
  out.owner_agency = plan.agency;
  out.baseline_year = 2022;
  out.baseline = Decimal{8'000'000};
  out.targets.values = {{2023, {6'000'000}}, {2024, {5'000'000}}};
  out.is_verifiable = out.is_available = out.is_tech_neutral = true;
  return out;
}

Program clean_program(CleanPlan const& plan) {
  Program out;
  out.dimension = plan.dimension;
  out.sub_dimension = plan.sub_dimension;
  out.mission = plan.mission;
  out.strategy = plan.strategy;
  out.name = "Layanan perizinan terpadu";
  out.description = "Satu pintu untuk semua izin usaha kecil.";
  out.kind = ProgramKind::program;
  out.rpjmd_program = plan.rpjmd_program;
  out.horizon = Horizon::medium_term;
  out.lead_agency = plan.agency;
  return out;
}

ActionItem clean_action_item(CleanPlan const& plan) {
  ActionItem out;
  out.dimension = plan.dimension;
  out.sub_dimension = plan.sub_dimension;
  out.objective = plan.objective;
  out.strategy = plan.strategy;
  out.program = plan.program;
  out.name = "Peraturan loket izin di kecamatan";
  out.family = ActionFamily::policy;
  out.policy_form = PolicyForm::perkada;
  out.legal_umbrella = true;
  out.budget_code = "2.18.04.2.01.0001";
  out.code_edition = CodeEdition::four_digit;
  out.lead_agency = plan.agency;
  out.indicator = plan.indicator;
  out.budget = every_year(Money{100'000'000});
  out.funding = {{plan.funding_source, Decimal{100'000'000}, {}}};
  out.start_year = first;
  out.end_year = last;
  out.quick_win = true;
  out.in_renja.values = {{first, BudgetState::included}};
  return out;
}

Mission clean_mission(CleanPlan const& plan) {
  Mission out;
  out.number = 1;
  out.dimension = plan.dimension;
  out.text = "Mewujudkan layanan yang cepat";
  out.from_rpjmd_missions = {plan.rpjmd_mission};
  return out;
}

template <class R>
R in_dimension(CleanPlan const& plan) {
  R out;
  out.dimension = plan.dimension;
  out.sub_dimension = plan.sub_dimension;
  return out;
}
// Something that fits into the field, with references to what is there.
Value some_value(Document const& document, FieldInfo const& field) {
  auto const target = [&] { return document.table(field.target).stored().front()->id; };
  switch (field.type) {
    case ValueType::text: return "Isi " + std::string(field.key);
    case ValueType::boolean: return true;
    case ValueType::integer: return std::max<std::int64_t>(field.rules.min, 1);
    case ValueType::decimal: return Decimal{1'000'000};
    case ValueType::money: return Money{1'000'000};
    case ValueType::year: return first;
    case ValueType::date: return Date{19'000};
    case ValueType::enumeration: return EnumIndex{1};
    case ValueType::reference: return target();
    case ValueType::references: return std::vector<Ulid>{target()};
    case ValueType::series: return SeriesValue{field.element, {{2022, 1'000'000}}};
    case ValueType::list: {
      ListValue list;
      list.rows.emplace_back();
      for (FieldInfo const& inner : field.nested->fields) list.rows.back().push_back(some_value(document, inner));
      return list;
    }
  }
  return {};
}
}  // namespace

// Types that no rule of its own looks at need no more than their owed fields; mend_the_rest() adds what other rules ask for.
void CleanPlan::create_the_rest() {
  for (RecordInfo const& info : record_infos()) {
    if (info.type == record_type<MissionAlignment> || document.table(info.type).size() > 0) continue;
    auto node = make_node(info.type, next_id());
    for (std::size_t i = 0; i < info.fields.size(); ++i)
      if (is_owed(info, i)) info.fields[i].set(node->data(), some_value(document, info.fields[i]));
    node->causal = created_by(make_replica(1));
    apply({{{nullptr, node}}});
  }
}

CleanPlan::CleanPlan() {
  findings.rebuild(document);
  plan = create(clean_identity());
  agency = create(Agency{.name = "Dinas Penanaman Modal", .short_name = "DPMPTSP", .contact_name = "Kepala seksi data"});
  dimension = create(Dimension{.code = "gov", .name = "Smart Governance"});
  sub_dimension = create(SubDimension{.dimension = dimension, .code = "gov.service", .name = "Layanan publik"});
  funding_source = create(FundingSource{.name = "APBD Kabupaten/Kota", .short_name = "APBD", .group = FundingGroup::apbd});
  rpjmd_vision = create(RpjmdVision{.statement = "Kota yang maju"});
  rpjmd_mission = create(RpjmdMission{.number = 1, .text = "Memperbaiki tata kelola"});
  rpjmd_goal = create(RpjmdGoal{.mission = rpjmd_mission, .text = "Tata kelola yang baik"});
  rpjmd_objective = create(RpjmdObjective{.goal = rpjmd_goal, .text = "Pelayanan yang memuaskan"});
  rpjmd_program = create(RpjmdProgram{.objective = rpjmd_objective, .name = "Program pelayanan penanaman modal"});
  vision = create(Vision{.statement = "Kota cerdas yang melayani"});
  mission = create(clean_mission(*this));
  indicator = create(clean_indicator(*this));
  auto wanted = in_dimension<Objective>(*this);
  wanted.statement = "Izin terbit lebih cepat";
  wanted.indicators = {indicator};
  objective = create(std::move(wanted));
  auto way = in_dimension<Strategy>(*this);
  way.text = "Memangkas syarat yang berulang";
  way.objective = objective;
  strategy = create(std::move(way));
  program = create(clean_program(*this));
  action_item = create(clean_action_item(*this));
  create_sets();
  create_the_rest();
  mend_the_rest();
}

Ulid CleanPlan::next_id() {
  ++last_id_;
  return make_ulid(1'700'000'000'000 + last_id_, last_id_ * 7919, last_id_);
}

std::shared_ptr<Node> CleanPlan::clone_of(RecordType type, Ulid id) const { return clone_node(**document.table(type).find(id)); }

void CleanPlan::put(std::shared_ptr<Node> node) { apply({{{*document.table(node->type).find(node->id), node}}}); }

void CleanPlan::apply(ChangeSet const& changes) {
  rancang::apply(document, changes);
  findings.update(document, changes);
}

Finding only(CleanPlan const& plan, RuleId rule) {
  Finding out;
  plan.findings.for_each(plan.document, [&](Finding const& finding) {
    if (finding.rule == rule) out = finding;
  });
  REQUIRE(out.rule == rule);
  return out;
}

std::vector<std::string> listed(Findings const& findings, Document const& document) {
  std::vector<std::string> out;
  findings.for_each(document, [&](Finding const& finding) {
    std::string line(rule_info(finding.rule).id);
    line += " of " + std::string(record_info(finding.type).name) + " " + ulid_text(finding.record) + " field " + std::to_string(finding.field) + "/" + std::to_string(finding.inner);
    line += " year " + std::to_string(finding.year) + " other " + ulid_text(finding.other);
    out.push_back(std::move(line));
  });
  return out;
}

}  // namespace rancang::test
