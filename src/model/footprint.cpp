#include "model/footprint.hpp"

#include <algorithm>
#include <array>

namespace rancang {
namespace {
constexpr std::size_t per_allocation = 16;  // what the allocator keeps about it, and rounding
constexpr std::size_t largest_member = 40;  // the last member of a struct begins somewhere and ends so much later at most

// The table of fields knows where members begin, not how long the struct is.
std::size_t struct_bytes(RecordInfo const& info, void const* record) {
  std::size_t last = 0;
  for (auto const& field : info.fields) last = std::max(last, static_cast<std::size_t>(static_cast<char const*>(field.peek(record)) - static_cast<char const*>(record)));
  return last + largest_member;
}

std::size_t text_bytes(std::string const& text) { return text.capacity() < sizeof(std::string) ? 0 : text.capacity() + per_allocation; }

std::size_t outside_bytes(RecordInfo const& info, void const* record) {
  std::size_t sum = 0;
  for (auto const& field : info.fields) {
    if (field.type == ValueType::text) {
      sum += text_bytes(*static_cast<std::string const*>(field.peek(record)));
    } else if (field.type == ValueType::series) {
      Value const value = field.get(record);
      auto const* const series = value.as<SeriesValue>();
      if (series && !series->values.empty()) sum += series->values.size() * sizeof(series->values.front()) + per_allocation;
    } else if (field.type == ValueType::references) {
      if (std::size_t const rows = field.row_count(record)) sum += rows * sizeof(Ulid) + per_allocation;
    } else if (field.type == ValueType::list) {
      std::size_t const rows = field.row_count(record);
      if (rows > 0) sum += per_allocation;
      for (std::size_t i = 0; i < rows; ++i) sum += struct_bytes(*field.nested, field.row(record, i)) + outside_bytes(*field.nested, field.row(record, i));
    }
  }
  return sum;
}

template <class T>
std::size_t list_bytes(std::vector<T> const& list) {
  return list.empty() ? 0 : list.capacity() * sizeof(T) + per_allocation;
}

std::size_t stamp_bytes(Causal const& causal) {
  return sizeof(Causal) + 2 * per_allocation + list_bytes(causal.seen) + list_bytes(causal.fields) + list_bytes(causal.alive) + list_bytes(causal.others);
}
}  // namespace

std::size_t footprint(Node const& node) {
  std::size_t sum = sizeof(Node) + 2 * per_allocation + struct_bytes(node.info(), node.data()) + outside_bytes(node.info(), node.data());
  if (node.causal) sum += stamp_bytes(*node.causal);
  if (node.extras)
    for (auto const& [key, text] : *node.extras) sum += 2 * sizeof(std::string) + text_bytes(key) + text_bytes(text);
  return sum;
}

std::size_t footprint(ChangeSet const& changes) {
  std::size_t sum = changes.records.capacity() * sizeof(RecordChange) + per_allocation;
  for (auto const& change : changes.records)
    if (change.before) sum += footprint(*change.before);
  return sum;
}

}  // namespace rancang
