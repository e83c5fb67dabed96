#pragma once
// F-08 SWOT, strategi silang, isu strategis, kata kunci visi (domain.md 4.5).
// Must not know: files, screens.
#include "model/common.hpp"

namespace rancang {

enum class Quadrant : std::uint8_t { unset, strength, weakness, opportunity, threat };
template <>
struct EnumTable<Quadrant> {
  static constexpr auto name = "quadrant"sv;
  static constexpr std::array names{""sv, "strength"sv, "weakness"sv, "opportunity"sv, "threat"sv};
};

struct SwotItem {
  Quadrant quadrant = Quadrant::unset;
  std::string statement;
  Id<ReadinessElement> element;
  Id<Dimension> dimension;
  std::vector<Source> evidence;
  std::optional<Decimal> weight;
  std::optional<std::int64_t> rating;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<SwotItem> {
  static constexpr auto name = "swot_item"sv;
  static constexpr auto fields = std::tuple{
      field<&SwotItem::quadrant>("quadrant", {.required = true, .gate = Gate::i}),
      field<&SwotItem::statement>("statement", {.required = true, .max_length = 600, .role = Role::title}),
      field<&SwotItem::element>("element"),
      field<&SwotItem::dimension>("dimension"),
      field<&SwotItem::evidence>("evidence", {.initially_hidden = true}),
      field<&SwotItem::weight>("weight", {.min = 0, .max = 1, .section = "figures", .initially_hidden = true}),
      field<&SwotItem::rating>("rating", {.min = 1, .max = 4, .section = "figures", .initially_hidden = true}),
      field<&SwotItem::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&SwotItem::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&SwotItem::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&SwotItem::status>("status", {.role = Role::status, .section = "work"}),
      field<&SwotItem::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&SwotItem::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&SwotItem::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

enum class CrossKind : std::uint8_t { unset, so, st, wo, wt };
template <>
struct EnumTable<CrossKind> {
  static constexpr auto name = "cross_kind"sv;
  static constexpr std::array names{""sv, "so"sv, "st"sv, "wo"sv, "wt"sv};
};

struct CrossStrategy {
  CrossKind kind = CrossKind::unset;
  std::string text;
  std::vector<Id<SwotItem>> from;
  Id<Dimension> dimension;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<CrossStrategy> {
  static constexpr auto name = "cross_strategy"sv;
  static constexpr auto fields = std::tuple{
      field<&CrossStrategy::kind>("kind", {.required = true}),
      field<&CrossStrategy::text>("text", {.required = true, .max_length = 600, .role = Role::title}),
      field<&CrossStrategy::from>("from", {.required = true, .merge = Merge::unite}),
      field<&CrossStrategy::dimension>("dimension"),
      field<&CrossStrategy::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&CrossStrategy::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&CrossStrategy::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&CrossStrategy::status>("status", {.role = Role::status, .section = "work"}),
      field<&CrossStrategy::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&CrossStrategy::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&CrossStrategy::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

enum class IssueSource : std::uint8_t { unset, rpjmd, renstra, swot, gap, citizens };
template <>
struct EnumTable<IssueSource> {
  static constexpr auto name = "issue_source"sv;
  static constexpr std::array names{""sv, "rpjmd"sv, "renstra"sv, "swot"sv, "gap"sv, "citizens"sv};
};

struct StrategicIssue {
  std::string title;
  std::string explanation;
  IssueSource issue_source = IssueSource::unset;
  bool in_rpjmd = false;
  std::vector<Id<Dimension>> dimensions;
  std::vector<Id<Gap>> gaps;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<StrategicIssue> {
  static constexpr auto name = "strategic_issue"sv;
  static constexpr auto fields = std::tuple{
      field<&StrategicIssue::title>("title", {.required = true, .role = Role::title}),
      field<&StrategicIssue::explanation>("explanation", {.prose = true, .max_length = 2000}),
      field<&StrategicIssue::issue_source>("issue_source"),
      field<&StrategicIssue::in_rpjmd>("in_rpjmd"),
      field<&StrategicIssue::dimensions>("dimensions", {.required = true, .gate = Gate::i, .merge = Merge::unite}),
      field<&StrategicIssue::gaps>("gaps", {.merge = Merge::unite, .initially_hidden = true}),
      field<&StrategicIssue::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&StrategicIssue::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&StrategicIssue::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&StrategicIssue::status>("status", {.role = Role::status, .section = "work"}),
      field<&StrategicIssue::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&StrategicIssue::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&StrategicIssue::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

struct VisionKeyword {
  std::string keyword;
  std::string meaning;
  std::vector<Id<SwotItem>> from;
  std::optional<std::int64_t> votes;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<VisionKeyword> {
  static constexpr auto name = "vision_keyword"sv;
  static constexpr auto fields = std::tuple{
      field<&VisionKeyword::keyword>("keyword", {.required = true, .max_length = 80, .role = Role::title}),
      field<&VisionKeyword::meaning>("meaning", {.prose = true, .max_length = 1000}),
      field<&VisionKeyword::from>("from", {.merge = Merge::unite}),
      field<&VisionKeyword::votes>("votes", {.min = 0, .max = 10000}),
      field<&VisionKeyword::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&VisionKeyword::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&VisionKeyword::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&VisionKeyword::status>("status", {.role = Role::status, .section = "work"}),
      field<&VisionKeyword::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&VisionKeyword::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&VisionKeyword::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
