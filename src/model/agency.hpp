#pragma once
// F-03 Perangkat daerah (OPD) of the region (domain.md 4.2).
// Must not know: other records, files, screens.
#include "model/common.hpp"

namespace rancang {

enum class AgencyGroup : std::uint8_t { unset, setda, setwan, inspektorat, dinas, badan, kecamatan, rsud, lainnya };
template <>
struct EnumTable<AgencyGroup> {
  static constexpr auto name = "agency_group"sv;
  static constexpr std::array names{""sv, "setda"sv, "setwan"sv, "inspektorat"sv, "dinas"sv, "badan"sv, "kecamatan"sv, "rsud"sv, "lainnya"sv};
};

struct Agency {
  std::string code;
  std::string name;
  std::string short_name;
  AgencyGroup group = AgencyGroup::unset;
  std::string head_name;
  std::string contact_name;
  std::string contact;
  std::string functions;  // bidang urusan, codes separated by comma: "2.16, 2.20"
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Agency> {
  static constexpr auto name = "agency"sv;
  static constexpr auto fields = std::tuple{
      field<&Agency::code>("code", {.max_length = 40, .role = Role::code}),
      field<&Agency::name>("name", {.required = true, .role = Role::title}),
      field<&Agency::short_name>("short_name", {.required = true, .max_length = 40}),
      field<&Agency::group>("group"),
      field<&Agency::head_name>("head_name", {.max_length = 120, .section = "people"}),
      field<&Agency::contact_name>("contact_name", {.max_length = 120, .gate = Gate::i, .section = "people"}),
      field<&Agency::contact>("contact", {.max_length = 120, .section = "people"}),
      field<&Agency::functions>("functions"),
      field<&Agency::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Agency::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Agency::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&Agency::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
