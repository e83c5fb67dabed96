#pragma once
// F-10 Visi dan misi smart city (domain.md 4.6): one vision with its phrases, one mission or more per dimension, and how directly an RPJMD mission serves a dimension.
// Must not know: files, screens.
#include "model/common.hpp"

namespace rancang {

struct VisionPhrase {
  std::string phrase;
  std::string meaning;
  std::string rpjmd_phrase;  // words of the RPJMD vision that it leans on
  friend bool operator==(VisionPhrase const&, VisionPhrase const&) = default;
};
template <>
struct Schema<VisionPhrase> {
  static constexpr auto name = "vision_phrase"sv;
  static constexpr auto fields = std::tuple{
      field<&VisionPhrase::phrase>("phrase", {.required = true, .max_length = 120, .role = Role::title}),
      field<&VisionPhrase::meaning>("meaning", {.prose = true, .max_length = 1000}),
      field<&VisionPhrase::rpjmd_phrase>("rpjmd_phrase", {.max_length = 200}),
  };
};

struct Vision {
  std::string statement;
  std::string tagline;
  std::vector<VisionPhrase> phrases;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Vision> {
  static constexpr auto name = "vision"sv;
  static constexpr bool single = true;
  static constexpr auto fields = std::tuple{
      field<&Vision::statement>("statement", {.required = true, .prose = true, .max_length = 600, .role = Role::title, .gate = Gate::ii}),
      field<&Vision::tagline>("tagline", {.max_length = 120}),
      field<&Vision::phrases>("phrases"),
      field<&Vision::owner_agency>("owner_agency", {.section = "work"}),
      field<&Vision::stage>("stage", {.section = "work"}),
      field<&Vision::status>("status", {.role = Role::status, .section = "work"}),
      field<&Vision::certainty>("certainty", {.section = "origin"}),
      field<&Vision::source>("source", {.max_length = 600, .section = "origin"}),
      field<&Vision::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin"}),
  };
};

struct Mission {
  std::int64_t number = 0;
  Id<Dimension> dimension;
  std::string text;
  std::vector<Id<RpjmdMission>> from_rpjmd_missions;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Mission> {
  static constexpr auto name = "mission"sv;
  static constexpr auto fields = std::tuple{
      field<&Mission::number>("number", {.role = Role::code, .min = 1, .max = 99}),
      field<&Mission::dimension>("dimension", {.required = true, .gate = Gate::ii}),
      field<&Mission::text>("text", {.required = true, .max_length = 600, .role = Role::title}),
      field<&Mission::from_rpjmd_missions>("from_rpjmd_missions", {.required = true, .gate = Gate::ii, .merge = Merge::unite}),
      field<&Mission::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Mission::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&Mission::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&Mission::status>("status", {.role = Role::status, .section = "work"}),
      field<&Mission::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Mission::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&Mission::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

enum class Alignment : std::uint8_t { none, related, direct };
template <>
struct EnumTable<Alignment> {
  static constexpr auto name = "alignment"sv;
  static constexpr std::array names{"none"sv, "related"sv, "direct"sv};
};
// One cell of the matrix RPJMD mission × dimension, called by the two.
struct MissionAlignment {
  Id<RpjmdMission> rpjmd_mission;
  Id<Dimension> dimension;
  Alignment degree = Alignment::none;
  std::string reason;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
};
template <>
struct Schema<MissionAlignment> {
  static constexpr auto name = "mission_alignment"sv;
  static constexpr auto fields = std::tuple{
      field<&MissionAlignment::rpjmd_mission>("rpjmd_mission", {.required = true}),
      field<&MissionAlignment::dimension>("dimension", {.required = true}),
      field<&MissionAlignment::degree>("degree"),
      field<&MissionAlignment::reason>("reason", {.max_length = 600}),
      field<&MissionAlignment::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&MissionAlignment::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
