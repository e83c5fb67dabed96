#pragma once
// F-23 Indikator (domain.md 4.10) with baseline, yearly targets and actuals, and the six quality ticks of domain.md 6.1.
// Must not know: files, screens.
#include "model/common.hpp"

namespace rancang {

enum class Polarity : std::uint8_t { unset, higher_is_better, lower_is_better, range };
template <>
struct EnumTable<Polarity> {
  static constexpr auto name = "polarity"sv;
  static constexpr std::array names{""sv, "higher_is_better"sv, "lower_is_better"sv, "range"sv};
};
enum class IndicatorLevel : std::uint8_t { unset, input, output, outcome, impact };
template <>
struct EnumTable<IndicatorLevel> {
  static constexpr auto name = "indicator_level"sv;
  static constexpr std::array names{""sv, "input"sv, "output"sv, "outcome"sv, "impact"sv};
};
enum class Frequency : std::uint8_t { unset, monthly, quarterly, half_yearly, yearly };
template <>
struct EnumTable<Frequency> {
  static constexpr auto name = "frequency"sv;
  static constexpr std::array names{""sv, "monthly"sv, "quarterly"sv, "half_yearly"sv, "yearly"sv};
};

struct Indicator {
  std::string code;
  std::string name;
  std::string definition;
  std::string formula;
  std::string unit;
  Polarity polarity = Polarity::unset;
  IndicatorLevel level = IndicatorLevel::unset;
  Id<Dimension> dimension;
  Id<SubDimension> sub_dimension;
  std::vector<Source> data_sources;
  Frequency frequency = Frequency::unset;
  Id<Agency> owner_agency;
  Year baseline_year = 0;
  std::optional<Decimal> baseline;
  YearSeries<Decimal> targets;
  YearSeries<Decimal> actuals;
  std::string sni_ref;  // clause of SNI ISO 37122: "37122:10.2"
  std::string spm_ref;
  bool rpjmd_iku = false;
  bool is_complete = false;
  bool is_tech_neutral = false;
  bool is_simple = false;
  bool is_valid = false;
  bool is_verifiable = false;
  bool is_available = false;
  std::int64_t order = 0;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Indicator> {
  static constexpr auto name = "indicator"sv;
  static constexpr auto fields = std::tuple{
      field<&Indicator::code>("code", {.max_length = 24, .role = Role::code}),
      field<&Indicator::name>("name", {.required = true, .role = Role::title}),
      field<&Indicator::definition>("definition", {.prose = true, .max_length = 2000, .initially_hidden = true}),
      field<&Indicator::formula>("formula", {.prose = true, .max_length = 1000, .initially_hidden = true}),
      field<&Indicator::unit>("unit", {.required = true, .max_length = 40}),
      field<&Indicator::polarity>("polarity", {.initially_hidden = true}),
      field<&Indicator::level>("level", {.initially_hidden = true}),
      field<&Indicator::dimension>("dimension", {.section = "chain"}),
      field<&Indicator::sub_dimension>("sub_dimension", {.section = "chain", .initially_hidden = true}),
      field<&Indicator::data_sources>("data_sources", {.required = true, .gate = Gate::iii, .section = "data"}),
      field<&Indicator::frequency>("frequency", {.section = "data", .initially_hidden = true}),
      field<&Indicator::owner_agency>("owner_agency", {.required = true, .gate = Gate::iii, .section = "data"}),
      field<&Indicator::baseline_year>("baseline_year", {.required = true, .gate = Gate::iii, .min = 2000, .max = 2100, .section = "measure"}),
      field<&Indicator::baseline>("baseline", {.required = true, .gate = Gate::iii, .section = "measure"}),
      field<&Indicator::targets>("targets", {.required = true, .gate = Gate::iii, .section = "measure"}),
      field<&Indicator::actuals>("actuals", {.section = "measure", .initially_hidden = true}),
      field<&Indicator::sni_ref>("sni_ref", {.max_length = 24, .section = "reference", .initially_hidden = true}),
      field<&Indicator::spm_ref>("spm_ref", {.max_length = 60, .section = "reference", .initially_hidden = true}),
      field<&Indicator::rpjmd_iku>("rpjmd_iku", {.section = "reference", .initially_hidden = true}),
      field<&Indicator::is_complete>("is_complete", {.section = "quality", .initially_hidden = true}),
      field<&Indicator::is_tech_neutral>("is_tech_neutral", {.section = "quality", .initially_hidden = true}),
      field<&Indicator::is_simple>("is_simple", {.section = "quality", .initially_hidden = true}),
      field<&Indicator::is_valid>("is_valid", {.section = "quality", .initially_hidden = true}),
      field<&Indicator::is_verifiable>("is_verifiable", {.section = "quality", .initially_hidden = true}),
      field<&Indicator::is_available>("is_available", {.section = "quality", .initially_hidden = true}),
      field<&Indicator::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Indicator::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&Indicator::status>("status", {.role = Role::status, .section = "work"}),
      field<&Indicator::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Indicator::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&Indicator::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
