#pragma once
// How far a plan is filled in, per record type and as a whole: owed fields that are filled, and errors. Read off the counts that Findings keeps.
// Must not know: single rules, screens.
#include "rules/findings.hpp"

namespace rancang {

struct Completeness {
  std::uint64_t owed = 0;    // fields that have to be filled in: required, or due at some stage
  std::uint64_t filled = 0;  // of those
  std::uint32_t records = 0;
  std::uint32_t errors = 0;
  // 0 to 100, rounded down, so that 100 means all; 0 where nothing is owed because there is no record yet.
  int percent() const { return owed == 0 ? 0 : static_cast<int>(filled * 100 / owed); }
  bool is_complete() const { return owed > 0 && filled == owed && errors == 0; }
};

// Dropped records owe nothing. A plan without its identity or vision owes those fields all the same.
Completeness completeness(Findings const& findings, Document const& document, RecordType type);
// The whole plan: every form weighs the same, in thousandths, and one without any record is empty. What a new plan is born with (RecordInfo::template_rows) doesn't count.
Completeness completeness(Findings const& findings, Document const& document);
std::uint32_t owed_fields(RecordType type);  // of one record

}  // namespace rancang
