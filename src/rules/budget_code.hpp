#pragma once
// Codes of the budget nomenclature (domain.md 8.2): urusan.bidang.program.kewenangan.kegiatan.sub kegiatan, "2.16.03.2.02.0020".
// Must not know: records other than the edition's enumeration, the names behind the codes.
#include <optional>
#include <string>
#include <string_view>

#include "model/action_item.hpp"

namespace rancang {

constexpr int sub_activity_level = 6;

struct BudgetCode {
  std::string text;  // usual form: level digit without a zero, other parts of two digits, the last of two or four
  int levels = 0;    // 1 urusan … 6 sub kegiatan
  bool is_province = false;                   // kewenangan 1: of the province, not of a city or regency
  CodeEdition edition = CodeEdition::unset;   // of the last part; unset below the level of sub kegiatan
};

// Reads also codes without leading zeros ("2.16.3.2.2.21", as spreadsheets leave them), with a level digit ".02.", and with a spending account behind.
// `declared` settles the edition of a sub kegiatan that was written without its zeros. nullopt = not a code.
std::optional<BudgetCode> parse_budget_code(std::string_view text, CodeEdition declared = CodeEdition::unset);

// The usual form of a code: "2.16.3.2.2.20" → "2.16.03.2.02.0020" (four digits) or "2.16.03.2.02.20" (two). nullopt = not a code, or nobody can say which
// edition a sub kegiatan that lost its zeros belongs to.
std::optional<std::string> usual_code(std::string_view text, CodeEdition declared);

}  // namespace rancang
