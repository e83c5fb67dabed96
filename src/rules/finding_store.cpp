#include "rules/finding_store.hpp"

#include <algorithm>

namespace rancang {
namespace {
constexpr std::size_t first_slots = 64;

std::size_t mix(Ulid id) {
  std::uint64_t hash = (id.low ^ (id.high * 0x9E37'79B9'7F4A'7C15ULL)) * 0xBF58'476D'1CE4'E5B9ULL;
  return static_cast<std::size_t>(hash ^ (hash >> 29));
}
}  // namespace

void FindingStore::clear() {
  pages_.clear();
  slots_.clear();
  for (auto& places : free_) places.clear();
  page_used_ = page_size;
  used_slots_ = 0;
}

std::span<Finding const> FindingStore::block(std::uint32_t place) const {
  Page const& page = *pages_[place >> page_bits];
  std::size_t const offset = place & (page_size - 1);
  return {&page.findings[offset], page.lengths[offset]};
}

std::size_t FindingStore::slot_of(Ulid record) const {
  std::size_t const mask = slots_.size() - 1;
  std::size_t slot = mix(record) & mask;
  while (slots_[slot] != no_place && block(slots_[slot]).front().record != record) slot = (slot + 1) & mask;
  return slot;
}

std::span<Finding const> FindingStore::of(Ulid record) const {
  if (slots_.empty()) return {};
  std::uint32_t const place = slots_[slot_of(record)];
  return place == no_place ? std::span<Finding const>() : block(place);
}

void FindingStore::set(Ulid record, std::span<Finding const> findings) {
  findings = findings.first(std::min(findings.size(), most_per_record));
  if ((used_slots_ + 1) * 4 > slots_.size() * 3) grow();
  std::size_t const slot = slot_of(record);
  std::uint32_t place = slots_[slot];
  if (findings.empty()) {
    if (place != no_place) {
      remove_slot(slot);
      release(place);
    }
    return;
  }
  if (place == no_place || length_at(place) != findings.size()) {
    if (place == no_place) ++used_slots_;
    else release(place);
    place = allocate(findings.size());
    slots_[slot] = place;
  }
  std::copy(findings.begin(), findings.end(), at(place));
}

std::uint32_t FindingStore::allocate(std::size_t length) {
  auto& places = free_[length];
  std::uint32_t place = 0;
  if (!places.empty()) {
    place = places.back();
    places.pop_back();
  } else {
    if (page_used_ + length > page_size) {
      pages_.push_back(std::make_unique<Page>());
      page_used_ = 0;
    }
    place = static_cast<std::uint32_t>((pages_.size() - 1) << page_bits) | page_used_;
    page_used_ += static_cast<std::uint32_t>(length);
  }
  length_at(place) = static_cast<std::uint8_t>(length);
  return place;
}

void FindingStore::release(std::uint32_t place) { free_[length_at(place)].push_back(place); }

void FindingStore::grow() {
  std::vector<std::uint32_t> old(std::max(first_slots, slots_.size() * 2), no_place);
  old.swap(slots_);
  for (std::uint32_t place : old)
    if (place != no_place) slots_[slot_of(block(place).front().record)] = place;
}

// Entries behind the gap move up, so that no search stops early.
void FindingStore::remove_slot(std::size_t gap) {
  std::size_t const mask = slots_.size() - 1;
  for (std::size_t next = (gap + 1) & mask; slots_[next] != no_place; next = (next + 1) & mask) {
    std::size_t const home = mix(block(slots_[next]).front().record) & mask;
    if (((next - home) & mask) < ((next - gap) & mask)) continue;
    slots_[gap] = slots_[next];
    gap = next;
  }
  slots_[gap] = no_place;
  --used_slots_;
}

}  // namespace rancang
