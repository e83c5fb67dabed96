#pragma once
// A small plan whose every figure is known: six activities of two dimensions, three agencies, two funding sources, 2023–2027, in million rupiah.
// Must not know: screens.
#include "model/document.hpp"

namespace rancang {

struct SmallPlan {
  Document document;
  Id<Dimension> governance, branding;
  Id<Agency> diskominfo, bappeda, setda;
  Id<FundingSource> apbd, csr;
  std::vector<Ulid> items;  // in plan order
};

namespace detail {
template <class R>
Id<R> add_record(SmallPlan& plan, std::uint64_t number, R record) {
  static CausalPtr const fresh = created_by(make_replica(3));
  auto node = make_node(record_type<R>, make_ulid(1'662'000'000'000, index_of(record_type<R>) + 1, number));
  node->template as<R>() = std::move(record);
  node->causal = fresh;
  Id<R> const id{node->id};
  plan.document.table(record_type<R>).put(std::move(node));
  return id;
}
inline YearSeries<Money> millions(std::vector<std::int64_t> const& values) {
  YearSeries<Money> out;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (values[i] >= 0) out.values.emplace_back(static_cast<Year>(2023 + i), Money{values[i] * 1'000'000});
  return out;
}
}  // namespace detail

inline SmallPlan small_plan() {
  using detail::add_record, detail::millions;
  SmallPlan plan;
  plan.document.plan_id = make_ulid(1'662'000'000'000, 99, 1);
  add_record(plan, 1, Plan{.region_name = "Kota Contoh", .plan_start = 2023, .plan_years = 5});
  plan.governance = add_record(plan, 1, Dimension{.code = "gov", .name = "Smart Governance", .order = 1 << 20});
  plan.branding = add_record(plan, 2, Dimension{.code = "brand", .name = "Smart Branding", .order = 2 << 20});
  plan.diskominfo = add_record(plan, 1, Agency{.name = "Dinas Komunikasi dan Informatika", .short_name = "Diskominfo", .order = 1 << 20});
  plan.bappeda = add_record(plan, 2, Agency{.name = "Badan Perencanaan", .short_name = "Bappeda", .order = 2 << 20});
  plan.setda = add_record(plan, 3, Agency{.name = "Sekretariat Daerah", .short_name = "Setda", .order = 3 << 20});
  plan.apbd = add_record(plan, 1, FundingSource{.name = "APBD Kota", .short_name = "APBD", .group = FundingGroup::apbd, .order = 1 << 20});
  plan.csr = add_record(plan, 2, FundingSource{.name = "Dana CSR", .short_name = "CSR", .group = FundingGroup::non_apbd, .order = 2 << 20});
  auto const share = [](Id<FundingSource> id, int percent) { return FundingShare{id, Decimal{percent * micros_per_unit}, {}}; };
  std::uint64_t number = 0;
  auto const item = [&](Id<Dimension> dimension, std::string name, Id<Agency> agency, std::vector<std::int64_t> budget, std::vector<FundingShare> funding, RowStatus status, bool quick_win) {
    ++number;
    ActionItem record{.dimension = dimension, .name = std::move(name), .lead_agency = agency, .budget = millions(budget), .funding = std::move(funding), .start_year = 2023, .end_year = 2027,
                      .quick_win = quick_win, .order = static_cast<std::int64_t>(number) << 20, .status = status};
    plan.items.push_back(add_record(plan, number, std::move(record)).value);
  };
  item(plan.governance, "Portal layanan", plan.diskominfo, {350, 250, 250, 200, 200}, {share(plan.apbd, 100)}, RowStatus::agreed, true);
  item(plan.governance, "Antrean daring", plan.bappeda, {120, 90, 60, 60, 60}, {share(plan.apbd, 100)}, RowStatus::review, false);
  item(plan.governance, "Survei kepuasan", plan.setda, {-1, 400, 300, 200, 150}, {share(plan.apbd, 60)}, RowStatus::draft, false);
  item(plan.branding, "Pekan budaya", plan.bappeda, {400, 400, 450, 450, 500}, {share(plan.apbd, 75), share(plan.csr, 25)}, RowStatus::agreed, false);
  item(plan.branding, "Kalender acara", plan.setda, {60, 60, 60, 60, 60}, {share(plan.apbd, 100)}, RowStatus::draft, false);
  item(plan.branding, "Kemitraan kebun", plan.diskominfo, {-1, -1, -1, -1, -1}, {}, RowStatus::dropped, false);
  return plan;
}

}  // namespace rancang
