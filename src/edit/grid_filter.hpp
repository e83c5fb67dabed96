#pragma once
// The conditions of a GridFilter that are read off a record itself; text is the business of SearchIndex.
// Must not know: rows, words, screens, particular records.
#include <vector>

#include "edit/grid_query.hpp"

namespace rancang {

// Made for one query; `filter` must outlive it.
class RecordFilter {
 public:
  RecordFilter(RecordInfo const& info, GridFilter const& filter);
  bool lets_all_pass() const { return all_pass_; }
  bool passes(Node const& node) const;

 private:
  bool happens_in(Year year, void const* record) const;
  bool refers_to(Ulid id, void const* record) const;

  GridFilter const& filter_;
  std::span<FieldInfo const> fields_;
  std::vector<std::uint8_t> spans_, series_, referring_;  // fields that give the record's years; series; fields that refer
  bool all_pass_;
};

}  // namespace rancang
