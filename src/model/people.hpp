#pragma once
// F-03 Dewan, Tim Pelaksana, Forum, mentors and participants of the workshops, and who was there (domain.md 4.2).
// Must not know: files, screens.
#include "model/common.hpp"

namespace rancang {

enum class Body : std::uint8_t { unset, council, team, forum, mentor, participant };
template <>
struct EnumTable<Body> {
  static constexpr auto name = "body"sv;
  static constexpr std::array names{""sv, "council"sv, "team"sv, "forum"sv, "mentor"sv, "participant"sv};
};

enum class BodyPosition : std::uint8_t { unset, steering, chair, deputy, secretary, coordinator, member };
template <>
struct EnumTable<BodyPosition> {
  static constexpr auto name = "body_position"sv;
  static constexpr std::array names{""sv, "steering"sv, "chair"sv, "deputy"sv, "secretary"sv, "coordinator"sv, "member"sv};
};

enum class PersonOrigin : std::uint8_t { unset, government, dprd, forkopimda, vertical, bumn, bumd, private_company, bank, university, community, media, figure };
template <>
struct EnumTable<PersonOrigin> {
  static constexpr auto name = "person_origin"sv;
  static constexpr std::array names{""sv, "government"sv, "dprd"sv, "forkopimda"sv, "vertical"sv, "bumn"sv, "bumd"sv, "private_company"sv, "bank"sv, "university"sv, "community"sv, "media"sv, "figure"sv};
};

struct Person {
  std::string name;
  std::string office;  // jabatan
  Id<Agency> agency;
  std::string institution;  // where it is no OPD
  Body body = Body::unset;
  BodyPosition position = BodyPosition::unset;
  PersonOrigin origin = PersonOrigin::unset;
  Id<Dimension> dimension;  // working group
  std::string decree_number;
  std::optional<Date> decree_date;
  std::string contact;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Person> {
  static constexpr auto name = "person"sv;
  static constexpr auto fields = std::tuple{
      field<&Person::name>("name", {.required = true, .max_length = 160, .role = Role::title}),
      field<&Person::office>("office", {.max_length = 160}),
      field<&Person::agency>("agency"),
      field<&Person::institution>("institution", {.max_length = 160}),
      field<&Person::body>("body", {.required = true}),
      field<&Person::position>("position"),
      field<&Person::origin>("origin"),
      field<&Person::dimension>("dimension"),
      field<&Person::decree_number>("decree_number", {.max_length = 80, .section = "decree", .initially_hidden = true}),
      field<&Person::decree_date>("decree_date", {.section = "decree", .initially_hidden = true}),
      field<&Person::contact>("contact", {.max_length = 160, .section = "contact", .initially_hidden = true}),
      field<&Person::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Person::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Person::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&Person::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

struct Attendance {
  Id<Person> person;
  Stage bimtek = Stage::unset;
  std::optional<std::int64_t> day;
  bool present = false;
  Id<Agency> agency;
  Id<Person> replaces;  // who came the time before
  std::string remark;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string note;
};
template <>
struct Schema<Attendance> {
  static constexpr auto name = "attendance"sv;
  static constexpr auto fields = std::tuple{
      field<&Attendance::person>("person", {.required = true}),
      field<&Attendance::bimtek>("bimtek", {.required = true}),
      field<&Attendance::day>("day", {.required = true, .min = 1, .max = 2}),
      field<&Attendance::present>("present"),
      field<&Attendance::agency>("agency"),
      field<&Attendance::replaces>("replaces"),
      field<&Attendance::remark>("remark", {.max_length = 160}),
      field<&Attendance::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Attendance::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Attendance::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
