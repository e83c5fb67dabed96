// Delivered figures on their way into the profile, and what is overdue on a given day.
#include "rules/delivery.hpp"

#include <doctest/doctest.h>

#include "core/rules/rule_case.hpp"
#include "rules/owed.hpp"

using namespace rancang;
using namespace rancang::test;

namespace {
constexpr Date today{19'200};

struct Asked : CleanPlan {
  Id<DataRequest> request = first<DataRequest>();
  Id<ProfileFigure> figure = first<ProfileFigure>();

  Asked() {
    edit(figure, [](ProfileFigure& r) { r.name = "Jumlah penduduk", r.unit = "jiwa", r.values.values = {{2020, {172'838'000'000}}, {2022, {177'785'000'000}}}; });
    edit(request, [this](DataRequest& r) {
      r.figure = figure, r.agency = agency, r.state = RequestState::delivered, r.value = Decimal{175'200'000'000}, r.value_year = 2021;
      r.data_sources = {{"Data agregat kependudukan", 2021, "Tabel 1"}};
    });
  }
  bool fires(RuleId rule) const { return findings.count(rule) == 1; }
  Finding found(RuleId rule) const {
    for (Finding const& finding : findings.of(request.value))
      if (finding.rule == rule) return finding;
    FAIL("not found");
    return {};
  }
  // What the verb of the finding does.
  void mend(RuleId rule) {
    auto const writes = fix_writes(document, found(rule));
    CHECK(writes.size() == 2);
    for (RecordWrite const& write : writes) {
      REQUIRE(write.record == figure.value);
      edit(figure, [&](ProfileFigure& r) { REQUIRE(record_info(write.type).fields[write.field].set(&r, write.value)); });
    }
  }
};
}  // namespace

TEST_CASE("a delivered figure is put into its year with its source, once") {
  Asked plan;
  REQUIRE(plan.fires(RuleId::data_request_not_in_profile));
  std::size_t const sources = plan.document.get(plan.figure)->data_sources.size();
  plan.mend(RuleId::data_request_not_in_profile);
  ProfileFigure const& figure = *plan.document.get(plan.figure);
  REQUIRE(figure.values.values.size() == 3);
  CHECK(figure.values.values[1] == std::pair<Year, Decimal>(2021, Decimal{175'200'000'000}));
  REQUIRE(figure.data_sources.size() == sources + 1);
  CHECK(figure.data_sources.back().title == "Data agregat kependudukan");
  CHECK_FALSE(plan.fires(RuleId::data_request_not_in_profile));
  plan.edit(plan.request, [](DataRequest& r) { r.value = Decimal{175'300'000'000}; });
  plan.mend(RuleId::data_request_other_in_profile);
  CHECK(plan.document.get(plan.figure)->data_sources.size() == sources + 1);
  CHECK(plan.document.get(plan.figure)->values.values.size() == 3);
}

TEST_CASE("the finding about another figure shows both, and follows the profile") {
  Asked plan;
  plan.edit(plan.figure, [](ProfileFigure& r) { r.values.values = {{2021, {171'000'000'000}}}; });
  REQUIRE(plan.fires(RuleId::data_request_other_in_profile));
  CHECK_FALSE(plan.fires(RuleId::data_request_not_in_profile));
  auto const args = finding_args(plan.document, plan.found(RuleId::data_request_other_in_profile), NumberStyle::indonesian, [](std::string_view key) { return std::string(key); });
  CHECK(args == std::vector<std::string>{"Jumlah penduduk", "2021", "175.200 jiwa", "171.000 jiwa"});
  plan.edit(plan.figure, [](ProfileFigure& r) { r.values.values = {{2021, {175'200'000'000}}}; });
  CHECK_FALSE(plan.fires(RuleId::data_request_other_in_profile));
  plan.edit(plan.figure, [](ProfileFigure& r) { r.values.values.front().second = Decimal{1}; });
  CHECK(plan.fires(RuleId::data_request_other_in_profile));
}

TEST_CASE("nothing is on its way while the answer, its year or the figure is missing") {
  auto const pending = [](auto change) {
    Asked plan;
    plan.edit(plan.request, change);
    auto const delivery = delivery_of(plan.document, *plan.document.get(plan.request));
    CHECK_FALSE(plan.fires(RuleId::data_request_not_in_profile));
    CHECK(delivery_writes(plan.document, *plan.document.get(plan.request)).empty() == !delivery);
    return delivery.has_value();
  };
  CHECK_FALSE(pending([](DataRequest& r) { r.state = RequestState::sent; }));
  CHECK_FALSE(pending([](DataRequest& r) { r.value.reset(); }));
  CHECK_FALSE(pending([](DataRequest& r) { r.value_year = 0; }));
  CHECK_FALSE(pending([](DataRequest& r) { r.figure = {}; }));
  Asked plan;
  plan.remove(plan.figure);
  CHECK_FALSE(delivery_of(plan.document, *plan.document.get(plan.request)));
}

TEST_CASE("a request is late from the day after it was due until it is answered") {
  CHECK(days_late(Date{today.days}, today) == 0);
  CHECK(days_late(Date{today.days - 12}, today) == 12);
  CHECK(days_late(Date{today.days + 3}, today) == 0);
  CHECK(days_late(std::nullopt, today) == 0);
  Asked plan;
  plan.edit(plan.request, [](DataRequest& r) { r.due = Date{today.days - 12}; });
  CHECK(late_requests(plan.document, today).empty());  // delivered
  plan.edit(plan.request, [](DataRequest& r) { r.state = RequestState::sent; });
  auto const late = late_requests(plan.document, today);
  REQUIRE(late.size() == 1);
  CHECK(late[0].record == plan.request.value);
  CHECK(late[0].agency == plan.agency.value);
  auto const requests = [&](std::optional<Date> day) { return agency_duties(plan.document, plan.findings, day)[0].duties[static_cast<std::size_t>(Duty::requests)]; };
  CHECK(requests(today).late == 1);
  CHECK(requests(Date{today.days - 12}).late == 0);
  CHECK(requests(std::nullopt).late == 0);  // no day, nothing late
  auto const rows = owed_rows(plan.document, plan.findings, plan.agency.value);
  auto const row = std::find_if(rows.begin(), rows.end(), [](OwedRow const& r) { return r.duty == Duty::requests; });
  REQUIRE(row != rows.end());
  CHECK(row->due == Date{today.days - 12});
}
