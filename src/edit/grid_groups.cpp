#include "edit/grid_groups.hpp"

#include <algorithm>
#include <tuple>

#include "base/order.hpp"

namespace rancang {
namespace {
// Sums wrap instead of overflowing: hostile amounts may give a wrong sum, never undefined behaviour.
void accumulate(std::int64_t& sum, std::int64_t value, Counting counting) {
  auto const a = static_cast<std::uint64_t>(sum), b = static_cast<std::uint64_t>(value);
  sum = static_cast<std::int64_t>(counting == Counting::add ? a + b : a - b);
}

struct GroupPlace {  // what decides the order of groups
  int part = 0;      // 0 there, 1 absent, 2 not given
  std::int64_t order = 0;
  Ulid id;
  friend bool operator<(GroupPlace const& a, GroupPlace const& b) { return std::tie(a.part, a.order, a.id) < std::tie(b.part, b.order, b.id); }
};

GroupPlace place_of(Document const& document, FieldInfo const& field, GroupKey const& key) {
  if (field.type == ValueType::boolean) return {0, key.entry == 0 ? 1 : 0, {}};
  if (field.type == ValueType::enumeration) return {key.entry == 0 && field.enumeration->names[0].empty() ? 2 : 0, key.entry, {}};
  if (!key.record) return {2, 0, {}};
  NodePtr const* const node = document.table(field.target).find_alive(key.record);
  if (!node) return {1, 0, key.record};
  int const order = (*node)->info().role_field(Role::order);
  if (order < 0) return {0, 0, key.record};
  return {0, *static_cast<std::int64_t const*>((*node)->info().fields[static_cast<std::size_t>(order)].peek((*node)->data())), key.record};
}
}  // namespace

bool can_group(FieldInfo const& field) {
  return field.type == ValueType::reference || field.type == ValueType::references || field.type == ValueType::enumeration || field.type == ValueType::boolean;
}

GroupKey group_key(FieldInfo const& field, void const* record) {
  if (field.type == ValueType::reference) return {peek_reference(field, record), 0};
  if (field.type == ValueType::references) return field.row_count(record) > 0 ? GroupKey{*static_cast<Ulid const*>(field.row(record, 0)), 0} : GroupKey{};
  Value const value = field.get(record);
  if (auto const* entry = value.as<EnumIndex>()) return {{}, entry->index};
  auto const* flag = value.as<bool>();
  return {{}, static_cast<std::uint8_t>(flag && *flag ? 1 : 0)};
}

void sort_groups(Document const& document, FieldInfo const& field, std::vector<GroupKey>& keys) {
  std::vector<std::pair<GroupPlace, GroupKey>> placed;
  for (auto const& key : keys) placed.emplace_back(place_of(document, field, key), key);
  sort_list(placed, [](auto const& a, auto const& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = placed[i].second;
}

GridTotals no_totals(RecordInfo const& info) {
  GridTotals totals;
  for (std::size_t i = 0; i < info.fields.size(); ++i)
    if (info.fields[i].type == ValueType::series && info.fields[i].element == Element::money) totals.series.push_back({static_cast<int>(i), {}, 0});
  return totals;
}

void count_record(GridTotals& totals, RecordInfo const& info, void const* record, Counting counting) {
  totals.count = counting == Counting::add ? totals.count + 1 : totals.count - 1;
  for (auto& series : totals.series) {
    auto const& values = static_cast<YearSeries<Money> const*>(info.fields[static_cast<std::size_t>(series.field)].peek(record))->values;
    std::size_t at = 0;  // both sides are sorted by year
    for (auto const& [year, money] : values) {
      while (at < series.years.size() && series.years[at].first < year) ++at;
      if (at == series.years.size() || series.years[at].first != year) series.years.insert(series.years.begin() + static_cast<std::ptrdiff_t>(at), {year, 0});
      accumulate(series.years[at].second, money.rupiah, counting);
      accumulate(series.total, money.rupiah, counting);
    }
  }
}

}  // namespace rancang
