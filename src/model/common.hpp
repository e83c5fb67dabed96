#pragma once
// Enumerations and small nested records that several record types share: status, stage, certainty, source of a figure.
// Must not know: languages (labels are catalogue keys), files, screens.
#include <array>
#include <string>
#include <string_view>

#include "schema/schema.hpp"

namespace rancang {

using namespace std::string_view_literals;

// Working state of a row (domain.md 4.1).
enum class RowStatus : std::uint8_t { draft, review, agreed, dropped };
template <>
struct EnumTable<RowStatus> {
  static constexpr auto name = "row_status"sv;
  static constexpr std::array names{"draft"sv, "review"sv, "agreed"sv, "dropped"sv};
};

// The workshop (Bimtek) in which a row came up (domain.md 4.1).
enum class Stage : std::uint8_t { unset, i, ii, iii, iv };
template <>
struct EnumTable<Stage> {
  static constexpr auto name = "stage"sv;
  static constexpr std::array names{""sv, "i"sv, "ii"sv, "iii"sv, "iv"sv};
};

// How sure a statement is. `illustration` = invented for the sample plan; shown on screen and kept in the file.
enum class Certainty : std::uint8_t { unset, official, reported, proposal, illustration };
template <>
struct EnumTable<Certainty> {
  static constexpr auto name = "certainty"sv;
  static constexpr std::array names{""sv, "official"sv, "reported"sv, "proposal"sv, "illustration"sv};
};

// Short 1 year, medium 5, long 10 years (domain.md 4.7).
enum class Horizon : std::uint8_t { unset, short_term, medium_term, long_term };
template <>
struct EnumTable<Horizon> {
  static constexpr auto name = "horizon"sv;
  static constexpr std::array names{""sv, "short_term"sv, "medium_term"sv, "long_term"sv};
};

// Where a figure or statement comes from: `src` of domain.md 4.1.
struct Source {
  std::string title;
  Year year = 0;
  std::string page;  // page or address
  friend bool operator==(Source const&, Source const&) = default;
};
template <>
struct Schema<Source> {
  static constexpr auto name = "source"sv;
  static constexpr auto fields = std::tuple{
      field<&Source::title>("title", {.required = true, .role = Role::title}),
      field<&Source::year>("year", {.min = 1900, .max = 2100}),
      field<&Source::page>("page"),
  };
};

// What proves that something was done or is so.
enum class EvidenceKind : std::uint8_t { unset, document, decree, minutes, attendance, photo, application, data, video, other };
template <>
struct EnumTable<EvidenceKind> {
  static constexpr auto name = "evidence_kind"sv;
  static constexpr std::array names{""sv, "document"sv, "decree"sv, "minutes"sv, "attendance"sv, "photo"sv, "application"sv, "data"sv, "video"sv, "other"sv};
};
struct Evidence {
  std::string title;
  EvidenceKind kind = EvidenceKind::unset;
  std::string address;  // link, or where the file lies
  std::optional<Date> date;
  friend bool operator==(Evidence const&, Evidence const&) = default;
};
template <>
struct Schema<Evidence> {
  static constexpr auto name = "evidence"sv;
  static constexpr auto fields = std::tuple{
      field<&Evidence::title>("title", {.required = true, .role = Role::title}),
      field<&Evidence::kind>("kind"),
      field<&Evidence::address>("address", {.max_length = 600}),
      field<&Evidence::date>("date"),
  };
};

struct Agency;
struct Dimension;
struct SubDimension;
struct FundingSource;
struct Indicator;
struct RpjmdVision;
struct RpjmdMission;
struct RpjmdGoal;
struct RpjmdObjective;
struct RpjmdProgram;
struct Mission;
struct Objective;
struct Strategy;
struct Program;
struct ActionItem;
struct Person;
struct ProfileFigure;
struct ReadinessElement;
struct ReadinessSubElement;
struct Readiness;
struct Gap;
struct SwotItem;
struct StrategicIssue;
struct CrossStrategy;
struct Meeting;
struct QuickWin;
struct QuickWinCriterion;
struct Instrument;
struct Question;
struct Book;

}  // namespace rancang
