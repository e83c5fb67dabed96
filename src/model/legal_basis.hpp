#pragma once
// F-02 Dasar hukum of the plan (domain.md 4.2).
// Must not know: files, screens.
#include "model/common.hpp"

namespace rancang {

enum class LegalKind : std::uint8_t { unset, uu, pp, perpres, permen, kepmen, perda, perkada, sk, se, mou, sni };
template <>
struct EnumTable<LegalKind> {
  static constexpr auto name = "legal_kind"sv;
  static constexpr std::array names{""sv, "uu"sv, "pp"sv, "perpres"sv, "permen"sv, "kepmen"sv, "perda"sv, "perkada"sv, "sk"sv, "se"sv, "mou"sv, "sni"sv};
};

enum class LegalScope : std::uint8_t { unset, national, province, region };
template <>
struct EnumTable<LegalScope> {
  static constexpr auto name = "legal_scope"sv;
  static constexpr std::array names{""sv, "national"sv, "province"sv, "region"sv};
};

enum class LegalValidity : std::uint8_t { unset, in_force, repealed, draft };
template <>
struct EnumTable<LegalValidity> {
  static constexpr auto name = "legal_validity"sv;
  static constexpr std::array names{""sv, "in_force"sv, "repealed"sv, "draft"sv};
};

struct LegalBasis {
  std::string title;
  LegalKind kind = LegalKind::unset;
  std::string number;
  Year year = 0;
  LegalScope scope = LegalScope::unset;
  std::string relevance;
  LegalValidity validity = LegalValidity::unset;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<LegalBasis> {
  static constexpr auto name = "legal_basis"sv;
  static constexpr auto fields = std::tuple{
      field<&LegalBasis::title>("title", {.required = true, .max_length = 600, .role = Role::title}),
      field<&LegalBasis::kind>("kind", {.required = true}),
      field<&LegalBasis::number>("number", {.max_length = 60}),
      field<&LegalBasis::year>("year", {.min = 1900, .max = 2100}),
      field<&LegalBasis::scope>("scope"),
      field<&LegalBasis::relevance>("relevance", {.prose = true, .max_length = 2000}),
      field<&LegalBasis::validity>("validity"),
      field<&LegalBasis::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&LegalBasis::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&LegalBasis::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&LegalBasis::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&LegalBasis::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&LegalBasis::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
