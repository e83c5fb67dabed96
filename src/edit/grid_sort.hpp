#pragma once
// Sorting the slots of a SearchIndex by one field: keys are taken out once, then compared as whole numbers.
// Must not know: groups, filters, screens, particular records.
#include <vector>

#include "edit/grid_query.hpp"
#include "edit/search_index.hpp"

namespace rancang {

// Text, references and lists are sorted by their words (the index must be prepared), everything else by a number.
bool sorts_by_words(FieldInfo const& field);

// `slots` come in the plan's own order, which decides between equals; what is not given stays behind, in that order.
void sort_slots(std::vector<SearchIndex::Slot>& slots, SearchIndex& index, RecordInfo const& info, GridSort const& sort);
// The same order between two records: < 0, 0 (equal, or both not given) or > 0. The plan's own order is not looked at.
int compare_slots(SearchIndex::Slot a, SearchIndex::Slot b, SearchIndex const& index, RecordInfo const& info, GridSort const& sort);

}  // namespace rancang
