#pragma once
// Signs that records carry wherever they are listed: the icon of a row's status, the mark of a quick win, the worst finding.
// Must not know: where they are drawn.
#include "model/document.hpp"
#include "rules/findings.hpp"
#include "ui/actions.hpp"
#include "ui/look.hpp"
#include "ui/plan_view.hpp"

namespace rancang {

// Entry of the enumeration behind Role::status (RowStatus).
char const* status_icon(std::size_t entry);
Token status_color(std::size_t entry);
bool is_struck_out(Node const& node);  // struck out wherever it is listed

// Shown after the title; nullptr = none.
char const* highlight_icon(Node const& node);
// Rows that are not typed into their table but made elsewhere: the screen that makes them.
std::optional<Action> maker_of(RecordType type);

// Text fields that hold what only the program reads (the rule and the record of a finding that was set aside): people see words and can't write there.
bool is_spoken(RecordType type, FieldInfo const& field);
std::string spoken_text(Strings const& s, PlanView const& plan, Node const& node, FieldInfo const& field);

// A code that the method keeps for itself ("gov", "gov.service"): no column at first, and only read once it is given.
bool is_inner_code(RecordInfo const& info, FieldInfo const& field);

struct RecordMark {
  char const* icon = nullptr;  // nullptr: nothing to tell
  Token color = Token::text_muted;
};
RecordMark record_mark(Findings const& findings, Node const& node);

}  // namespace rancang
