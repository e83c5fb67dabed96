#pragma once
// Which group a record belongs to, in which order groups stand, and what their rows add up to.
// Must not know: rows, words, labels, screens, particular records.
#include <vector>

#include "edit/grid_query.hpp"

namespace rancang {

bool can_group(FieldInfo const& field);  // reference(s), enumeration, boolean
GroupKey group_key(FieldInfo const& field, void const* record);
// In place: records in their own order (Role::order, id), those that are absent behind them, "not given" last;
// enumerations as listed, "not chosen" last; yes before no.
void sort_groups(Document const& document, FieldInfo const& field, std::vector<GroupKey>& keys);

GridTotals no_totals(RecordInfo const& info);  // one series per money field, all zero
enum class Counting : std::uint8_t { add, take_away };
void count_record(GridTotals& totals, RecordInfo const& info, void const* record, Counting counting);

}  // namespace rancang
