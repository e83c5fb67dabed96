#pragma once
// Signs that records carry wherever they are listed: the icon of a row's status, the mark of a quick win, the worst finding.
// Must not know: where they are drawn.
#include "model/document.hpp"
#include "rules/findings.hpp"
#include "ui/actions.hpp"
#include "ui/look.hpp"

namespace rancang {

// Entry of the enumeration behind Role::status (RowStatus).
char const* status_icon(std::size_t entry);
Token status_color(std::size_t entry);
bool is_struck_out(Node const& node);  // struck out wherever it is listed

// Shown after the title; nullptr = none.
char const* highlight_icon(Node const& node);
// Rows that are not typed into their table but made elsewhere: the screen that makes them.
std::optional<Action> maker_of(RecordType type);

struct RecordMark {
  char const* icon = nullptr;  // nullptr: nothing to tell
  Token color = Token::text_muted;
};
RecordMark record_mark(Findings const& findings, Node const& node);

}  // namespace rancang
