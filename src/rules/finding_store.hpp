#pragma once
// Where findings are kept: a few blocks of memory and a table of positions, so that records without findings cost nothing and one record is replaced at a time.
// Must not know: rules, documents.
#include <array>
#include <memory>
#include <span>
#include <vector>

#include "rules/finding.hpp"

namespace rancang {

class FindingStore {
 public:
  static constexpr std::size_t most_per_record = 64;

  void clear();
  // Findings of one record; valid until the next change. Empty for a record without any.
  std::span<Finding const> of(Ulid record) const;
  // Replaces the findings of a record, each of which carries that record's id; past most_per_record the last are left out.
  void set(Ulid record, std::span<Finding const> findings);
  std::size_t records() const { return used_slots_; }

  template <class Visit>
  void for_each(Visit&& visit) const {  // in no particular order
    for (std::uint32_t place : slots_)
      if (place != no_place)
        for (Finding const& finding : block(place)) visit(finding);
  }

 private:
  static constexpr std::uint32_t no_place = 0xFFFF'FFFF;
  static constexpr std::uint32_t page_bits = 10, page_size = 1u << page_bits;
  struct Page {
    std::array<Finding, page_size> findings;
    std::array<std::uint8_t, page_size> lengths;  // of the block that starts here
  };

  Finding* at(std::uint32_t place) { return &pages_[place >> page_bits]->findings[place & (page_size - 1)]; }
  std::uint8_t& length_at(std::uint32_t place) { return pages_[place >> page_bits]->lengths[place & (page_size - 1)]; }
  std::span<Finding const> block(std::uint32_t place) const;
  std::size_t slot_of(Ulid record) const;  // its slot, or the free slot where it belongs
  std::uint32_t allocate(std::size_t length);
  void release(std::uint32_t place);
  void grow();
  void remove_slot(std::size_t slot);

  std::vector<std::unique_ptr<Page>> pages_;
  std::uint32_t page_used_ = page_size;  // of the last page
  std::array<std::vector<std::uint32_t>, most_per_record + 1> free_;  // places by block length
  std::vector<std::uint32_t> slots_;     // open addressing; the key is the record of the first finding
  std::size_t used_slots_ = 0;
};

}  // namespace rancang
