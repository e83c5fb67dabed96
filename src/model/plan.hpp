#pragma once
// F-01 Identitas rencana (domain.md 4.2): the one record that says whose plan this is and which years it covers.
// Must not know: other records, files, screens.
#include "model/common.hpp"

namespace rancang {

enum class RegionType : std::uint8_t { unset, kabupaten, kota };
template <>
struct EnumTable<RegionType> {
  static constexpr auto name = "region_type"sv;
  static constexpr std::array names{""sv, "kabupaten"sv, "kota"sv};
};
enum class HeadTitle : std::uint8_t { unset, bupati, wali_kota, pj_bupati, pj_wali_kota };
template <>
struct EnumTable<HeadTitle> {
  static constexpr auto name = "head_title"sv;
  static constexpr std::array names{""sv, "bupati"sv, "wali_kota"sv, "pj_bupati"sv, "pj_wali_kota"sv};
};
// Regions whose head's term ended lean on an RPD, which has no political vision (domain.md 8.1).
enum class RpjmdKind : std::uint8_t { rpjmd, rpd };
template <>
struct EnumTable<RpjmdKind> {
  static constexpr auto name = "rpjmd_kind"sv;
  static constexpr std::array names{"rpjmd"sv, "rpd"sv};
};
enum class CurrencyUnit : std::uint8_t { rupiah, ribu, juta, miliar };  // how the plan's money is shown
template <>
struct EnumTable<CurrencyUnit> {
  static constexpr auto name = "currency_unit"sv;
  static constexpr std::array names{"rupiah"sv, "ribu"sv, "juta"sv, "miliar"sv};
};

struct Plan {
  std::string region_name;
  RegionType region_type = RegionType::unset;
  std::string province;
  std::string region_code;  // Kemendagri, "12.76"; differs from the BPS code of the same region
  std::string bps_code;
  HeadTitle head_title = HeadTitle::unset;
  std::string head_name;
  Year plan_start = 0;
  std::int64_t plan_years = 5;
  RpjmdKind rpjmd_kind = RpjmdKind::rpjmd;
  Year rpjmd_start = 0;
  Year rpjmd_end = 0;
  Year cohort = 0;
  std::string mou_number;
  std::optional<Date> mou_date;
  std::string mentor_names;
  CurrencyUnit currency_unit = CurrencyUnit::juta;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Plan> {
  static constexpr auto name = "plan"sv;
  static constexpr bool single = true;
  static constexpr auto fields = std::tuple{
      field<&Plan::region_name>("region_name", {.required = true, .max_length = 120, .role = Role::title, .section = "region"}),
      field<&Plan::region_type>("region_type", {.required = true, .section = "region"}),
      field<&Plan::province>("province", {.required = true, .max_length = 120, .section = "region"}),
      field<&Plan::region_code>("region_code", {.required = true, .max_length = 5, .section = "region"}),
      field<&Plan::bps_code>("bps_code", {.max_length = 4, .section = "region"}),
      field<&Plan::head_title>("head_title", {.required = true, .section = "region"}),
      field<&Plan::head_name>("head_name", {.required = true, .max_length = 120, .section = "region"}),
      field<&Plan::plan_start>("plan_start", {.required = true, .min = 2000, .max = 2100, .section = "period"}),
      field<&Plan::plan_years>("plan_years", {.required = true, .min = 5, .max = 11, .section = "period"}),
      field<&Plan::rpjmd_kind>("rpjmd_kind", {.section = "period"}),
      field<&Plan::rpjmd_start>("rpjmd_start", {.min = 2000, .max = 2100, .section = "period"}),
      field<&Plan::rpjmd_end>("rpjmd_end", {.min = 2000, .max = 2100, .section = "period"}),
      field<&Plan::cohort>("cohort", {.min = 2017, .max = 2100, .section = "program"}),
      field<&Plan::mou_number>("mou_number", {.max_length = 80, .section = "program"}),
      field<&Plan::mou_date>("mou_date", {.section = "program"}),
      field<&Plan::mentor_names>("mentor_names", {.max_length = 600, .section = "program"}),
      field<&Plan::currency_unit>("currency_unit", {.merge = Merge::latest, .section = "program"}),
      field<&Plan::certainty>("certainty", {.section = "origin"}),
      field<&Plan::source>("source", {.max_length = 600, .section = "origin"}),
      field<&Plan::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin"}),
  };
};

}  // namespace rancang
