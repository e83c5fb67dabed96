#pragma once
// Sorting lists that are short, or sorted once in a while. std::sort and std::stable_sort bring 4 to 6 kB of code for each kind of list into the page;
// these bring less than one. Tables of many thousand rows, sorted while somebody waits, keep std::sort.
// Must not know: what is sorted.
#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

namespace rancang {

// Heap sort: not stable, never worse than n log n.
template <class List, class Less = std::less<>>
void sort_list(List& list, Less less = {}) {
  std::make_heap(std::begin(list), std::end(list), less);
  std::sort_heap(std::begin(list), std::end(list), less);
}

// Insertion sort: stable, quick for lists of some dozens and for those that are nearly in order.
template <class List, class Less>
void sort_list_stably(List& list, Less less) {
  for (auto next = std::begin(list); next != std::end(list); ++next) {
    auto at = next;
    auto moved = std::move(*next);
    for (; at != std::begin(list) && less(moved, *std::prev(at)); --at) *at = std::move(*std::prev(at));
    *at = std::move(moved);
  }
}

}  // namespace rancang
