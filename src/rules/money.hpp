#pragma once
// Sums over the budget and funding of an action item, exact in rupiah; they stop at the ends of their range instead of wrapping.
// Must not know: findings, documents.
#include <vector>

#include "model/action_item.hpp"

namespace rancang {

std::int64_t total_of(YearSeries<Money> const& series);
std::int64_t budget_of(ActionItem const& item, Year year);  // rupiah; 0 where nothing is given
bool has_amounts(std::vector<FundingShare> const& funding);  // any row that gives amounts by year
// Sum of the shares in per cent. A single row without a share stands for the whole.
Decimal share_sum(std::vector<FundingShare> const& funding);
std::vector<Year> money_years(ActionItem const& item);  // years of the budget and of funding amounts, sorted
// Money that the funding rows bring in a year: their amounts, and for rows without amounts their share of the budget.
Money funded(ActionItem const& item, Year year);
// Whether funding matches the budget of a year; every row with a share may be one rupiah off by rounding.
bool is_funded(ActionItem const& item, Year year);

}  // namespace rancang
