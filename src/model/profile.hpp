#pragma once
// F-04 Profil daerah: figures with their source, and the requests to agencies that bring them (domain.md 4.2, 12).
// Must not know: files, screens.
#include "model/common.hpp"

namespace rancang {

enum class ProfileGroup : std::uint8_t { unset, geography, administration, demography, economy, poverty, education, health, infrastructure, ict, environment, finance, governance };
template <>
struct EnumTable<ProfileGroup> {
  static constexpr auto name = "profile_group"sv;
  static constexpr std::array names{""sv, "geography"sv, "administration"sv, "demography"sv, "economy"sv, "poverty"sv, "education"sv, "health"sv, "infrastructure"sv, "ict"sv, "environment"sv, "finance"sv, "governance"sv};
};

struct ProfileFigure {
  ProfileGroup group = ProfileGroup::unset;
  std::string name;
  std::string unit;
  YearSeries<Decimal> values;
  std::vector<Source> data_sources;
  Id<Agency> agency;  // who delivers it
  bool is_evaluated = false;  // asked again by the yearly evaluation
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<ProfileFigure> {
  static constexpr auto name = "profile_figure"sv;
  static constexpr auto fields = std::tuple{
      field<&ProfileFigure::group>("group", {.required = true, .gate = Gate::i}),
      field<&ProfileFigure::name>("name", {.required = true, .role = Role::title}),
      field<&ProfileFigure::unit>("unit", {.required = true, .max_length = 40}),
      field<&ProfileFigure::values>("values", {.required = true, .gate = Gate::i, .span = Span::before_plan}),
      field<&ProfileFigure::data_sources>("data_sources", {.required = true, .gate = Gate::i, .section = "data"}),
      field<&ProfileFigure::agency>("agency", {.required = true, .gate = Gate::i, .section = "data"}),
      field<&ProfileFigure::is_evaluated>("is_evaluated", {.section = "data", .initially_hidden = true}),
      field<&ProfileFigure::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&ProfileFigure::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&ProfileFigure::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&ProfileFigure::status>("status", {.role = Role::status, .section = "work"}),
      field<&ProfileFigure::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&ProfileFigure::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&ProfileFigure::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

enum class RequestState : std::uint8_t { unset, draft, sent, delivered, confirmed, refused };
template <>
struct EnumTable<RequestState> {
  static constexpr auto name = "request_state"sv;
  static constexpr std::array names{""sv, "draft"sv, "sent"sv, "delivered"sv, "confirmed"sv, "refused"sv};
};

struct DataRequest {
  std::string what;
  Id<Agency> agency;
  std::string purpose;
  Id<ProfileFigure> figure;
  std::optional<Date> due;
  RequestState state = RequestState::unset;
  std::optional<Decimal> value;
  Year value_year = 0;
  std::vector<Source> data_sources;
  Id<Person> confirmed_by;  // who vouches for the figure
  std::string obstacle;
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<DataRequest> {
  static constexpr auto name = "data_request"sv;
  static constexpr auto fields = std::tuple{
      field<&DataRequest::what>("what", {.required = true, .max_length = 300, .role = Role::title}),
      field<&DataRequest::agency>("agency", {.required = true}),
      field<&DataRequest::purpose>("purpose", {.prose = true, .max_length = 1000}),
      field<&DataRequest::figure>("figure"),
      field<&DataRequest::due>("due", {.required = true}),
      field<&DataRequest::state>("state", {.required = true}),
      field<&DataRequest::value>("value", {.section = "delivery"}),
      field<&DataRequest::value_year>("value_year", {.min = 1900, .max = 2100, .section = "delivery"}),
      field<&DataRequest::data_sources>("data_sources", {.section = "delivery", .initially_hidden = true}),
      field<&DataRequest::confirmed_by>("confirmed_by", {.section = "delivery"}),
      field<&DataRequest::obstacle>("obstacle", {.prose = true, .max_length = 1000, .section = "delivery"}),
      field<&DataRequest::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&DataRequest::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&DataRequest::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&DataRequest::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
