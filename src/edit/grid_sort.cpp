#include "edit/grid_sort.hpp"

#include <algorithm>

namespace rancang {
namespace {
using Slot = SearchIndex::Slot;

struct Item {
  std::uint64_t key;
  std::uint32_t place;  // in the plan's own order
  Slot slot;
};
bool item_less(Item const& a, Item const& b) { return a.key != b.key ? a.key < b.key : a.place < b.place; }

template <class T>
std::optional<std::int64_t> series_number(void const* member, Year year, std::int64_t T::*raw) {
  auto const& values = static_cast<YearSeries<T> const*>(member)->values;
  std::uint64_t sum = 0;
  bool given = false;
  for (auto const& [at, value] : values) {
    if (year != 0 && at != year) continue;
    sum += static_cast<std::uint64_t>(value.*raw);
    given = true;
  }
  return given ? std::optional(static_cast<std::int64_t>(sum)) : std::nullopt;
}

std::optional<std::int64_t> series_number(FieldInfo const& field, void const* record, Year year) {
  if (field.element == Element::money) return series_number<Money>(field.peek(record), year, &Money::rupiah);
  if (field.element == Element::decimal) return series_number<Decimal>(field.peek(record), year, &Decimal::micros);
  Value const value = field.get(record);
  std::optional<std::int64_t> out;
  for (auto const& [at, raw] : value.as<SeriesValue>()->values)
    if (year == 0 || at == year) out = field.element == Element::enumeration ? raw : out.value_or(0) + raw;  // of states, the latest
  return out;
}

FieldInfo const& field_of(RecordInfo const& info, GridSort const& sort) { return info.fields[static_cast<std::size_t>(sort.field)]; }

// nullopt: not given.
std::optional<std::int64_t> number_of(RecordInfo const& info, GridSort const& sort, void const* record) {
  FieldInfo const& field = field_of(info, sort);
  Year const year = sort.year;
  if (year == by_level && !field.rules.times.empty()) return info.level(static_cast<std::size_t>(sort.field), record);
  if (field.type == ValueType::series) return series_number(field, record, year);
  Value const value = field.get(record);
  if (auto const* number = value.as<std::int64_t>()) return *number;
  if (auto const* decimal = value.as<Decimal>()) return decimal->micros;
  if (auto const* money = value.as<Money>()) return money->rupiah;
  if (auto const* date = value.as<Date>()) return date->days;
  if (auto const* given = value.as<Year>()) return *given;
  if (auto const* flag = value.as<bool>()) return *flag ? 1 : 0;
  auto const* entry = value.as<EnumIndex>();
  if (!entry || (entry->index == 0 && field.enumeration->names[0].empty())) return std::nullopt;
  return entry->index;
}

std::uint64_t ordered(std::int64_t value) { return static_cast<std::uint64_t>(value) ^ (std::uint64_t{1} << 63); }

// As many ranks of words as fit into one key, from one position of the field on; 0 stands for the end.
class WordSorter {
 public:
  WordSorter(SearchIndex& index, GridSort const& sort) : index_(index), ranks_(index.words().ranks()), field_(sort.field), flip_(sort.descending ? ~std::uint64_t{0} : 0) {
    while ((std::uint64_t{1} << bits_) < ranks_.size() + 2) ++bits_;
    per_key_ = 64 / bits_;
  }
  // Sorts items whose first `skipped` words are alike; keys hold the words after them.
  void sort(std::vector<Item>& items, std::size_t begin, std::size_t end, std::size_t skipped) const {
    std::sort(items.begin() + static_cast<std::ptrdiff_t>(begin), items.begin() + static_cast<std::ptrdiff_t>(end), item_less);
    std::uint64_t const last_rank = (std::uint64_t{1} << bits_) - 1;
    for (std::size_t i = begin; i < end;) {
      std::size_t next = i + 1;
      while (next < end && items[next].key == items[i].key) ++next;
      if (next > i + 1 && ((items[i].key ^ flip_) & last_rank) != 0) {  // alike so far, and more words may follow
        for (std::size_t k = i; k < next; ++k) items[k].key = key_of(items[k].slot, skipped + per_key_);
        sort(items, i, next, skipped + per_key_);
      }
      i = next;
    }
  }
  std::uint64_t key_of(Slot slot, std::size_t skipped) const {
    std::size_t position = 0;
    SearchIndex::Word word = 0;
    std::uint64_t key = 0;
    bool more = true;
    for (std::size_t i = 0; i < skipped && more; ++i) more = index_.next_word(slot, field_, position, word);
    for (std::size_t i = 0; i < per_key_; ++i) {
      more = more && index_.next_word(slot, field_, position, word);
      key = (key << bits_) | (more ? ranks_[word] + std::uint64_t{1} : 0);
    }
    return key ^ flip_;
  }

