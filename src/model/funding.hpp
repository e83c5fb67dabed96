#pragma once
// F-19 Sumber pembiayaan (domain.md 4.7): a template tree of sources, and the share of a source in an action item.
// Must not know: files, screens.
#include "model/common.hpp"

namespace rancang {

enum class FundingGroup : std::uint8_t { unset, apbn, transfer, apbd, province, blud, village, non_apbd };
template <>
struct EnumTable<FundingGroup> {
  static constexpr auto name = "funding_group"sv;
  static constexpr std::array names{""sv, "apbn"sv, "transfer"sv, "apbd"sv, "province"sv, "blud"sv, "village"sv, "non_apbd"sv};
};

struct FundingSource {
  std::string name;
  std::string short_name;
  FundingGroup group = FundingGroup::unset;
  std::string description;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
};
template <>
struct Schema<FundingSource> {
  static constexpr auto name = "funding_source"sv;
  static constexpr bool template_rows = true;
  static constexpr auto fields = std::tuple{
      field<&FundingSource::name>("name", {.required = true, .max_length = 120, .role = Role::title}),
      field<&FundingSource::short_name>("short_name", {.required = true, .max_length = 24}),
      field<&FundingSource::group>("group", {.required = true}),
      field<&FundingSource::description>("description", {.prose = true, .max_length = 1000}),
      field<&FundingSource::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&FundingSource::certainty>("certainty", {.section = "origin"}),
      field<&FundingSource::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
  };
};

// Either a share of every year's budget in per cent, or amounts by year; amounts win where both are given.
struct FundingShare {
  Id<FundingSource> funding_source;
  std::optional<Decimal> share;
  YearSeries<Money> amounts;
  friend bool operator==(FundingShare const&, FundingShare const&) = default;
};
template <>
struct Schema<FundingShare> {
  static constexpr auto name = "funding_share"sv;
  static constexpr auto fields = std::tuple{
      field<&FundingShare::funding_source>("funding_source", {.required = true, .role = Role::title}),
      field<&FundingShare::share>("share", {.min = 0, .max = 100}),
      field<&FundingShare::amounts>("amounts", {.min = 0}),
  };
};

}  // namespace rancang
