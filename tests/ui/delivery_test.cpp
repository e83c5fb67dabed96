// Delivered figures on their way into the profile.
#include <doctest/doctest.h>

#include "at_work.hpp"
#include "rules/check.hpp"

using namespace rancang;
using namespace rancang::testing;

TEST_CASE_FIXTURE(SampleOpen, "a delivered figure is put into the profile from its form, in one step, after both have been shown") {
  Node const* found = nullptr;
  ui.document().table_of<DataRequest>().for_each([&](NodePtr const& node) {
    if (!found && node->as<DataRequest>().state == RequestState::delivered && node->as<DataRequest>().value) found = node.get();
  });
  REQUIRE(found);
  Ulid const id = found->id;
  DataRequest const request = found->as<DataRequest>();
  auto const profile = [&]() -> ProfileFigure const& { return *ui.document().get(request.figure); };
  auto const value_of_year = [&] {
    for (auto const& [year, value] : profile().values.values)
      if (year == request.value_year) return std::optional(value);
    return std::optional<Decimal>();
  };
  ui.platform().send(RouteChanged{record_route(ui.document().plan_id, record_type<DataRequest>, id)});
  ui.settle();
  std::string const replace(*ui.s().find("finding.data_request.other_in_profile.fix")), put(*ui.s().find("finding.data_request.not_in_profile.fix"));
  CHECK_FALSE(ui.find(replace));
  ui.app().edit(SetField{{record_type<DataRequest>, id, static_cast<std::uint8_t>(field_of<&DataRequest::value>), Value(Decimal{77'000'000})}});
  ui.settle();
  CHECK(ui.shows("profil sekarang " + format_decimal(*value_of_year(), NumberStyle::indonesian)));
  std::size_t const steps = ui.history().position(), sources = profile().data_sources.size();
  Decimal const before = *value_of_year();
  REQUIRE(ui.click(replace));
  CHECK(value_of_year() == Decimal{77'000'000});
  CHECK(profile().data_sources.size() >= sources);
  CHECK(std::find(profile().data_sources.begin(), profile().data_sources.end(), request.data_sources.front()) != profile().data_sources.end());
  CHECK(ui.history().position() == steps + 1);
  CHECK(ui.told("di profil diganti dari"));
  CHECK_FALSE(ui.find(replace));
  ui.key(ctrl | ImGuiKey_Z);
  CHECK(value_of_year() == before);
  ui.app().edit(SetField{{record_type<DataRequest>, id, static_cast<std::uint8_t>(field_of<&DataRequest::value_year>), Value(Year{2017})}});
  ui.settle();
  REQUIRE(ui.click(put));
  CHECK(profile().values.values.front() == std::pair<Year, Decimal>(2017, Decimal{77'000'000}));
  CHECK(ui.document().get(Id<DataRequest>{id})->confirmed_by == request.confirmed_by);
}
