#include "rules/money.hpp"

#include <algorithm>
#include <limits>

#include "base/order.hpp"

namespace rancang {
namespace {
constexpr std::int64_t whole = 100 * micros_per_unit;

void add_to(std::int64_t& sum, std::int64_t amount) {
  if (__builtin_add_overflow(sum, amount, &sum)) sum = amount < 0 ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
}

std::int64_t value_in(YearSeries<Money> const& series, Year year) {
  for (auto const& [at, money] : series.values)
    if (at == year) return money.rupiah;
  return 0;
}

// Share of an amount, rounded half up; both are within their limits or cut to them.
std::int64_t part_of(std::int64_t rupiah, Decimal share) {
  std::int64_t const micros = std::clamp<std::int64_t>(share.micros, 0, whole);
  std::int64_t const amount = std::clamp<std::int64_t>(rupiah, -money_limit, money_limit);
  return amount / whole * micros + (amount % whole * micros + whole / 2) / whole;
}
}  // namespace

std::int64_t total_of(YearSeries<Money> const& series) {
  std::int64_t sum = 0;
  for (auto const& [year, money] : series.values) add_to(sum, money.rupiah);
  return sum;
}

std::int64_t budget_of(ActionItem const& item, Year year) {
  for (auto const& [at, money] : item.budget.values)
    if (at == year) return money.rupiah;
  return 0;
}

bool has_amounts(std::vector<FundingShare> const& funding) {
  return std::any_of(funding.begin(), funding.end(), [](FundingShare const& row) { return !row.amounts.values.empty(); });
}

Decimal share_sum(std::vector<FundingShare> const& funding) {
  if (funding.size() == 1 && !funding[0].share) return {whole};
  std::int64_t sum = 0;
  for (auto const& row : funding) add_to(sum, row.share ? row.share->micros : 0);
  return {sum};
}

std::vector<Year> money_years(ActionItem const& item) {
  std::vector<Year> years;
  for (auto const& [year, money] : item.budget.values) years.push_back(year);
  for (auto const& row : item.funding)
    for (auto const& [year, money] : row.amounts.values) years.push_back(year);
  sort_list(years);
  years.erase(std::unique(years.begin(), years.end()), years.end());
  return years;
}

Money funded(ActionItem const& item, Year year) {
  std::int64_t const budget = value_in(item.budget, year);
  std::int64_t sum = 0;
  for (auto const& row : item.funding) {
    if (!row.amounts.values.empty()) add_to(sum, value_in(row.amounts, year));
    else if (row.share) add_to(sum, part_of(budget, *row.share));
  }
  return {sum};
}

bool is_funded(ActionItem const& item, Year year) {
  std::int64_t slack = 0, difference = value_in(item.budget, year);
  for (auto const& row : item.funding)
    if (row.amounts.values.empty() && row.share) ++slack;
  if (__builtin_sub_overflow(difference, funded(item, year).rupiah, &difference)) return false;
  return difference >= -slack && difference <= slack;
}

}  // namespace rancang
