#pragma once
// F-05 Analisis masa depan, F-05b Potensi unggulan, F-05c Kebijakan induk (domain.md 4.3).
// Must not know: files, screens.
#include "model/common.hpp"

namespace rancang {

enum class TrendLevel : std::uint8_t { unset, global, national, province, area, region };
template <>
struct EnumTable<TrendLevel> {
  static constexpr auto name = "trend_level"sv;
  static constexpr std::array names{""sv, "global"sv, "national"sv, "province"sv, "area"sv, "region"sv};
};

enum class TrendCategory : std::uint8_t { unset, politics, economy, society, technology, environment, law, demography };
template <>
struct EnumTable<TrendCategory> {
  static constexpr auto name = "trend_category"sv;
  static constexpr std::array names{""sv, "politics"sv, "economy"sv, "society"sv, "technology"sv, "environment"sv, "law"sv, "demography"sv};
};

enum class TrendHorizon : std::uint8_t { unset, one_year, five_years, ten_years, beyond };
template <>
struct EnumTable<TrendHorizon> {
  static constexpr auto name = "trend_horizon"sv;
  static constexpr std::array names{""sv, "one_year"sv, "five_years"sv, "ten_years"sv, "beyond"sv};
};

enum class Grade : std::uint8_t { unset, very_low, low, medium, high, very_high };
template <>
struct EnumTable<Grade> {
  static constexpr auto name = "grade"sv;
  static constexpr std::array names{""sv, "very_low"sv, "low"sv, "medium"sv, "high"sv, "very_high"sv};
};

struct Trend {
  std::string statement;
  TrendLevel level = TrendLevel::unset;
  TrendCategory category = TrendCategory::unset;
  TrendHorizon horizon = TrendHorizon::unset;
  Grade impact = Grade::unset;
  Grade likelihood = Grade::unset;
  std::string opportunity;
  std::string threat;
  std::vector<Id<Dimension>> dimensions;
  std::string response;
  std::vector<Source> evidence;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Trend> {
  static constexpr auto name = "trend"sv;
  static constexpr auto fields = std::tuple{
      field<&Trend::statement>("statement", {.required = true, .max_length = 600, .role = Role::title}),
      field<&Trend::level>("level", {.required = true}),
      field<&Trend::category>("category", {.required = true}),
      field<&Trend::horizon>("horizon"),
      field<&Trend::impact>("impact", {.required = true, .gate = Gate::i}),
      field<&Trend::likelihood>("likelihood", {.required = true, .gate = Gate::i}),
      field<&Trend::opportunity>("opportunity", {.prose = true, .max_length = 2000}),
      field<&Trend::threat>("threat", {.prose = true, .max_length = 2000}),
      field<&Trend::dimensions>("dimensions", {.merge = Merge::unite}),
      field<&Trend::response>("response", {.prose = true, .max_length = 2000}),
      field<&Trend::evidence>("evidence", {.section = "data", .initially_hidden = true}),
      field<&Trend::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Trend::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&Trend::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&Trend::status>("status", {.role = Role::status, .section = "work"}),
      field<&Trend::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Trend::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&Trend::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

struct Potential {
  std::string name;
  std::string sector;
  std::string location;
  std::optional<Decimal> quantity;
  std::string unit;
  Year year = 0;
  std::string uniqueness;
  Id<Dimension> dimension;
  std::vector<Source> evidence;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Potential> {
  static constexpr auto name = "potential"sv;
  static constexpr auto fields = std::tuple{
      field<&Potential::name>("name", {.required = true, .role = Role::title}),
      field<&Potential::sector>("sector", {.max_length = 120}),
      field<&Potential::location>("location", {.max_length = 160}),
      field<&Potential::quantity>("quantity"),
      field<&Potential::unit>("unit", {.max_length = 40}),
      field<&Potential::year>("year", {.min = 1900, .max = 2100}),
      field<&Potential::uniqueness>("uniqueness", {.required = true, .prose = true, .max_length = 2000, .gate = Gate::i}),
      field<&Potential::dimension>("dimension"),
      field<&Potential::evidence>("evidence", {.section = "data", .initially_hidden = true}),
      field<&Potential::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Potential::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&Potential::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&Potential::status>("status", {.role = Role::status, .section = "work"}),
      field<&Potential::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Potential::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&Potential::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

struct PolicyContext {
  std::string name;  // RPJMN, RTRW, Arsitektur SPBE, SDGs
  TrendLevel level = TrendLevel::unset;
  std::string period;
  std::string relevance;
  std::string consequence;
  std::vector<Id<Dimension>> dimensions;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<PolicyContext> {
  static constexpr auto name = "policy_context"sv;
  static constexpr auto fields = std::tuple{
      field<&PolicyContext::name>("name", {.required = true, .role = Role::title}),
      field<&PolicyContext::level>("level"),
      field<&PolicyContext::period>("period", {.max_length = 40}),
      field<&PolicyContext::relevance>("relevance", {.required = true, .prose = true, .max_length = 2000}),
      field<&PolicyContext::consequence>("consequence", {.prose = true, .max_length = 2000}),
      field<&PolicyContext::dimensions>("dimensions", {.merge = Merge::unite}),
      field<&PolicyContext::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&PolicyContext::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&PolicyContext::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&PolicyContext::status>("status", {.role = Role::status, .section = "work"}),
      field<&PolicyContext::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&PolicyContext::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&PolicyContext::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