 private:
  SearchIndex& index_;
  std::vector<std::uint32_t> const& ranks_;
  int field_;
  std::uint64_t flip_;
  unsigned bits_ = 1;
  std::size_t per_key_ = 1;
};

void put_back(std::vector<Slot>& slots, std::vector<Item> const& items, std::vector<Slot> const& missing) {
  for (std::size_t i = 0; i < items.size(); ++i) slots[i] = items[i].slot;
  std::copy(missing.begin(), missing.end(), slots.begin() + static_cast<std::ptrdiff_t>(items.size()));
}
}  // namespace

bool sorts_by_words(FieldInfo const& field) {
  return field.type == ValueType::text || field.type == ValueType::reference || field.type == ValueType::references || field.type == ValueType::list;
}

void sort_slots(std::vector<Slot>& slots, SearchIndex& index, RecordInfo const& info, GridSort const& sort) {
  FieldInfo const& field = field_of(info, sort);
  std::vector<Item> items;
  std::vector<Slot> missing;
  items.reserve(slots.size());
  if (sorts_by_words(field)) {
    WordSorter const sorter(index, sort);
    std::uint64_t const nothing = sort.descending ? ~std::uint64_t{0} : 0;
    for (Slot slot : slots) {
      std::uint64_t const key = sorter.key_of(slot, 0);
      if (key == nothing) missing.push_back(slot);
      else items.push_back({key, static_cast<std::uint32_t>(items.size()), slot});
    }
    sorter.sort(items, 0, items.size(), 0);
  } else {
    for (Slot slot : slots) {
      auto const number = number_of(info, sort, index.node(slot)->data());
      if (!number) missing.push_back(slot);
      else items.push_back({sort.descending ? ~ordered(*number) : ordered(*number), static_cast<std::uint32_t>(items.size()), slot});
    }
    std::sort(items.begin(), items.end(), item_less);
  }
  put_back(slots, items, missing);
}

int compare_slots(Slot a, Slot b, SearchIndex const& index, RecordInfo const& info, GridSort const& sort) {
  FieldInfo const& field = field_of(info, sort);
  int order = 0;
  if (sorts_by_words(field)) {
    std::size_t at_a = 0, at_b = 0;
    SearchIndex::Word word = 0;
    bool const given_a = index.next_word(a, sort.field, at_a, word), given_b = index.next_word(b, sort.field, at_b, word);
    if (!given_a || !given_b) return static_cast<int>(given_b) - static_cast<int>(given_a);
    order = index.compare(a, b, sort.field);
  } else {
    auto const number_a = number_of(info, sort, index.node(a)->data()), number_b = number_of(info, sort, index.node(b)->data());
    if (!number_a || !number_b) return static_cast<int>(number_b.has_value()) - static_cast<int>(number_a.has_value());
    order = *number_a < *number_b ? -1 : *number_a > *number_b ? 1 : 0;
  }
  return sort.descending ? -order : order;
}

}  // namespace rancang
